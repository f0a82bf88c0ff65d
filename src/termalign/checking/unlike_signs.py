"""Figures of equal value of which only one has a sign: -5度, *5 degrees*; ±10%, *10%*."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from termalign.checking.claims import below_zero
from termalign.checking.figures import Figure
from termalign.checking.preceding import preceding
from termalign.checking.segment import Segment

_EITHER_WAY = re.compile(r"(?:±|\+/[-−–]|プラスマイナス|plus[ -]or[ -]minus|either way)\s?", re.IGNORECASE)
_BEHIND_EITHER_WAY = re.compile(f"{_EITHER_WAY.pattern}$", re.IGNORECASE)
_DASH_AT_THE_BEGINNING = re.compile(r"^\s*[-−－–] $", re.MULTILINE)  # of an item of a list, or a minus: - 90.0
_SIGN = re.compile(r"^(?:[-−–▲△]|±|\+/[-−–]|(?:plus[ -]or[ -])?minus|negative)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([\d.,]+)\)")  # as accountants write negative amounts


def _is_negative(text: str, figure: Figure) -> bool:
    return figure.negative or text[figure.start] in "-−－▲△"


def _is_either_way(text: str, figure: Figure) -> bool:
    return bool(_EITHER_WAY.match(text, figure.start) or preceding(_BEHIND_EITHER_WAY, text, figure.start))


class Sign(NamedTuple):
    """A sign, with what it says of a figure, and how it is written."""

    what: str
    written: str
    stands_at: Callable[[str, Figure], bool]

    def without(self, figure: str) -> str:
        """Return a figure as written, but for its sign."""
        return _IN_BRACKETS.sub(r"\1", _SIGN.sub("", figure))


_MINUS = Sign("is negative", "-", _is_negative)
_SIGNS = _MINUS, Sign("is plus or minus", "±", _is_either_way)


class _Signed(NamedTuple):
    """The figures of a text that have a sign, and those that have none."""

    text: str
    signed: list[Figure]
    plain: list[Figure]

    @classmethod
    def of(cls, text: str, figures: Sequence[Figure], sign: Sign) -> "_Signed":
        signed = [figure for figure in figures if sign.stands_at(text, figure)]
        return cls(text, signed, [figure for figure in figures if figure not in signed])

    def may_be_negative(self) -> bool:
        """Return whether words say of a figure without a sign that it is below zero, or a dash begins its line."""
        return any(
            below_zero(self.text, each) or preceding(_DASH_AT_THE_BEGINNING, self.text, each.start)
            for each in self.plain
        )


def unlike_signs(segment: Segment) -> Iterator[tuple[Sign, bool, Figure, Figure]]:
    """Yield signs that figures of equal value have in one text only, whether that is the Japanese, and the figures.

    The values must be equally frequent in both texts. Words may express a sign (*a loss of 3 yen*), and a dash may be none.
    """
    texts, both = (segment.ja_prose, segment.en_prose), segment.figures
    ours = _by_value([*(one for one, _ in both.pairs), *both.ja_again])
    theirs = _by_value([*(other for _, other in both.pairs), *both.en_again])
    for value, sign in product(ours, _SIGNS):
        figures = _equally_many(ours[value], theirs.get(value, []))
        if not figures[0] or _has_dashes(texts[0], figures[0], texts[1], figures[1]):
            continue
        ja, en = (_Signed.of(*side, sign) for side in zip(texts, figures, strict=True))
        if len(ja.signed) > len(en.signed) and not (sign is _MINUS and en.may_be_negative()):
            yield sign, True, ja.signed[-1], en.plain[0]
        elif len(ja.signed) < len(en.signed) and not (sign is _MINUS and ja.may_be_negative()):
            yield sign, False, ja.plain[0], en.signed[-1]


def _equally_many(ours: list[Figure], theirs: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return figures of equal value if both texts have equally many, perhaps only in digits: -1, but not *one* of them."""
    if len(ours) != len(theirs):
        ours, theirs = ([figure for figure in figures if figure.in_digits] for figures in (ours, theirs))
    return (ours, theirs) if len(ours) == len(theirs) else ([], [])


def _by_value(figures: Sequence[Figure]) -> dict[tuple[Fraction, ...], list[Figure]]:
    """Return the single numbers other than 0, and the ranges, grouped by value in text order."""
    found: dict[tuple[Fraction, ...], list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: figure.start):
        if (len(figure.values) == 1 or figure.quantity.kind == "range") and any(figure.values):
            found.setdefault(figure.values, []).append(figure)
    return found


def _has_dashes(ja: str, ours: Sequence[Figure], en: str, theirs: Sequence[Figure]) -> bool:
    """Return whether figures follow dashes equally often, as in (unsigned long)-1 and base-8, or are limits: *within 10%*."""
    dashes = _dashes(ja, ours[0])
    return dashes == _dashes(en, theirs[0]) != 0 or en.endswith("within ", 0, theirs[0].start)


def _dashes(text: str, figure: Figure) -> int:
    digits = re.sub(r"[^0-9.]", "", figure.text)
    return len(re.findall(rf"[-−－]{re.escape(digits)}(?![0-9])", text)) if digits else 0
