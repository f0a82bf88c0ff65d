"""Bounds: 以上 *or more*, *at least*; 上旬 *early*; ぶり *first in*.

They stand beside a quantity and say which side or part of it is meant. ``bounds.tsv`` has the Japanese words behind a
quantity and before it, and regular expressions for the English before it, behind it, and further off: *their first title
in* five years is 5年ぶり. English seldom keeps to the difference of least and above: 以上 is also *more than*.
"""

import re
from functools import cache
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.tables import read_table

_LONGEST = 32  # code points of what says a bound before a quantity
_LONGEST_AHEAD = 5
_LIMITS = ("least", "most", "below", "above", "from", "until", "early", "middle", "late")
_OPPOSITE = {
    "least": ("most", "below"),
    "above": ("most", "below"),
    "most": ("least", "above"),
    "below": ("least", "above"),
    "from": ("until",),
    "until": ("from",),
    "early": ("middle", "late"),
    "middle": ("early", "late"),
    "late": ("early", "middle"),
}
_NOT = re.compile(r"\b(?:not?|never|unless|except)\b|n't\b", re.IGNORECASE)
_NEAR = 25  # code points before a bound in which a negation turns it around


class _English(NamedTuple):
    """The English expressions of one bound."""

    before: re.Pattern[str]
    after: re.Pattern[str] | None
    apart: re.Pattern[str] | None


class _Bounds(NamedTuple):
    """The table: Japanese words with their bounds, and the English of each bound."""

    behind: dict[str, tuple[str, ...]]
    ahead: dict[str, str]
    english: dict[str, _English]


@cache
def _bounds() -> _Bounds:
    table = _Bounds({}, {}, {})
    for bound, behind, ahead, before, after, apart in read_table(__package__, "bounds.tsv", header=True):
        for word in behind.split():
            table.behind[word] = (*table.behind.get(word, ()), bound)
        table.ahead.update(dict.fromkeys(ahead.split(), bound))
        table.english[bound] = _English(
            _pattern(rf"\b(?:{before})[ -](?:the |an? )?$"),
            _pattern(rf"(?: years)?(?: of age)?,? (?:{after})\b") if after else None,
            _pattern(apart) if apart else None,
        )
    return table


def _pattern(written: str) -> re.Pattern[str]:
    """Return a regular expression for any case in which a space stands for any white space."""
    spaced = written.replace("[ -]", r"(?: |-)").replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(spaced, re.IGNORECASE)


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the Japanese behind a quantity, the longest first, and the Japanese before it."""
    behind, ahead, _ = _bounds()
    longest = sorted(behind, key=len, reverse=True)
    return re.compile("|".join(longest)), re.compile(f"(?:{'|'.join(ahead)})$")


def bound_after(text: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """Return the bound that the Japanese at `at`, directly after a quantity, expresses, and the end of that expression.

    >>> bound_after("100人以上", 4), bound_after("100人", 4)
    ((('least', 'above'), 6), None)
    """
    found = _words()[0].match(text, at)
    return None if found is None else (_bounds().behind[found[0]], found.end())


def bound_before(text: str, at: int) -> tuple[str, int] | None:
    """Return the bound that the Japanese directly before a quantity at `at` expresses, and where that expression begins.

    >>> bound_before("最長35年", 2), bound_before("35年", 0)
    (('most', 0), None)
    """
    found = _words()[1].search(text, max(0, at - _LONGEST_AHEAD), at)
    return None if found is None else (_bounds().ahead[found[0]], found.start())


def bounded(text: str, start: int, end: int, bounds: tuple[str, ...]) -> Offsets | None:
    """Return the English quantity ``start:end`` with the words that bound it so; None where nothing does.

    >>> text = "more than 100 people aged 70 or older"
    >>> [text[slice(*bounded(text, start, end, ("least", "above")))] for start, end in ((10, 20), (26, 28))]
    ['more than 100 people', '70 or older']
    """
    for bound in bounds:
        said = _bounds().english[bound]
        before = said.before.search(text, max(0, start - _LONGEST), start)
        after = said.after.match(text, end) if said.after else None
        if before is not None or after is not None:
            return start if before is None else before.start(), end if after is None else after.end()
        if said.apart is not None and said.apart.search(text, max(0, start - 2 * _LONGEST), start):
            return start, end
    return None


def turned(japanese: str, own: Offsets, english: str, start: int, end: int) -> Offsets | None:
    """Return the English quantity ``start:end`` with the words that bound it the other way than the Japanese around the
    quantity `own` does.

    Examples
    --------
    >>> text = "under 20, not under 20, 20 or older"
    >>> [turned("20歳以上", (0, 3), text, at, at + 2) for at in (6, 20, 24)]
    [(0, 8), None, None]
    """
    after, before = bound_after(japanese, own[1]), bound_before(japanese, own[0])
    said = after[0] if after else (before[0],) if before else ()
    if not said or bounded(english, start, end, said):
        return None
    found = bounded(english, start, end, _OPPOSITE.get(said[0], ()))
    return None if found is None or _NOT.search(english, max(0, found[0] - _NEAR), end) else found


def bound_around(text: str, start: int, end: int, language: str) -> str:
    """Return the first bound that the words around a quantity express; '' for none.

    >>> bound_around("18歳未満", 0, 3, "ja"), bound_around("最大50人", 2, 5, "ja"), bound_around("up to 50", 6, 8, "en")
    ('below', 'most', 'most')
    """
    if language == "ja":
        after = bound_after(text, end)
        before = bound_before(text, start)
        return after[0][0] if after else before[0] if before else ""
    return next((bound for bound in _LIMITS if bounded(text, start, end, (bound,))), "")


def bound_words(text: str, start: int, end: int) -> Offsets:
    """Return the English quantity ``start:end`` with all words beside it that limit it.

    >>> text = "not less than three years, at least 60 days"
    >>> [text[slice(*bound_words(text, *span))] for span in ((14, 25), (36, 43))]
    ['not less than three years', 'at least 60 days']
    """
    found = [bounded(text, start, end, (bound,)) for bound in _LIMITS]
    spans = [span for span in found if span is not None]
    return min((span[0] for span in spans), default=start), max((span[1] for span in spans), default=end)
