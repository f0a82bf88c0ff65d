"""What the aligner answers of texts whose links are known, and how much of it is right."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from benchmarks.chances import harmonic, share
from benchmarks.data import Offsets
from benchmarks.fitting.analysis import Analyser, places
from benchmarks.fitting.texts import Linked, Text
from benchmarks.spans import Pairing, bare
from termalign.decide.calibration import USUAL, Scale, fitted_scale
from termalign.decide.second_look import NEARLY_RIGHT
from termalign.decide.weights import Table
from termalign.propose.candidate import Candidate
from termalign.situations.pair import Pair
from termalign.situations.translated import decide


class Answer(NamedTuple):
    """A link: its spans, the English one without its article, the log odds that it was chosen by, its `NEARLY_RIGHT` features."""

    ja: Offsets
    en: Offsets
    odds: float
    features: Mapping[str, float] = MappingProxyType({})

    @property
    def place(self) -> tuple[Offsets, Offsets]:
        """Both spans."""
        return self.ja, self.en


class Decided(NamedTuple):
    """A pair of texts with the candidates that were chosen."""

    pair: Pair
    chosen: Sequence[Candidate]

    def answers(self, text: Text) -> list[Answer]:
        """The links that they are."""
        found = []
        for c in self.chosen:
            (ja, en), nearly = places(self.pair, c), {name: c.features.get(name, 0.0) for name in NEARLY_RIGHT}
            found.append(Answer(ja, bare(text.en, en), c.odds, nearly))
        return found


def decided(
    text: Text,
    analyser: Analyser,
    weights: Mapping[str, Table],
    calibrated: Scale | None = None,
    least: float = USUAL,
) -> Decided:
    """The candidates of a text that these weights choose, with scores of at least `least`; on the package's scale by default."""
    pair = analyser.pair(text, weights["single"])
    pair.propose()
    return Decided(pair, decide(pair, weights, calibrated or fitted_scale("text"), least, least))


class Tally:
    """Answers of many texts, against their known links."""

    def __init__(self, answered: Iterable[tuple[Linked, Sequence[Answer]]] = ()) -> None:
        self.known = self.said = 0
        self.found = {"strict": 0, "loose": 0}  # known links that were found
        self.right = {"strict": 0, "loose": 0}  # answers that are right
        for text, found in answered:
            self.add(text, found)

    def add(self, text: Linked, found: Sequence[Answer]) -> None:
        """Count the answers of one text."""
        known = Pairing(text.en, text.links)
        strict, loose = known.found([answer.place for answer in found])
        self.known += len(text.links)
        self.said += len(found)
        self.found["strict"] += strict
        self.found["loose"] += loose
        self.right["strict"] += sum(known.strict(*answer.place) for answer in found)
        self.right["loose"] += sum(known.loose(*answer.place) for answer in found)

    def worth(self, match: str) -> tuple[float, float, float]:
        """Precision, recall and F1, by ``strict`` or ``loose`` agreement."""
        precision, recall = share(self.right[match], self.said), share(self.found[match], self.known)
        return precision, recall, harmonic(precision, recall)
