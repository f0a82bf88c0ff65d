"""Texts answered by weights that were fitted without their documents, or without their domain."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from benchmarks.fitting.answers import Answer, decided
from benchmarks.fitting.texts import Linked, Text
from benchmarks.fitting.training import Trainer, Weights
from termalign.decide.calibration import Scale

Part = frozenset[int]
"""Numbers of texts that are held out together."""


class OfDocument(Protocol):
    """What is of a document."""

    @property
    def document(self) -> str: ...


def by_document(texts: Sequence[OfDocument], folds: int) -> list[Part]:
    """As many parts as `folds`, of much the same size; what is of one document is in one of them."""
    sizes = Counter(text.document for text in texts)
    fold_of: dict[str, int] = {}
    filled = [0] * folds
    for document, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold_of[document] = filled.index(min(filled))
        filled[fold_of[document]] += size
    return [frozenset(n for n, text in enumerate(texts) if fold_of[text.document] == k) for k in range(folds)]


def by_domain(texts: Sequence[Linked]) -> list[Part]:
    """A part for each domain."""
    domains = dict.fromkeys(text.domain for text in texts)
    return [frozenset(n for n, text in enumerate(texts) if text.domain == domain) for domain in domains]


def without(texts: Sequence[Text], part: Part) -> Callable[[str], bool]:
    """Whether a document has no text in the part."""
    held = {texts[n].document for n in part}
    return lambda document: document not in held


def fitted_parts(trainer: Trainer, texts: Sequence[Linked], parts: Sequence[Part]) -> Iterator[tuple[Part, Weights]]:
    """Each part with weights that were fitted without it."""
    for part in parts:
        yield part, trainer.fitted(without(texts, part))


def answered(
    trainer: Trainer, texts: Sequence[Linked], part: Part, weights: Weights, calibrated: Scale, least: float
) -> Mapping[int, Sequence[Answer]]:
    """What these weights say of the texts of a part, with scores of at least `least` on a scale."""
    return {n: decided(texts[n], trainer.analyser, weights, calibrated, least).answers(texts[n]) for n in sorted(part)}
