"""A Japanese numeral with its counter, its sign or word before it, or bare."""

import re
from decimal import Decimal

from termalign.quantities.build import plain, with_unit
from termalign.quantities.japanese_context import APPROX_INSIDE, SPEED, Counter, counter_at
from termalign.quantities.japanese_dates import DateReader
from termalign.quantities.japanese_numerals import KANJI_DIGITS, LARGE, Numeral, read_numeral
from termalign.quantities.quantity import Offsets, Quantity, Value
from termalign.quantities.streaks import japanese_streak

_PREFIX = re.compile(
    r"(?:(?P<currency>(?:US|ＵＳ|米|NZ|A|HK|C)?[$＄]|[¥￥€£])|(?P<seismic>震度)"
    r"|(?P<magnitude>マグニチュード[（(]?M?[)）]?|\bMw?|Ｍ)|(?P<speed>[時秒分風]速|毎[時秒分])"
    r"|(?P<minus>マイナス|零下|氷点下|(?<![0-9０-９ ])[-−－▲△])|(?P<degree>摂氏|華氏)|(?P<shirt>背番号))[ 　約]?$"
)
_PREFIX_SIGNS = frozenset("$＄時秒分号¥￥€£度ドMwＭ)）速ス下-−－▲△氏 　約")
_CURRENCY = {
    "¥": "JPY", "￥": "JPY", "€": "EUR", "£": "GBP", "NZ": "NZD", "A": "AUD", "HK": "HKD", "C": "CAD",
}  # fmt: skip
_GENERATION_AFTER = re.compile("[目将天藩社首総内校会横住座宗法家市県町村知大国皇清]")
_DIVIDED = re.compile("さ|し|す|せ|極|割|化|派|岐|裂|冊|咲|搗|袖|丈|粥|刈|音符|位")
_MARKET = ("市", "町")
"""After a day in kanji they make a place of it, once a market held on that day: 四日市, 八日町."""
_COURT_RANK = frozenset("正従贈")
_DATED = frozenset("年月日時")
_DURATIONS = {"年": Counter("duration", "year", True), "日": Counter("duration", "day", True)}
_UNKNOWN = Counter("ordinal", "thing", False)
"""Any counter before 目: 2館目."""
_HALF_UNITS = frozenset(["year", "hour", "month", "minute", "day", "times", "tatami", "century", "shaku", "sun", "ken"])
_NO_HALF = frozenset("分数年期径")
_GENERATIONS = frozenset({"代", "歳代"})
_SMALLER = {"hour": ("minute", 60), "year": ("month", 12), "minute": ("second", 60), "foot": ("inch", 12)}
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
_ERA_NUMBER_END = re.compile("[()（）・、，,〜～–-]|年")
_SEVERAL_AFTER = frozenset("約後前去間内中計週月年日に")


def counted(text: str, dates: DateReader, numeral: Numeral, position: int) -> Quantity | None:
    """A numeral with the counter at `position`, as a date, or bare; None where it is no number."""
    approx = numeral.vague
    if text[position : position + 1] in APPROX_INSIDE and counter_at(text, position + 1):
        position, approx = position + 1, True
    sign = text[position : position + 1]
    if sign == "日" and not numeral.figures and text[position + 1 : position + 2] in _MARKET:
        return None
    counter = counter_at(text, position)
    if sign in _DATED and (counter is None or text.startswith("年生ま", position)):
        dated = _dated(text, dates, numeral, position, sign)
        if dated is not None:
            return dated
        if sign in _DURATIONS and numeral.low < 10**10:
            counter = position + 1, _DURATIONS[sign]
    if counter is None and numeral.figures and text.startswith("目", position + 1) and _is_ideograph(sign):
        counter = position + 1, _UNKNOWN
    if counter is None or not _acceptable(text, numeral, counter[1]) or _word(text, numeral, position, counter[0]):
        return _bare(text, dates, numeral)
    return _with_counter(text, numeral, position, counter, approx)


def _dated(text: str, dates: DateReader, numeral: Numeral, position: int, sign: str) -> Quantity | None:
    if sign == "年":
        return dates.year(numeral, position + 1)
    if sign == "月":
        return dates.month(numeral, position + 1)
    if sign == "日":
        return dates.day(numeral, position + 1)
    if text.startswith(("時間", "時代"), position):
        return None
    return dates.time(numeral, position + 1)


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
    return before in _SEVERAL_AFTER or not "㐀" <= before <= "鿿"


def _word(text: str, numeral: Numeral, position: int, end: int) -> bool:
    """従五位 is a court rank (a name), 二分する to divide."""
    counter = text[position:end]
    if counter == "位":
        return text[max(0, numeral.start - 1) : numeral.start] in _COURT_RANK
    return counter == "分" and _DIVIDED.match(text, end) is not None


def _with_counter(text: str, numeral: Numeral, position: int, counter: tuple[int, Counter], approx: bool) -> Quantity:
    end, (kind, unit, _) = counter
    value, pair = numeral_value(numeral)
    if text.startswith("目", end):
        kind, end = "ordinal", end + 1
    elif unit == "degree or times" and not numeral.figures and numeral.low < 10:
        kind, unit = "number", "times"  # 一度, 二度
    elif text[position:end] == "ダース" and isinstance(value, int):
        value *= 12
    elif text[position:end] in _GENERATIONS and isinstance(value, int):
        kind, value, unit = _generation(text, value, end)
    elif unit in _FINER and not (unit in _DEGREES and text[max(0, numeral.start - 1)] in _OF_ANGLES):
        value, unit, end = _finer(text, value, unit, end)
    return japanese_streak(text, amount(text, numeral, (position, end), kind, value, unit, approx or pair))


def _generation(text: str, value: int, end: int) -> tuple[str, Value, str]:
    """五十代 are one's fifties, 十代将軍 the tenth shogun."""
    if value % 10 == 0 and 10 <= value <= 90 and not _GENERATION_AFTER.match(text, end):
        return "age", (value, value + 9), "year"
    return "number", value, "generation"


def _finer(text: str, value: Value, unit: str, end: int) -> tuple[Value, str, int]:
    """3時間半, 1時間30分, 2年3か月, 155円20銭, 9秒98."""
    if not isinstance(value, (int, Decimal)):
        return value, unit, end
    if unit in _HALF_UNITS and text.startswith("半", end) and text[end + 1 : end + 2] not in _NO_HALF:
        return Decimal(value) + _HALF, unit, end + 1
    if text[end : end + 1] not in _NUMERIC:
        return value, unit, end
    if unit in _HUNDREDTHS:
        more = read_numeral(text, end)
        after = counter_at(text, more.end) if more is not None and isinstance(more.low, int) else None
        if more is not None and after is not None and after[1].unit == _HUNDREDTHS[unit] and more.low < 100:
            return value + Decimal(int(more.low)) / 100, unit, after[0]
    while unit in _SMALLER and text[end : end + 1] in _NUMERIC:
        smaller, factor = _SMALLER[unit]
        more = read_numeral(text, end)
        after = counter_at(text, more.end) if more is not None and isinstance(more.low, int) else None
        if more is None or after is None or after[1].unit != smaller or more.vague:
            break
        value, unit, end = value * factor + int(more.low), smaller, after[0]
    if unit in _DEGREES and value in _FEVERS and (tenth := _TENTH.match(text, end)):
        return value + Decimal(_digit(tenth[1])) / 10, unit, tenth.end()
    if unit == "second" and (hundredths := _HUNDREDTHS_OF_SECOND.match(text, end)):
        return value + Decimal(f"0.{int(hundredths[0]):02}"), unit, hundredths.end()
    return value, unit, end


def _bare(text: str, dates: DateReader, numeral: Numeral) -> Quantity | None:
    """A number without a counter: figures, or a kanji numeral long enough to be nothing else."""
    start, end = numeral.start, numeral.end
    following = text[end : end + 1]
    if numeral.figures:
        if is_latin(following) or (text[start] in "0０" and end - start > 1 and isinstance(numeral.low, int)):
            return None
        if _ERA_NUMBER_END.match(text, end) and (dated := dates.era_number(numeral)):
            return dated
        if numeral.low in (5, 6) and following in _SEISMIC and end + 1 - start == 2 and not prefix_before(text, start):
            return plain(start, end + 1, "measure", numeral.low, _SEISMIC[following])
        return amount(text, numeral, (end, end), "number", numeral.low, "", numeral.vague)
    if numeral.positional and "〇" not in text[start:end]:
        return None
    length = end - start
    if length < 3:
        alone = not (start and _is_ideograph(text[start - 1])) and not _is_ideograph(following)
        if length < 2 or not (alone or any(sign in LARGE for sign in text[start:end])):
            return None
    value, _ = numeral_value(numeral)
    return amount(text, numeral, (end, end), "number", value, "", numeral.vague)


def amount(
    text: str, numeral: Numeral, unit_span: Offsets, kind: str, value: Value, unit: str, approx: bool = False
) -> Quantity:
    """Put an amount together, with a sign or word before the number that gives it its unit."""
    head = (numeral.start, numeral.end)
    start, end = numeral.start, unit_span[1]
    if numeral.low != numeral.high and not isinstance(value, tuple):
        value = (numeral.low, numeral.high)
    approx = approx or isinstance(value, tuple)
    prefix = prefix_before(text, start)
    if prefix is not None:
        start, end, kind, value, unit = _prefixed(text, prefix, end, kind, value, unit)
        if unit_span[0] == unit_span[1] and kind == "money":
            unit_span = (start, head[0])
    return with_unit((start, end), head, unit_span, kind, value, unit, approx)


def prefix_before(text: str, start: int) -> re.Match[str] | None:
    """The currency sign, 震度, 時速, マイナス … that ends where a number starts."""
    if start == 0 or text[start - 1] not in _PREFIX_SIGNS:
        return None
    return _PREFIX.search(text, max(0, start - 10), start)


def _prefixed(
    text: str, prefix: re.Match[str], end: int, kind: str, value: Value, unit: str
) -> tuple[int, int, str, Value, str]:
    start = prefix.start()
    if prefix["currency"]:
        sign = prefix["currency"]
        return start, end, "money", value, _CURRENCY.get(sign, _CURRENCY.get(sign[:-1], "USD"))
    if prefix["seismic"]:
        grade = _SEISMIC.get(text[end : end + 1], "")
        return start, end + bool(grade), "measure", value, grade or "seismic intensity"
    if prefix["magnitude"] and unit == "" and kind == "number":
        return start, end, "measure", value, "magnitude"
    if prefix["speed"] and kind == "measure":
        if prefix["speed"] in ("秒速", "風速", "毎秒") and unit == "metre":
            return start, end, kind, value, "m/s"
        return start, end, kind, value, SPEED.get(unit, unit)
    if prefix["minus"] and isinstance(value, (int, Decimal)) and kind in ("number", "measure", "percent"):
        return start, end, kind, -value, unit
    if prefix["degree"] and unit == "degree or times":
        return start, end, kind, value, "degree C" if prefix["degree"] == "摂氏" else "degree F"
    if prefix["shirt"] and not unit:
        return start, end, "ordinal", value, "number"
    return prefix.end(), end, kind, value, unit


def _digit(sign: str) -> int:
    return KANJI_DIGITS[sign] if sign in KANJI_DIGITS else int(sign)


def numeral_value(numeral: Numeral) -> tuple[Value, bool]:
    """The value of a numeral, and whether it is a pair: 二三人 is two or three people."""
    if numeral.positional and isinstance(numeral.low, int) and numeral.low < 100:
        tens, ones = divmod(numeral.low, 10)
        if ones == tens + 1:
            return (tens, ones), True
    if numeral.low != numeral.high:
        return (numeral.low, numeral.high), True
    return numeral.low, False


def past_space(text: str, numeral: Numeral) -> int:
    """Past one space between figures and their counter (13 人), or a unit in Latin letters (15 kg)."""
    end = numeral.end
    if not numeral.figures or text[end : end + 1] not in (" ", "　") or end + 1 >= len(text):
        return end
    if not is_latin(text[end + 1]):
        return end + 1
    return end if counter_at(text, end + 1) is None else end + 1


def is_latin(sign: str) -> bool:
    """An ASCII letter."""
    return sign.isascii() and sign.isalpha()


def _is_ideograph(sign: str) -> bool:
    return "㐀" <= sign <= "鿿" or "ァ" <= sign <= "ヺ"
