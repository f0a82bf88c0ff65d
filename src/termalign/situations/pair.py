"""A Japanese text and an English one, analysed, with every candidate for the runs of the one in the other."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from termalign.decide.setting import named, set_in_place
from termalign.decide.weights import Table, log_odds
from termalign.evidence.bitext import Bitext
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.kinds.gloss import GLOSS
from termalign.kinds.kind import Features, Kind
from termalign.kinds.meanings import stems
from termalign.kinds.registry import REGISTRY
from termalign.propose.borders import borders
from termalign.propose.candidate import Candidate, likeliest
from termalign.propose.compounds import KEPT, KEPT_OF_GIVEN, compounds, describe
from termalign.propose.growth import grown
from termalign.propose.lookups import LookUp, look_ups
from termalign.propose.shapes import shape
from termalign.propose.whole_names import whole_names

_HOPELESS = -3.0  # log odds of a candidate that nothing is made of
_MOST, _MOST_OF_GIVEN = 8, 16  # candidates of one stretch by itself

Range = tuple[int, int]


class Pair:
    """Two texts with the candidates between them.

    Parameters
    ----------
    ja : JapaneseText
        The Japanese.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    runs : sequence of (int, int)
        The stretches of morphemes to find English for, in order.
    given : collection of (int, int)
        Those of `runs` that the user points at.
    """

    def __init__(
        self, ja: JapaneseText, bitext: Bitext, terms: TermCache, runs: Sequence[Range], given: Collection[Range] = ()
    ) -> None:
        self.ja, self.bitext, self.english, self.terms = ja, bitext, bitext.english, terms
        self.runs, self.given = runs, frozenset(given)
        self.widths = [m.end - m.start for m in ja.morphemes]
        self.candidates: list[Candidate] = []
        self.found: dict[Range, list[Candidate]] = {}
        self.predicated: dict[int, float] = {}

    def look_up(self, weights: Table, kinds: Iterable[Kind] = REGISTRY) -> None:
        """Find what each kind of evidence says of each headword by itself.

        Parameters
        ----------
        weights : mapping of str to float
            What the features of single headwords are worth.
        kinds : iterable of Kind
            The kinds of evidence to ask.
        """
        if not len(self.english):
            return
        for look_up in look_ups(self.ja, self.runs, self.terms):
            found = self.by_itself(look_up, weights, kinds)
            if found:
                self.found[look_up.a, look_up.b] = found
        self._look_up_predicates(weights)

    def _look_up_predicates(self, weights: Table) -> None:
        """Find which English words a verb, an adjective or an adverb of the Japanese may be rendered by, and how likely."""
        for k in self.ja.predicates:
            term = self.terms.at(self.ja, k, k + 1)
            for c in self.by_itself(LookUp(k, k + 1, term, True), weights, (GLOSS,)):
                if c.j == c.i + 1:
                    self.predicated[c.i] = max(c.odds, self.predicated.get(c.i, c.odds))

    def propose(self) -> None:
        """Put together, grow and set in place: all candidates, and what speaks for each."""
        by_ja = self.found
        shapes = {k: shape(self.terms.at(self.ja, k, k + 1)) for a, b in self.runs for k in range(a, b)}
        parted = self._parted(shapes)
        distinct = {c.place: c for found in by_ja.values() for c in found}
        for run in self.runs:
            if run[1] - run[0] > 1:
                kept = KEPT_OF_GIVEN if run in self.given else KEPT
                for c in compounds(run, by_ja, self.english, self.widths, kept):
                    if c.place not in distinct:
                        describe(c, self.english, self.widths, shapes, parted)
                        distinct[c.place] = c
        for c in list(distinct.values()):
            skipped = c.covered < sum(self.widths[c.a : c.b])
            for new in grown(c, self.english, skipped, self._said(c), (c.a, c.b) in self.given):
                distinct.setdefault(new.place, new)
        for a, b in sorted(self.given):
            inside = [c for found in by_ja.values() for c in found if a <= c.a and c.b <= b]
            for new in whole_names((a, b), inside, self.english, self.widths):
                distinct.setdefault(new.place, new)
        self.candidates = list(distinct.values())
        set_in_place(self.candidates, self.ja, self.english, self.runs, self.widths, parted, self.predicated)

    def by_itself(self, look_up: LookUp, weights: Table, kinds: Iterable[Kind]) -> list[Candidate]:
        """What each kind of evidence finds for one headword, the likeliest first."""
        a, b, term, listed = look_up
        shared = self._shared(look_up)
        found: list[Candidate] = []
        for kind in kinds:
            if not (listed or kind.of_unlisted):
                continue
            for finding in kind.find(term, self.bitext):
                i, j = finding.i, finding.j
                features = {**shared, kind.name: 1.0, **self._at(i, j, look_up)}
                for name, value in finding.features.items():
                    if value:
                        features[named(kind.name, name)] = value
                c = Candidate(a, b, i, j, finding.kind, features, term, [finding])
                c.odds = log_odds(weights, features)
                c.covered = sum(self.widths[a:b])
                found.append(c)
        best = sorted(likeliest(iter(found)).values(), key=lambda c: -c.odds)
        if any(x <= a and b <= y for x, y in self.given):
            return best[:_MOST_OF_GIVEN]
        return [c for c in best[:_MOST] if c.odds > _HOPELESS]

    def _shared(self, look_up: LookUp) -> Features:
        """What speaks for or against any candidate of a headword."""
        surface = look_up.term.surface
        features = {"bias": 1.0, "characters": math.log(len(surface))}
        if len(surface) == 1 and look_up.term.has_kanji:
            features["one kanji"] = 1.0
        return features

    def _at(self, i: int, j: int, look_up: LookUp) -> Features:
        """What the place in the English says of any candidate."""
        english, term = self.english, look_up.term
        first, last = self.ja.morphemes[look_up.a], self.ja.morphemes[look_up.b - 1]
        middle = (first.start + last.end) / 2 / max(1, len(self.ja.text))
        features = {
            "off place": abs((i + j) / 2 / len(english) - middle),
            "repeated": math.log(len(english.by_stem[english.stems[j - 1]])),
        }
        if i and english.capitalised[i] and english.sentences[i] == english.sentences[i - 1]:
            proper = term.proper or term.katakana or term.surface.isascii()
            features["capital of a name" if proper else "capital of a common noun"] = 1.0
        return features

    def _said(self, c: Candidate) -> frozenset[str]:
        """Family keys that a part of the candidate's Japanese may be said by."""
        ja = self.ja
        last = ja.morphemes[c.b - 1].surface[-1]
        own = [stems(self.terms.at(ja, k, k + 1)) for k in range(c.a, c.b)]
        return frozenset().union(*own, self.terms.said_last(last))

    def _parted(self, shapes: Mapping[int, str]) -> Mapping[int, str]:
        """Where terms may end within runs, and why."""
        found: dict[int, str] = {}
        for a, b in self.runs:
            if b - a > 1:
                found.update(borders(self.ja, (a, b), [shapes[k] for k in range(a, b)]))
        return found
