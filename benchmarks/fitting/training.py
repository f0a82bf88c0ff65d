"""The weights of `termalign.decide`, stage by stage: a headword by itself, and a candidate together with the others."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from benchmarks.fitting.analysis import Analyser, places
from benchmarks.fitting.corpus import Weighed
from benchmarks.fitting.regression import RARE, Example, Examples, fit
from termalign.decide.second_look import NEARLY_RIGHT
from termalign.decide.weights import Table
from termalign.kinds.registry import REGISTRY
from termalign.situations.translated import seen_again

#: How much evidence it takes to move a weight of each stage.
STRENGTHS = {"single": 1.0, "together": 2.0, "together again": 4.0}
_RARE = 30  # examples: a feature that fewer have is learned from them alone, and misleads in other texts
_CROSSED = 3  # parts of the documents: a later look is fitted on what others say of them
_OF_LISTS = frozenset({"composed least", "composed mean", "composed parts", "composed of guesses"})
"""Features that texts gain nothing by: their stages have parts judged among others, which lists lack."""
_PRIOR = {"defined alike": 3.0}
"""Weights in log odds that features of few examples are drawn to. In articles about Kyoto and documentation of Python, 57 of
the 60 phrases that both texts abbreviate alike render each other, by reading."""
_START = Path(__file__).with_name("start.tsv")
_DECIMALS = 4

Weights = dict[str, dict[str, float]]
Wanted = Callable[[str], bool]
"""Whether a feature may have a weight."""


def start() -> dict[str, float]:
    """What headwords are first looked up with: only which of their candidates are kept depends on it."""
    lines = _START.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {kind.name: kind.prior for kind in REGISTRY if kind.prior} | {name: float(weight) for name, weight in rows}


def nearly_right(weights: Weights, nearly: Mapping[str, float]) -> Weights:
    """The weights with those of the `NEARLY_RIGHT` features, which are fitted apart, in the last look."""
    fitted = {name: round(nearly[name], _DECIMALS) for name in NEARLY_RIGHT if name in nearly}
    return {**weights, "together again": {**weights["together again"], **fitted}}


def _rare(name: str) -> int:
    """How many examples of a feature are too few: more than of what a kind of evidence says itself, however seldom it speaks."""
    if name in _PRIOR:
        return 0
    return RARE if any(f"{name} ".startswith(f"{kind.name} ") for kind in REGISTRY) else _RARE


class Trainer:
    """Fits weights on texts, or on some of them: what does not depend on which is worked out once.

    Parameters
    ----------
    texts : sequence of Weighed
        What there is to fit on.
    analyser : Analyser
        What makes pairs of them.
    wanted : callable
        Which features may have a weight.
    """

    def __init__(self, texts: Sequence[Weighed], analyser: Analyser, wanted: Wanted = lambda name: True) -> None:
        self.texts, self.analyser, self.wanted = texts, analyser, wanted

    def fitted(self, kept: Callable[[str], bool] = lambda document: True) -> Weights:
        """The weights of every stage, fitted on the texts of the documents that are `kept`."""
        numbers = {n for n, weighed in enumerate(self.texts) if kept(weighed.text.document)}
        again = Examples.of(self._exact(self._examples_again(numbers)))
        return {**self._first(numbers), "together again": self._fit("together again", again)}

    def _first(self, numbers: Collection[int]) -> Weights:
        """The weights of the stages before the second look, fitted on some texts."""
        single = self._fit("single", self._headwords.among(numbers))
        return {"single": single, "together": self._fit("together", Examples.of(self._examples(numbers, single)))}

    def _examples_again(self, numbers: Collection[int]) -> Iterator[Example]:
        """The candidates of some texts at the second look, after a first one with weights fitted without their documents."""
        documents = sorted({self.texts[n].text.document for n in numbers})
        for k in range(_CROSSED):
            part = set(documents[k::_CROSSED])
            weights = self._first({n for n in numbers if self.texts[n].text.document not in part})
            held = {n for n in numbers if self.texts[n].text.document in part}
            yield from self._examples(held, weights["single"], weights["together"])

    def _fit(self, stage: str, examples: Examples) -> dict[str, float]:
        found = fit(examples, STRENGTHS[stage], _PRIOR, rare=_rare)
        return {name: round(weight, _DECIMALS) for name, weight in sorted(found.items()) if round(weight, _DECIMALS)}

    @cached_property
    def _headwords(self) -> Examples:
        """What is found for each headword by itself, of every text."""
        return Examples.of(self._headword_examples())

    def _headword_examples(self) -> Iterator[Example]:
        weights = start()
        for n, (text, weight, _) in enumerate(self.texts):
            if weight:
                pair = self.analyser.pair(text, weights)
                for c in (c for found in pair.found.values() for c in found):
                    right = text.right_within(*places(pair, c))
                    if right is not None:
                        yield Example(self._known(c.features), right, weight, n)

    def _examples(self, numbers: Collection[int], single: Table, together: Table | None = None) -> Iterator[Example]:
        """The candidates of some texts: at the first look, or at the second if there are weights for the first."""
        for n in sorted(numbers):
            text, _, weight = self.texts[n]
            if weight:
                pair = self.analyser.pair(text, single)
                pair.propose()
                first = ((c, c.features) for c in pair.candidates)
                for c, features in first if together is None else seen_again(pair, together):
                    right = text.right(*places(pair, c))
                    if right is not None:
                        yield Example(self._known(features), right, weight, n)

    def _exact(self, examples: Iterable[Example]) -> Iterator[Example]:
        """The examples without features that say how often a link is nearly right: those are of held-out answers."""
        for x in examples:
            yield x._replace(features={name: value for name, value in x.features.items() if name not in NEARLY_RIGHT})

    def _known(self, features: Mapping[str, float]) -> Mapping[str, float]:
        return {name: value for name, value in features.items() if name not in _OF_LISTS and self.wanted(name)}
