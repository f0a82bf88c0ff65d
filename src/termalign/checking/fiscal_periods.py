"""Fiscal years, halves and quarters that one text names, and the other states by their months or their last day."""

import re
from collections.abc import Iterator, Set
from itertools import pairwise

from termalign.checking.figures import Figure, Side
from termalign.checking.preceding import preceding
from termalign.quantities import Quantity
from termalign.quantities.japanese_dates import placed

_MONTHS, _QUARTER, _HALF = 12, 3, 6
_STARTS = _JANUARY, _APRIL = 1, 4  # months in which a calendar year and most Japanese fiscal years begin
_PART = re.compile("[ 　]?の?[（(]?(?:第?([1-4１-４一二三四])(?:[四4４]半期|[QＱ])|中間|上半?期)")
"""What may follow a fiscal year: 2026年3月期第2四半期."""
_ENDED = re.compile(r"\b(?:ended|ending|to end)(?: (?:on|in))? $", re.IGNORECASE)
_NAME = re.compile("[四4４]半期|[QＱ]|中間|半期|月期|[当前](?:期|(?:連結)?会計|事業)")
"""A period without its dates."""
_UP_TO = re.compile("[ 　]?(?:[〜～~－–—-]|から|より|至|、至)[ 　]?")


def same_period(japanese: str, ja: Quantity, english: str, en: Quantity) -> bool:
    """Return whether a date or period in the English states a period that the Japanese names.

    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> def same(ja, en):
    ...     return [[same_period(ja, a, en, b) for b in english_quantities(en)] for a in japanese_quantities(ja)]
    >>> same("2026年3月期第2四半期", "six months ended September 30, 2025")
    [[False, True], [True, True]]
    >>> same("2026年3月期第2四半期", "nine months ended December 31, 2025")
    [[False, False], [False, True]]
    >>> same("4～6月期", "the first quarter"), same("令和6年度", "March 31, 2025"), same("令和6年度", "March 31, 2026")
    ([[True]], [[True]], [[False]])
    """
    if ja.date is not None and en.date is not None:
        return _last_month(japanese, ja) == en.date[:2]
    if ja.kind == "quarter" and isinstance(ja.value, int):
        return _is_months(en, _QUARTER * ja.value) or (en.date is not None and _follows_ended(en, english))
    quarters = _quarters(ja)
    return (en.kind == "quarter" and en.value in quarters) or (bool(quarters) and _is_months(en, _QUARTER))


def _quarters(ja: Quantity) -> set[int]:
    """Return which quarters of a calendar or fiscal year the months of a range are: the second and the first for 4～6月."""
    if ja.kind != "range" or not isinstance(ja.value, tuple):
        return set()
    months = [end[1] for end in ja.value if isinstance(end, tuple) and isinstance(end[1], int)]
    if len(months) != 2 or months[1] - months[0] != _QUARTER - 1:
        return set()
    return {(months[0] - start) % _MONTHS // _QUARTER + 1 for start in _STARTS}


def _is_months(en: Quantity, number: int) -> bool:
    return (en.kind, en.unit, en.value) == ("duration", "month", number)


def _last_month(japanese: str, ja: Quantity) -> tuple[int, int] | None:
    """Return the year and month in which a Japanese fiscal year, or the half or quarter named behind it, ends."""
    year, month, _ = ja.date or (None, None, None)
    if year is None or ja.unit not in ("fiscal", "year end"):
        return None
    end = _MONTHS * (year + 1) + _APRIL - 2 if month is None else _MONTHS * year + month - 1
    part = _PART.match(japanese, ja.end)
    if part is not None:
        end -= _MONTHS - (_QUARTER * placed(part[1]) if part[1] else _HALF)
    return end // _MONTHS, end % _MONTHS + 1


def implied_days(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield days that the other text need not state.

    They are the first day of a Japanese period, if the English has its last one (*fiscal year ended March 31, 2026*), and the
    last day in English of a period that the Japanese only names (当期, 第3四半期).
    """
    named = _NAME.search(ja.text) is not None
    ended = [
        day
        for day in en.figures
        if day.quantity.date and (day.quantity.unit == "year end" or _follows_ended(day.quantity, en.text))
    ]
    last_days = {day.quantity.date for day in ended}
    for first, last in pairwise(ja.figures):
        if first.quantity.date and last.quantity.date in last_days and _UP_TO.fullmatch(ja.text, first.end, last.start):
            yield first
    dates = {figure.quantity.date for figure in ja.figures if figure.quantity.date}
    yield from (day for day in ended if named and not dates)


def _follows_ended(day: Quantity, english: str) -> bool:
    """Return whether a day follows *ended* or *ending*."""
    return preceding(_ENDED, english, day.start) is not None
