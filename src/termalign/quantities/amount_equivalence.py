"""Agreement of two amounts: numbers, money, measures, durations, ages, ordinals, ranges."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from termalign.quantities.quantity import Quantity, Value
from termalign.quantities.units import PROVISIONS, dimension, known, senses, share_sense

_COUNTED = frozenset(["count", "thing", "rank"])
_BARE = {"count": 0.9, "thing": 0.95, "rank": 0.85, "time": 0.55, "calendar": 0.55, "point": 0.8}
"""How much a number without a unit tells against one with a unit of this dimension."""
_BARE_MONEY = 0.6
_BARE_MEASURE = 0.7
_ONE_APPROX = 0.9
_TURNED = 0.95
"""1対2で敗れた, 27-39で敗れた, *lost 2-1*, *39-27*: English has the winner's score first."""
_SIGNED = frozenset(["money", "percent"])
_SIGN_UNSAID = 0.8
_CONVERTED = 0.95
_AGE_OR_SPAN = 0.8
_ROUNDED = 0.6
_GROWTH = 0.8
"""1.5倍, *by 50%*."""
_CONVERTIBLE = frozenset(["length", "area", "volume", "mass", "length/time"])
_TOLERANCE = Fraction(1, 50)
"""A converted measure (一里 ~ 3.9 km) is rounded: within two percent it may be the same."""
_EDGE = Fraction(9, 10)
"""More than ten (10) is 十数 (11 and up)."""
_ONE = Fraction(1)
_PERCENT = Fraction(1, 100)
_SPEEDS = frozenset(["kilometre/hour", "mile/hour"])
_PEOPLE = frozenset(["person", "child"])
_OUTCOMES = frozenset({"win", "loss", "draw", "day"})  # of streaks: 3連勝 is not *three straight losses*
_RENDERING_ARTICLES = frozenset(["section", "number"])
"""第230条, *Section 230*, *Rule 230*; but 第3条 is no *paragraph (3)*."""
_ANNIVERSARY = frozenset(["anniversary", "year"])
_INNINGS = frozenset(["times", "inning"])
"""延長11回, *11th inning*."""
_HALVES = frozenset(["inning top", "inning bottom"])
_SAME = (_ANNIVERSARY, _INNINGS)


def bare_weight(unit: str, kind: str) -> float:
    """Return the agreement of a number without a unit with one in this unit; 1 for no unit."""
    if unit == "":
        return 1.0
    return _BARE_MONEY if kind == "money" else _BARE.get(dimension(unit), _BARE_MEASURE)


def amounts(a: Quantity, b: Quantity) -> float:
    """Return the agreement of two amounts, the best over all meanings of ambiguous unit words (ポンド, 度)."""
    if _unsaid_sign(a, b):
        return _SIGN_UNSAID * amounts(replace(a, value=abs(a.value)), replace(b, value=abs(b.value)))  # type: ignore[arg-type]
    if (a.unit, b.unit) == ("memorial", "anniversary") and isinstance(a.value, int):
        return amounts(replace(a, value=a.value - 1, unit=b.unit), b)  # 三回忌, *second anniversary*
    if _plainly_differ(a, b):
        return 0.0
    if "age" in (a.kind, b.kind):
        return _ages(a, b) if a.kind == "age" else _ages(b, a)
    weight = _kinds(a, b)
    if weight == 0:
        return 0.0
    scores = "score" in (a.kind, b.kind) or (a.kind == b.kind == "range" and not (a.unit or b.unit))
    if scores and _turned(a.value, b.value):
        return _TURNED
    best = max(_in_units(a, b, unit, other) for unit in senses(a.unit) for other in senses(b.unit))
    return best * weight * (_ONE_APPROX if a.approx != b.approx else 1.0)


def _unsaid_sign(a: Quantity, b: Quantity) -> bool:
    """Return whether only one amount has a minus sign, so that the other text may say it with a word.

    Examples are △5億円, *a loss of 500 million yen*; ▲0.4％, *fell 0.4%*.
    """
    single = not isinstance(a.value, tuple) and not isinstance(b.value, tuple)
    return single and {a.kind, b.kind} <= _SIGNED and a.negative != b.negative


def _turned(ja: Value, en: Value) -> bool:
    """Return whether the English score is the Japanese one with the winner's number first."""
    if not (isinstance(ja, tuple) and isinstance(en, tuple) and len(ja) == len(en) == 2):
        return False
    first, second = en
    return ja == (second, first) and isinstance(first, int) and isinstance(second, int) and first > second


def _plainly_differ(a: Quantity, b: Quantity) -> bool:
    """Return whether these are two different single values whose units no conversion can make equal: the commonest case."""
    if a.value == b.value or isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return False
    return (a.unit == b.unit or not a.unit or not b.unit) and "percent" not in (a.kind, b.kind)


def _ages(age: Quantity, other: Quantity) -> float:
    """Return the agreement of an age: 20歳 ~ 20-year-old, Sims, 20; 50代 ~ in his fifties; 10代 ~ teenager."""
    if isinstance(age.value, tuple):
        if other.kind != "age" or not isinstance(other.value, tuple):
            return 0.0
        return 1.0 if age.value == other.value else _overlap(in_base(age.value), in_base(other.value))
    if age.value != other.value:
        spans = (
            other.kind in ("age", "duration")
            and dimension(age.unit) == dimension(other.unit)
            and age.unit != other.unit
        )
        return _AGE_OR_SPAN * _in_two_units(age, other, age.unit, other.unit) if spans else 0.0
    weight = 0.0
    if other.kind == "age":
        weight = float(age.unit == other.unit)
    elif other.kind == "number":
        weight = 0.0 if other.unit else 0.85
    elif other.kind == "duration":
        weight = _AGE_OR_SPAN if other.unit == age.unit else 0.0
    elif other.unit == "birthday":
        weight = 0.5
    return weight * (_ONE_APPROX if age.approx != other.approx else 1.0)


def _kinds(a: Quantity, b: Quantity) -> float:
    """Return a factor for the two kinds of amounts, or 0 if amounts of these kinds never agree."""
    kinds = {a.kind, b.kind}
    if "reference" in kinds:
        return float(len(kinds) == 1 and a.unit == b.unit)
    if len(kinds) == 1 or kinds == {"range", "score"}:
        return 1.0
    if "streak" in kinds:
        return _streak_and(a, b, kinds)
    if "version" in kinds:
        return 0.0
    if "percent" in kinds:
        return _percent_and(a, b, kinds)
    if {a.unit, b.unit} == _ANNIVERSARY:
        return 0.7
    if "ordinal" in kinds:
        if "duration" in kinds:
            return 0.5 * (
                b.kind == "ordinal" or a.unit == "minute"
            )  # 前半34分 ~ on 34 minutes; but 3年生 is not three years
        return _ordinal_and_cardinal(a, b) if "number" in kinds else 0.0
    if kinds & {"range", "score"}:
        return float(isinstance(a.value, tuple) and isinstance(b.value, tuple))
    if "fraction" in kinds:
        return 0.9
    return _multiple_and(a, b, kinds) if "multiple" in kinds else 1.0


def _multiple_and(a: Quantity, b: Quantity, kinds: set[str]) -> float:
    """Return the factor for a multiple: 0.8倍 ~ a ratio of 0.8; but ten plants are not ten times as many."""
    ratio = any(q.unit == "" and isinstance(q.value, Decimal) for q in (a, b))
    return 0.9 if (a.unit == b.unit or ratio) and "number" in kinds else 0.0


def _streak_and(a: Quantity, b: Quantity, kinds: set[str]) -> float:
    """Return the factor for a streak: 7連勝 ~ seven wins."""
    if a.unit and b.unit and not share_sense(a.unit, b.unit):
        return 0.0
    return 0.9 if kinds & {"number", "duration"} else 0.5 if "ordinal" in kinds else 0.0


def _percent_and(a: Quantity, b: Quantity, kinds: set[str]) -> float:
    """Return the factor for a percentage: 3割2分5厘 ~ .325; 5% ~ five percentage points, but not five points."""
    number = a if a.kind == "number" else b
    if number.kind == "number" and number.unit not in ("", "percentage point"):
        return 0.0
    if "multiple" in kinds:
        return _GROWTH
    if number.kind == "number" and isinstance(number.value, Decimal) and number.value < 1:
        return 0.9
    return 0.8 if "percentage point" in (a.unit, b.unit) else 0.6 if kinds & {"fraction", "number"} else 0.0


def _ordinal_and_cardinal(a: Quantity, b: Quantity) -> float:
    """Return the factor for an ordinal and a cardinal number.

    16代 agrees with 16th. But 5人 is not fifth, 3つ is not *Article 3*, 第2次 is not two, and 3階 is not *three floors*.
    """
    if b.kind == "number" and b.unit and (a.unit != b.unit or a.start < a.head[0]):
        return 0.0
    if {a.unit, b.unit} == _INNINGS:
        return 0.9
    number = a if a.kind == "number" else b
    if "rank" in (dimension(a.unit), dimension(b.unit)):
        shared = share_sense(a.unit, b.unit)
        if dimension(number.unit) not in ("", *_COUNTED) and not shared:
            return 0.0  # 2位, *two points*
        named = shared or "" in (a.unit, b.unit)
        return 0.85 if (named if number.unit else _may_label(number)) else 0.0
    return 0.6 if number.unit == "" and _may_label(number) else 0.0


def _may_label(number: Quantity) -> bool:
    """Return whether a number may identify a thing. It must be in digits (Rule 3) or at least ten: *two* is not *second*."""
    figures = number.head[1] - number.head[0] == len(str(number.value))
    return isinstance(number.value, int) and (figures or number.value >= 10)


def _in_units(a: Quantity, b: Quantity, unit: str, other: str) -> float:
    """Return the agreement of two amounts if their unit words mean these units."""
    share = _of_shares(a, b)
    if share is not None:
        return share
    if a.kind == b.kind == "streak":
        if unit != other and {unit, other} <= _OUTCOMES:
            return 0.0
        return _values(a, b) * (1.0 if unit == other else 0.95)  # a win or a game, a championship or a title
    points = "percentage point" in (unit, other) and "percent" in (a.kind, b.kind)
    if points or unit == other or {unit, other} in _SAME:
        return _values(a, b)
    if "noun" in (unit, other):
        counted = other if unit == "noun" else unit  # 2桁 is not *two pigs*
        things = counted != "digit" and dimension(counted) in ("", *_COUNTED)
        return bare_weight(counted, "number") * _values(a, b) if things else 0.0
    if not unit or not other:
        named, kind = (unit, a.kind) if unit else (other, b.kind)
        weight = 0.5 if named == "both" else 1.0 if a.kind == b.kind == "ordinal" else bare_weight(named, kind)
        return weight * _values(a, b)
    return _in_two_units(a, b, unit, other)


def _in_two_units(a: Quantity, b: Quantity, unit: str, other: str) -> float:
    first, second = dimension(unit), dimension(other)
    if "both" in (unit, other):
        return 0.6 * _values(a, b) if (first or second) in ("thing", "count") else 0.0
    if a.kind == b.kind == "ordinal" and first == second == "rank":
        apart = {unit, other} == _HALVES or {unit, other} <= PROVISIONS - _RENDERING_ARTICLES
        return 0.0 if apart else 0.6 * _values(a, b)
    if (first == "length" and other.startswith(f"{unit}/")) or (unit.startswith(f"{other}/") and unit not in _SPEEDS):
        return _ROUNDED * _values(a, b)  # 台風は20キロで北上, 毎分20リットル: one text leaves out the time
    if first in _COUNTED and second in _COUNTED:
        ranks = first == second == "rank" and "number" in (unit, other)
        loose = {unit, other} == _PEOPLE or "thing" in (first, second) or ranks
        return 0.75 * _values(a, b) if loose else 0.0
    if first != second or first in _COUNTED or first == "":
        return 0.0
    one, two = known(unit), known(other)
    return _values(a, b, one.factor, two.factor, rounded=first in _CONVERTIBLE) if one and two else 0.0


def _of_shares(a: Quantity, b: Quantity) -> float | None:
    """Return the agreement of a percentage with a fraction or with a rate below one, or None for other pairs.

    3割2分5厘 agrees with .325.
    """
    share, other = (a, b) if a.kind == "percent" else (b, a)
    if share.kind == "percent" and other.kind == "multiple":
        return float(in_base(share.value, _PERCENT) == tuple(times - 1 for times in in_base(other.value)))
    rate = other.kind == "number" and not other.unit and isinstance(other.value, Decimal) and 0 < other.value < 1
    if share.kind != "percent" or not (rate or other.kind == "fraction"):
        return None
    return float(in_base(share.value, _PERCENT) == in_base(other.value))


def in_base(value: Value, factor: Fraction = _ONE) -> tuple[Fraction, ...]:
    """Return a value as exact fractions in the base unit: one, or two for a pair."""
    values = value if isinstance(value, tuple) else (value,)
    return tuple(Fraction(item) * factor for item in values if isinstance(item, (int, Decimal, Fraction)))


def _values(a: Quantity, b: Quantity, factor: Fraction = _ONE, other: Fraction = _ONE, rounded: bool = False) -> float:
    """Return the agreement of two values; the factors convert each to the base unit.

    With `rounded`, values within two percent of each other agree in part.
    """
    if factor == other == 1 and a.value == b.value:
        decimals = isinstance(a.value, Decimal) and isinstance(b.value, Decimal) and a.value % 1 != 0
        if decimals and str(a.value) != str(b.value):
            return _CONVERTED if a.unit or b.unit or "percent" in (a.kind, b.kind) else 0.0  # versions 3.1 and 3.10
        return 1.0
    first, second = in_base(a.value, factor), in_base(b.value, other)
    if not first or not second:
        return 0.0  # ranges of months, which are not equal
    if first == second:
        return _CONVERTED
    if len(first) == len(second) == 2:
        return _overlap(first, second) if a.approx and b.approx else 0.0
    if len(first) == len(second) == 1:
        near = abs(first[0] - second[0]) <= _TOLERANCE * max(abs(first[0]), abs(second[0]))
        return _ROUNDED if rounded and near else 0.0
    if len(first) == 1:
        return _within(second, first[0], a.approx) if b.approx else 0.0
    return _within(first, second[0], b.approx) if a.approx else 0.0


def _overlap(first: tuple[Fraction, ...], second: tuple[Fraction, ...]) -> float:
    """Return a score for the overlap of two intervals: 数十 ~ dozens."""
    common = min(first[1], second[1]) - max(first[0], second[0])
    whole = max(first[1], second[1]) - min(first[0], second[0])
    if common <= 0:
        return 0.0
    inside = common >= min(first[1] - first[0], second[1] - second[0])
    return 0.95 if 2 * common >= whole else 0.5 if 4 * common >= whole or inside else 0.0


def _within(pair: tuple[Fraction, ...], single: Fraction, approx: bool) -> float:
    """Return the agreement of an interval with a single number: 十数人 ~ a dozen or so, more than ten.

    A wide interval (数百) does not agree with any single number.
    """
    low, high = pair
    if low <= 0 or high > 2 * low or not low * _EDGE <= single <= high:
        return 0.0
    return 0.85 if approx else 0.6
