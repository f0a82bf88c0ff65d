"""The aligner: it analyses both sides, gathers evidence, chooses candidates, and returns links in the caller's offsets."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import Any, Concatenate, Generic, Literal, ParamSpec, TypedDict, TypeVar, Unpack, overload

from termalign.alignment import Alignment
from termalign.arguments import (
    CheckedEncoder,
    TermSpec,
    apart_from_contexts,
    checked,
    kinds_of,
    most_of,
    one_text,
    pairs_of_terms,
    path_given,
    score_of,
    situation_given,
    strings,
)
from termalign.decide.calibration import USUAL
from termalign.effort import limited, not_complete
from termalign.english import EnglishText
from termalign.formats.glossaries import GlossaryLike
from termalign.formats.pairs import Pairs, units_of
from termalign.japanese.stretches import stretches
from termalign.japanese.text import JapaneseText
from termalign.kana.swapped import misplaced
from termalign.learned import Model
from termalign.learning import fitted
from termalign.lexicon import Lexicon
from termalign.linking import alignment, link
from termalign.lists import TermList
from termalign.lists.kept import KeptLists
from termalign.lists.linked import align_list
from termalign.meaning.encoder import Encoder, PackagedEncoder, Semantics, packaged
from termalign.model import KINDS, Kind, Span, TextSituation
from termalign.named import in_place, likelier, phrase_of, pieces_in, terms_in, together
from termalign.pipe import align_pairs
from termalign.propose.glossary_runs import parts_of_compounds, terms_of
from termalign.situation import situation_of
from termalign.situations.document import align_document
from termalign.situations.given import align_given, by_passage
from termalign.situations.mixed import mentioned_nearby
from termalign.situations.scored import Chosen
from termalign.situations.translated import align_translated
from termalign.situations.translation import Translation
from termalign.situations.word_pairs import word_pairs
from termalign.target.target import Target
from termalign.termbase import Glossary
from termalign.termbase.picked import absent, picked
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache
from termalign.tokens import Tokens
from termalign.trace import Trace, trace_given, trace_list, trace_translation
from termalign.warned import warn

_SETTINGS = ("glossary", "kinds", "lexicon", "max_comparisons", "min_score", "model")

Context = TypeVar("Context")
Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class Settings(TypedDict, total=False):
    """The settings of an `Aligner` except its model."""

    lexicon: Lexicon | None
    glossary: GlossaryLike | None
    min_score: float
    kinds: Iterable[Kind] | None
    semantic: bool
    encoder: Encoder | None
    max_comparisons: int | None


class _OfDefault(Generic[Arguments, Answer]):
    """A method of `Aligner` that can also be called on the class, and then uses an aligner with the default settings."""

    def __init__(self, method: "Callable[Concatenate[Aligner, Arguments], Answer]") -> None:
        self._method = method

    def __get__(self, aligner: "Aligner | None", of: "type[Aligner]") -> Callable[Arguments, Answer]:
        bound: Callable[Arguments, Answer] = self._method.__get__(of() if aligner is None else aligner, of)
        return bound


class Aligner:
    """An aligner of Japanese terms with the English that renders them. Its settings never change, so threads can share it.

    Parameters
    ----------
    lexicon : Lexicon, optional
        The dictionaries to use; the packaged ones by default.
    glossary : mapping, iterable of pairs or path, optional
        The user's own renderings, which take precedence over the lexicon.
    model : Model or path, optional
        Renderings learned from sentence pairs (see `fit`). They are used only for texts and their translations.
    min_score : float
        The minimum score, from 0 to 1, of a link to return.
    kinds : iterable of str, optional
        The kinds of evidence to use, at least one of `KINDS`; all by default.
    semantic : bool
        Whether to use the sentence encoder of the extra ``semantic``. It finds links for words of a text and its
        translation that no other evidence links.
    encoder : Encoder, optional
        A sentence encoder to use instead: any object whose ``encode`` method turns a list of texts into vectors.
    max_comparisons : int, optional
        The maximum number of comparisons for one pair of texts; no limit by default. Each comparison of a word or
        phrase with one place of the other text counts. A limit keeps a hostile pair from delaying a crawl or a server.
        `Alignment.complete` shows whether the limit was sufficient.

    Raises
    ------
    ImportError
        If `semantic` is true and the extra is not installed.
    ModelError, OSError
        If `model` is a file that is not a model, is damaged, or cannot be read.
    TypeError, ValueError
        If a setting has an invalid value; the message lists the valid ones.

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
        min_score: float = USUAL,
        kinds: Iterable[Kind] | None = None,
        semantic: bool = False,
        encoder: Encoder | None = None,
        max_comparisons: int | None = None,
    ) -> None:
        base = lexicon if lexicon is not None else Lexicon.default()
        if not isinstance(base, Lexicon):
            raise TypeError(f"lexicon must be a Lexicon, not {type(base).__name__}; for a file, pass Lexicon(path)")
        if model is not None:
            base = base.with_model(Model.load(model) if isinstance(model, str | os.PathLike) else model)
        self._lexicon = base if glossary is None else base.with_glossary(glossary)
        self._min_score = score_of(min_score)
        self._kinds = kinds_of(kinds)
        self.semantics = packaged() if semantic and encoder is None else None
        if encoder is not None:
            self.semantics = Semantics(CheckedEncoder(encoder))
        self._max_comparisons = most_of(max_comparisons)
        self._prepare()

    def _prepare(self) -> None:
        self.terms = TermCache(self.lexicon)
        self._lists = KeptLists(self.terms)

    def __repr__(self) -> str:
        """Return the settings that differ from the defaults."""
        settings = [] if self.lexicon is Lexicon.default() else [f"lexicon={self.lexicon!r}"]
        if self.min_score != USUAL:
            settings.append(f"min_score={self.min_score}")
        if self.kinds is not None:
            settings.append(f"kinds={[kind for kind in KINDS if kind in self.kinds]}")
        if self.semantics is not None:
            encoder = self.semantics.encoder
            settings.append("semantic=True" if isinstance(encoder, PackagedEncoder) else f"encoder={encoder!r}")
        if self.max_comparisons is not None:
            settings.append(f"max_comparisons={self.max_comparisons}")
        return f"Aligner({', '.join(settings)})"

    def __dir__(self) -> list[str]:
        """Return the settings and the public methods, so that completion shows nothing else."""
        methods = ["align", "align_mixed", "align_words", "fit", "load", "pipe", "prepare", "save", "trace"]
        return sorted([*_SETTINGS, *methods])

    def __getstate__(self) -> dict[str, Any]:
        # Sorted, so that equal settings have the same pickle in every process, and the pickle can be a cache key.
        kinds = None if self.kinds is None else sorted(self.kinds)
        state = {"lexicon": self.lexicon, "min_score": self.min_score, "kinds": kinds}
        if self.semantics is not None:
            state["semantics"] = self.semantics
        if self.max_comparisons is not None:
            state["max_comparisons"] = self.max_comparisons
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._lexicon, self._min_score = state["lexicon"], state["min_score"]
        self._kinds = None if state["kinds"] is None else frozenset(state["kinds"])
        self.semantics, self._max_comparisons = state.get("semantics"), state.get("max_comparisons")
        self._prepare()

    def __setattr__(self, name: str, value: object) -> None:
        if name in _SETTINGS:
            raise AttributeError(f"the settings of an Aligner cannot be changed: make a new one, Aligner({name}=…)")
        super().__setattr__(name, value)

    def changed(self, **state: Any) -> "Aligner":
        """Return an aligner with the same settings except those in `state`, which has the keys of a pickle."""
        made = Aligner.__new__(Aligner)
        made.__setstate__({**self.__getstate__(), **state})
        return made

    @_OfDefault
    def fit(self, pairs: Pairs) -> "Aligner":
        """Learn from sentence pairs which English renders which Japanese.

        Learned renderings are additional evidence, besides dictionaries, sounds and numbers. The more often a rendering
        was seen, the more it counts. A few hundred pairs change almost nothing; the more pairs, the more they can help.
        Learned renderings are used only for texts and their translations.

        Parameters
        ----------
        pairs : iterable of (ja, en), or path
            Sentences or paragraphs with their translations, or the path of a bitext file. An iterable is read once, and
            is never held in memory as a whole.

        Returns
        -------
        Aligner
            A new aligner with the same settings and the renderings learned from `pairs`. It does not keep what this
            aligner had learned before.

        Raises
        ------
        TypeError, ValueError
            If an element is not a pair, or if nothing can be learned from the pairs.
        FormatError, OSError
            If `pairs` is a file that cannot be read.

        Warns
        -----
        UserWarning
            If most pairs only repeat others. A pair counts once, however often it is given.

        Notes
        -----
        ``Aligner.fit(pairs)`` is short for ``Aligner().fit(pairs)``. The pairs are stored in a temporary file, at some
        hundred bytes each. Memory holds only counts, and is bounded however many pairs there are. The same pairs give
        the same model.

        Examples
        --------
        >>> pairs = [
        ...     ("環境を保存する。", "Save the setup."),
        ...     ("この環境を開く。", "Open this setup."),
        ...     ("点検作業者を待つ。", "Wait for the inspection attendant."),
        ...     ("点検作業者が来た。", "The inspection attendant came."),
        ... ]
        >>> learned = Aligner.fit(pairs)
        >>> [(found.times, found.stems) for found in learned.model.renderings("環境")]
        [(2, ('setup',))]
        """
        model = fitted(((unit.ja, unit.en) for unit in units_of(pairs)), self.lexicon)
        return self.changed(lexicon=self.lexicon.with_model(model))

    @property
    def lexicon(self) -> Lexicon:
        """The dictionaries, with the glossary and the model on top."""
        return self._lexicon

    @cached_property
    def glossary(self) -> Glossary:
        """The user's own renderings, including those of the lexicon; empty if there are none.

        Examples
        --------
        >>> Aligner(glossary={"匿流": "Tokuryu"}).glossary["匿流"].en
        ('Tokuryu',)
        """
        return Glossary(self.lexicon.glossary_entries)

    @property
    def min_score(self) -> float:
        """The minimum score of a link to return."""
        return self._min_score

    @property
    def kinds(self) -> frozenset[str] | None:
        """The kinds of evidence to use; None for all."""
        return self._kinds

    @property
    def max_comparisons(self) -> int | None:
        """The maximum number of comparisons for one pair of texts; None if there is no limit."""
        return self._max_comparisons

    @property
    def model(self) -> Model | None:
        """The learned model; None if the aligner has learned nothing."""
        return self.lexicon.model

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the learned model, without the other settings, to a file.

        An older file is replaced only when the new one is complete.

        Raises
        ------
        ValueError
            If the aligner has learned nothing.
        OSError
            If the file cannot be written.
        """
        if self.model is None:
            raise ValueError(
                "this aligner has no learned model to save: Aligner.fit(pairs) returns an aligner that has one"
            )
        self.model.save(path)

    @classmethod
    def load(cls, path: str | os.PathLike[str], **settings: Unpack[Settings]) -> "Aligner":
        """Create an aligner with a learned model that `save` or ``termalign learn`` wrote.

        Parameters
        ----------
        path : path
            The file of the model.
        **settings
            Other settings of an `Aligner`, such as ``glossary``.

        Raises
        ------
        ModelError, OSError
            If the file is not a model, is damaged, or cannot be read.
        """
        path_given(path)
        return cls(model=path, **settings)

    def align(
        self,
        ja: str | Iterable[str],
        en: str,
        *,
        terms: Iterable[TermSpec] | None = None,
        situation: TextSituation | None = None,
    ) -> Alignment:
        """Find the English spans that render Japanese terms.

        Parameters
        ----------
        ja : str or iterable of str
            A Japanese text, whose terms are found, or a list of terms, which is prepared and cached. White space around
            a listed term, and a byte order mark before it, are ignored.
        en : str
            The English text.
        terms : iterable of str, (int, int) or Span, optional
            The terms of a Japanese text to align, instead of all its terms: strings, or half-open code-point offsets
            into the text. A string stands for all its occurrences, also in other spellings, inflected and in compounds,
            like the terms of a glossary (`Glossary.find`). A string that is not in the text has no span, so it cannot
            be in `Alignment.unaligned`; a warning names it.
        situation : {"translation", "terms", "both"}, optional
            How to read a Japanese text. ``"translation"``: the English is its translation, and renders each term once.
            ``"terms"``: every mention of its terms is found, as for a list. ``"both"``: as for a translation, but
            further mentions are found in the English words that are left over. By default the situation is recognised
            (see `Alignment.situation`); with `terms` it is ``"translation"``.

        Returns
        -------
        Alignment
            The links, with their offsets in `ja` and `en`. For a list, `Alignment.ja` is the terms joined with line feeds.

        Raises
        ------
        TypeError
            If a text is not a string, or a term has the wrong type. The message gives the number of a term, from 0.
        ValueError
            If the offsets of a term are outside the text, if `situation` is unknown, or if `terms` or a `situation` of two texts
            is combined with a list of terms.
        TermListError
            If a list was prepared with another lexicon, glossary or version.

        Warns
        -----
        UserWarning
            If some of the strings in `terms` are not in the text, or if a text seems to be in the wrong language.

        Examples
        --------
        >>> found = Aligner().align("特殊詐欺", "Special fraud (tokushu sagi) is on the rise. Police warned of special fraud.")
        >>> found.situation, [link.en.text for link in found]
        ('terms', ['Special fraud', 'tokushu sagi', 'special fraud'])
        """
        if isinstance(ja, str) and isinstance(en, str) and (message := misplaced(ja, en)) is not None:
            warn(message)
        return self.align_unwarned(ja, en, terms=terms, situation=situation)

    def align_unwarned(
        self,
        ja: str | Iterable[str],
        en: str,
        *,
        terms: Iterable[TermSpec] | None = None,
        situation: TextSituation | None = None,
    ) -> Alignment:
        """Align without a warning about texts in the wrong language; otherwise as `align`."""
        one_text(en, "en")
        situation_given(situation, listed=not isinstance(ja, str))
        if not isinstance(ja, str):
            _no_terms(terms)
            listed = self.kept(ja)
            with limited(self.max_comparisons):
                return self._listed(listed, en, self.min_score)
        with limited(self.max_comparisons) as effort:
            found = self._aligned(ja, en, terms, situation)
            return found if effort.complete else replace(found, complete=False)

    def _aligned(
        self, ja: str, en: str, terms: Iterable[TermSpec] | None, situation: TextSituation | None
    ) -> Alignment:
        """Align two texts; see `align`."""
        text, english = JapaneseText(ja, self.lexicon), EnglishText.of_pair(en, ja)
        spans = None if terms is None else _picked(ja, terms)
        if situation is None:
            situation = situation_of(text, english) if spans is None else "translation"
        if situation == "translation":
            return replace(self._translated(text, english, spans, self.min_score), situation=situation)
        if situation == "terms":
            found = self._named(text, english, spans)
        else:
            translated = self._translated(text, english, spans, self._threshold)
            found = together(translated, self._named(text, english, spans), situation)
        return likelier(found, self.min_score) if self.min_score > self._threshold else found

    def _translated(
        self, text: JapaneseText, english: EnglishText, spans: Sequence[tuple[int, int]] | None, least: float
    ) -> Alignment:
        """Align a text with its translation: the terms at `spans`, or all terms that are found."""
        target = Target(english, self.lexicon, parallel=True)
        translation = Translation(target, self.kinds, self.semantics)
        return self._found(text, translation, least) if spans is None else self._given(text, spans, translation, least)

    def _named(self, text: JapaneseText, english: EnglishText, spans: Sequence[tuple[int, int]] | None) -> Alignment:
        """Find every mention of the terms at `spans`, or of the terms that the text names.

        If the text mentions a phrase with の as a whole, the phrase is one term. If a named term has no mention and is not in a
        dictionary, the mentions of its parts are found.
        """
        if spans is not None:
            return self._mentioned(text, spans, english.raw)
        terms = terms_in(text, self.lexicon)
        phrase = self._mentioned(text, phrase_of(text.raw, terms), english.raw)
        if phrase.links:
            return phrase
        found = self._mentioned(text, terms, english.raw)
        unknown = [span for span in found.unaligned if not self.lexicon.has(span.text)]
        pieces = pieces_in(unknown, self._translated(text, english, None, self._threshold)) if unknown else []
        return together(found, self._mentioned(text, pieces, english.raw), "terms") if pieces else found

    def _mentioned(self, text: JapaneseText, spans: Sequence[tuple[int, int]], en: str) -> Alignment:
        """Find every mention of the terms at `spans` of a text."""
        terms = list(dict.fromkeys([text.raw[start:end] for start, end in spans]))
        return in_place(self._listed(self.kept(terms), en, self._threshold), terms, text.raw, spans)

    def align_mixed(self, text: str) -> Alignment:
        """Align the Japanese terms in an English text with the English around them.

        Parameters
        ----------
        text : str
            One text with both languages in it.

        Returns
        -------
        Alignment
            ``ja`` and ``en`` are both `text`; the two spans of a link never overlap.

        Raises
        ------
        TypeError
            If the text is not a string.

        Examples
        --------
        >>> found = Aligner().align_mixed("Tokuryu, short for “匿名・流動型犯罪グループ”, is new.")
        >>> [(link.ja.text, link.en.text) for link in found]
        [('匿名・流動型犯罪グループ', 'Tokuryu')]
        """
        checked(text, "text")
        with limited(self.max_comparisons) as effort:
            found = self._mixed(text)
            return found if effort.complete else replace(found, complete=False)

    def _mixed(self, text: str) -> Alignment:
        """Align the two languages of one text; see `align_mixed`."""
        ja = JapaneseText(text)
        english = EnglishText(text)
        spans = [ja.folded.folded_span(start, end) for start, end in stretches(ja, self.lexicon)]
        target = Target(english, self.lexicon)
        links = [
            link(c, ja.folded.part(*span), ja.folded.raw_span(*span)[0], english, text, text)
            for span, c in mentioned_nearby(ja, spans, target, self.terms, self.kinds, self.min_score)
        ]
        linked = {one.ja.start for one in links}
        terms = [Span.of(text, *ja.folded.raw_span(*span)) for span in spans]
        unaligned = tuple(term for term in terms if term.start not in linked)
        ordered = sorted(links, key=attrgetter("ja.start", "ja.end", "en.start"))
        return Alignment(text, text, tuple(ordered), unaligned, "mixed")

    def align_words(self, ja: str | Sequence[str], en: str | Sequence[str]) -> list[tuple[int, int]]:
        """Link the content words of a text and its translation, in your tokens or the aligner's own.

        Parameters
        ----------
        ja, en : str or sequence of str
            The text of each language, or its tokens.

        Returns
        -------
        list of (int, int)
            Pairs of 0-based positions of a Japanese and an English token, sorted; function words are left out.

        Raises
        ------
        TypeError
            If a text is neither a string nor an iterable of strings.

        Warns
        -----
        RuntimeWarning
            If `max_comparisons` did not suffice for all words.

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
        with limited(self.max_comparisons) as effort:
            found = word_pairs(ja_tokens, en_tokens, self.terms, self.kinds, self.min_score)
        if not effort.complete:
            not_complete(f"{ja_tokens.text[:30]!r} and its English", self.max_comparisons)
        return [(pair.ja, pair.en) for pair in found]

    @overload
    def pipe(
        self,
        pairs: Iterable[tuple[str | Iterable[str], str]],
        *,
        n_process: int = 1,
        batch_size: int = 16,
        situation: TextSituation | None = None,
        as_context: Literal[False] = False,
        on_error: Callable[[int, Exception], object] | None = None,
    ) -> Iterator[Alignment]: ...
    @overload
    def pipe(
        self,
        pairs: Iterable[tuple[str | Iterable[str], str, Context]],
        *,
        n_process: int = 1,
        batch_size: int = 16,
        situation: TextSituation | None = None,
        as_context: Literal[True],
        on_error: Callable[[int, Exception], object] | None = None,
    ) -> Iterator[tuple[Alignment, Context]]: ...
    def pipe(
        self,
        pairs: Iterable[tuple[Any, ...]],
        *,
        n_process: int = 1,
        batch_size: int = 16,
        situation: TextSituation | None = None,
        as_context: bool = False,
        on_error: Callable[[int, Exception], object] | None = None,
    ) -> Iterator[Alignment] | Iterator[tuple[Alignment, Any]]:
        """Align many pairs, and yield their alignments in order.

        Parameters
        ----------
        pairs : iterable of (ja, en)
            The Japanese of each pair is a text or a list of terms; the English is a text. Pairs are read as results are
            taken, never all at once.
        n_process : int
            The number of processes, including this one; each opens its own dictionaries. The maximum is 256 or the
            number of processors, whichever is higher.
        batch_size : int
            The number of pairs handed to a process at a time.
        situation : {"translation", "terms", "both"}, optional
            How to read pairs of two texts, as for `align`; lists of terms are not affected.
        as_context : bool
            Whether the elements are (ja, en, context). The results are then (alignment, context). A context is any object,
            such as the id of the pair; it stays in this process.
        on_error : callable, optional
            Called with the number of an element that is not a pair, from 0, and with the error. The results then go on with the
            next pair. By default, the error is raised.

        Returns
        -------
        iterator of Alignment, or of (Alignment, context)
            The alignments in the order of the pairs, with their contexts if `as_context` is true.

        Raises
        ------
        ValueError
            If `n_process` or `batch_size` is not positive, or too large, or if `situation` is unknown.
        TypeError
            If an element is not a pair and there is no `on_error`, after the results of the preceding pairs; the message gives
            its number, from 0.

        Warns
        -----
        UserWarning
            If a text seems to be in the wrong language. The message gives the number of the first such pair, from 0.

        Notes
        -----
        An error while a pair is aligned, such as one of your encoder, has a note (``__notes__``) with the number of the pair,
        from 0.

        Examples
        --------
        >>> pairs = [("桜島が噴火した。", "Sakurajima erupted.", "s1"), ("灰が降った。", "Ash fell.", "s2")]
        >>> for alignment, name in Aligner().pipe(pairs, as_context=True):
        ...     print(name, alignment.renderings())
        s1 {'桜島': ['Sakurajima'], '噴火': ['erupted']}
        s2 {'灰': ['Ash']}
        """
        situation_given(situation, listed=False)
        failed: set[int] = set()  # numbers of elements that are no pairs

        def leave_out(number: int, error: Exception) -> None:
            failed.add(number)
            if on_error is not None:
                on_error(number, error)

        contexts: deque[Any] = deque()  # of the pairs that are read and not yet yielded
        bare = apart_from_contexts(pairs, contexts) if as_context else pairs
        checked = pairs_of_terms(bare, None if on_error is None else leave_out)
        found = align_pairs(self, _in_their_languages(checked), n_process, batch_size, situation)
        results: Iterator[Any] = ((each, contexts.popleft()) for each in found) if as_context else found
        return results if on_error is None else (each for n, each in enumerate(results) if n not in failed)

    def prepare(self, terms: Iterable[str], *, progress: Callable[[int, int], None] | None = None) -> TermList:
        """Analyse a list of terms once, for many texts.

        Parameters
        ----------
        terms : iterable of str
            Japanese terms, of any number; read once. White space around a term is removed.
        progress : callable, optional
            Called regularly with the number of terms analysed so far and the number of all terms.

        Returns
        -------
        TermList
            A list to pass to `align` and `pipe` instead of the terms. It can be saved, and can be used only with the
            lexicon and glossary of this aligner.

        Raises
        ------
        TypeError
            If `terms` is one string, or has an element that is not a string.

        Warns
        -----
        UserWarning
            If many terms have English after a tab, ``=`` or ``:``. Such a list should be the glossary instead.

        Examples
        --------
        >>> aligner = Aligner()
        >>> terms = aligner.prepare(["警察庁", "消費税", "特殊詐欺"])
        >>> aligner.align(terms, "The National Police Agency said so.").renderings()
        {'警察庁': ['National Police Agency']}
        """
        return TermList.prepare(terms, self.lexicon, progress)

    def trace(self, ja: str | Iterable[str], en: str, *, terms: Iterable[TermSpec] | None = None) -> Trace:
        """Return every candidate for a link, with its features and, if another link was preferred to it, that link.

        Parameters
        ----------
        ja : str or iterable of str
            A Japanese text, read together with its translation, or a list of terms.
        en : str
            The English text.
        terms : iterable of str, (int, int) or Span, optional
            The terms of a Japanese text to trace, instead of all its terms; given as for `align`.

        Returns
        -------
        Trace
            A trace to print; `Trace.candidates` holds the candidates.

        Raises
        ------
        TypeError, ValueError, TermListError
            As for `align`.

        Examples
        --------
        >>> trace = Aligner().trace("警察庁が発表した。", "The National Police Agency said so.")
        >>> best = trace.of("警察庁")[0]
        >>> best.en.text, best.linked, abs(sum(worth.product for worth in best.worth) - best.odds) < 0.1
        ('National Police Agency', True, True)
        """
        one_text(en, "en")
        english = EnglishText.of_pair(en, ja) if isinstance(ja, str) else EnglishText(en)
        with limited(self.max_comparisons):
            if isinstance(ja, str):
                text = JapaneseText(ja, self.lexicon)
                translation = Translation(Target(english, self.lexicon, parallel=True), self.kinds)
                least, threshold = self.min_score, self._threshold
                if terms is None:
                    return trace_translation(text, translation, self.terms, least, threshold)
                given = _folded(_picked(ja, terms), text)
                return trace_given(text, given, translation, self.terms, least, threshold)
            _no_terms(terms)
            return trace_list(self.kept(ja), english, self.terms, self.kinds, self.min_score)

    def kept(self, terms: Iterable[str]) -> TermList:
        """Return the prepared list of these terms, from the cache if it is there."""
        return terms if isinstance(terms, TermList) else self._lists.of(terms)

    def _listed(self, terms: TermList, en: str, least: float) -> Alignment:
        """Find every mention of the terms of a list."""
        return align_list(terms, en, self.kinds, self.terms, least)

    @property
    def _threshold(self) -> float:
        """The minimum score for choosing links. A higher `min_score` only removes links afterwards, and changes none."""
        return min(self.min_score, USUAL)

    def _given(
        self, text: JapaneseText, spans: Sequence[tuple[int, int]], translation: Translation, least: float
    ) -> Alignment:
        """Find the renderings of the terms at `spans`."""
        given = _folded(spans, text)

        def find(part: JapaneseText, own: Sequence[tuple[int, int]], within: Translation) -> list[Chosen]:
            return align_given(part, own, within, self.terms, self._threshold)

        work = by_passage(text, given, find)
        aligned = align_document(text, translation, self.terms, work, given, self._threshold, given=True)
        return alignment(text, translation.english, aligned, given, least, given=True)

    def term(self, text: JapaneseText, start: int, end: int) -> Term | None:
        """Return the term at folded offsets, analysed on its own if it does not begin and end where morphemes do."""
        surface = text.text[start:end]
        found = text.range_at(start, end)
        cut = text.morphemes[found[0] : found[1]] if found else JapaneseText(surface).morphemes
        return self.terms.get(surface, cut) if cut else None

    def _found(self, text: JapaneseText, translation: Translation, least: float) -> Alignment:
        """Align the terms found in the text, each rendered at most once."""

        def work(part: JapaneseText, within: Translation, start: int) -> list[Chosen]:
            return align_translated(part, within, self.terms, self._threshold)

        aligned = align_document(text, translation, self.terms, work, text.run_spans, self._threshold)
        ours = parts_of_compounds(text, self.lexicon)
        terms = terms_of(text, self.lexicon)
        return alignment(text, translation.english, aligned, terms, least, glossary=ours)


def _in_their_languages(
    pairs: Iterable[tuple[str | Iterable[str], str]],
) -> Iterator[tuple[str | Iterable[str], str]]:
    """Yield pairs as they are read, and warn of the first that has a text in the wrong language."""
    said = False
    for number, (ja, en) in enumerate(pairs):
        if not said and isinstance(ja, str) and (message := misplaced(ja, en)) is not None:
            warn(f"pair {number}, counted from 0: {message}")
            said = True
        yield ja, en


def _no_terms(terms: Iterable[TermSpec] | None) -> None:
    """Raise an error if `terms` is given with a list of terms."""
    if terms is not None:
        raise ValueError("terms= selects terms of a Japanese text: it cannot be combined with a list of terms")


def _picked(ja: str, terms: Iterable[TermSpec]) -> list[tuple[int, int]]:
    """Return the code points of the chosen terms, and warn about those that are not in the text."""
    spans, missing = picked(ja, terms)
    if missing:
        warn(f"terms {absent(missing)}")
    return spans


def _folded(spans: Iterable[tuple[int, int]], text: JapaneseText) -> list[tuple[int, int]]:
    """Return the distinct spans that are not empty, in folded code points."""
    return list(dict.fromkeys([text.folded.folded_span(start, end) for start, end in spans if start < end]))
