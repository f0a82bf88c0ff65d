"""placeholder: a word that the English has twice in a row: *the the*."""

import re
from collections.abc import Iterator

from termalign.checking.finding import Finding, quoted
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.model import Span
from termalign.text import CODE, blanked

_SCORE = 0.9
# Words that never follow themselves, unlike *had had*, *that that*, *logged in in 2020* and *long long*
_DOUBLED = re.compile(
    r"(?<![\w'’.-])(?:(?P<first>[Tt]he) the|(?P<word>an?|and|as|at|by|for|from|of|or|the|their|to|with) (?P=word))(?![\w'’.-]*\w)"
)


class Doubled(Checker):
    """A checker for function words that stand twice in the English."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        for found in _DOUBLED.finditer(blanked(CODE, segment.en_prose)):
            word = found["first"] or found["word"]
            en = Span.of(segment.en, *found.span())
            yield self.finding(segment, _SCORE, f"{quoted(word)} is there twice.", en=en, expected=[word])
