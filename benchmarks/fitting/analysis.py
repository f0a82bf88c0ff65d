"""Texts as the aligner sees them, with the candidates for their links."""

from collections.abc import Mapping, Sequence

from benchmarks.data import Offsets
from benchmarks.fitting.texts import Text
from termalign import Lexicon
from termalign.decide.weights import Table
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Kind
from termalign.kinds.registry import REGISTRY
from termalign.propose.candidate import Candidate
from termalign.propose.glossary_runs import glossary_places
from termalign.propose.proposed_runs import parted_around, runs_of
from termalign.situations.given import Given, proposed_for
from termalign.situations.pair import Pair
from termalign.situations.reading import read
from termalign.situations.translation import Translation
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache

_TERMS = 200_000

Range = tuple[int, int]


class Analyser:
    """Makes pairs of texts, and knows the terms of all that it made.

    Parameters
    ----------
    lexicon : Lexicon
        What terms are looked up in.
    kinds : sequence of Kind
        The kinds of evidence to ask.
    """

    def __init__(self, lexicon: Lexicon, kinds: Sequence[Kind] = REGISTRY) -> None:
        self.lexicon, self.kinds = lexicon, kinds
        self.terms = TermCache(lexicon, _TERMS)

    def pair(self, text: Text, headwords: Table) -> Pair:
        """The pair of a text, its headwords looked up; `headwords` are the weights of a headword by itself."""
        lexicon, terms = self.lexicon, self.terms
        if text.glossary:
            lexicon = lexicon.with_glossary(text.glossary)
            terms = TermCache(lexicon)
        ja = JapaneseText(text.ja, lexicon)
        runs = runs_of(ja, lexicon) if ja.morphemes else []
        places = (ja.range_at(*ja.folded.folded_span(*place)) for place in text.given)
        given = sorted({place for place in places if place})
        target = Target(EnglishText(text.en), lexicon, parallel=True)
        whole = glossary_places(ja, lexicon)
        pair = Pair(ja, target, terms, parted_around(runs, given or whole), given, whole)
        pair.look_up(headwords, self.kinds)
        pair.look_up_predicates(headwords)
        return pair

    def given(self, text: Text, weights: Mapping[str, Table]) -> Given:
        """The one term that is given of a text, with all its candidates."""
        ja = JapaneseText(text.ja, self.lexicon)
        [place] = text.given
        translation = Translation(Target(EnglishText(text.en), self.lexicon, parallel=True))
        reading = read(ja, translation, self.terms, weights)
        return proposed_for(ja.folded.folded_span(*place), reading, translation, weights)


def places(pair: Pair, c: Candidate) -> tuple[Offsets, Offsets]:
    """Where a candidate stands, in characters of both texts."""
    return pair.offsets(c.a, c.b), pair.english.offsets(c.i, c.j)
