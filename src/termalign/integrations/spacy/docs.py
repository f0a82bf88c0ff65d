"""spaCy docs: their translations, and the links of their spans."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from termalign.arguments import checked, instance_of, no_frame, two
from termalign.integrations.cells import is_missing
from termalign.integrations.rows import link_of as link_of_row
from termalign.kana import is_japanese
from termalign.model import Link
from termalign.model import Span as OurSpan
from termalign.projection import Projection

#: The name of the component.
FACTORY = "termalign"
#: The key of the component's spans in ``doc.spans``.
SPANS_KEY = "termalign"
#: The language of the translation, by the language of the docs.
OTHER = {"en": "ja", "ja": "en"}


def link_of(span: Span, spans_key: str = SPANS_KEY) -> Link:
    """Return the link of a span of ``doc.spans[spans_key]``, even after the doc was stored and loaded.

    Parameters
    ----------
    span : Span
        A span that the component made.
    spans_key : str
        The setting of the component.

    Returns
    -------
    Link
        The link, with exact offsets: code points of ``doc.text`` and of the other text, half-open.

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
    instance_of(span, Span, "span")
    links = span.doc.spans[spans_key].attrs.get("links", ()) if spans_key in span.doc.spans else ()
    if not span.id_.isdecimal() or int(span.id_) >= len(links):
        raise ValueError(f"{span.text!r} is not a span of doc.spans[{spans_key!r}]")
    return link_of_row(links[int(span.id_)])


def projected(doc: Doc, spans_key: str = SPANS_KEY) -> list[Projection | None]:
    """Return the projections of a doc's entities to its translation, even after the doc was stored and loaded.

    Parameters
    ----------
    doc : Doc
        A doc that the component processed with ``project_ents``.
    spans_key : str
        The setting of the component.

    Returns
    -------
    list of Projection or None
        One projection for each of ``doc.ents``, in order, or None for an entity without a counterpart.

    Raises
    ------
    ValueError
        If the component has not projected the entities of the doc.

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
    instance_of(doc, Doc, "doc")
    ents = doc.spans[spans_key].attrs.get("ents") if spans_key in doc.spans else None
    if ents is None:
        raise ValueError(
            f"doc.spans[{spans_key!r}] has no projected entities: set project_ents in the config of the component"
        )
    return [None if row is None else _projection(row) for row in ents]


def _projection(row: Mapping[str, Any]) -> Projection:
    spans = tuple([OurSpan(**span) for span in row["spans"]])
    return Projection(OurSpan(**row["source"]), spans, row["score"], row["label"])


def docs_of(nlp: Language, pairs: Iterable[tuple[str | list[str], str]]) -> Iterator[Doc]:
    """Yield docs of (ja, en) pairs, each with its translation, for ``nlp.pipe(docs_of(nlp, pairs))``.

    Parameters
    ----------
    nlp : Language
        A pipeline, whose tokenizer makes the docs. They are made of the English texts, or of the Japanese texts if the
        component has ``side="ja"``, the default in a Japanese pipeline.
    pairs : iterable of (ja, en)
        Japanese texts (or, for English docs, lists of terms) and English texts, read as docs are taken. If either text is
        missing (None, NaN, NA), the doc has no links. If the doc's own text is missing, the doc is empty.

    Raises
    ------
    TypeError
        If an element is not a pair, after the preceding docs. The message gives its number, from 0.

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
    """Return a text or a list of terms. A missing text becomes an empty text, which has no links."""
    if is_missing(given):
        return ""
    return [term for term in given if not is_missing(term)] if isinstance(given, list | tuple) else given


def side_of(nlp: Language) -> str:
    """Return the language of a pipeline's docs, ``"ja"`` or ``"en"``, if no setting gives it.

    A pipeline of no language in particular (``xx``) is taken for English. One of another language raises a ValueError.
    """
    if nlp.lang not in (*OTHER, "xx", "mul"):
        raise ValueError(
            f"the pipeline is for {nlp.lang!r}: termalign aligns English with Japanese, so set side to 'en' or 'ja'"
        )
    return "ja" if nlp.lang == "ja" else "en"


def _side(nlp: Language) -> str:
    """Return the `side` of the pipeline's component, or the language of a pipeline without a component."""
    names = [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory == FACTORY]
    return str(nlp.get_pipe(names[0]).side) if names else side_of(nlp)  # type: ignore[attr-defined]


def register(extension: str) -> None:
    """Register the extension ``doc._.ja`` or ``doc._.en``, unless an extension of that name exists."""
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=None)


def translation(doc: Doc, language: str) -> Any:
    """Return the translation of a doc from its extension or its context in ``nlp.pipe``, or None if neither has it.

    If a context has the language with a missing value, there is no translation, and the result is an empty text.
    """
    given = doc._.get(language) if Doc.has_extension(language) else None
    if given is not None:
        return _present(given)
    if isinstance(doc._context, Mapping) and language in doc._context:
        return _present(doc._context[language])
    return None


def no_misplaced_translation(context: object, language: str) -> None:
    """Raise an error if the context of a doc seems to hold its translation, but not under the right language."""
    if isinstance(context, Mapping) and OTHER[language] in context:
        raise ValueError(
            f"the context has {OTHER[language]!r}, the language of the doc itself: give its translation as {language!r}"
        )
    if isinstance(context, str) and language == "ja" and any(map(is_japanese, context)):
        raise TypeError(f"the context is a Japanese text: to align the doc with it, give {{'ja': {context[:20]!r}}}")
