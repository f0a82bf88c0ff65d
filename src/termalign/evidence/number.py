"""number, date: the same value on both sides (95億円, 9.5 billion yen)."""

from collections.abc import Iterator

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match, Part
from termalign.evidence.term import Term
from termalign.quantities import equivalence

_DATES = frozenset({"date", "time"})


class NumberMatcher:
    """Compares the term's quantities with the English text's by value."""

    kind = "number"

    def applies(self, term: Term) -> bool:
        return bool(term.quantities)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        english = bitext.english
        for ja in term.quantities:
            coverage = (ja.end - ja.start) / len(term.surface)
            for en in bitext.quantities:
                if en.start in bitext.datelines:
                    continue
                same = equivalence(ja, en)
                if same > 0:
                    i, j = english.words_in(en.start, en.end)
                    if i < j:
                        kind = "date" if ja.kind in _DATES else self.kind
                        part = Part(ja.start, ja.end, i, j, kind, same)
                        yield Match(i, j, kind, same, coverage, (ja.display(), english.phrase(i, j)), (part,))
