"""The spaCy component that marks the renderings of Japanese terms."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from termalign.aligner import Aligner
from termalign.alignment import Alignment
from termalign.formats.characters import encodable
from termalign.formats.glossaries import GlossaryLike
from termalign.formats.writing import written
from termalign.integrations.rows import Row, row_of
from termalign.integrations.spacy.docs import (
    FACTORY,
    OTHER,
    SPANS_KEY,
    no_misplaced_translation,
    register,
    side_of,
    translation,
)
from termalign.kana import is_japanese
from termalign.lexicon import Lexicon
from termalign.model import KINDS
from termalign.projection import Side, project
from termalign.termbase import Glossary, GlossaryEntry
from termalign.termbase.picked import picked

_MODES = ("strict", "contract", "expand")
_FILE = "glossary.json"
_SAVED = "termalign_glossaries"  # key in a pipeline's meta for the components whose glossary files are saved with it


class TermAligner:
    """A pipeline component that links a doc with its translation, with a list of terms, or with the Japanese in it.

    A doc is aligned with the first of these that exists:

    1. its translation: ``doc._.ja`` (a text or a list of terms), or ``"ja"`` in the context of ``nlp.pipe(…,
       as_tuples=True)``; for a Japanese doc, ``doc._.en`` and ``"en"``;
    2. `terms`, for an English doc;
    3. itself, if an English doc quotes Japanese, or a Japanese doc English.

    Each link becomes a span of ``doc.spans[spans_key]``, in Japanese order. Its label is the kind of the link, and its
    ``kb_id_`` is the text in the other language. `link_of` returns the link itself, with exact offsets, score, parts and
    evidence.

    Parameters
    ----------
    side : {"en", "ja"}
        The language of the docs.
    terms : list of str, optional
        Japanese terms to find. If there is a Japanese text, only these terms of it are aligned.
    glossary : mapping, path, or any argument of `Glossary.of`, optional
        Your own renderings: ``{"匿流": "Tokuryu"}``, a mapping to lists of renderings, or the path of a file. The config of a
        pipeline can have only these, because it must be JSON; set the attribute `glossary` to anything else.
    lexicon : path, optional
        A lexicon made by ``termalign lexicon build``.
    model : path, optional
        A model that `Aligner.save` or ``termalign learn`` wrote. A saved pipeline needs the file.
    min_score : float, optional
        The lowest score of a link; by default that of `Aligner`.
    kinds : list of str, optional
        Kinds of evidence to use; all by default.
    spans_key : str
        The key of ``doc.spans``.
    alignment_mode : {"expand", "contract", "strict"}
        The treatment of a link whose borders fall inside spaCy's tokens: a span of all tokens that it touches, a span of
        those that it covers (if any), or no span. The link always stays in ``doc.spans[spans_key].attrs["links"]``.
    project_ents : bool
        Whether to project ``doc.ents`` to the doc's translation, if that is a text. `projected` returns the result.
    max_comparisons : int, optional
        As for `Aligner`. If it does not suffice for a doc, ``doc.spans[spans_key].attrs`` has ``"complete": False``.

    Raises
    ------
    ValueError
        If a setting has an invalid value.
    OSError, GlossaryError
        If the glossary is a file that cannot be read.
    """

    def __init__(
        self,
        side: str = "en",
        *,
        terms: list[str] | None = None,
        glossary: GlossaryLike | None = None,
        lexicon: str | None = None,
        model: str | None = None,
        min_score: float | None = None,
        kinds: list[str] | None = None,
        spans_key: str = SPANS_KEY,
        alignment_mode: str = "expand",
        project_ents: bool = False,
        max_comparisons: int | None = None,
    ) -> None:
        _one_of("side", side, tuple(OTHER))
        _one_of("alignment_mode", alignment_mode, _MODES)
        for kind in kinds or ():
            _one_of("kinds", kind, KINDS)
        self.side = side
        self.terms = terms
        self.spans_key = spans_key
        self.alignment_mode = alignment_mode
        self.project_ents = project_ents
        self._lexicon = Lexicon.default() if lexicon is None else Lexicon(lexicon)
        self._settings: dict[str, Any] = {"model": model, "kinds": kinds, "max_comparisons": max_comparisons}
        if min_score is not None:
            self._settings["min_score"] = min_score
        self._unread: str | None = None
        self._use(Glossary() if glossary is None else Glossary.of(glossary))
        register(OTHER[side])

    def _use(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._aligner = Aligner(self._lexicon.with_glossary(glossary), **self._settings)

    @property
    def glossary(self) -> Glossary:
        """The user's own renderings. You can set it to any argument of `Glossary.of`; it is saved with the pipeline.

        Raises
        ------
        OSError, GlossaryError
            If only the config of a saved pipeline was loaded, without the renderings, and their file no longer exists.
        """
        if self._unread is not None:
            self.glossary = self._unread
        return self._glossary

    @glossary.setter
    def glossary(self, glossary: GlossaryLike) -> None:
        self._use(Glossary.of(glossary))
        self._unread = None

    @property
    def aligner(self) -> Aligner:
        """The aligner with the component's settings."""
        self.glossary  # noqa: B018 - reads the file if the renderings were not loaded with the pipeline
        return self._aligner

    def __call__(self, doc: Doc) -> Doc:
        """Align the doc, and store its links in ``doc.spans``."""
        found = self._align(doc)
        rows = [_storable(row_of(link)) for link in found]
        spans = []
        for number, (link, row) in enumerate(zip(found, rows, strict=True)):
            here, there = (link.en, row["ja"]) if self.side == "en" else (link.ja, row["en"])
            span = doc.char_span(
                here.start,
                here.end,
                label=link.kind,
                kb_id=there,
                span_id=str(number),
                alignment_mode=self.alignment_mode,
            )
            if span is not None:
                spans.append(span)
        attrs: dict[str, Any] = {"links": rows}
        if not found.complete:
            attrs["complete"] = False
        if self.project_ents:
            attrs["ents"] = _storable(self._projected(doc, found))
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, attrs=attrs, spans=spans)
        return doc

    def _projected(self, doc: Doc, found: Alignment) -> list[Row | None]:
        """Return the projections of the doc's entities to its translation."""
        if not isinstance(translation(doc, OTHER[self.side]), str):
            return [None] * len(doc.ents)
        marked = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        side: Side = "ja" if self.side == "ja" else "en"
        return [None if p is None else p.to_dict() for p in project(found, marked, side=side, aligner=self.aligner)]

    def _align(self, doc: Doc) -> Alignment:
        text, other = doc.text, translation(doc, OTHER[self.side])
        if other is None and self.terms is not None and self.side == "en":
            return self.aligner.align(self.terms, text)
        if other is None:
            no_misplaced_translation(doc._context, OTHER[self.side])
            return self.aligner.align_mixed(text) if any(map(is_japanese, text)) else Alignment("", text)
        ja, en = (text, other) if self.side == "ja" else (other, text)
        terms = picked(ja, self.terms)[0] if self.terms is not None and isinstance(ja, str) else None
        return self.aligner.align(ja, en, terms=terms)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the glossary as bytes, so that a saved pipeline needs no other file. The config has the other settings."""
        entries = [list(entry) for entry in self.glossary]
        return json.dumps(entries, ensure_ascii=False).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "TermAligner":
        """Load the glossary that `to_bytes` saved. Anything else is a `ValueError`."""
        try:
            saved: list[list[Any]] = [
                [tuple(said) if isinstance(said, list) else said for said in entry] for entry in json.loads(data)
            ]
            glossary = Glossary(tuple([GlossaryEntry(*fields) for fields in saved]))
        except (TypeError, ValueError, RecursionError) as error:
            raise ValueError(f"expected a glossary that the component saved: {error}") from error
        self.glossary = glossary
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Save the glossary in the folder `path`."""
        Path(path).mkdir(parents=True, exist_ok=True)
        with written(Path(path, _FILE)) as file:
            file.write(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "TermAligner":
        """Load the glossary that `to_disk` saved."""
        file = Path(path, _FILE)
        try:
            return self.from_bytes(file.read_bytes())
        except ValueError as error:
            raise ValueError(f"{file}: {error}") from error


@Language.factory(
    FACTORY,
    assigns=["doc.spans"],
    default_config={
        "side": None,
        "terms": None,
        "glossary": None,
        "lexicon": None,
        "model": None,
        "min_score": None,
        "kinds": None,
        "spans_key": SPANS_KEY,
        "alignment_mode": "expand",
        "project_ents": False,
        "max_comparisons": None,
    },
)
def make_aligner(
    nlp: Language,
    name: str,
    side: str | None,
    terms: list[str] | None,
    glossary: dict[str, str | list[str]] | str | None,
    lexicon: str | None,
    model: str | None,
    min_score: float | None,
    kinds: list[str] | None,
    spans_key: str,
    alignment_mode: str,
    project_ents: bool,
    max_comparisons: int | None,
) -> TermAligner:
    """Create the component for ``nlp.add_pipe("termalign", config={…})``, with the settings of `TermAligner`.

    By default, `side` is the language of the pipeline, which is English, Japanese, or none in particular (``xx``: "en").

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> component = nlp.add_pipe("termalign", config={"terms": ["警察庁", "特殊詐欺"]})
    >>> doc = nlp("The National Police Agency (NPA) warns of special fraud.")
    >>> [(span.text, span.label_, span.kb_id_) for span in doc.spans["termalign"]]
    [('National Police Agency', 'gloss', '警察庁'), ('NPA', 'acronym', '警察庁'), ('special fraud', 'gloss', '特殊詐欺')]
    """
    comes: str | None = None  # a glossary file that is gone; `from_disk` or `from_bytes` will load its terms
    if isinstance(glossary, str):
        saved = nlp.meta.setdefault(_SAVED, [])
        if name in saved and not Path(glossary).exists():
            comes, glossary = glossary, None
        elif name not in saved:
            saved.append(name)
    made = TermAligner(
        side or side_of(nlp),
        terms=terms,
        glossary=glossary,
        lexicon=lexicon,
        model=model,
        min_score=min_score,
        kinds=kinds,
        spans_key=spans_key,
        alignment_mode=alignment_mode,
        project_ents=project_ents,
        max_comparisons=max_comparisons,
    )
    made._unread = comes
    return made


def _storable(value: Any) -> Any:
    """Return a value with U+FFFD for lone surrogates, because spaCy's strings are UTF-8. Offsets stay the same."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list | tuple):
        return [_storable(item) for item in value]
    return {name: _storable(item) for name, item in value.items()} if isinstance(value, dict) else value


def _one_of(setting: str, value: str, possible: tuple[str, ...]) -> None:
    if value not in possible:
        raise ValueError(f"{setting}: {value!r} is not one of {', '.join(map(repr, possible))}")
