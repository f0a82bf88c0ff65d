"""The terms of a glossary in a Japanese text: longest match at morpheme borders, in whatever spelling."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termalign.cached import cached
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon
from termalign.lexicon.associations import is_kanji
from termalign.lexicon.folding import folded
from termalign.lexicon.spelling import headword_key
from termalign.termbase.index import Index
from termalign.termbase.skeleton import skeleton
from termalign.termbase.spelled import Spelled

_AFFIXES = ("接頭辞", "接尾辞")
_INFLECTED = ("動詞", "形容詞")
_GOES_ON = ("助動詞", "助詞-接続助詞", "動詞-非自立可能")
_NUMERALS = frozenset("〇一二三四五六七八九十百千万億兆")
_LONGEST = 8  # morphemes of a term whose okurigana differ


class Place(NamedTuple):
    """Where a term stands.

    Attributes
    ----------
    a, b : int
        Its morphemes, half-open.
    key : str
        The key of the term in the index.
    inflected : bool
        Its last word stands in another form than the dictionary's.
    """

    a: int
    b: int
    key: str
    inflected: bool = False


def places(text: str, found: Sequence[Morpheme], index: Index, lexicon: Lexicon) -> list[Place]:
    """The places of terms, in order; of those that overlap the longest, of those as long the first.

    Parameters
    ----------
    text : str
        Folded by `termalign.text.normalise`.
    found : sequence of Morpheme
        Its morphemes.
    index : Index
        The terms.
    lexicon : Lexicon
        Knows the writings of words.
    """
    if not len(index):
        return []
    spelled = Spelled(text, found, lexicon)
    able = [place for a in range(len(found)) for place in _at(a, spelled, index) if _is_word(place, spelled)]
    able.sort(key=lambda place: (found[place.a].start - found[place.b - 1].end, place.a))  # stable: as written goes first
    taken: set[int] = set()
    chosen: list[Place] = []
    for place in able:
        if taken.isdisjoint(range(place.a, place.b)):
            taken.update(range(place.a, place.b))
            chosen.append(place)
    return sorted(chosen)


def _at(a: int, spelled: Spelled, index: Index) -> Iterator[Place]:
    """The terms that begin at morpheme `a`, those written as in the text first."""
    if not spelled.parts[a]:
        return
    open_ends = [(a, "")]
    seen: set[tuple[int, str]] = set()
    while open_ends:
        k, key = open_ends.pop(0)
        for step in spelled.steps(k):
            b, longer = step.end, key + step.letters
            if (b, longer) in seen or not index.begins(longer) or not spelled.is_same(k, step):
                continue
            seen.add((b, longer))
            if step.letters and longer in index:
                yield Place(a, b, longer)
            if b < len(spelled.parts) and spelled.joined[b - 1]:
                open_ends.append((b, longer))
        for base in spelled.inflected(k):
            if key + base in index:
                yield Place(a, k + 1, key + base, True)
    yield from _with_other_okurigana(a, spelled, index)


def _with_other_okurigana(a: int, spelled: Spelled, index: Index) -> Iterator[Place]:
    """Terms with the same kanji that are read the same, which no dictionary lists: 読替規定, 読み替え規定."""
    if not is_kanji(spelled.text[spelled.morphemes[a].start]):
        return
    for b in range(a + 1, min(len(spelled.parts), a + _LONGEST) + 1):
        surface = spelled.surface(a, b)
        if bones := skeleton(surface):
            if not index.begins(bones):
                return
            for term in index.alike(bones):
                key = folded(term)
                if key != folded(surface) and _read(spelled.morphemes[a:b]) == _read_alone(term):
                    yield Place(a, b, key)
        if not spelled.joined[b - 1]:
            return


def _is_word(place: Place, spelled: Spelled) -> bool:
    """Whether what stands there is a word or a part of a compound: no piece of a number or a Latin word, no suffix, no verb that
    only looks like a noun (読み in 読みました).
    """
    a, b = place.a, place.b
    text, first, last = spelled.text, spelled.morphemes[a], spelled.morphemes[b - 1]
    if _within(text, first.start) or _within(text, last.end):
        return False
    if b == a + 1 and len(first.surface) == 1 and first.pos.startswith(_AFFIXES):
        return False
    if place.inflected or not last.pos.startswith(_INFLECTED) or last.surface == last.base:
        return True
    return not (spelled.joined[b - 1] and spelled.morphemes[b].pos.startswith(_GOES_ON))


def _within(text: str, at: int) -> bool:
    """Whether a code point is inside a number or a Latin word."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if not (before and after):
        return False
    if before in _NUMERALS and after in _NUMERALS:
        return True
    return before.isascii() and after.isascii() and (before.isalpha() and after.isalpha() or before.isdigit() and after.isdigit())


def _read(found: Sequence[Morpheme]) -> str:
    return folded("".join([m.reading or m.surface for m in found]))


@cached(1 << 14)
def _read_alone(term: str) -> str:
    return _read(morphemes(headword_key(term)))
