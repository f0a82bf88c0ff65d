"""A block of a segment: a part of both texts that is compared by itself."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from termalign.checking.figures import Figure, Side
from termalign.checking.paired_figures import PairedFigures, equals
from termalign.checking.segment import Segment
from termalign.japanese.morpheme import Morpheme, beginning_in
from termalign.model import Link, Span
from termalign.once import once
from termalign.quantities.quantity import Offsets

_T = TypeVar("_T")
_start, _ja_start = attrgetter("start"), attrgetter("ja.start")


def _first(pair: tuple[Figure, Figure]) -> int:
    return pair[0].start


def _second(pair: tuple[Figure, Figure]) -> int:
    return pair[1].start


class Block(Segment):
    """A part of the Japanese of a segment and the part of its English that renders it; offsets are those of the parts.

    Numbers and dates are read, and links found, in the whole segment, whose other sentences may say what a part leaves out.
    """

    def __init__(self, whole: Segment, ja: Offsets, en: Offsets) -> None:
        self.unit, self.number, self.file, self.direction = whole.unit, whole.number, whole.file, whole.direction
        self.glossary, self.aligner = whole.glossary, whole.aligner
        self._context, self._of_ja, self._of_en = whole, ja, en
        self._figures: dict[int, Figure] = {}
        self.ja, self.en = whole.ja[slice(*ja)], whole.en[slice(*en)]
        self.ja_prose, self.en_prose = whole.ja_prose[slice(*ja)], whole.en_prose[slice(*en)]

    @property
    def context(self) -> Segment:
        """The segment of the whole unit."""
        return self._context

    @cached_property
    def own_english(self) -> str:
        """The English prose with blanks in place of code that both texts of the segment share."""
        return self._context.own_english[slice(*self._of_en)]

    @cached_property
    def morphemes(self) -> list[Morpheme]:
        """The morphemes of the Japanese."""
        start, end = self._of_ja
        found = beginning_in(self._context.morphemes, start, end)
        return [m._replace(start=m.start - start, end=m.end - start) for m in found]

    @cached_property
    def links(self) -> Sequence[Link]:
        """The links whose Japanese and English are in the block."""
        return [
            replace(link, ja=_shifted(link.ja, -self._of_ja[0]), en=_shifted(link.en, -self._of_en[0]))
            for link in _among(self._context.links, _ja_start, self._of_ja)
            if _is_in(link.en, self._of_en)
        ]

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """The numbers and dates of the Japanese, and those of the English."""
        ja, en = self._context.sides
        return (
            Side(self.ja_prose, self._in_ja(ja.figures), references=self._in_ja(ja.references)),
            Side(self.en_prose, self._in_en(en.figures), references=self._in_en(en.references)),
        )

    @cached_property
    def figures(self) -> PairedFigures:
        """The numbers and dates, paired by value. One whose equal is in another block has no counterpart in this one."""
        found = self._context.figures
        return PairedFigures(
            sorted([*self._both(found.pairs), *self._again], key=_first),
            self._in_ja(found.ja),
            self._in_en(found.en),
            *self.said_elsewhere,
            (),
            self._both(found.references),
        )

    @cached_property
    def said_elsewhere(self) -> tuple[Sequence[Figure], Sequence[Figure]]:
        """The unpaired numbers and dates of both texts whose equals are in another block."""
        known = {id(figure) for pair in self._again for figure in pair}
        ja, en = ([figure for figure in side.figures if id(figure) not in known] for side in self._apart)
        return ja, en

    @cached_property
    def _again(self) -> Sequence[tuple[Figure, Figure]]:
        """The pairs of equal figures of this block that have other partners, or none, in the whole segment."""
        return list(equals(*self._apart))

    @cached_property
    def _apart(self) -> tuple[Side, Side]:
        """The numbers and dates of both texts that the whole segment pairs with those of another block, or leaves unpaired."""
        of_ja, of_en = _pairs_in_order(self._context)
        ja = [one for one, other in _among(of_ja, _first, self._of_ja) if not _is_in(other, self._of_en)]
        en = [other for one, other in _among(of_en, _second, self._of_en) if not _is_in(one, self._of_ja)]
        again = self._context.figures
        return (
            Side(self.ja_prose, sorted(self._in_ja(ja) + self._in_ja(again.ja_again), key=_start)),
            Side(self.en_prose, sorted(self._in_en(en) + self._in_en(again.en_again), key=_start)),
        )

    def _both(self, pairs: Sequence[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
        """Return the pairs of figures that are both in this block, of some that are in the order of the Japanese."""
        both = [(ja, en) for ja, en in _among(pairs, _first, self._of_ja) if _is_in(en, self._of_en)]
        return [(self._own(ja, self._of_ja), self._own(en, self._of_en)) for ja, en in both]

    def _in_ja(self, figures: Sequence[Figure]) -> list[Figure]:
        return [self._own(figure, self._of_ja) for figure in _among(figures, _start, self._of_ja)]

    def _in_en(self, figures: Sequence[Figure]) -> list[Figure]:
        return [self._own(figure, self._of_en) for figure in _among(figures, _start, self._of_en)]

    def _own(self, figure: Figure, part: Offsets) -> Figure:
        """Return a figure with its offsets in this block, always as the same object."""
        if id(figure) not in self._figures:
            quantity = figure.quantity.moved(lambda start, end: (start - part[0], end - part[0]))
            self._figures[id(figure)] = replace(figure, quantity=quantity)
        return self._figures[id(figure)]

    def ja_in_unit(self, span: Span) -> Span:
        """Return a span of the Japanese with its offsets in the text of the unit."""
        return self._context.ja_in_unit(_shifted(span, self._of_ja[0]))

    def en_in_unit(self, span: Span) -> Span:
        """Return a span of the English with its offsets in the text of the unit."""
        return self._context.en_in_unit(_shifted(span, self._of_en[0]))


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)


def _is_in(place: Span | Figure, part: Offsets) -> bool:
    return part[0] <= place.start and place.end <= part[1]


def _among(items: Sequence[_T], start: Callable[[_T], int], part: Offsets) -> Sequence[_T]:
    """Return those of some items, in the order of their starts, that begin in a part of the text."""
    return items[bisect_left(items, part[0], key=start) : bisect_left(items, part[1], key=start)]


@once
def _pairs_in_order(segment: Segment) -> tuple[Sequence[tuple[Figure, Figure]], Sequence[tuple[Figure, Figure]]]:
    """Return the pairs of figures in the order of the Japanese, and in that of the English."""
    pairs = segment.figures.pairs
    return pairs, sorted(pairs, key=_second)
