"""The drawing of a sentence pair: Japanese above, English below, and a ribbon from each term to its rendering."""

from collections.abc import Sequence
from dataclasses import dataclass

from termalign.model import Span
from termalign.pictures.captions import ENGLISH, Words
from termalign.pictures.clean import escaped
from termalign.pictures.lines import Block, Fragment, badge_width, lay_out
from termalign.pictures.pieces import EN_SIZE, JA_SIZE, RUBY_SIZE, english, japanese
from termalign.pictures.scene import Numbered, Range, spoken
from termalign.pictures.style import colour
from termalign.pictures.threads import Passage, Ways, band, n, way
from termalign.termbase import Glossary

WIDTH = 966.0  # px of the longest line
_LEFT, _RIGHT, _EDGE = 8.0, 30.0, 6.0
_THREAD = 1.1  # px, half the width of a ribbon that passes a line
_MOST_PASSED = 8  # most lines of a text that a ribbon passes through; past more lines, it runs beside them all
# Lanes beside the lines, within `_RIGHT`: px from the longest line to the first, px between lanes, and their number.
_FIRST_LANE, _LANE, _LANES = 9.0, 6.0, 3


@dataclass(frozen=True, slots=True)
class Setting:
    """The vertical layout of the lines of a text in pixels: line height, space below, baselines, and font size."""

    height: float
    leading: float
    base: float
    ruby: float
    size: float


_JA = Setting(height=47, leading=17, base=35.5, ruby=13.5, size=JA_SIZE)
_EN = Setting(height=30, leading=17, base=21.2, ruby=0, size=EN_SIZE)


class Drawing:
    """The parts of a picture, as SVG elements without a root.

    The spans of `links` may be equal, but must not overlap otherwise. `unaligned` has the terms without a link, below which is
    a dotted line. `width` is the maximum width of a line in pixels. A `still` drawing has no classes and labels for
    interaction. The attributes `width` and `height` are the size of the drawing in pixels, and `lines` is the number of lines
    of both texts.
    """

    def __init__(
        self,
        ja: str,
        en: str,
        links: Sequence[Numbered],
        width: float = WIDTH,
        still: bool = False,
        words: Words = ENGLISH,
        glossary: Glossary | None = None,
        unaligned: Sequence[Span] = (),
    ) -> None:
        self.links = links
        self._words = words
        self._still = still
        self._ja_chips, ja_numbers = _chips(
            [((found.link.ja.start, found.link.ja.end), found.number) for found in links]
        )
        self._en_chips, en_numbers = _chips(
            [((found.link.en.start, found.link.en.end), found.number) for found in links]
        )
        pieces = japanese(ja, self._ja_chips, [found.link for found in links], unaligned, glossary)
        self.ja = lay_out(pieces, ja_numbers, width)
        self.en = lay_out(english(en, self._en_chips), en_numbers, width)
        self._gap = 62.0 + 3.5 * min(len(links), 12) if links else 12.0
        self._en_top = _EDGE + _depth(self.ja, _JA) + self._gap
        self.width = _LEFT + max(self.ja.width, self.en.width) + _RIGHT
        self.height = self._en_top + _depth(self.en, _EN) + _EDGE
        self.lines = len(self.ja.lines) + len(self.en.lines)
        self._ja_ends = _first_fragments(self.ja, self._ja_chips)
        self._en_ends = _first_fragments(self.en, self._en_chips)
        self._linked: dict[tuple[str, Range], list[Numbered]] = {}
        for found in links:
            for side in ("ja", "en"):
                self._linked.setdefault((side, _range(found, side)), []).append(found)

    def body(self) -> str:
        """Return the elements as siblings: chips, then ribbons, then text.

        In this order, a style sheet can use ``~`` to change the ribbons while the pointer is on a chip.
        """
        return "\n".join([*self._marks(), *self._ribbons(), *self._text(self.ja, _JA, _EDGE, "ja"),
                          *self._text(self.en, _EN, self._en_top, "en")])  # fmt: skip

    def _ribbons(self) -> list[str]:
        ways = Ways(self.width - _LEFT - _EDGE)
        return [self._ribbon(found, ways) for found in self.links]

    def _ribbon(self, found: Numbered, ways: Ways) -> str:
        ja, en = self._ja_ends[_range(found, "ja")], self._en_ends[_range(found, "en")]
        start, end = (_LEFT + ja.middle, self._bottom(ja.line)), (_LEFT + en.middle, self._top(en.line))
        upper: list[Passage] = []
        lower: list[Passage] = []
        below, above = range(ja.line + 1, len(self.ja.lines)), range(en.line)
        if len(below) > _MOST_PASSED:
            upper.append(Passage(self._beside(found), self._ja_borders(below[0])[0], self._ja_borders(below[-1])[1]))
        else:
            for line in below:
                upper.append(Passage(_LEFT + ways.past(self.ja.lines[line], ja.middle), *self._ja_borders(line)))
        if len(above) > _MOST_PASSED:
            lower.append(Passage(self._beside(found), self._en_borders(0)[0], self._en_borders(above[-1])[1]))
        else:
            for line in reversed(above):
                lower.insert(0, Passage(_LEFT + ways.past(self.en.lines[line], en.middle), *self._en_borders(line)))
        top = _ends(ja) if not upper else _thread(upper[-1].x)
        bottom = _ends(en) if not lower else _thread(lower[0].x)
        return (
            f'<g class="r {self._names("r", [found])}">'
            f'<path class="band" d="{band(top, self._bottom(len(self.ja.lines) - 1), bottom, self._en_top)}"/>'
            f'<path class="way" d="{way(start, [*upper, *lower], end)}"/></g>'
        )

    def _beside(self, found: Numbered) -> float:
        """Return the horizontal position at which a ribbon runs beside all lines. Several ribbons may share one."""
        return self.width - _RIGHT + _FIRST_LANE + _LANE * (found.number % _LANES)

    def _marks(self) -> list[str]:
        found = [self._chip(fragment, _JA, _EDGE, self._ja_chips, "ja") for fragment in self.ja.fragments]
        return found + [self._chip(fragment, _EN, self._en_top, self._en_chips, "en") for fragment in self.en.fragments]

    def _chip(self, fragment: Fragment, face: Setting, top: float, chips: Sequence[Range], side: str) -> str:
        """Return a chip. The keyboard can reach Japanese chips."""
        linked = self._linked[side, chips[fragment.chip]]
        best = max(linked, key=lambda found: found.link.score)
        y = top + fragment.line * (face.height + face.leading)
        x = _LEFT + fragment.x0
        focus = ""
        if side == "ja" and fragment.numbered and not self._still:
            said = " ".join(spoken(found, self._words) for found in linked)
            focus = f' tabindex="0" role="img" aria-label="{escaped(said)}"'
        mark = (
            f'<rect class="chip" x="{n(x)}" y="{n(y)}" width="{n(fragment.x1 - fragment.x0)}" height="{n(face.height)}"'
            ' rx="6"/>'
        )
        if fragment.numbered:
            mark += badge(best.number, x + 6, y + face.base - face.size * 0.36)
        return f'<g class="l {self._names("l", linked)}"{focus}>{mark}</g>'

    def _names(self, what: str, linked: Sequence[Numbered]) -> str:
        """Return the classes of a chip or ribbon: its colour, doubt, and those for the pointer and the filter."""
        best = max(linked, key=lambda found: found.link.score)
        names = [f"c{colour(best.number)}", *(["doubt"] if best.link.score < 0.5 else [])]
        if not self._still:
            names += ["q", f"{what}{best.number}", *(name for found in linked for name in found.classes.split())]
        return " ".join(dict.fromkeys(names))

    def _text(self, block: Block, face: Setting, top: float, side: str) -> list[str]:
        out = [f'<g class="t" lang="{side}" xml:lang="{side}" font-size="{n(face.size)}" aria-hidden="true">']
        for k, line in enumerate(block.lines):
            y = top + k * (face.height + face.leading)
            for piece, at in line.placed:
                x = _LEFT + at
                out.append(_fitted(piece.text, x + (piece.room - piece.width) / 2, y + face.base, piece.width))
                if piece.bare:
                    # px from the baseline to the line below a term without a link
                    out.append(f'<path class="bare" d="M{n(x)} {n(y + face.base + 7.0)}h{n(piece.room)}"/>')
                if piece.kana:
                    middle = n(x + piece.room / 2)
                    out.append(
                        f'<text class="f" x="{middle}" y="{n(y + face.ruby)}" font-size="{RUBY_SIZE}"'
                        f' text-anchor="middle">{escaped(piece.kana)}</text>'
                    )
        return [*out, "</g>"]

    def _ja_borders(self, line: int) -> tuple[float, float]:
        top = _EDGE + line * (_JA.height + _JA.leading)
        return top, top + _JA.height

    def _en_borders(self, line: int) -> tuple[float, float]:
        top = self._en_top + line * (_EN.height + _EN.leading)
        return top, top + _EN.height

    def _bottom(self, line: int) -> float:
        return self._ja_borders(line)[1]

    def _top(self, line: int) -> float:
        return self._en_borders(line)[0]


def badge(number: int, x: float, y: float) -> str:
    """Return the number of a link in a filled lozenge, whose left end is at `x` and whose middle is at `y`."""
    width = badge_width(number)
    return (
        f'<rect class="badge" x="{n(x)}" y="{n(y - 8)}" width="{n(width)}" height="16" rx="8"/>'
        f'<text class="n" x="{n(x + width / 2)}" y="{n(y + 3.7)}" font-size="10.5" text-anchor="middle">{number}</text>'
    )


def _chips(spans: Sequence[tuple[Range, int]]) -> tuple[list[Range], list[int]]:
    """Return the distinct spans in order, and the number that each shows."""
    numbers: dict[Range, int] = {}
    for span, number in spans:
        numbers[span] = min(number, numbers.get(span, number))
    ordered = sorted(numbers)
    return ordered, [numbers[span] for span in ordered]


def _range(found: Numbered, side: str) -> Range:
    span = found.on(side)
    return span.start, span.end


def _first_fragments(block: Block, chips: Sequence[Range]) -> dict[Range, Fragment]:
    """Return the part of each chip on its first line, by the span of the chip."""
    return {chips[fragment.chip]: fragment for fragment in reversed(block.fragments)}


def _depth(block: Block, face: Setting) -> float:
    return len(block.lines) * (face.height + face.leading) - face.leading


def _ends(fragment: Fragment) -> tuple[float, float]:
    return _LEFT + fragment.x0 + 4, _LEFT + fragment.x1 - 4


def _thread(x: float) -> tuple[float, float]:
    return x - _THREAD, x + _THREAD


def _fitted(text: str, x: float, y: float, width: float) -> str:
    """Return text that keeps its width in any font."""
    fit = f' textLength="{n(width)}" lengthAdjust="spacingAndGlyphs"' if width > 0 else ""
    return f'<text x="{n(x)}" y="{n(y)}"{fit}>{escaped(text)}</text>'
