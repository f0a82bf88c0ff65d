"""Amounts of which one is rounded to fewer digits than the other: 1億2345万円, *¥123 million*."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from termalign.quantities.amount_equivalence import IN_PART
from termalign.quantities.equivalence import equivalence
from termalign.quantities.quantity import SIGNED, Amount, Quantity

_DIGITS = 3  # of a rounded number, so that few other numbers round to it by chance
_NEAR = Decimal("0.05")
_LARGE = 10**4  # a smaller number that counts nothing may be a name
_LONG = Context(prec=100)


def rounded(ja: Quantity, en: Quantity) -> float:
    """Return the agreement of two amounts, of which one is the other rounded; 0 for any other.

    The coarser amount has at least three significant digits, or a word such as *about*; then the two may differ by five
    percent. The last digit may be cut off or rounded.

    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> pairs = ("1億2345万円", "123 million yen"), ("1億2345万円", "124 million yen"), ("約1億円", "103 million yen")
    >>> [rounded(japanese_quantities(one)[0], english_quantities(other)[0]) for one, other in pairs]
    [0.6, 0.0, 0.54]
    """
    values = [Decimal(q.value) for q in (ja, en) if q.kind in SIGNED and isinstance(q.value, int | Decimal)]
    if len(values) < 2:
        return 0.0
    exact, said = sorted(values, key=significant, reverse=True)
    coarser = ja if said is values[0] else en
    digits = significant(said)
    if digits >= significant(exact) or said not in cut(exact, digits) or (_may_name(ja) and abs(said) < _LARGE):
        return 0.0
    near = coarser.approx and significant(exact) >= _DIGITS and abs(exact - said) <= _NEAR * abs(exact)
    if not near and digits < _DIGITS:
        return 0.0
    same = equivalence(replace(ja, value=said), replace(en, value=said))
    return round(IN_PART * same, 3)


def _may_name(quantity: Quantity) -> bool:
    return quantity.kind == "number" and not quantity.unit


def roundings(quantity: Quantity) -> Iterator[Decimal]:
    """Yield the values to which an amount may be rounded.

    >>> from termalign.quantities import japanese_quantities
    >>> sorted(map(int, roundings(japanese_quantities("1億2395万円")[0])))
    [100000000, 120000000, 123000000, 123900000, 124000000]
    """
    value = quantity.value
    if quantity.kind in SIGNED and isinstance(value, int | Decimal) and significant(value) >= _DIGITS:
        yield from {said for digits in range(1, significant(value)) for said in cut(value, digits)}


def significant(value: Amount) -> int:
    """Return the number of digits from the first to the last that is not 0.

    >>> significant(32_900_000_000), significant(Decimal("0.50"))
    (3, 1)
    """
    return len("".join(map(str, Decimal(value).as_tuple().digits)).strip("0"))


def cut(value: Amount, digits: int) -> tuple[Decimal, Decimal]:
    """Return a number cut off and rounded to so many significant digits.

    >>> [*map(int, cut(12_350, 3)), *map(int, cut(12_350, 2))]
    [12300, 12400, 12000, 12000]
    """
    exact = Decimal(value)
    place = Decimal(1).scaleb(exact.adjusted() - digits + 1)
    down, near = (exact.quantize(place, rounding=how, context=_LONG) for how in (ROUND_FLOOR, ROUND_HALF_UP))
    return down, near
