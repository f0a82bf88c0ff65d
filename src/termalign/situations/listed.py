"""A term of a list in an English text: all its possible mentions."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cache, cached_property
from itertools import islice

from termalign.decide.other_mentions import beside_its_own, of_the_whole
from termalign.decide.setting import set_in_place
from termalign.decide.weights import Table, packaged
from termalign.japanese.morpheme import are_persons
from termalign.japanese.text import JapaneseText
from termalign.japanese.titled_people import end_of_name
from termalign.kinds.kind import Finding, Kind
from termalign.kinds.person import PERSON
from termalign.kinds.related import RELATED
from termalign.once import once
from termalign.propose.borders import borders_within
from termalign.propose.candidate import HOPELESS, Candidate
from termalign.propose.compounds import KEPT_OF_GIVEN, LONGEST, compounds, describe
from termalign.propose.equated import equated, named_in_english
from termalign.propose.growth import grown, may_grow
from termalign.propose.lookups import LookUp, look_ups_of_listed
from termalign.propose.nearby import MOST_PLACES, Nearby
from termalign.propose.proposed_runs import Range
from termalign.propose.shapes import shape
from termalign.propose.short_forms import short_forms
from termalign.propose.titled_names import is_name_with_title, places_of_name
from termalign.quantities import Quantity, japanese_quantities
from termalign.situations.pair import Pair
from termalign.target.target import Target
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache

_MOST_KEPT = 1_000  # analysed terms in the cache
_REACH = 10  # words on either side
_AGAIN = f"{PERSON.name} family-again"  # half of a person's name, beside the whole

#: Features of a term's position in a Japanese text. The terms of a list have no position.
PLACED = frozenset({"off place"})


class Entry:
    """A term of a list, analysed independently of any English text. ``surface`` is the folded term."""

    def __init__(self, surface: str, terms: TermCache) -> None:
        self.ja = JapaneseText(surface, terms.lexicon)
        self.terms = terms
        self.run: Range = 0, len(self.ja.morphemes)

    @cached_property
    def term(self) -> Term:
        """Return the whole term as one headword."""
        return self.terms.at(self.ja, *self.run)

    @cached_property
    def may_be_composed(self) -> bool:
        """Return whether the term can be composed of its parts: it has several, but not too many."""
        return 1 < self.run[1] <= LONGEST

    @cached_property
    def end_of_name(self) -> int:
        """Return how many morphemes of a person's name precede a title; 0 if the term is not a name with a title."""
        return end_of_name(self.ja.morphemes, self.terms.lexicon)

    @cached_property
    def end_of_person(self) -> int:
        """Return how many morphemes at the beginning are a person's name, with or without a title behind it."""
        return len(self.ja.morphemes) if are_persons(self.ja.morphemes) else self.end_of_name

    @cached_property
    def quantities(self) -> Sequence[Quantity]:
        """Return the numbers, dates and amounts in the term."""
        return japanese_quantities(self.ja.text)

    @cached_property
    def look_ups(self) -> Sequence[LookUp]:
        """Return the headwords in the term, longest first.

        For a quantity, and for a term with too many morphemes to be composed, only the whole term is a headword.
        """
        found = look_ups_of_listed(self.ja, self.quantities, self.terms)
        if self.term.is_quantity or not self.may_be_composed:
            return [look_up for look_up in found if (look_up.a, look_up.b) == self.run]
        return sorted(found, key=lambda look_up: look_up.a - look_up.b)

    @cached_property
    def parted(self) -> Mapping[int, str]:
        """Return the borders at which the term may be split, with the reasons."""
        shapes = {k: shape(self.terms.at(self.ja, k, k + 1)) for k in range(*self.run)}
        return borders_within(self.ja, [self.run], self.quantities, shapes)


def entry(surface: str, terms: TermCache) -> Entry:
    """Return a term of a list, analysed now or from the cache."""
    known = _entries(terms)
    found = known.get(surface)
    if found is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        found = known[surface] = Entry(surface, terms)
    return found


@once
def _entries(terms: TermCache) -> dict[str, Entry]:
    return {}


class Mentioned(Pair):
    """A term of a list with its candidates in an English text. The term has at least one morpheme.

    ``near`` has the words near which its parts may be; none if they may be anywhere.
    """

    def __init__(self, listed: Entry, target: Target, near: Collection[int] = ()) -> None:
        run = listed.run
        super().__init__(listed.ja, target, listed.terms, [run], [run], [run] if listed.term.renderings else ())
        self._listed = listed
        self._is_sought_there = bool(near)
        self._near_found = {k for at in near for k in range(at - _REACH, at + _REACH)}
        self._taken_in = 0  # how many items of `found` are already in `_near_found`

    def propose(self, together: bool = True) -> None:
        """Join parts, sentence by sentence, and extend candidates, to make all those for the whole term, with features."""
        whole = self._whole(together)
        for c in [c for c in whole.values() if may_grow(c, True)]:
            for new in grown(c, self.english, c.covered < sum(self.widths), self._says, True):
                whole.setdefault(new.place, new)
        own = self.without_contradictions(whole.values())
        if end := self._listed.end_of_name:
            named = places_of_name((0, end), self.found)
            own = [c for c in own if not c.parts or is_name_with_title(c, named, self.english)]
        for c in own:
            c.single_odds = c.odds
        # The parts of a term are not rivals of the whole term.
        set_in_place(
            own, own, self._wanted_outside, self.ja, self.english, self.runs, self.widths, self._listed.parted, {}
        )
        self.candidates = [*own, *short_forms(own, self.target), *named_in_english(own, self.english)]
        self.candidates += equated(self.candidates, self.english)
        of_the_whole(self.candidates, self._listed.term, self.widths)
        beside_its_own(self.candidates, self.english)

    def _whole(self, together: bool) -> dict[tuple[int, int, int, int], Candidate]:
        """Return the candidates for the whole term by their places: those of its headword, then those joined from its parts."""
        run, size = self.runs[0], sum(self.widths)
        whole: dict[tuple[int, int, int, int], Candidate] = {}
        # Where the text has the whole name of a person, `person` judges its halves: others may share the family name.
        is_named = any(
            _AGAIN in c.features or (PERSON.name in c.features and c.covered >= size) for c in self.found.get(run, ())
        )
        for found in self._by_sentence():
            for c in [c for there in found.values() for c in there]:
                c.single_odds = c.odds
            whole.update({c.place: c for c in found.get(run, ())})
            for c in self._composed(found) if together else ():
                if c.place not in whole and (c.covered >= size or not is_named):
                    describe(c, self.english, self.ja, self._listed.parted)
                    whole[c.place] = c
        return whole

    def _composed(self, found: Mapping[Range, Sequence[Candidate]]) -> list[Candidate]:
        """Return candidates for the whole term that are joined from the candidates of its parts."""
        if not self._listed.may_be_composed:
            return []
        joined = compounds(self.runs[0], found, self.english, self.widths, self._is_joinable, KEPT_OF_GIVEN)
        return [c for c in joined if (c.a, c.b) == self.runs[0] and not self._cuts_name(c)]

    def _cuts_name(self, c: Candidate) -> bool:
        """Return whether characters of a person's name are not rendered: 渡辺謙, in 渡辺謙一, is somebody else.

        Before a title, the family name suffices. Without a title, the kind `person` finds the family name.
        """
        named = [part for part in c.parts if part.b <= self._listed.end_of_person]
        last = max([part.b for part in named], default=0)
        is_whole = last == self._listed.end_of_person or (last == 1 and self._listed.end_of_name > 0)
        return not is_whole or sum(part.covered for part in named) < sum(self.widths[:last])

    def _by_sentence(self) -> Iterable[Mapping[Range, Sequence[Candidate]]]:
        """Return the candidates of each stretch, separately for each English sentence."""
        found: dict[int, dict[Range, list[Candidate]]] = {}
        for place, there in self.found.items():
            for c in there:
                if c.odds > HOPELESS:
                    found.setdefault(self.english.sentences[c.i], {}).setdefault(place, []).append(c)
        return found.values()

    def _look_ups(self) -> Sequence[LookUp]:
        return self._listed.look_ups

    def _most(self, given: bool) -> int | None:
        return None  # every mention counts

    def _guesses(self, sure: bool) -> Iterable[Kind]:
        skips_related = sure or self._is_sought_there  # a part that is only similar in meaning says too little
        return [kind for kind in self._guessers if kind is not RELATED] if skips_related else self._guessers

    def _near(self, look_up: LookUp, found: Nearby, middle: float) -> Sequence[Finding]:
        if (look_up.a, look_up.b) == self._listed.run:
            return found.everywhere
        if not self._is_sought_there and (
            len(found.everywhere) <= MOST_PLACES or self.found.keys() <= {self._listed.run}
        ):
            return found.everywhere
        near = self._near_found if self._is_sought_there else self._near_what_is_found()
        return [finding for finding in found.everywhere if finding.i in near]

    def _near_what_is_found(self) -> Set[int]:
        """Return the words around the candidates found so far: a frequent part of a term is searched for only there.

        The first part is searched for everywhere, because the whole term may have another name in other places.
        """
        for there in islice(self.found.values(), self._taken_in, None):
            self._near_found.update([k for c in there for k in range(c.i - _REACH, c.j + _REACH)])
        self._taken_in = len(self.found)
        return self._near_found


def mentioned(
    listed: Entry, target: Target, kinds: Sequence[Kind], together: bool = True, near: Collection[int] = ()
) -> Mentioned:
    """Return a term with all its candidates in an English text.

    The term has at least one morpheme. ``together`` says whether parts may be joined into compounds, and ``near`` has
    the words near which the parts may be; none if they may be anywhere.
    """
    found = Mentioned(listed, target, near)
    found.look_up(anywhere(), kinds)
    if found.found:
        found.propose(together)
    return found


@cache
def anywhere() -> Table:
    """Return the weights of a single headword's features that do not depend on its position."""
    return {name: weight for name, weight in packaged()["single"].items() if name not in PLACED}
