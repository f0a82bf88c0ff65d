"""Texts with the span of a finding between marks."""

from termalign.model import Span

_AROUND = 60  # code points shown on either side of a span in a long text


def excerpt(text: str, span: Span | None) -> str:
    """Return the text around a span, which is marked; without a span, the beginning of the text.

    >>> excerpt("Add five servers.", Span(4, 8, "five"))
    'Add ⟦five⟧ servers.'
    >>> excerpt("a" * 200, None)[-3:]
    'aa…'
    """
    if span is None:
        return text if len(text) <= 2 * _AROUND else f"{text[: 2 * _AROUND]}…"
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    before = f"{'…' if start else ''}{text[start : span.start]}"
    after = f"{text[span.end : end]}{'…' if end < len(text) else ''}"
    return f"{before}⟦{span.text}⟧{after}"
