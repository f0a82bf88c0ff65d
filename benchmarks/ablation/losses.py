"""Links gained and lost where something is off."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.chances import harmonic, share
from benchmarks.data import Offsets
from benchmarks.fitting.answers import Answer
from benchmarks.fitting.texts import Text

Place = tuple[Offsets, Offsets]


@dataclass(frozen=True, slots=True)
class Judged:
    """The answers for a text: where the right ones stand, and how many are wrong."""

    right: frozenset[Place]
    wrong: int
    features: frozenset[str] = frozenset()  # of all candidates

    def touched_by(self, concerns: re.Pattern[str] | None) -> bool:
        """Whether a candidate has such a feature; always, where None says that it can't be told."""
        return concerns is None or any(map(concerns.fullmatch, self.features))


def judged(text: Text, found: Sequence[Answer], features: Iterable[str] = ()) -> Judged:
    """Answers held strictly against what is known of the text; what is not known does not count."""
    verdicts = [(answer.place, text.right(*answer.place)) for answer in found]
    right = frozenset(place for place, right in verdicts if right)
    return Judged(right, sum(right is False for _, right in verdicts), frozenset(features))


@dataclass(slots=True)
class Losses:
    """What changes in a set of texts where something is off."""

    gained: int = 0
    lost: int = 0
    wrong: int = 0  # wrong answers more, or fewer

    def add(self, on: Judged, off: Judged) -> None:
        """Count one text."""
        self.gained += len(off.right - on.right)
        self.lost += len(on.right - off.right)
        self.wrong += off.wrong - on.wrong

    def __str__(self) -> str:
        """Links gained and lost, as a table has them."""
        return " ".join(f"{sign}{n}" for sign, n in (("+", self.gained), ("−", self.lost)) if n) or "·"


def f1(answered: Iterable[Judged], known: int) -> float:
    """F1 of all answers, where so many links are known."""
    every = list(answered)
    right = sum(len(x.right) for x in every)
    return harmonic(share(right, right + sum(x.wrong for x in every)), share(right, known))
