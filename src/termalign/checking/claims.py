"""What the words around a figure say of it, and where the other text says the contrary (``claims.tsv``).

An amount rises, falls or is a new value: 3割増, *up 30%*; 3割引, *30% off*; 3割に減った, *fell to 30%*. A point of time is a
beginning or an end: 午後5時まで, *from 5 p.m.*; 3日前までに, *within three days*.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from termalign.checking.figures import Figure
from termalign.checking.preceding import preceding
from termalign.quantities import Quantity
from termalign.quantities.quantity import SIGNED
from termalign.tables import read_table

_SHARES = frozenset({"percent", "fraction"})
_CHANGING = SIGNED | _SHARES
_OF_TIME = {"date": "point", "time": "point", "weekday": "point", "duration": "span"}
_PART = "(?:[初上中下]旬|末日?|頃|ごろ)?"
_OF_PART = (
    r"(?:the\s+)?(?:(?:late|early|mid)[\s-]|(?:end|middle|beginning|start)\s+of\s+(?:the\s+)?)?(?:[a-z]+day,?\s+)?"
)
"""Between a Japanese date and what is behind it, and between an English one and what is before it."""
_PLUS, _DASHES = ("+", "＋"), tuple("-–—−")
_COUNTED = r"(?: (?!(?:and|at|by|for|from|in|of|or|than|to|with)\b)[a-z-]+){0,2}"
"""Between an amount and what it does: a 30% *year-on-year* increase."""
#: What turns a beginning into an end: 5時まで閉館, *open from 5*; 3月までは入れない, *admitted from March*
_TURNING = (
    re.compile("な[いくけか]|ません|ず[、に]|休[館業診園止校講]|閉|停止|中[止断]|禁|不可|除|延[期長]"),
    re.compile(
        r"\b(?:no|not|never|unless|except|cannot|clos|suspend|reopen|resum|exten|postpon)|n['’]t\b", re.IGNORECASE
    ),
)
_BELOW = re.compile(
    r"\b(?:loss(?:es)?|deficits?|outflows?|used|negative|red|shortfalls?|below|worsen\w*|decreas\w*|declin\w*|f[ae]ll\w*|drop\w*"
    r"|down\w*|lower\w*|reduc\w*|cut\w*|contract\w*|shr[aiu]nk\w*|slip\w*|slid|minus|less)\b"
    r"|損|赤字|減|安|低下|低く|下落|下[がげ]|悪化|マイナス|零下|氷点下|不足|支出|を下回",
    re.IGNORECASE,
)
"""What says that an amount without a sign is below zero, in either language."""
_NEAR = 80  # code points on either side of a figure in which to look for such words


class Claim(NamedTuple):
    """One row of the table, or a change by a sign, with the span of the figure and of the words that say it."""

    name: str
    what: str
    plain: str
    start: int
    end: int


class _Row(NamedTuple):
    claim: Claim
    japanese: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _rows() -> dict[str, list[_Row]]:
    """Return the rows by what they are about: an amount, a point of time, or a span of it."""
    rows: dict[str, list[_Row]] = {}
    for of, name, what, plain, japanese, before, behind in read_table(__package__, "claims.tsv", header=True):
        between = _COUNTED if of == "amount" else ",?"
        english = (rf"\b(?:{before}) {_OF_PART}$", rf"{between} (?:{behind})\b")
        patterns = [re.compile(written.replace(" ", r"\s+"), re.IGNORECASE) for written in english]
        rows.setdefault(of, []).append(_Row(Claim(name, what, plain, 0, 0), re.compile(_PART + japanese), *patterns))
    return rows


def _topic(quantity: Quantity) -> str:
    return _OF_TIME.get(quantity.kind, "amount")


def claim_of_japanese(text: str, quantity: Quantity) -> Claim | None:
    """Return what the words behind a Japanese figure say of it.

    >>> from termalign.quantities import japanese_quantities
    >>> [claim_of_japanese(text, *japanese_quantities(text)).name for text in ("3割増", "3割に減った", "午後5時まで")]
    ['rise', 'level', 'end']
    """
    for row in _rows()[_topic(quantity)]:
        if found := row.japanese.match(text, quantity.end):
            return row.claim._replace(start=quantity.start, end=found.end())
    return None


def claim_of_english(text: str, quantity: Quantity) -> Claim | None:
    """Return what the words around an English figure say of it, by the longest of them.

    >>> from termalign.quantities import english_quantities
    >>> [claim_of_english(text, *english_quantities(text)).name for text in ("fell to 30%", "a 30% annual rise", "30% off")]
    ['level', 'rise', 'fall']
    """
    claims = []
    for row in _rows()[_topic(quantity)]:
        before = preceding(row.before, text, quantity.start)
        behind = row.behind.match(text, quantity.end)
        if before or behind:
            start, end = before.start() if before else quantity.start, behind.end() if behind else quantity.end
            claims.append(row.claim._replace(start=start, end=end))
    return max(claims, key=lambda claim: claim.end - claim.start, default=None)


def _claim_by_sign(text: str, amount: Quantity) -> Claim | None:
    """Return what the sign of an amount says of it: ▲3%, *(+5%)*.

    >>> from termalign.quantities import english_quantities
    >>> [(_claim_by_sign(text, *english_quantities(text)) or ("",))[0] for text in ("-3%", "(+5% YoY)", "5%")]
    ['fall', 'rise', '']
    """
    in_range = text[max(0, amount.start - 1) : amount.start] in _DASHES  # 1--3%
    below = any(n < 0 for n in amount.numbers) and not in_range
    name = "fall" if below else "rise" if text.endswith(_PLUS, 0, amount.start) else ""
    claim = next((row.claim for row in _rows()["amount"] if row.claim.name == name), None)
    return claim and claim._replace(start=amount.start - (name == "rise"), end=amount.end)


def contrary_claims(
    ja: str, en: str, pairs: Sequence[tuple[Figure, Figure]]
) -> Iterator[tuple[Figure, Figure, Claim, Claim]]:
    """Yield equal figures of which two texts say contrary things, and what they say.

    Figures that a text has several times are left out, because each may be any of the others; and points of time if only one of
    the texts says *not*, *closed* or the like.
    """
    turned = [words.search(text) is not None for words, text in zip(_TURNING, (ja, en), strict=True)]
    often = Counter(one.values for one, _ in pairs)
    for one, other in pairs:
        of = _topic(one.quantity)
        compared = one.quantity.kind in _CHANGING if of == "amount" else turned[0] == turned[1]
        if compared and of == _topic(other.quantity) and often[one.values] == 1 and _are_equal(one, other):
            said = claim_of_japanese(ja, one.quantity), claim_of_english(en, other.quantity)
            mine, theirs = said[0] or _claim_by_sign(ja, one.quantity), said[1] or _claim_by_sign(en, other.quantity)
            if mine and theirs and _are_contrary(mine, theirs, one, by_words=None not in said):
                yield one, other, mine, theirs


def _are_equal(ja: Figure, en: Figure) -> bool:
    """Return whether two figures have the same values, one of two dates perhaps without the year; not in two calendars."""
    shared = min(len(ja.values), len(en.values)) if ja.quantity.date else max(len(ja.values), len(en.values))
    return ja.values[-shared:] == en.values[-shared:]


def _are_contrary(one: Claim, other: Claim, figure: Figure, *, by_words: bool) -> bool:
    """Return whether two claims differ; a new value only for a share, by the words of both. What falls by half falls to half."""
    names = {one.name, other.name}
    if "level" not in names:
        return len(names) > 1
    halves = figure.values[0] / (100 if figure.quantity.kind == "percent" else 1) == Fraction(1, 2)
    return len(names) > 1 and by_words and figure.quantity.kind in _SHARES and not (halves and "fall" in names)


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
