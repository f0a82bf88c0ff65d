"""The data exchanged with another process, reduced to what the other side lacks.

A prepared term list goes through a file, which each process reads once. Links are sent back without the texts.
"""

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, NamedTuple, Protocol
from weakref import finalize

from termalign.alignment import Alignment
from termalign.compact import packed_links, packed_spans, unpacked_links, unpacked_spans
from termalign.lists import TermList
from termalign.lists.linked import ListedAlignment
from termalign.model import Situation, TextSituation

Terms = str | list[str] | TermList  # the Japanese of a pair: a text, a list of terms, or a prepared list
Found = tuple[list[tuple[Any, ...]], list[tuple[int, int]], Situation | None, bool]
"""Packed links, the ends of what nothing renders, how the pair was read, and whether everything was compared."""


class Aligning(Protocol):
    """What is asked of an `Aligner`, whose module belongs to a higher layer."""

    def align_unwarned(self, ja: Terms, en: str, *, situation: TextSituation | None = None) -> Alignment:
        """Align a pair."""

    def kept(self, terms: Iterable[str]) -> TermList:
        """Return the prepared list of these terms."""


class Saved(NamedTuple):
    """A prepared term list in a file that every process reads once."""

    path: str


class SavedLists:
    """The prepared lists among the pairs, each saved when it is first sent."""

    def __init__(self) -> None:
        self._folder = ""
        self._by_path: dict[str, TermList] = {}

    def sent(self, terms: Terms) -> str | list[str] | Saved:
        """Return what to send to a process for the Japanese of a pair."""
        if not isinstance(terms, TermList):
            return terms
        path = next((path for path, known in self._by_path.items() if known is terms), None)
        if path is None:
            if not self._folder:
                self._folder = mkdtemp(prefix="termalign")
                finalize(self, _remove, self._folder, os.getpid())
            path = str(Path(self._folder, f"{len(self._by_path)}.tlist"))
            terms.save(path)
            self._by_path[path] = terms
        return Saved(path)

    def close(self) -> None:
        """Remove the files."""
        if self._folder:
            _remove(self._folder, os.getpid())


def _remove(folder: str, owner: int) -> None:
    """Remove a folder, unless this is a fork of the process that made it, which drops a copy of the lists."""
    if os.getpid() == owner:
        rmtree(folder, ignore_errors=True)


def align_pair(aligner: Aligning, ja: Terms, en: str, situation: TextSituation | None) -> Alignment:
    """Align a pair. `situation` applies to a text, not to a list of terms."""
    return aligner.align_unwarned(ja, en, situation=situation if isinstance(ja, str) else None)


def align_sent(aligner: Aligning, ja: str | list[str] | Saved, en: str, situation: TextSituation | None) -> Found:
    """Align what was `sent`, in another process."""
    if isinstance(ja, Saved):
        found = aligner.align_unwarned(_loaded(ja.path), en)
        return packed_links(found.links), [], found.situation, found.complete
    found = align_pair(aligner, ja, en, situation)
    return packed_links(found.links), packed_spans(found.unaligned), found.situation, found.complete


def received(found: Found, ja: Terms, en: str) -> Alignment:
    """Return the complete alignment of a pair from the data that a process sent back."""
    links, unaligned, situation, complete = found
    if isinstance(ja, TermList):
        return ListedAlignment(ja, en, unpacked_links(links, ja.ja, en), complete)
    text = ja if isinstance(ja, str) else "\n".join(ja)
    return Alignment(text, en, unpacked_links(links, text, en), unpacked_spans(unaligned, text), situation, complete)


@lru_cache(maxsize=4)
def _loaded(path: str) -> TermList:
    return TermList.load(path)
