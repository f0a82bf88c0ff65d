"""Rises and falls: what an amount changes by (3割増, *up 30%*, *30% off*), and what it changes to (3割に減った, *fell to 30%*).

The words around an amount say which is meant; ``changes.tsv`` lists them.
"""

import re
from functools import cache
from typing import NamedTuple

from termalign.checking.figures import Figure
from termalign.checking.preceding import preceding
from termalign.quantities import Quantity
from termalign.tables import read_table

_PLUS, _DASHES = ("+", "＋"), tuple("-–—−")
_COUNTED = r"(?: (?!(?:and|at|by|for|from|in|of|or|than|to|with)\b)[a-z-]+){0,2} "
"""Between an amount and what it does: a 30% *year-on-year* increase."""
_BELOW = re.compile(
    r"\b(?:loss(?:es)?|deficits?|outflows?|used|negative|red|shortfalls?|below|worsen\w*|decreas\w*|declin\w*|f[ae]ll\w*|drop\w*"
    r"|down\w*|lower\w*|reduc\w*|cut\w*|contract\w*|shr[aiu]nk\w*|slip\w*|slid|minus|less)\b"
    r"|損|赤字|減|安|低下|低く|下落|下[がげ]|悪化|マイナス|零下|氷点下|不足|支出|を下回",
    re.IGNORECASE,
)
"""What says that an amount without a sign is below zero, in either language."""
_NEAR = 80  # code points on either side of a figure in which to look for such words


class Change(NamedTuple):
    """One row of the table, or a change by such words in a text, with the span of the amount and the words."""

    name: str
    what: str
    plain: str
    start: int
    end: int


class _Row(NamedTuple):
    change: Change
    japanese: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _rows() -> list[_Row]:
    return [
        _Row(
            Change(name, what, plain, 0, 0),
            re.compile(japanese),
            re.compile(rf"\b{before} $", re.IGNORECASE),
            re.compile(rf"{_COUNTED}(?:{behind})\b", re.IGNORECASE),
        )
        for name, what, plain, japanese, before, behind in read_table(__package__, "changes.tsv", header=True)
    ]


def change_of_japanese(text: str, amount: Quantity) -> Change | None:
    """Return the change that the words behind a Japanese amount express.

    >>> from termalign.quantities import japanese_quantities
    >>> [change_of_japanese(text, *japanese_quantities(text))[:2] for text in ("3割増", "3割に減った")]
    [('rise', 'a rise'), ('level', 'the new value')]
    """
    for row in _rows():
        if found := row.japanese.match(text, amount.end):
            return row.change._replace(start=amount.start, end=found.end())
    return None


def change_of_english(text: str, amount: Quantity) -> Change | None:
    """Return the change that the words around an English amount express, by the longest of them.

    >>> from termalign.quantities import english_quantities
    >>> [change_of_english(text, *english_quantities(text)).name for text in ("fell to 30%", "a 30% annual rise", "30% off")]
    ['level', 'rise', 'fall']
    """
    changes = []
    for row in _rows():
        before = preceding(row.before, text, amount.start)
        behind = row.behind.match(text, amount.end)
        if before or behind:
            start, end = before.start() if before else amount.start, behind.end() if behind else amount.end
            changes.append(row.change._replace(start=start, end=end))
    return max(changes, key=lambda change: change.end - change.start, default=None)


def change_by_sign(text: str, amount: Quantity) -> Change | None:
    """Return the change that the sign of an amount expresses: ▲3%, *(+5%)*.

    >>> from termalign.quantities import english_quantities
    >>> [(change_by_sign(text, *english_quantities(text)) or ("",))[0] for text in ("-3%", "(+5% YoY)", "5%")]
    ['fall', 'rise', '']
    """
    in_range = text[max(0, amount.start - 1) : amount.start] in _DASHES  # 1--3%
    below = any(n < 0 for n in amount.numbers) and not in_range
    name = "fall" if below else "rise" if text.endswith(_PLUS, 0, amount.start) else ""
    change = next((row.change for row in _rows() if row.change.name == name), None)
    return change and change._replace(start=amount.start - (name == "rise"), end=amount.end)


def below_zero(text: str, figure: Figure) -> bool:
    """Return whether a figure without a minus sign is below zero: in brackets, as in accounts, or an amount by its words.

    >>> from termalign.checking.figures import english
    >>> said = "a loss of 3 yen", "decreased 3%", "Depreciation (3)", "a profit of 3 yen"
    >>> [below_zero(text, *english(text).figures) for text in said]
    [True, True, True, False]
    """
    before, behind = text[max(0, figure.start - _NEAR) : figure.start], text[figure.end : figure.end + _NEAR]
    if before.endswith(("(", "（", "–")) and (before[-1] == "–" or behind.startswith((")", "）"))):
        return True
    if not figure.quantity.unit and figure.quantity.kind != "percent":
        return False
    clause = re.split("[.。;；\n](?![0-9])", before)[-1], re.split("[.。;；\n]", behind)[0]
    return any(map(_BELOW.search, clause))
