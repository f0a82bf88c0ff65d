"""What an amount is for, in symbols of units: 5 g/L, 400 W/(m·K), 8.3 J mol⁻¹ K⁻¹."""

import re
from functools import cache
from unicodedata import normalize

from termalign.quantities.prefixed import prefixed_units
from termalign.quantities.units import PRODUCT
from termalign.text.normalise import HALF_WIDTH

_SHORT = {
    "sec": "second", "min": "minute", "h": "hour", "hr": "hour", "d": "day", "wk": "week", "yr": "year",
    "mmHg": "millimetre of mercury", "°C": "degree C", "℃": "degree C", "Vs": "volt/second", "cc": "cubic centimetre",
}  # fmt: skip
_LETTERS = "A-Za-zµμΩΩÅÅ°℃"
_MINUS = "[-−–]"
_DIVISOR = re.compile(rf"(1\.73 ?m(?:\^?2|²))|([{_LETTERS}]+)(?:\^?([23])|([²³]))?(?![{_LETTERS}0-9²³^⁻])")
_PRODUCT = re.compile(rf"\(([{_LETTERS}0-9²³^]+)[ ·*.×]([{_LETTERS}0-9²³^]+)\)")
_INVERSE = re.compile(
    rf"([{_LETTERS}]+)(?:[⁻−]([¹²³1-3])|\^[({{]?{_MINUS}([1-3])[)}}]?|-([1-3]))(?![{_LETTERS}0-9⁰-⁹]|\.[0-9])"
)
_LONGEST = 16  # code points
_AS_LISTED = HALF_WIDTH | PRODUCT


@cache
def _symbols() -> dict[str, str]:
    return {symbol: unit.name for unit in prefixed_units() for symbol in unit.symbols} | _SHORT


def divisor_at(text: str, position: int) -> tuple[int, str] | None:
    """Return the end and the unit of a symbol behind a bar or *per*. Two in brackets are two divisors.

    >>> divisor_at("g/cm^3", 2), divisor_at("W/(m·K)", 2), divisor_at("m/s²", 2), divisor_at("and/or", 4)
    ((6, 'cubic centimetre'), (7, 'metre/kelvin'), (4, 'second^2'), None)
    """
    said = text[position : position + _LONGEST].translate(_AS_LISTED)
    found = _DIVISOR.match(said)
    if found is not None:
        name = "body surface" if found[1] else _named(found[2], found[3] or found[4])
        return (position + found.end(), name) if name else None
    both = _PRODUCT.match(said)
    names = [end[1] for k in (1, 2) if both and (end := divisor_at(both[k], 0))]
    return (position + both.end(), "/".join(names)) if both and len(names) == 2 else None


def inverse_at(text: str, position: int) -> tuple[int, str] | None:
    """Return the end and the unit of a symbol with a negative exponent.

    >>> inverse_at("mol⁻¹", 0), inverse_at("cm^-3", 0), inverse_at("s-2", 0), inverse_at("m-10 m", 0)
    ((5, 'mole'), (5, 'cubic centimetre'), (3, 'second^2'), None)
    """
    found = _INVERSE.match(text[position : position + _LONGEST].translate(HALF_WIDTH))
    name = _named(found[1], normalize("NFKC", found[2] or found[3] or found[4])) if found else ""
    return (position + found.end(), name) if found and name else None


def _named(symbol: str, exponent: str | None) -> str:
    """Return the name of a unit to a power; '' for letters that are no symbol."""
    symbols = _symbols()
    name = symbols.get(symbol) or (symbols.get(symbol.lower(), "") if len(symbol) > 1 else "")
    if not name or not exponent or exponent in "1¹":
        return name
    power = normalize("NFKC", exponent)
    return symbols.get(f"{symbol}{power}", f"{name}^{power}")
