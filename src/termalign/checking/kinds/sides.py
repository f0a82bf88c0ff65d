"""The kinds ``date`` and ``opposite``, for words that exclude one another: 翌日, *the previous day*; 兄, *younger brother*."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.model import FindingKind, Span
from termalign.tables import read_table

_SCORES: Mapping[FindingKind, float] = {"date": 0.85, "opposite": 0.7}


class _Side(NamedTuple):
    """One row of ``sides.tsv``."""

    expected: str
    japanese: re.Pattern[str]
    english: re.Pattern[str]


@cache
def _sides(wanted: FindingKind) -> dict[str, list[_Side]]:
    """Return the sides of one kind of finding by what is compared. The first row has parts of the patterns of others."""
    found: dict[str, list[_Side]] = {}
    (_, name, _, *shared), *rows = read_table(__package__, "sides.tsv", header=True)
    for kind, what, expected, *words in rows:
        if kind != wanted:
            continue
        japanese, english = (word.replace(f"{{{name}}}", part) for word, part in zip(words, shared, strict=True))
        spaced = re.compile(english.replace(" ", r"\s+"), re.IGNORECASE)
        found.setdefault(what, []).append(_Side(expected, re.compile(japanese), spaced))
    return found


class Sides(Checker):
    """A checker for words on one side in the Japanese, and only on other sides in the English."""

    def __init__(self, kind: FindingKind) -> None:
        self.kind = kind

    def look(self, segment: Segment) -> Iterator[Finding]:
        if not segment.is_translated:
            return
        for sides in _sides(self.kind).values():
            ours = [(side, found) for side in sides if (found := side.japanese.search(segment.ja_prose))]
            theirs = [(side, found) for side in sides if ours and (found := side.english.search(segment.en_prose))]
            if theirs and not any(mine is other for mine, _ in ours for other, _ in theirs):
                (side, ja), (_, en) = ours[0], theirs[0]
                yield self.finding(
                    segment,
                    _SCORES[self.kind],
                    f"“{ja[0]}” is “{' '.join(en[0].split())}” in the English.",
                    ja=Span.of(segment.ja, *ja.span()),
                    en=Span.of(segment.en, *en.span()),
                    expected=[side.expected],
                )
