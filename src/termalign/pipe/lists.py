"""Prepared term lists on their way to other processes: through a file, which each of them reads once."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from termalign.termlist import TermList
from termalign.termlist.listed import ListedAlignment

if TYPE_CHECKING:
    from termalign.aligner import Aligner
    from termalign.alignment import Alignment
    from termalign.model import Link

Terms = str | list[str] | TermList  # the Japanese of a pair: a text, terms, or prepared terms


class Saved(NamedTuple):
    """A prepared term list, in a file that every process reads once."""

    path: str


class OfSaved(NamedTuple):
    """The alignment of a saved list without the list, which is at hand where the alignment is awaited."""

    path: str
    en: str
    links: "tuple[Link, ...]"


class SavedLists:
    """The prepared lists among the pairs, saved as they are first sent."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._by_path: dict[str, TermList] = {}

    def sent(self, terms: Terms) -> str | list[str] | Saved:
        """What a process is sent for the Japanese of a pair."""
        if not isinstance(terms, TermList):
            return terms
        path = next((path for path, known in self._by_path.items() if known is terms), None)
        if path is None:
            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="termalign")
            path = str(Path(self._folder.name, f"{len(self._by_path)}.tlist"))
            terms.save(path)
            self._by_path[path] = terms
        return Saved(path)

    def received(self, found: "Alignment | OfSaved") -> "Alignment":
        """What came back, whole."""
        if isinstance(found, OfSaved):
            return ListedAlignment(self._by_path[found.path], found.en, found.links)
        return found

    def close(self) -> None:
        """Remove the files."""
        if self._folder is not None:
            self._folder.cleanup()


def align_sent(aligner: "Aligner", ja: str | list[str] | Saved, en: str) -> "Alignment | OfSaved":
    """Align what was `sent`, in another process."""
    if isinstance(ja, Saved):
        return OfSaved(ja.path, en, aligner.align(_loaded(ja.path), en).links)
    return aligner.align(ja, en)


@lru_cache(maxsize=4)
def _loaded(path: str) -> TermList:
    return TermList.load(path)
