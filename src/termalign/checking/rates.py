"""Rates, which give a figure per span of time: 週に1回, 月額500円, *once a week*, *a monthly fee of 500 yen*."""

import re
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.quantities.units import ADVERBS_OF_TIME, SPANS_OF_TIME

_JAPANESE = re.compile(
    "(?:(?:毎|(?<![0-9０-９])[1１一]|(?<![0-9０-９一二三四五六七八九十元数半翌同今来去昨先本当前全]))([秒分時日週月年]|[かカヶ]月)間?"
    "(?:に(?:つき)?|[あ当]たり|ごとに?)|(?<![0-9０-９月])[1１一](日|週間|[かカヶ]月)|毎([秒分時日週月年])|(?<![0-9０-９一二三四五六七八九十])([時日週月年])[額給率利収俸間]"
    "|(?<![㐀-鿿0-9０-９])(週))(?:約|およそ|平均|最[大高低])?$"
)
_ENGLISH_SPANS = ADVERBS_OF_TIME | {"annum": "year", "sec": "second", "min": "minute"}
_EVERY = "|".join(ADVERBS_OF_TIME)
_AFTER = re.compile(
    rf"(?:\s+[a-z]+)?(?:\s*(?:\bper|\ban?|\beach|\bevery|/)\s*(second|sec|minute|min|hour|day|week|month|year|annum)|\s+({_EVERY}))\b"
    r"(?!\s+(?:ago|later|earlier|before|after|old))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b({_EVERY})\s+(?:[a-z]+\s+){{0,3}}$", re.IGNORECASE)
_LONGEST = 40


class Rate(NamedTuple):
    """The time unit of a rate (``week``), and the span of the figure with the words that make it a rate."""

    each: str
    start: int
    end: int


def japanese_rate(text: str, span: Offsets) -> Rate | None:
    """Return the rate that a Japanese figure forms with the words before it.

    >>> japanese_rate("週に1回", (2, 4)), japanese_rate("10月に1回", (4, 6))
    (Rate(each='week', start=0, end=4), None)
    """
    found = _JAPANESE.search(text, max(0, span[0] - 10), span[0])
    return Rate(SPANS_OF_TIME[found[found.lastindex or 0].rstrip("間")[-1]], found.start(), span[1]) if found else None


def english_rate(text: str, span: Offsets) -> Rate | None:
    """Return the rate that an English figure forms with the words around it.

    >>> english_rate("once a month", (0, 4)), english_rate("a monthly fee of 500 yen", (17, 24))
    (Rate(each='month', start=0, end=12), Rate(each='month', start=2, end=24))
    """
    after = _AFTER.match(text, span[1])
    found = after or _BEFORE.search(text, max(0, span[0] - _LONGEST), span[0])
    if found is None:
        return None
    word = found[found.lastindex or 0].lower()
    return Rate(_ENGLISH_SPANS.get(word, word), min(span[0], found.start()), max(span[1], found.end()))
