"""The English for the value of a Japanese figure, to put in place of a wrong one: *Article 1* for *Article 2*."""

import re
from collections.abc import Iterator
from fractions import Fraction

from termalign.checking.figures import Figure
from termalign.quantities import english_quantities, equivalence
from termalign.quantities.quantity import ordinal

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(st|nd|rd|th)?\b")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE = re.compile("|".join(_SCALES), re.IGNORECASE)
_HALF_OF_DAY = re.compile(r"(\s?)([ap])(m(?![a-z])|\.m\.)", re.IGNORECASE)
_GROUPED = re.compile(r"(?<=\d) (?=\d{3})")
_EQUAL = 0.9  # lowest `equivalence` of what means the same
_MOST_DECIMALS = 4
_SHOWS_COMMAS = 4  # digits of the shortest number with a comma, without which some write it


def corrected(ja: Figure, en: str = "") -> str:
    """Return the English for a Japanese figure in the form of some wrong English, if that form can have the value.

    Examples
    --------
    >>> from termalign.checking.figures import japanese
    >>> pairs = ("第1条", "Article 2"), ("午後3時", "5 p.m."), ("3億円", "30 million yen"), ("13万2000円", "")
    >>> [corrected(japanese(ja).figures[0], en) for ja, en in pairs]
    ['Article 1', '3 p.m.', '300 million yen', '132,000 yen']
    """
    said = _GROUPED.sub(",", ja.said).replace("≈ ", "about ").replace("JPY", "yen")
    return next((way for way in _ways(ja, en) if _means(way, ja)), said)


def _means(text: str, ja: Figure) -> bool:
    found = english_quantities(text)
    return len(found) == 1 and equivalence(ja.quantity, found[0]) >= _EQUAL


def _ways(ja: Figure, en: str) -> Iterator[str]:
    """Yield the wrong English with the right number or time in it."""
    en = " ".join(en.split())
    number, scale = _NUMBER.search(en), _SCALE.search(en)
    if number and len(ja.values) == 1 and not ja.is_numbering:
        value = ja.values[0] / (_SCALES[scale[0].lower()] if scale else 1)
        if written := _written(value, _is_grouped(value, number[0], ja), number[1] is not None):
            yield en[: number.start()] + written + en[number.end() :]
    half = _HALF_OF_DAY.search(en)
    if half and ja.quantity.kind == "time":
        hour, minute = map(int, ja.quantity.numbers[:2])
        minutes = f":{minute:02}" if minute or ":" in en else ""
        letter = "a" if hour < 12 else "p"
        yield f"{hour % 12 or 12}{minutes}{half[1]}{letter if half[2].islower() else letter.upper()}{half[3]}"


def _is_grouped(value: Fraction, en: str, ja: Figure) -> bool:
    """Return whether a number has commas: if the wrong one has, or if that is an amount too short to show it."""
    quantity, whole = ja.quantity, en.replace(",", "").partition(".")[0]
    is_amount = quantity.kind == "money" or (quantity.kind == "number" and quantity.unit != "")
    return "," in en or value >= 10**_SHOWS_COMMAS or (is_amount and len(whole) < _SHOWS_COMMAS)


def _written(value: Fraction, grouped: bool, as_ordinal: bool) -> str:
    """Return a number in digits, or ``""`` if that takes too many."""
    if value.denominator == 1:
        return ordinal(int(value)) if as_ordinal else f"{int(value):,}" if grouped else str(int(value))
    decimal = f"{float(value):.{_MOST_DECIMALS}f}".rstrip("0")
    return decimal if Fraction(decimal) == value else ""
