"""What the rules of Japanese make of numerals that are no dates: amounts, ordinals, shares, ranges."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from termalign.quantities.build import plain, with_unit
from termalign.quantities.grammar import Chart, Edge
from termalign.quantities.japanese_numerals import KANJI_DIGITS, LARGE, Numeral, read_numeral
from termalign.quantities.japanese_words import Counter, counter_at, is_ideograph, is_latin
from termalign.quantities.quantity import Amount, Number, Offsets, Piece, Quantity, Value

_CURRENCY = {
    "¥": "JPY", "￥": "JPY", "€": "EUR", "£": "GBP", "NZ": "NZD", "A": "AUD", "HK": "HKD", "C": "CAD",
}  # fmt: skip
_GENERATION_AFTER = re.compile("[目将天藩社首総内校会横住座宗法家市県町村知大国皇清]")
_DIVIDED = re.compile("さ|し|す|せ|極|割|化|派|岐|裂|冊|咲|搗|袖|丈|粥|刈|音符|位")
_NOT_NUMBERED = frozenset("国社寺家院店校市町村県州")
"""Counters that after 第 and a numeral begin the next word: 第百三十四国立銀行."""
_COURT_RANK = frozenset("正従贈")
_HALF_UNITS = frozenset(["year", "hour", "month", "minute", "day", "times", "tatami", "century", "shaku", "sun", "ken"])
_NO_HALF = frozenset("分数年期径")
_GENERATIONS = frozenset({"代", "歳代"})
_SMALLER = {
    "hour": ("minute", 60), "year": ("month", 12), "minute": ("second", 60), "foot": ("inch", 12),
    "metre": ("centimetre", 100), "kilogram": ("gram", 1000),
}  # fmt: skip
_HUNDREDTHS = {"JPY": "sen", "USD": "US cent"}
_SEISMIC = {"弱": "seismic lower", "強": "seismic upper"}
_DEGREES = frozenset(["degree or times", "degree"])
_FEVERS = range(34, 43)
"""Of a body: 37度5分 is 37.5 degrees."""
_OF_ANGLES = frozenset("緯経角")
_TENTH = re.compile("([0-9０-９一二三四五六七八九])分(?![0-9０-９])")
_NUMERIC = frozenset("0123456789０１２３４５６７８９〇一二三四五六七八九十数")
_FINER = _HALF_UNITS | _SMALLER.keys() | _HUNDREDTHS.keys() | _DEGREES | {"second"}
_HUNDREDTHS_OF_SECOND = re.compile(r"[0-9０-９]{2}(?![0-9０-９年月日時分秒人])")
_HALF = Decimal("0.5")
_SEVERAL_AFTER = frozenset("約後前去間内中計週月年日に")
_SPEED = {"kilometre": "km/h", "kilo": "km/h", "mile": "mph"}
_BRANCHING = frozenset({"article", "chapter", "section", "number"})  # 号 is a number
_ALONE = ("ぼっち", "親", "歩き", "暮らし", "っ子", "言", "じめ", "占め", "きり")
"""What follows ひとり where it means alone."""
_WORDS: dict[str, tuple[str, Number, str]] = {
    "ひとつ": ("number", 1, "thing"),
    "ひとり": ("number", 1, "person"),
    "ふたつ": ("number", 2, "thing"),
    "ふたり": ("number", 2, "person"),
    "みっつ": ("number", 3, "thing"),
    "よっつ": ("number", 4, "thing"),
    "初代": ("ordinal", 1, "generation"),
    "半分": ("fraction", Fraction(1, 2), ""),
    "半数": ("fraction", Fraction(1, 2), ""),
    "半額": ("fraction", Fraction(1, 2), ""),
    "半値": ("fraction", Fraction(1, 2), ""),
    "半年": ("duration", Fraction(1, 2), "year"),
    "半日": ("duration", Fraction(1, 2), "day"),
    "半月": ("duration", Fraction(1, 2), "month"),
    "半世紀": ("duration", Fraction(1, 2), "century"),
    "半時間": ("duration", Fraction(1, 2), "hour"),
}
Edges = Sequence[Edge]


def bare(chart: Chart, edges: Edges) -> Quantity | None:
    text, numeral = chart.text, edges[0].value
    start, end = numeral.start, numeral.end
    following = text[end : end + 1]
    if numeral.figures:
        if is_latin(following) or (text[start] in "0０" and end - start > 1 and isinstance(numeral.low, int)):
            return None
        return _amount(numeral, (end, end), "number", numeral.low, "")
    if numeral.positional and "〇" not in text[start:end]:
        return None
    if end - start < 3:
        alone = not (start and _adjoins(text[start - 1])) and not _adjoins(following)
        if end - start < 2 or not (alone or any(sign in LARGE for sign in text[start:end])):
            return None
    return _amount(numeral, (end, end), "number", numeral_value(numeral)[0], "")


def _adjoins(sign: str) -> bool:
    return is_ideograph(sign) or "ァ" <= sign <= "ヺ"


def counted(chart: Chart, edges: Edges) -> Quantity | None:
    text, numeral, counter = chart.text, edges[0].value, edges[-1].value
    position, end = edges[-1][:2]
    if not _acceptable(text, numeral, counter) or _is_word(text, numeral, position, end):
        return None
    value, pair = numeral_value(numeral)
    kind, value, unit, end = _measured(text, numeral, counter, value, end)
    approx = numeral.vague or "余" in text[numeral.end : position]
    return _amount(numeral, (position, end), kind, value, unit, approx or pair)


def _measured(text: str, numeral: Numeral, counter: Counter, value: Value, end: int) -> tuple[str, Value, str, int]:
    """Kind, value and unit of an amount, and where it ends: 3回目, 一度, 2ダース, 五十代, 3時間半."""
    kind, unit = counter.kind, counter.unit
    if text.startswith("目", end):
        return "ordinal", value, unit, end + 1
    if unit == "degree or times" and not numeral.figures and numeral.low < 10:
        return "number", value, "times", end  # 一度, 二度
    if counter.text == "ダース" and isinstance(value, int):
        return kind, value * 12, unit, end
    if counter.text in _GENERATIONS and isinstance(value, int):
        return *_generation(text, value, end), end
    if unit in _FINER and not (unit in _DEGREES and text[max(0, numeral.start - 1)] in _OF_ANGLES):
        return kind, *_finer(text, value, unit, end)
    return kind, value, unit, end


def numbered(chart: Chart, edges: Edges) -> Quantity:
    numeral = edges[0].value
    return _amount(numeral, (numeral.end, edges[-1].end), "ordinal", numeral.low, "thing")


def span(chart: Chart, edges: Edges) -> Quantity | None:
    text, numeral = chart.text, edges[0].value
    if numeral.low >= 10**10 or not _really_several(text, numeral):
        return None
    unit = "year" if edges[-1].value[0][-1] == "年" else "day"
    value, pair = numeral_value(numeral)
    value, unit, end = _finer(text, value, unit, edges[-1].end)
    start = edges[-1].end - 1
    if text.startswith("目", end):
        return _amount(numeral, (start, end + 1), "ordinal", value, unit, numeral.vague or pair)
    return _amount(numeral, (start, end), "duration", value, unit, numeral.vague or pair)


def _acceptable(text: str, numeral: Numeral, counter: Counter) -> bool:
    """Some counters are too much like parts of words to follow one kanji numeral (一部, 二国)."""
    if numeral.figures or counter.with_kanji:
        return _really_several(text, numeral)
    return numeral.end - numeral.start > 1 and not numeral.positional


def _really_several(text: str, numeral: Numeral) -> bool:
    """数人 is several people, 人数 and 複数回 are words."""
    if not numeral.vague or numeral.end - numeral.start > 1 or numeral.start == 0:
        return True
    before = text[numeral.start - 1]
    return before in _SEVERAL_AFTER or not is_ideograph(before)


def _is_word(text: str, numeral: Numeral, position: int, end: int) -> bool:
    """従五位 is a court rank (a name), 二分する to divide."""
    counter = text[position:end]
    if counter.startswith("年生"):
        return text.startswith("ま", end)  # 2年生まれ
    if counter == "位":
        return text[max(0, numeral.start - 1) : numeral.start] in _COURT_RANK
    return counter == "分" and _DIVIDED.match(text, end) is not None


def _generation(text: str, value: int, end: int) -> tuple[str, Value, str]:
    """五十代 are one's fifties, 十代将軍 the tenth shogun."""
    if value % 10 == 0 and 10 <= value <= 90 and not _GENERATION_AFTER.match(text, end):
        return "age", (value, value + 9), "year"
    return "number", value, "generation"


def _finer(text: str, value: Value, unit: str, end: int) -> tuple[Value, str, int]:
    """3時間半, 1時間30分, 2年3か月, 155円20銭, 37度5分, 9秒98."""
    if not isinstance(value, (int, Decimal)):
        return value, unit, end
    if unit in _HALF_UNITS and text.startswith("半", end) and text[end + 1 : end + 2] not in _NO_HALF:
        return Decimal(value) + _HALF, unit, end + 1
    while text[end : end + 1] in _NUMERIC and (more := _next_amount(text, end)) is not None:
        number, smaller, stop = more
        if _HUNDREDTHS.get(unit) == smaller and number < 100:
            return value + Decimal(number) / 100, unit, stop
        if unit not in _SMALLER or _SMALLER[unit][0] != smaller:
            break
        value, unit, end = value * _SMALLER[unit][1] + number, smaller, stop
    if unit in _DEGREES and value in _FEVERS and (tenth := _TENTH.match(text, end)):
        return value + Decimal(digit(tenth[1])) / 10, unit, tenth.end()
    if unit == "second" and (hundredths := _HUNDREDTHS_OF_SECOND.match(text, end)):
        return value + Decimal(f"0.{int(hundredths[0]):02}"), unit, hundredths.end()
    return value, unit, end


def _next_amount(text: str, position: int) -> tuple[int, str, int] | None:
    """A whole number with its counter that stands at a position."""
    numeral = read_numeral(text, position) if position < len(text) else None
    counter = counter_at(text, numeral.end) if numeral is not None else None
    if numeral is None or counter is None or numeral.vague or not isinstance(numeral.low, int):
        return None
    return numeral.low, counter[1].unit, counter[0]


def _amount(numeral: Numeral, unit_span: Offsets, kind: str, value: Value, unit: str, approx: bool = False) -> Quantity:
    if numeral.low != numeral.high and not isinstance(value, tuple):
        value = (numeral.low, numeral.high)
    head = (numeral.start, numeral.end)
    span = (numeral.start, max(numeral.end, unit_span[1]))
    return with_unit(span, head, unit_span, kind, value, unit, approx or numeral.vague or isinstance(value, tuple))


def wari(chart: Chart, edges: Edges) -> Quantity:
    numeral, found = edges[0].value, edges[1].value
    value: Amount = numeral.low * 10
    if found[1]:
        value += digit(found[1])
    if found[2]:
        value = Decimal(value) + Decimal(digit(found[2])) / 10
    return _amount(numeral, edges[1][:2], "percent", value, "")


def digit(sign: str) -> int:
    """The value of one figure or kanji."""
    return KANJI_DIGITS[sign] if sign in KANJI_DIGITS else int(sign)


def _prefixed(edges: Edges, kind: str, value: Value, unit: str) -> Quantity:
    """An amount with what stands before it; that is the unit of a bare number."""
    lead = edges[0]
    amount: Quantity = edges[1].value
    pieces = amount.pieces
    if not pieces and kind == "money":
        return with_unit(
            (lead.start, amount.end), amount.head, (lead.start, amount.start), kind, value, unit, amount.approx
        )
    if pieces:
        swap = {"number": value, "unit": None}
        pieces = tuple((a, b, k, swap.get(k, v), unit if k == "unit" else "") for a, b, k, v, _ in pieces)
    return replace(amount, start=lead.start, kind=kind, value=value, unit=unit, pieces=pieces)


def money(chart: Chart, edges: Edges) -> Quantity:
    sign = edges[0].value["currency"]
    return _prefixed(edges, "money", edges[1].value.value, _CURRENCY.get(sign, _CURRENCY.get(sign[:-1], "USD")))


def speed(chart: Chart, edges: Edges) -> Quantity | None:
    said, amount = edges[0].value["speed"], edges[1].value
    if amount.kind != "measure":
        return None
    per_second = said in ("秒速", "風速", "毎秒") and amount.unit == "metre"
    return _prefixed(edges, "measure", amount.value, "m/s" if per_second else _SPEED.get(amount.unit, amount.unit))


def ranged_speed(chart: Chart, edges: Edges) -> Quantity | None:
    whole: Quantity = edges[1].value
    single = plain(*edges[1][:2], "measure", 1, whole.unit)
    unit = speed(chart, [edges[0], Edge(*edges[1][:2], single)])
    return replace(whole, start=edges[0].start, unit=unit.unit) if unit is not None else None


def negative(chart: Chart, edges: Edges) -> Quantity | None:
    amount: Quantity = edges[1].value
    if amount.kind not in ("number", "money", "measure", "percent") or not isinstance(amount.value, (int, Decimal)):
        return None
    return _prefixed(edges, amount.kind, -amount.value, amount.unit)


def streak(chart: Chart, edges: Edges) -> Quantity | None:
    amount: Quantity = edges[0].value
    if not isinstance(amount.value, (int, Decimal)) or amount.kind == "percent":
        return None
    return replace(amount, kind="streak", end=edges[1].end, pieces=())


def fraction(chart: Chart, edges: Edges) -> Quantity | None:
    whole, part = edges[0].value, edges[-1].value
    if not (isinstance(whole.low, int) and isinstance(part.low, int)) or whole.low == 0:
        return None
    return plain(whole.start, part.end, "fraction", Fraction(part.low, whole.low))


def bar(chart: Chart, edges: Edges) -> Quantity | None:
    part, whole = edges[0].value, int(edges[1].value[1])
    if not part.figures or whole < 2:
        return None
    return plain(part.start, edges[1].end, "fraction", Fraction(part.low) / whole)


def share(chart: Chart, edges: Edges) -> Quantity | None:
    whole, _, first, _, part, second = (edge.value for edge in edges)
    if first != second or first.kind == "duration" or not (isinstance(part.low, int) and isinstance(whole.low, int)):
        return None
    if not 0 < part.low < whole.low:
        return None
    span = edges[0].start, edges[-1].end
    pieces: tuple[Piece, ...] = (
        (edges[0].start, edges[2].end, first.kind, whole.low, first.unit),
        (edges[4].start, edges[-1].end, second.kind, part.low, second.unit),
    )
    return Quantity(*span, "fraction", Fraction(part.low, whole.low), "", False, span, pieces)


def score(chart: Chart, edges: Edges) -> Quantity | None:
    first, second = edges[0].value, edges[2].value
    if first.vague:
        return None
    span = first.start, second.end
    return Quantity(*span, "score", (first.low, second.low), "", False, span)


def ordinal_unit(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, counter = edges[1].value, edges[3].value
    if counter.kind in ("money", "measure") or counter.text in _NOT_NUMBERED:
        return None
    end = edges[3].end + chart.text.startswith("目", edges[3].end)
    span, unit = (edges[0].start, end), (edges[3].start, end)
    return with_unit(span, edges[1][:2], unit, "ordinal", numeral.low, counter.unit, numeral.vague)


def branch(chart: Chart, edges: Edges) -> Quantity | None:
    whole: Quantity = edges[0].value
    second: Numeral = edges[2].value
    if (
        whole.unit not in _BRANCHING
        or not isinstance(whole.value, int)
        or second.vague
        or counter_at(chart.text, second.end)
    ):
        return None
    value = whole.value, second.low
    (a, b, kind, _, unit), *rest = whole.pieces
    return replace(whole, end=second.end, value=value, pieces=((a, b, kind, value, unit), *rest))


def ranged(chart: Chart, edges: Edges) -> Quantity | None:
    text, first, to, whole = chart.text, edges[0].value, edges[1].value[0], edges[2].value
    second = read_numeral(text, edges[2].start)
    if second is None or text[second.end : second.end + 1] in tuple("年月時世日"):
        return None
    if to in ("、", "・") and (second.low != first.low + 1 or first.low > 9):
        return None
    if not first.figures and counter_at(text, second.end) is None and whole.kind != "percent":
        return None
    return _joined(text, first, whole, None)


def ranged_units(chart: Chart, edges: Edges) -> Quantity | None:
    return _joined(chart.text, edges[0].value, edges[-1].value, edges[2].value.unit)


def ranged_percent(chart: Chart, edges: Edges) -> Quantity | None:
    return _joined(chart.text, edges[0].value, edges[-1].value, "percent")


def ranged_years(chart: Chart, edges: Edges) -> Quantity | None:
    return _joined(chart.text, edges[0].value, edges[-1].value, "year") if edges[0].value.low < 100 else None


def _joined(text: str, first: Numeral, whole: Quantity, unit: str | None) -> Quantity | None:
    second = read_numeral(text, whole.head[0])
    if second is None or second.vague or first.vague or second.figures != first.figures:
        return None
    low: Amount = scaled(first, second)
    if text.startswith("代", second.end) and first.low % 10 == 0 and 10 <= first.low < second.low <= 90:
        head = (first.start, first.end)
        return Quantity(*head, "age", (first.low, first.low + 9), "year", True, head)
    head = (first.start, second.end)
    name = "percent" if whole.kind == "percent" else whole.unit
    if name == "percent" and text[second.end] == "割":
        value = (first.low * 10, second.low * 10)
        return Quantity(first.start, second.end + 1, "range", value, name, False, head) if low < second.low else None
    if (unit is not None and unit != name) or (not low < second.low and (name or unit)):
        return None
    pieces: tuple[Piece, ...] = (
        (first.start, first.end, "number", low, ""),
        (second.start, whole.end, "percent" if name == "percent" else "number", second.low, name),
    )
    return Quantity(first.start, whole.end, "range", (low, second.low), name, False, head, pieces)


def ranged_money(chart: Chart, edges: Edges) -> Quantity | None:
    whole: Quantity = edges[1].value
    if whole.kind != "range" or len(whole.pieces) != 2:
        return None
    unit = money(chart, (edges[0], Edge(*edges[1][:2], plain(*edges[1][:2], "number", 1)))).unit
    (a, b, kind, low, _), (c, d, other, high, _) = whole.pieces
    pieces = ((a, b, kind, low, ""), (c, d, other, high, unit))
    return replace(whole, start=edges[0].start, unit=unit, pieces=pieces)


def days(chart: Chart, edges: Edges) -> Quantity | None:
    first, second = edges[0].value, edges[2].value
    if first.vague or second.vague or first.figures != second.figures or not first.low < second.low:
        return None
    if edges[1].value[0] in "、・" and (second.low != first.low + 1 or first.low > 9):
        return None
    unit = "year" if edges[-1].value[0][0] == "年" else "day"
    if unit == "year" and first.low >= 100:
        return None
    head = first.start, second.end
    return Quantity(first.start, edges[-1].end, "range", (first.low, second.low), unit, False, head)


def numeral_value(numeral: Numeral) -> tuple[Value, bool]:
    """The value of a numeral, and whether it is a pair: 二三人 is two or three people."""
    if numeral.positional and isinstance(numeral.low, int) and numeral.low < 100:
        tens, ones = divmod(numeral.low, 10)
        if ones == tens + 1:
            return (tens, ones), True
    if numeral.low != numeral.high:
        return (numeral.low, numeral.high), True
    return numeral.low, False


def scaled(first: Numeral, second: Numeral) -> Amount:
    """The first number of 3〜5万: it shares the power of ten of the second."""
    for power in (10**12, 10**8, 10**4, 10**3):
        if second.low >= power and second.low % power == 0 and first.low < 1000 and first.low < second.low / power:
            return first.low * power
    return first.low
