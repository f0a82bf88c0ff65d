"""Figures that state the same value by another number: rounded, converted, the next integer, the end of a fiscal period,
the day of another calendar.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from termalign.checking.claims import Claim, claim_of_english, claim_of_japanese
from termalign.checking.figures import Figure, Side
from termalign.checking.fiscal_periods import same_period
from termalign.quantities import Quantity
from termalign.quantities.bounds import bound_of_english, bound_of_japanese
from termalign.quantities.calendar import GREGORIAN_SINCE
from termalign.quantities.equivalence import equivalence
from termalign.quantities.old_calendar import may_be_western
from termalign.quantities.rounding import cut, significant
from termalign.quantities.units import known, senses, share_sense

_LEAST_ROUNDED = 10**4  # smallest number that may be rounded
_BEYOND = ("above", "below")  # bounds that show a rounded number: *over 12,000*
_CONVERTED = Fraction(1, 20)  # largest difference of a conversion, which is often rounded: 10 km (6 miles)
_SHARES = frozenset({"percent", "fraction", "multiple"})
_LEAP_MONTH = "閏"
_SAYS_SO = re.compile(r"\s?[(（]旧暦")
_NEXT = {("below", "most"): -1, ("least", "above"): -1, ("above", "least"): 1, ("most", "below"): 1}


def restated(ja: Side, one: Figure, en: Side, other: Figure) -> bool:
    """Return whether a figure of the English states one of the Japanese by another number.

    Examples
    --------
    >>> from termalign.checking.figures import english, japanese
    >>> def same(ja, en):
    ...     sides = japanese(ja), english(en)
    ...     return restated(sides[0], sides[0].figures[0], sides[1], sides[1].figures[0])
    >>> same("12億3,456万円", "1.23 billion yen"), same("12億3,456万円", "1.24 billion yen"), same("20℃", "68°F")
    (True, False, True)
    >>> same("18歳未満", "aged 17 or younger"), same("令和6年度", "March 31, 2025"), same("3割増", "130%"), same("3割引", "30%")
    (True, True, True, False)
    """
    before = (each.quantity for each in ja.figures)
    return _restated(ja.text, one.quantity, en.text, other.quantity) or _may_be_converted(
        ja.text, one.quantity, before, other.quantity
    )


def _restated(japanese: str, ja: Quantity, english: str, en: Quantity) -> bool:
    if same_period(japanese, ja, english, en):
        return True
    if (share := _proportion(japanese, ja)) is not None and share == _proportion(english, en):
        return "multiple" not in (ja.kind, en.kind) or ":" in japanese[ja.start : ja.end] + english[en.start : en.end]
    if ja.kind in _SHARES and en.kind in _SHARES:
        if ja.unit != en.unit and ja.unit and en.unit:
            return False  # 5質量%, *5% by volume*
        level = _level(ja, claim_of_japanese(japanese, ja))
        return level is not None and level == _level(en, claim_of_english(english, en))
    return _is_rounded(japanese, ja, english, en) or _is_temperature(ja, en) or _is_next(japanese, ja, english, en)


def _proportion(text: str, quantity: Quantity) -> Fraction | None:
    """Return a ratio as a fraction, and so one in 1000 parts for 1000倍希釈 and *1:1000*."""
    if quantity.kind == "multiple" and isinstance(quantity.value, int) and quantity.value:
        return Fraction(1, quantity.value)
    if quantity.kind == "ratio" and len(quantity.numbers) == 2 and quantity.numbers[1]:
        return Fraction(quantity.numbers[0]) / Fraction(quantity.numbers[1])
    in_figures = re.search("[:/]", text[quantity.start : quantity.end])
    return quantity.value if isinstance(quantity.value, Fraction) and in_figures and not quantity.unit else None


def converted(one: Quantity, other: Quantity) -> bool:
    """Return whether a quantity may be another one in other units, within five percent.

    An amount of money in another currency always may, because exchange rates are not known.

    >>> from termalign.quantities import english_quantities
    >>> def same(text):
    ...     return converted(*english_quantities(text))
    >>> same("10 km (6 miles)"), same("10 km (62 miles)"), same("68°F (20°C)"), same("¥100 million ($900,000)")
    (True, False, True, True)
    """
    if "money" in (one.kind, other.kind) and _may_be_money(one) and _may_be_money(other):
        return not share_sense(one.unit, other.unit)
    if len(one.numbers) != len(other.numbers):
        return False
    if _is_temperature(one, other, _CONVERTED) or _is_temperature(other, one, _CONVERTED):
        return True
    units = [(known(a), known(b)) for a in senses(one.unit) for b in senses(other.unit)]
    factors = [(a.factor, b.factor) for a, b in units if a and b and a.dimension == b.dimension]
    numbers = [(Fraction(a), Fraction(b)) for a, b in zip(one.numbers, other.numbers, strict=True)]
    return any(
        size != to and all(abs(a * size - b * to) <= _CONVERTED * abs(a * size) for a, b in numbers)
        for size, to in factors
    )


def _may_be_money(quantity: Quantity) -> bool:
    """Return whether a quantity may be an amount of money; a pound may also be a weight."""
    return quantity.kind == "money" or any(sense.isupper() for sense in senses(quantity.unit))


def _level(share: Quantity, change: Claim | None) -> Fraction | None:
    """Return what is left of a whole: 13/10 for 3割増 and *130%*, 1/2 for *50% off*."""
    if not isinstance(share.value, int | Decimal | Fraction):
        return None
    value = Fraction(share.value) / (100 if share.kind == "percent" else 1)
    if change is None or share.kind == "multiple":
        return value
    return {"rise": 1 + value, "fall": 1 - value}.get(change.name, value)


def _is_rounded(japanese: str, ja: Quantity, english: str, en: Quantity) -> bool:
    """Return whether one text rounds or truncates a number of the other to two or more digits, and shows that it does.

    A word such as *about* or *over* shows it, and so does a number that is not written out: 12億3,456万円, *JPY 1.23 billion*.
    """
    if not isinstance(ja.value, int | Decimal) or not isinstance(en.value, int | Decimal):
        return False
    exact, said = sorted((Decimal(ja.value), Decimal(en.value)), key=significant, reverse=True)
    digits = significant(said)
    if abs(exact) < _LEAST_ROUNDED or exact != int(exact) or digits < 2 or said not in cut(exact, digits):
        return False
    mine, theirs = bound_of_japanese(japanese, ja.start, ja.end), bound_of_english(english, en.start, en.end)
    if said == en.value:
        written, bound, other = english[en.start : en.end], theirs, mine
    else:
        written, bound, other = japanese[ja.start : ja.end], mine, theirs
    is_beyond = bound is not None and bound.name in _BEYOND and other is None
    if str(int(said)) in written.replace(",", "") and not (ja.approx or en.approx or is_beyond):
        return False
    return bool(equivalence(replace(ja, value=said), replace(en, value=said)))


#: Where water freezes, and how many degrees are a kelvin.
_DEGREES = {
    "degree C": (Fraction(0), Fraction(1)),
    "degree F": (Fraction(32), Fraction(9, 5)),
    "kelvin": (Fraction(27315, 100), Fraction(1)),
}


def _is_temperature(ja: Quantity, en: Quantity, share: Fraction = Fraction(0)) -> bool:
    """Return whether a temperature is converted, within one degree or a share of the value: 20℃, *68°F*; 350 K, *77°C*."""
    if len(ja.numbers) != len(en.numbers) or ja.unit == en.unit:
        return False
    sizes = next((_DEGREES[unit] for unit in senses(ja.unit) if unit in _DEGREES), None)
    if sizes is None or en.unit not in _DEGREES:
        return False
    (zero, size), (its_zero, its_size) = sizes, _DEGREES[en.unit]
    return all(
        abs((Fraction(a) - zero) * its_size / size + its_zero - Fraction(b))
        <= max(Fraction(1), share * abs(Fraction(b)))
        for a, b in zip(ja.numbers, en.numbers, strict=True)
    )


def _is_next(japanese: str, ja: Quantity, english: str, en: Quantity) -> bool:
    """Return whether the English states a limit by the next integer: 18歳未満, *aged 17 or younger*."""
    if en.kind == "range" and len(en.numbers) == 2:
        return _ends_before(japanese, ja, en)
    if not isinstance(ja.value, int) or not isinstance(en.value, int) or abs(en.value - ja.value) != 1:
        return False
    if ja.kind != en.kind and "number" not in (ja.kind, en.kind):
        return False
    mine, theirs = bound_of_japanese(japanese, ja.start, ja.end), bound_of_english(english, en.start, en.end)
    if mine is None or theirs is None or (ja.unit and en.unit and not share_sense(ja.unit, en.unit)):
        return False
    return en.value - ja.value == _NEXT.get((mine.name, theirs.name))


def _ends_before(japanese: str, ja: Quantity, en: Quantity) -> bool:
    """Return whether an English range has the last whole number below a Japanese limit: 35歳以上65歳未満, *35 to 64*."""
    low, high = en.numbers
    mine = bound_of_japanese(japanese, ja.start, ja.end)
    begins = re.search(rf"(?<![0-9]){low}[^0-9、。]{{0,4}}以上[^0-9]{{0,2}}$", japanese[: ja.start])
    return (
        mine is not None
        and mine.name == "below"
        and isinstance(ja.value, int)
        and high == ja.value - 1
        and bool(begins)
    )


def _may_be_converted(text: str, ja: Quantity, before: Iterable[Quantity], en: Quantity) -> bool:
    """Return whether an English date may be a Japanese day of the calendar before 1873: 文久2年閏8月30日, *October 23, 1862*.

    If the year stands elsewhere in the Japanese, the last time in one of the quantities `before`, the English date may be any
    day. If a date states it, or only the English has it, the English date must be some weeks later.
    """
    if not (ja.date and en.date) or None in en.date[1:]:
        return False
    if ja.date[0] is not None:
        return ja.date[0] < GREGORIAN_SINCE and may_be_western(ja.date, en.date)
    years = [other.date[0] for other in before if other.date and other.date[0] is not None and other.start < ja.start]
    year = years[-1] if years else None
    if year is None and en.date[0] is not None and en.date[0] < GREGORIAN_SINCE:
        return any(may_be_western((en.date[0] - ago, *ja.date[1:]), en.date) for ago in (0, 1))
    if year is not None and (year >= GREGORIAN_SINCE or en.date[0] not in (None, year, year + 1)):
        return False
    return year is not None or text[ja.start - 1 : ja.start] == _LEAP_MONTH or _SAYS_SO.match(text, ja.end) is not None
