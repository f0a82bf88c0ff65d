"""What happens several times in a row: 3年連続 *third straight year*, 7連勝 *seven straight wins*, *three years in a row*."""

import re
from dataclasses import replace
from decimal import Decimal

from termalign.quantities.english_context import Following, unit_after
from termalign.quantities.english_numerals import Numeral
from termalign.quantities.quantity import Quantity

STREAK_WORDS = frozenset(["straight", "consecutive", "successive"])
_NOUN = re.compile(r" ([a-z]+)(?: ([a-z]+s))?\b")
_EACH = re.compile(r" (annual|yearly|quarterly|monthly|weekly|daily|home|away|road)(?= [a-z])")
_PERIODS = {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_NO_NOUN = frozenset("to in on at of for and or by as after with when while before since from that".split())
_IN_A_ROW = re.compile(r"(?: (?!in\b|and\b|or\b)[a-z]+)?(?: in a row| running\b(?! (?:in|up|for)))")
_JAPANESE_STREAK = "連続"


def english_streak(text: str, numeral: Numeral, after: Following) -> Quantity | None:
    """A number or ordinal with *straight* or *consecutive* after it, and what it counts.

    Examples
    --------
    >>> from termalign.quantities import english_quantities
    >>> for text in ("a third straight year of losses", "for 18 consecutive months"):
    ...     [quantity] = english_quantities(text)
    ...     print(text[quantity.start : quantity.end], "|", quantity.display())
    third straight year | 3 years in a row
    18 consecutive months | 18 months in a row
    """
    if not isinstance(numeral.low, int) or numeral.vague:
        return None
    start, end = numeral.start, after.end
    each = _EACH.match(text, end)
    if each is not None:
        end = each.end()
        if each[1] in _PERIODS:  # an 11th consecutive annual increase
            return Quantity(start, end, "streak", numeral.low, _PERIODS[each[1]], False, (start, numeral.end))
    unit = unit_after(text, end)
    name = ""
    if unit is not None and unit[1].kind != "money":
        end, name = unit[0][1], unit[1].unit
    else:
        noun = _NOUN.match(text, end)
        if noun is not None and noun[1] not in _NO_NOUN:
            if numeral.ordinal or noun[1].endswith("s"):
                end = noun.end(1)
            elif noun[2]:  # five straight home games; of *three consecutive load balancer checks* the three alone
                end = noun.end(2)
    return Quantity(start, end, "streak", numeral.low, name, False, (start, numeral.end))


def in_a_row(text: str, found: Quantity) -> Quantity:
    """The number, amount or ordinal with *in a row*, *running* after it; itself where nothing such follows."""
    near = text[found.end : found.end + 28]
    tail = _IN_A_ROW.match(text, found.end) if "in a row" in near or "running" in near else None
    if tail is None or not isinstance(found.value, int):
        return found
    return Quantity(found.start, tail.end(), "streak", found.value, found.unit, False, found.head)


def japanese_streak(text: str, found: Quantity) -> Quantity:
    """The amount with 連続 after its counter; itself where that does not follow."""
    if not text.startswith(_JAPANESE_STREAK, found.end) or not isinstance(found.value, (int, Decimal)):
        return found
    return replace(found, kind="streak", end=found.end + len(_JAPANESE_STREAK), pieces=())
