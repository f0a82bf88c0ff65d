"""Beginnings that became ends, and the reverse: 午後5時まで, *from 5 p.m.*; 3日前までに, *within three days*."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from termalign.checking.figures import Figure
from termalign.checking.segment import Segment
from termalign.quantities.quantity import Offsets
from termalign.tables import read_table

_KINDS = {"date": "point", "time": "point", "weekday": "point", "duration": "span"}
_PART = "(?:[初上中下]旬|末日?|頃|ごろ)?"
_OF_PART = (
    r"(?:the\s+)?(?:(?:late|early|mid)[\s-]|(?:end|middle|beginning|start)\s+of\s+(?:the\s+)?)?(?:[a-z]+day,?\s+)?"
)
"""Between a Japanese date and what is behind it, and between an English one and what is before it."""
_LONGEST = 48  # code points before an English date to search
#: What turns a beginning into an end: 5時まで閉館, *open from 5*; 3月までは入れない, *admitted from March*
_TURNING = (
    re.compile("な[いくけか]|ません|ず[、に]|休[館業診園止校講]|閉|停止|中[止断]|禁|不可|除|延[期長]"),
    re.compile(
        r"\b(?:no|not|never|unless|except|cannot|clos|suspend|reopen|resum|exten|postpon)|n['’]t\b", re.IGNORECASE
    ),
)


class Contrary(NamedTuple):
    """A figure with words that say contrary things of it: the places of both, what they say, and the English for the figure."""

    figure: Figure
    ja: Offsets
    en: Offsets
    says: tuple[str, str]
    expected: str


class _Row(NamedTuple):
    of: str
    japanese: re.Pattern[str]
    what: str
    plain: str
    before: re.Pattern[str]
    behind: re.Pattern[str]
    contrary: str


@cache
def _rows() -> list[_Row]:
    return [
        _Row(
            of,
            re.compile(_PART + ja),
            what,
            plain,
            _pattern(rf"\b(?:{before})\s+{_OF_PART}$"),
            _pattern(rf",?\s+(?:{behind})\b"),
            other,
        )
        for of, ja, what, plain, before, behind, other in read_table(
            __package__, "beginnings_and_ends.tsv", header=True
        )
    ]


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written.replace(" ", r"\s+"), re.IGNORECASE)


def contraries(segment: Segment) -> Iterator[Contrary]:
    """Yield the times, dates and lengths of time of the Japanese of which the English says the contrary.

    Figures that a text has several times are left out, and texts of which only one says *not*, *closed* or the like.
    """
    turned = [words.search(text) for words, text in zip(_TURNING, (segment.ja_prose, segment.en_prose), strict=True)]
    if (turned[0] is None) != (turned[1] is None):
        return
    ours, theirs = (Counter(figure.values for figure in side.figures) for side in segment.sides)
    for ja, en in segment.figures.pairs:
        if ours[ja.values] == theirs[en.values] == 1 and _are_one_day(ja, en) and ja.quantity.kind in _KINDS:
            yield from _contraries(segment, ja, en)


def _are_one_day(ja: Figure, en: Figure) -> bool:
    """Return whether two figures have the same values, one of them perhaps without the year; not in two calendars."""
    shared = min(len(ja.values), len(en.values))
    return ja.values[-shared:] == en.values[-shared:]


def _contraries(segment: Segment, ja: Figure, en: Figure) -> Iterator[Contrary]:
    english = segment.en_prose
    for row in _rows():
        said = row.japanese.match(segment.ja_prose, ja.end) if row.of == _KINDS[ja.quantity.kind] else None
        if said:
            before = row.before.search(english, max(0, en.start - _LONGEST), en.start)
            behind = row.behind.match(english, en.end)
            if before or behind:
                place = before.start() if before else en.start, behind.end() if behind else en.end
                says = f"is {row.what}", f", {row.contrary}"
                yield Contrary(ja, (ja.start, said.end()), place, says, f"{row.plain} {en.text}")
