"""Dates, years, decades, quarters and clock times in Japanese."""

import re

from termalign.quantities.build import DatePieces, date, plain, with_unit
from termalign.quantities.calendar import GREGORIAN_SINCE, era_before, era_year
from termalign.quantities.japanese_numerals import Numeral, read_numeral
from termalign.quantities.quantity import DateValue, Offsets, Quantity

_YEAR_PREFIX = re.compile(r"(?:西暦|紀元前|紀元|公元前|公元|前|BC|B\.C\.|AD|A\.D\.)[ 　]?$")
_BEFORE_CHRIST = re.compile("前|B")
_DURATION_CUE = re.compile(
    "間|前|後|余|以上|以下|以内|ぶり|ほど|程度|くらい|ぐらい|近|あまり|余り|半|もの|越し|連続|続|弱|強|未満|足らず|にわた|の歴史|分|がか|かけ|を要|を経|が経|経過"
)
_YEAR_CUE = re.compile(r"度|春|夏|秋|冬|末|初|頃|ごろ|[（(][^）)]*年[）)]")
_GIVEN_YEAR = re.compile(r"[（(](?:西暦)?([0-9０-９]{3,4})(年?)[）)・、, 　]")
_BRACKET_YEAR = re.compile(r"[ 　]?[（(][^（）()]{2,14}年[)）]")
_MONTHS_LONG = re.compile("以内|以下|以上|未満|を超え|を経過|を下らない")
_DAY_DURATION = re.compile(
    "間|前|後|以上|以内|ぶり|連続|続|ほど|程|余|目|め|おき|半|分|未満|がか|かけ|を要|越し|たっ|経"
)
_WEEKDAY = re.compile(r"[ 　]?[（(]([月火水木金土日])(?:曜日?)?(?:[・、][祝休])?[)）]")
_HALF_OF_DAY = re.compile(r"(午前|午後|朝|早朝|未明|夜|夕方|夕|深夜|昼|正午|晩)の?[ 　]?$")
_ONE_WORD_WITH = frozenset("今昨翌明毎前同当")  # 今朝|8時, but 朝8時
_AFTERNOON = frozenset(["午後", "夜", "夕方", "夕", "晩", "昼"])
_OPENING_YEAR = re.compile("([12１２][0-9０-９]{3})年(?:から|[〜～~－–—‐−-])$")
_TO_ENDS = frozenset("ら〜～~－–—‐−-")
_FIRST_DAY = re.compile("[0-9０-９]{1,2}(?=[〜～~－–—‐−-][0-9０-９]{1,2}日(?!間))")
"""The first of two days of a month: 3月10〜15日."""
_TERM_BEFORE = re.compile("(?:懲役|禁[錮固]|拘禁刑?)$")  # 懲役3年6月 is no June
_CLOCK = re.compile(r"([0-9０-９]{1,2})[:：]([0-5０-５][0-9０-９])(?:[:：][0-5０-５][0-9０-９])?(?![0-9０-９:：])")
_SMALL_HOUR_CUE = re.compile("半|ごろ|頃|過|すぎ|前|[0-9０-９一二三四五]|から|まで|ちょうど|きっかり|発|着")
NOON = (12, 0)


def _next(text: str, position: int, figures: bool) -> int:
    """Past one space between figures and their counter (10 年), which some typesetters leave."""
    return position + 1 if figures and text[position : position + 1] in (" ", "　") else position


def _number_before(text: str, position: int, sign: str) -> tuple[Numeral, int] | None:
    """A whole number at a position and the end of the sign after it (月, 日, 分 …)."""
    position = _next(text, position, text[position - 1 : position] in ("年", "月"))
    if position >= len(text):
        return None
    numeral = read_numeral(text, position)
    if numeral is None or not isinstance(numeral.low, int) or numeral.vague:
        return None
    end = _next(text, numeral.end, numeral.figures)
    return (numeral, end + len(sign)) if text.startswith(sign, end) else None


class DateReader:
    """Reads the dates of one text; remembers its last era, for 同10年 and 翌8年."""

    __slots__ = ("_era", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._era: str | None = None

    def year(self, numeral: Numeral, end: int) -> Quantity | None:
        """A year, with its month and day; `end` is just after 年. None where it is a duration (10年)."""
        text, number = self._text, numeral.low
        if not isinstance(number, int) or numeral.vague:
            return None
        start, year, unit = self._calendar(numeral, number)
        known = year is not None
        if year is None:
            if _DURATION_CUE.match(text, end) and not (numeral.positional and numeral.end - numeral.start == 4):
                return None
            year, unit = self._bare_year(number, end)
            if year is None:
                return None
        pieces: DatePieces = [((start, end), (year, None, None))]
        if text.startswith("度", end):
            return self._fiscal(start, end + 1, numeral, year)
        if text.startswith("代", end):
            return None
        value, last = self._month_after(end, year, pieces)
        if unit == "era" and year < GREGORIAN_SINCE and value[1] is not None:
            unit = "lunar"
        if not known and number < 100 and value[1] is None and not _YEAR_CUE.match(text, end):
            return None
        if (
            not known
            and value[1] is not None
            and value[2] is None
            and _TERM_BEFORE.search(text, max(0, start - 4), start)
        ):
            return plain(start, last, "duration", 12 * number + value[1], "month")
        return date((start, last), value, unit, pieces, (numeral.start, numeral.end))

    def _calendar(self, numeral: Numeral, number: int) -> tuple[int, int | None, str]:
        """Where the year starts, its Western number, and whether it was converted."""
        text, at = self._text, numeral.start
        before = text[max(0, at - 4) : at]
        prefix = _YEAR_PREFIX.search(before)
        if prefix is not None:
            start = at - len(before) + prefix.start()
            if prefix[0].strip() != "前" or number > 30:
                return start, -number if _BEFORE_CHRIST.search(prefix[0]) else number, ""
        if before[-1:] in ("'", "’", "‘") and before and number < 100:
            return at - 1, number, ""  # '98年
        era = era_before(text, at)
        if era is not None:
            year = era_year(era[1], number)
            if year is not None:
                self._era = era[1]
                return era[0], year, "era"
        if number < 100 and before[-1:] in _TO_ENDS and (opening := _OPENING_YEAR.search(text, max(0, at - 8), at)):
            first, early = int(opening[1]), text[at] in "0０"
            year = first // 100 * 100 + number + 100 * early
            if first < year < first + 50:
                return at, year, ""  # 2020年から21年
        if before[-1:] in ("同", "翌") and self._era is not None:
            year = era_year(self._era, number)
            if year is not None:
                return at - 1, year, "era"
        return at, None, ""

    def _bare_year(self, number: int, end: int) -> tuple[int | None, str]:
        given = _GIVEN_YEAR.match(self._text, end)
        if given is not None and number < 100 and (given[2] or given[0][-1] in "）)"):
            return int(given[1]), "era"
        return (number, "") if 0 < number < 3000 else (None, "")

    def _fiscal(self, start: int, end: int, numeral: Numeral, year: int) -> Quantity:
        whole: DateValue = (year, None, None)
        return date((start, end), whole, "fiscal", [], (numeral.start, numeral.end))

    def _month_after(self, end: int, year: int, pieces: DatePieces) -> tuple[DateValue, int]:
        bracket = _BRACKET_YEAR.match(self._text, end)
        month = self._month_day(end, year, pieces)
        if month is None and bracket is not None:
            month = self._month_day(bracket.end(), year, pieces)
        return month or ((year, None, None), end)

    def _month_day(self, position: int, year: int | None, pieces: DatePieces) -> tuple[DateValue, int] | None:
        found = _number_before(self._text, position, "月")
        if found is None or not 1 <= found[0].low <= 12 or self._text.startswith("曜", found[1]):
            return None
        month, end = int(found[0].low), found[1]
        pieces.append(((found[0].start, end), (None, month, None)))
        return self.day_after(end, (year, month, None), pieces)

    def day_after(self, end: int, value: DateValue, pieces: DatePieces) -> tuple[DateValue, int]:
        """Add the day that follows a month, if one does."""
        found = _number_before(self._text, end, "日")
        if found is None and (opening := _FIRST_DAY.match(self._text, end)) is not None and 1 <= int(opening[0]) <= 31:
            pieces.append((opening.span(), (None, None, int(opening[0]))))
            return (value[0], value[1], int(opening[0])), opening.end()
        if found is None or not 1 <= found[0].low <= 31 or self._text.startswith("間", found[1]):
            return value, end
        day = int(found[0].low)
        pieces.append(((found[0].start, found[1]), (None, None, day)))
        return (value[0], value[1], day), found[1]

    def era_number(self, numeral: Numeral) -> Quantity | None:
        """弘安7 without 年, as in 1284年（弘安7）."""
        era = era_before(self._text, numeral.start)
        year = era_year(era[1], int(numeral.low)) if era is not None and numeral.low < 100 else None
        if era is None or year is None:
            return None
        return date((era[0], numeral.end), (year, None, None), "era", [], (numeral.start, numeral.end))

    def month(self, numeral: Numeral, end: int) -> Quantity | None:
        """10月1日, 11月, and 六月以内 as laws have it: six months; `end` is just after 月."""
        number = numeral.low
        if not isinstance(number, int) or numeral.vague or not 1 <= number <= 12 or self._text.startswith("曜", end):
            return None
        if _MONTHS_LONG.match(self._text, end):
            head = numeral.start, numeral.end
            return with_unit((head[0], end), head, (head[1], end), "duration", number, "month")
        pieces: DatePieces = [((numeral.start, end), (None, number, None))]
        value, last = self.day_after(end, (None, number, None), pieces)
        return date((numeral.start, last), value, "", pieces, (numeral.start, numeral.end))

    def day(self, numeral: Numeral, end: int) -> Quantity | None:
        """２５日: the 25th, or 25 days (the unit ``day`` leaves both open); None for a plain duration."""
        number = numeral.low
        if not isinstance(number, int) or numeral.vague or not 1 <= number <= 31:
            return None
        if numeral.positional and number % 11 == 1:
            return None  # 二三日: two or three days
        if _DAY_DURATION.match(self._text, end):
            return None
        head = (numeral.start, numeral.end)
        return date((numeral.start, end), (None, None, number), "day", [], head)

    def decade(self, numeral: Numeral, end: int) -> Quantity | None:
        """1980年代, 80年代, 昭和30年代; `end` is just after 代."""
        number = numeral.low
        if not isinstance(number, int) or numeral.vague:
            return None
        head = (numeral.start, numeral.end)
        start, year, unit = self._calendar(numeral, number)
        if unit == "era" and year is not None:
            return Quantity(start, end, "decade", (year, year + 9), "era", True, head)
        if number % 10 or number < 10:
            return None
        return Quantity(numeral.start, end, "decade", number + 1900 if number < 100 else number, "", False, head)

    def time(self, numeral: Numeral, end: int) -> Quantity | None:
        """午後3時半; `end` is just after 時."""
        text, hour = self._text, numeral.low
        if not isinstance(hour, int) or numeral.vague or not 0 <= hour <= 25:
            return None
        half = _HALF_OF_DAY.search(text, max(0, numeral.start - 4), numeral.start)
        if half is None and not numeral.figures and hour == 1 and not _SMALL_HOUR_CUE.match(text, end):
            return None  # 一時: for a time, temporarily
        minute, last = 0, end
        if text.startswith("半", end):
            minute, last = 30, end + 1
        else:
            found = _number_before(text, end, "分")
            if found is not None and 0 <= found[0].low < 60:
                minute, last = int(found[0].low), found[1]
        return self._clock(numeral.start, last, hour, minute, half, (numeral.start, numeral.end))

    def _clock(
        self, start: int, end: int, hour: int, minute: int, half: re.Match[str] | None, head: Offsets
    ) -> Quantity:
        unit = "24h" if hour > 12 or hour == 0 else ""
        if half is not None:
            unit = "24h"
            if "の" not in half[0] and self._text[max(0, half.start() - 1) : half.start()] not in _ONE_WORD_WITH:
                start = half.start()
            if half[1] in _AFTERNOON and hour < 12:
                hour += 12 if half[1] != "夜" or hour > 4 else 0
            elif half[1] == "午前" and hour == 12:
                hour = 0
        return Quantity(start, end, "time", (hour, minute), unit, False, head)

    def clock(self, position: int) -> Quantity | None:
        """09:30."""
        found = _CLOCK.match(self._text, position)
        if found is None or int(found[1]) > 24:
            return None
        half = _HALF_OF_DAY.search(self._text, max(0, position - 4), position)
        clock = self._clock(position, found.end(), int(found[1]), int(found[2]), half, found.span())
        if len(found[1]) == 2 and found[1][0] in "0０" and clock.unit == "":
            return Quantity(clock.start, clock.end, "time", clock.value, "24h", False, clock.head)
        return clock

    def weekday(self, position: int) -> Quantity | None:
        """The （日） after a date."""
        found = _WEEKDAY.match(self._text, position)
        if found is None:
            return None
        start, end = found.span(1)
        return plain(start, end, "weekday", "月火水木金土日".index(found[1]))
