"""The common interface of all kinds of findings: findings in a segment, and findings at the end of a file."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from termalign.checking.finding import SEVERITIES, Finding, Severity
from termalign.checking.segment import Segment
from termalign.model import Span

Pending: TypeAlias = Callable[[], Finding | None]
"""A finding that the rest of the file decides about: called when it is over, or when no more can be held."""

_SURE, _LIKELY = 0.8, 0.5


class Checker:
    """Looks for one kind of finding, through one file after the other."""

    kind: str

    def look(self, segment: Segment) -> Iterator[Finding | Pending]:
        """What is wrong with a segment, or may be."""
        raise NotImplementedError

    def close(self) -> Iterator[Finding]:
        """What is wrong with the files as a whole."""
        return iter(())

    def finding(
        self,
        segment: Segment,
        score: float,
        message: str,
        *,
        ja: Span | None = None,
        en: Span | None = None,
        expected: Iterable[str] = (),
        found: str = "",
        term: str = "",
        worst: Severity = "error",
    ) -> Finding:
        """A finding in `segment`, as severe as it is sure, and no more than `worst`."""
        return Finding(
            self.kind,
            segment.name,
            ja,
            en,
            tuple(dict.fromkeys(expected)),
            found or (en.text if en else ""),
            score,
            self.severity(score, worst),
            message,
            term,
            segment.number,
            segment.file,
            (segment.ja, segment.en),
        )

    @staticmethod
    def severity(score: float, worst: Severity = "error") -> Severity:
        """How severe a finding of this chance is, at worst as given."""
        by_score: Severity = "error" if score >= _SURE else "warning" if score >= _LIKELY else "note"
        return max(by_score, worst, key=SEVERITIES.index)
