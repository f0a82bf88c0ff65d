"""Models to measure with: learned from parallel text that has nothing of the labelled texts in it."""

import gzip
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import Folder
from termalign import Lexicon
from termalign.learned import Model
from termalign.learning import fitted

_LONGEST_SHARED = 24  # letters: of a labelled text no more than that may stand in what is learned from
_NO_LETTERS = re.compile(r"[\W_]+")

#: The parallel texts, and how many pairs of each are a memory: some hundred, as somebody has who begins, up to a long one.
SIZES = {"python_docs": (200, 1000, 5000, 30_000), "kyoto": (200, 2000, 10_000, 60_000)}


class Remembered(NamedTuple):
    """A model, and what it was made of."""

    corpus: str
    pairs: int
    model: Model


def models(data: Folder, without: Iterable[str], lexicon: Lexicon) -> Iterator[Remembered]:
    """Models of all sizes; those of one text have each other's pairs.

    Parameters
    ----------
    without : iterable of str
        Texts, on either side, that nothing may be learned from.
    """
    known = Known(without)
    for corpus, sizes in SIZES.items():
        path = data.path / "parallel" / f"{corpus}.tsv.gz"
        pairs = list(_pairs(path, known, max(sizes))) if path.is_file() else []
        for size in sizes if pairs else ():
            yield Remembered(corpus, size, fitted(pairs[:size], lexicon))


class Known:
    """Texts by their letters: what has a long stretch of one is known.

    Examples
    --------
    >>> known = Known(["The quick brown fox jumps over the lazy dog."])
    >>> known.has("And the quick brown fox jumps over it!"), known.has("The quick brown dog sleeps under the lazy fox.")
    (True, False)
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole: set[str] = set()
        self._parts: set[str] = set()
        for text in map(_letters, texts):
            self._whole.add(text)
            self._parts.update(_stretches(text))

    def has(self, text: str) -> bool:
        """Whether a text is one of them, or has a stretch of one."""
        letters = _letters(text)
        return letters in self._whole or not self._parts.isdisjoint(_stretches(letters))


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.lower())


def _stretches(letters: str) -> Iterator[str]:
    return (letters[k : k + _LONGEST_SHARED] for k in range(len(letters) - _LONGEST_SHARED + 1))


def _pairs(path: Path, known: Known, most: int) -> Iterator[tuple[str, str]]:
    """Some pairs of a file, drawn evenly, that have nothing of the known texts."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    random.Random(1).shuffle(rows)
    for ja, en, *_ in rows:
        if not known.has(ja) and not known.has(en):
            yield ja, en
            most -= 1
            if not most:
                return
