"""A learned model: Japanese headwords with the English that rendered them, and the counts behind each rendering."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from typing import Any, NamedTuple, Self

from termalign.arguments import checked, path_given
from termalign.learned.model_file import damaged, packed, read, unpacked, write

_NUMBER = "[0-9]{1,12}"
_WORD = rf"[^\t\n]++\t[^\t\n]++\t{_NUMBER}\n"
_RENDERING = rf"\t(?:[^\t\n ]++ )+{_NUMBER} {_NUMBER}"
_HEADWORD = rf"[^\t\n]++\t{_NUMBER}(?:{_RENDERING})*+\n"
_MOST_ROWS = 1_000_000
_MOST_RENDERINGS = 10_000  # of one headword
_TABLES = re.compile(rf"((?:{_WORD})*+)\n((?:{_HEADWORD})*+)")
"""The English words with their forms and counts, and the Japanese headwords with their renderings."""
Stems = tuple[str, ...]
"""The stems of the content words of a phrase, in order; words of one family have the same stem."""


class Learned(NamedTuple):
    """A learned rendering of a headword.

    Attributes
    ----------
    stems : tuple of str
        The stems of its content words.
    times : int
        The number of pairs in which it rendered the headword.
    occurrences : int
        The number of pairs whose English contains it.
    """

    stems: Stems
    times: int
    occurrences: int


class Headword(NamedTuple):
    """A Japanese word or compound in the pairs.

    Attributes
    ----------
    seen : int
        The number of pairs whose Japanese contains it.
    renderings : mapping of tuple of str to Learned
        Its renderings by their stems, most frequent first.
    rendered : int
        The number of pairs in which one of these renderings rendered it.
    with_stem : mapping of str to int
        For each stem, the number of pairs in which a rendering with this stem rendered it.
    """

    seen: int
    renderings: Mapping[Stems, Learned]
    rendered: int
    with_stem: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Source:
    """The origin of a model.

    Attributes
    ----------
    pairs : int
        The number of distinct sentence pairs from which the model has learned.
    left_out : int
        The number of pairs that were left out: repeated, without words on one side, or too long.
    digest : str
        The digest of all texts in order; it identifies the pairs.
    made : str
        The day on which the model was made, such as 2026-11-29.
    version : str
        The version of termalign that made the model.
    """

    pairs: int
    left_out: int
    digest: str
    made: str
    version: str


class Model:
    """A model that `Aligner.fit` has learned. It is immutable, and models with the same source and tables are equal.

    Parameters
    ----------
    source : Source
        The origin of the model.
    body : bytes
        The compressed tables; `Model.of` makes them.

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
        """Return a model of headwords.

        Parameters
        ----------
        source : Source
            The origin of the model.
        headwords : mapping of str to (int, list of Learned)
            For each headword, the number of pairs whose Japanese contains it, and its renderings.
        words : mapping of str to (str, int)
            For each stem, its most common form, and the number of pairs whose English contains a word with this stem.
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
            If the file is not a model, is damaged, or has another version's format; the message says what to do.
        OSError
            If the file cannot be read.
        """
        path_given(path)
        source, body = read(path)
        model = cls(Source(**source), body)
        try:
            model._tables  # noqa: B018 - unpacked now, so that no later look-up can fail
        except ValueError as error:
            raise damaged(path, str(error)) from error
        return model

    def save(self, path: str | PathLike[str]) -> None:
        """Write the model to a file; an older file is replaced only when the new one is complete."""
        source = self.source
        write(path, {name: getattr(source, name) for name in Source.__slots__}, self._body)

    def seen(self, headword: str) -> int:
        """Return the number of pairs whose Japanese contains a headword; 0 if nothing was learned about it."""
        checked(headword, "headword")
        found = self.get(headword)
        return found.seen if found else 0

    def renderings(self, headword: str) -> tuple[Learned, ...]:
        """Return the renderings of a headword, most frequent first."""
        checked(headword, "headword")
        found = self.get(headword)
        return tuple(found.renderings.values()) if found else ()

    def get(self, headword: str) -> Headword | None:
        """Return the counts and renderings of a headword, or None if nothing was learned about it."""
        found = self._headwords.get(headword)
        if isinstance(found, str):
            found = self._headwords[headword] = _headword(found)
        return found

    def occurrences(self, stem: str) -> int:
        """Return the number of pairs whose English contains a word with a stem."""
        return int(self._words[stem][1]) if stem in self._words else 0

    def phrase(self, stems: Stems) -> str:
        """Return stems as words, each in its most common form."""
        return " ".join([self._words[stem][0] if stem in self._words else stem for stem in stems])

    def headwords(self) -> Iterator[str]:
        """Iterate over all headwords, in the order of their code points."""
        return iter(self._headwords)

    def __len__(self) -> int:
        return len(self._headwords)

    @cached_property
    def _tables(self) -> tuple[dict[str, tuple[str, str]], dict[str, "str | Headword"]]:
        text = unpacked(self._body)
        if text.count("\n") > _MOST_ROWS:
            raise ValueError(f"its tables have more than {_MOST_ROWS:,} rows")
        tables = _TABLES.fullmatch(text)
        if tables is None:
            raise ValueError("not in the form of a model's tables")
        english, japanese = tables.groups()
        words = {
            stem: (form, count) for stem, form, count in (line.split("\t") for line in english.split("\n") if line)
        }
        rows: dict[str, str | Headword] = {
            head: rest for head, _, rest in (line.partition("\t") for line in japanese.split("\n")) if head
        }
        if any(isinstance(row, str) and row.count("\t") > _MOST_RENDERINGS for row in rows.values()):
            raise ValueError(f"a headword has more than {_MOST_RENDERINGS:,} renderings")
        return words, rows

    @property
    def _words(self) -> dict[str, tuple[str, str]]:
        return self._tables[0]

    @property
    def _headwords(self) -> dict[str, "str | Headword"]:
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
