"""Powers of ten: 1.5×10⁻³, 5 x 10^5, 10⁶, 10の6乗, 1e-6."""

import re
from decimal import Decimal
from unicodedata import normalize

from termalign.quantities.quantity import Amount

_MINUS = "[-−–－]"
_RAISED = rf"(?:\^|\*\*)[({{]?([+＋]?{_MINUS}?[0-9０-９]{{1,2}})[)}}]?|([⁺⁻]?[⁰¹²³⁴-⁹]{{1,2}})|の([0-9０-９]{{1,2}})乗"
_BEHIND = re.compile(
    rf"[ 　]?[×xX✕⨯·⋅・*＊][ 　]?(?:10|１０)(?:{_RAISED}|({_MINUS}[0-9０-９]{{1,2}}(?![0-9０-９])))"
    "|[eE]([-+][0-9]{1,2})(?![0-9A-Za-z.])"
)
"""A factor and a power, also without its sign of elevation if the exponent is negative: ×10-3; 5×105 may be a product.
Computers write 1e-3."""
_ALONE = re.compile(rf"(?:10|１０)(?:{_RAISED})")
_ASCII_MINUS = str.maketrans("−–－", "---")


def with_power(text: str, value: Amount, end: int) -> tuple[Amount, int]:
    """Return the value of a number that ends at `end`, multiplied by the power of ten behind it, and its new end.

    >>> with_power("1.5×10⁻³Pa", Decimal("1.5"), 3), with_power("5 x 10^5", 5, 1), with_power("3×4", 3, 1)
    ((Decimal('0.0015'), 8), (500000, 8), (3, 1))
    """
    found = _BEHIND.match(text, end)
    return (_scaled(value, found), found.end()) if found else (value, end)


def read_power(text: str, position: int) -> tuple[Amount, int] | None:
    """Read a power of ten without a factor, and return its value and its end.

    >>> read_power("10⁶", 0), read_power("10^-2", 0), read_power("106", 0)
    ((1000000, 3), (Decimal('0.01'), 5), None)
    """
    found = _ALONE.match(text, position)
    return (_scaled(1, found), found.end()) if found else None


def _scaled(value: Amount, power: re.Match[str]) -> Amount:
    exponent = int(normalize("NFKC", next(filter(None, power.groups()))).translate(_ASCII_MINUS))
    product = Decimal(value).scaleb(exponent)
    return int(product) if product == product.to_integral_value() else product


def has_power(figures: str) -> bool:
    """Return whether the figures of a number have a power of ten.

    >>> has_power("5×10^5"), has_power("10⁵"), has_power("105")
    (True, True, False)
    """
    return _ALONE.search(figures) is not None or _BEHIND.search(figures) is not None
