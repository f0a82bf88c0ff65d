"""The user's glossary, a container of entries that finds its terms in texts, and is read from and written to files."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import overload

from termalign.arguments import checked, strings
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
from termalign.formats.glossaries.entry import ill_typed
from termalign.formats.opening import Source
from termalign.japanese.other_names import spellings_in
from termalign.lexicon.folding import folded
from termalign.lexicon.headword_spelling import headword_key
from termalign.lexicon.lexicon import Lexicon
from termalign.model import Span
from termalign.termbase.by_spelling import Index, common_nouns
from termalign.termbase.do_not_translate import about_translated
from termalign.termbase.overlaid import overlaid
from termalign.termbase.prompt import Budget, fitting, prompt
from termalign.termbase.search import cut_for, places
from termalign.text import normalise


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An occurrence of a glossary term in a Japanese text.

    Attributes
    ----------
    span : Span
        The position of the term, in code points of the caller's text.
    entry : GlossaryEntry
        The entry of the term. If a term has several entries (homographs in a term base), they are merged.
    variant : bool
        Whether the spelling differs from that of the glossary: サーバ for サーバー. Inflection, width and case are ignored, and
        so is the difference between a noun and its verb.
    """

    span: Span
    entry: GlossaryEntry
    variant: bool = False

    @property
    def start(self) -> int:
        """The start of the occurrence, in code points of the text."""
        return self.span.start

    @property
    def end(self) -> int:
        """The end of the occurrence (exclusive), in code points of the text."""
        return self.span.end

    @property
    def text(self) -> str:
        """The occurrence as written in the text."""
        return self.span.text


@dataclass(frozen=True)
class Glossary:
    """Japanese terms with their English renderings.

    A glossary has one entry for each term (in a term base, for each term and concept), in the order of their first
    occurrence. It is a container of its terms in any spelling: it supports ``in``, ``[]``, ``len``, and iteration over its
    entries.

    Parameters
    ----------
    entries : tuple of GlossaryEntry
        The entries. To create a glossary, use `from_pairs`, `of` or `read`, which merge duplicates.

    Raises
    ------
    TypeError
        If an element is not an entry, or a field of an entry has the wrong type. The message gives the number of that entry,
        from 0.

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

    def __post_init__(self) -> None:
        entries = tuple(self.entries) if isinstance(self.entries, Iterable) else (self.entries,)
        if not all(isinstance(entry, GlossaryEntry) for entry in entries):
            raise TypeError("entries must be GlossaryEntry objects; use Glossary.of for a dictionary or pairs")
        for number, entry in enumerate(entries):
            if problem := ill_typed(entry):
                raise TypeError(f"entry {number}: {problem}")
        object.__setattr__(self, "entries", entries)

    @property
    def reading(self) -> Reading | None:
        """The report on reading the file, or None: the number of renderings, the skipped records, and the columns."""
        return self._reading

    def __repr__(self) -> str:
        return f"Glossary({len(self.entries):,} terms)"

    def __iter__(self) -> Iterator[GlossaryEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __or__(self, other: "Glossary") -> "Glossary":
        """Return both glossaries as one, in which `other` takes precedence.

        For a term in both, the entry of `other` replaces this one. What this entry forbids stays forbidden unless `other`
        approves it, and its renderings stay approved if `other` gives none and only forbids some.

        Examples
        --------
        >>> house = Glossary.of({"送料": {"en": "shipping", "forbidden": ["postage"]}, "返品": "return"})
        >>> both = house | Glossary.of({"送料": "shipping fee", "領収書": "receipt"})
        >>> both["送料"].en, both["送料"].forbidden, len(both)
        (('shipping fee',), ('postage',), 3)
        """
        if not isinstance(other, Glossary):
            return NotImplemented
        if not (len(self) and len(other)):
            return other if len(other) else self
        return Glossary(tuple(overlaid(self, other)))

    def __contains__(self, term: object) -> bool:
        """Return whether the glossary has a term, in any spelling."""
        return isinstance(term, str) and self.get(term) is not None

    def __getitem__(self, term: str) -> GlossaryEntry:
        """Return the entry of a term, in any spelling.

        Raises
        ------
        KeyError
            If the glossary has no such term.
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
        """Return the entry of a term in any spelling, or `default`.

        Examples
        --------
        >>> Glossary.of({"引っ越し": "move"}).get("引越").en
        ('move',)
        """
        checked(term, "term")
        said = " ".join(term.strip().splitlines())  # as the index reads the terms
        whole = [one.entry for one in self.find(said) if one.text == said]
        if not whole and (key := folded(said)) in self._index:  # a term that is more than words: -0する
            whole = [joined([self.entries[k] for k in self._index[key]])]
        return whole[0] if whole else default

    def find(self, text: str) -> list[Occurrence]:
        """Return the occurrences of the glossary's terms in a Japanese text.

        A term is found in other spellings (okurigana, ー, kana and kanji, old kanji, ・ and spaces, width, numerals),
        inflected, and inside compounds, but never inside another word. A term whose renderings have no capitals is not found in
        a name: 石垣 (*stone wall*) in 石垣島. The noun of a compound verb is also found as the verb
        (絞り込み in 絞り込む). Of overlapping terms, the longest is found.

        Parameters
        ----------
        text : str
            The text.

        Returns
        -------
        list of Occurrence
            The occurrences in order, without overlaps.

        Raises
        ------
        TypeError
            If the text is not a string.

        Examples
        --------
        >>> glossary = Glossary.of({"申し込む": "apply", "京都": "Kyoto", "大統領": "president"})
        >>> [(one.text, one.entry.ja) for one in glossary.find("東京都で申込んだトランプ大統領")]
        [('申込ん', '申し込む'), ('大統領', '大統領')]
        """
        checked(text, "text")
        if not self.entries or not text:
            return []
        plain, lexicon = normalise(text), Lexicon.default()
        cut = cut_for(self._index, plain.text, lexicon)
        found: list[Occurrence] = []
        for place in places(plain.text, cut, self._index, lexicon):
            start, end = cut[place.a].start, cut[place.b - 1].end
            written = plain.text[start:end]
            if place.form:
                written = plain.text[start : cut[place.b - 1].start] + place.form
            found.append(self._occurrence(text, plain.raw_span(start, end), place.key, written))
        return found

    def _occurrence(self, text: str, span: tuple[int, int], key: str, written: str) -> Occurrence:
        same = [self.entries[k] for k in self._index[key]]
        said = _plain(written)
        as_written = [entry for entry in same if _plain(entry.ja) == said]
        as_written = as_written or [entry for entry in same if said in map(_plain, spellings_in(entry.ja))]
        return Occurrence(Span.of(text, *span), joined(as_written or same[:1]), not as_written)

    def select(self, text: str | Iterable[str]) -> "Glossary":
        """Return the entries that occur in one or more Japanese texts, in the order of their first occurrence.

        Examples
        --------
        >>> glossary = Glossary.of({"詐欺": "fraud", "警察": "police", "噴火": "eruption"})
        >>> [entry.ja for entry in glossary.select("警察は詐欺を調べた。")]
        ['警察', '詐欺']
        """
        texts = [text] if isinstance(text, str) else strings(text, "text", "a text")
        return Glossary(tuple(dict.fromkeys(found.entry for each in texts for found in self.find(each))))

    def to_prompt(
        self, text: str | Iterable[str] | None = None, *, budget: Budget | None = None, notes: bool = False
    ) -> str:
        """Return the entries as a compact block of text for a language model.

        Parameters
        ----------
        text : str or iterable of str, optional
            One or more Japanese texts. The block then has only the entries that occur in them, in the order of occurrence.
        budget : int or str, optional
            A number of characters, or ``"40 entries"``, as for `within`.
        notes : bool
            Whether each line ends with the note of its entry in brackets.

        Warns
        -----
        UserWarning
            If there are entries but none fits the budget. The block is then empty.

        Examples
        --------
        >>> glossary = Glossary.of({"請求書": "invoice", "障害": ["failure", "outage"]})
        >>> print(glossary.to_prompt("障害が発生した。"))
        Use these renderings:
        障害 = failure; outage
        """
        return prompt((self if text is None else self.select(text)).entries, budget, notes)

    def within(self, budget: Budget) -> "Glossary":
        """Return the entries whose block for a language model fits a budget; see `to_prompt`.

        Parameters
        ----------
        budget : int or str
            A number of characters, or ``"40 entries"``. If not all entries fit, those with forbidden renderings and those that
            must not be translated are kept first, then terms that are in no dictionary, then terms that are not common words.

        Examples
        --------
        >>> glossary = Glossary.of({"請求書": "invoice", "匿流": "Tokuryu"})
        >>> kept = glossary.within("1 entry")
        >>> [entry.ja for entry in kept], [entry.ja for entry in glossary if entry not in kept.entries]
        (['匿流'], ['請求書'])
        """
        return Glossary(tuple(fitting(self.entries, budget)))

    @property
    def _index(self) -> Index:
        """The index of the terms by spelling, made at the first search."""
        known: Index | None = self.__dict__.get("_terms")
        if known is None:
            terms = [entry.ja for entry in self.entries]
            known = self.__dict__["_terms"] = Index(terms, common_nouns(self.entries))
        return known

    def __getstate__(self) -> tuple[tuple[GlossaryEntry, ...], Reading | None]:
        return self.entries, self._reading

    def __setstate__(self, state: tuple[tuple[GlossaryEntry, ...], Reading | None]) -> None:
        self.__dict__["entries"], self.__dict__["_reading"] = state

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str] | tuple[str, str, str]]) -> "Glossary":
        """Make a glossary from tuples (ja, en) or (ja, en, note).

        Texts are stripped, pairs with an empty text are left out, and duplicates are merged.

        Raises
        ------
        TypeError
            If an element is not such a tuple. The message gives its number, from 0.

        Warns
        -----
        UserWarning
            If the languages seem swapped: no pair has Japanese first, and each has English first and Japanese second.

        Examples
        --------
        >>> pairs = [("匿流", "Tokuryu"), ("詐欺", "fraud"), ("詐欺", "scam"), ("詐欺", "fraud")]
        >>> [(entry.ja, entry.en) for entry in Glossary.from_pairs(pairs)]
        [('匿流', ('Tokuryu',)), ('詐欺', ('fraud', 'scam'))]
        """
        return cls(paired_entries(pairs))

    @classmethod
    def of(cls, glossary: GlossaryLike) -> "Glossary":
        """Make a glossary from a glossary, a mapping, pairs, records, entries, or the path of a file.

        A record is an entry by the names of its fields, as ``termalign select --format jsonl`` writes it.

        Raises
        ------
        TypeError
            If the argument is none of these, or an element is invalid. The message names the term or the pair.
        GlossaryError, OSError
            As for `read`.

        Warns
        -----
        UserWarning
            As for `from_pairs`, and if a term is left out because it has no English, or no Japanese. For a file,
            `Glossary.reading` lists what is left out.

        Examples
        --------
        >>> Glossary.of([{"ja": "桜", "en": ["cherry", "cherry tree"]}]) == Glossary.of({"桜": ["cherry", "cherry tree"]})
        True
        >>> Glossary.of({"送料": {"en": "shipping fee", "forbidden": ["postage"]}})["送料"].forbidden
        ('postage',)
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

        Records without Japanese or English are skipped; `Glossary.reading` lists them with the reason.

        Parameters
        ----------
        path : path or binary stream
            The file, in UTF-8, optionally compressed with gzip. XML may declare another encoding.
        format : str, optional
            ``tsv`` ``csv`` ``tbx`` ``tbx3`` ``utx`` ``omegat`` ``xlsx`` ``deepl`` ``google`` ``google-sets``, or a bitext
            format, which makes each pair a term with its rendering. By default, the ending of the name determines the format;
            an unknown ending means tab-separated values.
        columns : mapping of str to str, optional
            The names of a table's columns: ``{"ja": "用語", "en": "訳語候補"}``, and optionally ``note`` ``status`` ``pos``
            ``definition`` ``domain`` ``preferred`` ``admitted`` ``forbidden`` ``translate`` ``concept`` ``ja_status``
            ``reading`` ``check``. Name both ``ja`` and ``en`` or neither, also beside ``preferred``. By default, the header
            identifies the columns, or the script of the rows if only one column can be English.
        strict : bool
            Whether to raise an error at the first record that would be skipped, or whose status or ``translate`` is not known,
            and if the file has no entry.

        Raises
        ------
        GlossaryError
            If the file is not a glossary, or cannot be parsed further; with `strict`, also at the first bad record. The
            attribute `good` of the error has the preceding entries.
        ValueError
            If the format is unknown, or `columns` is given for a file that is not a table.
        ImportError
            For Excel workbooks, if openpyxl is not installed.
        OSError
            If the file cannot be read.

        Notes
        -----
        A line of a TSV or CSV file is ``Japanese, English[, note]``. Several renderings go on several lines, or in one field
        with ``|`` or ``;`` between them. A header line (``ja en``) may reorder the columns. Empty lines and lines that begin
        with ``#`` are skipped.

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
        entries, reading = read_entries(path, format, columns=columns, strict=strict)
        glossary = cls.__new__(cls)  # without the check of the entries, which the reader has made
        glossary.__setstate__((entries, replace(reading, doubts=(*reading.doubts, *about_translated(entries)))))
        return glossary

    def write(self, path: str | os.PathLike[str], format: str | None = None, *, safe_cells: bool = False) -> None:
        """Write a glossary file.

        Parameters
        ----------
        path : path
            The file to write, compressed with gzip if its name ends in ``.gz`` (except workbooks).
        format : str, optional
            As for `read`, except bitext formats. A glossary from a TBX file keeps the codes of its languages (``ja-JP``,
            ``en-US``) in TBX. The formats of DeepL and Google keep only a term's preferred rendering, and no notes. Their formats
            and OmegaT's keep no forbidden renderings.
        safe_cells : bool
            Whether to put an apostrophe before each cell of TSV or CSV that a spreadsheet would run as a formula.

        Raises
        ------
        FormatError
            If the format cannot represent a term.
        ValueError
            If the format is unknown or cannot be determined from the name, or if safe cells are requested for a format other
            than TSV and CSV.
        OSError
            If the file cannot be written. An old file is replaced only when the new one is complete.

        Examples
        --------
        >>> from tempfile import mkdtemp
        >>> Glossary.of({"闇バイト": ["dark gig"]}).write(mkdtemp() + "/terms.tbx")
        """
        locales = self._reading.locales if self._reading is not None else ("ja", "en")
        write_entries(path, self.entries, format, safe_cells=safe_cells, locales=locales)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield each approved rendering as a pair (term, rendering)."""
        return ((entry.ja, en) for entry in self for en in entry.en)


def _plain(written: str) -> str:
    return headword_key(written).lower()
