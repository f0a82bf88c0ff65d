"""number, date: the same value on both sides (95億円, 9.5 billion yen), whole or part by part (慶応3年 ~ February 13, *1867*)."""

from collections.abc import Iterator

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match, Part
from termalign.evidence.term import Term
from termalign.quantities import Quantity, equivalence, rendered_span
from termalign.quantities.bounds import bound_after, bounded

_DATES = frozenset({"date", "time", "weekday", "decade", "century"})
_OF_UNITS = frozenset({"money", "measure"})
_LEAST = 0.4


def _of_other_things(ja: Quantity, en: Quantity) -> bool:
    """Whether one is money or a measure and the other counts something else: 10人, *10 dollars*."""
    return ja.kind != en.kind and bool(ja.unit and en.unit) and not _OF_UNITS.isdisjoint((ja.kind, en.kind))


class NumberMatcher:
    """Compares the term's quantities with the English text's by value."""

    kind = "number"
    needs = "quantities"

    def applies(self, term: Term) -> bool:
        return bool(term.quantities)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        for ja in term.quantities:
            found = bitext.compared.get(ja)
            if found is None:  # once for all terms that say the same at the same place: 一 of many names
                english = [en for en in bitext.quantities if en.start not in bitext.datelines]
                found = bitext.compared[ja] = [same for en in english for same in self._compare(ja, en)]
            for mine, theirs, same in found:
                yield from self._found(mine, theirs, same, term, bitext)

    def _compare(self, ja: Quantity, en: Quantity) -> Iterator[tuple[Quantity, Quantity, float]]:
        """The two as wholes; where those differ, a part of one that is the other or a part of it."""
        same = equivalence(ja, en)
        if same >= _LEAST:
            yield ja, en, same
            return
        if _of_other_things(ja, en):
            return
        for mine in (ja, *ja.parts):
            for theirs in (en, *en.parts):
                if (mine, theirs) != (ja, en) and mine.kind != "unit" != theirs.kind:
                    same = equivalence(mine, theirs)
                    if same >= _LEAST:
                        yield mine, theirs, same

    def _found(self, ja: Quantity, en: Quantity, same: float, term: Term, bitext: Bitext) -> Iterator[Match]:
        english = bitext.english
        span, end = rendered_span(ja, en), ja.end
        bound = bound_after(term.surface, end)
        whole = bounded(english.text, *span, bound[0]) if bound else None
        if bound and whole:
            span, end = whole, bound[1]
        i, j = english.words_in(*span)
        if i < j:
            kind = "date" if ja.kind in _DATES else self.kind
            coverage = (end - ja.start) / len(term.surface)
            part = Part(ja.start, end, i, j, kind, same)
            yield Match(i, j, kind, same, coverage, (ja.display(), english.phrase(i, j)), (part,))
