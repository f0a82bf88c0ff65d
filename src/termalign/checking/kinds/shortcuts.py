"""placeholder: keyboard shortcuts that differ: Ctrl+S, *Ctrl+D*."""

from collections.abc import Iterator

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.placeholder import paired
from termalign.checking.segment import Segment

_SCORE = 0.9


class Shortcuts(Checker):
    """A checker for keyboard shortcuts. If only one text has one, the other may name the command instead."""

    kind = "placeholder"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = segment.shortcuts
        lost = [each for each in ja if each.keys not in [other.keys for other in en]]
        new = [each for each in en if each.keys not in [other.keys for other in ja]]
        for own, other in paired(lost, new, lambda _: ""):
            if own and other:
                yield self.differs(segment, _SCORE, own.span, other.span, [own.written], [other.written])
