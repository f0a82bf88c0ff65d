"""The clippings of a compound: 匿名・流動型犯罪グループ → とくりゅう, 就職活動 → 就活."""

import re
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from termalign.kana import is_kanji, kana_keys, kana_openings, to_katakana
from termalign.lexicon import Lexicon
from termalign.once import cached_in_lexicon
from termalign.terms.term import Term, once_a_term

_RULES = ("listed", "", "morae")  # most reliable first
_MOST_PARTS = 7
_SIZES = (2, 3)  # parts from which a clip is made
_MOST_KANJI = 3
_USUAL_PARTS = 4  # from a compound with more parts, a clip leaves out too much
_LEAST_LETTERS = 5
_LIGHT = ("接頭辞", "接尾辞", "補助記号")
_MORA = re.compile("[^ァィゥェォャュョヮ][ァィゥェォャュョヮ]?")


class Clip(NamedTuple):
    """The sound of a clip, in katakana.

    ``made_of`` has the parts that form the clip, or the written clip if a dictionary lists it. ``rule`` is ``""`` for
    first kanji, ``"morae"`` for first morae, ``"listed"`` for a clip in a dictionary.
    """

    kana: str
    made_of: str
    rule: str


class _Head(NamedTuple):
    """The beginning of a part of a compound: its first kanji as read there, its first two morae, its kanji."""

    kanji: str
    morae: tuple[str, ...]
    characters: str
    part: str


@once_a_term
def clip_keys(term: Term) -> dict[str, Clip]:
    """Return the clips of a term by their romaji keys; for each key the most reliable one."""
    found: dict[str, Clip] = {}
    for clip, border in sorted(_clips(term), key=lambda made: _RULES.index(made[0].rule)):
        least = 4 if clip.rule == "listed" else _LEAST_LETTERS
        for key in kana_keys(clip.kana, (border,) if border else ()):
            if len(key) >= least:
                found.setdefault(key, clip)
    return found


def is_long(term: Term) -> bool:
    """Return whether a compound has so many parts that a clip of it would leave out too much."""
    return sum(not m.pos.startswith(_LIGHT) for m in term.morphemes) > _USUAL_PARTS


@once_a_term
def clip_openings(term: Term) -> frozenset[str]:
    """Return the possible beginnings of the term's clip keys, without making the clips. There may be a few too many."""
    heads = _heads(term)
    sizes = _SIZES if term.lexicon.may_be_clipped(term.surface) else ()
    listed = [clip.kana for size in sizes for chosen in combinations(heads, size) for clip, _ in _listed(term, chosen)]
    last = max((k for k, head in enumerate(heads) if len(head.part) > 1), default=0)
    return kana_openings(*listed, *[kana for head in heads[:last] for kana in (head.kanji, *head.morae) if kana])


@once_a_term
def _clips(term: Term) -> tuple[tuple[Clip, int], ...]:
    """Return the clips, each with the code point at which the second part begins in its kana, 0 if unknown."""
    found: list[tuple[Clip, int]] = []
    heads = _heads(term)
    may_be_listed = term.lexicon.may_be_clipped(term.surface)
    whole = {to_katakana(m.reading) for m in term.morphemes}  # the *shoshi* in 諸士調役兼監察・撃剣師範 is 諸士
    for size in _SIZES:
        for chosen in combinations(heads, size):
            if may_be_listed:
                found += _listed(term, chosen)
            if len(chosen[1].part) < 2:  # 警察庁 is not cut to 警庁
                continue
            found += [made for made in _made(chosen) if made[0].kana not in whole]
    return tuple(found)


def _listed(term: Term, chosen: tuple[_Head, ...]) -> Iterator[tuple[Clip, int]]:
    """Yield the clips that a dictionary lists for this term, made of any kanji of each part (結婚活動 → 婚活)."""
    for characters in product(*(h.characters for h in chosen)):
        surface = "".join(characters)
        for entry in term.lexicon.words(surface):
            if term.surface in entry.clip_of:
                for kana in entry.readings:
                    yield Clip(to_katakana(kana), surface, "listed"), 0


def _made(chosen: tuple[_Head, ...]) -> Iterator[tuple[Clip, int]]:
    """Yield the clips made of first kanji and of first morae."""
    first_kanji: list[tuple[str, ...]] = [(h.kanji,) for h in chosen]
    rules = [("", first_kanji)]
    if len(chosen) == 2:
        rules.append(("morae", [h.morae for h in chosen]))
    for rule, options in rules:
        for pieces in product(*options):
            if all(pieces):
                made_of = " + ".join(f"{piece}({h.part})" for piece, h in zip(pieces, chosen, strict=True))
                yield Clip("".join(pieces), made_of, rule), len(pieces[0])


def _heads(term: Term) -> list[_Head]:
    """Return the beginnings of the term's parts."""
    heads = (_head(m.surface, m.reading, term.lexicon) for m in term.morphemes if not m.pos.startswith("補助記号"))
    return [head for head in heads if head is not None][:_MOST_PARTS]


@cached_in_lexicon(4096)
def _head(surface: str, reading: str, lexicon: Lexicon) -> _Head | None:
    """Return the beginning of a part, or None. A word in kana has no first kanji, so its first morae take that place."""
    if not surface:
        return None
    kana = to_katakana(reading) or (to_katakana(surface) if not is_kanji(surface[0]) else "")
    morae = _MORA.findall(kana)
    if not morae:
        return None
    first_two = "".join(morae[:2])
    if not is_kanji(surface[0]):
        if kana != to_katakana(surface):
            return None
        short = "".join(morae[:3]).replace("ー", "")[:2] if "ー" in first_two else first_two
        return _Head(first_two, tuple(dict.fromkeys((first_two, short))), surface[:1], surface)
    entry = lexicon.kanji(surface[0])
    known = [r for r in map(to_katakana, (*entry.on, *entry.kun)) if kana.startswith(r)] if entry else []
    kanji = "".join(filter(is_kanji, surface))[:_MOST_KANJI]
    return _Head(max(known, key=len, default=first_two), (first_two,), kanji, surface)
