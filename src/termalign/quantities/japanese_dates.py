"""The actions of the Japanese rules for years, months, days and clock times."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from termalign.japanese.kanji_numerals import to_figures
from termalign.quantities.calendar import GREGORIAN_SINCE, era_year
from termalign.quantities.japanese_words import ends_word
from termalign.quantities.productions import LAST_YEAR, Productions, full_year, with_century
from termalign.quantities.quantity import ClockValue, Edge, Numeral, Quantity, date, made
from termalign.quantities.units import SPANS_OF_TIME

_ONE_WORD_WITH = frozenset("今昨翌明毎前同当")  # 今朝|8時, but 朝8時
_AFTERNOON = frozenset(["午後", "夜", "夕方", "夕", "晩", "昼"])
_SIGNS = {"TＴ大": "大正", "SＳ昭": "昭和", "HＨ平": "平成", "RＲ令": "令和"}
_INITIALS = {sign: era for signs, era in _SIGNS.items() for sign in signs}
_NEAR = {"今": 0, "本": 0, "昨": -1, "先": -1, "去": -1, "来": 1, "明": 1, "再来": 2, "明後": 2, "一昨": -2, "先々": -2}
_WEEKDAYS = "月火水木金土日"
_SEASONS = ("春", "夏", "秋", "冬")


class Year(NamedTuple):
    """A year as a number. `year` is the Western year, or None if no calendar is given; the number may then count years."""

    start: int
    numeral: Numeral
    year: int | None
    unit: str = ""


class JapaneseDates(Productions):
    """Years, months, days and clock times."""

    era = ""
    """The Japanese era that was read last, for years without one (同4年)."""

    def bare_year(self, number: Edge, *rest: Edge) -> Year | None:
        numeral = number.value
        return Year(numeral.start, numeral, None) if numeral.exact else None

    def marked_year(self, mark: Edge, number: Edge) -> Year | None:
        said, numeral = mark.value[0], number.value
        if not numeral.exact or (said.strip() == "前" and numeral.low <= 30):
            return None
        if said[0] in "'’‘":
            return Year(mark.start, numeral, with_century(int(numeral.low))) if numeral.low < 100 else None
        negative = "前" in said or said[0] == "B"
        return Year(mark.start, numeral, -numeral.low if negative else numeral.low)

    def era_of(self, name: Edge, number: Edge, *rest: Edge) -> Year | None:
        """Return a year of an era by its name or initial, or after 同 of the era that was read last."""
        said = name.value if isinstance(name.value, str) else _INITIALS.get(self.text[name.start], self.era)
        numeral = number.value
        if not isinstance(numeral, Numeral):  # 元
            numeral = Numeral(*number[:2], 1, 1, False)
        year = era_year(said, int(numeral.low)) if numeral.exact else None
        if year is None:
            return None
        self.era = said
        return Year(name.start, numeral, year, "era")

    def later_decade(self, number: Edge, *rest: Edge) -> Year | None:
        """Return the second of two decades of an era: 40 in 昭和30〜40年代."""
        first = self.before("era_decade", number.start)
        said = self.era_of(number._replace(value=first[1]), number) if first else None
        return said and said._replace(start=number.start)

    def era_in_figures(self, name: Edge, figures: Edge) -> Quantity | None:
        """Return a date of an era in digits: 令和7.4.1, R7.4.1."""
        era = name.value if isinstance(name.value, str) else _INITIALS[self.text[name.start]]
        year = era_year(era, int(figures.value["year"]))
        if year is None:
            return None
        self.era, whole = era, self.date_in_figures(figures, year)
        first, *others = whole.pieces
        return replace(whole, start=name.start, unit="era", pieces=((name.start, *first[1:]), *others))

    def era_number(self, name: Edge, number: Edge, *rest: Edge) -> Quantity | None:
        numeral = number.value
        said = self.era_of(name, number) if numeral.figures and numeral.low < 100 else None
        return None if said is None else self._year(said, numeral.end, said.year, "era")

    def _year(self, said: Year, end: int, year: int | None, unit: str) -> Quantity:
        return date((Edge(said.start, end, (year, None, None)),), said.numeral, unit)

    def _said(self, said: Year, end: int) -> tuple[int | None, str]:
        """Return the year and its unit; the year is None for a number of years (10年)."""
        numeral = said.numeral
        if said.year is not None:
            return said.year, said.unit
        is_year = numeral.positional and numeral.end - numeral.start == 4
        if self.after("years_long", end) and not is_year:
            return None, ""
        number = int(numeral.low)
        given = self.after("given_year", end)
        if given is not None and number < 100 and (given[2] or given[0][-1] in "）)"):
            return int(given[1]), "era"
        return (number, "") if 0 < number < 3000 else (None, "")

    def year(self, opening: Edge, sign: Edge, *more: Edge) -> Quantity | None:
        said, end = opening.value, sign.start + sign.value[0].index("年") + 1
        number, unit = self._said(said, end)
        days = [edge.value for edge in more if edge.value is not None]
        if number is None:
            return None
        if unit == "era" and number < GREGORIAN_SINCE and days:
            unit = "lunar"
        if said.year is None and number < 100:
            return self._short_year(said, end, days)
        return date((Edge(said.start, end, (number, None, None)), *days), said.numeral, unit)

    def _short_year(self, said: Year, end: int, days: Sequence[Edge]) -> Quantity | None:
        """Return a year of two figures, or a span: 19年春, 7年10月, 懲役3年6月, 一年六月を超えない."""
        number = int(said.numeral.low)
        if said.numeral.figures and self.text[end : end + 1] in _SEASONS:
            number = with_century(number)  # 19年春
        if not days and not self.after("year_after", end):
            return None
        in_law = days and (self.before("sentenced", said.start) or self.after("long_in_law", days[0].end))
        if len(days) == 1 and in_law:
            return made("duration", 12 * number + days[0].value[1], (said.numeral, days[0]), "month")
        return date((Edge(said.start, end, (number, None, None)), *days), said.numeral)

    def fiscal_year(self, opening: Edge, sign: Edge) -> Quantity | None:
        said = opening.value
        number, _ = self._said(said, sign.end - 1)
        return None if number is None else self._year(said, sign.end, number, "fiscal")

    def year_end(self, opening: Edge, sign: Edge, month: Edge, last: Edge) -> Quantity | None:
        """Return a fiscal year by its last month: 2026年3月期."""
        said = opening.value
        number, _ = self._said(said, sign.end)
        if number is None:
            return None
        fields = Edge(said.start, last.end, (full_year(number), month.value.value[1], None))
        return date((fields,), said.numeral, "year end")

    def month(self, number: Edge, sign: Edge) -> Edge:
        return Edge(number.start, sign.end, (None, number.value.low, None))

    def day(self, *edges: Edge) -> Edge | None:
        if len(edges) == 1:  # of two days
            day = int(edges[0].value[0])
            return edges[0]._replace(value=(None, None, day)) if 1 <= day <= 31 else None
        return Edge(edges[1].start, edges[-1].end, (None, None, edges[1].value.low))

    def month_day(self, month: Edge, day: Edge) -> Quantity:
        return date([field.value for field in (month, day) if field.value is not None], self._up_to(month.start, month))

    def day_of_month(self, number: Edge, sign: Edge) -> Quantity | None:
        numeral = number.value
        before = self.before("days_before", number.start)
        if before is not None or (numeral.positional and numeral.low % 11 == 1):
            return None  # 残り14日; 二三日: two or three days
        if not ends_word(self.text, sign.end - 1, sign.end):
            return None
        return date((Edge(number.start, sign.end, (None, None, numeral.low)),), number, "day")

    def from_today(self, words: Edge) -> Quantity:
        """Return a day, week, month or year by its distance from the present one: 昨年, 再来週."""
        said = words.value[0]
        near, unit = (said[:-2], "fiscal year") if said.endswith("年度") else (said[:-1], SPANS_OF_TIME[said[-1]])
        return made("relative", _NEAR[near], (words,), unit)

    def weekday(self, sign: Edge) -> Quantity:
        return made("weekday", _WEEKDAYS.index(sign.value[0][0]), (sign,))

    def weekdays(self, row: Edge) -> tuple[Quantity, ...]:
        """Return the weekdays of a row without 曜日: 月〜金, 土日祝; the last of 木・金曜 is left to the rule for 金曜."""
        signs = [Edge(at, at + 1, self.text[at]) for at in range(row.start, row.end) if self.text[at] in _WEEKDAYS]
        named = signs[: len(signs) - self.text.startswith("曜", row.end)]
        return tuple([made("weekday", _WEEKDAYS.index(sign.value), (sign,)) for sign in named])

    def years(self, opening: Edge, to: Edge, closing: Edge, sign: Edge) -> tuple[Quantity, ...] | Quantity | None:
        said, second = opening.value, closing.value
        number, unit = self._said(said, opening.end)
        if number is None or second.vague or said.numeral.figures != second.figures:
            return None
        if said.year is None and said.numeral.low < 100:
            return None
        first = self._year(said, to.start + len(to.value[1]), number, unit)
        if unit == "era" and said.numeral.low < second.low < 100:
            last = number + int(second.low) - said.numeral.low
        elif second.low < 100 <= said.numeral.low:
            last, unit = number // 100 * 100 + int(second.low), ""
        else:
            return first
        return first, date((Edge(second.start, sign.end, (last, None, None)),), second, unit)

    def two_years(self, opening: Edge, to: Edge, closing: Edge) -> tuple[Quantity, ...] | None:
        text, first, second = self.text, opening.value, closing.value
        if not (first.figures and second.figures) or not 1000 <= first.low < second.low < LAST_YEAR:
            return None
        if any(not isinstance(n.low, int) or len(str(n.low)) != n.end - n.start for n in (first, second)):
            return None
        after = text[second.end : second.end + 1]
        brackets = text[max(0, first.start - 1) : first.start] in ("(", "（") or after in (")", "）")
        if not brackets and (after == "年" or self.read("counter", second.end)):
            return None
        return tuple(made("date", (n.low, None, None), (n,)) for n in (first, second))

    def months(self, opening: Edge, to: Edge, closing: Edge, *rest: Edge) -> Quantity:
        first = opening.value.value if isinstance(opening.value, Edge) else (None, opening.value.low, None)
        return made("range", (first, closing.value.value), (opening, closing), "", self._up_to(opening.start, closing))

    def _up_to(self, start: int, month: Edge) -> Edge:
        """Return the text from a position to the number of a month, without the 月."""
        return Edge(start, month.start + len(self.text[month.start : month.end].rstrip("月 　")), None)

    def decade(self, opening: Edge, *rest: Edge) -> Quantity | None:
        said = opening.value
        end = rest[0] if len(rest) == 1 else said.numeral
        number = said.numeral.low
        if said.unit == "era":
            years = (said.year, said.year + 9)
            return made("decade", years, (opening, end), "era", said.numeral, True)
        if number % 10 or number < 10:
            return None
        return made("decade", number + 1900 if number < 100 else number, (said.numeral, end), "", said.numeral)

    def century(self, number: Edge, *signs: Edge) -> Quantity | None:
        """Return a century. The second of 紀元前5世紀から4世紀 is before Christ, too, but not that of 紀元前1世紀から3世紀."""
        numeral = number.value
        value = (numeral.low, numeral.high) if numeral.vague else numeral.low
        first = self.before("bc_before", number.start)
        before = first is not None and not numeral.vague and placed(first[1]) > numeral.low
        return made("century", -numeral.low if before else value, (number, *signs), "", numeral, numeral.vague)

    def clock(self, hour: Edge, sign: Edge, minute: Edge | None = None) -> Quantity:
        half = self.text[sign.end - 1] == "半"
        return self._time((hour.value.low, minute.value if minute else 30 * half), (hour, minute or sign), hour)

    def clock_before(self, hour: Edge, sign: Edge, minute: Edge, before: Edge) -> Quantity | None:
        return self._time((hour.value.low - 1, 60 - minute.value), (hour, before), hour)

    def minute(self, number: Edge, sign: Edge) -> int:
        return int(number.value.low)

    def digital(self, figures: Edge) -> Quantity | None:
        found = figures.value
        hour, minute = int(found[1]), int(found[2])
        known = found[1][0] in "0０" and len(found[1]) == 2
        value = (hour, minute, int(found[3])) if found[3] else (hour, minute)
        return self._time(value, (figures,), figures, known) if hour <= 24 else None

    def _time(self, value: ClockValue, spans: tuple[Edge, ...], head: Edge, known: bool = False) -> Quantity:
        hour = value[0]
        return made("time", value, spans, "24h" if known or hour > 12 or hour == 0 else "", head)

    def half_day_time(self, lead: Edge, clock: Edge) -> Quantity:
        said, found = lead.value, clock.value
        (hour, *rest), half = found.value, said["half"].removesuffix("の")
        if half in _AFTERNOON and hour < 12:
            hour += 12 if half != "夜" or hour > 4 else 0
        elif half in ("午前", "夜", "深夜", "晩") and hour == 12:
            hour = 0
        apart = ("の" in said[0] and hour % 12) or self.text[max(0, lead.start - 1) : lead.start] in _ONE_WORD_WITH
        head = Edge(found.head[0], found.head[1], None)
        return made("time", (hour, *rest), (clock if apart else lead, clock), "24h", head)


def placed(signs: str) -> int:
    """Return the value of digits or kanji (二六, 二十六); 0 if the text is not a number."""
    return int(signs if signs.isdecimal() else to_figures(signs) or 0)
