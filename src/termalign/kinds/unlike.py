"""Quantities that mean different things although their numerals are equal: 3人, *Platform 3*; 500円, *500 of them*."""

import re
from collections.abc import Sequence
from decimal import Decimal

from termalign.english.function_words import FUNCTION_WORDS
from termalign.quantities import Quantity
from termalign.quantities.bounds import bounded
from termalign.quantities.equivalence import sort
from termalign.quantities.units import SPANS, dimension

NEAR = 30
"""Code points before an English quantity in which to look for a word that tells what it means."""
_THROUGHOUT = re.compile(r"\b(?:for|during)(?: the)?(?: (?:last|past|next|first|about|almost|nearly|over))* $")
_PLUS = ("プラス", "+", "＋")
_ORDERS = ("ordinal", "streak")
_COUNTING = re.compile(" (?:of|(?:[a-z]+ )?(?:[a-z]+s|(?:wo)?men|people|children))\\b")
"""After a number, what it counts."""
_NAMED = re.compile(r"\b([A-Za-z]+)\.?[ -]$")
"""Before a number, the word for what it names."""
_LABEL = re.compile(r"\b(\w+) [A-Z][A-Za-z]+[ -]$")
"""Before a number that is part of a name, the name, and the word before that: *the rate in Schedule 14*."""
_NEXT = re.compile(r" ([a-z]+)")
_OWNER = re.compile(r"(?:\b(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y)|['’]s?) $")
_PLACE = re.compile(r"[ -](?:[a-z]+(?:est|most)|most|least|best|worst|place|spot|position|rank|overall)\b")
"""After an ordinal, what makes it a rank: *third largest*, *third place*."""
_NOUN = re.compile("[㐀-鿿々ァ-ヺー]")
_MEETING = frozenset({frozenset({"date", "order"}), frozenset({"date", "span"}), frozenset({"count", "score"})})
"""Sorts whose parts may be the same: the 25th and 10月25日, 1964 and 1964年から10年間, 227票 and *by 238 votes to 227*."""
_MEASURED = frozenset({"money", "measure", "percent", "duration"})
_SCALES = frozenset({"seismic", "magnitude", "star", "decibel"})
"""Dimensions whose units English often leaves out: 震度7, *a maximum of 7*."""
_SAID = frozenset({"day", "week", "month", "year", "floor", "chapter", "page", "line", "volume", "episode", "edition"})
"""Units that English says after an ordinal number: 3日目 is *the third day*, but 3回目 may be *the third match*."""


def of_other_things(ja: Quantity, en: Quantity) -> bool:
    """Return whether two amounts measure different things, so that equal numerals are no evidence: 10人, *10 dollars*."""
    if ja.kind == en.kind == "range" and ja.value == en.value and ja.unit and en.unit:
        return True  # whole ranges with the same meaning would have matched before: 30〜35度, *30 to 35 people*
    one, other = sort(ja), sort(en)
    return bool(one and other) and one != other and frozenset({one, other}) not in _MEETING


def is_another(ja: Quantity, en: Quantity, surface: str, start: int, english: str, beside: Sequence[Quantity]) -> bool:
    """Return whether a number, with the text before it, means something else than the English.

    ``surface`` has the Japanese quantity, whose rendering begins at ``start``; ``beside`` has the quantities of the English.

    Examples: 日経225 is not *225 yen*, 翌26日 is not *26 days*, プラス3% is not *minus 3%*, -3% is not *+3%*, 8月 is
    not *eight months*, 12歳 is not *for 12 years*, 十数人 is not *ten*, and 要介護3 is not *three carers*.
    """
    if _is_unlike(ja, en, surface, english) or _lacks_unit(ja, en, english, beside) or _is_other_order(ja, en, english):
        return True
    if _is_per_other(ja, en) or {sort(ja), sort(en)} == {"share", "span"}:
        return True
    if ja.kind == "age" and en.kind == "duration":
        return not en.bound and _THROUGHOUT.search(english, max(0, en.start - NEAR), en.start) is not None
    if surface[:start].endswith(_PLUS) and isinstance(en.value, int | Decimal) and en.value < 0:
        return True
    if isinstance(ja.value, int | Decimal) and ja.value < 0 and english.endswith(_PLUS, 0, en.start):
        return True
    if en.kind == "money":
        return ja.start > 0 and not ja.unit and surface[ja.start : ja.end].isdecimal()
    return ja.kind == "date" and _is_no_date(ja, en, surface, start)


def _is_no_date(ja: Quantity, en: Quantity, surface: str, start: int) -> bool:
    """Return whether a date is no span of time, or no day: 8月, *eight months*; 2026年3月期, *March 23*."""
    if en.kind == "date":
        return ja.unit == "year end" and en.unit != "year end" and en.granularity == "day"
    if en.kind != "duration":
        return False
    month = en.unit == "month" and surface[ja.start].isascii()  # 六月 may be a duration, 8月 may not
    return month or (ja.unit == "day" and start < ja.start)


def is_bare(en: Quantity, ja: Quantity, english: str) -> bool:
    """Return whether an English number has the same numeral as a Japanese one, and counts nothing else."""
    bare = en.kind == "number" and en.unit in ("", "noun")
    if bare and ja.kind in _ORDERS and (_COUNTING.match(english, en.end) or not _may_name(en, english)):
        return False  # 5位 is not *five of them*, nor *the five*
    return bare and str(en.value) == str(ja.value) and not of_other_things(ja, en)  # version 2.1 is not 2.10


def _is_unlike(ja: Quantity, en: Quantity, japanese: str, english: str) -> bool:
    """Return whether one number names and the other counts, or an exact number is less than a vague one may be."""
    if en.kind == "number" and _names(ja, japanese) and not _may_name(en, english):
        return True
    if ja.unit and ja.kind in ("number", *_MEASURED) and _is_label(en, english):
        return True
    if not ja.approx or en.approx or ja.unit != en.unit or not _is_below(en, ja):
        return False
    return bounded(english, en.start, en.end, ("above", "least")) is None


def _is_below(en: Quantity, ja: Quantity) -> bool:
    """Return whether a number is less than the least that a vague number may be."""
    least = ja.value[0] if isinstance(ja.value, tuple) else None
    return isinstance(en.value, int | Decimal) and isinstance(least, int | Decimal) and en.value < least


def _lacks_unit(ja: Quantity, en: Quantity, english: str, beside: Sequence[Quantity]) -> bool:
    """Return whether a whole number has no unit, although the Japanese measures something: 500円, *500 of them*.

    The unit may be with another number (*from 150 to 145 yen*), or a word that is not known (*three go of rice*).
    """
    if en.kind != "number" or en.unit or not isinstance(en.value, int) or ja.kind not in _MEASURED:
        return False
    if dimension(ja.unit) in _SCALES or any(q is not en and q.kind == ja.kind for q in beside):
        return False
    after = _NEXT.match(english, en.end)
    return after is None or after[1] in FUNCTION_WORDS


def _is_per_other(ja: Quantity, en: Quantity) -> bool:
    """Return whether two amounts are for different spans of time: 時給1200円, *1,200 yen a day*."""
    if ja.per is None or en.per is None or ja.kind != en.kind or not {ja.per.unit, en.per.unit} <= SPANS:
        return False
    return ja.per[2:] != en.per[2:]


def _is_other_order(ja: Quantity, en: Quantity, english: str) -> bool:
    """Return whether an English ordinal counts something else: 3日目, *the third match*; 2位, *its second plant*."""
    if ja.kind != "ordinal" or en.kind != "ordinal" or en.unit:
        return False
    after = _NEXT.match(english, en.end)
    noun = after is not None and after[1] not in FUNCTION_WORDS
    if ja.unit == "rank":
        owned = _OWNER.search(english, max(0, en.start - NEAR), en.start)
        return bool(noun or owned) and not _PLACE.match(english, en.end)
    return noun and ja.unit in _SAID


def _names(ja: Quantity, japanese: str) -> bool:
    """Return whether a number is part of a name: 要介護3."""
    if ja.kind != "number" or ja.unit or not ja.start:
        return False
    return _NOUN.match(japanese, ja.start - 1) is not None and _NOUN.match(japanese, ja.end) is None


def _may_name(en: Quantity, english: str) -> bool:
    """Return whether a number may say which one, not how many: *5*, *level five*, but not *for 5 people*, *the five*."""
    before = _NAMED.search(english, max(0, en.start - NEAR), en.start)
    if before is not None and before[1].lower() not in FUNCTION_WORDS:
        return True
    return english[en.start].isdecimal() and not _COUNTING.match(english, en.end)


def _is_label(en: Quantity, english: str) -> bool:
    """Return whether a number is part of a name: *on Channel 4*."""
    if en.kind != "number" or en.unit or not english[en.start].isdecimal():
        return False
    before = _LABEL.search(english, max(0, en.start - NEAR), en.start)
    return before is not None and before[1].lower() in FUNCTION_WORDS
