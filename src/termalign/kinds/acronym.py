"""acronym: letters that abbreviate the English or the romaji of a term (NPA, NHK, METI), or a phrase already matched."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from termalign.abbreviations import match_short_form
from termalign.abbreviations.word_parts import parts as words_of
from termalign.english import lexeme
from termalign.english.text import WORD
from termalign.japanese.name_words import is_minister
from termalign.kana import latin_key, romanize_kana
from termalign.kinds import offered
from termalign.kinds.initials import spelled_by_initials
from termalign.kinds.kind import Filed, Kind, where
from termalign.kinds.match import DOUBTED, Match, compared
from termalign.once import once
from termalign.target.target import Target
from termalign.terms.full_forms import clipped_names, full_forms
from termalign.terms.term import Term, once_a_term

_HEAD = re.compile(r"(?<![0-9A-Za-zÀ-ɏ])[^\W_]")  # the only places where a word begins


def _is_ministry(short: str, term: Term) -> bool:
    """Return whether the term is a minister but the acronym is a ministry's: MOF is not 財務相."""
    return short[0] == "M" and is_minister(term.surface)


@once_a_term
def applies(term: Term) -> bool:
    """Return whether a term may have an acronym: it has several words or is in a dictionary."""
    if len(term.surface) < 2 or any(c.isascii() and c.isalpha() for c in term.surface):
        return False
    return len(term.morphemes) > 1 or bool(term.words) or bool(term.names)


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the acronyms in the text that abbreviate the term's glosses or its romaji.

    If the text itself defines an acronym, the definition must agree with the term.
    """
    said, heads = _outline(term)
    for (short, definition), places in _places(target).items():
        if (short not in said and not _may_begin(short, heads)) or _is_ministry(short, term):
            continue
        found = _stands_for(short, term, definition, not target.parallel)
        if found is not None:
            for i in places:
                yield Match(i, i + 1, "acronym", found[1], strength=found[0])


def _stands_for(
    short: str, term: Term, definition: tuple[str, ...], in_article: bool
) -> tuple[float, tuple[str, ...]] | None:
    """Return how certainly an acronym stands for a term, with the forms compared, or None if it does not.

    ``definition`` has the words by which the text defines the acronym, if it does. ``in_article`` says that the English
    is not a translation; then letters inside words count for less.
    """
    phrases: Sequence[Sequence[str]] = abbreviated_phrases(term)
    letters = given_acronyms(term)
    if short not in letters and not _may_begin(short, _initials(term)):
        return None
    if short in letters:
        others = [words for words in phrases if short not in words]  # UNESCO World Heritage site
        if not definition or any(_agrees(words, definition) for words in others):
            return 1.0, (term.surface, short)
    if not definition and lexeme(short).known:
        phrases = [words for words in phrases if _has_the_initials(short, words)]  # TOKYO is not toshi kyotei
    likely = list(_likely(short, phrases, definition))
    if in_article and not definition:
        likely = [(_by_letters_alone(strength, short, words), words) for strength, words in likely]
    best = max(likely, default=None)
    return None if best is None else (best[0], (term.surface, " ".join(best[1]), short))


def _likely(
    short: str, phrases: Iterable[Sequence[str]], definition: tuple[str, ...]
) -> Iterator[tuple[float, Sequence[str]]]:
    """Yield the phrases for which the letters of an acronym may stand, with the strength of the match.

    ``definition`` has the words by which the text defines the acronym, if it does.
    """
    for words in phrases:
        # For Ashikaga Takauji, "ASHIKAGA" is a word in capitals, not an acronym.
        lowered = [word.lower() for word in words]
        may_stand = _may_begin(short, [word[:1] for word in lowered]) and short.lower() not in lowered
        if may_stand and _agrees(words, definition):
            found = match_short_form(short, words)
            if found is not None:
                yield found[0], words


def _has_the_initials(short: str, words: Sequence[str]) -> bool:
    """Return whether a short form takes one letter of each word, as one must that is also an ordinary word: AIDS."""
    return spelled_by_initials(short, [(word[0], lexeme(word).function) for word in words])


def _by_letters_alone(strength: float, short: str, words: Sequence[str]) -> float:
    """Return the strength of letters without other evidence: less if one of them is inside a word."""
    told = [(word, lexeme(word).function) for word in words]
    return strength if spelled_by_initials(short, told) else min(strength, DOUBTED)


@once
def defined(target: Target) -> dict[int, tuple[str, ...]]:
    """Return, by the position of each acronym, the words of its definition in this text or in another passage."""
    english = target.english
    elsewhere = target.defined_elsewhere
    found = {i: elsewhere[short] for i, short in target.acronyms if short in elsewhere} if elsewhere else {}
    for short, long, uses in target.definitions:
        words = tuple(x.lower for x in english.lexemes[slice(*long)])
        for i, j in [short, *uses]:
            found.update(dict.fromkeys(range(i, j), words))
    return found


@once
def _places(target: Target) -> dict[tuple[str, tuple[str, ...]], list[int]]:
    """Return the places of each acronym, with the words of its definition: a text may repeat NPA many times."""
    found: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for i, short in target.acronyms:
        found.setdefault((short, defined(target).get(i, ())), []).append(i)
    return found


def defined_otherwise(term: Term, i: int, target: Target) -> bool:
    """Return whether the text defines the acronym at word `i` by other words than those of the term."""
    definition, phrases = defined(target).get(i, ()), abbreviated_phrases(term)
    return bool(definition and phrases) and not any(_agrees(words, definition) for words in phrases)


def _agrees(words: Sequence[str], definition: Collection[str]) -> bool:
    """Return whether a definition may reword the phrase.

    The spelling is the same, or half of the definition's words are in the phrase and no letter stands for different words:
    the *Consumer Affairs Agency* is not the *Agency for Cultural Affairs*.
    """
    if not definition:
        return True
    if latin_key("".join(words)) == latin_key("".join(definition)):
        return True
    ours = {lexeme(w).stem for w in words if not lexeme(w).function}
    theirs = {lexeme(w).stem for w in definition if not lexeme(w).function}
    rivals = {stem[0] for stem in ours - theirs} & {stem[0] for stem in theirs - ours}
    return bool(theirs) and 2 * len(ours & theirs) >= len(theirs) and not rivals


@once_a_term
def abbreviated_phrases(term: Term) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of two or more words whose initials may stand for the term."""
    found: dict[tuple[str, ...], None] = {}
    for text in _texts(term):
        if text.isalpha() and text.isascii():
            continue  # one word
        # "Metropolitan Police Department (esp. Tokyo)": text in brackets does not count
        words = tuple(WORD.findall(_outside_brackets(text)))
        if len(words) > 1:
            found[words] = None
        core = words[: words.index("of")] if "of" in words else ()
        if len(core) > 1:  # United States of America: US
            found[core] = None
    for spoken in _romaji(term):
        found[spoken] = None
    return tuple(found)[:24]


@once_a_term
def _outline(term: Term) -> tuple[str, str]:
    """Return all English of the term, and the first letters of its words and its romaji, for a quick first test."""
    said = "\n".join(_texts(term))
    heads = {*_HEAD.findall(said.lower()), *[word[:1] for spoken in _romaji(term) for word in spoken]}
    return said, "".join(heads)


@once_a_term
def _initials(term: Term) -> frozenset[str]:
    """Return the first letters of the words of the term's phrases."""
    return frozenset([word[:1].lower() for words in abbreviated_phrases(term) for word in words])


def _may_begin(short: str, initials: Collection[str]) -> bool:
    """Return whether ``short`` may abbreviate a phrase with these initials. X, or anything but a plain letter, fits all."""
    first = short[:1].lower()
    return bool(initials) and (first in initials or first == "x" or not (first.isascii() and first.isalpha()))


@once_a_term
def given_acronyms(term: Term) -> frozenset[str]:
    """Return the acronyms that a dictionary gives for the term itself, or in brackets after its English."""
    texts = [t for t in _texts(term) if not t.islower() and t.isascii()]
    words = [word for t in texts for word in WORD.findall(t if " " not in t else _alone_in_brackets(t))]
    return frozenset(w for w in words if w.isupper() and len(w) > 1)


def _alone_in_brackets(text: str) -> str:
    """Return the text in brackets if it abbreviates the words before: not in "biosphere reserve (UNESCO)"."""
    before, _, after = text.partition("(")
    inside = after.partition(")")[0]
    if not before or " " in inside or not inside.isupper():
        return ""
    return inside if match_short_form(inside, WORD.findall(before)) is not None else ""


def _texts(term: Term) -> Iterator[str]:
    for each in (term, *full_forms(term)):
        yield from (g.text for e in each.words for g in e.glosses)
        yield from (n.romaji for n in each.names)
    yield from (text for text, _ in clipped_names(term))


def _romaji(term: Term) -> Iterator[tuple[str, ...]]:
    """Yield the morphemes' readings in romaji; 日本 as Nihon as well as Nippon."""
    for each in (term, *full_forms(term)):
        readings = [m.reading for m in each.morphemes if m.reading]
        spoken = tuple(filter(None, map(romanize_kana, readings)))  # っ alone has no letters
        if len(spoken) > 1 and len(readings) == len(each.morphemes):
            yield spoken
            if spoken[0].lower() == "nippon":
                yield ("nihon", *spoken[1:])


def _outside_brackets(text: str) -> str:
    head, opened, tail = text.partition("(")
    if not opened:
        return text
    return head if head.strip() else tail.partition(")")[2]


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys for the letters that a dictionary gives, and for the initials of English or romaji, in any order."""
    for letters in given_acronyms(term):
        yield Filed("a:" + "".join(sorted(letters.lower())))
    for words in abbreviated_phrases(term):
        text = " ".join(words)
        pieces = words_of(text, 0, len(text))
        for initials in (
            [p.form[0] for p in pieces],
            [p.form[0] for p in pieces if p.kind != "function"],
            [p.form if p.kind == "acronym" else p.form[0] for p in pieces],
        ):
            if len(initials) > 1:
                yield Filed("a:" + "".join(sorted("".join(initials))))


ACRONYM = Kind(
    "acronym",
    frozenset({"acronym"}),
    compared(match),
    term_keys=where(applies),
    text_keys=where(lambda target: target.acronyms),
    of_unlisted=True,
    filed=_filed,
    offered=offered.acronyms,
)
