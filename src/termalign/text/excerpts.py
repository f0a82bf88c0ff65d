"""What a message shows: the part of a text around a span, and the first of many things."""

from termalign.model import Span

MOST_SHOWN = 10
"""The most things that a message names; it counts the rest."""
_CUT = "…"


def excerpt(text: str, start: int, end: int, around: int) -> tuple[str, Span]:
    """Return a span with at most `around` code points of the text on each side, and the span within that excerpt.

    Examples
    --------
    >>> excerpt("Add five servers.", 4, 8, around=3)
    ('…dd five se…', Span(start=4, end=8, text='five'))
    """
    first, last = max(0, start - around), min(len(text), end + around)
    before, after = _CUT if first else "", _CUT if last < len(text) else ""
    cut = before + text[first:last] + after
    shift = len(before) - first
    return cut, Span.of(cut, start + shift, end + shift)
