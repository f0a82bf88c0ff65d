"""A list of terms, prepared once to be aligned with many English texts."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.lazy import lazy
from termalign.lexicon import Lexicon
from termalign.model import Span
from termalign.termlist.build import Progress, build
from termalign.termlist.calques import Characters
from termalign.termlist.file import TermListError, made_of, read, write
from termalign.termlist.index import Index
from termalign.termlist.postings import rows_by_number
from termalign.termlist.sounds import Sounds
from termalign.text import normalise

_NONE = 0xFFFFFFFF
_MOST_ANALYSED = 16_384
_MOST_CUT = 65_536


class TermList(Sequence[str]):
    """Terms with an index of what they may be rendered by; made by `Aligner.prepare` or read by `load`.

    It is a sequence of the terms as given, repeated ones included. It belongs to the lexicon and glossary that it was
    prepared with; two lists are equal if they have the same terms, and belong to the same. The file that one is saved in has
    then the same bytes.

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
        nodes: "array[int]",
        surfaces: str,
        surface_ends: "array[int]",
        index: Index,
        made_of: dict[str, str],
    ) -> None:
        self.ja = ja
        self.arrays = index.ready()
        self.made_of = made_of
        self._ends = ends
        self._nodes = nodes
        self._surfaces = surfaces
        self._surface_ends = surface_ends
        self._term_starts, self._terms = self._by_node()
        self._checked: Lexicon | None = None
        self._analysed: dict[int, Term] = {}
        self._cut: dict[int, str] = {}

    @classmethod
    def prepare(cls, terms: Iterable[str], lexicon: Lexicon, progress: Progress | None = None) -> "TermList":
        """Analyse `terms` by what `lexicon` knows of them; see `Aligner.prepare`."""
        listed = list(terms)
        nodes, surfaces, index = build((normalise(t).text for t in listed), len(listed), lexicon, progress)
        ends, at = array("I"), 0
        for term in listed:
            at += len(term)
            ends.append(at)
            at += 1
        surface_ends, at = array("I"), 0
        for surface in surfaces:
            at += len(surface)
            surface_ends.append(at)
        return cls("\n".join(listed), ends, nodes, "".join(surfaces), surface_ends, index, made_of(lexicon))

    def _by_node(self) -> tuple["array[int]", "array[int]"]:
        """Where each node stands in the list."""
        size = len(self._surface_ends)
        starts, rows = rows_by_number([size if node == _NONE else node for node in self._nodes], size + 1)
        return starts, rows

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
        """What it is used by: completion shows no more."""
        return ["count", "index", "load", "save"]

    def __repr__(self) -> str:
        return f"TermList({len(self):,} terms)"

    def offsets(self, k: int) -> tuple[int, int]:
        """Code points of the k-th term in `ja`, the terms joined with line feeds."""
        return (self._ends[k - 1] + 1 if k else 0), self._ends[k]

    def places(self, node: int) -> Sequence[int]:
        """Positions in the list of the terms that fold to a node's text."""
        return self._terms[self._term_starts[node] : self._term_starts[node + 1]]

    def is_listed(self, node: int) -> bool:
        """Whether a node is a term of the list itself, not only a part of one or what one is short for."""
        return self._term_starts[node] < self._term_starts[node + 1]

    def surface(self, node: int) -> str:
        """The folded text of a node."""
        found = self._cut.get(node)
        if found is None:
            if len(self._cut) >= _MOST_CUT:
                self._cut = {}
            start = self._surface_ends[node - 1] if node else 0
            found = self._cut[node] = self._surfaces[start : self._surface_ends[node]]
        return found

    def analysed(self, node: int, cache: TermCache) -> Term:
        """The term of a node, cut into morphemes now or lately."""
        found = self._analysed.get(node)
        if found is None or found.cache is not cache:
            if len(self._analysed) >= _MOST_ANALYSED:
                self._analysed = {}
            surface = self.surface(node)
            found = self._analysed[node] = cache.get(surface, morphemes(surface))
        return found

    @lazy
    def distinct(self) -> int:
        """How many different terms it has."""
        return len(set(self._nodes))

    @lazy
    def sounds(self) -> Sounds:
        """Its katakana by sound."""
        return Sounds(self.arrays)

    @lazy
    def characters(self) -> Characters:
        """Its characters by what they are glossed with; of the lexicon it was last checked with."""
        assert self._checked is not None
        return Characters(set(self._surfaces), self._checked)

    @lazy
    def spans(self) -> tuple[Span, ...]:
        """Every term that is not empty, in `ja`."""
        return tuple(Span.of(self.ja, start, end) for start, end in map(self.offsets, range(len(self))) if start < end)

    def check(self, lexicon: Lexicon) -> None:
        """Refuse to be used with what it was not prepared with.

        Raises
        ------
        TermListError
            With another lexicon, glossary or version than those it was prepared with.
        """
        if lexicon is self._checked:
            return
        now = made_of(lexicon)
        if now != self.made_of:
            changed = ", ".join(name for name in now if now[name] != self.made_of.get(name))
            raise TermListError(f"the term list was prepared with another {changed}: prepare it again")
        self._checked = lexicon

    def save(self, path: str | Path) -> None:
        """Write it to a file that `load` reads.

        Parameters
        ----------
        path : str or Path
            The file appears when all is written; until then, an older one stays.
        """
        columns = {"ends": self._ends, "nodes_of_terms": self._nodes, "surface_ends": self._surface_ends}
        write(Path(path), self.made_of, {"ja": self.ja, "surfaces": self._surfaces}, columns, self.arrays)

    @classmethod
    def load(cls, path: str | Path) -> "TermList":
        """Read a file that `save` wrote.

        Raises
        ------
        TermListError
            The file is none, is damaged, or was written by another version.
        OSError
            The file cannot be read.
        """
        known, texts, arrays, index = read(Path(path))
        return cls(
            texts["ja"],
            arrays["ends"],
            arrays["nodes_of_terms"],
            texts["surfaces"],
            arrays["surface_ends"],
            index,
            known,
        )

    def __reduce__(self) -> Any:
        parts = (self.ja, self._ends, self._nodes, self._surfaces, self._surface_ends, self.arrays, self.made_of)
        return TermList, parts

    def __iter__(self) -> Iterator[str]:
        return (self.ja[slice(*self.offsets(k))] for k in range(len(self)))
