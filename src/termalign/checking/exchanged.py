"""Figures that change places in the English: 国内は3億円、海外は5億円, *500 million yen in Japan and 300 million overseas*.

The value of each is in both texts. What shows the exchange is the words beside the figures for what they measure, or their units.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from termalign.checking.figures import Figure
from termalign.checking.left_figures import is_never_dropped, is_stated, outside
from termalign.checking.paired_figures import first_alike
from termalign.checking.segment import Segment
from termalign.model import Link, Span
from termalign.quantities.equivalence import sort
from termalign.quantities.quantity import AMOUNTS, Offsets
from termalign.quantities.units import share_sense
from termalign.text.reference_signs import JAPANESE_SIGN, NOUN

_SURE = 0.8  # lowest score of a link between words that name what a figure measures
_PARTICLES = "(?:[はがもをにでのとら:：=＝「（(]|とき)*"
_DONE = "(?:(?:し(?:た|ない)|する)(?:ら|とき?|[時場際]))?"
_NAMED = re.compile(f"{_DONE}[^、。，,\nぁ-ん]{{0,8}}{_PARTICLES}[^、。，,\nぁ-ん]{{0,8}}")
"""Between a word and its figure: 中間配当は1株当たり25円, 失敗した場合は-1."""
_NEXT = re.compile("[、，,・;；/／と\n\t)）]|[でが]、?")
_SIGN = re.compile(f"(?:(?<={NOUN})|(?<={NOUN}[(（])){JAPANESE_SIGN}")  # `moved_signs` finds these
_APART = re.compile(
    r"[,;:/()\n–—]|\b(?:and|or|but|while|whereas|with|versus|vs|against|compared|on|for|if|in)\b", re.IGNORECASE
)
_DIRECTLY = re.compile("[はが:：]? ?")
_HAS = re.compile(r":? | (?:is|are|pays?|costs?) ", re.IGNORECASE)
_FOR = re.compile(" (?:for|per) (?:the )?", re.IGNORECASE)
_LISTED = re.compile(r"(?:\W|and|or)*", re.IGNORECASE)
_ENDED = re.compile(r"[,;.)/\n]| (?:and|or|but|while)\b|$")
_start, _ja_end = attrgetter("start"), attrgetter("ja.end")


class Pair(NamedTuple):
    """A figure of the Japanese and the one of equal value in the English."""

    ja: Figure
    en: Figure


def exchanged(segment: Segment) -> Iterator[tuple[Pair, Pair]]:
    """Yield neighbours among the figures of the Japanese, alike in what they count, that change places in the English."""
    pairs = [Pair(*pair) for pair in segment.figures.pairs]
    counting = [pair for pair in pairs if _SIGN.fullmatch(segment.ja_prose, *pair.ja.span) is None]
    neighbours = [(one, other) for one, other in pairwise(counting) if _are_alike(one, other)]
    if not neighbours:
        return
    names = _Names(segment, pairs)
    last: Pair | None = None
    for one, other in neighbours:
        if one is last:
            continue
        if names.are_of_others(one, other):
            last = other
            yield one, other


def exchanged_by_unit(segment: Segment) -> Iterator[tuple[Figure, Figure]]:
    """Yield neighbours of the Japanese with the English figures that have their units, but each the number of the other.

    No words need to show this exchange: 3泊4日, *four nights and three days*; 5年2組, *Grade 2, Class 5*.
    """
    sides = zip((segment.frequencies.ja, segment.frequencies.en), segment.sides, strict=True)
    ja, en = (outside(often, side.figures) for often, side in sides)
    en = [figure for figure in en if is_stated(figure)]
    said = {(one.values, other.values): (one, other) for one, other in (*pairwise(en), *pairwise(en[::-1]))}
    for one, other in pairwise(ja):
        turned = said.get((other.values, one.values))
        if turned and one.values != other.values and _have_units(one, other, *turned):
            yield from ((one, turned[0]), (other, turned[1]))


def exchanged_by_block(segment: Segment) -> Iterator[tuple[Figure, Figure]]:
    """Yield figures of a block with the English figures in their place, if each has its equal in another block.

    No words need to show this exchange, either: 机が12台ある。椅子が45脚ある。 ~ *There are 45 desks. There are 12 chairs.*
    """
    return first_alike(*segment.said_elsewhere, _may_be_exchanged)


def _may_be_exchanged(ja: Figure, en: Figure) -> bool:
    """Return whether two figures differ, are of one sort, and have one unit, are times or weekdays, or are never left out."""
    one, other = ja.quantity, en.quantity
    of_one_unit = bool(one.unit and other.unit) and share_sense(one.unit, other.unit)
    never_dropped = is_never_dropped(ja) and is_never_dropped(en)
    if ja.values == en.values or not (of_one_unit or never_dropped or one.kind == other.kind in ("time", "weekday")):
        return False
    if one.kind == other.kind:
        return one.granularity == other.granularity and (one.kind == "date" or sort(one) == sort(other))
    return {one.kind, other.kind} <= AMOUNTS and "" in {sort(one), sort(other)}


def _have_units(one: Figure, other: Figure, first: Figure, second: Figure) -> bool:
    """Return whether `first` and `second` have the units of `one` and `other`, which are not alike."""
    units = [figure.quantity.unit for figure in (one, first, other, second)]
    return all(units) and share_sense(*units[:2]) and share_sense(*units[2:]) and not share_sense(*units[::2])


def _are_alike(one: Pair, other: Pair) -> bool:
    """Return whether two figures are different amounts of one sort, in both texts."""
    return (
        {one.ja.quantity.kind, other.ja.quantity.kind} <= AMOUNTS
        and sort(one.ja.quantity) == sort(other.ja.quantity)
        and (
            sort(one.en.quantity) == sort(other.en.quantity)
            or ("" in {sort(one.en.quantity), sort(other.en.quantity)} and is_stated(one.en) and is_stated(other.en))
        )
        and one.ja.values != other.ja.values
    )


class _Names:
    """The words between the figures of both texts that surely render one another."""

    def __init__(self, segment: Segment, pairs: Sequence[Pair]) -> None:
        self._segment = segment
        self._ja = sorted((pair.ja for pair in pairs), key=_start)
        self._en = sorted((pair.en for pair in pairs), key=_start)

    def are_of_others(self, one: Pair, other: Pair) -> bool:
        """Return whether words that name two figures in the Japanese stand, in the English, with the other figure each.

        The English must have words and figures in turn: name, figure, name, figure; or figure, name, figure, name.
        """
        mine, theirs = self._name_of(one.ja), self._name_of(other.ja)
        known = [name is not None and self._is_direct(name, pair.ja) for name, pair in ((mine, one), (theirs, other))]
        if mine is not None and known == [True, False] and self._is_with_other(mine, one, other):
            return True
        if theirs is not None and known == [False, True] and self._is_with_other(theirs, other, one):
            return True
        if mine is None or theirs is None or _NEXT.search(self._segment.ja_prose, one.ja.end, theirs.ja.start) is None:
            return False
        figures, names = sorted([one.en, other.en], key=_start), sorted([mine.en, theirs.en], key=_start)
        as_in_japanese = (figures[0] is one.en) == (names[0] == mine.en)
        return not as_in_japanese and self._in_turn(figures, names)

    def _is_direct(self, name: Link, figure: Figure) -> bool:
        """Return whether a figure stands directly behind a word, and before none that it counts."""
        ja = self._segment.ja_prose
        return _DIRECTLY.fullmatch(ja, name.ja.end, figure.start) is not None and not ja.startswith("の", figure.end)

    def _is_with_other(self, name: Link, own: Pair, other: Pair) -> bool:
        """Return whether the name of one figure stands with the other in the English: 学生800円, *students 1,000 yen*."""
        en = self._segment.en_prose
        first, last = sorted([own.en, other.en], key=_start)
        if _LISTED.fullmatch(en, first.end, last.start):
            return False
        ended = all(_ENDED.match(en, figure.end) for figure in (own.en, other.en))
        said = ended and _HAS.fullmatch(en, name.en.end, other.en.start)
        said = said or _FOR.fullmatch(en, other.en.end, name.en.start)
        return bool(said) and _APART.search(en, *_between(name.en, own.en)) is not None

    def _in_turn(self, figures: Sequence[Figure], names: Sequence[Span]) -> bool:
        """Return whether two figures have a name each before them or behind them, and the two are set apart."""
        first = bisect_left(self._en, figures[0].start, key=_start)
        after = [bisect_left(self._en, name.start, key=_start) - first for name in names]  # how many of the figures
        if self._en[first + 1 : first + 2] != figures[1:] or after not in ([0, 1], [1, 2]):
            return False
        apart = (figures[0].end, names[1].start) if after == [0, 1] else (names[0].end, figures[1].start)
        return _APART.search(self._segment.en_prose, *apart) is not None

    def _name_of(self, figure: Figure) -> Link | None:
        """Return the link of the noun that names a figure right before it."""
        links = self._words
        k = bisect_right(links, figure.start, key=_ja_end) - 1
        if k < 0 or _NAMED.fullmatch(self._segment.ja_prose, links[k].ja.end, figure.start) is None:
            return None
        return links[k]

    @cached_property
    def _words(self) -> list[Link]:
        """The sure links, by the end of their Japanese."""
        return sorted((link for link in self._segment.links if link.score >= _SURE), key=_ja_end)


def _between(name: Span, figure: Figure) -> Offsets:
    """Return the range between a word and a figure."""
    return (name.end, figure.start) if name.start < figure.start else (figure.end, name.start)
