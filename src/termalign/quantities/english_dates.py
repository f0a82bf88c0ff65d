"""The actions of the English rules for years, months, days and clock times."""

import re
from dataclasses import replace

from termalign.quantities.calendar import romaji_era_year
from termalign.quantities.english_numerals import SMALL
from termalign.quantities.english_words import preceding, unit_after
from termalign.quantities.productions import LAST_YEAR, Productions, group, is_whole, with_century
from termalign.quantities.quantity import MONTHS as _NAMES
from termalign.quantities.quantity import WEEKDAYS as _DAYS
from termalign.quantities.quantity import Amount, DateValue, Edge, Numeral, Quantity, date, made

MONTHS = {name.lower(): k for k, name in enumerate(_NAMES, 1)}
SHORT_MONTHS = {name[:3]: k for name, k in MONTHS.items() if name != "may"} | {"sept": 9}
WEEKDAYS = {name.lower() + s: k for k, name in enumerate(_DAYS) for s in ("", "s")}
SHORT_WEEKDAYS = {name[:3].lower(): k for k, name in enumerate(_DAYS)} | {"tues": 1, "thur": 3, "thurs": 3}
_MONTH_WORDS = "|".join(sorted([*MONTHS, *SHORT_MONTHS], key=len, reverse=True))
_MONTH_NAME = re.compile(rf"\b(?:{_MONTH_WORDS})\b")
_MONTH = re.compile(rf"(?:{_MONTH_WORDS})(?![A-Za-z])", re.IGNORECASE)
_AND = " and "
_NEAR = {"next": 1, "tomorrow": 1, "last": -1, "yesterday": -1}
_BEFORE_YEAR = frozenset({"in", "since", "until", "from", "by"})
_YEAR_SHAPE = re.compile(r"(?:1[0-9]|20)[0-9]{2}$")


def is_year(text: str, numeral: Numeral) -> bool:
    """Return whether digits have the shape of a year: 1964."""
    return is_whole(numeral) and _YEAR_SHAPE.match(text[numeral.start : numeral.end]) is not None


def may_be_span(first: Amount, last: Amount) -> bool:
    """Return whether two numbers may be the first and the last year of a span: 1914 and 18, but not 1000 and 9999.

    >>> may_be_span(1900, 2100), may_be_span(1914, 18), may_be_span(1024, 65535), may_be_span(100, 999)
    (True, True, False, False)
    """
    return last < LAST_YEAR and last - first <= 500


def is_amount(text: str, numeral: Numeral) -> bool:
    """Return whether digits shaped like a year precede a unit: 1500 metres, 2018 people; but not *in 2018 people*."""
    unit = unit_after(text, numeral.end)
    if unit is None or unit.value.kind == "rank":
        return False
    counted = unit.value.unit in ("person", "times") and preceding(text, numeral.start) not in _BEFORE_YEAR
    return counted or unit.value.kind != "number"


def names_year(text: str, numeral: Numeral) -> bool:
    """Return whether digits without a date around them are a year: they have its shape, and no unit follows."""
    return is_year(text, numeral) and not is_amount(text, numeral)


def month_at(text: str, position: int) -> Edge | None:
    """Return the month that is named at a position, with the full stop of its name, or None."""
    found = _MONTH.match(text, position)
    if found is None or not text[position].isupper():
        return None
    end, word = found.end(), found[0].lower()
    end += word not in MONTHS and text.startswith(".", end)
    return Edge(position, end, MONTHS.get(word) or SHORT_MONTHS[word])


class EnglishDates(Productions):
    """Years, months, days and clock times."""

    def month(self, named: Edge, *more: Edge) -> Quantity | None:
        text, (start, end, number) = self.text, named
        name = text[start:end].lower()
        fields = [edge.value for edge in more if edge.value is not None]
        if not fields:
            if name.rstrip(".") not in MONTHS and not name.endswith("."):
                return None
            if name in ("may", "march") and not self.before("before_month", start):
                return None
        return date((Edge(start, end, (None, number, None)), *fields), named, "", (named, *more))

    def day(self, figures: Edge) -> Edge | None:
        found = figures.value
        number = int(found[1])
        glued = found.start(1) == found.start() and self.text[found.start() - 1] != "."
        return None if glued or not 1 <= number <= 31 else Edge(found.start(1), found.end(), (None, None, number))

    def year_of_date(self, figures: Edge) -> Edge:
        return group(figures.value, 1, (int(figures.value[1]), None, None))

    def era_of_date(self, words: Edge) -> Edge | None:
        found = words.value
        year = romaji_era_year(found["name"], int(found["number"]))
        return Edge(found.start("name"), found.end(), (year, None, None)) if year else None

    def months(self, opening: Edge, to: Edge, closing: Edge, *rest: Edge) -> Quantity | None:
        text, start = self.text, opening.start
        if _AND in to.value[0] and not self.after_between(start):
            return None
        last = closing._replace(end=closing.end - (text[closing.end - 1] == "."))
        ends: tuple[DateValue, DateValue] = (None, opening.value, None), (None, closing.value, None)
        pieces = tuple([(e.start, e.end, "date", value, "") for e, value in zip((opening, last), ends, strict=True)])
        return made("range", ends, (opening, last), pieces=pieces)

    def after_between(self, position: int) -> bool:
        return self.text[max(0, position - 8) : position].lower() == "between "

    def day_month(self, number: Edge, of: Edge, named: Edge, year: Edge) -> Quantity | None:
        if number.value.ordinal and self.read("day", named.end):
            return None  # the first March 31
        fields = [
            number._replace(value=(None, None, number.value.low)),
            named._replace(value=(None, named.value, None)),
        ]
        return date([*fields, year.value] if year.value else fields, number)

    def from_today(self, words: Edge) -> Quantity:
        """Return a day, week, month or year by its distance from the present one: *last year*, *the week after next*."""
        said = words.value[0].lower().replace("financial", "fiscal")
        unit = "fiscal year" if "fiscal" in said else next((u for u in ("week", "month", "year") if u in said), "day")
        away = 2 if " after " in said else -2 if " before " in said else 0
        return made("relative", away or _NEAR.get(said.split()[0], 0), (words,), unit)

    def weekday(self, word: Edge) -> Quantity | None:
        said = word.value[0]
        return made("weekday", WEEKDAYS[said.lower()], (word,)) if said[0].isupper() else None

    def short_weekday(self, word: Edge) -> Quantity | None:
        """Return a weekday beside a date, another weekday or a word such as *on*; the *Sun* is none."""
        before = self.before("before_short_day", word.start)
        if before is None and self.after("after_short_day", word.end) is None:
            return None
        return made("weekday", SHORT_WEEKDAYS[word.value[0].lower()], (word,))

    def year(self, number: Edge) -> Quantity | None:
        return made("date", (number.value.low, None, None), (number,)) if names_year(self.text, number.value) else None

    def short_year(self, sign: Edge, number: Edge, *rest: Edge) -> Quantity | None:
        """Return a year of two figures behind a word that a year follows: *in '98*."""
        if not self.before("before_short_year", sign.start):
            return None
        return made("date", (with_century(int(number.value.low)), None, None), (sign, number))

    def era(self, *edges: Edge) -> Quantity | None:
        """Return a year of a Japanese era: Showa 39, *the 39th year of Showa*."""
        number = next(edge for edge in edges if isinstance(edge.value, Numeral))
        name = next(edge.value["name"] for edge in edges if edge is not number)
        known = romaji_era_year(name, number.value.low)
        return made("date", (known, None, None), (edges[0], edges[-1]), "era", number) if known else None

    def ordinal_date(self, day: Edge, of: Edge, month: Edge, word: Edge) -> Quantity:
        fields = (
            Edge(day.start, of.start + 4, (None, None, day.value.low)),
            Edge(month.start, word.end, (None, month.value.low, None)),
        )
        return date(fields, day)

    def decade(self, figures: Edge) -> Quantity:
        text, found = self.text, figures.value
        value, head = int(found[1]), group(found, 1)
        if value >= 100:
            return made("decade", value, (figures,), "", head)
        if self.before("possessive", figures.start):
            return made("age", (value, value + 9), (figures,), "year", head, True)
        quoted = figures.start > 0 and text[figures.start - 1] in "'’‘"
        span = figures._replace(start=figures.start - quoted)
        return made("decade", 1900 + value, (span,), "" if quoted else "short", head)

    def year_end(self, words: Edge, end: Edge) -> Quantity | None:
        """Return a fiscal year by its last day or month, which has to have a year: *fiscal year ended March 31, 2026*."""
        last: Quantity = end.value
        dated = last.date is not None and last.unit == "" and None not in last.date[:2]
        return replace(last, start=words.start, unit="year end") if dated else None

    def years(self, opening: Edge, to: Edge, closing: Edge) -> tuple[Quantity, ...] | None:
        text, first, second = self.text, opening.value, closing.value
        if not is_whole(second) or is_amount(text, second) or self.begins_other(closing.start):
            return None
        if _AND in to.value[0] and not self.after_between(opening.start):
            return None
        if not may_be_span(first.low, second.low):
            return None
        year = second.low
        if year < 100 and second.end - second.start == 2:
            year += first.low // 100 * 100
        if not is_year(text, first) or not first.low < year:
            return None
        return made("date", (first.low, None, None), (opening,)), made("date", (year, None, None), (closing,))

    def begins_other(self, position: int) -> bool:
        """Return whether a clock time, a date or a decade begins here."""
        return any(self.read(other, position) for other in ("clock", "dated", "decade"))

    def clock(self, figures: Edge) -> Quantity | None:
        found, end, unit = figures.value, figures.end, ""
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if hour > 24:
            return None
        if found["half"]:
            hour, unit = hour % 12 + (12 if found["half"] in "pP" else 0), "24h"
            end -= found[0].lower().endswith(("am.", "pm."))  # "at 5 pm." ends the sentence
        elif hour > 12 or found["hour"].startswith("0"):
            unit = "24h"
        else:
            hour, unit, end = self._with_half(end, hour)
        value = (hour, minute, int(found["second"])) if found["second"] else (hour, minute)
        return made("time", value, (figures._replace(end=end),), unit)

    def _with_half(self, end: int, hour: int) -> tuple[int, str, int]:
        """Return the hour, unit and end of a clock time, using words after it: 3:30 in the afternoon is 15:30."""
        found = self.after("half_of_day", end)
        if found is None:
            return hour, "", end
        half = found[found.lastindex or 0].lower()
        late = half in ("afternoon", "evening") or (half == "night" and hour > 4)
        return (hour % 12 + 12 if late else hour), "24h", end if found.lastindex == 3 else found.end()

    def hour(self, number: Edge, *rest: Edge) -> Quantity | None:
        oclock = self.after("oclock", number.end)
        value, unit, end = self._with_half(oclock.end() if oclock else number.end, number.value.low)
        return made("time", (value, 0), (Edge(number.start, end, None),), unit, number) if unit or oclock else None

    def hours(self, number: Edge, to: Edge, clock: Edge) -> tuple[Quantity, ...] | None:
        hour, closing = number.value.low, clock.value
        if not number.value.figures or self.text[closing.end - 1] not in "mM.":
            return None
        last = closing.value[0]
        value = hour % 12 + (12 if last >= 12 and hour % 12 <= last % 12 else 0)
        return made("time", (value, 0), (number,), "24h"), closing

    def clock_words(self, words: Edge) -> Quantity | None:
        first, preposition, second = (word.lower() for word in words.value.groups())
        hour = {"noon": 12, "midnight": 0, **SMALL}.get(second, 13)
        if hour > 12:
            return None
        minutes = 30 if first == "half" else 15
        if preposition in ("to", "before"):
            hour, minutes = (hour - 1) % 24, 60 - minutes
        return made("time", (hour, minutes), (words,), "24h" if second in ("noon", "midnight") else "")


def with_months(text: str) -> str:
    """Return lower-case text with the months capitalised, as the rules recognise months only with a capital.

    >>> with_months("on june 20th you may go")
    'on June 20th you May go'
    """
    return _MONTH_NAME.sub(lambda found: found[0].capitalize(), text)
