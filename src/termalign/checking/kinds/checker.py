"""The interface of all kinds of findings, with findings in a segment and findings at the end of a file."""

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Protocol, TypeAlias

from termalign.checking.blocks import supposed_blocks, sure_blocks
from termalign.checking.finding import SEVERITIES, Finding, Severity, quoted
from termalign.checking.segment import Segment
from termalign.model import FindingKind, Span
from termalign.quantities.quantity import Offsets


class Placed(Protocol):
    """What has a place in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Place: TypeAlias = Offsets | Placed

Pending: TypeAlias = Callable[[Container[int]], Finding | None]
"""A finding that depends on the rest of the file: a function called at the end of the file, or if too many are held.

Its argument has the numbers of the units whose translation has a finding by itself, not only beside other units.
"""

_SURE, _LIKELY = 0.8, 0.5


class Checker:
    """A checker for one kind of finding, used for the segments of a bitext in order."""

    kind: FindingKind
    of_translations: bool = True  # whether it looks only at units that have a translation
    by_block: bool = False  # whether it looks at each block of a unit by itself

    def look(self, segment: Segment) -> Iterator[Finding | Pending]:
        """Yield the findings in a segment, decided ones and those that depend on the rest of the file."""
        raise NotImplementedError

    def close(self) -> Iterator[Finding]:
        """Return the findings about the whole file."""
        return iter(())

    def finding(
        self,
        segment: Segment,
        score: float,
        message: str = "",
        *,
        ja: Place | None = None,
        en: Place | None = None,
        expected: Iterable[str] = (),
        japanese: Iterable[str] = (),
        found: str = "",
        term: str = "",
        worst: Severity = "error",
    ) -> Finding:
        """Return a finding about a place of either text; by default, that one says what the other does not.

        Its severity depends on its score, and is at most `worst`. `expected` has corrections of an English translation, and
        `japanese` those of a Japanese one.
        """
        direction = segment.direction
        ours, theirs = _span(segment.ja, ja), _span(segment.en, en)
        written = ours and segment.ja_in_unit(ours), theirs and segment.en_in_unit(theirs)
        _, wrong = direction.ordered(*written)
        corrections, _ = direction.ordered(expected, japanese)
        return Finding(
            self.kind,
            segment.name,
            *written,
            tuple(dict.fromkeys(corrections)),
            found or (wrong.text if wrong else ""),
            score,
            self.severity(score, worst),
            message or direction.difference(*(quoted(each.text) if each else "" for each in (ours, theirs))),
            term,
            segment.number,
            segment.file,
            (segment.unit.ja, segment.unit.en),
            segment.unit.line,
            direction.source,
        )

    @staticmethod
    def severity(score: float, worst: Severity = "error") -> Severity:
        """Return the severity for a score, at most `worst`."""
        by_score: Severity = "error" if score >= _SURE else "warning" if score >= _LIKELY else "note"
        return max(by_score, worst, key=SEVERITIES.index)


def _span(text: str, place: Place | None) -> Span | None:
    if place is None:
        return None
    return Span.of(text, *(place if isinstance(place, tuple) else (place.start, place.end)))


def looked(checker: Checker, segment: Segment) -> Iterator[Finding | Pending]:
    """Yield the findings of a checker in a segment, or block by block.

    Findings in the supposed blocks that are also those in the whole segment need no proof that the blocks are right.
    """
    if not checker.by_block:
        yield from checker.look(segment)
        return
    whole = list(checker.look(segment))
    supposed = supposed_blocks(segment)
    if len(supposed) > 1:
        found = [each for block in supposed for each in checker.look(block)]
        if _places(found) != _places(whole):
            whole = [each for block in sure_blocks(segment) for each in checker.look(block)]
    yield from whole


def _places(found: Iterable[Finding | Pending]) -> set[tuple[Span | None, Span | None]]:
    return {(each.ja, each.en) for each in found if isinstance(each, Finding)}
