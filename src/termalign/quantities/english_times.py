"""Clock times in English."""

import re

from termalign.quantities.english_numerals import SMALL, TENS
from termalign.quantities.quantity import Quantity

_CLOCK = re.compile(
    r"([0-2]?[0-9])(?:[:.]([0-5][0-9]))?(?::[0-5][0-9])? ?([ap])\.?m\b\.?"
    r"|([0-2]?[0-9]):([0-5][0-9])(?::[0-5][0-9])?(?![0-9:])"
    r"|([0-2]?[0-9]) ?o['’]clock\b",
    re.IGNORECASE,
)
_TO_HOUR = re.compile(r"(?: to | until | till | ?[-–] ?)(?=[0-9])")
_HALF_OF_DAY = re.compile(
    r" (?:in the (morning|afternoon|evening)|at (night)|(?:on )?\w+day (morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_HOUR = re.compile(r"[0-9]{1,2}(?= in the (?:morning|afternoon|evening)\b)", re.IGNORECASE)
_OCLOCK = re.compile(r" o['’]clock\b", re.IGNORECASE)
_PAST = re.compile(r"(half|quarter|[a-z]+) (past|after|to|before) (noon|midnight|[a-z]+)\b", re.IGNORECASE)


def clock_at(text: str, position: int) -> Quantity | None:
    """3:30 p.m., 5.30pm, 09:30, 3 o'clock."""
    found = _CLOCK.match(text, position)
    if found is None:
        return None
    hour = int(found[1] or found[4] or found[6])
    minute = int(found[2] or found[5] or 0)
    if hour > 24:
        return None
    end = found.end()
    if found[3] and found[0][-1] == "." and "." not in found[0][:-1].rsplit(found[3])[-1]:
        end -= 1  # "at 5 pm." ends the sentence
    unit = "24h" if found[3] or hour > 12 or (found[4] or "").startswith("0") else ""
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    else:
        hour, unit, end = _with_half(text, end, hour, unit)
    return Quantity(position, end, "time", (hour, minute), unit, False, (position, end))


def hours_to(text: str, start: int, end: int, hour: int) -> list[Quantity] | None:
    """1 to 3 p.m.: both hours; None where no hour follows. 11 to 1 p.m. begins in the morning."""
    to = _TO_HOUR.match(text, end)
    closing = clock_at(text, to.end()) if to is not None and 1 <= hour <= 12 else None
    if closing is None or text[closing.end - 1] not in "mM." or not isinstance(closing.value, tuple):
        return None
    last = closing.value[0]
    if not isinstance(last, int):
        return None
    value = hour % 12 + (12 if last >= 12 and hour % 12 <= last % 12 else 0)
    return [Quantity(start, end, "time", (value, 0), "24h", False, (start, end)), closing]


def _with_half(text: str, end: int, hour: int, unit: str) -> tuple[int, str, int]:
    """3:30 in the afternoon: the hour of twenty-four, and where all of it ends; a weekday between is a day of its own."""
    found = _HALF_OF_DAY.match(text, end)
    if found is None or unit:
        return hour, unit, end
    half = (found[1] or found[2] or found[3]).lower()
    late = half in ("afternoon", "evening") or (half == "night" and hour > 4)
    return (hour % 12 + 12 if late else hour), "24h", end if found[3] else found.end()


def clock_words(text: str, position: int) -> Quantity | None:
    """Half past three, quarter to five, ten past six."""
    found = _PAST.match(text, position)
    if found is None:
        return None
    first, preposition, second = (word.lower() for word in found.groups())
    minutes = {"half": 30, "quarter": 15}.get(first) or SMALL.get(first) or TENS.get(first)
    hour = {"noon": 12, "midnight": 0}.get(second, SMALL.get(second))
    if minutes is None or hour is None or hour > 12:
        return None
    if (
        first not in ("half", "quarter")
        and preposition != "past"
        and text[max(0, position - 3) : position].lower() != "at "
    ):
        return None
    if first not in ("half", "quarter") and minutes % 5:
        return None
    if preposition in ("to", "before"):
        if first == "half":
            return None
        hour, minutes = (hour - 1) % 24 if hour else 23, 60 - minutes
    span = found.span()
    return Quantity(*span, "time", (hour, minutes), "24h" if second in ("noon", "midnight") else "", False, span)


def hour_at(text: str, position: int) -> Quantity | None:
    """6 in the evening."""
    found = _HOUR.match(text, position)
    return clock_in_words(text, position, found.end(), int(found[0])) if found else None


def clock_in_words(text: str, start: int, end: int, hour: int) -> Quantity | None:
    """Six in the morning, three o'clock."""
    oclock = _OCLOCK.match(text, end)
    if not 1 <= hour <= 12 or not (oclock or text.startswith((" in the ", " at night"), end)):
        return None
    stop = oclock.end() if oclock else end
    value, unit, stop = _with_half(text, stop, hour, "")
    return Quantity(start, stop, "time", (value, 0), unit, False, (start, end)) if unit or oclock else None
