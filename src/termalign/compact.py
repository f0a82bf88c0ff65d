"""Links converted to plain tuples, and back, for pickling and for sending them to other processes.

The recipient has the two texts, so only the offsets of spans are kept; pickled objects are several times as large.
"""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from termalign.model import Evidence, Link, Part, Span

_ends = attrgetter("start", "end")
_head = attrgetter("ja.start", "ja.end", "en.start", "en.end", "kind", "score")
_reason = attrgetter("kind", "strength", "coverage", "forms")
_part = attrgetter("ja.start", "ja.end", "en.start", "en.end", "kind")


def packed_links(links: Iterable[Link]) -> list[tuple[Any, ...]]:
    """Return links as tuples, with offsets in place of the texts of spans."""
    return [(*_head(x), list(map(_reason, x.evidence)), list(map(_part, x.parts))) for x in links]


def packed_spans(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the offsets of spans."""
    return list(map(_ends, spans))


def unpacked_links(packed: Iterable[tuple[Any, ...]], ja: str, en: str) -> tuple[Link, ...]:
    """Restore links from tuples and the two texts."""
    return tuple(
        [
            Link(
                Span(start, end, ja[start:end]),
                Span(first, last, en[first:last]),
                kind,
                score,
                tuple([Evidence(*one) for one in evidence]),
                tuple([Part(Span(s, e, ja[s:e]), Span(i, j, en[i:j]), k) for s, e, i, j, k in parts]),
            )
            for start, end, first, last, kind, score, evidence, parts in packed
        ]
    )


def unpacked_spans(packed: Iterable[tuple[int, int]], text: str) -> tuple[Span, ...]:
    """Restore spans from offsets and the text."""
    return tuple([Span(start, end, text[start:end]) for start, end in packed])
