"""Links as plain tuples, and back: how they are pickled, and sent from one process to another.

Spans are slices of two texts that whoever takes the links has anyway, and pickled objects cost several times their content.
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
    """The links without the texts that they are slices of."""
    return [(*_head(x), list(map(_reason, x.evidence)), list(map(_part, x.parts))) for x in links]


def packed_spans(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The spans without the text that they are slices of."""
    return list(map(_ends, spans))


def unpacked_links(packed: Iterable[tuple[Any, ...]], ja: str, en: str) -> tuple[Link, ...]:
    """The links in these texts."""
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
    """The spans in this text."""
    return tuple([Span(start, end, text[start:end]) for start, end in packed])
