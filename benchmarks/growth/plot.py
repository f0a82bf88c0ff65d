"""Growth as a drawing: a row an entry point, a dot a shape of text, across by how many times as long ten times as much takes."""

from collections.abc import Sequence
from html import escape
from math import log10

from benchmarks.growth.timing import Growth

_LEFT, _ROW, _WIDTH, _TOP = 210, 20, 520, 34  # px
_LEAST, _MOST = 3.0, 100.0  # times: the ends of the scale
_TICKS = (3, 5, 10, 20, 50, 100)
_STYLE = """
text { font: 12px Helvetica, Arial, "Liberation Sans", sans-serif; fill: #1b1d20; }
.sheet { fill: #ffffff; } .grid { stroke: #e6e3dc; } .limit { stroke: #b3261e; stroke-dasharray: 4 3; }
.fine { fill: #2c6fbb; fill-opacity: .55; } .slow { fill: #b3261e; }
@media (prefers-color-scheme: dark) {
  text { fill: #e9e7e2; } .sheet { fill: #1a1d22; } .grid { stroke: #2d3138; } .limit { stroke: #f2938c; }
  .fine { fill: #7db3f0; } .slow { fill: #f2938c; }
}
"""


def plot(found: Sequence[Growth], limit: float) -> str:
    """An SVG document."""
    entries = list(dict.fromkeys(growth.entry for growth in found))
    height = _TOP + _ROW * len(entries) + 10
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _WIDTH + 30}" height="{height}" role="img" aria-label='
        '"How many times as long ten times as much takes, for each entry point and shape of text">',
        f"<style>{_STYLE}</style>",
        '<rect class="sheet" width="100%" height="100%" rx="8"/>',
    ]
    for tick in _TICKS:
        out.append(f'<line class="grid" x1="{_x(tick):.1f}" x2="{_x(tick):.1f}" y1="{_TOP - 8}" y2="{height - 8}"/>')
        out.append(f'<text x="{_x(tick):.1f}" y="18" text-anchor="middle">×{tick}</text>')
    out.append(f'<line class="limit" x1="{_x(limit):.1f}" x2="{_x(limit):.1f}" y1="{_TOP - 8}" y2="{height - 8}"/>')
    for row, entry in enumerate(entries):
        y = _TOP + _ROW * row + _ROW / 2
        out.append(f'<text x="{_LEFT - 14}" y="{y + 4:.1f}" text-anchor="end">{escape(entry)}</text>')
        for growth in found:
            if growth.entry == entry:
                kind = "slow" if growth.factor > limit else "fine"
                what = escape(f"{growth.shape or entry}: ×{growth.factor:.1f}")
                dot = f'class="{kind}" cx="{_x(growth.factor):.1f}" cy="{y:.1f}" r="4"'
                out.append(f"<circle {dot}><title>{what}</title></circle>")
    return "\n".join([*out, "</svg>\n"])


def _x(factor: float) -> float:
    """Where a factor stands, px."""
    share = (log10(min(_MOST, max(_LEAST, factor))) - log10(_LEAST)) / (log10(_MOST) - log10(_LEAST))
    return _LEFT + share * _WIDTH
