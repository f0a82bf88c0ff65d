"""The kind ``variant``: a term in the Japanese that the glossary spells differently or forbids."""

from collections.abc import Iterator

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.termbase import Occurrence


class Variant(Checker):
    """A checker for terms in the Japanese that differ from the glossary, used only on request."""

    kind = "variant"
    of_translations = False

    def look(self, segment: Segment) -> Iterator[Finding]:
        for occurrence in segment.occurrences:
            if occurrence.entry.status == "forbidden":
                yield self._said(segment, occurrence, scores.DEPRECATED, "is deprecated", ())
            elif occurrence.variant:
                ja = occurrence.entry.ja
                yield self._said(segment, occurrence, scores.SPELLING, f"is {ja} in house style", (ja,))

    def _said(self, segment: Segment, at: Occurrence, score: float, what: str, expected: tuple[str, ...]) -> Finding:
        message = f"{at.text} {what}."
        return self.finding(
            segment,
            score,
            message,
            ja=at,
            expected=expected,
            japanese=expected,
            found=at.text,
            term=at.entry.ja,
            worst="warning",
        )
