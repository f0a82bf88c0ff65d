"""Raised and lowered text: 10<sup>3</sup> is 10³, and H<sub>2</sub>O is H₂O."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from termalign.text.unseen import HIDDEN

Height = Literal["sup", "sub"]
"""The name of the tag in HTML."""

_PLAIN = "0123456789+-−=()n"
_RAISED = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ")
_FIGURES = re.compile(rf"\s*(?:[{re.escape(_PLAIN)}][\s,、]*)+")
_ELEMENT = re.compile(r"<(?P<height>su[pb])\b[^<>]*>(?P<inside>[^<>]+)</(?P=height)\s*>", re.IGNORECASE)
_AS_IT_IS = re.compile(r"st|nd|rd|th|\s*|[^\w\s(){}]+", re.IGNORECASE)  # 1st, ®


class Raised(NamedTuple):
    """The code points ``start:end`` of a text, whose elements raise or lower those between ``first`` and ``last``."""

    start: int
    first: int
    last: int
    end: int


def at_height(text: str, height: Height) -> str:
    """Return a raised or lowered text as plain characters.

    Figures and signs become those of Unicode. What has no such characters is marked by ``^`` if it is raised.

    Examples
    --------
    >>> [at_height(text, "sup") for text in ("-3", "0.5", "st")], [at_height(text, "sub") for text in ("2", "max")]
    (['⁻³', '^0.5', 'st'], ['₂', 'max'])
    """
    if _FIGURES.fullmatch(text):
        return text.translate(_RAISED if height == "sup" else _LOWERED)
    return text if height == "sub" or _AS_IT_IS.fullmatch(text) else f"^{text}"


def raised(text: str) -> Iterator[Raised]:
    """Yield what the elements ``<sup>`` and ``<sub>`` of a text raise or lower."""
    if "</" in text:
        for found in _ELEMENT.finditer(text):
            yield Raised(found.start(), *found.span("inside"), found.end())


def with_raised(text: str) -> str:
    r"""Return a text of the same length, with the elements ``<sup>`` and ``<sub>`` hidden and what they raise or lower as such.

    Examples
    --------
    >>> with_raised("2×10<sup>6</sup> CFU/mL, CO<sub>2</sub>, x<sup>n+0.5</sup>").replace("\u2060", "")
    '2×10⁶ CFU/mL, CO₂, x^n+0.5'
    """
    return _ELEMENT.sub(_hidden, text) if "</" in text else text


def _hidden(element: re.Match[str]) -> str:
    """Return what stands for an element in a text of the same length. A ``^`` takes the place of the end of the first tag."""
    inside = element["inside"]
    shown = at_height(inside, "sup" if element["height"].lower() == "sup" else "sub")
    before = element.start("inside") - element.start() - (len(shown) - len(inside))
    return HIDDEN * before + shown + HIDDEN * (element.end() - element.end("inside"))
