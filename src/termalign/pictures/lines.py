"""Text pieces arranged in lines of similar length, with space around the chips and gaps for ribbons."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from termalign.pictures.pieces import Piece

_PAD = 6.0  # px inside a chip, on the left and the right
_MARGIN = 2.5  # px outside a chip, on the left and the right
_AFTER_BADGE = 4.0
BADGE = 16.0


class Placed(NamedTuple):
    """A piece with the left end of its room, in pixels."""

    piece: Piece
    x: float


class Fragment(NamedTuple):
    """The part of a chip on one line: the chip, the line, its ends in pixels, and whether it has the number."""

    chip: int
    line: int
    x0: float
    x1: float
    numbered: bool

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass
class Line:
    """One line of a text."""

    placed: list[Placed] = field(default_factory=list)  # from left to right
    width: float = 0.0  # px
    gaps: list[float] = field(default_factory=list)  # px, between pieces, where a ribbon crosses no letter


@dataclass
class Block:
    """The lines of one text, and the fragments of its chips."""

    lines: list[Line]
    fragments: list[Fragment]

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)


def badge_width(number: int) -> float:
    """Return the width in pixels of the badge with the number of a link."""
    return max(BADGE, 6.2 * len(str(number)) + 7)


def lay_out(pieces: Sequence[Piece], numbers: Sequence[int], width: float) -> Block:
    """Arrange pieces in as few lines of `width` pixels as possible, with lines as even as possible.

    Only a cluster that cannot be broken may be longer. `numbers` has the number that each chip shows.
    """
    clusters = _clusters(pieces, numbers, width)
    best = _set(clusters, numbers, width)
    low, high = width / 3, width
    while high - low > 8 and len(best.lines) > 1:
        middle = (low + high) / 2
        tried = _set(clusters, numbers, middle)
        if len(tried.lines) == len(best.lines) and tried.width <= width:
            best, high = tried, middle
        else:
            low = middle
    return best


def _clusters(pieces: Sequence[Piece], numbers: Sequence[int], width: float) -> list[list[Piece]]:
    """Return the pieces in clusters that stay on one line, as far as they fit."""
    found: list[list[Piece]] = []
    for group in _grouped(pieces, chips=True):
        if _length(group, numbers) <= width:
            found.append(group)
            continue
        for part in _grouped(group, chips=False):
            found += [part] if _length(part, numbers) <= width else [[piece] for piece in part]
    return found


def _grouped(pieces: Sequence[Piece], chips: bool) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    for piece in pieces:
        whole = chips and groups and piece.chip is not None and piece.chip == groups[-1][-1].chip
        if groups and not piece.newline and (piece.joined or whole):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _length(group: Sequence[Piece], numbers: Sequence[int]) -> float:
    return _set([list(group)], numbers, float("inf")).width


def _set(clusters: Sequence[Sequence[Piece]], numbers: Sequence[int], width: float) -> Block:
    """Arrange clusters one after the other, with a new line before each that does not fit."""
    setter = _Setter(numbers)
    for cluster in clusters:
        setter.add(cluster, width)
    setter.close()
    return Block(setter.lines, setter.fragments)


class _Setter:
    """The position of the next piece."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self.numbers = numbers
        self.lines = [Line()]
        self.fragments: list[Fragment] = []
        self.x = 0.0
        self.chip: int | None = None  # the open chip
        self.chip_x = 0.0
        self.seen: set[int] = set()

    def add(self, cluster: Sequence[Piece], width: float) -> None:
        x = self._after(cluster)
        if self.lines[-1].placed and (cluster[0].newline or x > width):
            self.close()
            self.lines.append(Line())
            self.x = 0.0
        for piece in cluster:
            self._place(piece)

    def _after(self, cluster: Sequence[Piece]) -> float:
        """Return the end of the line if this cluster is added."""
        x, chip = self.x, self.chip
        for piece in cluster:
            if piece.chip != chip:
                x += (_PAD + _MARGIN) * ((chip is not None) + (piece.chip is not None))
                if piece.chip is not None:
                    x += self._badge(piece.chip)
                chip = piece.chip
            x += piece.space + piece.room
        return x + (_PAD + _MARGIN) * (chip is not None)

    def _place(self, piece: Piece) -> None:
        line = self.lines[-1]
        if piece.chip != self.chip:
            self._end_chip()
        before = self.x
        if line.placed:
            self.x += piece.space
        if piece.chip is not None and self.chip is None:
            if line.placed:
                line.gaps.append((before + self.x + _MARGIN) / 2)
            self.x += _MARGIN
            self.chip, self.chip_x = piece.chip, self.x
            self.x += _PAD + self._badge(piece.chip)
        elif line.placed and self.chip is None and piece.space:
            line.gaps.append((before + self.x) / 2)
        line.placed.append(Placed(piece, self.x))
        self.x += piece.room
        line.width = self.x

    def _badge(self, chip: int) -> float:
        return 0.0 if chip in self.seen else badge_width(self.numbers[chip]) + _AFTER_BADGE

    def _end_chip(self) -> None:
        if self.chip is not None:
            numbered = self.chip not in self.seen
            self.seen.add(self.chip)
            self.x += _PAD
            self.fragments.append(Fragment(self.chip, len(self.lines) - 1, self.chip_x, self.x, numbered))
            self.x += _MARGIN
            self.lines[-1].width = self.x
            self.chip = None

    def close(self) -> None:
        self._end_chip()
