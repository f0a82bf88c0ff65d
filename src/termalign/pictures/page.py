"""One self-contained HTML page with the pictures of any number of alignments; no script, nothing from outside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from termalign.arguments import checked, checked_alignments
from termalign.pictures import filter
from termalign.pictures.clean import escaped
from termalign.pictures.evidence import line, missing, table
from termalign.pictures.marked import article, texts
from termalign.pictures.metrics import em_width
from termalign.pictures.palette import PALETTE
from termalign.pictures.pieces import EN_SIZE, JA_SIZE
from termalign.pictures.ribbons import WIDTH, Drawing
from termalign.pictures.scene import Numbered, drawable, is_term_list, numbered
from termalign.pictures.threads import n

if TYPE_CHECKING:
    from termalign.alignment import Alignment

_MOST_LINES = 6  # of either text: beyond, ribbons are a tangle, and the terms are marked in the text instead
_CALM = 5  # lines of both texts: with more, ribbons are drawn fainter until they are pointed at
_ROOM = WIDTH + 38  # px that a picture takes on the page
_WHY = 52.0  # px below it for the evidence of what is pointed at: two lines


@dataclass(frozen=True, slots=True)
class Section:
    """One alignment on the page: its HTML, its links, and the highest number that they show."""

    html: str
    links: Sequence[Numbered]


def page(alignments: "Iterable[Alignment]", *, title: str = "Alignment") -> str:
    """A self-contained HTML page.

    Sentence pairs are drawn with ribbons; long texts, lists of terms and texts with both languages in them have their
    terms marked where they stand. Every link can be reached by the keyboard, and shows its evidence; a table beneath says
    all of it. The page needs no script and loads nothing.

    Parameters
    ----------
    alignments : iterable of Alignment
        In the order in which they are shown.
    title : str
        Plain text.

    Returns
    -------
    str
        A whole HTML document, which can be encoded as UTF-8 whatever the texts hold.

    Raises
    ------
    TypeError
        If one is no alignment, or the title no text.

    Examples
    --------
    >>> from termalign import align
    >>> from termalign.pictures import page
    >>> html = page([align("桜島が噴火した。", "Sakurajima erupted.")], title="Volcanoes")
    >>> html.startswith("<!doctype html>"), "<script" in html
    (True, False)
    """
    checked(title, "title")
    shown = list(checked_alignments(alignments))
    sections = [_section(alignment, k, alone=len(shown) == 1) for k, alignment in enumerate(shown, 1)]
    links = [found for section in sections for found in section.links]
    kinds = filter.kinds_of(links)
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(title)}</title>",
            f"<style>\n{_style()}{_rules(sections, filter.rules(kinds))}</style></head>",
            "<body>",
            *(filter.inputs(kinds) if len(links) > 1 else ()),
            f'<header><h1 dir="auto">{escaped(title)}</h1><p>{_counts(len(shown), len(links))}</p>',
            *(filter.labels(kinds) if len(links) > 1 else ()),
            "</header><main>",
            *(section.html for section in sections),
            "</main><footer>Made with termalign. A number and its colour stand for one link; dashes mean a score below "
            "0.5.</footer></body></html>\n",
        ]
    )


def _section(alignment: "Alignment", k: int, alone: bool) -> Section:
    key = f"p{k}"
    listed = is_term_list(alignment)
    ribbons = None if listed or alignment.ja == alignment.en else _ribbons(alignment, _HINT if k == 1 else "")
    if ribbons is not None:
        links, picture = ribbons
    else:
        links = numbered(alignment.links, by_text=True)
        picture = (article if listed else texts)(alignment, links, key)
    rows = table(links, alignment.unaligned, key, f"Links of text {k}" if not alone else "Links and their evidence")
    heading = f'<h2 id="{key}" class="{"sr" if alone else "at"}">{k}</h2>'
    return Section(
        f'<section class="p {filter.classes(links)}" aria-labelledby="{key}">{heading}\n{picture}\n'
        f'<details{" open" if alone else ""}><summary>Evidence<span class="sr"> for {k}</span></summary>'
        f'<div class="scroll">{rows}</div></details></section>',
        links,
    )


_HINT = "Point at a term, or reach it with the Tab key, to see why it was linked."


def _ribbons(alignment: "Alignment", rest: str) -> tuple[list[Numbered], str] | None:
    """Links and the picture, if ribbons can show all of it; `rest` stands below while nothing is pointed at."""
    links = numbered(alignment.links)
    room = WIDTH * _MOST_LINES
    if len(alignment.ja) * JA_SIZE > room * 2 or em_width(alignment.en) * EN_SIZE > room or "\n\n" in alignment.ja:
        return None
    if len(drawable(links)) < len(links):
        return None
    drawing = Drawing(alignment.ja, alignment.en, links)
    if max(len(drawing.ja.lines), len(drawing.en.lines)) > _MOST_LINES:
        return None
    height = drawing.height + _WHY
    many = ' class="many"' if drawing.lines > _CALM else ""
    return links, (
        f'<p class="sr" lang="ja">{escaped(alignment.ja)}</p><p class="sr" lang="en">{escaped(alignment.en)}</p>\n'
        f'<div class="picture"><svg{many} width="{n(_ROOM)}" height="{n(height)}" viewBox="0 0 {n(_ROOM)} {n(height)}"'
        f' role="group" aria-label="Terms and their renderings">\n{drawing.body()}\n'
        f"{_whys(links, drawing.height, rest or missing(alignment.unaligned))}\n</svg></div>"
    )


def _whys(links: Sequence[Numbered], y: float, rest: str) -> str:
    """The evidence of each number, all in one place: the style sheet shows that of what is pointed at."""
    by_number: dict[int, list[Numbered]] = {}
    for found in links:
        by_number.setdefault(found.number, []).append(found)
    lines = [(f"w w{number}", "<br>".join(map(line, found))) for number, found in by_number.items()]
    return "\n".join(
        f'<foreignObject class="{name}" x="0" y="{n(y)}" width="{n(_ROOM)}" height="{n(_WHY)}" aria-hidden="true">'
        f"<div>{content}</div></foreignObject>"
        for name, content in [("hint", rest), *lines]
        if content
    )


def _counts(pairs: int, links: int) -> str:
    return f"{pairs} {'text' if pairs == 1 else 'texts'} · {links} {'link' if links == 1 else 'links'}"


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("style.css").read_text(encoding="utf-8")


def _rules(sections: Sequence[Section], filter_rules: Iterable[str]) -> str:
    """What the style sheet cannot know: colours, one rule for each number there is, and those of the filter."""
    numbers = max((found.number for section in sections for found in section.links), default=0)
    rows = max((len(section.links) for section in sections if "<svg" not in section.html), default=0)
    rules = [
        "svg .c0" + "".join(f", svg .c{k}" for k in range(1, len(PALETTE))) + ", .no { color: var(--c); }",
        *(f".c{k} {{ --c: {c.light}; --on: {c.on_light}; }}" for k, c in enumerate(PALETTE)),
        "@media (prefers-color-scheme: dark) { @media not print {",
        *(f".c{k} {{ --c: {c.dark}; --on: {c.on_dark}; }}" for k, c in enumerate(PALETTE)),
        "} }",
    ]
    for number in range(1, numbers + 1):
        pointed = f":is(.l{number}, .r{number}):is(:hover, :focus-visible) ~"
        rules += [
            f"{pointed} .r{number} {{ opacity: 1; }}",
            f"{pointed} .r{number} .way {{ stroke-width: 2.2; stroke-opacity: 1; }}",
            f"{pointed} .w{number} {{ visibility: visible; }}",
        ]
    for row in range(1, rows + 1):
        rules.append(f".m.e{row}:hover ~ .j.e{row} > .tip {{ display: block; }}")
    return "\n".join([*rules, *filter_rules, ""])
