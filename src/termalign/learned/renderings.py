"""A model: Japanese headwords with the English that rendered them, and the counts that say how sure that is."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from typing import Any, NamedTuple, Self

from termalign.lazy import lazy
from termalign.learned.file import packed, read, unpacked, write

Stems = tuple[str, ...]
"""Family keys of the content words of a phrase, in order."""


class Learned(NamedTuple):
    """English that rendered a headword.

    Attributes
    ----------
    stems : tuple of str
        Family keys of its content words.
    times : int
        In how many pairs it was the rendering.
    occurrences : int
        In how many the English has it at all.
    """

    stems: Stems
    times: int
    occurrences: int


class Headword(NamedTuple):
    """A Japanese word or compound that the pairs had.

    Attributes
    ----------
    seen : int
        In how many pairs the Japanese has it.
    renderings : mapping of tuple of str to Learned
        What it was rendered by, the most frequent first.
    rendered : int
        How often it was rendered by any of these.
    with_stem : mapping of str to int
        How often by one that has a certain word, by the word's family.
    """

    seen: int
    renderings: Mapping[Stems, Learned]
    rendered: int
    with_stem: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Source:
    """What a model was made from.

    Attributes
    ----------
    pairs : int
        Different sentence pairs that were learned from.
    left_out : int
        Those that were not: said before, without words on one side, or too long.
    digest : str
        Of all texts, in their order: the same pairs have the same.
    made : str
        The day, as 2026-11-29.
    version : str
        Of termalign.
    """

    pairs: int
    left_out: int
    digest: str
    made: str
    version: str


class Model:
    """What `Aligner.fit` has learned. A value: it never changes, and two models made of the same are equal.

    Parameters
    ----------
    source : Source
        What it was made from.
    body : bytes
        The packed tables; `Model.of` makes them.

    Examples
    --------
    >>> source = Source(pairs=3, left_out=0, digest="", made="2026-11-29", version="1")
    >>> model = Model.of(source, {"環境": (3, [Learned(("environ",), 3, 4)])}, {"environ": ("environment", 4)})
    >>> [(model.phrase(found.stems), found.times, model.seen("環境")) for found in model.renderings("環境")]
    [('environment', 3, 3)]
    >>> model.renderings("設定")
    ()
    """

    def __init__(self, source: Source, body: bytes) -> None:
        self.source = source
        self._body = body

    @classmethod
    def of(
        cls,
        source: Source,
        headwords: Mapping[str, tuple[int, list[Learned]]],
        words: Mapping[str, tuple[str, int]],
    ) -> Self:
        """A model of these headwords, each with how often it was seen and its renderings.

        Parameters
        ----------
        words : mapping of str to (str, int)
            For each stem, its commonest form, and in how many pairs the English has it.
        """
        english = "".join([f"{stem}\t{form}\t{count}\n" for stem, (form, count) in sorted(words.items())])
        japanese = "".join([_row(headword, *headwords[headword]) for headword in sorted(headwords)])
        return cls(source, packed(f"{english}\n{japanese}"))

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Self:
        """Read a file that `save` wrote.

        Raises
        ------
        ModelError
            The file is none, is damaged, or is of another version's format; says what to do.
        OSError
            The file cannot be read.
        """
        source, body = read(path)
        return cls(Source(**source), body)

    def save(self, path: str | PathLike[str]) -> None:
        """Write it to a file. It appears when all is written; until then an older one stays."""
        source = self.source
        write(path, {name: getattr(source, name) for name in Source.__slots__}, self._body)

    def seen(self, headword: str) -> int:
        """In how many pairs the Japanese has a headword; 0 where nothing was learned of it."""
        found = self.get(headword)
        return found.seen if found else 0

    def renderings(self, headword: str) -> tuple[Learned, ...]:
        """What a headword was rendered by, the most frequent first."""
        found = self.get(headword)
        return tuple(found.renderings.values()) if found else ()

    def get(self, headword: str) -> Headword | None:
        """What was learned of a headword."""
        found = self._headwords.get(headword)
        if isinstance(found, str):
            found = self._headwords[headword] = _headword(found)
        return found

    def occurrences(self, stem: str) -> int:
        """In how many pairs the English has words of a family."""
        return int(self._words[stem][1]) if stem in self._words else 0

    def phrase(self, stems: Stems) -> str:
        """Stems as words, each in its commonest form."""
        return " ".join([self._words[stem][0] if stem in self._words else stem for stem in stems])

    def headwords(self) -> Iterator[str]:
        """All headwords, in the order of their code points."""
        return iter(self._headwords)

    def __len__(self) -> int:
        return len(self._headwords)

    @lazy
    def _tables(self) -> tuple[dict[str, tuple[str, str]], dict[str, "str | Headword"]]:
        english, _, japanese = unpacked(self._body).partition("\n\n")
        words = {
            stem: (form, count) for stem, form, count in (line.split("\t") for line in english.split("\n") if line)
        }
        rows: dict[str, str | Headword] = {
            head: rest for head, _, rest in (line.partition("\t") for line in japanese.split("\n")) if head
        }
        return words, rows

    @property
    def _words(self) -> dict[str, tuple[str, str]]:
        return self._tables[0]

    @property
    def _headwords(self) -> dict[str, "str | Headword"]:
        """Rows, read when they are asked for."""
        return self._tables[1]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Model) and (self.source, self._body) == (other.source, other._body)

    def __hash__(self) -> int:
        return hash(self.source)

    def __repr__(self) -> str:
        return f"Model({len(self):,} headwords of {self.source.pairs:,} pairs)"

    def __reduce__(self) -> Any:
        return Model, (self.source, self._body)


def _row(headword: str, seen: int, renderings: list[Learned]) -> str:
    best = sorted(renderings, key=lambda found: (-found.times, found.stems))
    said = [f"{' '.join(found.stems)} {found.times} {found.occurrences}" for found in best]
    return "\t".join([headword, str(seen), *said]) + "\n"


def _headword(row: str) -> Headword:
    seen, *said = row.split("\t")
    found: dict[Stems, Learned] = {}
    with_stem: Counter[str] = Counter()
    for each in said:
        *stems, times, occurrences = each.split(" ")
        found[tuple(stems)] = Learned(tuple(stems), int(times), int(occurrences))
        for stem in set(stems):
            with_stem[stem] += int(times)
    return Headword(int(seen), found, sum([one.times for one in found.values()]), with_stem)
