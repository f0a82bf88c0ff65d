"""The picture of one sentence pair as a stand-alone SVG file, for a document or a slide."""

from collections.abc import Sequence

from termalign.arguments import checked_alignment, positive
from termalign.pictures.clean import escaped
from termalign.pictures.lines import badge_width
from termalign.pictures.metrics import em_width
from termalign.pictures.ribbons import WIDTH, Drawing, badge
from termalign.pictures.scene import Linked, Numbered, drawable, numbered, spoken
from termalign.pictures.style import PALETTE, colour
from termalign.pictures.threads import n
from termalign.termbase import Glossary, GlossaryLike

_BORDER = 20.0  # px around the drawing
_LEGEND = 12.5  # px, font size of the legend
_ROW = 26.0
_APART = 18.0
_STYLE = """
.alignment { max-width: 100%; height: auto; }
text { font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Hiragino Sans", "Noto Sans CJK JP",
  "Noto Sans JP", "Yu Gothic", Meiryo, sans-serif; fill: #1b1d20; }
[lang=ja] text { font-family: "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans CJK JP", "Noto Sans JP",
  "Yu Gothic", Meiryo, Helvetica, Arial, sans-serif; }
text.f, text.s { fill: #62666b; } text.n { font-weight: 700; }
.sheet { fill: #ffffff; stroke: #e6e3dc; }
.band { fill: currentColor; fill-opacity: .2; } .badge { fill: currentColor; }
.way { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-opacity: .5; }
.chip { fill: currentColor; fill-opacity: .13; stroke: currentColor; stroke-opacity: .6; }
.doubt > .chip, .doubt > .way { stroke-dasharray: 4 3; }
.bare { fill: none; stroke: #62666b; stroke-width: 1.5; stroke-dasharray: 2 3; }
"""
_DARK = """
text { fill: #e9e7e2; } text.f, text.s { fill: #a0a5ab; } .bare { stroke: #a0a5ab; } .sheet { fill: #1a1d22; stroke: #2d3138; }
.band { fill-opacity: .26; } .chip { fill-opacity: .2; }
"""


def drawing(alignment: Linked, *, width: float = WIDTH, glossary: GlossaryLike | None = None) -> str:
    """Draw the ribbons of an alignment and a legend as a stand-alone SVG document.

    Parameters
    ----------
    alignment : Alignment
        The alignment of a sentence or a short text. If two links overlap, the one with the lower score is only in the legend.
    width : float
        The maximum width of a line, in pixels. Longer texts have several lines. The picture is at most some 80 pixels wider.
    glossary : Glossary, or any argument of `Glossary.of`, optional
        Terms with readings, which take precedence in the furigana.

    Returns
    -------
    str
        An XML document in UTF-8, which follows the reader's light or dark scheme. A browser shrinks it to its window.

    Raises
    ------
    TypeError
        If `alignment` is not an alignment, or `width` is not a number.
    ValueError
        If `width` is not above 0.

    Examples
    --------
    >>> from termalign import align
    >>> svg = drawing(align("桜島が噴火した。", "Sakurajima erupted."))
    >>> svg.startswith("<svg xmlns="), "<title id=" in svg
    (True, True)
    """
    checked_alignment(alignment, "alignment")
    width = positive(width, "width")
    told = None if glossary is None else Glossary.of(glossary)
    links = numbered(alignment.links)
    picture = Drawing(
        alignment.ja, alignment.en, drawable(links), width, still=True, glossary=told, unaligned=alignment.unaligned
    )
    legend, below = _legend(links, max(picture.width, 420.0))
    across = max(picture.width, max((x for x, _ in legend), default=0.0)) + 2 * _BORDER
    down = picture.height + below + 2 * _BORDER
    described = " ".join([f"{alignment.ja} — {alignment.en}", *map(spoken, links)])
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="alignment" width="{n(across)}" height="{n(down)}"'
            f' viewBox="0 0 {n(across)} {n(down)}" role="img" aria-labelledby="title desc">',
            f'<title id="title">{escaped(_shortened(alignment.ja))} ↔ {escaped(_shortened(alignment.en))}</title>',
            f'<desc id="desc">{escaped(described)}</desc>',
            f"<style>{_STYLE}{_colours(dark=False)}@media (prefers-color-scheme: dark) {{{_DARK}{_colours(dark=True)}}}</style>",
            f'<rect class="sheet" x=".5" y=".5" width="{n(across - 1)}" height="{n(down - 1)}" rx="12"/>',
            f'<g transform="translate({n(_BORDER)} {n(_BORDER)})">',
            picture.body(),
            f'<g font-size="{n(_LEGEND)}" transform="translate(8 {n(picture.height + 8)})">',
            *(element for _, element in legend),
            "</g></g></svg>\n",
        ]
    )


def _legend(links: Sequence[Numbered], width: float) -> tuple[list[tuple[float, str]], float]:
    """Return the right end and the element of each entry of the legend, and the height of the legend."""
    found: list[tuple[float, str]] = []
    x, y = 0.0, _ROW / 2
    for each in links:
        text = f"{each.link.kind} {each.link.score:.2f}"
        size = badge_width(each.number) + 6 + em_width(text) * _LEGEND
        if x and x + size > width - 16:
            x, y = 0.0, y + _ROW
        at = x + badge_width(each.number) + 6
        fit = f'textLength="{n(size - (at - x))}" lengthAdjust="spacingAndGlyphs"'
        element = f'<g class="c{colour(each.number)}">{badge(each.number, x, y)}'
        found.append((x + size + 8, f'{element}<text class="s" x="{n(at)}" y="{n(y + 4.4)}" {fit}>{text}</text></g>'))
        x += size + _APART
    return found, (y + _ROW / 2 + 4 if links else 0.0)


def _colours(dark: bool) -> str:
    return "".join(
        f".c{k} {{ color: {c.dark if dark else c.light}; }} .c{k} text.n {{ fill: {c.on_dark if dark else c.on_light}; }}\n"
        for k, c in enumerate(PALETTE)
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
