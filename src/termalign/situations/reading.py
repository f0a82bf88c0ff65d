"""The alignment of a text and its translation without given terms, with which given terms are then compared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from termalign.decide.company import Company
from termalign.decide.in_text import Found
from termalign.decide.left_over import Explanations
from termalign.decide.neighbours import Neighbours
from termalign.decide.rivals import ByWord
from termalign.decide.weights import Table
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate
from termalign.situations.pair import Pair
from termalign.situations.translated import first_choice, proposed
from termalign.situations.translation import Translation
from termalign.terms.term_cache import TermCache


class Reading:
    """The candidates and the links of a text.

    The candidates count in the morphemes of ``ja``. ``rivals`` are all candidates, with the odds of their own evidence.
    ``atoms`` are the candidates of single headwords, with the odds that they are right. ``predicates`` are the
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
        self.ja, self.pair, self.predicates = ja, pair, predicates
        self._rivals, self._atoms, self._chosen = rivals, atoms, chosen
        self.links = [Found(m[c.a].start, m[c.b - 1].end, c.i, c.j, c.kind, c.odds) for c in chosen]
        self.explanations = Explanations([*atoms, *predicates], chosen)
        self.neighbours = Neighbours(chosen)

    @cached_property
    def company(self) -> Company:
        """Return the links and the candidates of predicates, to be looked up around a term."""
        return Company([*self._chosen, *self.predicates], self.ja, self.pair.english)

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
