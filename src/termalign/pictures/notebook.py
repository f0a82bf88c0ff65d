"""An alignment inside a notebook, made of spans and a table, which a notebook's sanitiser lets through.

Sanitisers drop ``style`` elements, classes, SVG and ruby, and some drop all styles. Therefore each span sets its background
and, to be legible in a dark theme too, its text colour. The numbers convey the same without colours.
"""

from termalign.arguments import checked_alignment
from termalign.model import Span
from termalign.pictures.clean import escaped
from termalign.pictures.scene import Linked, Numbered, numbered
from termalign.pictures.style import PALETTE, colour

_MOST = 200  # most links to show in a notebook
_LONGEST = 5000  # code points of a text
_LEFT = "text-align: left"


def fragment(alignment: Linked) -> str:
    """Return both texts with their links marked, and a table of the links."""
    checked_alignment(alignment, "alignment")
    links = numbered(alignment.links)
    texts = [("ja", _cut(alignment.ja)), ("en", _cut(alignment.en))]
    marked = "<br>".join(
        f'<span lang="{side}">{_marked(text, [(found.on(side), found) for found in links])}</span>'
        for side, text in texts[alignment.ja == alignment.en :]
    )
    rows = "".join(map(_row, links[:_MOST]))
    more = f"<p>… and {len(links) - _MOST} more links</p>" if len(links) > _MOST else ""
    heads = "".join(f'<th style="{_LEFT}">{head}</th>' for head in ("", "Japanese", "English", "kind", "score"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if links else ""
    return f'<div><p style="line-height: 1.9">{marked}</p>{table}{more}</div>'


def _marked(text: str, spans: list[tuple[Span, Numbered]]) -> str:
    """Return the text with chips. Chips cannot nest, so of overlapping spans, the first and longest is shown."""
    out: list[str] = []
    at = 0
    for span, found in sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end)):
        if at <= span.start and span.end <= len(text):
            out += [_plain(text[at : span.start]), _chip(found, span.text)]
            at = span.end
    return "".join([*out, _plain(text[at:])])


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _plain(text: str) -> str:
    return "<br>".join(map(escaped, text.split("\n")))


def _chip(found: Numbered, text: str) -> str:
    return _tinted(found, f"{_plain(text)}<sup><b>{found.number}</b></sup>")


def _tinted(found: Numbered, content: str) -> str:
    tint = PALETTE[colour(found.number)].tint
    style = f"background-color: {tint}; color: #1b1d20; padding: 1px 4px; border-radius: 4px"
    return f'<span style="{style}">{content}</span>'


def _row(found: Numbered) -> str:
    link = found.link
    cells = (escaped(link.ja.text), escaped(link.en.text), escaped(link.kind), f"{link.score:.2f}")
    return (
        "<tr>"
        + "".join(f'<td style="{_LEFT}">{cell}</td>' for cell in (_tinted(found, f"<b>{found.number}</b>"), *cells))
        + "</tr>"
    )
