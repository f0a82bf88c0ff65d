"""Agreement of two dates, two clock times, two decades."""

from termalign.quantities.amount_equivalence import CONVERTED, IN_PART
from termalign.quantities.calendar import modern_era_offsets
from termalign.quantities.old_calendar import may_be_western
from termalign.quantities.quantity import DateValue, Quantity

_PARTLY = {(2, 1): 0.85, (1, 1): 0.6}
"""The agreement, by how many fields both have and one lacks: October 1 ~ 1964年10月1日, October 1964 ~ 10月."""


def dates(a: Quantity, b: Quantity) -> float:
    """Return the agreement of two dates: 1, or less if a field is missing or a calendar was converted."""
    shared = missing = 0
    score = 1.0
    if (a.unit, b.unit) == ("year end", "fiscal"):
        # 2026年3月期, *FY2026*: some companies name a fiscal year by its end; *FY2025* agrees by another reading
        return IN_PART * (a.date is not None and b.date is not None and a.date[0] == b.date[0])
    lunar = a.unit != b.unit and "lunar" in (a.unit, b.unit)
    for field, (x, y) in enumerate(zip(a.date or (), b.date or (), strict=True)):
        if x is None or y is None:
            missing += (x is None) != (y is None)
            continue
        shared += 1
        if x != y:
            score = min(score, _years(x, y, lunar) if field == 0 else IN_PART * (lunar and _may_be_one_day(a, b)))
    if shared == 0:
        return 0.0
    if missing:
        score *= _PARTLY.get((shared, missing), 0.4)
    return score * _calendars({a.unit, b.unit})


def _years(x: int, y: int, lunar: bool) -> float:
    """Return the agreement of two years: '98 with 1998, 7 without an era with 2025, a lunar year with that in which it ends."""
    low, high = sorted((x, y))
    if 0 < low < 100 <= high:
        if high % 100 == low:
            return 0.9
        return 0.6 if high - low in modern_era_offsets() else 0.0
    return IN_PART if lunar and high - low == 1 else 0.0


def _may_be_one_day(a: Quantity, b: Quantity) -> bool:
    """Return whether a day or month of the old calendar may be that of another date, which may lack its year."""
    old, western = (a.date, b.date) if a.unit == "lunar" else (b.date, a.date)
    if not old or not western or old[0] is None:
        return False
    years = (old[0], old[0] + 1) if western[0] is None else (western[0],)
    dated: list[DateValue] = [(year, *western[1:]) for year in years]
    return any(may_be_western(old, each) for each in dated)


def _calendars(units: set[str]) -> float:
    if len(units) == 1:
        return 1.0
    converted = bool(units & {"era", "lunar"}) and units != {"era", "lunar"}
    return (0.85 if "fiscal" in units else 1.0) * (CONVERTED if converted else 1.0)


def times(a: Quantity, b: Quantity) -> float:
    """Return the agreement of two clock times; a 3:30 without a.m. or p.m. agrees a little less with 15:30."""
    (hour, *first), (other, *second) = map(int, a.numbers), map(int, b.numbers)
    if any(x != y for x, y in zip(first, second, strict=False)):
        return 0.0
    if hour == other or (max(hour, other) >= 24 and (hour - other) % 24 == 0):  # 25時, *1 a.m.*
        return 1.0 if a.unit == b.unit and len(first) == len(second) else 0.9
    return 0.9 if hour % 12 == other % 12 and "" in (a.unit, b.unit) else 0.0


def decades(ja: Quantity, en: Quantity) -> float:
    """Return the agreement of two decades: 昭和30年代 ~ the 1950s."""
    if ja.value == en.value:
        return 1.0
    if not (isinstance(ja.value, tuple) and isinstance(en.value, int) and isinstance(ja.value[0], int)):
        return 0.0
    later = ja.value[0] - en.value
    return 0.8 if 0 <= later <= 5 else 0.6 if -5 <= later < 0 else 0.0
