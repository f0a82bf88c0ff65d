"""Excerpts of texts with the span of a finding between marks."""

from termalign.model import Span
from termalign.text import excerpt

_AROUND = 60  # code points shown on either side of a span in a long text


def marked_excerpt(text: str, span: Span | None) -> str:
    """Return the text around a span with marks around the span, or the beginning of the text if there is no span.

    >>> marked_excerpt("Add five servers.", Span(4, 8, "five"))
    'Add ⟦five⟧ servers.'
    >>> marked_excerpt("a" * 200, None)[-3:]
    'aa…'
    """
    if span is None:
        return text if len(text) <= 2 * _AROUND else f"{text[: 2 * _AROUND]}…"
    cut, at = excerpt(text, span.start, span.end, _AROUND)
    return f"{cut[: at.start]}⟦{at.text}⟧{cut[at.end :]}"
