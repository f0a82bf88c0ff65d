"""A Japanese and an English text, analysed, with all candidates for the Japanese noun runs."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType

from termalign.decide.rivals import NOTHING
from termalign.decide.setting import named, set_in_place
from termalign.decide.turns import set_turns
from termalign.decide.weights import Table, log_odds
from termalign.effort import effort_of_pair
from termalign.english.capitals import Name
from termalign.japanese.light_nouns import formal_nouns
from termalign.japanese.text import JapaneseText
from termalign.kinds.gloss import GLOSS
from termalign.kinds.kind import Features, Finding, Kind
from termalign.kinds.meanings import stems
from termalign.kinds.number import NUMBER
from termalign.kinds.registry import REGISTRY
from termalign.kinds.related import RELATED
from termalign.kinds.remembered import headword, remembered
from termalign.learned import Model
from termalign.learned.phrases import phrase_at
from termalign.learned.renderings import Stems
from termalign.names.legal_form import whole_form
from termalign.once import once
from termalign.propose.against_glossary import against_glossary, as_in_glossary
from termalign.propose.borders import borders_within
from termalign.propose.candidate import HOPELESS, Candidate, likeliest
from termalign.propose.compounds import KEPT, KEPT_OF_GIVEN, compounds, describe
from termalign.propose.contradictions import Contradictions
from termalign.propose.coordinated import without_coordinated
from termalign.propose.defined_alike import defined_alike
from termalign.propose.denied_meanings import denies
from termalign.propose.growth import grown, may_grow
from termalign.propose.lookups import LookUp, look_ups
from termalign.propose.nearby import NOWHERE, Nearby
from termalign.propose.proposed_runs import Range, merged
from termalign.propose.quoted_titles import titled
from termalign.propose.said_twice import BRACKETS, without_crossed
from termalign.propose.shapes import shape
from termalign.quantities import Quantity, japanese_quantities
from termalign.target.target import Target
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache

_MOST, _MOST_OF_GIVEN = 4, 16  # candidates kept for one headword


@once
def _findings(target: Target) -> defaultdict[Kind, dict[Term, Nearby]]:
    """Return the cache of findings in an English text, by kind of evidence and headword. Listed terms share many headwords."""
    return defaultdict(dict)


def said_by(predicates: Iterable[Candidate]) -> dict[int, float]:
    """Return the words that candidates of one word each may render, with the best log odds for each word."""
    found: dict[int, float] = {}
    for c in predicates:
        found[c.i] = max(c.odds, found.get(c.i, c.odds))
    return found


Place = tuple[int, int, int, int]
"""Morphemes and words, half-open."""

Offered = Mapping[Kind, Set[str]]
"""Kinds of evidence for which an English text has keys, with these keys."""


def _offered(target: Target, kinds: tuple[Kind, ...]) -> Offered:
    """Return the kinds of evidence for which a text has keys, with the keys; computed once for each text."""
    known = _all_offered(target)
    if kinds not in known:
        known[kinds] = {kind: keys for kind in kinds if (keys := kind.text_keys(target))}
    return known[kinds]


@once
def _all_offered(target: Target) -> dict[tuple[Kind, ...], Offered]:
    return {}


class Pair:
    """Two texts with the candidates between them.

    ``runs`` are the stretches of morphemes to find English for, in order. ``given`` are the runs that the user gave as
    terms. ``whole`` are the runs that are glossary terms, which are rendered as a whole or not at all. ``titles`` are
    phrases in quotation marks that may be titles. ``undivided`` are all glossary terms, also within runs; no link crosses
    their ends. ``quantities`` are those of the Japanese, if they are known already. ``guesses`` says whether there may be
    candidates without evidence of their own.
    """

    def __init__(
        self,
        ja: JapaneseText,
        target: Target,
        terms: TermCache,
        runs: Sequence[Range],
        given: Collection[Range] = (),
        whole: Collection[Range] = (),
        quantities: Sequence[Quantity] | None = None,
        titles: Mapping[Range, Sequence[Name]] = MappingProxyType({}),
        undivided: Collection[Range] = (),
        guesses: bool = True,
    ) -> None:
        self.ja, self.target, self.english, self.terms = ja, target, target.english, terms
        self.runs, self.given, self.whole = runs, frozenset(given), frozenset(whole)
        self._undivided = undivided
        self.guesses = guesses
        self._titles = titles
        self._ends_of_given = {k: b for a, b in given for k in range(a, b)}
        self._read = quantities
        self.widths = ja.widths
        self.candidates: list[Candidate] = []
        self.found: dict[Range, list[Candidate]] = {}
        self.predicates: list[Candidate] = []
        self.predicated: Mapping[int, float] = {}
        self._offered: Offered = {}
        self._reliable: Sequence[Kind] = ()
        self._guessers: Sequence[Kind] = ()
        self._special: Sequence[Kind] = ()
        self._guessing = False
        self._findings = _findings(target)
        self._said: dict[Range, frozenset[str]] = {}
        self._effort = effort_of_pair()
        self._model = terms.lexicon.model
        self._phrases: dict[Range, Stems] = {}

    @cached_property
    def quantities(self) -> Sequence[Quantity]:
        """Return the numbers, dates and amounts of the Japanese."""
        return japanese_quantities(self.ja.text) if self._read is None else self._read

    @property
    def judged(self) -> Sequence[Candidate]:
        """Return the candidates that are judged in context: all of them."""
        return self.candidates

    def look_up(self, weights: Table, kinds: Iterable[Kind] = REGISTRY, guessing: bool = False) -> None:
        """Find the candidates of each headword by each kind of evidence.

        ``weights`` are those of the features of single headwords. With ``guessing``, the kinds that guess are used for
        every headword, not only where nothing better is found.
        """
        if not len(self.english):
            return
        self._guessing = guessing
        self._offered = _offered(self.target, tuple(kinds))
        self._reliable = [kind for kind in self._offered if kind in REGISTRY and not kind.guess]
        self._guessers = [kind for kind in self._offered if kind in REGISTRY and kind.guess]
        self._special = [kind for kind in self._offered if kind not in REGISTRY]
        for look_up in self._look_ups():
            if not self._effort.allows_more():
                return
            found = self._by_itself(look_up, weights)
            if found:
                self.found[look_up.a, look_up.b] = found

    def _look_ups(self) -> Iterable[LookUp]:
        return look_ups(self.ja, self.runs, self.quantities, self.terms)

    def look_up_predicates(self, weights: Table) -> None:
        """Find the English words that may render verbs, adjectives and adverbs of the Japanese, with their log odds."""
        for k in self.ja.predicates if GLOSS in self._offered else ():
            term = self.terms.at(self.ja, k, k + 1)
            for c in self._compared(LookUp(k, k + 1, term, True), (GLOSS,), weights):
                if c.j == c.i + 1 and c.odds > HOPELESS:
                    self.predicates.append(c)
        self.predicated = said_by(self.predicates)

    def of_word(self, k: int, weights: Table) -> list[Candidate]:
        """Return candidates for morpheme ``k``, in a run or not, from dictionaries and from words of similar meaning."""
        term = self.terms.at(self.ja, k, k + 1)
        found = self._compared(LookUp(k, k + 1, term, True), (GLOSS, RELATED), weights)
        best = sorted(likeliest(found).values(), key=attrgetter("odds"), reverse=True)
        return [c for c in best[:_MOST] if c.odds > HOPELESS]

    def propose(self, together: bool = True) -> None:
        """Make all candidates: join parts, grow candidates, and add features of their context.

        ``together`` says whether parts may be joined into compounds.
        """
        shapes = {k: shape(self.terms.at(self.ja, k, k + 1)) for a, b in self.runs if b - a > 1 for k in range(a, b)}
        parted = borders_within(self.ja, self.runs, self.quantities, shapes)
        distinct = {c.place: c for found in self.found.values() for c in found}
        if together:
            self._put_together(distinct, parted)
            self._put_titles(distinct, parted)
        self._grow(distinct)
        if self.guesses:
            self._put_defined(distinct)
        self._propose_more(distinct)
        able = without_crossed([*distinct.values()], self.ja, self.english)
        able = [*without_coordinated(able, self.runs, self.ja, self.english)]
        if self.whole or self._undivided:
            able = [c for c in able if not self._is_piece(c)]
        self.candidates = self.without_contradictions(able)
        for c in self.candidates:
            c.single_odds = c.odds
        if self._model is not None:
            self._remember(self._model)
        set_in_place(
            self.judged,
            self.candidates,
            self._wanted_outside,
            self.ja,
            self.english,
            self.runs,
            self.widths,
            parted,
            self.predicated,
        )
        set_turns(self.judged, self.ja, self.english)

    def _put_together(self, distinct: dict[Place, Candidate], parted: Mapping[int, str]) -> None:
        """Add the compounds that the parts of a run form, by place."""
        for run in self.runs:
            if run[1] - run[0] > 1:
                kept = KEPT_OF_GIVEN if run in self.given else KEPT
                for c in compounds(run, self.found, self.english, self.widths, self._is_joinable, kept):
                    if c.place not in distinct:
                        describe(c, self.english, self.ja, parted)
                        distinct[c.place] = c

    def _put_titles(self, distinct: dict[Place, Candidate], parted: Mapping[int, str]) -> None:
        """Add the titles that the English renders by a name, by place. Each is a run, whose parts have no links of their own."""
        for title, names in self._titles.items():
            own = titled(title, names, [*distinct.values(), *self.predicates], self.ja, self.english)
            if not own:
                continue
            self.runs = merged([*self.runs, title])
            for place in [place for place, c in distinct.items() if not c.beside(title)]:
                del distinct[place]
            for c in own:
                describe(c, self.english, self.ja, parted)
                distinct[c.place] = c

    def _put_defined(self, distinct: dict[Place, Candidate]) -> None:
        """Add the terms for which both texts define the same short form, by place."""
        for (a, b), (i, j) in defined_alike(self.runs, self.ja, self.target):
            new = Candidate(a, b, i, j, "context", {"bias": 1.0}, covered=sum(self.widths[a:b]))
            distinct.setdefault(new.place, new).features["defined alike"] = 1.0

    def _grow(self, distinct: dict[Place, Candidate]) -> None:
        """Add the wider candidates to which the candidates grow, by place. A title does not grow."""
        for c in list(distinct.values()):
            given = (c.a, c.b) in self.given
            if may_grow(c, given) and (c.a, c.b) not in self._titles:
                skipped = c.covered < sum(self.widths[c.a : c.b])
                for new in grown(c, self.english, skipped, self._says, given):
                    distinct.setdefault(new.place, new)

    def _is_joinable(self, c: Candidate) -> bool:
        """Return whether a headword's candidate may be joined with those of other headwords.

        A word of similar meaning may not if it renders a verb, an adjective or an adverb of the Japanese, or if it stands for
        a noun that hardly means anything: the 物 of 樹脂組成物 is not *contains* or *preferably*.
        """
        if RELATED.name not in c.features:
            return True
        of_predicate = any(self.predicated.get(k, HOPELESS) > 0 for k in range(c.i, c.j))
        return not of_predicate and self.ja.surface(c.a, c.b) not in formal_nouns()

    def _wanted_outside(self, words: range) -> float:
        """Return the log odds of the best candidate that renders other Japanese by one of the words; here there is none."""
        return NOTHING

    def _propose_more(self, distinct: dict[Place, Candidate]) -> None:
        """Add further candidates that a situation proposes, by place."""

    def _by_itself(self, look_up: LookUp, weights: Table) -> list[Candidate]:
        """Return the candidates that all kinds of evidence find for one headword, best first."""
        given = look_up.b <= self._ends_of_given.get(look_up.a, 0)  # the headword begins a given term, or lies in one
        found = self._compared(look_up, self._reliable, weights)
        sure = max([c.odds for c in found], default=HOPELESS) > 0
        asks_guessers = given or not sure or self._guessing
        found += self._compared(look_up, self._guesses(sure) if asks_guessers else (), weights)
        for kind in self._special:
            found += self._compared(look_up, (kind,), weights)
        if not found:
            return found
        kept = sorted(likeliest(found).values(), key=attrgetter("odds"), reverse=True)[: self._most(given)]
        return kept if given else [c for c in kept if c.odds > HOPELESS]

    def _guesses(self, sure: bool) -> Iterable[Kind]:
        """Return the kinds of evidence that guess; ``sure`` if good candidates are known."""
        return self._guessers

    def _most(self, given: bool) -> int | None:
        """Return the number of candidates to keep for one headword, which may belong to a given term; None means all."""
        return _MOST_OF_GIVEN if given else _MOST

    def _found_by(self, kind: Kind, term: Term) -> Nearby:
        """Return the findings of a kind of evidence for a headword in the whole text, computed once for all its mentions."""
        known = self._findings[kind]
        found = known.get(term)
        if found is None:
            findings = kind.findings(term, self.target)
            found = known[term] = Nearby(findings) if findings else NOWHERE
        return found

    def _near(self, look_up: LookUp, found: Nearby, middle: float) -> Sequence[Finding]:
        """Return the findings that a mention of a headword, with its middle at ``middle`` of the text (0 to 1), may refer to."""
        return found.to(middle * len(self.english.forms))

    def span_of(self, a: int, b: int) -> tuple[int, int]:
        """Return the folded code points of the morphemes ``a:b``."""
        return self.ja.morphemes[a].start, self.ja.morphemes[b - 1].end

    def offsets(self, a: int, b: int) -> tuple[int, int]:
        """Return the raw code points of the morphemes ``a:b``."""
        return self.ja.folded.raw_span(*self.span_of(a, b))

    def middle(self, a: int, b: int) -> float:
        """Return the position of the middle of the morphemes ``a:b`` in the Japanese, 0 to 1."""
        first, last = self.ja.morphemes[a], self.ja.morphemes[b - 1]
        return (first.start + last.end) / 2 / len(self.ja.text)

    def _compared(self, look_up: LookUp, kinds: Iterable[Kind], weights: Table) -> list[Candidate]:
        """Return the candidates that the given kinds of evidence find for a headword."""
        a, b, term, listed = look_up
        english = self.english
        found = []
        for kind in kinds:
            if kind not in self._offered or not (listed or kind.of_unlisted):
                continue
            if self._offered[kind].isdisjoint(kind.term_keys(term)):
                continue
            if kind is RELATED and (a, b) in self.whole:
                continue  # the glossary says how it is rendered, so a similar word is wrong
            findings = self._found_by(kind, term)
            if findings is NOWHERE:
                continue
            middle, width = self.middle(a, b), sum(self.widths[a:b])
            for finding in self._near(look_up, findings, middle):
                i, j = english.undivided(*whole_form(english, *english.with_adverb(finding.i, finding.j)))
                features = self._shared(i, j, term, middle)
                features[kind.name] = 1.0
                for name, value in finding.features.items():
                    if value:
                        features[named(kind.name, name)] = value
                odds, left = log_odds(weights, features), finding.features.get("left over", 0.0)
                judged = Finding(*finding[:-1], odds)
                c = Candidate(a, b, i, j, finding.kind, features, term, [judged], (), odds, round(width * (1 - left)))
                c.word = listed and not left
                found.append(c)
        self._effort.spend(1 + len(found))
        return found

    def _shared(self, i: int, j: int, term: Term, middle: float) -> Features:
        """Return the features of a headword's candidate that do not depend on the kind of evidence.

        ``middle`` is the position of the headword in the Japanese, 0 to 1.
        """
        english, surface = self.english, term.surface
        features = {
            "bias": 1.0,
            "characters": math.log(len(surface)),
            "off place": abs((i + j) / 2 / len(english.forms) - middle),
        }
        if len(surface) == 1 and term.has_kanji:
            features["one kanji"] = 1.0
        if english.capitalised[i] and not english.opens_sentence(i):
            proper = term.proper or term.katakana or surface.isascii()
            features["capital of a name" if proper else "capital of a common noun"] = 1.0
        known = headword(term) if self._model is not None else None
        if known is not None:
            features.update(remembered(known, self._phrase(i, j)))
        return features

    def _remember(self, model: Model) -> None:
        """Add the learned model's features to joined and grown candidates; those that were looked up already have them."""
        looked_up = {id(c) for found in self.found.values() for c in found}
        for c in self.candidates:
            if id(c) not in looked_up:
                known = headword(c.term) if c.term else model.get(self.ja.surface(c.a, c.b))
                if known is not None:
                    c.features.update(remembered(known, self._phrase(c.i, c.j)))

    def _phrase(self, i: int, j: int) -> Stems:
        """Return English words in the form that a learned model uses."""
        found = self._phrases.get((i, j))
        if found is None:
            found = self._phrases[i, j] = phrase_at(self.english, i, j)
        return found

    def _says(self, c: Candidate, key: str) -> bool:
        """Return whether a word with this stem may render part of the candidate's Japanese."""
        said = self._said.get((c.a, c.b))
        if said is None:
            last = self.terms.said_last(self.ja.morphemes[c.b - 1].surface[-1])
            said = last.union(*[stems(self.terms.at(self.ja, k, k + 1)) for k in range(c.a, c.b)])
            self._said[c.a, c.b] = said
        return key in said

    def without_contradictions(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Return the candidates whose English is whole, and contradicts neither the Japanese nor a glossary."""

        def numbers(a: int, b: int) -> Sequence[Finding]:
            return self._found_by(NUMBER, self.terms.at(self.ja, a, b)).everywhere

        # Not kept: the pair would hold a function that holds the pair, and memory would wait for the garbage collector.
        contradictions = Contradictions(self.ja, self.quantities, self.target, numbers)
        has_glossary, has_quantities = bool(self.terms.lexicon.glossary_entries), bool(self.target.quantities)

        def is_able(c: Candidate) -> bool:
            if has_glossary:
                term = self.terms.at(self.ja, c.a, c.b)
                if as_in_glossary(c, term, self.target):
                    return True
                if against_glossary(c, term, self.target):
                    return False
            if self._is_broken(c) or (has_quantities and contradictions.among(c)):
                return False
            return not denies(c, self.ja, self.english, self.terms)

        return [c for c in candidates if is_able(c)]

    def _is_broken(self, c: Candidate) -> bool:
        """Return whether the English cuts a hyphenated word or a bracket, or runs into a bracket that the Japanese lacks.

        Such a bracket renders the term again: *Chinese Lions (Karajishi-zu byōbu)* are two renderings.
        """
        if self.english.is_broken(c.i, c.j):
            return True
        if not self.english.has_brackets or not self.english.ends_in_bracket(c.i, c.j):
            return False
        return not any(m.surface in BRACKETS for m in self.ja.morphemes[c.a : c.b])

    def _is_piece(self, c: Candidate) -> bool:
        """Return whether a candidate overlaps a glossary term without being it, or renders less than all of it.

        Within a run, a candidate may be part of a glossary term or contain one.
        """
        for a, b in self.whole:
            if c.a < b and a < c.b:
                return (a, b) != (c.a, c.b) or c.covered < sum(self.widths[a:b])
        return any(c.a < a < c.b < b or a < c.a < b < c.b for a, b in self._undivided)
