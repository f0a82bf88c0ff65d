"""Evidence for the terms of a prepared list: of each term only the matchers are asked that its keys give a reason for."""

import functools
import operator
from collections.abc import Callable, Sequence

from termalign.evidence import full_forms
from termalign.evidence.clip import ClipMatcher
from termalign.evidence.composition import Composition
from termalign.evidence.gather import Claim, Gatherer
from termalign.evidence.loanword import MOST_WORDS, LoanwordMatcher
from termalign.evidence.match import Match, Matcher
from termalign.evidence.naming.legal_form import has_form
from termalign.evidence.organisation import OrganisationMatcher
from termalign.evidence.related import RelatedMatcher
from termalign.evidence.term import Term
from termalign.lazy import lazy
from termalign.termlist.asks import LOANWORD, ORGANISATION, RELATED, asked
from termalign.termlist.hints import Hints
from termalign.termlist.index import Index
from termalign.termlist.room import Room, is_put_together
from termalign.termlist.search import Search

_ORGANISATIONS = OrganisationMatcher()


class ListGatherer(Gatherer):
    """A gatherer that asks the costlier matchers only of the terms, and where it can at the words, that the text suggests."""

    _search: Search
    _organisation: Sequence[int]
    _told: dict[str, list[int]]
    _reasons: dict[str, int]
    _heard: dict[str, int]
    _laid: dict[str, int]
    _room: Room | None

    def be_told(self, search: Search, index: Index, surface: Callable[[int], str], room: Room | None) -> None:
        """Take what the keys of the text say of the nodes of a list, and what there is `room` for in a long one."""
        self._room = room
        self._search = search
        self._organisation = index.organisation
        # By the text of all that is written so, however it is cut.
        self._told, self._reasons, self._heard, self._laid = {}, {}, {}, {}
        organisation = index.organisation
        for node, reason in search.hints.reasons.items():
            if reason or organisation[node]:
                self._told.setdefault(surface(node), []).append(node)

    def _reasons_for(self, surface: str) -> int:
        """The costlier matchers to ask of what is written so."""
        found = self._reasons.get(surface)
        if found is None:
            nodes, hints = self._told.get(surface, ()), self._search.hints
            found = ORGANISATION if nodes else 0
            for node in nodes:
                found |= hints.reasons[node]
            if found & LOANWORD:
                self._heard[surface] = functools.reduce(operator.or_, [sum_of_places(hints, node) for node in nodes])
            named = [node for node in nodes if self._organisation[node]]
            if named and surface not in self._laid:
                laid_at = self._search.compounds.laid_at
                self._laid[surface] = functools.reduce(operator.or_, map(laid_at, named))
                if not self._laid[surface] and not self._search.compounds.whole_is_name:
                    found &= ~ORGANISATION
            self._reasons[surface] = found
        return found

    def _heard_at(self, surface: str) -> int:
        """A bit for each word at which what is written so may be heard."""
        self._reasons_for(surface)
        return self._heard.get(surface, 0)

    def lay(self, surface: str, words: int) -> None:
        """Look for a compound as an organisation's name at these words alone, a bit each."""
        self._laid[surface] = self._laid.get(surface, 0) | words if surface in self._fixed else words
        self._fixed.add(surface)
        reasons = self._reasons_for(surface)
        self._reasons[surface] = reasons | ORGANISATION if self._laid[surface] else reasons & ~ORGANISATION

    def matches(self, term: Term) -> list[Match]:
        """What each matcher that has a reason says of the term as one piece."""
        found = self._memo.get(term)
        if found is None:
            reasons = self._reasons_for(term.surface)
            found = self._memo[term] = []
            later: Matcher | None = None
            for _, matcher in self.asked(term, self._wanted & self._given_reason(reasons)):
                if isinstance(matcher, RelatedMatcher) and self._room is not None and not reasons & RELATED:
                    later = matcher
                elif isinstance(matcher, LoanwordMatcher):
                    found += matcher.match_from(term, self.bitext, self._starts(self._heard_at(term.surface)))
                elif isinstance(matcher, ClipMatcher):
                    found += matcher.match_through(term, self.bitext, self._of_full_form)
                elif isinstance(matcher, OrganisationMatcher):
                    found += self.laid(term, self._laid.get(term.surface, -1))
                else:
                    found += matcher.match(term, self.bitext)
            if later is not None and found:  # what is too weak to be looked for may speak for what something else does
                found += later.match(term, self.bitext)
            if self._room is not None:
                found = self._memo[term] = self._room.possible(term, found)
        return found

    def laid(self, term: Term, words: int) -> Sequence[Match]:
        """Where a term is laid over some words, a bit each, as an organisation's name."""
        found = self._laid_over.get((term, words))
        if found is None:
            found = self._laid_over[term, words] = tuple(_ORGANISATIONS.match_at(term, self.bitext, words))
        return found

    def _of_full_form(self, term: Term) -> list[Match]:
        """What speaks for what a term is short for, or for a part of that: by sound at the words that the keys give."""
        found = self._full_forms.get(term)
        if found is None:
            found = self._full_forms[term] = []
            for matcher in full_forms.asked(term):
                if isinstance(matcher, LoanwordMatcher):
                    found += matcher.match_from(term, self.bitext, self._starts(self._heard_at(term.surface)))
                else:
                    found += matcher.match(term, self.bitext)
        return found

    def compositions(self, term: Term) -> list[Composition]:
        """Stretches of English that parts of the term cover."""
        if self._room is not None and not is_put_together(term.surface, (m.surface for m in term.morphemes)):
            return []
        return super().compositions(term)

    def claims(self, term: Term) -> list[Claim]:
        """Everything that speaks for the term, by the English words."""
        found = super().claims(term)
        if found and self._room is not None and has_form(term.surface):
            return self._room.named(found)
        return found

    def _given_reason(self, reasons: int) -> int:
        """The bits of the matchers that there is a reason to ask; the others are not even asked whether they apply."""
        found = self._by_reasons.get(reasons)
        if found is None:
            found = sum(bit for bit, matcher in self._numbered if asked(matcher, reasons, self._room is not None))
            self._by_reasons[reasons] = found
        return found

    def _starts(self, places: int) -> frozenset[int]:
        """The words that something begins with which may be heard at some places, or be a rival to what is heard there."""
        found = self._by_places.get(places)
        if found is None:
            near = places
            for _ in range(MOST_WORDS - 1):
                near |= near >> 1
            found = self._by_places[places] = frozenset(k for k in range(near.bit_length()) if near >> k & 1)
        return found

    @lazy
    def _full_forms(self) -> dict[Term, list[Match]]:
        return {}

    @lazy
    def _laid_over(self) -> dict[tuple[Term, int], Sequence[Match]]:
        return {}

    @lazy
    def _fixed(self) -> set[str]:
        """The compounds of which it is known where they may be laid."""
        return set()

    @lazy
    def _by_reasons(self) -> dict[int, int]:
        return {}

    @lazy
    def _by_places(self) -> dict[int, frozenset[int]]:
        return {}


def sum_of_places(hints: Hints, node: int) -> int:
    """A bit for each word at which a node may be heard."""
    places = 0
    for where, _, reason in hints.said[node]:
        if reason & LOANWORD:
            places |= where
    return places
