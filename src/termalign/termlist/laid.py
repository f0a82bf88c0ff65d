"""Names of organisations laid over a text: what their parts, and the whole names, make of the words that they are laid over."""

from collections.abc import Callable, Sequence
from typing import Final

from termalign.evidence.composition import DISTINCT_SHARE, ORDINARY_SHARE
from termalign.evidence.match import Match
from termalign.evidence.naming.legal_form import after_form
from termalign.evidence.naming.pieces import common_keys
from termalign.evidence.organisation import LEFT_OUT, in_longer_name
from termalign.termlist.answers import Answers
from termalign.termlist.bounds import Bounds
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT
from termalign.termlist.parts import composed, raise_to
from termalign.termlist.standing import LONG, Phrases

_WHOLE: Final = 0.99
_RULES: Final[Sequence[str]] = ("organisation", "organisation-part")


class LaidNames:
    """What may be enough of an organisation's name where it is laid over a text.

    Parameters
    ----------
    bounds : Bounds
        Of the text.
    hints : Hints
        What its keys say of nodes.
    answers : Answers
        What the matchers do.
    phrases : Phrases
        Where parts of compounds stand in it.
    words_at : callable
        The words of runs of capitalised words that hold one of some words, a bit each.
    """

    def __init__(
        self, bounds: Bounds, hints: Hints, answers: Answers, phrases: Phrases, words_at: Callable[[int], int]
    ) -> None:
        self._english = bounds.bitext.english
        self._circumstances = bounds.circumstances
        self._hints = hints
        self._answers = answers
        self._of = phrases.of
        self._surest = phrases.surest
        self._words_at = words_at
        self._laid_by_node: dict[int, Sequence[Match]] = {}
        self._alone: dict[tuple[int, int, int], bool] = {}

    def alone(self, node: int, share: int, length: int) -> bool:
        """Whether a part may be all that English has of an organisation's name.

        More of the name cannot make the part itself surer than it is as a name of its own.
        """
        key = (node, share, min(length, LONG))
        found = self._alone.get(key)
        if found is None:
            found = self._alone[key] = any(
                self._enough_laid(node, m, share / UNIT, length) for m in self._as_name(node)
            )
        return found

    def _as_name(self, node: int) -> Sequence[Match]:
        found = self._laid_by_node.get(node)
        if found is None:
            words = self._words_at(self._hints.where[node])
            found = self._laid_by_node[node] = tuple(self._answers.laid(node, words))
        return found

    def _enough_laid(self, node: int, m: Match, share: float, length: int) -> bool:
        legal = after_form(self._english, m.j) > m.j or m.j > max(part.j for part in m.parts)
        coverage = 1.0 - LEFT_OUT * (1.0 - share) if legal else share
        strength, rules = m.strength, _RULES[share < _WHOLE :]
        if share < _WHOLE and not self._beside_common(m):
            strength = in_longer_name(m.parts[0].strength, m.rule)
        beside: dict[str, float] = {}
        whole = coverage
        for s in self._of(node):
            if (s.i, s.j) == (m.i, m.j):
                power = DISTINCT_SHARE if s.distinct else ORDINARY_SHARE
                beside[s.kind] = max(beside.get(s.kind, 0.0), s.strength * share**power)
                whole = max(whole, share**power)
        kinds = list(beside.items())
        return any(
            self._circumstances.enough(
                [(f"name/{rule}", strength * coverage), *kinds], whole, m.i, m.j, True, 1, length
            )
            for rule in rules
        )

    def _beside_common(self, m: Match) -> bool:
        """Whether a word beside a name is one that many organisations bear, and may be the rest of it: Fast *Company*."""
        english = self._english
        return any(0 <= k < len(english) and english.stems[k] in common_keys() for k in (m.i - 1, m.j))

    def enough(
        self, node: int, words: int, there: Sequence[tuple[int, int]], weights: Sequence[int], length: int
    ) -> bool:
        """Whether an organisation's name may be enough where it is laid over some words, with what its parts say of the same.

        Parameters
        ----------
        node : int
            The name.
        words : int
            A bit each.
        there, weights, length
            As for `Phrases.together`.
        """
        for m in self._answers.laid(node, words):
            claims, coverage, parts = [(f"name/{m.rule}", m.strength * m.coverage)], m.coverage, len(m.parts)
            strengths, distinct, kinds = [0.0] * len(weights), False, set[str]()
            for part, mask in there:
                for s in self._of(part):
                    if m.i <= s.i and s.j <= m.j:
                        raise_to(strengths, mask, s.strength)
                        distinct |= s.distinct
                        kinds.add(s.kind)
            if kinds:
                share = sum([w for w, strength in zip(weights, strengths, strict=True) if strength]) / (
                    sum(weights) or 1
                )
                coverage = max(coverage, share ** (DISTINCT_SHARE if distinct else ORDINARY_SHARE))
                claims.append((self._surest(kinds), composed(strengths, weights, distinct)))
                parts = max(parts, sum(map(bool, strengths)))
            if self._circumstances.enough(claims, coverage, m.i, m.j, True, parts, length):
                return True
        return False
