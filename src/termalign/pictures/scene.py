"""The contents of a picture: the numbered links, and the spans of both texts that can be drawn as chips."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from termalign.model import Link, Span
from termalign.pictures.captions import ENGLISH, Words

Range = tuple[int, int]
#: Steps of the score in the filter, in tenths.
BANDS = (5, 7, 9)


class Linked(Protocol):
    """What can be drawn: two texts with the links between them, as in an `Alignment`."""

    @property
    def ja(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def links(self) -> Sequence[Link]: ...
    @property
    def unaligned(self) -> Sequence[Span]: ...


@dataclass(frozen=True, slots=True)
class Numbered:
    """A link with its number in the picture.

    Numbers count from 1 in Japanese order. The links of one Japanese span share a number.
    """

    number: int
    link: Link

    def on(self, side: str) -> Span:
        """Return the span of the link in the text of one side, ``"ja"`` or ``"en"``."""
        return self.link.ja if side == "ja" else self.link.en

    @property
    def band(self) -> int:
        """The highest step that the score reaches, or 0 below the first."""
        return max((band for band in BANDS if self.link.score >= band / 10), default=0)

    @property
    def classes(self) -> str:
        """The classes of the link for the filter."""
        return f"k-{self.link.kind} b{self.band}"


def spoken(found: Numbered, words: Words = ENGLISH) -> str:
    """Return a link as a screen reader reads it out."""
    link = found.link
    because = f": {' ~ '.join(link.evidence[0].forms)}" if link.evidence else ""
    return f"{found.number}: {link.ja.text} – {link.en.text}, {words.called(link.kind)}, {link.score:.2f}{because}."


def numbered(links: Iterable[Link], by_text: bool = False) -> list[Numbered]:
    """Return links with a number for each Japanese span or, with `by_text`, for each term at all its positions."""
    numbers: dict[object, int] = {}
    ordered = sorted(links, key=lambda link: (link.ja.start, link.ja.end, link.en.start, link.en.end))
    return [
        Numbered(numbers.setdefault(link.ja.text if by_text else (link.ja.start, link.ja.end), len(numbers) + 1), link)
        for link in ordered
    ]


def drawable(links: Sequence[Numbered]) -> list[Numbered]:
    """Return links whose chips do not overlap, preferring those with higher scores. White space has no chip."""
    chosen: list[Numbered] = []
    ja, en = _Row(), _Row()
    for found in sorted(links, key=lambda found: -found.link.score):
        visible = found.link.ja.text.strip() and found.link.en.text.strip()
        if visible and ja.has_room(found.link.ja) and en.has_room(found.link.en):
            ja.add(found.link.ja)
            en.add(found.link.en)
            chosen.append(found)
    return sorted(chosen, key=lambda found: (found.link.ja.start, found.link.en.start))


class _Row:
    """Spans of one text that are equal or do not overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: dict[int, int] = {}

    def has_room(self, span: Span) -> bool:
        """Return whether the span is one of them, or overlaps none."""
        if self._ends.get(span.start) == span.end:
            return True
        at = bisect_left(self._starts, span.start)
        free_before = at == 0 or self._ends[self._starts[at - 1]] <= span.start
        return free_before and (at == len(self._starts) or span.end <= self._starts[at])

    def add(self, span: Span) -> None:
        if span.start not in self._ends:
            insort(self._starts, span.start)
            self._ends[span.start] = span.end


def is_term_list(alignment: Linked) -> bool:
    """Return whether the Japanese is a list of terms: several lines, and no span that is not a whole line."""
    lines: set[Range] = set()
    at = 0
    for line in alignment.ja.split("\n"):
        if line:
            lines.add((at, at + len(line)))
        at += len(line) + 1
    spans = {_range(span) for span in [*(link.ja for link in alignment.links), *alignment.unaligned]}
    return bool(spans) and len(lines) > 1 and spans <= lines


def _range(span: Span) -> Range:
    return span.start, span.end
