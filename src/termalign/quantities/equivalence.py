"""Agreement of a Japanese and an English quantity.

The results are degrees of agreement, not probabilities: 1 for the same value in the same unit, and less for each detail that
one text leaves open (unit, year, 約) or that had to be converted.
"""

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from termalign.arguments import instance_of
from termalign.quantities.amount_equivalence import amounts, in_base
from termalign.quantities.date_equivalence import dates, decades, times
from termalign.quantities.other_values import readings
from termalign.quantities.quantity import Quantity
from termalign.quantities.units import PROVISIONS, dimension, share_sense

_SORTS = {
    "money": "money", "measure": "measure", "percent": "share", "fraction": "share", "multiple": "multiple", "age": "span",
    "duration": "span", "century": "date", "decade": "date", "date": "date", "relative": "date", "ordinal": "order",
    "time": "clock", "weekday": "weekday", "quarter": "date", "ratio": "ratio", "score": "score", "streak": "streak",
}  # fmt: skip
_SORTS_OF_DIMENSIONS = {
    "count": "count", "thing": "count", "noun": "count", "rank": "count", "time": "span", "calendar": "span", "point": "share",
    "percent": "share", "potency": "measure",
}  # fmt: skip
_WHOLE = PROVISIONS | {"anniversary"}
"""Units whose words always belong to the rendering of the number: *No. 9*, *250th anniversary*."""


def equivalence(ja: Quantity, en: Quantity) -> float:
    """Return the degree to which two quantities agree.

    Parameters
    ----------
    ja, en : Quantity
        A Japanese and an English quantity.

    Returns
    -------
    float
        0 to 1: 1 for the same value and unit; 0.95 if an era year or a unit had to be converted; 0.9 if only one quantity is
        approximate; less if one has no unit or only part of a date; 0 for different values.

    Examples
    --------
    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> def score(ja, en):
    ...     return equivalence(japanese_quantities(ja)[0], english_quantities(en)[0])
    >>> score("95億円", "9.5 billion yen"), score("95億円", "95 billion yen")
    (1.0, 0.0)
    >>> score("令和7年", "2025"), score("約7割", "70 percent")
    (0.95, 0.9)
    """
    instance_of(ja, Quantity, "ja")
    instance_of(en, Quantity, "en")
    as_read = (_as_read(one, other, other is en) for one, other in ((ja, en), (en, ja)))
    return round(max(_same(ja, en), *as_read), 3)


def _as_read(one: Quantity, other: Quantity, japanese: bool) -> float:
    """Return the agreement of the second quantity with what else the first may say."""
    best = 0.0
    for kind, value, unit, degree in readings(one):
        convertible = kind == "date" or (one.kind, kind) == ("age", "duration")  # 1歳未満, *under 12 months*
        same_unit = convertible or unit == (dimension(other.unit) if unit == "rank" else other.unit)
        if unit == "fiscal" and other.unit != "fiscal":
            continue  # the last month of a year names the year only beside a name: *FY2025*
        alike = kind == other.kind and same_unit and isinstance(value, tuple) == isinstance(other.value, tuple)
        if alike:
            if kind == "number" and one.granularity == "year" and other.end - other.start != len(str(value)):
                continue  # a year is never written 1,953
            read = replace(one, kind=kind, value=value, unit=unit, head=(one.start, one.end), approx=other.approx)
            best = max(best, degree * (_same(read, other) if japanese else _same(other, read)))
    return best


def _same(ja: Quantity, en: Quantity) -> float:
    """Return the agreement of two quantities as they are."""
    if ja.kind == en.kind == "unit":
        return float(share_sense(ja.unit, en.unit))
    if ja.kind in _BY_KIND or en.kind in _BY_KIND:
        return _BY_KIND[ja.kind](ja, en) if ja.kind == en.kind else 0.0
    return amounts(ja, en)


def _equal(ja: Quantity, en: Quantity) -> float:
    return float(ja.value == en.value and ja.unit == en.unit)


def _ages(ja: Quantity, en: Quantity) -> float:
    return amounts(ja, en) if isinstance(ja.value, tuple) == isinstance(en.value, tuple) else 0.0


def _relative(ja: Quantity, en: Quantity) -> float:
    years = {ja.unit, en.unit} == {"year", "fiscal year"}
    return _equal(ja, en) or 0.8 * (years and ja.value == en.value)


_BY_KIND = {
    "decade": decades, "date": dates, "time": times, "weekday": _equal, "century": _equal, "quarter": _equal,
    "reference": _equal, "age": _ages, "relative": _relative,
}  # fmt: skip


class Comparison(NamedTuple):
    """The result of a comparison: how far two quantities agree, and what differs.

    Attributes
    ----------
    same : float
        The degree of agreement, as `equivalence` returns it.
    differs : tuple of str
        The properties that both quantities have but that differ: ``sort`` (a date, a span of time, a count, an order,
        money …), ``unit``, ``value``, ``sign``, ``approx``.
    sorts : tuple of str
        The sort of each quantity; '' for a bare number.
    """

    same: float
    differs: tuple[str, ...]
    sorts: tuple[str, str]


def compare(ja: Quantity, en: Quantity) -> Comparison:
    """Compare a Japanese and an English quantity: how far they agree, and what differs.

    Parameters
    ----------
    ja, en : Quantity
        A Japanese and an English quantity.

    Examples
    --------
    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> ja, en = japanese_quantities("10日間、10人、3％"), english_quantities("the 10th, 10 yen, -3%")
    >>> [compare(*pair)[:2] for pair in zip(ja, en)]
    [(0.275, ('sort',)), (0.0, ('sort', 'unit')), (0.8, ('sign',))]
    """
    same, sorts = equivalence(ja, en), (sort(ja), sort(en))
    said = {
        "sort": sorts[0] != sorts[1] and all(sorts),
        "unit": bool(ja.unit and en.unit) and ja.kind != "date" and not share_sense(ja.unit, en.unit),
        "sign": ja.negative != en.negative,
        "value": same == 0 and _numbers(ja).isdisjoint(_numbers(en)),
        "approx": ja.approx != en.approx,
    }
    return Comparison(same, tuple(name for name, differs in said.items() if differs), sorts)


def sort(quantity: Quantity) -> str:
    """Return the sort of a quantity: ``date``, ``span`` of time, ``count``, ``order``, ``money`` …; '' for a bare number.

    >>> from termalign.quantities import japanese_quantities
    >>> [sort(q) for q in japanese_quantities("3日間、3人、第3回、3月、3")]
    ['span', 'count', 'order', 'date', '']
    """
    named = _SORTS.get(quantity.kind)
    return named if named is not None else _SORTS_OF_DIMENSIONS.get(dimension(quantity.unit), "")


def _numbers(quantity: Quantity) -> set[Fraction]:
    """Return the absolute values of the numbers in a value; none for a range of months."""
    return set(map(abs, in_base(quantity.value)))


def rendered_span(ja: Quantity, en: Quantity) -> tuple[int, int]:
    """Return the span of the part of an English quantity that renders a Japanese one.

    Parameters
    ----------
    ja, en : Quantity
        Two equivalent quantities.

    Returns
    -------
    tuple of int
        The span of the English quantity, or only of its number if the English noun does not render the Japanese counter: 三つ
        in 三つの州 (*three states*) is *three*, but 13人 is *13 people*.

    Examples
    --------
    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> three, thirteen = japanese_quantities("三つの州と13人")
    >>> states, people = english_quantities("three states and 13 people")
    >>> rendered_span(three, states), rendered_span(thirteen, people)
    ((0, 5), (17, 26))
    """
    instance_of(ja, Quantity, "ja")
    instance_of(en, Quantity, "en")
    if en.unit == "year end" and ja.unit not in ("year end", "fiscal"):  # 2026年3月31日, the last day of a year
        return (en.pieces[0][0] if en.pieces else en.start), en.end
    start, end = en.head
    counted = en.kind in ("number", "ordinal") and dimension(en.unit) in ("count", "rank", "potency")
    if counted and start < end and en.unit not in _WHOLE and not share_sense(ja.unit, en.unit):
        return en.head
    return en.start, en.end
