"""A term of a list in an English text: every mention of it that the text may have."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from termalign.decide.mentions import beside_its_own, of_the_whole
from termalign.decide.setting import set_in_place
from termalign.decide.weights import Table, packaged
from termalign.evidence.bitext import Bitext
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features, Finding, Kind
from termalign.propose.candidate import Candidate
from termalign.propose.compounds import KEPT_OF_GIVEN, compounds, describe
from termalign.propose.growth import grown
from termalign.propose.lookups import LookUp
from termalign.propose.runs import Range
from termalign.propose.said_in_english import named_in_english
from termalign.propose.shapes import shape
from termalign.propose.short_forms import short_forms
from termalign.situations.nearby import Nearby
from termalign.situations.pair import HOPELESS, Pair

#: What says something of where a term stands in a Japanese text: a list has no places.
PLACED = frozenset({"off place", "repeated"})


class Mentioned(Pair):
    """A term by itself, with the candidates for it in an English text.

    Parameters
    ----------
    ja : JapaneseText
        The term; it has at least one morpheme.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    """

    def __init__(self, ja: JapaneseText, bitext: Bitext, terms: TermCache) -> None:
        run = 0, len(ja.morphemes)
        named = [run] if terms.at(ja, *run).renderings else ()
        super().__init__(ja, bitext, terms, [run], [run], named)

    def propose(self, together: bool = True) -> None:
        """Put together, sentence by sentence, and grow: all candidates for the whole term, and what speaks for each."""
        run, size = self.runs[0], sum(self.widths)
        shapes = {k: shape(self.terms.at(self.ja, k, k + 1)) for k in range(*run)}
        parted = self._parted(shapes)
        distinct: dict[tuple[int, int, int, int], Candidate] = {}
        for found in self._by_sentence():
            distinct.update({c.place: c for there in found.values() for c in there})
            if together and len(self.ja.morphemes) > 1:
                for c in compounds(run, found, self.english, self.widths, KEPT_OF_GIVEN):
                    if c.place not in distinct:
                        describe(c, self.english, self.widths, shapes, parted)
                        distinct[c.place] = c
        for c in [c for c in distinct.values() if (c.a, c.b) == run]:
            for new in grown(c, self.english, c.covered < size, self._says, True):
                distinct.setdefault(new.place, new)
        everything = list(distinct.values())
        for c in everything:
            c.single_odds = c.odds
        own = [c for c in everything if (c.a, c.b) == run]
        set_in_place(own, everything, self.ja, self.english, self.runs, self.widths, parted, {})
        self.candidates = [*own, *short_forms(own, self.bitext), *named_in_english(own, self.bitext)]
        of_the_whole(self.candidates, self.terms.at(self.ja, *run), self.widths)
        beside_its_own(self.candidates, self.english)

    def _by_sentence(self) -> Iterable[Mapping[Range, Sequence[Candidate]]]:
        """What was found of each stretch, sentence by sentence of the English, the likeliest first."""
        found: dict[int, dict[Range, list[Candidate]]] = {}
        for place, there in self.found.items():
            for c in there:
                if c.odds > HOPELESS:
                    found.setdefault(self.english.sentences[c.i], {}).setdefault(place, []).append(c)
        return found.values()

    def _most(self, look_up: LookUp) -> int | None:
        return None  # every mention counts

    def _near(self, found: Nearby, middle: float) -> Sequence[Finding]:
        return found.everywhere

    def _shared(self, i: int, j: int, look_up: LookUp) -> Features:
        return {name: value for name, value in super()._shared(i, j, look_up).items() if name not in PLACED}


def mentioned(
    ja: JapaneseText, bitext: Bitext, terms: TermCache, kinds: Sequence[Kind], together: bool = True
) -> Mentioned:
    """A term with all that an English text may have for it.

    Parameters
    ----------
    ja : JapaneseText
        The term; it has at least one morpheme.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    kinds : sequence of Kind
        The kinds of evidence to ask.
    together : bool
        Whether parts may speak together for the compound that they make.
    """
    found = Mentioned(ja, bitext, terms)
    found.look_up(_headwords(), kinds)
    if found.found:
        found.propose(together)
    return found


@cache
def _headwords() -> Table:
    """What the features of a headword by itself are worth wherever it stands."""
    return {name: weight for name, weight in packaged()["single"].items() if name not in PLACED}
