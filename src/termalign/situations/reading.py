"""The alignment of a text and its translation without given terms, with which given terms are then compared."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter

from termalign.decide.company import Company
from termalign.decide.in_text import Found
from termalign.decide.left_over import Explanations
from termalign.decide.neighbours import Neighbours
from termalign.decide.rivals import ByWord
from termalign.decide.weights import Table
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate
from termalign.quantities import Quantity
from termalign.situations.pair import Pair, said_by
from termalign.situations.translated import first_choice, proposed
from termalign.situations.translation import Translation
from termalign.terms.term_cache import TermCache


class Reading:
    """The candidates and the links of a text.

    The positions of candidates count the morphemes of ``ja``. ``rivals`` are all candidates, with the odds of their own
    evidence. ``atoms`` are the candidates of single headwords, with the odds that they are right. ``predicates`` are the
    candidates of predicates, and ``chosen`` are the links.
    """

    def __init__(
        self,
        ja: JapaneseText,
        pair: Pair,
        rivals: Sequence[Candidate],
        atoms: Sequence[Candidate],
        predicates: Sequence[Candidate],
        chosen: Sequence[Candidate],
    ) -> None:
        m = ja.morphemes
        self.ja, self.pair = ja, pair
        self._rivals, self._predicates, self._chosen = rivals, predicates, chosen
        self._links = [Found(m[c.a].start, m[c.b - 1].end, c.i, c.j, c.kind, c.odds) for c in chosen]
        self._links_at: dict[int, list[int]] = {}  # by morpheme; two if the English repeats a term in brackets
        for n, c in enumerate(chosen):
            for k in range(c.a, c.b):
                self._links_at.setdefault(k, []).append(n)
        self.explanations = Explanations([*atoms, *predicates], chosen, pair.english)
        self.neighbours = Neighbours(chosen)

    def links_over(self, place: tuple[int, int]) -> list[Found]:
        """Return the links that have one of the morphemes ``place``."""
        return [self._links[n] for n in sorted({n for k in range(*place) for n in self._links_at.get(k, ())})]

    def quantities_at(self, start: int, end: int) -> Sequence[Quantity]:
        """Return the quantities of the Japanese that overlap the folded code points ``start:end`` or adjoin them."""
        found = self.pair.quantities
        first = bisect_left(found, start, key=attrgetter("end"))
        return found[first : bisect_right(found, end, key=attrgetter("start"))]

    def predicated_beside(self, place: tuple[int, int]) -> Mapping[int, float]:
        """Return the words that predicates outside the morphemes ``place`` may render, with the best log odds for each."""
        found = self._predicates  # one morpheme each, in the order of the Japanese
        first, last = (bisect_left(found, k, key=attrgetter("a")) for k in place)
        return self.pair.predicated if first == last else said_by([*found[:first], *found[last:]])

    @cached_property
    def company(self) -> Company:
        """Return the links and the candidates of predicates, to be looked up around a term."""
        return Company([*self._chosen, *self._predicates], self.ja, self.pair.english)

    @cached_property
    def rivals(self) -> ByWord:
        """Return all candidates, by the words that they want."""
        return ByWord(self._rivals)


def read(ja: JapaneseText, translation: Translation, terms: TermCache, weights: Mapping[str, Table]) -> Reading:
    """Return the reading of a text and its translation. The text needs at least one morpheme; ``weights`` is by stage."""
    pair = proposed(ja, translation, terms, weights["single"])
    rivals = [replace(c, odds=c.single_odds) for c in pair.candidates]
    chosen = first_choice(pair, weights["together"])
    atoms = [c for found in pair.found.values() for c in found]
    return Reading(ja, pair, rivals, atoms, pair.predicates, chosen)
