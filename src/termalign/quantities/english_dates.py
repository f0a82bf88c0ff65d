"""What the rules of English make of years, months, days and clock times."""

import re
from collections.abc import Sequence

from termalign.quantities.build import DatePieces, date, plain
from termalign.quantities.calendar import romaji_era_year
from termalign.quantities.english_numerals import SMALL, TENS, Numeral
from termalign.quantities.english_words import preceding, unit_after
from termalign.quantities.grammar import Chart, Edge
from termalign.quantities.quantity import MONTHS as _NAMES
from termalign.quantities.quantity import WEEKDAYS as _DAYS
from termalign.quantities.quantity import DateValue, Offsets, Quantity

MONTHS = {name.lower(): k for k, name in enumerate(_NAMES, 1)}
SHORT_MONTHS = {name[:3]: k for name, k in MONTHS.items() if name != "may"} | {"sept": 9}
WEEKDAYS = {name.lower() + s: k for k, name in enumerate(_DAYS) for s in ("", "s")}
_MONTH_WORDS = "|".join(sorted([*MONTHS, *SHORT_MONTHS], key=len, reverse=True))
_MONTH_NAME = re.compile(rf"\b(?:{_MONTH_WORDS})\b")
_MONTH = re.compile(rf"(?:{_MONTH_WORDS})(?![A-Za-z])", re.IGNORECASE)
_YEAR_SHAPE = re.compile(r"(?:1[0-9]|20)[0-9]{2}$")
_MODAL_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|last|next|early|late|mid|this|from|to|through|during|before|after"
    r"|between|and|every|each|on|for)[ -]|\(|–|-)$",
    re.IGNORECASE,
)
_HALF_OF_DAY = re.compile(
    r" (?:in the (morning|afternoon|evening)|at (night)|(?:on )?\w+day (morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_OCLOCK = re.compile(r" o['’]clock\b", re.IGNORECASE)
_YEARS_BEFORE = re.compile(r"(?:[(;]|: |^|\b(?:[Ff]rom|after) )$")
_NOUN_AFTER = re.compile(r" (?!(?:and|in|when|as|by|is|was|or|he|she|it|at|on)\b)[a-z]")
POSSESSIVE = re.compile(
    r"\b(?:his|her|their|my|your|our|its)(?: (?:early|mid|late))?(?:[ -][2-9]0['’]?s (?:and|or|to))?[ -]$",
    re.IGNORECASE,
)
Edges = Sequence[Edge]


def month_at(chart: Chart, position: int) -> tuple[int, int] | None:
    """The number of the month whose name stands at a position, and where that ends with its full stop."""
    found = _MONTH.match(chart.text, position)
    if found is None or not chart.text[position].isupper():
        return None
    end, word = found.end(), found[0].lower()
    if word in MONTHS:
        return end, MONTHS[word]
    return end + (chart.text[end : end + 1] == "."), SHORT_MONTHS[word]


def month(chart: Chart, edges: Edges) -> Quantity | None:
    text = chart.text
    start, end, number = edges[0]
    name = text[start:end].lower()
    day, year = (next((e for e in edges[1:] if e.value is not None and e.value[0] == kind), None) for kind in "dy")
    full = name.rstrip(".") in MONTHS
    if day is None and year is None:
        if not full and not name.endswith("."):
            return None
        if name in ("may", "march") and not _MODAL_BEFORE.search(text[max(0, start - 9) : start]):
            return None
    if name == "may" and day is not None and text[start:end].isupper():
        return None
    pieces: DatePieces = [((start, end), (None, number, None))]
    if day is not None:
        pieces.append((day.value[2], (None, None, day.value[1])))
    if year is not None:
        pieces.append((year.value[2], (year.value[1], None, None)))
    value: DateValue = (year and year.value[1], number, day and day.value[1])
    return date((start, edges[-1].end), value, "", pieces, (start, end))


def day(chart: Chart, edges: Edges) -> tuple[str, int, Offsets] | None:
    found = edges[0].value
    number = int(found[1])
    glued = found.start(1) == found.start() and chart.text[found.start() - 1] != "."
    return None if glued or not 1 <= number <= 31 else ("d", number, (found.start(1), found.end()))


def day_word(chart: Chart, edges: Edges) -> tuple[str, int, Offsets] | None:
    numeral = edges[1].value
    if numeral.figures or not 1 <= numeral.low <= 31:
        return None
    return "d", int(numeral.low), (numeral.start, numeral.end)


def year_of_date(chart: Chart, edges: Edges) -> tuple[str, int, Offsets]:
    found = edges[0].value
    return "y", int(found[1]), found.span(1)


def months(chart: Chart, edges: Edges) -> Quantity | None:
    text, (start, end, first), second = chart.text, edges[0], edges[2]
    if " and " in edges[1].value[0] and text[max(0, start - 8) : start].lower() != "between ":
        return None
    stop = second.end - (text[second.end - 1] == ".")
    ends: tuple[DateValue, DateValue] = (None, first, None), (None, second.value, None)
    pieces = ((start, end, "date", ends[0], ""), (second.start, stop, "date", ends[1], ""))
    return Quantity(start, stop, "range", ends, "", False, (start, stop), pieces)


def day_month(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, named = edges[0].value, edges[2]
    if not isinstance(numeral.low, int) or numeral.vague or not 1 <= numeral.low <= 31:
        return None
    if " of " in edges[1].value[0] and not numeral.ordinal:
        return None
    pieces: DatePieces = [
        ((numeral.start, numeral.end), (None, None, numeral.low)),
        ((named.start, named.end), (None, named.value, None)),
    ]
    number = None
    if edges[3].value is not None:
        _, number, span = edges[3].value
        pieces.append((span, (number, None, None)))
    return date((numeral.start, edges[-1].end), (number, named.value, numeral.low), "", pieces, edges[0][:2])


def weekday(chart: Chart, edges: Edges) -> Quantity | None:
    start, end, found = edges[0]
    return plain(start, end, "weekday", WEEKDAYS[found[0].lower()]) if found[0][0].isupper() else None


def is_year(text: str, numeral: Numeral) -> bool:
    """Whether the figures have the shape of a year: 1964."""
    shape = numeral.figures and not numeral.ordinal and isinstance(numeral.low, int)
    return shape and _YEAR_SHAPE.match(text[numeral.start : numeral.end]) is not None


def is_amount(text: str, numeral: Numeral) -> bool:
    """Whether the figures of a year stand before a unit: 1500 metres, 2018 people, but in 2018 people …"""
    unit = unit_after(text, numeral.end)
    if unit is None or unit[1].kind == "rank":
        return False
    if unit[1].kind == "number":
        return unit[1].unit == "person" and preceding(text, numeral.start) not in ("in", "since", "until", "from", "by")
    return True


def _whole(chart: Chart, numeral: Numeral) -> bool:
    figures = numeral.figures and isinstance(numeral.low, int) and not numeral.ordinal and numeral.low > 0
    return figures and "," not in chart.text[numeral.start : numeral.end]


def year(chart: Chart, edges: Edges) -> Quantity | None:
    numeral = edges[0].value
    if not is_year(chart.text, numeral) or is_amount(chart.text, numeral):
        return None
    return date(edges[0][:2], (numeral.low, None, None), "", [], edges[0][:2])


def year_marked(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, mark = edges[0].value, edges[1].value
    if not _whole(chart, numeral) or numeral.low >= 10000:
        return None
    return date(
        (edges[0].start, mark.end()), (-numeral.low if mark[1] else numeral.low, None, None), "", [], edges[0][:2]
    )


def fiscal_after(chart: Chart, edges: Edges) -> Quantity | None:
    numeral = edges[0].value
    if not is_year(chart.text, numeral):
        return None
    return date((edges[0].start, edges[1].end), (numeral.low, None, None), "fiscal", [], edges[0][:2])


def fiscal(chart: Chart, edges: Edges) -> Quantity | None:
    numeral = edges[1].value
    if not _whole(chart, numeral):
        return None
    number = numeral.low + (2000 if numeral.low < 100 else 0)
    return date((edges[0].start, edges[1].end), (number, None, None), "fiscal", [], edges[1][:2])


def year_after_mark(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, mark = edges[1].value, edges[0].value[0].lower()
    if not _whole(chart, numeral) or numeral.low >= 3000:
        return None
    if "year" in mark:
        return date(edges[1][:2], (numeral.low, None, None), "", [], edges[1][:2]) if numeral.low > 99 else None
    return date((edges[0].start, edges[1].end), (numeral.low, None, None), "", [], edges[1][:2])


def era(chart: Chart, edges: Edges) -> Quantity | None:
    numeral = edges[1].value
    known = romaji_era_year(edges[0].value["name"], numeral.low) if _whole(chart, numeral) else None
    return date((edges[0].start, edges[1].end), (known, None, None), "era", [], edges[1][:2]) if known else None


def era_ordinal(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, found = edges[0].value, edges[1].value
    known = romaji_era_year(found[1], numeral.low)
    return date((numeral.start, found.end()), (known, None, None), "era", [], edges[0][:2]) if known else None


def ordinal_month(chart: Chart, edges: Edges) -> Quantity | None:
    numeral = edges[0].value
    return (
        date((numeral.start, edges[1].end), (None, numeral.low, None), "", [], edges[0][:2])
        if numeral.low <= 12
        else None
    )


def ordinal_date(chart: Chart, edges: Edges) -> Quantity | None:
    first, second = edges[0].value, edges[2].value
    if first.low > 31 or second.low > 12:
        return None
    pieces: DatePieces = [
        ((first.start, edges[1].start + 4), (None, None, first.low)),
        ((second.start, edges[3].end), (None, second.low, None)),
    ]
    return date((first.start, edges[3].end), (None, second.low, first.low), "", pieces, edges[0][:2])


def decade(chart: Chart, edges: Edges) -> Quantity:
    text, found = chart.text, edges[0].value
    start, end = found.span()
    value, unit = int(found[1]), ""
    if value < 100:
        if POSSESSIVE.search(text, max(0, start - 24), start):
            return Quantity(start, end, "age", (value, value + 9), "year", True, found.span(1))
        if start and text[start - 1] in "'’‘":
            start -= 1
        else:
            unit = "short"
        value += 1900
    return Quantity(start, end, "decade", value, unit, False, found.span(1))


def years(chart: Chart, edges: Edges) -> tuple[Quantity, Quantity] | None:
    text, first, second = chart.text, edges[0].value, edges[2].value
    if not (second.figures and isinstance(second.low, int)) or second.ordinal or is_amount(text, second):
        return None
    if any(chart.read(other, edges[2].start) for other in ("clock", "dated", "decade")):
        return None
    if is_year(text, first):
        number = second.low
        if number < 100 and second.end - second.start == 2:
            number += first.low // 100 * 100
        if not first.low < number < 3000:
            return None
    elif _are_early_years(text, first, second):
        number = second.low
    else:
        return None
    return plain(*edges[0][:2], "date", (first.low, None, None)), plain(*edges[2][:2], "date", (number, None, None))


def years_between(chart: Chart, edges: Edges) -> tuple[Quantity, Quantity] | None:
    start = edges[0].start
    return years(chart, edges) if chart.text[max(0, start - 8) : start].lower() == "between " else None


def _are_early_years(text: str, first: Numeral, second: Numeral) -> bool:
    """(517 - 700), from 954 to 974 and …: three figures are years in brackets or after from."""
    if not (_may_be_early(first) and _may_be_early(second) and first.low < second.low):
        return False
    if text[second.end : second.end + 1] in (")", ":", ".", ""):
        return True
    before = text[max(0, first.start - 6) : first.start]
    return bool(_YEARS_BEFORE.search(before)) and not _NOUN_AFTER.match(text, second.end)


def _may_be_early(numeral: Numeral) -> bool:
    shape = numeral.figures and numeral.end - numeral.start in (3, 4)
    return shape and isinstance(numeral.low, int) and 100 <= numeral.low < 2100


def clock(chart: Chart, edges: Edges) -> Quantity | None:
    position, end, found = edges[0]
    hour = int(found[1] or found[4] or found[6])
    minute = int(found[2] or found[5] or 0)
    if hour > 24:
        return None
    if found[3] and found[0][-1] == "." and "." not in found[0][:-1].rsplit(found[3])[-1]:
        end -= 1  # "at 5 pm." ends the sentence
    unit = "24h" if found[3] or hour > 12 or (found[4] or "").startswith("0") else ""
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    else:
        hour, unit, end = _with_half(chart.text, end, hour, unit)
    return Quantity(position, end, "time", (hour, minute), unit, False, (position, end))


def _with_half(text: str, end: int, hour: int, unit: str) -> tuple[int, str, int]:
    """3:30 in the afternoon: the hour of twenty-four, and where all of it ends; a weekday between is a day of its own."""
    found = _HALF_OF_DAY.match(text, end)
    if found is None or unit:
        return hour, unit, end
    half = (found[1] or found[2] or found[3]).lower()
    late = half in ("afternoon", "evening") or (half == "night" and hour > 4)
    return (hour % 12 + 12 if late else hour), "24h", end if found[3] else found.end()


def hour(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, numeral), text = edges[0], chart.text
    oclock = _OCLOCK.match(text, end)
    if not isinstance(numeral.low, int) or not 1 <= numeral.low <= 12:
        return None
    value, unit, stop = _with_half(text, oclock.end() if oclock else end, numeral.low, "")
    return Quantity(start, stop, "time", (value, 0), unit, False, (start, end)) if unit or oclock else None


def at_hour(chart: Chart, edges: Edges) -> Quantity | None:
    start, end, numeral = edges[1]
    if not isinstance(numeral.low, int) or not 1 <= numeral.low <= 12:
        return None
    return Quantity(start, end, "time", (numeral.low, 0), "", False, (start, end))


def hours(chart: Chart, edges: Edges) -> tuple[Quantity, Quantity] | None:
    (start, end, numeral), closing = edges[0], edges[2].value
    if not numeral.figures or not isinstance(numeral.low, int) or not 1 <= numeral.low <= 12:
        return None
    if chart.text[closing.end - 1] not in "mM.":
        return None
    last = closing.value[0]
    value = numeral.low % 12 + (12 if last >= 12 and numeral.low % 12 <= last % 12 else 0)
    return Quantity(start, end, "time", (value, 0), "24h", False, (start, end)), closing


def clock_words(chart: Chart, edges: Edges) -> Quantity | None:
    found = edges[0].value
    first, preposition, second = (word.lower() for word in found.groups())
    minutes = {"half": 30, "quarter": 15}.get(first) or SMALL.get(first) or TENS.get(first)
    number = {"noon": 12, "midnight": 0}.get(second, SMALL.get(second))
    if minutes is None or number is None or number > 12:
        return None
    spoken = first in ("half", "quarter")
    before = chart.text[max(0, found.start() - 3) : found.start()].lower()
    if not spoken and ((preposition != "past" and before != "at ") or minutes % 5):
        return None
    if preposition in ("to", "before"):
        if first == "half":
            return None
        number, minutes = (number - 1) % 24 if number else 23, 60 - minutes
    unit = "24h" if second in ("noon", "midnight") else ""
    return Quantity(found.start(), found.end(), "time", (number, minutes), unit, False, found.span())


def with_months(text: str) -> str:
    """A text without capitals, with those of its months; a month is told from other words by them, and by what stands beside it.

    >>> with_months("on june 20th you may go")
    'on June 20th you May go'
    """
    return _MONTH_NAME.sub(lambda found: found[0].capitalize(), text)
