"""Figures of equal value of which only one has a sign: -5度, *5 degrees*; ±10%, *10%*."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from termalign.checking.changes import below_zero
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


_SIGNS = Sign("is negative", "-", _is_negative), Sign("is plus or minus", "±", _is_either_way)


def unlike_signs(segment: Segment) -> Iterator[tuple[Sign, bool, Figure, Figure]]:
    """Yield signs that figures of equal value have in one text only, whether that is the Japanese, and the figures.

    The values must be equally frequent in both texts. Words may express a sign (*a loss of 3 yen*), and a dash may be none.
    """
    ja, en, both = segment.ja_prose, segment.en_prose, segment.figures
    ours = _by_value([*(one for one, _ in both.pairs), *both.ja_again])
    theirs = _by_value([*(other for _, other in both.pairs), *both.en_again])
    for value, sign in product(ours, _SIGNS):
        mine, others = ours[value], theirs.get(value, [])
        if len(mine) != len(others):  # -1, but not *one* of them
            mine, others = ([figure for figure in figures if figure.in_digits] for figures in (mine, others))
        signed = [figure for figure in mine if sign.stands_at(ja, figure)]
        signed_too = [figure for figure in others if sign.stands_at(en, figure)]
        if not mine or len(mine) != len(others) or len(signed) == len(signed_too) or _has_dashes(ja, mine, en, others):
            continue
        in_japanese = len(signed) > len(signed_too)
        text, figures = (en, others) if in_japanese else (ja, mine)
        plain = [figure for figure in figures if figure not in (signed_too if in_japanese else signed)]
        if sign.written == "-" and any(below_zero(text, figure) or _may_be_minus(text, figure) for figure in plain):
            continue
        yield sign, in_japanese, signed[-1] if in_japanese else plain[0], plain[0] if in_japanese else signed_too[-1]


def _may_be_minus(text: str, figure: Figure) -> bool:
    """Return whether a dash begins the line of a figure: an item of a list, or a minus with a space behind it."""
    return preceding(_DASH_AT_THE_BEGINNING, text, figure.start) is not None


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
