"""Numbers in figures, with fractions and powers of ten: 4,400, 9.5, 2・5倍, 9½, 2 1/2, 1.5×10⁻³, 10⁶, 10の6乗, 1e-6."""

import re
from decimal import Decimal
from unicodedata import normalize

from termalign.quantities.quantity import GLYPHS, LONGEST, Amount

AFTER_DECIMAL = "[%％倍割万億兆パポキメトセミグ度]"
"""Behind decimals after ・, which is a decimal point only before a unit: 2・5倍, but 3・1独立運動 and 二・二六事件 are dates."""
# Twelve groups are already more than LONGEST: of a long run of groups, no more need to be read.
_FIGURES = re.compile(r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,12}(?![0-9０-９])|[0-9０-９]+")
_SEPARATORS = dict.fromkeys(map(ord, ",，"))
_DECIMALS = re.compile(rf"(?:[.．][0-9０-９]+|・[0-9０-９](?={AFTER_DECIMAL}))(?![0-9０-９]*[.．][0-9０-９])")
_SHARE = re.compile(r"[ -](1|3)/(2|4|8)(?![0-9/])")
_MINUS = "[-−–－]"
_RAISED = rf"(?:\^|\*\*)[({{]?([+＋]?{_MINUS}?[0-9０-９]{{1,2}})[)}}]?|([⁺⁻]?[⁰¹²³⁴-⁹]{{1,2}})|の([0-9０-９]{{1,2}})乗"
_BEHIND = re.compile(
    rf"[ 　]?[×xX✕⨯·⋅・*＊][ 　]?(?:10|１０)(?:{_RAISED}|({_MINUS}[0-9０-９]{{1,2}}(?![0-9０-９])))"
    "|[eE]([-+][0-9]{1,2})(?![0-9A-Za-z.])"
)
"""A factor and a power of ten: ×10^3, and 1e-3 as computers write it. Only a negative exponent needs no mark that raises it
(×10-3), because 5×105 may be a product."""
_ALONE = re.compile(rf"(?:10|１０)(?:{_RAISED})")
_ASCII_MINUS = str.maketrans("−–－", "---")


def read_figures(text: str, position: int) -> tuple[Amount, int] | None:
    """Read the figures at a position, and return their value and their end; None if there are none, or far too many.

    >>> read_figures("１,２３４.5m", 0), read_figures("2 1/2 cups", 0), read_figures("5 x 10^5", 0)
    ((Decimal('1234.5'), 7), (Decimal('2.5'), 5), (500000, 8))
    """
    if power := _ALONE.match(text, position):
        return _scaled(1, power), power.end()
    found = _FIGURES.match(text, position)
    if found is None:
        return (GLYPHS[text[position]], position + 1) if text[position : position + 1] in GLYPHS else None
    if found.end() - position > LONGEST:
        return None
    value, end = _with_fraction(text, found[0].translate(_SEPARATORS), found.end())
    if end - position > 2 * LONGEST:
        return None
    behind = _BEHIND.match(text, end)
    return (_scaled(value, behind), behind.end()) if behind else (value, end)


def _with_fraction(text: str, whole: str, end: int) -> tuple[Amount, int]:
    """Return the value of a whole number with the fraction behind it, and its end."""
    if text[end : end + 1] in GLYPHS:
        return int(whole) + GLYPHS[text[end]], end + 1
    if decimals := _DECIMALS.match(text, end):
        return Decimal(f"{whole}.{decimals[0][1:]}"), decimals.end()
    share = _SHARE.match(text, end)
    return (int(whole) + Decimal(share[1]) / Decimal(share[2]), share.end()) if share else (int(whole), end)


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
