"""``python -m benchmarks fit-memory``: what it is worth that a model has learned something (`Aligner.fit`).

Labelled texts are looked at beside models that were learned without them: texts of Python's documentation, software and games
beside models of that documentation, those of an encyclopaedia beside models of Kyoto's, and others beside either, so that a
memory of another field does no harm. The weights of everything else stay as they are. Fold by fold, the weights are fitted
without some of the documents, and those are answered with them: that is what is printed. What is written is fitted on all.
"""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import Folder
from benchmarks.fitting.analysis import Analyser, places
from benchmarks.fitting.answers import Tally, decided
from benchmarks.fitting.command import fit_parser
from benchmarks.fitting.corpus import linked_texts, located_texts, sentences
from benchmarks.fitting.held import by_document
from benchmarks.fitting.memories import Remembered, models
from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.silver import linked
from benchmarks.fitting.texts import Linked
from benchmarks.fitting.training import STRENGTHS, Weights
from benchmarks.fitting.written import write_stages
from benchmarks.report import Cell, Table, as_text
from termalign import Lexicon
from termalign.decide.weights import packaged
from termalign.kinds.learned import LEARNED
from termalign.kinds.registry import REGISTRY

_PREFIX = "memory"
_STAGES = ("single", "together")
_UNTAUGHT = tuple(kind for kind in REGISTRY if kind is not LEARNED)
_FOREIGN = {("python_docs", 5000), ("kyoto", 200), ("kyoto", 60_000)}  # that texts of other fields are looked at beside
_EVERY_FOREIGN = 3  # so many'th text of other fields: there are many

#: The texts that each corpus is the memory of: the domains of labels, and how much each example counts.
_OWN = {
    "python_docs": {"python-docs": 0.5, "docs": 0.3, "ui": 0.3, "game": 0.3, "domain_links software": 0.3},
    "kyoto": {"domain_links encyclopaedia": 0.5, "encyclopaedia": 0.5, "silver": 0.2},
}
_FOREIGN_WEIGHT = 0.3


class Setting(NamedTuple):
    """Some texts beside a model.

    Attributes
    ----------
    name : str
        What the texts are.
    remembered : Remembered, optional
        The model; None for none.
    taught : bool
        Whether the packaged learned words are asked too: they have seen the corpus that the model is of.
    weight : float
        How much each example counts.
    texts : sequence of int
        Numbers of the texts.
    """

    name: str
    remembered: Remembered | None
    taught: bool
    weight: float
    texts: Sequence[int]


def main(arguments: list[str], data: Path, package: Path) -> int:
    """The command line; `package` is the folder of termalign."""
    options = fit_parser("fit-memory", __doc__, data, package, each=None).parse_args(arguments)
    folder, lexicon = Folder(options.data), Lexicon.default()
    texts = [*linked_texts(folder), *[linked(sentence, lexicon) for sentence in sentences(folder)]]
    located = [text for _, text in located_texts(folder)]
    known = [(text.ja, text.en) for text in texts] + [(text.ja, text.en) for text in located]
    unseen = [side for pair in known for side in pair]
    remembered = []
    for one in models(folder, unseen, lexicon):
        remembered.append(one)
        print(f"learned from {one.pairs:,} pairs of {one.corpus}", file=sys.stderr)
    fitting = MemoryFit(texts, settings(texts, remembered), lexicon)
    parts = by_document(texts, options.folds)
    held = [(part, fitting.fitted(frozenset(range(len(texts))) - part)) for part in parts]
    print(as_text(fitting.worth(held)))
    if not options.dry:
        write_stages(options.out, {f"{stage} {_PREFIX}": table for stage, table in fitting.fitted().items()})
    return 0


def settings(texts: Sequence[Linked], remembered: Sequence[Remembered]) -> list[Setting]:
    """What is looked at beside what."""
    by_name: dict[str, list[int]] = {}
    for n, text in enumerate(texts):
        name = "python-docs" if text.document.startswith("python-docs") else text.domain
        by_name.setdefault(name, []).append(n)
    found = []
    for corpus, own in _OWN.items():
        for name, weight in own.items():
            for one in remembered:
                if one.corpus == corpus and name in by_name:
                    found += [Setting(name, one, taught, weight, by_name[name]) for taught in (True, False)]
    owned = {name for own in _OWN.values() for name in own}
    others = sorted(n for name, numbers in by_name.items() if name not in owned for n in numbers)[::_EVERY_FOREIGN]
    found += [
        Setting("others", one, True, _FOREIGN_WEIGHT, others)
        for one in remembered
        if (one.corpus, one.pairs) in _FOREIGN
    ]
    without = {(s.name, s.taught): Setting(s.name, None, s.taught, s.weight, s.texts) for s in found}
    return sorted([*without.values(), *found], key=lambda s: s.name)


class MemoryFit:
    """Fits the weights of what models say, on all texts or on some of them."""

    def __init__(self, texts: Sequence[Linked], settings: Sequence[Setting], lexicon: Lexicon) -> None:
        self.texts, self.settings = texts, settings
        self._analysers = [
            Analyser(lexicon.with_model(s.remembered and s.remembered.model), REGISTRY if s.taught else _UNTAUGHT)
            for s in settings
        ]
        self._single = Examples.of(self._headwords())
        self._together: Examples | None = None

    def fitted(self, numbers: Collection[int] | None = None) -> Weights:
        """The weights of both stages, fitted on some texts; on all by default."""
        chosen = range(len(self.texts)) if numbers is None else numbers
        everything = range(len(self.texts))
        if self._together is None:  # candidates are found by one table, whatever is fitted on them
            looked_up = {**packaged()["single"], **self._fit("single", self._single, everything)}
            self._together = Examples.of(self._candidates(looked_up))
        return {
            "single": self._fit("single", self._single, chosen),
            "together": self._fit("together", self._together, chosen),
        }

    def _fit(self, stage: str, examples: Examples, numbers: Collection[int]) -> dict[str, float]:
        found = fit(examples.among(numbers), STRENGTHS[stage], held=packaged()[stage])
        return {name: round(w, 4) for name, w in sorted(found.items()) if name.startswith(_PREFIX) and round(w, 4)}

    def _headwords(self) -> Iterator[Example]:
        single = packaged()["single"]
        for setting, analyser in self._beside_models():
            for n in setting.texts:
                pair = analyser.pair(self.texts[n], single)
                for c in (c for found in pair.found.values() for c in found):
                    if any(name.startswith(_PREFIX) for name in c.features):
                        right = self.texts[n].right_within(*places(pair, c))
                        yield Example(c.features, right, setting.weight, n)

    def _candidates(self, single: Mapping[str, float]) -> Iterator[Example]:
        for setting, analyser in self._beside_models():
            for n in setting.texts:
                pair = analyser.pair(self.texts[n], single)
                pair.propose()
                for c in pair.candidates:
                    if any(name.startswith(_PREFIX) for name in c.features):
                        yield Example(c.features, self.texts[n].right(*places(pair, c)), setting.weight, n)

    def _beside_models(self) -> Iterator[tuple[Setting, Analyser]]:
        for setting, analyser in zip(self.settings, self._analysers, strict=True):
            if setting.remembered is not None:
                yield setting, analyser

    def worth(self, held: Sequence[tuple[Collection[int], Weights]]) -> Table:
        """What texts are answered by weights that were fitted without them, with each model and without any."""
        rows: list[tuple[Cell, ...]] = []
        for setting, analyser in zip(self.settings, self._analysers, strict=True):
            tally = Tally()
            for part, weights in held:
                tables = {stage: {**packaged()[stage], **weights[stage]} for stage in _STAGES}
                for n in setting.texts:
                    if n in part:
                        text = self.texts[n]
                        tally.add(text, decided(text, analyser, tables).answers(text))
            model = setting.remembered
            memory = "none" if model is None else f"{model.pairs:,} of {model.corpus}"
            taught = "yes" if setting.taught else "no"
            rows.append((setting.name, memory, taught, tally.known, tally.worth("strict")[2], tally.worth("loose")[2]))
        columns = ("texts", "memory", "learned words", "links", "strict F1", "loose F1")
        return Table(columns, tuple(rows), "Texts that were held out, beside memories")
