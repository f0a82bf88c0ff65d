"""Agreement of two amounts: numbers, money, measures, durations, ages, ordinals, ranges."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from termalign.quantities.quantity import Quantity, Value
from termalign.quantities.units import COUNTED, PROVISIONS, SPANS, dimension, known, rate, senses, share_sense

_BARE = {"count": 0.9, "thing": 0.95, "rank": 0.85, "time": 0.55, "calendar": 0.55, "point": 0.8, "percent of": 0.9}
"""How far a number without a unit agrees with the same number in a unit of this dimension."""
CONVERTED = 0.95  # agreement of an amount or a date with the same one in another unit or calendar
IN_PART = 0.6  # agreement of an amount with a less exact one, or of dates named in another way
_CONVERTIBLE = frozenset(
    ["length", "area", "volume", "mass", "length/time", "force", "torque", "pressure", "energy", "power"]
)
_ONE = Fraction(1)
_LONG = SPANS - {"second", "minute", "hour"}
_SPEEDS = frozenset(["kilometre/hour", "mile/hour"])
_OUTCOMES = frozenset({"win", "loss", "draw", "day"})  # of streaks: 3連勝 is not *three straight losses*
_INNINGS = frozenset(["times", "inning"])  # 延長11回, *11th inning*
_ANNIVERSARY = frozenset(["anniversary", "year"])
_PERCENTAGES = frozenset(
    ["percent", "share of mass", "share of volume", "share of atoms", "share of moles", "mass in volume"]
)
_HALVES = frozenset(["inning top", "inning bottom"])
_ARTICLES = PROVISIONS - {"section", "number"}  # 第230条 may be *Section 230*, *Rule 230*, but no *paragraph (230)*


def amounts(a: Quantity, b: Quantity) -> float:
    """Return the agreement of two amounts, the best over all meanings of ambiguous unit words (ポンド, 度)."""
    if not isinstance(a.value, tuple) and not isinstance(b.value, tuple):
        if {a.kind, b.kind} <= {"money", "percent"} and a.negative != b.negative:
            positive = [replace(q, value=abs(q.value)) for q in (a, b)]  # type: ignore[arg-type]
            return 0.8 * amounts(*positive)  # △5億円, *a loss of 500 million yen*
        if a.value != b.value and (a.unit == b.unit or not a.unit or not b.unit):
            return 0.0  # the commonest case
    weight = _kinds(a, b)
    if weight and _turned(a, b):
        return CONVERTED
    units = ((unit, other) for unit in _units_of(a) for other in _units_of(b)) if weight else ()
    best = max((_in_units(a, b, *pair) for pair in units), default=0.0)
    return best * weight * (0.9 if a.approx != b.approx else 1.0)


def _units_of(q: Quantity) -> tuple[str, ...]:
    """Return the units that a quantity may be in, including one for each of something: 1kgあたり5mg, *5 mg/kg*."""
    if q.per is None or q.per.number != 1 or q.kind != "measure":
        return senses(q.unit)
    return (*senses(q.unit), f"{q.unit}/{q.per.unit}")


def _turned(a: Quantity, b: Quantity) -> bool:
    """Return whether the English score is the Japanese one with the winner's number first: 1対2で敗れた, *lost 2-1*."""
    kinds, ja, en = {a.kind, b.kind}, a.value, b.value
    if "ratio" in kinds or (kinds != {"range"} and "score" not in kinds) or (kinds == {"range"} and (a.unit or b.unit)):
        return False
    return isinstance(ja, tuple) and isinstance(en, tuple) and ja == en[::-1] and en > ja  # type: ignore[operator]


def _kinds(a: Quantity, b: Quantity) -> float:
    """Return a factor for the two kinds of amounts, or 0 if amounts of these kinds never agree."""
    kinds = {a.kind, b.kind}
    if len(kinds) == 1 or kinds == {"range", "score"}:
        return 1.0
    if kinds & {"version", "percent", "multiple"}:
        return 0.0
    if "streak" in kinds:  # 7連勝, *seven wins*
        shared = not a.unit or not b.unit or share_sense(a.unit, b.unit)
        return shared * (0.9 if kinds & {"number", "duration"} else 0.5 * ("ordinal" in kinds))
    if {a.unit, b.unit} == _ANNIVERSARY:
        return 0.7
    if "ordinal" in kinds:
        if "duration" in kinds:  # 前半34分, *on 34 minutes*; but 3年生 is not three years
            return 0.5 * (b.kind == "ordinal" or a.unit == "minute")
        return _ordinal_and_cardinal(a, b) if "number" in kinds else 0.0
    return 0.9 if "fraction" in kinds else 1.0


def _ordinal_and_cardinal(a: Quantity, b: Quantity) -> float:
    """Return the factor for an ordinal and a cardinal number: 16代 is 16th, but 5人 is not *fifth*, nor 3つ *Article 3*."""
    if b.kind == "number" and b.unit and (a.unit != b.unit or a.start < a.head[0]):
        return 0.0
    if {a.unit, b.unit} == _INNINGS:
        return 0.9
    number = a if a.kind == "number" else b
    if "rank" in (dimension(a.unit), dimension(b.unit)):
        shared = share_sense(a.unit, b.unit)
        named = shared or "" in (a.unit, b.unit)
        return 0.85 if (named if number.unit else _may_label(number)) else 0.0
    return 0.6 if number.unit == "" and _may_label(number) else 0.0


def _may_label(number: Quantity) -> bool:
    """Return whether a number may identify a thing. It must be in digits (Rule 3) or at least ten: *two* is not *second*."""
    figures = number.head[1] - number.head[0] == len(str(number.value))
    return isinstance(number.value, int) and (figures or number.value >= 10)


def _in_units(a: Quantity, b: Quantity, unit: str, other: str) -> float:
    """Return the agreement of two amounts if their unit words mean these units."""
    weight = _units(a, b, unit, other)
    if weight:
        return weight * _values(a, b)
    one, two = known(unit), known(other)
    if not one or not two or one.dimension != two.dimension or one.dimension in COUNTED:
        return 0.0
    return _values(a, b, one.factor, two.factor, rounded=one.dimension in _CONVERTIBLE)


def _units(a: Quantity, b: Quantity, unit: str, other: str) -> float:
    """Return how far two units agree as they are; 0 if they do not, or must be converted."""
    units = {unit, other}
    if unit == other or units in (_ANNIVERSARY, _INNINGS):
        return 1.0
    if a.kind == b.kind == "streak":
        return 0.0 if units <= _OUTCOMES else CONVERTED
    if "percent" in units and {dimension(unit), dimension(other)} <= _PERCENTAGES:
        return _BARE["percent of"]
    for bare in ("noun", "", "both"):
        if bare in units:
            return _bare(a, b, bare, *units - {bare})
    first, second = dimension(unit), dimension(other)
    if (first == "length" or rate(other) in _LONG) and other.startswith(f"{unit}/") and _rate(a) in ("", rate(other)):
        return IN_PART  # 台風は20キロで北上; 1日1回40 mg, *40 mg/day*
    if unit == f"{other}/{rate(unit)}" and unit not in _SPEEDS and not _rate(b):
        return IN_PART  # 毎分20リットル: one text leaves out the time
    return _counters(units, {first, second}, a.kind == b.kind == "ordinal") if {first, second} <= COUNTED else 0.0


def _rate(q: Quantity) -> str:
    """Return the span of time that words beside a quantity say it is for, as in *40 mg per week*; '' for none."""
    return q.per.unit if q.per is not None and q.per.unit in SPANS else ""


def _counters(units: set[str], dimensions: set[str], ordinals: bool) -> float:
    """Return how far two units that count things agree."""
    if ordinals and dimensions == {"rank"}:
        return 0.0 if units == _HALVES or units <= _ARTICLES or "basement" in units else 0.6
    ranks = dimensions == {"rank"} and "number" in units
    return 0.75 * (ranks or "thing" in dimensions or units == {"person", "child"})


def _bare(a: Quantity, b: Quantity, bare: str, named: str) -> float:
    """Return how far a number without a unit, of any noun, or of two things (*both*) agrees with one in a `named` unit."""
    of = dimension(named)
    if bare == "both":
        return 0.6 * (of in ("thing", "count"))
    if bare == "noun":  # 2桁 is not *two pigs*
        return _BARE.get(of, 1.0 if named == "" else 0.7) * (named != "digit" and of in ("", *COUNTED))
    kind = a.kind if a.unit else b.kind
    return 1.0 if a.kind == b.kind == "ordinal" else 0.6 if kind == "money" else _BARE.get(of, 0.7)


def in_base(value: Value, factor: Fraction = _ONE) -> tuple[Fraction, ...]:
    """Return a value as exact fractions in the base unit: one, or two for a pair."""
    values = value if isinstance(value, tuple) else (value,)
    return tuple(Fraction(item) * factor for item in values if isinstance(item, (int, Decimal, Fraction)))


def _values(a: Quantity, b: Quantity, factor: Fraction = _ONE, other: Fraction = _ONE, rounded: bool = False) -> float:
    """Return the agreement of two values in their base unit; if `rounded`, they may differ by two percent: 一里, *3.9 km*."""
    if factor == other == 1 and a.value == b.value:
        return _exactly(a, b)
    first, second = in_base(a.value, factor), in_base(b.value, other)
    if not first or not second:
        return 0.0  # ranges of months, which are not equal
    if first == second:
        return CONVERTED
    if len(first) == len(second):
        if rounded and all(50 * abs(x - y) <= max(abs(x), abs(y)) for x, y in zip(first, second, strict=True)):
            return IN_PART
        if len(first) == 1:
            return 0.0
        return _overlap(first, second) if a.approx and b.approx else 0.0
    pair, single, vague, approx = (first, second, a, b) if len(first) == 2 else (second, first, b, a)
    return _within(pair, single[0], approx.approx) if vague.approx else 0.0


def _exactly(a: Quantity, b: Quantity) -> float:
    """Return the agreement of two equal values: versions 3.1 and 3.10 are different, but 3.1% and 3.10% are not."""
    decimals = isinstance(a.value, Decimal) and isinstance(b.value, Decimal) and a.value % 1 != 0
    if not decimals or str(a.value) == str(b.value):
        return 1.0
    return CONVERTED if a.unit or b.unit or a.kind == "percent" else 0.0


def _overlap(first: tuple[Fraction, ...], second: tuple[Fraction, ...]) -> float:
    """Return a score for the overlap of two intervals: 数十 ~ dozens."""
    common = min(first[1], second[1]) - max(first[0], second[0])
    whole = max(first[1], second[1]) - min(first[0], second[0])
    inside = common >= min(first[1] - first[0], second[1] - second[0])
    return 0.95 if 2 * common >= whole else 0.5 if 4 * common >= whole or inside else 0.0


def _within(pair: tuple[Fraction, ...], single: Fraction, approx: bool) -> float:
    """Return the agreement of an interval with a number: 十数人 ~ *a dozen or so*; 数百 is too wide for any number."""
    low, high = pair
    if low <= 0 or high > 2 * low or not 9 * low <= 10 * single <= 10 * high:  # 十数 begins at 11
        return 0.0
    return 0.85 if approx else 0.6
