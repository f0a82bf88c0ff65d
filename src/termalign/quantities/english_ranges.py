"""Two English numbers that belong together: 10-15, two or three, between 10 and 15, 1914-18, 4-3."""

import re
from decimal import Decimal

from termalign.quantities.build import plain
from termalign.quantities.english_context import Following
from termalign.quantities.english_counted import counted, is_amount, scaled
from termalign.quantities.english_dates import day_month, decade_at, year_at
from termalign.quantities.english_numerals import Numeral, read_figures, read_words
from termalign.quantities.english_portions import OLD, PERCENT
from termalign.quantities.english_times import clock_at
from termalign.quantities.quantity import Amount, Piece, Quantity

_DASH = re.compile(r" ?[-–—~] ?(?=[0-9])|:(?=[0-9](?![0-9]))")
_TO = re.compile(r"(?:-|[ -]years?[ -]?)? (?:to|or) |-to-|-or-", re.IGNORECASE)
_UNIT_TO = re.compile(r" ?[-–—~] ?(?=[0-9])| to (?=[0-9a-z])", re.IGNORECASE)
_RANGED = frozenset(["measure", "duration", "money", "number", "percent"])
_AND = re.compile(r" and ", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_SCORE_UNITS = frozenset(["", "goal", "point", "win", "loss", "draw", "game", "seat"])
_YEARS_BEFORE = re.compile(r"(?:[(;]|: |^|\b(?:[Ff]rom|after) )$")
_NOUN_AFTER = re.compile(r" (?!(?:and|in|when|as|by|is|was|or|he|she|it|at|on)\b)[a-z]")


def read_range(text: str, numeral: Numeral, after: Following) -> list[Quantity] | None:
    """A range that a number begins, as one quantity, or the two ends of a span of years; None for none."""
    end = numeral.end
    connector = _DASH.match(text, end) if numeral.figures else None
    if connector is None:
        if after.word == "and":
            connector = _and_of_between(text, numeral.start, end)
        elif after.word in ("to", "or", "year", "years") or text.startswith("- to ", end):
            connector = _TO.match(text, end)
    if connector is None:
        return None
    at = connector.end()
    sign = text[at : at + 1]
    second = read_figures(text, at) if sign.isdigit() else read_words(text, at) if sign.isalpha() else None
    if second is None or second.ordinal or second.vague:
        return None
    if clock_at(text, at) or day_month(text, second) or decade_at(text, at):
        return None
    return _join(text, numeral, second, connector[0])


def _and_of_between(text: str, start: int, end: int) -> re.Match[str] | None:
    """The *and* after what stands at ``start:end``, if *between* stands before it."""
    found = _AND.match(text, end)
    return found if found and _BETWEEN.search(text, max(0, start - 9), start) else None


def _join(text: str, first: Numeral, second: Numeral, connector: str) -> list[Quantity] | None:
    if "year" in connector and not OLD.match(text, second.end):
        return None
    word = connector.strip(" -–—~:").lower().rpartition(" ")[2]
    low = scaled(first, second)
    if word == "or" and second.low != low + 1 and second.low > 2 * low:
        return None
    opening = year_at(text, first) if first.figures else None
    if opening is not None and second.figures and not is_amount(text, second):
        return _years(opening, second)
    if _are_early_years(text, first, second):
        return [_year(first), _year(second)]
    unit, end = _shared_unit(text, second)
    if not low < second.low:
        score = word == "" or (word == "to" and first.figures and second.figures)
        if not score or unit not in _SCORE_UNITS or first.low >= 1000:
            return None
        unit, end = "", second.end
    pieces: tuple[Piece, ...] = (
        (first.start, first.end, "number", low, ""),
        (second.start, end, "percent" if unit == "percent" else "number", second.low, unit),
    )
    return [Quantity(first.start, end, "range", (low, second.low), unit, False, (first.start, second.end), pieces)]


def with_same_unit(text: str, first: Quantity) -> Quantity:
    """The range that an amount begins if another one of the same unit follows: 150cm - 160cm, between 8 cm and 12 cm."""
    if first.kind not in _RANGED or not first.pieces or isinstance(first.value, tuple):
        return first
    connector = _UNIT_TO.match(text, first.end) or _and_of_between(text, first.start, first.end)
    if connector is None:
        return first
    at = connector.end()
    numeral = read_figures(text, at) if text[at : at + 1].isdigit() else read_words(text, at)
    if numeral is None or numeral.ordinal or numeral.vague:
        return first
    percent = PERCENT.match(text, numeral.end) if first.kind == "percent" else None
    second = counted(text, numeral)
    end, kind, unit = (percent.end(), "percent", "") if percent else (second.end, second.kind, second.unit)
    low, high = first.value, numeral.low
    if kind != first.kind or unit != first.unit or second.value != high or not isinstance(low, (int, Decimal)):
        return first
    if not low < high:
        return first
    pieces: tuple[Piece, ...] = (
        (first.start, first.end, first.kind, low, unit),
        (numeral.start, end, kind, high, unit),
    )
    head = (first.head[0], numeral.end)
    return Quantity(first.start, end, "range", (low, high), unit or "percent", first.approx, head, pieces)


def _shared_unit(text: str, second: Numeral) -> tuple[str, int]:
    percent = PERCENT.match(text, second.end)
    if percent is not None:
        return "percent", percent.end()
    old = OLD.match(text, second.end)
    if old is not None:
        return (old[1] or "year").lower(), old.end()
    whole = counted(text, second)
    if whole.kind == "ordinal":
        return "", second.end
    return "" if whole.unit == "noun" else whole.unit, whole.end


def _years(opening: Quantity, second: Numeral) -> list[Quantity] | None:
    """1016-1039, 1914-18, 1303 to 1305: two years."""
    value = opening.value
    if not isinstance(second.low, int) or not isinstance(value, tuple) or not isinstance(value[0], int):
        return None
    year = second.low
    if year < 100 and second.end - second.start == 2:
        year += value[0] // 100 * 100
    if not value[0] < year < 3000:
        return None
    return [opening, plain(second.start, second.end, "date", (year, None, None))]


def _are_early_years(text: str, first: Numeral, second: Numeral) -> bool:
    """(517 - 700), from 954 to 974 and …: three figures are years in brackets or after from."""
    if not (_may_be_early(first) and _may_be_early(second) and first.low < second.low):
        return False
    before = text[max(0, first.start - 6) : first.start]
    if text[second.end : second.end + 1] in (")", ":", ".", ""):
        return True
    return bool(_YEARS_BEFORE.search(before)) and not _NOUN_AFTER.match(text, second.end)


def _may_be_early(numeral: Numeral) -> bool:
    low: Amount = numeral.low
    return numeral.figures and numeral.end - numeral.start in (3, 4) and isinstance(low, int) and 100 <= low < 2100


def _year(numeral: Numeral) -> Quantity:
    return plain(numeral.start, numeral.end, "date", (int(numeral.low), None, None))
