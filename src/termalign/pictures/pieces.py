"""Text split into pieces of a line: words with their furigana, and the chips of links."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

from termalign.japanese.tagger import tokenize
from termalign.model import Link, Span
from termalign.pictures.clean import shown
from termalign.pictures.furigana import furigana
from termalign.pictures.metrics import em_width, japanese_width
from termalign.termbase import Glossary

_NOT_FIRST = frozenset("、。，．・：；？！）］｝」』】〉》〕”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…,.:;?!)]}%℃")
_NOT_LAST = frozenset("（［｛「『【〈《〔“‘([{$£¥￥")
_FOLLOWS = ("助詞", "助動詞", "接尾辞")  # parts of speech that stay on the line of the word before
_LONGEST = 24  # code points of a piece; longer ones are not words and are split

JA_SIZE = 22.0
RUBY_SIZE = 10.5
EN_SIZE = 17.5
_EN_SPACE = 6.0  # px between English words, wide enough for a ribbon to pass


class Piece(NamedTuple):
    """A piece of text that is drawn as one text element."""

    text: str  # as shown
    width: float  # px
    room: float  # px on the line, which is more than `width` if the furigana is wider
    space: float  # px of white space before it, unless it begins a line
    kana: str  # the furigana above it
    chip: int | None  # the index of its chip
    joined: bool  # whether no line may begin with it
    newline: bool  # whether a line must begin with it
    bare: bool = False  # whether it belongs to a term without a link


def japanese(
    text: str,
    chips: Sequence[tuple[int, int]],
    links: Iterable[Link],
    unaligned: Iterable[Span] = (),
    glossary: Glossary | None = None,
) -> list[Piece]:
    """Return the pieces of a Japanese text: its morphemes, also split at the borders of `chips`, `unaligned` and furigana."""
    bare = [(span.start, span.end) for span in unaligned]
    without_link = {at for start, end in bare for at in range(start, end)}
    cuts = set(chain.from_iterable([*chips, *bare]))
    readings = {(ruby.start, ruby.end): ruby.kana for ruby in furigana(text, links, cuts, glossary)}
    words: set[int] = set()
    following: set[int] = set()
    for m in tokenize(text):
        words |= {m.start, m.end}
        if m.pos.startswith(_FOLLOWS):
            following.add(m.start)
    cuts |= words
    inside = {at for start, end in readings for at in range(start + 1, end)}
    cuts = (cuts - inside) | set(chain.from_iterable(readings))
    pieces: list[Piece] = []
    for start, end, space, newline in _stretches(text, cuts):
        kana = readings.get((start, end), "")
        written = shown(text[start:end])
        width = japanese_width(written) * JA_SIZE
        before = text[start - 1 : start]
        close = not space and (start not in words or written[0] in _NOT_FIRST or before in _NOT_LAST)
        joined = close or (not space and start in following)
        air = 0.0 if close or not pieces else 1.5  # px between Japanese words
        room = max(width, japanese_width(kana) * RUBY_SIZE + 1)
        gap = japanese_width(" ") * JA_SIZE * bool(space) + air
        chip, is_bare = _chip(chips, start), start in without_link
        pieces.append(Piece(written, width, room, gap, kana, chip, joined, newline, is_bare))
    return pieces


def english(text: str, chips: Sequence[tuple[int, int]]) -> list[Piece]:
    """Return the pieces of an English text: the text between white space, also split at the borders of `chips`."""
    cuts = set(chain.from_iterable(chips))
    pieces: list[Piece] = []
    for start, end, space, newline in _stretches(text, cuts):
        written = shown(text[start:end])
        width = em_width(written) * EN_SIZE
        joined = bool(start) and not space and text[start - 1] not in "-–—/"
        gap = _EN_SPACE * bool(space)
        pieces.append(Piece(written, width, width, gap, "", _chip(chips, start), joined, newline))
    return pieces


def _stretches(text: str, cuts: Iterable[int]) -> list[tuple[int, int, bool, bool]]:
    """Return the start and end of each piece, and whether white space and a line end come before it."""
    borders = sorted({0, len(text), *cuts})
    found: list[tuple[int, int, bool, bool]] = []
    last = 0
    for a, b in pairwise(borders):
        for word in re.finditer(r"\S+", text[a:b]):
            for at in range(a + word.start(), a + word.end(), _LONGEST):
                end = min(at + _LONGEST, a + word.end())
                gap = text[last:at]
                found.append((at, end, bool(gap), bool(found) and "\n" in gap))
                last = end
    return found


def _chip(chips: Sequence[tuple[int, int]], at: int) -> int | None:
    """Return the index of the chip that contains a code point. `chips` are in order and do not overlap."""
    k = bisect_right(chips, at, key=itemgetter(0)) - 1
    return k if k >= 0 and at < chips[k][1] else None
