"""spaCy's docs: the Japanese that one knows, and the links that its spans stand for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from termalign.integrations.rows import link_of as link_of_row
from termalign.model import Link

#: Where the component puts its spans.
SPANS_KEY = "termalign"


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
    >>> doc = nlp("Pre-Tokuryu (匿流) days")
    >>> (span,) = doc.spans["termalign"]
    >>> link_of(span).en, link_of(span).ja.text
    (Span(start=4, end=11, text='Tokuryu'), '匿流')
    """
    links = span.doc.spans[spans_key].attrs.get("links", ()) if spans_key in span.doc.spans else ()
    if not span.id_.isdecimal() or int(span.id_) >= len(links):
        raise ValueError(f"{span.text!r} is no span of doc.spans[{spans_key!r}]")
    return link_of_row(links[int(span.id_)])


def docs_of(nlp: Language, pairs: Iterable[tuple[str | list[str], str]]) -> Iterator[Doc]:
    """Docs of (ja, en) pairs, each of which knows its Japanese: for ``nlp.pipe(docs_of(nlp, pairs))``.

    Parameters
    ----------
    nlp : Language
        An English pipeline, whose tokenizer makes the docs.
    pairs : iterable of (ja, en)
        Japanese texts or lists of terms, and English texts; read as docs are taken.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> component = nlp.add_pipe("termalign")
    >>> (doc,) = nlp.pipe(docs_of(nlp, [("桜島が噴火した。", "Sakurajima erupted.")]))
    >>> [(span.text, span.kb_id_) for span in doc.spans["termalign"]]
    [('Sakurajima', '桜島'), ('erupted', '噴火')]
    """
    register("ja")
    for ja, en in pairs:
        doc = nlp.make_doc(en)
        doc._.ja = ja
        yield doc


def register(extension: str) -> None:
    """Let docs have ``doc._.ja`` or ``doc._.en``, unless somebody's extension of that name is there."""
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=None)


def translation(doc: Doc, language: str) -> Any:
    """The doc's other side: what its extension says, or the context it is piped with; None for none."""
    given = doc._.get(language) if Doc.has_extension(language) else None
    if given is None and isinstance(doc._context, Mapping):
        given = doc._context.get(language)
    return given
