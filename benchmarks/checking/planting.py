"""Errors of many kinds, planted into the English of real pairs."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from termalign.termbase import Glossary, GlossaryEntry, find_english
from termalign.text import blanked, without_markup


class Planted(NamedTuple):
    """A pair with an error in its English.

    Attributes
    ----------
    number : int
        The pair, from 0.
    kind : str
        The error: that of the finding that should come.
    how : str
        What was done.
    en : str
        The English with it.
    term : str
        The term that it is about, or ``""``.
    """

    number: int
    kind: str
    how: str
    en: str
    term: str = ""


class Ground(NamedTuple):
    """What errors are planted into, and what they are made of."""

    pairs: Sequence[tuple[str, str]]
    glossary: Glossary
    words: Sequence[str]  # nouns to put in place of others
    chance: random.Random


Planter = Callable[[Ground, int], Planted | None]

_NUMBER = re.compile(r"(?<![\w.,%{-])\d{1,6}(?:\.\d+)?(?![\w%}]|[.,]\d)")
_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b(?= \d|,)"
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_NEGATIVE = re.compile(r"(?<![\w)])-(?=\d)")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= |,|\.|'s)")
_PLACEHOLDER = re.compile(r"(?<![\w%])(?:%[sd]|%\(\w+\)[sd]|\{\w+\})(?!\w)")
_CODE = re.compile(r"`+[^`]+`+")
_OBLIGATION = re.compile("(?:なければ|なくては|ねば)(?:なら|なり|いけ)[なまぬん]")
_PROHIBITION = re.compile("(?<!なく)[てで]は(?:なら|なり|いけ)[なまぬん]")
_OBLIGED = re.compile(r"\b(?:must|shall|should|needs? to|ha(?:s|ve) to)\b(?! not)")
_FORBIDDEN = re.compile(r"\b(?:must|shall|should|may|can)(?: not\b|not\b)")
_NEGATED = re.compile(r"(?:ない|ません)(?:ものとする|です)?[。．]?\s*$")
_DENIAL = re.compile(
    r"\b(?:(?:do|does|did)(?: not|n't)|cannot|can't|never"
    r"|(is|are|was|were|be|can|will|would|shall|may|must|has|have|had)(?: not|n't))\b"
)
_JAPANESE = re.compile(r"[\u30a0-\u30ff\u4e00-\u9fff]{2,}")


def planted(ground: Ground, number: int, planter: Planter) -> Planted | None:
    """What `planter` makes of a pair, if that differs."""
    made = planter(ground, number)
    return made if made is not None and made.en != ground.pairs[number][1] else None


def _rendered(ground: Ground, number: int) -> Iterator[tuple[GlossaryEntry, list[tuple[int, int]]]]:
    """Terms of a pair that are rendered once, with where."""
    ja, en = ground.pairs[number]
    found = ground.glossary.find(without_markup(ja))
    terms = [occurrence.entry.ja for occurrence in found]
    for occurrence in found:
        places = {(s.start, s.end) for r in occurrence.entry.en for s in find_english(r, without_markup(en))}
        shared = {r.lower() for o in found if o.entry is not occurrence.entry for r in o.entry.en}
        if (
            len(places) == 1
            and terms.count(occurrence.entry.ja) == 1
            and not shared & {r.lower() for r in occurrence.entry.en}
        ):
            yield occurrence.entry, sorted(places)


def other_word(ground: Ground, number: int) -> Planted | None:
    """A term's rendering gives way to another noun."""
    _, en = ground.pairs[number]
    choices = list(_rendered(ground, number))
    if not choices:
        return None
    entry, places = ground.chance.choice(choices)
    word = ground.chance.choice(ground.words)
    if any(word.lower() in r.lower() or r.lower() in word.lower() for r in entry.en) or word.lower() in en.lower():
        return None
    return Planted(number, "missing", f"{entry.en[0]} → {word}", _replaced(en, places, word), entry.ja)


def dropped(ground: Ground, number: int) -> Planted | None:
    """A term's rendering is left out."""
    choices = list(_rendered(ground, number))
    if not choices:
        return None
    entry, places = ground.chance.choice(choices)
    en = re.sub(r" {2,}", " ", _replaced(ground.pairs[number][1], places, ""))
    return Planted(number, "missing", f"{entry.en[0]} → nothing", en, entry.ja)


def synonym(ground: Ground, number: int) -> Planted | None:
    """A term's rendering gives way to another that the dictionary has."""
    choices = list(_rendered(ground, number))
    if not choices:
        return None
    entry, places = ground.chance.choice(choices)
    said = ground.pairs[number][1].lower()
    others = [
        gloss
        for gloss in _glosses(entry.ja)
        if gloss.lower() not in said
        and not any(find_english(own, gloss) or find_english(gloss, own) for own in entry.en)
    ]
    if not others:
        return None
    word = ground.chance.choice(others[:3])
    return Planted(
        number, "missing", f"{entry.en[0]} ≈ {word}", _replaced(ground.pairs[number][1], places, word), entry.ja
    )


def _glosses(term: str) -> Iterator[str]:
    """What a dictionary has for a term, in one or two words."""
    from termalign import Lexicon

    for entry in Lexicon.default().words(term):
        for gloss in entry.glosses:
            text = re.sub(r"\(.*?\)", "", gloss.text).strip()
            if text.isascii() and text.replace(" ", "").isalpha() and len(text.split()) < 3:
                yield text


def forbidden(ground: Ground, number: int) -> Planted | None:
    """A rendering that the glossary forbids, where it does."""
    _, en = ground.pairs[number]
    choices = [(entry, places) for entry, places in _rendered(ground, number) if entry.forbidden]
    if not choices:
        return None
    entry, places = ground.chance.choice(choices)
    word = ground.chance.choice(entry.forbidden)
    return Planted(number, "forbidden", f"{entry.en[0]} → {word}", _replaced(en, places, word), entry.ja)


def number_changed(ground: Ground, number: int) -> Planted | None:
    """Another number."""
    ja, en = ground.pairs[number]
    found = [m for m in _NUMBER.finditer(without_markup(en)) if m[0] in without_markup(ja)]
    if not found:
        return None
    at = ground.chance.choice(found)
    figures = at[0]
    k = ground.chance.randrange(len(figures))
    while figures[k] == ".":
        k = ground.chance.randrange(len(figures))
    digit = ground.chance.choice([d for d in "123456789" if d != figures[k]])
    changed = figures[:k] + digit + figures[k + 1 :]
    return Planted(number, "number", f"{figures} → {changed}", en[: at.start()] + changed + en[at.end() :])


def sign_lost(ground: Ground, number: int) -> Planted | None:
    """A minus that is not there any more."""
    ja, en = ground.pairs[number]
    found = list(_NEGATIVE.finditer(without_markup(en))) if re.search(r"[-−]\d", ja) else []
    if not found:
        return None
    at = ground.chance.choice(found)
    return Planted(number, "number", "sign lost", en[: at.start()] + en[at.end() :])


def date_changed(ground: Ground, number: int) -> Planted | None:
    """Another month or year."""
    ja, en = ground.pairs[number]
    months = list(_MONTH.finditer(en)) if "月" in ja else []
    years = [m for m in _YEAR.finditer(en) if f"{m[0]}年" in ja]
    if not months and not years:
        return None
    at = ground.chance.choice([*months, *years])
    if at[0].isdigit():
        other = str(int(at[0]) + ground.chance.choice([-11, -1, 1, 10]))
    else:
        other = ground.chance.choice([m for m in ("March", "June", "October", "January") if m != at[0]])
    return Planted(number, "date", f"{at[0]} → {other}", en[: at.start()] + other + en[at.end() :])


def name_changed(ground: Ground, number: int) -> Planted | None:
    """A Latin name that the Japanese has as well becomes another."""
    ja, en = ground.pairs[number]
    found = [m for m in _NAME.finditer(without_markup(en)) if m[0] in without_markup(ja)]
    if not found:
        return None
    at = ground.chance.choice(found)
    other = ground.chance.choice([n for n in ("Harrison", "Lindberg", "Oracle", "Norwich", "Whitman") if n != at[0]])
    return Planted(number, "name", f"{at[0]} → {other}", en[: at.start()] + other + en[at.end() :])


def left_over(ground: Ground, number: int) -> Planted | None:
    """A Japanese word in the English."""
    ja, en = ground.pairs[number]
    found = _JAPANESE.findall(without_markup(ja))
    words = list(re.finditer(r"(?<= )[a-z]{4,}(?= |\.$)", without_markup(en)))
    if not found or not words:
        return None
    at = ground.chance.choice(words)
    word = ground.chance.choice(found)
    return Planted(number, "untranslated", word, en[: at.start()] + word + en[at.end() :])


def emptied(ground: Ground, number: int) -> Planted | None:
    """No English at all."""
    return Planted(number, "untranslated", "emptied", "")


def copied(ground: Ground, number: int) -> Planted | None:
    """The Japanese in place of the English."""
    return Planted(number, "untranslated", "copied", ground.pairs[number][0])


def placeholder_lost(ground: Ground, number: int) -> Planted | None:
    """A placeholder that is not there any more."""
    ja, en = ground.pairs[number]
    found = [m for m in _PLACEHOLDER.finditer(blanked(_CODE, en)) if m[0] in ja and en.count(m[0]) == 1]
    if not found:
        return None
    at = ground.chance.choice(found)
    return Planted(number, "placeholder", f"{at[0]} lost", en[: at.start()] + en[at.end() :])


def modal_eased(ground: Ground, number: int) -> Planted | None:
    """A permission in place of an obligation or a prohibition."""
    ja, en = ground.pairs[number]
    found = (
        _OBLIGED.search(en) if _OBLIGATION.search(ja) else _FORBIDDEN.search(en) if _PROHIBITION.search(ja) else None
    )
    if found is None:
        return None
    return Planted(number, "modal", f"{found[0]} → may", en[: found.start()] + "may" + en[found.end() :])


def negation_dropped(ground: Ground, number: int) -> Planted | None:
    """A statement in place of a negated one, at the end of the Japanese."""
    ja, en = ground.pairs[number]
    found = _DENIAL.search(en) if _NEGATED.search(ja) else None
    if found is None:
        return None
    verb = "can" if found[0].lower() in ("cannot", "can't") else found[1] or ""
    changed = f"{en[: found.start()]}{verb}{en[found.end() :]}"
    return Planted(number, "negation", f"{found[0]} → {verb or 'nothing'}", re.sub(" {2,}", " ", changed))


PLANTERS: dict[str, Planter] = {
    "other word": other_word,
    "dropped": dropped,
    "synonym": synonym,
    "forbidden": forbidden,
    "number": number_changed,
    "sign": sign_lost,
    "date": date_changed,
    "name": name_changed,
    "placeholder": placeholder_lost,
    "left over": left_over,
    "emptied": emptied,
    "copied": copied,
    "modal": modal_eased,
    "negation": negation_dropped,
}


def _replaced(text: str, places: Sequence[tuple[int, int]], word: str) -> str:
    for start, end in reversed(places):
        text = text[:start] + word + text[end:]
    return text
