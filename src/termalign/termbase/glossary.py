"""The user's glossary as a container: what it has, where its terms stand in a text, and the files it is kept in."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import overload

from termalign.arguments import checked
from termalign.formats.glossaries import (
    GlossaryEntry,
    GlossaryLike,
    Reading,
    given_entries,
    joined,
    paired_entries,
    read_entries,
    write_entries,
)
from termalign.formats.opening import Source
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon
from termalign.lexicon.spelling import headword_key
from termalign.model import Span
from termalign.termbase.by_spelling import Index
from termalign.termbase.finding import cut_for, places
from termalign.termbase.prompt import Budget, prompt
from termalign.text import normalise


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term of a glossary in a Japanese text.

    Attributes
    ----------
    span : Span
        Where it stands, in code points of the caller's text.
    entry : GlossaryEntry
        What the glossary says of it; entries of one term (homographs of a term base) are one here.
    variant : bool
        It is spelled otherwise than the glossary spells it: サーバ for サーバー. Inflection, width and case are none.
    """

    span: Span
    entry: GlossaryEntry
    variant: bool = False

    @property
    def start(self) -> int:
        """The first code point."""
        return self.span.start

    @property
    def end(self) -> int:
        """The code point behind the last."""
        return self.span.end

    @property
    def text(self) -> str:
        """What stands there."""
        return self.span.text


@dataclass(frozen=True)
class Glossary:
    """Japanese terms with their English renderings: one entry a term, in the order first given.

    A glossary is a container of its terms, in whatever spelling: ``in``, ``[]``, ``len``, iteration over its entries.

    Parameters
    ----------
    entries : tuple of GlossaryEntry
        Use `from_pairs`, `of` or `read`, which merge duplicates.

    Examples
    --------
    >>> glossary = Glossary.of({"サーバー": "server", "詐欺": ["fraud", "scam"]})
    >>> len(glossary), "サーバ" in glossary, glossary["サーバ"].en
    (2, True, ('server',))
    >>> [(found.text, found.entry.ja, found.variant) for found in glossary.find("ファイルサーバの故障")]
    [('サーバ', 'サーバー', True)]
    """

    entries: tuple[GlossaryEntry, ...] = ()
    _reading: Reading | None = field(default=None, compare=False, repr=False)

    @property
    def reading(self) -> Reading | None:
        """Of one that was read from a file: how many renderings it has, what was left out and why, which columns were read."""
        return self._reading

    def __repr__(self) -> str:
        return f"Glossary({len(self.entries):,} terms)"

    def __iter__(self) -> Iterator[GlossaryEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, term: object) -> bool:
        """Whether the glossary has a term, in whatever spelling."""
        return isinstance(term, str) and self.get(term) is not None

    def __getitem__(self, term: str) -> GlossaryEntry:
        """The entry of a term, in whatever spelling.

        Raises
        ------
        KeyError
            The glossary has no such term.
        """
        found = self.get(term)
        if found is None:
            raise KeyError(term)
        return found

    @overload
    def get(self, term: str) -> GlossaryEntry | None: ...
    @overload
    def get(self, term: str, default: GlossaryEntry) -> GlossaryEntry: ...
    def get(self, term: str, default: GlossaryEntry | None = None) -> GlossaryEntry | None:
        """The entry of a term, in whatever spelling, or `default`.

        Examples
        --------
        >>> Glossary.of({"引っ越し": "move"}).get("引越").en
        ('move',)
        """
        checked(term, "term")
        whole = [one for one in self.find(term) if one.text == term.strip()]
        return whole[0].entry if whole else default

    def find(self, text: str) -> list[Occurrence]:
        """The terms that occur in a Japanese text.

        A term is found in other spellings of it (okurigana, ー, kana and kanji, old kanji, ・ and spaces, width,
        numerals), inflected, and as a part of a compound, but never inside another word. Of terms that overlap the
        longest counts.

        Parameters
        ----------
        text : str
            The text.

        Returns
        -------
        list of Occurrence
            In order; no two overlap.

        Raises
        ------
        TypeError
            The text is no string.

        Examples
        --------
        >>> glossary = Glossary.of({"申し込む": "apply", "京都": "Kyoto", "大統領": "president"})
        >>> [(one.text, one.entry.ja) for one in glossary.find("東京都で申込んだトランプ大統領")]
        [('申込ん', '申し込む'), ('大統領', '大統領')]
        """
        checked(text, "text")
        if not self.entries or not text:
            return []
        folded = normalise(text)
        cut = cut_for(self._index, folded.text, morphemes(folded.text))
        found: list[Occurrence] = []
        for place in places(folded.text, cut, self._index, Lexicon.default()):
            start, end = cut[place.a].start, cut[place.b - 1].end
            written = folded.text[start:end]
            if place.inflected:
                written = folded.text[start : cut[place.b - 1].start] + cut[place.b - 1].base
            found.append(self._occurrence(text, folded.raw_span(start, end), place.key, written))
        return found

    def _occurrence(self, text: str, span: tuple[int, int], key: str, written: str) -> Occurrence:
        same = [self.entries[k] for k in self._index[key]]
        said = _plain(written)
        as_written = [entry for entry in same if _plain(entry.ja) == said]
        return Occurrence(Span.of(text, *span), joined(as_written or same[:1]), not as_written)

    def select(self, text: str) -> "Glossary":
        """The entries that occur in a Japanese text, in the order they first do.

        Examples
        --------
        >>> glossary = Glossary.of({"詐欺": "fraud", "警察": "police", "噴火": "eruption"})
        >>> [entry.ja for entry in glossary.select("警察は詐欺を調べた。")]
        ['警察', '詐欺']
        """
        return Glossary(tuple(dict.fromkeys(found.entry for found in self.find(text))))

    def to_prompt(self, text: str | None = None, *, budget: Budget | None = None) -> str:
        """A compact block for a language model.

        Parameters
        ----------
        text : str, optional
            Only the entries that occur in this Japanese text, in the order they do; without it all.
        budget : int or str, optional
            Characters, or ``"40 entries"``. If not all fit, forbidden renderings go first, then the rarest terms.

        Examples
        --------
        >>> glossary = Glossary.of({"請求書": "invoice", "障害": ["failure", "outage"]})
        >>> print(glossary.to_prompt("障害が発生した。"))
        Use these renderings:
        障害 = failure; outage
        """
        return prompt((self if text is None else self.select(text)).entries, budget)

    @property
    def _index(self) -> Index:
        """The terms by spelling, made when they are first looked for."""
        known: Index | None = self.__dict__.get("_terms")
        if known is None:
            known = self.__dict__["_terms"] = Index([entry.ja for entry in self.entries])
        return known

    def __getstate__(self) -> tuple[tuple[GlossaryEntry, ...], Reading | None]:
        return self.entries, self._reading

    def __setstate__(self, state: tuple[tuple[GlossaryEntry, ...], Reading | None]) -> None:
        self.__dict__["entries"], self.__dict__["_reading"] = state

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str] | tuple[str, str, str]]) -> "Glossary":
        """A glossary of (ja, en) or (ja, en, note): stripped, without empty ones, duplicates merged.

        Raises
        ------
        TypeError
            If one is no such pair; the message says which, counting from 0.

        Examples
        --------
        >>> pairs = [("匿流", "Tokuryu"), ("詐欺", "fraud"), ("詐欺", "scam"), ("詐欺", "fraud")]
        >>> [(entry.ja, entry.en) for entry in Glossary.from_pairs(pairs)]
        [('匿流', ('Tokuryu',)), ('詐欺', ('fraud', 'scam'))]
        """
        return cls(paired_entries(pairs))

    @classmethod
    def of(cls, glossary: GlossaryLike) -> "Glossary":
        """A glossary from whatever stands for one: itself, a mapping, pairs, records, or the path of a file.

        Raises
        ------
        TypeError
            If it is none of these; the message names the term or the pair.
        GlossaryError, OSError
            As for `read`.

        Examples
        --------
        >>> Glossary.of([{"ja": "桜", "en": ["cherry", "cherry tree"]}]) == Glossary.of({"桜": ["cherry", "cherry tree"]})
        True
        """
        return glossary if isinstance(glossary, Glossary) else cls(given_entries(glossary))

    @classmethod
    def read(
        cls,
        path: Source,
        format: str | None = None,
        *,
        columns: Mapping[str, str] | None = None,
        strict: bool = False,
    ) -> "Glossary":
        """Read a glossary file.

        A record that has no Japanese or no English is left out; `Glossary.reading` says which, and why.

        Parameters
        ----------
        path : path or binary stream
            The file, gzip or not, in UTF-8; XML also in what it declares.
        format : str, optional
            ``tsv`` ``csv`` ``tbx`` ``tbx3`` ``utx`` ``omegat`` ``xlsx`` ``deepl`` ``google`` ``google-sets``; without it
            the name's ending tells, and any other name is one of tab-separated values. The formats of bitexts are
            read as well, each pair as a term and its rendering.
        columns : mapping of str to str, optional
            Of a table, what its header calls the columns: ``{"ja": "用語", "en": "訳語候補"}``, and perhaps ``note`` ``status``
            ``pos`` ``definition`` ``domain`` ``forbidden`` ``translate`` ``concept`` ``ja_status``. Without it the header's own
            words tell, or the script of the rows where only one column can be English.
        strict : bool
            Stop at the first record that would be left out.

        Raises
        ------
        GlossaryError
            The file is no glossary, or cannot be read on; with `strict` at the first bad record. Its `good` has what was read.
        ValueError
            The format is unknown, or columns are asked of another than a table.
        ImportError
            For Excel workbooks, if openpyxl is not installed.
        OSError
            The file cannot be read.

        Notes
        -----
        A line of a TSV or CSV file is ``Japanese, English[, note]``; several English forms go on several lines, or
        in one field with ``|`` or ``;`` between them. A header line (``ja  en``) may reorder the columns; empty lines
        and lines that begin with ``#`` are skipped.

        Examples
        --------
        >>> from io import BytesIO
        >>> lines = "用語,訳語候補,使用区分\\n闇バイト,dark gig,\\n闇バイト,dark job,使用禁止\\n噴火,,\\n".encode()
        >>> glossary = Glossary.read(BytesIO(lines), "csv", columns={"ja": "用語", "en": "訳語候補", "status": "使用区分"})
        >>> glossary["闇バイト"].en, glossary["闇バイト"].forbidden
        (('dark gig',), ('dark job',))
        >>> [(fault.line, fault.problem[-44:]) for fault in glossary.reading.skipped]
        [(4, "n English rendering is missing in '噴火 ⇥  ⇥ '")]
        """
        return cls(*read_entries(path, format, columns=columns, strict=strict))

    def write(self, path: str | os.PathLike[str], format: str | None = None, *, safe_cells: bool = False) -> None:
        """Write a glossary file.

        Parameters
        ----------
        path : path
            The file to write, gzip if its name ends in ``.gz`` (but for workbooks).
        format : str, optional
            As for `read`, bitexts excepted. DeepL's and Google's keep a term's preferred rendering only, and no notes; theirs and
            OmegaT's have no forbidden ones.
        safe_cells : bool
            Put an apostrophe before each cell of TSV or CSV that a spreadsheet would take for a formula.

        Raises
        ------
        FormatError
            The format cannot hold a term.
        ValueError
            The format is unknown, the name does not tell it, or safe cells are asked of another than TSV and CSV.
        OSError
            The file cannot be written; until it is whole, what stood there stays.

        Examples
        --------
        >>> from tempfile import mkdtemp
        >>> Glossary.of({"闇バイト": ["dark gig"]}).write(mkdtemp() + "/terms.tbx")
        """
        write_entries(path, self.entries, format, safe_cells=safe_cells)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every term with each of its approved renderings."""
        return ((entry.ja, en) for entry in self for en in entry.en)


def _plain(written: str) -> str:
    return headword_key(written).lower()
