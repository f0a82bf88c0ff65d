"""Weekdays in a row, without 曜日: 月〜金, 月・水・金, 土日祝.

The signs have other meanings, too: 日・米 are countries, 火・水 elements. A row of weekdays is in the order of the week.
"""

import re

from termalign.kana.script import is_kanji

WEEKDAYS = "月火水木金土日"
_ROW = re.compile(f"[{WEEKDAYS}](?:[・、〜～~－–-]?[{WEEKDAYS}])+")
_IN_ROW = frozenset(f"{WEEKDAYS}・、〜～~－–-")
_SPAN = re.compile("[〜～~]|^月[－–-]")
_LEAST, _MOST = 3, len(WEEKDAYS)
_WEEKEND = [5, 6]
_BEFORE, _BEHIND = frozenset("週各隔"), frozenset("曜祝休及定開閉営診限午朝昼夕夜")
"""Kanji that may stand beside a row; any other kanji makes its sign part of a word (本日, 日程)."""
_WEEKDAY = "曜"


def is_in_row(text: str, position: int) -> bool:
    """Return whether the sign at a position is a weekday of a row.

    Two weekdays are a row if they are the weekend, are joined by a sign for *from to*, or stand before 曜.

    >>> [is_in_row(text, 0) for text in ("月〜金", "月・水・金", "土日祝", "木・金曜", "日・米", "火・水", "金・水・月")]
    [True, True, True, True, False, False, False]
    """
    row = _row_at(text, position)
    if row is None:
        return False
    before, behind = text[row.start() - 1 : row.start()], text[row.end() : row.end() + 1]
    if before.isdecimal() or _is_in_word(before, _BEFORE) or _is_in_word(behind, _BEHIND):
        return False
    days = [WEEKDAYS.index(sign) for sign in row[0] if sign in WEEKDAYS]
    from_sunday = [(day + 1) % _MOST for day in days]
    if not any(each == sorted(set(each)) for each in (days, from_sunday)):
        return False
    return len(days) >= _LEAST or days == _WEEKEND or behind == _WEEKDAY or _SPAN.search(row[0]) is not None


def _row_at(text: str, position: int) -> re.Match[str] | None:
    """Return the signs of weekdays in a row of which one is at a position."""
    start = end = position
    while start > 0 and text[start - 1] in _IN_ROW and end - start < 2 * _MOST:
        start -= 1
    while end < len(text) and text[end] in _IN_ROW and end - start < 4 * _MOST:
        end += 1
    return next((row for row in _ROW.finditer(text, start, end) if row.start() <= position < row.end()), None)


def _is_in_word(beside: str, able: frozenset[str]) -> bool:
    """Return whether a character beside a row is a kanji that makes its sign part of a word, unlike those of `able`."""
    return beside != "" and is_kanji(beside) and beside not in able
