"""A list of terms, prepared once to be aligned with many English texts."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from termalign.arguments import instance_of, path_given, strings, trimmed
from termalign.formats.glossaries import with_renderings
from termalign.formats.opening import Source, name_of
from termalign.japanese.other_names import folded_names
from termalign.lexicon import Lexicon
from termalign.lists.index import Index, Progress, build
from termalign.lists.list_file import TermListError, made_of, read, write
from termalign.lists.postings import rows_by_number
from termalign.model import Span
from termalign.terms.term_cache import TermCache
from termalign.warned import warn

_PAIRED = "terms are read as Japanese only, but seem to have English too ({!r}): pass it as the glossary, as (ja, en)"
_MOST_ANALYSED = 1_000  # terms to cache, with their parts, while a list is prepared


class TermList(Sequence[str]):
    """A list of terms with an index, returned by `Aligner.prepare` or read by `load`.

    The list is a sequence of the terms as given, including repetitions, but without surrounding white space. It can be
    used only with the lexicon, the glossary and the version of termalign with which it was prepared. Two lists are
    equal if these and the terms are the same; their files then have the same bytes.

    Examples
    --------
    >>> from termalign import Aligner
    >>> aligner = Aligner()
    >>> terms = aligner.prepare(["警察庁", "消費税", "特殊詐欺"])
    >>> len(terms), terms[1]
    (3, '消費税')
    >>> [(link.ja.text, link.en.text) for link in aligner.align(terms, "A case of special fraud.")]
    [('特殊詐欺', 'special fraud')]
    """

    def __init__(
        self,
        ja: str,
        ends: "array[int]",
        numbers: "array[int]",
        owners: "array[int]",
        surfaces: str,
        surface_ends: "array[int]",
        index: Index,
        made_of: dict[str, str],
        name: str = "the term list",
    ) -> None:
        self.ja = ja
        self.arrays = index.ready()
        self.made_of = made_of
        self._name = name
        self._ends = ends
        self._numbers = numbers
        self._owners = owners
        self._surfaces = surfaces
        self._surface_ends = surface_ends
        self._term_starts, self._terms = rows_by_number(numbers, len(surface_ends))
        self._checked: Lexicon | None = None

    @classmethod
    def prepare(
        cls, terms: Iterable[str], lexicon: Lexicon, progress: Progress | None = None, cache: TermCache | None = None
    ) -> "TermList":
        """Return a list of terms analysed with a lexicon; see `Aligner.prepare`."""
        listed = [trimmed(term) for term in strings(terms, "terms", "a term")]
        instance_of(lexicon, Lexicon, "lexicon")
        if progress is not None and not callable(progress):
            raise TypeError(f"progress must be a function of two numbers, not {type(progress).__name__}")
        if paired := with_renderings("\n".join(listed)):
            warn(_PAIRED.format(next(line for line in paired if "\t" in line)))
        known = cache or TermCache(lexicon, _MOST_ANALYSED)
        numbers, owners, surfaces, index = build(
            (folded_names(term, lexicon) for term in listed), len(listed), known, progress
        )
        return cls(
            "\n".join(listed),
            _ends(listed, 1),
            numbers,
            owners,
            "".join(surfaces),
            _ends(surfaces, 0),
            index,
            made_of(lexicon),
        )

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, k: Any) -> Any:
        if isinstance(k, slice):
            return [self[i] for i in range(*k.indices(len(self)))]
        start, end = self.offsets(range(len(self))[k])
        return self.ja[start:end]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TermList):
            return NotImplemented
        return (self.ja, self._ends, self.made_of) == (other.ja, other._ends, other.made_of)

    def __hash__(self) -> int:
        return hash(self.ja)

    def __dir__(self) -> list[str]:
        """Return the public methods, so that completion shows nothing else."""
        return ["count", "index", "load", "save"]

    def __repr__(self) -> str:
        return f"TermList({len(self):,} terms)"

    def offsets(self, k: int) -> tuple[int, int]:
        """Return the half-open code points of the k-th term, from 0, in ``ja``, which joins the terms with line feeds."""
        return (self._ends[k - 1] + 1 if k else 0), self._ends[k]

    def places(self, number: int) -> Sequence[int]:
        """Return the positions in the list of all terms that have this distinct name."""
        return [self._owners[k] for k in self._terms[self._term_starts[number] : self._term_starts[number + 1]]]

    def surface(self, number: int) -> str:
        """Return the folded text of a distinct name of terms."""
        start = self._surface_ends[number - 1] if number else 0
        return self._surfaces[start : self._surface_ends[number]]

    @property
    def distinct(self) -> int:
        """Return the number of distinct terms; the names of one term count once."""
        return len(self._surface_ends) - len(self.first_names)

    @cached_property
    def first_names(self) -> dict[str, str]:
        """Return the first name of a term for each of its other names."""
        found: dict[str, str] = {}
        for _, first, others in self._with_other_names():
            for other in others:
                if other != first:
                    found.setdefault(other, first)
        return found

    @property
    def with_several_names(self) -> list[str]:
        """Return the terms that are looked for by several names, not counting a name without its title (岸田 of 岸田首相)."""
        named = self._with_other_names()
        return [self[owner] for owner, first, others in named if not all(map(first.startswith, others))]

    def _with_other_names(self) -> Iterator[tuple[int, str, list[str]]]:
        """Yield the position of each term that has several names, its first name, and the others."""
        for owner, names in groupby(zip(self._owners, self._numbers, strict=True), itemgetter(0)):
            (_, first), *others = names
            if others:
                yield owner, self.surface(first), [self.surface(number) for _, number in others]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Return the spans in ``ja`` of all terms that are not empty."""
        return tuple(Span.of(self.ja, start, end) for start, end in map(self.offsets, range(len(self))) if start < end)

    def check(self, lexicon: Lexicon) -> None:
        """Raise an error if the list was prepared with another lexicon, glossary or version.

        Raises
        ------
        TermListError
            If the lexicon, glossary or version is not the one with which the list was prepared.
        """
        if lexicon is self._checked:
            return
        instance_of(lexicon, Lexicon, "lexicon")
        now = made_of(lexicon)
        if now != self.made_of:
            changed = ", ".join(name for name in now if now[name] != self.made_of.get(name))
            raise TermListError(f"{self._name} was prepared with another {changed}: prepare it again")
        self._checked = lexicon

    def save(self, path: str | Path) -> None:
        """Write the list to a file that `load` reads.

        Parameters
        ----------
        path : str or Path
            The file. An older file is replaced only when the new one is complete.
        """
        path_given(path)
        columns = {
            "ends": self._ends,
            "numbers": self._numbers,
            "owners": self._owners,
            "surface_ends": self._surface_ends,
        }
        write(Path(path), self.made_of, {"ja": self.ja, "surfaces": self._surfaces}, columns, self.arrays)

    @classmethod
    def load(cls, path: Source) -> "TermList":
        """Read a file that `save` wrote.

        Parameters
        ----------
        path : path or binary stream
            The file. A stream is read once, from its beginning.

        Raises
        ------
        TermListError
            If the file is not a prepared list, is damaged, or was written by another version.
        OSError
            If the file cannot be read.
        """
        if not hasattr(path, "read"):
            path_given(path)
        known, texts, arrays, index = read(path)
        return cls(
            texts["ja"],
            arrays["ends"],
            arrays["numbers"],
            arrays["owners"],
            texts["surfaces"],
            arrays["surface_ends"],
            index,
            known,
            name_of(path),
        )

    def __reduce__(self) -> Any:
        parts = (
            self.ja,
            self._ends,
            self._numbers,
            self._owners,
            self._surfaces,
            self._surface_ends,
            self.arrays,
            self.made_of,
            self._name,
        )
        return TermList, parts

    def __iter__(self) -> Iterator[str]:
        return (self.ja[slice(*self.offsets(k))] for k in range(len(self)))


def _ends(texts: Iterable[str], gap: int) -> "array[int]":
    """Return where each text ends if the texts are joined with ``gap`` characters between them."""
    ends, at = array("I"), 0
    for text in texts:
        at += len(text)
        ends.append(at)
        at += gap
    return ends
