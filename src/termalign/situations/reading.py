"""The alignment of a text and its translation without given terms, with which given terms are compared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

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

    Parameters
    ----------
    ja : JapaneseText
        The Japanese; what is below is in its morphemes.
    pair : Pair
        The texts, as they were read.
    rivals : sequence of Candidate
        All candidates, with the odds of their own evidence.
    atoms : sequence of Candidate
        Those of single headwords and of predicates, with the odds that they are right.
    predicates : sequence of Candidate
        Those of predicates.
    chosen : sequence of Candidate
        The links.
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
    def rivals(self) -> ByWord:
        """All candidates, by the words that they want."""
        return ByWord(self._rivals)

    def cut_at(self, span: tuple[int, int]) -> "Reading":
        """Return the same with morphemes that begin and end where these code points do."""
        ja = self.ja.cut_at([span])
        if ja is self.ja:
            return self
        starts = {m.start: n for n, m in enumerate(ja.morphemes)}
        ends = {m.end: n + 1 for n, m in enumerate(ja.morphemes)}
        old = self.ja.morphemes

        def moved(candidates: Sequence[Candidate]) -> list[Candidate]:
            return [
                replace(c, a=starts[old[c.a].start], b=ends[old[c.b - 1].end], parts=tuple(moved(c.parts)))
                for c in candidates
            ]

        return Reading(ja, self.pair, *map(moved, (self._rivals, self._atoms, self.predicates, self._chosen)))


def read(ja: JapaneseText, translation: Translation, terms: TermCache, weights: Mapping[str, Table]) -> Reading:
    """Read a text and its translation.

    Parameters
    ----------
    ja : JapaneseText
        The Japanese; it has at least one morpheme.
    translation : Translation
        The English.
    terms : TermCache
        Headwords that are known already.
    weights : mapping of str to mapping
        What each feature is worth, by stage.
    """
    pair = proposed(ja, translation, terms, weights["single"])
    rivals = [replace(c, odds=c.single_odds) for c in pair.candidates]
    chosen = first_choice(pair, weights["together"])
    atoms = [c for found in pair.found.values() for c in found]
    return Reading(ja, pair, rivals, atoms, pair.predicates, chosen)
