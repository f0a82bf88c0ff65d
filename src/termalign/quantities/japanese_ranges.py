"""Two Japanese numerals that belong together: 10〜15人, 2、3日, 1914〜18年, 5人に1人."""

import re
from fractions import Fraction

from termalign.quantities.build import plain
from termalign.quantities.japanese_context import Counter, counter_at
from termalign.quantities.japanese_counted import counted, past_space, prefix_before
from termalign.quantities.japanese_dates import DateReader
from termalign.quantities.japanese_numerals import Numeral, read_numeral
from termalign.quantities.quantity import Amount, Piece, Quantity

WARI = re.compile(r"割(?!り|れ|る|ら|っ|合|振|当|安|高)")
PERCENT = re.compile(r"[ ]?(?:%|％|パーセント|㌫|プロセント)(?!ポイント)")
_CONNECTOR = re.compile(
    r"[〜～~－–—‐−―─ー]|-|から|か(?=[0-9０-９一二三四五六七八九])|ないし|乃至|[、・](?=[0-9０-９一二三四五六七八九]{1,2}[^0-9０-９、・])"
    r"| ?[-－–—‐−―─] ?(?=[0-9０-９])"
)
_SHARE = re.compile("に(?=[0-9０-９一二三四五六七八九])")
_PERCENT_COUNTER = Counter("percent", "percent", True)
_DATE_SIGNS = frozenset("年月時世日")
_Found = tuple[Quantity, ...]


def read_range(text: str, dates: DateReader, first: Numeral) -> _Found | None:
    """A range that a numeral begins, as one quantity, or the two ends of a span of years; None for none."""
    unit = counter_at(text, first.end)
    if unit is None and text.startswith("年", first.end) and dates.year(first, first.end + 1) is None:
        unit = first.end + 1, Counter("duration", "year", True)
    if text.startswith("月", first.end):
        return _month_to_month(text, dates, first)
    position = first.end
    connector = _CONNECTOR.match(text, position)
    if connector is None:
        percent = PERCENT.match(text, position)
        if percent is not None:
            unit = percent.end(), _PERCENT_COUNTER
        if unit is None:
            return None
        position = unit[0]
        share = _share(text, first, *unit)
        if share is not None:
            return share
        connector = _CONNECTOR.match(text, position)
        if connector is None or text[position] in "、・":
            return None
    if connector.end() >= len(text):
        return None
    second = read_numeral(text, connector.end())
    if second is None or second.vague or first.vague or second.figures != first.figures:
        return None
    if connector[0] in "、・" and (second.low != first.low + 1 or first.low > 9):
        return None
    return _join(text, dates, first, second, unit)


def _share(text: str, whole: Numeral, end: int, counter: Counter) -> _Found | None:
    """5人に1人: one in five."""
    found = _SHARE.match(text, end)
    part = read_numeral(text, found.end()) if found else None
    if part is None or not isinstance(part.low, int) or not isinstance(whole.low, int) or counter.kind == "duration":
        return None
    after = counter_at(text, part.end)
    if after is None or after[1] != counter or not 0 < part.low < whole.low:
        return None
    return (plain(whole.start, after[0], "fraction", Fraction(part.low, whole.low)),)


def _join(
    text: str, dates: DateReader, first: Numeral, second: Numeral, first_unit: tuple[int, Counter] | None
) -> _Found | None:
    sign = text[second.end : second.end + 1]
    if first_unit is None:
        years = _is_year(first) and _is_year(second) and first.low < second.low
        if years and sign != "年" and counter_at(text, second.end) is None:
            return _year(first), _year(second)
        if _are_years_in_brackets(text, first, second):
            return _year(first), _year(second)
        if sign in _DATE_SIGNS:
            return _date_span(text, dates, first, second, sign)
        if not first.figures and counter_at(text, second.end) is None:
            return None
    if text.startswith("代", second.end) and first.low % 10 == 0 and 10 <= first.low < second.low <= 90:
        return (
            Quantity(first.start, first.end, "age", (first.low, first.low + 9), "year", True, (first.start, first.end)),
        )
    if WARI.match(text, second.end) and first.low < second.low:
        head = (first.start, second.end)
        return (
            Quantity(first.start, second.end + 1, "range", (first.low * 10, second.low * 10), "percent", False, head),
        )
    low = scaled(first, second)
    whole = counted(text, dates, second, past_space(text, second))
    if whole is None or whole.kind in ("date", "time", "decade"):
        return None
    unit, end = whole.unit, whole.end
    percent = PERCENT.match(text, second.end)
    if percent is not None:
        unit, end = "percent", percent.end()
    if first_unit is not None and first_unit[1].unit != unit:
        return None
    if not low < second.low and (unit or first_unit):
        return None
    prefix = prefix_before(text, first.start)
    start = prefix.start() if prefix is not None else first.start
    if prefix is not None and prefix["currency"]:
        unit = counted_unit(text, dates, first)
    pieces: tuple[Piece, ...] = (
        (first.start, first.end, "number", low, ""),
        (second.start, end, "number" if unit != "percent" else "percent", second.low, unit),
    )
    return (Quantity(start, end, "range", (low, second.low), unit, False, (first.start, second.end), pieces),)


def counted_unit(text: str, dates: DateReader, numeral: Numeral) -> str:
    """The unit of a numeral by itself: the currency of ¥10-20."""
    found = counted(text, dates, numeral, numeral.end)
    return found.unit if found is not None else ""


def _date_span(text: str, dates: DateReader, first: Numeral, second: Numeral, sign: str) -> _Found | None:
    """Both ends of 1914〜18年, 7〜9月, 5〜6世紀, each with what the second one says."""
    end = second.end + 1
    if sign == "年" and text.startswith("代", end):
        opening = dates.decade(first, first.end)
        return (opening,) if opening is not None else None
    if sign == "月":
        return _months(dates, first, second, end)
    if sign == "年":
        return _years(text, dates, first, second, end)
    if sign == "日":
        return _durations(text, first, second, "day")
    if sign == "世" and text.startswith("世紀", second.end):
        return (plain(first.start, first.end, "century", first.low),)
    return None


def _month_to_month(text: str, dates: DateReader, first: Numeral) -> _Found | None:
    """3月から5月."""
    connector = _CONNECTOR.match(text, first.end + 1)
    if connector is None or connector[0] in "、・" or connector.end() >= len(text):
        return None
    second = read_numeral(text, connector.end())
    if second is None or not text.startswith("月", second.end):
        return None
    return _months(dates, first, second, second.end + 1)


def _months(dates: DateReader, first: Numeral, second: Numeral, end: int) -> _Found | None:
    opening, closing = dates.month(first, second.start), dates.month(second, end)
    if opening is None or closing is None or opening.pieces or closing.pieces:
        return None
    value = (opening.value, closing.value)
    head = (first.start, second.end)
    return (Quantity(first.start, end, "range", value, "", False, head),)  # type: ignore[arg-type]


def _years(text: str, dates: DateReader, first: Numeral, second: Numeral, end: int) -> _Found | None:
    opening = dates.year(first, first.end)
    if opening is None or (opening.value == (first.low, None, None) and first.low < 100):
        return _durations(text, first, second, "year")
    value = opening.value
    if isinstance(value, tuple) and isinstance(value[0], int) and second.low < 100 <= first.low:
        year = value[0] // 100 * 100 + int(second.low)
        closing = Quantity(second.start, end, "date", (year, None, None), "", False, (second.start, second.end))
        return opening, closing
    return (opening,)


def _durations(text: str, first: Numeral, second: Numeral, unit: str) -> _Found | None:
    if not first.low < second.low:
        return None
    end = second.end + 1
    if text.startswith("間", end):
        end += 1
    return (Quantity(first.start, end, "range", (first.low, second.low), unit, False, (first.start, second.end)),)


def _is_year(numeral: Numeral) -> bool:
    return numeral.figures and numeral.end - numeral.start == 4 and 1000 <= numeral.low < 2200


def _are_years_in_brackets(text: str, first: Numeral, second: Numeral) -> bool:
    """（972－998）."""
    if not (first.figures and second.figures and 100 <= first.low < second.low < 2200):
        return False
    before, after = text[max(0, first.start - 1) : first.start], text[second.end : second.end + 1]
    return before in ("(", "（") or after in (")", "）")


def _year(numeral: Numeral) -> Quantity:
    return plain(numeral.start, numeral.end, "date", (int(numeral.low), None, None))


def scaled(first: Numeral, second: Numeral) -> Amount:
    """The first number of 3〜5万: it shares the power of ten of the second."""
    for power in (10**12, 10**8, 10**4, 10**3):
        if second.low >= power and second.low % power == 0 and first.low < 1000 and first.low < second.low / power:
            return first.low * power
    return first.low
