"""The kind ``missing`` in translations from English: an English term without any of its approved Japanese."""

from collections import Counter
from collections.abc import Iterator

from termalign.checking.japanese_terms import features_of, is_said, said_for, terms_of, unrendered
from termalign.checking.kinds.checker import Checker
from termalign.checking.kinds.missing import Suspicion, deviation
from termalign.checking.segment import Segment
from termalign.termbase.by_rendering import EnglishTerm


class MissingInJapanese(Checker):
    """A checker for English terms for which the Japanese has none of the approved terms.

    As in translations from Japanese, the rest of the file counts: the more often it has other Japanese for a term, the less
    certain each finding is. The checker for `forbidden` reports forbidden Japanese.
    """

    kind = "missing"

    def __init__(self) -> None:
        self._kept: Counter[str] = Counter()
        self._absent: Counter[str] = Counter()

    def look(self, segment: Segment) -> Iterator[Suspicion]:
        absent = unrendered(segment)
        for term in terms_of(segment):
            if term in absent:
                self._absent[term.en] += 1
                if not is_said(term.forbidden, segment):
                    yield self._suspect(segment, term)
            elif term.ja:
                self._kept[term.en] += 1

    def _suspect(self, segment: Segment, term: EnglishTerm) -> Suspicion:
        """Return a possible finding, to be decided by the counts of the whole file."""
        instead = said_for(term, segment)
        place = segment.en_span(*terms_of(segment)[term][0])
        finding = self.finding(segment, 0.5, "", ja=instead, en=place, japanese=term.ja, term=term.en)
        features = features_of(term, instead, segment)
        return Suspicion(
            finding,
            "missing in Japanese",
            lambda: {**features, "deviates": deviation(self._absent[term.en], self._kept[term.en])},
        )
