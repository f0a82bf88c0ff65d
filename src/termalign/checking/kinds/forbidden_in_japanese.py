"""The kind ``forbidden`` in translations from English: Japanese that the glossary does not allow for an English term."""

from collections.abc import Iterator

from termalign.checking.finding import MOST_NAMED, Finding, choice
from termalign.checking.japanese_terms import terms_of, unrendered
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.model import Span

_INSTEAD, _BESIDE = 0.97, 0.8
"""Scores if the Japanese has no approved term, and if it has one as well."""


class ForbiddenInJapanese(Checker):
    """A checker for forbidden Japanese of terms in the English, in any spelling.

    Japanese that is approved for another English term of the segment is left out, and so is a part of a longer term.
    """

    kind = "forbidden"

    def look(self, segment: Segment) -> Iterator[Finding]:
        terms = terms_of(segment)
        agreed = {ja for term in terms for ja in term.ja}
        for term, places in terms.items():
            for occurrence in segment.occurrences:
                ja = occurrence.entry.ja
                if ja not in term.forbidden or ja in agreed:
                    continue
                use = choice(term.ja[:MOST_NAMED])
                yield self.finding(
                    segment,
                    _BESIDE if term.ja and term not in unrendered(segment) else _INSTEAD,
                    f"The glossary forbids “{ja}” for {term.en}.{f' Use {use}.' if use else ''}",
                    ja=Span.of(segment.ja, occurrence.start, occurrence.end),
                    en=segment.en_span(*places[0]),
                    japanese=term.ja,
                    term=term.en,
                )
                break
