"""Limits that only one of two texts has: 17歳以上, *over 17*; 3年以下, *for three years*."""

import re

from termalign.quantities.bounds import Bound, bound_of_english, bound_of_japanese, one_is_denied
from termalign.quantities.quantity import Offsets

_PLAIN = re.compile("以[上下内]|未満|に満たない|を?超")
"""What Japanese writes behind an exact quantity to limit it."""
_OF_LIMITS = re.compile(
    r"\b(?:above|after|before|below|beyond|cap|elaps|exceed|excess|expir|few|great|larg|least|less|limit|max|min(?:\.|imum)|more|nearest"
    r"|most|no |not |over|pass|past|restrict|small|surpass|than|threshold|topp|trunc|under|until|up to|within|[a-z]+er\b)"
    r"|[<>≤≥+]",
    re.IGNORECASE,
)
"""Words that may express a limit in other words than those of the table."""
_IN = re.compile(r"\b(?:in(?: (?:a|an|the|the next))?|(?:the )?(?:last|past)) $", re.IGNORECASE)


def inexact(japanese: str, own: Offsets, english: str, start: int, end: int) -> Bound | None:
    """Return the bound of the English quantity ``start:end`` if it and that of `own` differ only in including the limit.

    >>> [inexact(ja, (0, 3), "over 17", 5, 7) for ja in ("17歳以上", "17歳を超える")]
    [Bound(names=('above',), start=0, end=7), None]
    """
    said, found = bound_of_japanese(japanese, *own), bound_of_english(english, start, end)
    if said is None or found is None or found.name != said.row.across:
        return None
    return None if one_is_denied(japanese, said, english, found) else found


def unlimited(japanese: str, own: Offsets, english: str, start: int, end: int) -> Bound | None:
    """Return the limit of the Japanese quantity `own` if no words around the English quantity ``start:end`` may express one.

    >>> [bool(unlimited("三年以下", (0, 2), text, 4, 15)) for text in ("for three years", "for three years, if no longer")]
    [True, False]
    """
    said = bound_of_japanese(japanese, *own)
    if said is None or not said.row.across or not _PLAIN.search(japanese, own[1], said.end):
        return None
    before, after = english[max(0, start - 30) : start], english[end : end + 30]
    said_so = bound_of_english(english, start, end) or _OF_LIMITS.search(before) or _OF_LIMITS.search(after)
    return None if said_so or (said.name == "most" and _IN.search(before)) else said
