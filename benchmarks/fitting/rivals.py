"""The candidates of given terms, which compete with each other: the weights that they are weighed by, fitted on some of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from benchmarks.fitting.analysis import Analyser, places
from benchmarks.fitting.given_terms import WEIGHTS, GivenTerm
from benchmarks.fitting.listwise import best, fit
from benchmarks.fitting.regression import Example, Examples
from benchmarks.fitting.scale import Outcome
from termalign.decide.weights import Table
from termalign.situations.given import considered

STRENGTH = 1.5
"""How much evidence it takes to move a weight away from that of the stage ``second``."""
_UNFOUND = 0.3  # for how much a term counts whose rendering is no candidate, so that nothing seems right
_LEAST, _DECIMALS = 0.02, 3  # of a weight


class Rivals:
    """Fits the stage ``given`` on terms, or on some of them, and says what it makes of others.

    Parameters
    ----------
    terms : sequence of GivenTerm
        What there is to fit on; each is known by its number.
    analyser : Analyser
        What makes pairs of their texts.
    stages : mapping of str to mapping
        The weights of the other stages.
    """

    def __init__(self, terms: Sequence[GivenTerm], analyser: Analyser, stages: Mapping[str, Table]) -> None:
        self.terms, self.analyser, self.stages = terms, analyser, stages

    def fitted(self, kept: Callable[[str], bool] = lambda document: True) -> dict[str, float]:
        """The weights, fitted on the terms of the documents that are `kept`."""
        numbers = {n for n, term in enumerate(self.terms) if kept(term.text.document)}
        found = fit(self.examples.among(numbers), STRENGTH, self.stages["second"])
        return {name: round(moved, _DECIMALS) for name, moved in sorted(found.items()) if abs(moved) >= _LEAST}

    def answers(self, given: Table, numbers: frozenset[int]) -> dict[int, Outcome]:
        """What these weights choose for some of the terms; a term without candidates is left out."""
        second = self.stages["second"]
        together = {name: second.get(name, 0.0) + given.get(name, 0.0) for name in {**second, **given}}
        return best(self.examples.among(numbers), together)

    @cached_property
    def examples(self) -> Examples:
        """The candidates of every term."""
        return Examples.of(x for n, term in enumerate(self.terms) for x in self._of(n, term))

    @property
    def right(self) -> set[int]:
        """The numbers of the terms one of whose candidates is right."""
        return {int(n) for n in self.examples.text[self.examples.right > 0]}

    def _of(self, n: int, term: GivenTerm) -> Iterator[Example]:
        pair = self.analyser.pair_of_given(term.text, self.stages["single"])
        judged = [(c.features, bool(term.text.right(*places(pair, c)))) for c in considered(pair, self.stages)]
        unfound = term.rendered and not any(right for _, right in judged)
        weight = WEIGHTS[term.set] * (_UNFOUND if unfound else 1.0)
        for features, right in judged:
            yield Example(features, right, weight, n)
