"""Dates, years, decades and clock times in English."""

import re

from termalign.quantities.build import DatePieces, date
from termalign.quantities.calendar import romaji_era_year
from termalign.quantities.english_context import preceding
from termalign.quantities.english_numerals import ORDINALS, Numeral, read_figures, read_words
from termalign.quantities.quantity import DateValue, Quantity

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_MONTH_WORD = "|".join(sorted([*MONTHS, *SHORT_MONTHS], key=len, reverse=True))

_DAY = re.compile(
    r"(?:,? the)? ?([0-3]?[0-9])(?:st|nd|rd|th)?"
    r"(?![0-9%]|:[0-9]|\.[0-9]|,[0-9]{3}(?![0-9])"
    r"|[ -](?:percent|per|p\.?m|a\.?m|million|billion|people|years?\b))",
    re.IGNORECASE,
)
_DAY_WORD = re.compile(r" (the )?([a-z]+(?:-[a-z]+)?)\b(?:(?= (?:is|was|to|through|and)\b|[,.;)]|$)|(?(1)|(?!)))")
_MONTH_SPAN = re.compile(
    rf"(?: to | through | until | till | or |-|–)(?:mid-|early |late )?({_MONTH_WORD})\b(?! [0-9])(?!, [0-9])",
    re.IGNORECASE,
)
_MONTH_AND = re.compile(rf" and ({_MONTH_WORD})\b(?! [0-9])", re.IGNORECASE)
_YEAR_AFTER = re.compile(
    r"(?:,? |,)(?:of |in )?([12][0-9]{3}|[1-9][0-9]{2})"
    r"(?![0-9:%]|[.,][0-9]|(?:st|nd|rd|th)\b| (?:people|yen|dollars))"
)
_MONTH_AFTER = re.compile(rf"(?: of |[ -])(?:the )?({_MONTH_WORD})\b\.?", re.IGNORECASE)
_MONTH_NAME = re.compile(rf"\b(?:{_MONTH_WORD})\b")
_MONTH_OF_YEAR = re.compile(r" month\b(?! of (?!the year|that year))", re.IGNORECASE)
_DAY_OF = re.compile(r" day of the (?=[0-9a-z])", re.IGNORECASE)
_YEAR_SHAPE = re.compile(r"(?:1[0-9]|20)[0-9]{2}$")
_ERA_MARK = re.compile(r" ?(?:(B\.?C\b(?:\.?E\b)?)|(A\.?D\b|C\.?E\b))(?:(?<=\..)\.)?")
_ERA_MARK_BEFORE = re.compile(r"(?:(?P<ad>\bA\.?D\.?) ?|the year )$")
_FISCAL_BEFORE = re.compile(r"(?:\bFY[ -]?|\b[Ff]iscal(?: [Yy]ear)?[ -]|\b[Ff]inancial [Yy]ear )$")
_MARKED_BY = frozenset("YyDd.-")
_MARKED_AFTER = frozenset(["fiscal", "year", "ad", "d"])
_ERA_MARK_STARTS = frozenset("BAC")
_FISCAL_AFTER = re.compile(r" (?:fiscal|financial) year\b")
_DECADE = re.compile(r"([12][0-9]{2}0|[2-9]0)['’]?s\b")
_ERA_NAME_BEFORE = re.compile(r"([A-Z][A-Za-zŌōūĀā'’-]+)(?: era)? $")
_ERA_NAME_AFTER = re.compile(r" year of (?:the )?([A-Za-z][A-Za-zōū'’-]+)(?: era| period)?\b")
_MODAL_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|last|next|early|late|mid|this|from|to|through|during|before|after"
    r"|between|and|every|each|on|for)[ -]|\(|–|-)$",
    re.IGNORECASE,
)


def month_at(text: str, word: str, start: int, end: int) -> Quantity | None:
    """What a month's name begins: a date, the month alone, or nothing where it is another word.

    *May* and *March* need a capital and a day, a year or a preposition by them; *Mar*, *Dec* … need a day or
    a year.
    """
    short = word in SHORT_MONTHS
    month = _month_number(word)
    if not text[start].isupper():
        return None
    name_end = end + 1 if short and text[end : end + 1] == "." else end
    pieces: DatePieces = [((start, name_end if short else end), (None, month, None))]
    last, day = name_end, None
    if word != "may" or not text[start:end].isupper():
        day, last = _day_after(text, name_end, pieces)
    year, last = _year_after(text, last, pieces)
    if day is None and year is None:
        last = name_end
        span = _MONTH_SPAN.match(text, last)
        if span is None and text[max(0, start - 8) : start].lower() == "between ":
            span = _MONTH_AND.match(text, last)
        if span is not None and span[1][0].isupper():
            end = span.end(1)
            ends: tuple[DateValue, DateValue] = (None, month, None), (None, _month_number(span[1]), None)
            months = ((start, name_end, "date", ends[0], ""), (*span.span(1), "date", ends[1], ""))
            return Quantity(start, end, "range", ends, "", False, (start, end), months)
        if short and name_end == end:
            return None
        if word in ("may", "march") and not _MODAL_BEFORE.search(text[max(0, start - 9) : start]):
            return None
    value: DateValue = (year, month, day)
    return date((start, last), value, "", pieces, pieces[0][0])


def _month_number(name: str) -> int:
    word = name.lower()
    return MONTHS.get(word) or SHORT_MONTHS[word]


def _day_after(text: str, end: int, pieces: DatePieces) -> tuple[int | None, int]:
    found = _DAY.match(text, end)
    if found is not None and 1 <= int(found[1]) <= 31 and (found.start(1) > end or text[end - 1] == "."):
        day = int(found[1])
        pieces.append(((found.start(1), found.end()), (None, None, day)))
        return day, found.end()
    word = _DAY_WORD.match(text, end)
    if word is not None and word[2].split("-")[-1] in ORDINALS:
        numeral = read_words(text, word.start(2))
        if numeral is not None and numeral.ordinal and 1 <= numeral.low <= 31:
            pieces.append(((numeral.start, numeral.end), (None, None, int(numeral.low))))
            return int(numeral.low), numeral.end
    return None, end


def _year_after(text: str, end: int, pieces: DatePieces) -> tuple[int | None, int]:
    found = _YEAR_AFTER.match(text, end)
    if found is None:
        return None, end
    year = int(found[1])
    pieces.append((found.span(1), (year, None, None)))
    return year, found.end()


def day_month(text: str, numeral: Numeral) -> Quantity | None:
    """10 October 1964, the 10th of October."""
    if not isinstance(numeral.low, int) or not 1 <= numeral.low <= 31:
        return None
    found = _MONTH_AFTER.match(text, numeral.end)
    if found is None or not found[1][0].isupper() or (" of " in found[0] and not numeral.ordinal):
        return None
    month = _month_number(found[1])
    short = found[1].lower() in SHORT_MONTHS
    end = found.end() if short else found.end(1)
    pieces: DatePieces = [
        ((numeral.start, numeral.end), (None, None, numeral.low)),
        ((found.start(1), end), (None, month, None)),
    ]
    year, last = _year_after(text, end, pieces)
    return date((numeral.start, last), (year, month, numeral.low), "", pieces, (numeral.start, numeral.end))


def year_at(text: str, numeral: Numeral) -> Quantity | None:
    """A year in figures: 1964, fiscal 2025, AD 713, 660 B.C., Showa 39."""
    start, end, year = numeral.start, numeral.end, numeral.low
    if not isinstance(year, int) or not numeral.figures or numeral.ordinal or "," in text[start:end] or year == 0:
        return None
    head = (start, end)
    mark = _ERA_MARK.match(text, end) if text[end : end + 2].lstrip()[:1] in _ERA_MARK_STARTS else None
    if mark is not None and year < 10000:
        return date((start, mark.end()), (-year if mark[1] else year, None, None), "", [], head)
    if start and (text[start - 1] in _MARKED_BY or preceding(text, start) in _MARKED_AFTER or year < 65):
        marked = _marked_year(text, start, end, year)
        if marked is not None:
            return marked
    if not _YEAR_SHAPE.match(text[numeral.start : end]):
        return None
    after = _FISCAL_AFTER.match(text, end)
    if after is not None:
        return date((start, after.end()), (year, None, None), "fiscal", [], head)
    return date((start, end), (year, None, None), "", [], head)


def _marked_year(text: str, start: int, end: int, year: int) -> Quantity | None:
    """Fiscal 2025, AD 713, the year 713, Showa 39."""
    head = (start, end)
    before = text[max(0, start - 20) : start]
    fiscal = _FISCAL_BEFORE.search(before)
    if fiscal is not None:
        year += 2000 if year < 100 else 0
        return date((start - len(before) + fiscal.start(), end), (year, None, None), "fiscal", [], head)
    if year < 65 and (era := _ERA_NAME_BEFORE.search(before)):
        western = romaji_era_year(era[1], year)
        begin = start - len(before) + era.start()
        return date((begin, end), (western, None, None), "era", [], head) if western is not None else None
    marked = _ERA_MARK_BEFORE.search(before)
    if marked is None or year >= 3000 or not (marked["ad"] or year > 99):
        return None
    return date((start - len(marked[0]) if marked["ad"] else start, end), (year, None, None), "", [], head)


def ordinal_date(text: str, numeral: Numeral) -> Quantity | None:
    """The 10th month, the 2nd day of the 8th month: dates of the lunar calendar."""
    month = _MONTH_OF_YEAR.match(text, numeral.end)
    if month is not None and isinstance(numeral.low, int) and numeral.low <= 12:
        return date((numeral.start, month.end()), (None, numeral.low, None), "", [], (numeral.start, numeral.end))
    day = _DAY_OF.match(text, numeral.end)
    if day is None or not isinstance(numeral.low, int) or numeral.low > 31:
        return None
    second = read_figures(text, day.end()) or read_words(text, day.end())
    if second is None or not second.ordinal or not isinstance(second.low, int) or second.low > 12:
        return None
    month = _MONTH_OF_YEAR.match(text, second.end)
    if month is None:
        return None
    pieces: DatePieces = [
        ((numeral.start, day.start() + 4), (None, None, numeral.low)),
        ((second.start, month.end()), (None, second.low, None)),
    ]
    head = (numeral.start, numeral.end)
    return date((numeral.start, month.end()), (None, second.low, numeral.low), "", pieces, head)


def with_months(text: str) -> str:
    """A text without capitals, with those of its months; a month is told from other words by them, and by what stands beside it.

    >>> with_months("on june 20th you may go")
    'on June 20th you May go'
    """
    return _MONTH_NAME.sub(lambda found: found[0].capitalize(), text)


def era_ordinal(text: str, numeral: Numeral) -> Quantity | None:
    """The 39th year of Showa."""
    found = _ERA_NAME_AFTER.match(text, numeral.end)
    if found is None or not isinstance(numeral.low, int):
        return None
    year = romaji_era_year(found[1], numeral.low)
    if year is None:
        return None
    return date((numeral.start, found.end()), (year, None, None), "era", [], (numeral.start, numeral.end))


def decade_at(text: str, position: int) -> Quantity | None:
    """1980s, '80s."""
    found = _DECADE.match(text, position)
    if found is None:
        return None
    value = int(found[1])
    start, unit = position, ""
    if value < 100:
        if text[position - 1 : position] in ("'", "’", "‘") and position:
            start -= 1
        else:
            unit = "short"
        value += 1900
    return Quantity(start, found.end(), "decade", value, unit, False, found.span(1))
