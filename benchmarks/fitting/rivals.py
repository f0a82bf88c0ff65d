"""The candidates of given terms, which compete with each other: the weights that they are weighed by, fitted on some of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from benchmarks.fitting.analysis import Analyser, places
from benchmarks.fitting.given_terms import WEIGHTS, GivenTerm
from benchmarks.fitting.listwise import fit, vector
from benchmarks.fitting.regression import Example, Examples
from benchmarks.spans import closeness, right_spans
from termalign.decide.weights import Table
from termalign.situations.given import considered, standing

STRENGTH = 2.0
"""How much evidence it takes to move a weight away from that of the stage ``together``."""
_UNFOUND = 0.3  # for how much a term counts whose rendering is no candidate, so that nothing seems right
_LEAST, _DECIMALS = 0.02, 3  # of a weight
_NEAR = 0.5  # what its English has in common with what is right


class Answered(NamedTuple):
    """What was chosen for a term: its log odds, and whether it is right to the letter, or nearly."""

    odds: float
    right: bool
    near: bool


class Rivals:
    """Fits the stage ``given`` on terms, or on some of them, and says what it makes of others.

    Parameters
    ----------
    terms : sequence of GivenTerm
        What there is to fit on; each is known by its number.
    analyser : Analyser
        What makes pairs of their texts.
    stages : sequence of mapping of str to mapping
        For each term the weights of the other stages, fitted without its document: their odds are features, and those of a
        document that was fitted on are surer than they will be of any other.
    """

    def __init__(self, terms: Sequence[GivenTerm], analyser: Analyser, stages: Sequence[Mapping[str, Table]]) -> None:
        self.terms, self.analyser, self.stages = terms, analyser, stages
        self._spans: list[tuple[int, int]] = []
        self._near: list[bool] = []

    def fitted(self, before: Table, kept: Callable[[str], bool] = lambda document: True) -> dict[str, float]:
        """The weights, drawn towards those of the stage `before` and fitted on the terms of the documents that are `kept`."""
        numbers = {n for n, term in enumerate(self.terms) if kept(term.text.document)}
        found = fit(self.examples.among(numbers), STRENGTH, before)
        summed = {name: before.get(name, 0.0) + found.get(name, 0.0) for name in {**before, **found}}
        return {name: round(weight, _DECIMALS) for name, weight in sorted(summed.items()) if abs(weight) >= _LEAST}

    def answers(self, given: Table, numbers: frozenset[int]) -> dict[int, Answered]:
        """What these weights choose for some of the terms; a term without candidates is left out."""
        odds = self.examples.features @ vector(given, self.examples)
        found = {}
        for n in numbers & {int(text) for text in self.examples.text}:
            rows = np.flatnonzero(self.examples.text == n)
            best = rows[np.argmax(odds[rows])]
            each = standing(self._spans[best], [self._spans[k] for k in rows], odds[rows].tolist())
            found[n] = Answered(each, bool(self.examples.right[best]), self._near[best])
        return found

    @cached_property
    def examples(self) -> Examples:
        """The candidates of every term."""
        return Examples.of(x for n, term in enumerate(self.terms) for x in self._of(n, term))

    @property
    def right(self) -> set[int]:
        """The numbers of the terms one of whose candidates is right."""
        return {int(n) for n in self.examples.text[self.examples.right > 0]}

    def _of(self, n: int, term: GivenTerm) -> Iterator[Example]:
        stages = self.stages[n]
        pair = self.analyser.given(term.text, stages)
        [(_, spans)] = term.text.terms
        known = right_spans(term.text.en, spans)
        judged = [(c, bool(term.text.right(*places(pair, c)))) for c in considered(pair, stages)]
        unfound = term.rendered and not any(right for _, right in judged)
        weight = WEIGHTS[term.set] * (_UNFOUND if unfound else 1.0)
        for c, right in judged:
            self._spans.append((c.i, c.j))
            self._near.append(closeness(term.text.en, pair.english.offsets(c.i, c.j), known) >= _NEAR)
            yield Example(c.features, right, weight, n)
