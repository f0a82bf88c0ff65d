"""The texts that everything is held against, answered with something off."""

from collections.abc import Iterable, Mapping

from benchmarks.ablation.losses import Judged, Losses, f1, judged
from benchmarks.ablation.switches import ALL_ON, Switch
from benchmarks.data import Folder
from benchmarks.fitting.analysis import Analyser
from benchmarks.fitting.answers import decided
from benchmarks.fitting.corpus import linked_texts, located_texts, training_texts
from benchmarks.fitting.held import Part, by_document, fitted_parts
from benchmarks.fitting.texts import Linked, Text
from benchmarks.fitting.training import Trainer, Weights, nearly_right
from benchmarks.report import Cell
from termalign import Lexicon
from termalign.decide.weights import packaged

DEVELOPMENT = ("news_links.jsonl", "domain_links.jsonl", "kyoto_terms.jsonl", "law_terms.jsonl")
"""The sets that are development data, which a clone of the repository lacks."""


class Bench:
    """The texts that everything is held against, and what answers them.

    Parameters
    ----------
    data : Folder
        Development data.
    folds : int
        Parts that weights are fitted in; 0 if those of the package are used.
    every : int
        Every how many'th text is taken.
    """

    def __init__(self, data: Folder, folds: int, every: int) -> None:
        self.data, self.every = data, every
        self.lexicon = Lexicon.default()
        self.linked = linked_texts(data)[::every]
        self.given = located_texts(data, every)
        self.texts: list[Text] = [*self.linked, *(text for _, text in self.given)]
        self.set_of = [*(text.domain.split()[0] for text in self.linked), *(name for name, _ in self.given)]
        self.sets = tuple(dict.fromkeys(self.set_of))
        self.parts = by_document(self.linked, folds) if folds else []
        self.known = sum(len(text.links) for text in self.linked)
        self._analyser = Analyser(self.lexicon)
        self._with_all: list[tuple[Part, Weights]] = []

    def fitted(self, switch: Switch) -> list[tuple[Part, Weights]]:
        """Weights, and which texts they answer."""
        if not self.parts:
            everything = frozenset(range(len(self.texts)))
            return [(everything, {stage: dict(table) for stage, table in packaged().items()})]
        if switch is ALL_ON and self._with_all:
            return self._with_all
        training = training_texts(self.data, self.linked, self.lexicon, self.every)
        trainer = Trainer(training, self.analyser(switch), switch.wants)
        found = [
            (part, nearly_right(weights, packaged()["together again"]))  # as the package has it
            for part, weights in fitted_parts(trainer, self.linked, self.parts)
        ]
        if switch is ALL_ON:
            self._with_all = found
        return found

    def analyser(self, switch: Switch) -> Analyser:
        """What makes pairs while the switch is off; terms that are known stay known."""
        self._analyser.kinds = switch.kinds
        return self._analyser

    def answered(
        self, switch: Switch, fitted: Iterable[tuple[Part, Weights]], on: Mapping[int, Judged] | None = None
    ) -> dict[int, Judged]:
        """The answers for each text, by its number; those known with everything `on` where the switch changes nothing."""
        analyser = self.analyser(switch)
        found: dict[int, Judged] = {}
        for part, stages in fitted:
            weights = switch.weights(stages)
            for n in sorted(part):
                if on and not on[n].touched_by(switch.concerns):
                    found[n] = on[n]
                    continue
                text = self.texts[n]
                done = decided(text, analyser, weights)
                seen = {
                    x for c in done.pair.candidates for f in (c.features, c.again) for x, value in f.items() if value
                }
                found[n] = judged(text, done.answers(text), seen)
        return found

    def row(self, switch: Switch, on: Mapping[int, Judged], off: Mapping[int, Judged]) -> tuple[Cell, ...]:
        """What the switch changes: over all texts, and by set."""
        total, by_set = Losses(), {name: Losses() for name in self.sets}
        for n, before in on.items():
            for count in (total, by_set[self.set_of[n]]):
                count.add(before, off[n])
        change = self.f1(off) - self.f1(on)
        cells = [str(count) for count in by_set.values()]
        return switch.name, total.gained, total.lost, f"{total.wrong:+d}", f"{change:+.4f}", *cells

    def f1(self, found: Mapping[int, Judged]) -> float:
        """Strict F1 over the texts all of whose links are known."""
        return f1([each for n, each in found.items() if isinstance(self.texts[n], Linked)], self.known)
