"""spaCy's docs: the Japanese that one knows, and the links that its spans stand for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from termalign.arguments import checked, no_frame, two
from termalign.integrations.cells import is_missing
from termalign.integrations.rows import link_of as link_of_row
from termalign.model import Link
from termalign.model import Span as OurSpan
from termalign.projection import Projection

#: What the component is called.
FACTORY = "termalign"
#: Where it puts its spans.
SPANS_KEY = "termalign"
#: The language of the translation, by that of the docs.
OTHER = {"en": "ja", "ja": "en"}


def link_of(span: Span, spans_key: str = SPANS_KEY) -> Link:
    """The link that a span of ``doc.spans[spans_key]`` stands for, also after the doc was stored and read again.

    Parameters
    ----------
    span : Span
        One that the component made.
    spans_key : str
        The component's.

    Returns
    -------
    Link
        With exact offsets: code points of ``doc.text`` and of the other text, half-open.

    Raises
    ------
    ValueError
        If the component did not make the span.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> component = nlp.add_pipe("termalign")
    >>> doc = nlp("The Tokuryu (匿流) days")
    >>> (span,) = doc.spans["termalign"]
    >>> link_of(span).en, link_of(span).ja.text
    (Span(start=4, end=11, text='Tokuryu'), '匿流')
    """
    links = span.doc.spans[spans_key].attrs.get("links", ()) if spans_key in span.doc.spans else ()
    if not span.id_.isdecimal() or int(span.id_) >= len(links):
        raise ValueError(f"{span.text!r} is not a span of doc.spans[{spans_key!r}]")
    return link_of_row(links[int(span.id_)])


def projected(doc: Doc, spans_key: str = SPANS_KEY) -> list[Projection | None]:
    """Where the entities of a doc stand in its translation, also after the doc was stored and read again.

    Parameters
    ----------
    doc : Doc
        One that went through the component with ``project_ents``.
    spans_key : str
        The component's.

    Returns
    -------
    list of Projection or None
        One for each of ``doc.ents``, in order; None where nothing stands for it.

    Raises
    ------
    ValueError
        If the component has not carried the doc's entities across.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> ruler = nlp.add_pipe("entity_ruler")
    >>> ruler.add_patterns([{"label": "LOC", "pattern": "Sakurajima"}])
    >>> component = nlp.add_pipe("termalign", config={"project_ents": True})
    >>> (doc,) = nlp.pipe(docs_of(nlp, [("桜島が噴火した。", "Sakurajima erupted.")]))
    >>> [(p.label, p.spans[0].text) for p in projected(doc)]
    [('LOC', '桜島')]
    """
    ents = doc.spans[spans_key].attrs.get("ents") if spans_key in doc.spans else None
    if ents is None:
        raise ValueError(f"doc.spans[{spans_key!r}] has no projected entities: set project_ents")
    return [None if row is None else _projection(row) for row in ents]


def _projection(row: Mapping[str, Any]) -> Projection:
    spans = tuple([OurSpan(**span) for span in row["spans"]])
    return Projection(OurSpan(**row["source"]), spans, row["score"], row["label"])


def docs_of(nlp: Language, pairs: Iterable[tuple[str | list[str], str]]) -> Iterator[Doc]:
    """Docs of (ja, en) pairs, each of which knows its translation: for ``nlp.pipe(docs_of(nlp, pairs))``.

    Parameters
    ----------
    nlp : Language
        A pipeline, whose tokenizer makes the docs: of the English, or of the Japanese if its component has ``side="ja"``, as
        that of a Japanese pipeline does.
    pairs : iterable of (ja, en)
        Japanese texts, or for English docs lists of terms, and English texts; read as docs are taken. Where a text is
        missing (None, NaN, NA), the doc has no links, nor any text if the text is its own.

    Raises
    ------
    TypeError
        After the docs before, if a pair is none; the message says which, counting from 0.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> component = nlp.add_pipe("termalign")
    >>> (doc,) = nlp.pipe(docs_of(nlp, [("桜島が噴火した。", "Sakurajima erupted.")]))
    >>> [(span.text, span.kb_id_) for span in doc.spans["termalign"]]
    [('Sakurajima', '桜島'), ('erupted', '噴火')]
    """
    no_frame(pairs, "pairs", "pass zip(df['ja'], df['en'])")
    side = _side(nlp)
    register(OTHER[side])
    return (_doc(nlp, side, number, pair) for number, pair in enumerate(pairs))


def _doc(nlp: Language, side: str, number: int, pair: object) -> Doc:
    ja, en = map(_present, two(number, pair))
    if side == "ja" or isinstance(ja, str | bytes | bytearray) or not isinstance(ja, Iterable):
        checked(ja, f"pair {number}: ja")
    checked(en, f"pair {number}: en")
    doc = nlp.make_doc(en if side == "en" else ja)
    doc._.set(OTHER[side], ja if side == "en" else en)
    return doc


def _present(given: Any) -> Any:
    """A text or terms; where the text is missing an empty one, which nothing is aligned with."""
    if is_missing(given):
        return ""
    return [term for term in given if not is_missing(term)] if isinstance(given, list | tuple) else given


def side_of(nlp: Language) -> str:
    """The language of a pipeline's docs, ``"ja"`` or ``"en"``, where nothing else says it."""
    return "ja" if nlp.lang == "ja" else "en"


def _side(nlp: Language) -> str:
    """What the pipeline's component has for it; that of the language if it has none yet."""
    names = [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory == FACTORY]
    return str(nlp.get_pipe(names[0]).side) if names else side_of(nlp)  # type: ignore[attr-defined]


def register(extension: str) -> None:
    """Let docs have ``doc._.ja`` or ``doc._.en``, unless somebody's extension of that name is there."""
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=None)


def translation(doc: Doc, language: str) -> Any:
    """The doc's other side: what its extension says, or the context it is piped with; None for none.

    A context that has the language, but nothing for it, says that there is no translation: that is an empty text.
    """
    given = doc._.get(language) if Doc.has_extension(language) else None
    if given is not None:
        return _present(given)
    if isinstance(doc._context, Mapping) and language in doc._context:
        return _present(doc._context[language])
    return None
