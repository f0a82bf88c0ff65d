"""What an amount is for, in symbols of units: 5 g/L, 400 W/(m·K), 8.3 J mol⁻¹ K⁻¹."""

import re
from functools import cache
from unicodedata import normalize

from termalign.quantities.quantity import LONGEST, Edge
from termalign.quantities.units import PRODUCT, SPANS_OF_TIME, prefixed_units
from termalign.text.normalise import HALF_WIDTH

_OTHERS = SPANS_OF_TIME | {
    "sec": "second", "min": "minute", "h": "hour", "hr": "hour", "d": "day", "wk": "week", "yr": "year", "時間": "hour",
    "風": "second",
    "mmHg": "millimetre of mercury", "°C": "degree C", "℃": "degree C", "Vs": "volt/second", "cc": "cubic centimetre", "US": "",
}  # fmt: skip
_LETTERS = "A-Za-zµμΩΩÅÅ°℃"
_MINUS = "[-−–]"
_DIVISOR = re.compile(rf"(1\.73 ?m(?:\^?2|²))|([{_LETTERS}]+)(?:\^?([23])|([²³]))?(?![{_LETTERS}0-9²³^⁻])")
_PRODUCT = re.compile(rf"\(([{_LETTERS}0-9²³^]+)[ ·*.×]([{_LETTERS}0-9²³^]+)\)")
_INVERSE = re.compile(
    rf"([{_LETTERS}]+)(?:[⁻−]([¹²³1-3])|\^[({{]?{_MINUS}([1-3])[)}}]?|-([1-3]))(?![{_LETTERS}0-9⁰-⁹]|\.[0-9])"
)
_AS_LISTED = HALF_WIDTH | PRODUCT


@cache
def _symbols() -> dict[str, str]:
    return {symbol: name for name, unit in prefixed_units().items() for symbol in unit.symbols} | _OTHERS


def divisor_at(text: str, position: int) -> Edge | None:
    """Return the unit of a symbol behind a bar or *per*, or None. Two in brackets are two divisors.

    >>> [found and found.value for found in (divisor_at("g/cm^3", 2), divisor_at("W/(m·K)", 2), divisor_at("and/or", 4))]
    ['cubic centimetre', 'metre/kelvin', None]
    """
    said = text[position : position + LONGEST].translate(_AS_LISTED)
    found = _DIVISOR.match(said) or _PRODUCT.match(said)
    if found is None:
        return None
    if found.re is _DIVISOR:
        name = "body surface" if found[1] else unit_of_symbol(found[2], found[3] or found[4])
    else:
        both = [divisor_at(symbol, 0) for symbol in found.groups()]
        name = "/".join(each.value for each in both if each) if all(both) else ""
    return Edge(position, position + found.end(), name) if name else None


def inverse_at(text: str, position: int) -> Edge | None:
    """Return the unit of a symbol with a negative exponent, or None.

    >>> [found and found.value for found in (inverse_at("mol⁻¹", 0), inverse_at("cm^-3", 0), inverse_at("m-10 m", 0))]
    ['mole', 'cubic centimetre', None]
    """
    found = _INVERSE.match(text[position : position + LONGEST].translate(HALF_WIDTH))
    name = unit_of_symbol(found[1], found[2] or found[3] or found[4]) if found else ""
    return Edge(position, position + found.end(), name) if found and name else None


def unit_of_symbol(symbol: str, exponent: str | None = None) -> str:
    """Return the name of a unit, to a power if there is an exponent; '' for letters that are no symbol.

    >>> unit_of_symbol("kg"), unit_of_symbol("s", "²"), unit_of_symbol("x")
    ('kilogram', 'second^2', '')
    """
    symbols = _symbols()
    name = symbols.get(symbol, symbols.get(symbol.lower(), "") if len(symbol) > 1 else "")
    power = normalize("NFKC", exponent or "1")
    return symbols.get(f"{symbol}{power}", f"{name}^{power}") if name and power != "1" else name


def unit_named(word: str) -> str:
    """Return the unit of a symbol or word of any width and case; the word itself if it has no symbol.

    >>> unit_named("Ｈ"), unit_named("時間"), unit_named("minute")
    ('hour', 'hour', 'minute')
    """
    plain = normalize("NFKC", word).lower()
    return unit_of_symbol(plain) or plain
