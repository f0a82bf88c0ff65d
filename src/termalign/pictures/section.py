"""The section of one alignment on a page, with its picture and the table of its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

import termalign.pictures.filter as filter
from termalign.pictures.captions import ENGLISH, Words
from termalign.pictures.clean import escaped
from termalign.pictures.evidence import line, missing, table
from termalign.pictures.marked import article, texts
from termalign.pictures.metrics import em_width
from termalign.pictures.pieces import EN_SIZE, JA_SIZE
from termalign.pictures.ribbons import WIDTH, Drawing
from termalign.pictures.scene import Linked, Numbered, drawable, is_term_list, numbered
from termalign.pictures.threads import n
from termalign.termbase import Glossary

#: px that a picture takes on a page in addition to its longest line.
MARGIN = 38
_MOST_ROOM = 4 * WIDTH  # px of either text on one line; beyond, ribbons would tangle, and terms are marked instead
_WHY = 52.0  # px below the drawing for two lines with the evidence of the chip under the pointer


@dataclass(frozen=True, slots=True)
class Section:
    """The HTML of a section, and its links."""

    html: str
    links: Sequence[Numbered]


def section(
    alignment: Linked,
    number: int = 1,
    *,
    name: str = "",
    alone: bool = True,
    width: float = WIDTH,
    fixed: bool = False,
    words: Words = ENGLISH,
    glossary: Glossary | None = None,
) -> Section:
    """Return the section of an alignment, in which all ids begin with ``p`` and its number.

    `number` is its position on the page, from 1, and `name` what the page calls it, by default this number. If it is `alone`,
    its name is not shown, and its table is open. `width` is the longest line of ribbons in pixels. If that is `fixed`, the
    section also has the texts with their terms marked, which the style sheet shows in their place on a narrow screen.
    The readings of the `glossary` take precedence in the furigana.
    """
    key, called = f"p{number}", escaped(name or str(number))
    listed = is_term_list(alignment)
    hint = words.hint if number == 1 else ""
    drawn = None if listed or alignment.ja == alignment.en else _ribbons(alignment, hint, width, words, glossary)
    if drawn is not None:
        links, picture = drawn
        if fixed:
            marked = texts(alignment, links, key, words, glossary)
            picture = f'<div class="roomy">{picture}</div>\n<div class="narrow">{marked}</div>'
    else:
        links = numbered(alignment.links, by_text=True)
        picture = (article if listed else texts)(alignment, links, key, words, glossary)
    caption = words.caption if alone else words.caption_of_one.format(called)
    rows = table(links, alignment.unaligned, key, caption, words)
    heading = f'<h2 id="{key}" class="{"sr" if alone else "at"}">{called}</h2>'
    of = f'<span class="sr">{words.of_one.format(called)}</span>'
    html = (
        f'<section class="p {filter.classes(links)}" aria-labelledby="{key}">{heading}\n{picture}\n'
        f"<details{' open' if alone else ''}><summary>{words.evidence}{of}</summary>"
        f'<div class="scroll">{rows}</div></details></section>'
    )
    return Section(html, links)


def _ribbons(
    alignment: Linked, rest: str, width: float, words: Words, glossary: Glossary | None
) -> tuple[list[Numbered], str] | None:
    """Return the links and the picture, or None if ribbons cannot show all links.

    `rest` is shown below the picture while the pointer is not on a chip.
    """
    links = numbered(alignment.links)
    if len(alignment.ja) * JA_SIZE > _MOST_ROOM * 2 or em_width(alignment.en) * EN_SIZE > _MOST_ROOM:
        return None
    # ribbons of more than twenty links would tangle
    if "\n\n" in alignment.ja or len(links) > 20 or len(drawable(links)) < len(links):
        return None
    drawing = Drawing(
        alignment.ja, alignment.en, links, width, words=words, glossary=glossary, unaligned=alignment.unaligned
    )
    if max(len(drawing.ja.lines), len(drawing.en.lines)) * width > _MOST_ROOM:
        return None
    across, height = width + MARGIN, drawing.height + _WHY
    # across more than five lines, ribbons are faint until the pointer is on them
    many = ' class="many"' if drawing.lines > 5 else ""
    return links, (
        f'<p class="sr" lang="ja">{escaped(alignment.ja)}</p><p class="sr" lang="en">{escaped(alignment.en)}</p>\n'
        f'<div class="picture"><svg{many} width="{n(across)}" height="{n(height)}" viewBox="0 0 {n(across)} {n(height)}"'
        f' role="group" aria-label="{words.picture}">\n{drawing.body()}\n'
        f"{_whys(links, drawing.height, across, rest or missing(alignment.unaligned, words), words)}\n</svg></div>"
    )


def _whys(links: Sequence[Numbered], y: float, across: float, rest: str, words: Words) -> str:
    """Return the evidence of each number, all in one place. The style sheet shows that of the chip under the pointer."""
    by_number: dict[int, list[str]] = {}
    for found in links:
        by_number.setdefault(found.number, []).append(line(found, words))
    lines = [(f"w w{number}", "<br>".join(said)) for number, said in by_number.items()]
    return "\n".join(
        f'<foreignObject class="{name}" x="0" y="{n(y)}" width="{n(across)}" height="{n(_WHY)}" aria-hidden="true">'
        f"<div>{content}</div></foreignObject>"
        for name, content in [("hint", rest), *lines]
        if content
    )
