"""The aligner: analyse both sides, gather evidence, choose, and hand out links in the caller's own offsets."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from termalign.alignment import Alignment
from termalign.arguments import (
    CheckedEncoder,
    TermSpec,
    checked,
    kinds_of,
    one_text,
    pairs_of_terms,
    pairs_to_learn,
    score_of,
    situation_given,
    spans_of,
    strings,
)
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import MATCHERS, Gatherer
from termalign.evidence.semantic import Encoder, Semantics, packaged
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.formats.glossaries import GlossaryLike
from termalign.formats.pairs import Unit, read_units
from termalign.garbage import garbage_later
from termalign.japanese.text import JapaneseText
from termalign.learned import Model
from termalign.learning import fitted
from termalign.lexicon import Lexicon
from termalign.linking import alignment, link
from termalign.lists import TermList
from termalign.lists.kept import KeptLists
from termalign.lists.linked import align_list
from termalign.model import KINDS, Kind, Situation, Span
from termalign.named import in_place, pieces_in, terms_in, together
from termalign.parallel import align_document, align_given_document, terms_of
from termalign.pipe import align_pairs
from termalign.propose.glossary_runs import parts_of_compounds
from termalign.situation import situation_of
from termalign.situations.mixed import mentioned_nearby
from termalign.trace import Trace, trace_list, trace_translation
from termalign.words import Tokens, token_pairs

_MIN_SCORE = 0.38  # where F1 on development data is at its flat top, and the last right links of a list still clear it
_YIELDED_BY = {"date": "number", "learned": "glossary"}  # kinds that a matcher of another name also yields

Settings = ParamSpec("Settings")
Answer = TypeVar("Answer")


class _OfDefault(Generic[Settings, Answer]):
    """A method of aligners that, asked of the class itself, is that of an aligner with the default settings."""

    def __init__(self, method: "Callable[Concatenate[Aligner, Settings], Answer]") -> None:
        self._method = method

    def __get__(self, aligner: "Aligner | None", of: "type[Aligner]") -> Callable[Settings, Answer]:
        bound: Callable[Settings, Answer] = self._method.__get__(of() if aligner is None else aligner, of)
        return bound


class Aligner:
    """Aligns Japanese terms with the English that renders them.

    Parameters
    ----------
    lexicon : Lexicon, optional
        Dictionaries to use; the packaged one by default.
    glossary : mapping, iterable of pairs or path, optional
        The user's own renderings, trusted above the lexicon.
    model : Model or path, optional
        What was learned from sentence pairs (`fit`): evidence beside that of the lexicon, for texts and their translations.
    min_score : float
        Links below this score, from 0 to 1, are left out.
    kinds : iterable of str, optional
        Kinds of evidence to use, at least one of `KINDS`; all by default.
    semantic : bool
        Ask the encoder of the extra ``semantic`` about what nothing else explains in a text and its translation.
    encoder : Encoder, optional
        Ask this one instead: any object whose ``encode`` turns a list of texts into vectors.

    Raises
    ------
    ImportError
        If `semantic` is asked for and the extra is not installed.
    ModelError, OSError
        If `model` is a file that is no model, is damaged, or cannot be read.
    TypeError, ValueError
        If a setting is none of what it can be; the message says what it can be.

    Examples
    --------
    >>> aligner = Aligner(glossary={"匿流": "Tokuryu"})
    >>> [link.en.text for link in aligner.align("警察庁が発表した。", "The National Police Agency said so.")]
    ['National Police Agency', 'said']
    """

    def __init__(
        self,
        lexicon: Lexicon | None = None,
        *,
        glossary: GlossaryLike | None = None,
        model: Model | str | os.PathLike[str] | None = None,
        min_score: float = _MIN_SCORE,
        kinds: Iterable[Kind] | None = None,
        semantic: bool = False,
        encoder: Encoder | None = None,
    ) -> None:
        base = lexicon if lexicon is not None else Lexicon.default()
        if not isinstance(base, Lexicon):
            raise TypeError(f"lexicon must be a Lexicon, not {type(base).__name__}; of a file, Lexicon(path)")
        if model is not None:
            base = base.with_model(Model.load(model) if isinstance(model, str | os.PathLike) else model)
        self.lexicon = base if glossary is None else base.with_glossary(glossary)
        self.min_score = score_of(min_score)
        self.kinds = kinds_of(kinds)
        self.semantics = packaged() if semantic and encoder is None else None
        if encoder is not None:
            self.semantics = Semantics(CheckedEncoder(encoder))
        self._prepare()

    def _prepare(self) -> None:
        asked = {_YIELDED_BY.get(kind, kind) for kind in self.kinds or KINDS} | (self.kinds or set())
        self._matchers = tuple(m for m in MATCHERS if m.kind in asked)
        self.terms = TermCache(self.lexicon)
        self._lists = KeptLists(self.terms)

    def __repr__(self) -> str:
        """The settings that are not what they are by default."""
        settings = [] if self.lexicon is Lexicon.default() else [f"lexicon={self.lexicon!r}"]
        if self.min_score != _MIN_SCORE:
            settings.append(f"min_score={self.min_score}")
        if self.kinds is not None:
            settings.append(f"kinds={[kind for kind in KINDS if kind in self.kinds]}")
        if self.semantics is not None:
            settings.append(f"encoder={self.semantics.encoder!r}")
        return f"Aligner({', '.join(settings)})"

    def __dir__(self) -> list[str]:
        """What it is used by: completion shows no more."""
        return [
            "align", "align_mixed", "align_words", "fit", "kinds", "lexicon", "load", "min_score", "model", "pipe", "prepare",
            "save", "trace",
        ]  # fmt: skip

    def __getstate__(self) -> dict[str, Any]:
        # Sorted: the pickles of equal settings are then equal bytes, in every process, and can be a cache's key.
        kinds = None if self.kinds is None else sorted(self.kinds)
        state = {"lexicon": self.lexicon, "min_score": self.min_score, "kinds": kinds}
        if self.semantics is not None:
            state["semantics"] = self.semantics
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.semantics = None
        self.__dict__.update(state)
        self.kinds = None if self.kinds is None else frozenset(self.kinds)
        self._prepare()

    @_OfDefault
    def fit(self, pairs: Iterable[tuple[str, str] | Unit] | str | os.PathLike[str]) -> "Aligner":
        """Learn from sentence pairs which English renders which Japanese.

        What they say is evidence beside that of dictionaries, sounds and numbers, and counts for as much as it was seen. Some
        hundred pairs help a little, a hundred thousand a lot. It counts in texts and their translations.

        Parameters
        ----------
        pairs : iterable of (ja, en), or path
            Sentences or paragraphs and their translations, read once and never all at once; or the file of a bitext.

        Returns
        -------
        Aligner
            One with the same settings that has learned. What this one has learned before is not in it.

        Raises
        ------
        TypeError, ValueError
            If a pair is none, or there is nothing to learn from the pairs.
        FormatError, OSError
            If `pairs` is a file that cannot be read.

        Notes
        -----
        ``Aligner.fit(pairs)`` is short for ``Aligner().fit(pairs)``. The pairs are put by in a temporary file, some hundred
        bytes each; memory holds counts, bounded whatever there is to read. The same pairs give the same model.

        Examples
        --------
        >>> pairs = [("環境を保存する。", "Save the setup."), ("この環境を開く。", "Open this setup.")]
        >>> learned = Aligner.fit(pairs)
        >>> [(found.times, found.stems) for found in learned.model.renderings("環境")]
        [(2, ('setup',))]
        """
        units = read_units(pairs) if isinstance(pairs, str | os.PathLike) else pairs_to_learn(pairs)
        model = fitted(((unit[0], unit[1]) for unit in units), self.lexicon)
        learned = Aligner.__new__(Aligner)
        learned.__setstate__({**self.__getstate__(), "lexicon": self.lexicon.with_model(model)})
        return learned

    @property
    def model(self) -> Model | None:
        """What it has learned; None if nothing."""
        return self.lexicon.model

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write what it has learned to a file, and none of its other settings.

        The file appears when all is written; until then an older one stays.

        Raises
        ------
        ValueError
            If it has learned nothing.
        """
        if self.model is None:
            raise ValueError(
                "this aligner has learned nothing that could be saved: Aligner.fit(pairs) gives one that has"
            )
        self.model.save(path)

    @classmethod
    def load(cls, path: str | os.PathLike[str], **settings: Any) -> "Aligner":
        """An aligner with what `save` or ``termalign learn`` wrote.

        Parameters
        ----------
        path : path
            The file.
        **settings
            Others of an `Aligner`, such as ``glossary``.

        Raises
        ------
        ModelError, OSError
            If the file is no model, is damaged, or cannot be read.
        """
        return cls(model=path, **settings)

    def align(
        self,
        ja: str | Iterable[str],
        en: str,
        *,
        terms: Iterable[TermSpec] | None = None,
        situation: Situation | None = None,
    ) -> Alignment:
        """Find the English spans that render Japanese terms.

        Parameters
        ----------
        ja : str or iterable of str
            A Japanese text, whose terms are found, or a list of terms; a list is prepared, and kept for the next text.
        en : str
            The English text.
        terms : iterable of str or (int, int), optional
            With a Japanese text, only these: strings, each wherever it stands, or code-point offsets into it. A string that
            stands nowhere in the text has no place to be in `Alignment.unaligned`.
        situation : {"translation", "terms", "both"}, optional
            With a Japanese text, how to read it: as a text of which the English is the translation, each term of which is
            rendered where the order of the text says; as terms, every mention of which is looked for, as of a list; or both
            ways, mentions in words that the translation leaves over. Without it the two texts tell (`Alignment.situation`),
            and with `terms` it is a translation.

        Returns
        -------
        Alignment

        Examples
        --------
        >>> found = Aligner().align("特殊詐欺", "Special fraud (tokushu sagi) is on the rise. Police warned of special fraud.")
        >>> found.situation, [link.en.text for link in found]
        ('terms', ['Special fraud', 'tokushu sagi', 'special fraud'])
        """
        one_text(en, "en")
        situation_given(situation, listed=not isinstance(ja, str))
        if not isinstance(ja, str):
            if terms is not None:
                raise ValueError("terms= picks terms of a Japanese text: it cannot go with a list of terms")
            listed = self.kept(ja)
            with garbage_later(len(en)):
                return self._listed(listed, en)
        with garbage_later(len(ja) + len(en)):
            return self._aligned(ja, en, terms, situation)

    def _aligned(self, ja: str, en: str, terms: Iterable[TermSpec] | None, situation: Situation | None) -> Alignment:
        """`align` for two texts."""
        text, english = JapaneseText(ja, self.lexicon), EnglishText(en)
        spans = None if terms is None else spans_of(ja, terms)
        if situation is None:
            situation = situation_of(text, english) if spans is None else "translation"
        if situation == "terms":
            return self._named(text, english, spans)
        found = self._translated(text, english, spans)
        if situation == "both":
            return together(found, self._named(text, english, spans), situation)
        return _read_as(found, situation)

    def _translated(
        self, text: JapaneseText, english: EnglishText, spans: Sequence[tuple[int, int]] | None
    ) -> Alignment:
        """A text and its translation: the terms at `spans`, or those that are found."""
        gatherer = self._gatherer(english)
        if spans is None:
            return self._parallel(text, gatherer)
        return self._given(text, spans, gatherer)

    def _named(self, text: JapaneseText, english: EnglishText, spans: Sequence[tuple[int, int]] | None) -> Alignment:
        """Every mention of the terms at `spans`, or of those that the text names.

        What such a term is made of is looked for where it has no mention itself and is no word of a dictionary.
        """
        if spans is not None:
            return self._mentioned(text, spans, english.raw)
        found = self._mentioned(text, terms_in(text, self.lexicon), english.raw)
        unknown = [span for span in found.unaligned if not self.lexicon.has(span.text)]
        pieces = pieces_in(unknown, self._translated(text, english, None)) if unknown else []
        return together(found, self._mentioned(text, pieces, english.raw), "terms") if pieces else found

    def _mentioned(self, text: JapaneseText, spans: Sequence[tuple[int, int]], en: str) -> Alignment:
        """Every mention of the terms at `spans` of a text."""
        terms = list(dict.fromkeys([text.raw[start:end] for start, end in spans]))
        return in_place(self._listed(self.kept(terms), en), terms, text.raw, spans)

    def align_mixed(self, text: str) -> Alignment:
        """Align the Japanese that stands in an English text with the English around it.

        Parameters
        ----------
        text : str
            One text with both languages in it.

        Returns
        -------
        Alignment
            ``ja`` and ``en`` are both `text`; no link's two spans overlap.

        Examples
        --------
        >>> found = Aligner().align_mixed("Tokuryu, short for “匿名・流動型犯罪グループ”, is new.")
        >>> [(link.ja.text, link.en.text) for link in found]
        [('匿名・流動型犯罪グループ', 'Tokuryu')]
        """
        checked(text, "text")
        ja = JapaneseText(text)
        english = EnglishText(text)
        spans = [ja.folded.folded_span(start, end) for start, end in ja.stretches() if start < end]
        bitext = Bitext(english, self.lexicon)
        links = [
            link(c, ja.folded.part(*span), ja.folded.raw_span(*span)[0], english, text, text, 0, c.matches[0].parts)
            for span, c in mentioned_nearby(ja, spans, bitext, self.terms, self.kinds, self.min_score)
        ]
        linked = {one.ja.start for one in links}
        terms = [Span.of(text, *ja.folded.raw_span(*span)) for span in spans]
        unaligned = tuple(term for term in terms if term.start not in linked)
        ordered = sorted(links, key=attrgetter("ja.start", "ja.end", "en.start"))
        return Alignment(text, text, tuple(ordered), unaligned, "mixed")

    def align_words(self, ja: str | Sequence[str], en: str | Sequence[str]) -> list[tuple[int, int]]:
        """Link content words, over given tokens or the aligner's own.

        Parameters
        ----------
        ja, en : str or sequence of str
            A text each, or its tokens.

        Returns
        -------
        list of (int, int)
            0-based pairs of Japanese and English token positions, sorted; function words are left out.

        Examples
        --------
        >>> Aligner().align_words(["警察", "が", "逮捕", "し", "た"], ["Police", "arrested", "them"])
        [(0, 0), (2, 1)]
        """
        ja_tokens = (
            Tokens.of_japanese(ja) if isinstance(ja, str) else Tokens.joined(strings(ja, "ja", "a token"), spaced=False)
        )
        en_tokens = (
            Tokens.of_english(en) if isinstance(en, str) else Tokens.joined(strings(en, "en", "a token"), spaced=True)
        )
        with garbage_later(len(ja_tokens.text) + len(en_tokens.text)):
            return self._paired(ja_tokens, en_tokens)

    def _paired(self, ja: Tokens, en: Tokens) -> list[tuple[int, int]]:
        """`align_words` for tokens."""
        text = JapaneseText(ja.text, self.lexicon)
        found = self._parallel(text, self._gatherer(EnglishText(en.text)), predicates=True)
        return token_pairs(found, ja, en, text.raw_morphemes)

    def pipe(
        self,
        pairs: Iterable[tuple[str | Iterable[str], str]],
        *,
        n_process: int = 1,
        batch_size: int = 16,
        situation: Situation | None = None,
    ) -> Iterator[Alignment]:
        """Align many pairs, in order.

        Parameters
        ----------
        pairs : iterable of (ja, en)
            Texts, or lists of terms and texts; read as results are taken, never all at once.
        n_process : int
            Processes, this one among them; each opens its own dictionaries.
        batch_size : int
            Pairs handed to a process at a time.
        situation : {"translation", "terms", "both"}, optional
            How to read the pairs of two texts, as for `align`; lists of terms are what they are.

        Raises
        ------
        TypeError
            After the results of the pairs before, if a pair is none; the message says which, counting from 0.
        """
        situation_given(situation, listed=False)
        return align_pairs(self, pairs_of_terms(pairs), n_process, batch_size, situation)

    def _gatherer(self, english: EnglishText) -> Gatherer:
        bitext = Bitext(english, self.lexicon, parallel=True)
        return Gatherer(bitext, self._matchers, self.kinds, semantics=self.semantics)

    def prepare(self, terms: Iterable[str], *, progress: Callable[[int, int], None] | None = None) -> TermList:
        """Analyse a list of terms once, for many texts.

        Parameters
        ----------
        terms : iterable of str
            Japanese terms, of any number; read once.
        progress : callable, optional
            Called now and then with the number of terms done and of all terms.

        Returns
        -------
        TermList
            `align` and `pipe` take it in place of the terms. It can be saved, and holds for this lexicon and glossary.

        Examples
        --------
        >>> aligner = Aligner()
        >>> terms = aligner.prepare(["警察庁", "消費税", "特殊詐欺"])
        >>> aligner.align(terms, "The National Police Agency said so.").renderings()
        {'警察庁': ['National Police Agency']}
        """
        return TermList.prepare(strings(terms, "terms", "a term"), self.lexicon, progress)

    def trace(self, ja: str | Iterable[str], en: str) -> Trace:
        """Show what each candidate for a link was worth, feature by feature, and what it lost to.

        Parameters
        ----------
        ja : str or iterable of str
            A Japanese text of which the English is the translation, read as one passage, or a list of terms.
        en : str
            The English text.

        Returns
        -------
        Trace
            ``print`` it, or look at its `candidates`.

        Examples
        --------
        >>> trace = Aligner().trace("警察庁が発表した。", "The National Police Agency said so.")
        >>> best = trace.of("警察庁")[0]
        >>> best.en.text, best.linked, round(sum(worth.product for worth in best.worth) - best.odds, 1)
        ('National Police Agency', True, 0.0)
        """
        one_text(en, "en")
        english = EnglishText(en)
        if isinstance(ja, str):
            return trace_translation(JapaneseText(ja, self.lexicon), english, self.terms, self.kinds, self.min_score)
        return trace_list(strings(ja, "ja", "a term"), english, self.terms, self.kinds, self.min_score)

    def kept(self, terms: Iterable[str]) -> TermList:
        """A list of terms as it is put to use: prepared now or before."""
        return terms if isinstance(terms, TermList) else self._lists.of(terms)

    def _listed(self, terms: TermList, en: str) -> Alignment:
        """Every mention of the terms of a list."""
        return align_list(terms, en, self.kinds, self.terms, self.min_score)

    @property
    def _threshold(self) -> float:
        """The least score that the choice is made with: a higher `min_score` leaves out links, and changes none."""
        return min(self.min_score, _MIN_SCORE)

    def _given(self, text: JapaneseText, spans: Sequence[tuple[int, int]], gatherer: Gatherer) -> Alignment:
        """What renders the terms at `spans`, whose order is that of the English."""
        given: list[tuple[int, int, Term]] = []
        spans = [text.folded.folded_span(start, end) for start, end in spans if start < end]
        for first, last in dict.fromkeys(spans):
            term = self.term(text, first, last)
            if term is not None:
                given.append((first, last, term))
        aligned = align_given_document(text, given, gatherer, self.terms, self._threshold)
        return alignment(text, gatherer.bitext.english, aligned, spans, self.min_score, given=True)

    def term(self, text: JapaneseText, start: int, end: int) -> Term | None:
        """The term at folded offsets; cut anew by itself where its borders are not the text's."""
        surface = text.text[start:end]
        found = text.range_at(start, end)
        cut = text.morphemes[found[0] : found[1]] if found else JapaneseText(surface).morphemes
        return self.terms.get(surface, cut) if cut else None

    def _parallel(self, text: JapaneseText, gatherer: Gatherer, predicates: bool = False) -> Alignment:
        """Terms found in the text, each rendered at most once; with `predicates`, verbs and adjectives too."""
        aligned = align_document(text, gatherer, self.terms, self._threshold, predicates)
        ours = parts_of_compounds(text, self.lexicon)
        terms = terms_of(text, self.lexicon)
        return alignment(
            text, gatherer.bitext.english, aligned, terms, self.min_score, glossary=ours, sharing=predicates
        )


def _read_as(found: Alignment, situation: Situation) -> Alignment:
    return replace(found, situation=situation)
