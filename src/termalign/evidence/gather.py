"""All evidence for a term, gathered once a text: each matcher's claims, and what follows from them."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from termalign.effort import effort_of_pair
from termalign.english.function_words import CONJUNCTIONS, EMPTY, JOINING
from termalign.evidence.acronym import AcronymMatcher, abbreviated
from termalign.evidence.apposition import AppositionMatcher, sets_names_beside, supported
from termalign.evidence.bitext import Bitext
from termalign.evidence.called import PUBLIC_BODIES, titled_words, with_article, with_country
from termalign.evidence.cascade import Numbered, numbered, outdone
from termalign.evidence.clip import ClipMatcher
from termalign.evidence.composed import compose
from termalign.evidence.composition import Composition, Place, as_match, without_crossing
from termalign.evidence.elsewhere import Elsewhere
from termalign.evidence.generic import GenericMatcher, whole_names, with_generic
from termalign.evidence.gloss import GlossMatcher
from termalign.evidence.glossary import GlossaryMatcher
from termalign.evidence.grown import with_character
from termalign.evidence.in_english import said_in_english
from termalign.evidence.listed_name import ListedNameMatcher
from termalign.evidence.loanword import LoanwordMatcher
from termalign.evidence.match import Match, Matcher, strongest_first
from termalign.evidence.months import PERIODS
from termalign.evidence.name import NameMatcher
from termalign.evidence.naming.generics import is_era
from termalign.evidence.number import NumberMatcher
from termalign.evidence.organisation import OrganisationMatcher
from termalign.evidence.part_places import places
from termalign.evidence.related import RelatedMatcher
from termalign.evidence.romaji import RomajiMatcher
from termalign.evidence.semantic import Semantics
from termalign.evidence.sino_name import SinoNameMatcher
from termalign.evidence.term import Term
from termalign.evidence.title import TitleMatcher
from termalign.evidence.valued import SURE_VALUE, VALUES, Valued, agreeing, names_no_number, whole
from termalign.evidence.verbatim import VerbatimMatcher
from termalign.japanese.runs import DENYING
from termalign.lazy import lazy

#: Every kind of evidence that looks at a term by itself. The order does not matter; read it as a table of contents.
MATCHERS: tuple[Matcher, ...] = (
    GlossaryMatcher(),
    VerbatimMatcher(),
    RomajiMatcher(),
    NameMatcher(),
    ListedNameMatcher(),
    SinoNameMatcher(),
    GenericMatcher(),
    OrganisationMatcher(),
    TitleMatcher(),
    ClipMatcher(),
    LoanwordMatcher(),
    GlossMatcher(),
    RelatedMatcher(),
    AppositionMatcher(),
    AcronymMatcher(),
    NumberMatcher(),
)

#: What begins a clause, and renders no part of a compound, but for what is *since* then, 以来: 側 is no *while*.
_SUBORDINATING = CONJUNCTIONS - JOINING - {"since", "when"}
_SAID_BY = {"with": frozenset("付有連"), "for": frozenset("用向宛為対")}  # characters that mean such a word
_DENIED = 0.7  # of what surely says the contrary
_THOSE, _THOSE_STEM, _OF = "those", "that", "of"
_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
_NAMED_SO = frozenset({"glossary", "verbatim"})


class Claim(NamedTuple):
    """The English words ``i:j`` and every match that speaks for them, strongest first."""

    i: int
    j: int
    matches: tuple[Match, ...]


class Gatherer:
    """Evidence for the terms of one English text.

    Parameters
    ----------
    bitext : Bitext
        The English text.
    matchers : sequence of Matcher
        The kinds of evidence to ask.
    kinds : collection of str, optional
        The kinds of evidence that may speak for a link, compounds among them; all by default.
    barred : collection of int
        Words that render nothing: the Japanese that stands in the English text.
    semantics : Semantics, optional
        A sentence encoder's opinion, for what nothing else explains.
    elsewhere : Elsewhere, optional
        What other passages of the same document say.
    """

    def __init__(
        self,
        bitext: Bitext,
        matchers: Sequence[Matcher] = MATCHERS,
        kinds: Collection[str] | None = None,
        barred: Collection[int] = (),
        semantics: Semantics | None = None,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self.bitext = bitext
        self.semantics = semantics
        self._elsewhere = elsewhere
        self._matchers = tuple(matchers)
        self._numbered = numbered(self._matchers)
        self._kinds = kinds
        self._appositive = self.may_say("apposition")
        self._barred = frozenset(barred)
        self._memo: dict[Term, list[Match]] = {}
        self._places: dict[Term, list[Place]] = {}
        self._own_claims: dict[Term, list[Claim]] = {}
        self._compositions: dict[Term, list[Composition]] = {}
        self._effort = effort_of_pair()

    def passage(self, i: int, j: int, elsewhere: Elsewhere) -> "Gatherer":
        """Evidence in the words ``i:j`` alone, which are a text of their own, but for what is said `elsewhere`."""
        whole = self.bitext
        bitext = Bitext(whole.english.passage(i, j), whole.lexicon, whole.parallel, elsewhere.definitions)
        barred = [k - i for k in self._barred if i <= k < j]
        return Gatherer(bitext, self._matchers, self._kinds, barred, self.semantics, elsewhere)

    def asking(self, kinds: Collection[str]) -> "Gatherer":
        """Evidence in the same text, of those matchers alone that are of these kinds."""
        able = [matcher for matcher in self._matchers if matcher.kind in kinds]
        return Gatherer(self.bitext, able, self._kinds, self._barred)

    def matches(self, term: Term) -> list[Match]:
        """What each matcher says of the term as one piece."""
        found = self._memo.get(term)
        if found is None and not self._effort.allows_more():
            return []
        if found is None:
            found = []
            bitext, (first, later) = self.bitext, self._order
            for _, matcher in self.asked(term, first):
                found += matcher.match(term, bitext)
            if later and (left := later & ~outdone(self._numbered, term, found)):
                for _, matcher in self.asked(term, left):
                    found += matcher.match(term, bitext)
            if self._elsewhere is not None:
                found += self._elsewhere.matches(term, bitext)
            if found and term.is_quantity:
                found = agreeing(found, bitext)
            self._memo[term] = found
            self._effort.spend(1 + len(found))
        return found

    def asked(self, term: Term, wanted: int) -> Numbered:
        """Those of the matchers whose bits are `wanted` that can say anything of this term."""
        numbered = self._numbered
        return numbered.some(term.able(numbered, wanted))

    @lazy
    def _order(self) -> tuple[int, int]:
        """The bits of the matchers that are asked first, and of those that are asked only of what the others leave open.

        None where the English is no translation: an article goes on to call what it has named by other names.
        """
        later = self._wanted & self._numbered.guessing if self.bitext.parallel else 0
        return self._wanted & ~later, later

    @lazy
    def _wanted(self) -> int:
        """The bits of the matchers that can say anything of this text."""
        wanted = 0
        for needs, bits in self._numbered.by_needs:
            if getattr(self.bitext, needs):
                wanted |= bits
        return wanted

    def places(self, term: Term) -> list[Place]:
        """Where each part of the term stands."""
        found = self._places.get(term)
        if found is None:
            found = places(term, self.matches)
            if found:
                lexemes = self.bitext.english.lexemes
                empty = _SUBORDINATING if self.bitext.parallel else EMPTY  # in an article, 不 of 不起訴 is no *in*
                found = [
                    p
                    for p in found
                    if p.kind != "gloss"
                    or p.j - p.i > 1
                    or (lexemes[p.i].lower not in empty and not self._is_unsaid(p, term))
                ]
            if found and _THOSE_STEM in self.bitext.english.vocabulary:
                found = [p for p in found if not self._says_no_more(p)]
            if found and term.quantities:
                valued, pieces = self.valued(term), term.morphemes
                found = [p for p in found if not valued.bars(pieces[p.a].start, pieces[p.b - 1].end, p.i, p.j)]
            self._places[term] = found
        return found

    def _is_unsaid(self, place: Place, term: Term) -> bool:
        """Whether one character stands at what is done with it (保険*金*, *paid*) or what it does not say (*中*小, *with*)."""
        character = term.morphemes[place.a].surface
        if place.b - place.a > 1 or len(character) > 1:
            return False
        x, said = self.bitext.english.lexemes[place.i], place.forms[-1]
        if character in DENYING:
            return x.lower == "in" or place.strength < _DENIED
        if x.lower in _SAID_BY:
            return character not in _SAID_BY[x.lower]
        return x.past and x.lemma not in said and x.lower not in said

    def _says_no_more(self, place: Place) -> bool:
        """Whether a part stands at *those* of *those of*, and is nobody who: 犠牲者, bones believed to be *those* of victims."""
        lexemes = self.bitext.english.lexemes
        return [x.lower for x in lexemes[place.i : place.j + 1]] == [_THOSE, _OF]

    def valued(self, term: Term) -> Valued:
        """What the quantities in a term bar their own parts from."""
        return Valued(term, self.matches(term), self.bitext)

    def compositions(self, term: Term) -> list[Composition]:
        """Stretches of English that parts of the term cover; of a quantity only where its value is said."""
        found = self._compositions.get(term)
        if found is None:
            found = self._compositions[term] = self._composed(term)
        return found

    def _composed(self, term: Term) -> list[Composition]:
        found = compose(term, self.bitext, self.places(term))
        if not found or not term.quantities:
            return found
        said = [m for m in self.matches(term) if m.kind in VALUES]
        if term.is_quantity and term.quantities[0].kind == "streak":  # 7連勝, won its *seventh straight game*
            return [c for c in found if any(m.i <= c.i and c.j <= m.j for m in said)]
        if term.is_quantity:  # 2割 is no "2 percent"
            return [c for c in found if any(m.i < c.j and c.i < m.j for m in said)]
        if term.surface.endswith(PERIODS) and any(m.coverage == 1.0 and m.strength >= SURE_VALUE for m in said):
            return [c for c in found if c.b - c.a < len(term.morphemes)]
        return found

    @property
    def kinds(self) -> Collection[str] | None:
        """The kinds of evidence that may speak for a link; all if None."""
        return self._kinds

    @property
    def elsewhere(self) -> Elsewhere | None:
        """What other passages of the same document say."""
        return self._elsewhere

    def may_say(self, kind: str) -> bool:
        """Whether this kind of evidence may speak for a link."""
        return self._kinds is None or kind in self._kinds

    def claims(self, term: Term) -> list[Claim]:
        """What speaks for the term as one piece or as a compound, gathered by English words."""
        found = list(self.matches(term))
        if len(term.morphemes) > 1:
            found += [as_match(term, c) for c in self.compositions(term)]
        if found and term.is_quantity:
            found = whole(found)
        elif found and names_no_number(term):
            found = [m for m in found if m.kind in _NAMED_SO or not self.bitext.is_numeral(m.i, m.j)]
        return self.gathered(term, found)

    def own_claims(self, term: Term) -> list[Claim]:
        """What speaks for the term as one piece, gathered by English words."""
        found = self._own_claims.get(term)
        if found is None:
            found = self._own_claims[term] = self.gathered(term, self.matches(term))
        return found

    def gathered(self, term: Term, matches: Sequence[Match]) -> list[Claim]:
        """Matches with what follows from them, grouped by the English words they claim."""
        if not matches:
            return []
        bitext = self.bitext
        found = with_article(matches, bitext) if self._titled else list(matches)
        if len(found) > 1 and len(term.morphemes) > 1:
            found = without_crossing(found)
        if grown := list(with_generic(term, found, bitext)):
            found = whole_names(found, grown, is_era(term.surface))
        if term.surface.endswith(PUBLIC_BODIES):
            found += list(with_country(term, found, bitext))
        found += with_character(term, found, bitext)
        if bitext.acronyms:
            found += list(abbreviated(bitext, found))
        if self._appositive:
            if self._sets_names_beside:
                found += list(supported(bitext, found))
            if bitext.says_in_english:
                found += said_in_english(bitext, found)
        by_words: dict[tuple[int, int], list[Match]] = {}
        for match in found if self._kinds is None and not self._barred else filter(self._may_count, found):
            by_words.setdefault(match[:2], []).append(match)
        return [
            _new(Claim, (i, j, strongest_first(group) if len(group) > 1 else tuple(group)))
            for (i, j), group in sorted(by_words.items())
        ]

    @lazy
    def _titled(self) -> bool:
        """Whether the text has titles that an article is part of."""
        return bool(titled_words(self.bitext))

    @lazy
    def _sets_names_beside(self) -> bool:
        return sets_names_beside(self.bitext)

    @lazy
    def defines(self) -> bool:
        """Whether the text, or another passage of its document, may define short forms."""
        return bool(self._elsewhere is not None or self.bitext.acronyms)

    def _may_count(self, match: Match) -> bool:
        """Whether this kind of evidence may speak, and for these words."""
        if self._kinds is not None and match.kind not in self._kinds:
            return False
        return self._barred.isdisjoint(range(match.i, match.j))
