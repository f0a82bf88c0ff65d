"""What the rules of Japanese make of years, months, days and clock times."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from termalign.quantities.build import DatePieces, date, day_in_figures, plain, with_unit
from termalign.quantities.calendar import GREGORIAN_SINCE, era_year
from termalign.quantities.grammar import Chart, Edge
from termalign.quantities.japanese_numerals import Numeral
from termalign.quantities.quantity import DateValue, Offsets, Quantity

_DURATION_CUE = re.compile(
    "間|前|後|余|以上|以下|以内|ぶり|ほど|程度|くらい|ぐらい|近|あまり|余り|半|もの|越し|連続|続|弱|強|未満|足らず|にわた|の歴史|分|がか|かけ|を要|を経|が経|経過"
)
_YEAR_CUE = re.compile(r"度|春|夏|秋|冬|末|初|頃|ごろ|[（(][^）)]*年[）)]")
_GIVEN_YEAR = re.compile(r"[（(](?:西暦)?([0-9０-９]{3,4})(年?)[）)・、, 　]")
_MONTHS_LONG = re.compile("以内|以下|以上|未満|を超え|を経過|を下らない")
_DAY_DURATION = re.compile(
    "間|前|後|以上|以内|ぶり|連続|続|ほど|程|余|目|め|おき|半|分|未満|がか|かけ|を要|越し|たっ|経"
)
_DAY_CUE = re.compile("に(?!減|縮|な|下|落|圧|削|抑)|から|まで|[（(][月火水木金土日]|[〜～]|付|時点|現在")
_ONE_WORD_WITH = frozenset("今昨翌明毎前同当")  # 今朝|8時, but 朝8時
_AFTERNOON = frozenset(["午後", "夜", "夕方", "夕", "晩", "昼"])
_OPENING_YEAR = re.compile("([12１２][0-9０-９]{3})年(?:から|[〜～~－–—‐−-])$")
_TERM_BEFORE = re.compile("(?:懲役|禁[錮固]|拘禁刑?)$")  # 懲役3年6月 is no June
_SMALL_HOUR_CUE = re.compile("半|ごろ|頃|過|すぎ|前|[0-9０-９一二三四五]|から|まで|ちょうど|きっかり|発|着")
_INITIALS = {"T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_SEASONS = ("春", "夏", "秋", "冬")
_WEEKDAYS = "月火水木金土日"
Edges = Sequence[Edge]


class Year(NamedTuple):
    """A year by its number.

    Attributes
    ----------
    start : int
        Where the year begins, with what says its calendar.
    numeral : Numeral
        Its number as written.
    year : int or None
        The Western year, if the calendar is said; else the number may be one of years.
    unit : str
        ``era`` for a converted year.
    """

    start: int
    numeral: Numeral
    year: int | None
    unit: str


def _whole(numeral: Numeral, low: int, high: int) -> bool:
    return isinstance(numeral.low, int) and not numeral.vague and low <= numeral.low <= high


def bare_year(chart: Chart, edges: Edges) -> Year | None:
    text, numeral = chart.text, edges[0].value
    if not isinstance(numeral.low, int) or numeral.vague:
        return None
    opening = None
    if numeral.low < 100 and text[numeral.start - 1 : numeral.start] in tuple("ら〜～~－–—‐−-"):
        opening = _OPENING_YEAR.search(text, max(0, numeral.start - 8), numeral.start)
    if opening is not None:
        first, early = int(opening[1]), text[numeral.start] in "0０"
        year = first // 100 * 100 + numeral.low + 100 * early
        if first < year < first + 50:
            return Year(numeral.start, numeral, year, "")
    return Year(numeral.start, numeral, None, "")


def marked_year(chart: Chart, edges: Edges) -> Year | None:
    said, numeral = edges[0].value[0], edges[1].value
    if not isinstance(numeral.low, int) or numeral.vague or (said.strip() == "前" and numeral.low <= 30):
        return None
    if said[0] in "'’‘" and numeral.low >= 100:
        return None
    negative = "前" in said or said[0] == "B"
    return Year(edges[0].start, numeral, -numeral.low if negative else numeral.low, "")


def era(chart: Chart, edges: Edges) -> Year | None:
    name, numeral = edges[0].value, edges[1].value
    if not isinstance(numeral, Numeral):  # 元
        numeral = Numeral(*edges[1][:2], 1, 1, False, False, False)
    year = era_year(name, numeral.low) if isinstance(numeral.low, int) and not numeral.vague else None
    if year is None:
        return None
    chart.era = name
    return Year(edges[0].start, numeral, year, "era")


def era_initial(chart: Chart, edges: Edges) -> Year | None:
    name = _INITIALS[edges[0].value["initial"]]
    return era(chart, (Edge(*edges[0][:2], name), edges[1]))


def same_era(chart: Chart, edges: Edges) -> Year | None:
    numeral = edges[1].value
    year = (
        era_year(chart.era, numeral.low) if chart.era and isinstance(numeral.low, int) and not numeral.vague else None
    )
    return None if year is None else Year(edges[0].start, numeral, year, "era")


def era_number(chart: Chart, edges: Edges) -> Quantity | None:
    numeral = edges[1].value
    said = era(chart, edges) if numeral.figures and numeral.low < 100 else None
    return None if said is None else date((said.start, numeral.end), (said.year, None, None), "era", [], _head(said))


def _head(said: Year) -> Offsets:
    return said.numeral.start, said.numeral.end


def _year_and_unit(text: str, said: Year, end: int) -> tuple[int | None, str]:
    """The year said; none where it is a number of years (10年)."""
    numeral = said.numeral
    if said.year is not None:
        return said.year, said.unit
    if _DURATION_CUE.match(text, end) and not (numeral.positional and numeral.end - numeral.start == 4):
        return None, ""
    number = int(numeral.low)
    given = _GIVEN_YEAR.match(text, end)
    if given is not None and number < 100 and (given[2] or given[0][-1] in "）)"):
        return int(given[1]), "era"
    return (number, "") if 0 < number < 3000 else (None, "")


def year(chart: Chart, edges: Edges) -> Quantity | None:
    text, said = chart.text, edges[0].value
    end = edges[1].start + edges[1].value[0].index("年") + 1
    known = said.year is not None
    number, unit = _year_and_unit(text, said, end)
    if number is None:
        return None
    if not known and number < 100 and said.numeral.figures and text[end : end + 1] in _SEASONS:
        number += 2000 if number < 50 else 1900  # 19年春
    pieces: DatePieces = [((said.start, end), (number, None, None))]
    month, day = _month_and_day(edges, pieces)
    if unit == "era" and number < GREGORIAN_SINCE and month is not None:
        unit = "lunar"
    if not known and number < 100 and month is None and not _YEAR_CUE.match(text, end):
        return None
    if (
        not known
        and month is not None
        and day is None
        and _TERM_BEFORE.search(text, max(0, said.start - 4), said.start)
    ):
        return plain(said.start, edges[2].end, "duration", 12 * said.numeral.low + month, "month")
    last = pieces[-1][0][1]
    return date((said.start, last), (number, month, day), unit, pieces, _head(said))


def _month_and_day(edges: Edges, pieces: DatePieces) -> tuple[int | None, int | None]:
    """The month and day among what was read; adds them to the pieces."""
    month = day = None
    for edge in edges:
        if isinstance(edge.value, tuple) and edge.value and edge.value[0] == "month":
            month = edge.value[1]
            pieces.append(((edge.start, edge.end), (None, month, None)))
        elif isinstance(edge.value, tuple) and edge.value and edge.value[0] == "day":
            day = edge.value[1]
            pieces.append(((edge.value[2], edge.end), (None, None, day)))
    return month, day


def fiscal(chart: Chart, edges: Edges) -> Quantity | None:
    said = edges[0].value
    number, _ = _year_and_unit(chart.text, said, edges[1].end - 1)
    return None if number is None else date((said.start, edges[1].end), (number, None, None), "fiscal", [], _head(said))


def fiscal_latin(chart: Chart, edges: Edges) -> Quantity:
    start, end, found = edges[1]
    number = int(found[0]) + (2000 if end - start == 2 else 0)
    return date((edges[0].start, end), (number, None, None), "fiscal", [], (start, end))


def quarter_latin(chart: Chart, edges: Edges) -> Quantity:
    return plain(edges[0].start, edges[-1].end, "quarter", int(edges[-1].value[1]))


def month(chart: Chart, edges: Edges) -> tuple[str, int] | None:
    numeral = edges[0].value
    return ("month", numeral.low) if _whole(numeral, 1, 12) else None


def day(chart: Chart, edges: Edges) -> tuple[str, int, int] | None:
    if len(edges) == 1:  # of two days
        return ("day", int(edges[0].value[0]), edges[0].start) if 1 <= int(edges[0].value[0]) <= 31 else None
    numeral = edges[1].value
    return ("day", numeral.low, numeral.start) if _whole(numeral, 1, 31) else None


def month_day(chart: Chart, edges: Edges) -> Quantity:
    pieces: DatePieces = []
    number, of_month = _month_and_day(edges, pieces)
    start = edges[0].start
    head = start, start + len(chart.text[start : edges[0].end].rstrip("月 　"))
    return date((start, pieces[-1][0][1]), (None, number, of_month), "", pieces, head)


def months_long(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, end = edges[0].value, edges[1].start + edges[1].value[0].index("月") + 1
    if not _whole(numeral, 1, 12):
        return None
    return with_unit((numeral.start, end), edges[0][:2], (numeral.end, end), "duration", numeral.low, "month")


def day_of_month(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, end = edges[0].value, edges[1].end
    if not _whole(numeral, 1, 31) or (numeral.positional and numeral.low % 11 == 1):
        return None  # 二三日: two or three days
    if _DAY_DURATION.match(chart.text, end) or (not numeral.figures and chart.text[end : end + 1] in tuple("市町")):
        return None  # 四日市: once a market held on that day
    return date((numeral.start, end), (None, None, numeral.low), "day", [], edges[0][:2])


def market(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | None:
    return None if edges[0].value.figures else ()


def dated_weekday(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | None:
    whole, found = edges[0].value, edges[1].value
    if not whole.pieces:
        return None
    return whole, plain(found.start(1), found.end(1), "weekday", _WEEKDAYS.index(found[1]))


def weekday(chart: Chart, edges: Edges) -> Quantity:
    start, end, found = edges[0]
    return plain(start, end, "weekday", _WEEKDAYS.index(found[0][0]))


def years(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | Quantity | None:
    said, second = edges[0].value, edges[2].value
    number, unit = _year_and_unit(chart.text, said, edges[0].end)
    if number is None or second.vague or said.numeral.figures != second.figures:
        return None
    if said.year is None and said.numeral.low < 100:
        return None
    opening = date((said.start, edges[0].end), (number, None, None), unit, [], _head(said))
    if unit == "era" and said.numeral.low < second.low < 100:
        closing = number + int(second.low) - said.numeral.low
    elif second.low < 100 <= said.numeral.low:
        closing, unit = number // 100 * 100 + int(second.low), ""
    else:
        return opening
    return opening, date((second.start, edges[-1].end), (closing, None, None), unit, [], (second.start, second.end))


def two_years(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | None:
    text, first, second = chart.text, edges[0].value, edges[2].value
    if not (first.figures and second.figures) or not 100 <= first.low < second.low < 2200:
        return None
    if any(not isinstance(n.low, int) or len(str(n.low)) != n.end - n.start for n in (first, second)):
        return None
    brackets = text[max(0, first.start - 1) : first.start] in ("(", "（") or text[second.end : second.end + 1] in (
        ")",
        "）",
    )
    if not brackets and (first.low < 1000 or chart.read("counter", second.end) or text.startswith("年", second.end)):
        return None
    return plain(*edges[0][:2], "date", (first.low, None, None)), plain(*edges[2][:2], "date", (second.low, None, None))


def months(chart: Chart, edges: Edges) -> Quantity | None:
    opening, closing = edges[0].value, edges[2].value
    first = opening[1] if isinstance(opening, tuple) and opening[0] == "month" else opening.low
    if isinstance(opening, Numeral) and not _whole(opening, 1, 12):
        return None
    end = edges[2].end
    ends: tuple[DateValue, DateValue] = (None, first, None), (None, closing[1], None)
    head = edges[0].start, edges[2].start + len(chart.text[edges[2].start : end].rstrip("月 　"))
    return Quantity(edges[0].start, end, "range", ends, "", False, head)


def century(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, end = edges[-2].value, edges[-1].end
    start, head = edges[0].start, edges[-2][:2]
    if numeral.vague:
        return with_unit((head[0], end), head, (head[1], end), "duration", (numeral.low, numeral.high), "century", True)
    if len(edges) == 2:
        return Quantity(start, end, "century", numeral.low, "", False, head)
    said = edges[0].value[0].strip()
    return Quantity(start, end, "century", -numeral.low, "", False, head) if said in ("前", "紀元前") else None


def decade(chart: Chart, edges: Edges) -> Quantity | None:
    said = edges[0].value
    end = edges[1].end if len(edges) == 2 else said.numeral.end
    number = said.numeral.low
    if said.unit == "era":
        return Quantity(said.start, end, "decade", (said.year, said.year + 9), "era", True, _head(said))
    if number % 10 or number < 10:
        return None
    begun = number + 1900 if number < 100 else number
    return Quantity(said.numeral.start, end, "decade", begun, "", False, _head(said))


def clock(chart: Chart, edges: Edges) -> Quantity | None:
    text, numeral, end = chart.text, edges[0].value, edges[-1].end
    if not _whole(numeral, 0, 25):
        return None
    minute = edges[2].value if len(edges) > 2 and edges[2].value is not None else 30 * (text[end - 1] == "半")
    return _time(numeral.start, end, numeral.low, minute, edges[0][:2])


def clock_before(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, minutes = edges[0].value, edges[2].value
    if not _whole(numeral, 1, 24) or not minutes:
        return None
    return _time(numeral.start, edges[-1].end, numeral.low - 1, 60 - minutes, edges[0][:2])


def minute(chart: Chart, edges: Edges) -> int | None:
    numeral = edges[0].value
    return numeral.low if _whole(numeral, 0, 59) else None


def digital(chart: Chart, edges: Edges) -> Quantity | None:
    found = edges[0].value
    hour = int(found[1])
    if hour > 24:
        return None
    clock = _time(found.start(), found.end(), hour, int(found[2]), found.span())
    return (
        clock
        if found[1][0] not in "0０" or len(found[1]) < 2
        else Quantity(found.start(), found.end(), "time", clock.value, "24h", False, found.span())
    )


def _time(start: int, end: int, hour: int, minute: int, head: Offsets) -> Quantity:
    return Quantity(start, end, "time", (hour, minute), "24h" if hour > 12 or hour == 0 else "", False, head)


def time(chart: Chart, edges: Edges) -> Quantity | None:
    found: Quantity = edges[0].value
    one = found.value == (1, 0) and chart.text[found.start] in "一"
    return None if one and not _SMALL_HOUR_CUE.match(chart.text, found.end) else found


def half_day_time(chart: Chart, edges: Edges) -> Quantity:
    lead, found = edges[0].value, edges[1].value
    hour, half = found.value[0], lead["half"]
    if half in _AFTERNOON and hour < 12:
        hour += 12 if half != "夜" or hour > 4 else 0
    elif half == "午前" and hour == 12:
        hour = 0
    apart = "の" in lead[0] or chart.text[max(0, lead.start() - 1) : lead.start()] in _ONE_WORD_WITH
    return Quantity(
        found.start if apart else lead.start(), found.end, "time", (hour, found.value[1]), "24h", False, found.head
    )


def month_day_figures(chart: Chart, edges: Edges) -> Quantity | None:
    if chart.text[edges[0].start - 1 : edges[0].start] in ("/", "／"):
        return None
    return day_in_figures(edges[0].value, _DAY_CUE.match(chart.text, edges[0].end) is not None)


def event_date(chart: Chart, edges: Edges) -> Quantity | None:
    found, text = edges[0].value, chart.text
    start = found.start()
    if start and text[start - 1] in "・.．0123456789一二三四五六七八九十〇年月第":
        return None
    of_year, of_month = _placed(found[1]), _placed(found[2])
    if not (1 <= of_year <= 12 and 1 <= of_month <= 31):
        return None
    pieces: DatePieces = [(found.span(1), (None, of_year, None)), (found.span(2), (None, None, of_month))]
    return date(found.span(), (None, of_year, of_month), "", pieces, found.span())


def _placed(signs: str) -> int:
    """The value of figures, or of kanji written by place (二六) or with 十 (二十六)."""
    if signs.isdecimal():
        return int(signs)
    tens, ten, ones = signs.partition("十")
    if ten:
        return (_placed(tens) if tens else 1) * 10 + (_placed(ones) if ones else 0)
    return int("".join(str("〇一二三四五六七八九".index(sign)) for sign in signs))
