"""placeholder: inline codes of a file (``<x id="2"/>``) that a text lacks, or has more often than the other."""

import re
from collections import Counter
from collections.abc import Iterator

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment

_SCORE = 0.9
# Trados gives the codes of a translation that it has taken from another file ids of their own.
_REUSED = re.compile(r'"pm[0-9a-f]{8}-')


class InlineCodes(Checker):
    """A checker for inline codes with ids. Each side of a unit has one finding, whatever the number of its codes."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = map(Counter, segment.unit.codes)
        if any(map(_REUSED.search, [*ja, *en])):
            return
        direction = segment.direction
        own, theirs = direction.ordered(ja, en)
        lost, new = [*(own - theirs)], [*(theirs - own)]
        if lost:
            message = _message(lost, theirs, direction.translation)
            yield self.finding(segment, _SCORE, message, expected=lost, japanese=lost)
        if new:
            yield self.finding(segment, _SCORE, _message(new, own, direction.original), found=", ".join(new))


def _message(codes: list[str], other: Counter[str], language: str) -> str:
    """Return what a text lacks, of codes that the other text has or has more often."""
    fewer = "not as often " if any(other[code] for code in codes) else "not "
    named, verb = (", ".join(codes), "are") if len(codes) > 1 else (codes[0], "is")
    return f"The inline code{'s' * (len(codes) > 1)} {named} {verb} {fewer}in the {language}."
