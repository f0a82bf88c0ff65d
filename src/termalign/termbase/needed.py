"""The entries of a glossary that a text needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from termalign.arguments import strings
from termalign.formats.glossaries import GlossaryEntry, GlossaryLike
from termalign.termbase.glossary import Glossary, Occurrence


@dataclass(frozen=True, slots=True)
class Selected:
    """An entry that occurs in a text.

    Attributes
    ----------
    entry : GlossaryEntry
        What the glossary says.
    occurrences : tuple of Occurrence
        Where its term stands, in order.
    """

    entry: GlossaryEntry
    occurrences: tuple[Occurrence, ...]


def select(glossary: GlossaryLike, text: str | Iterable[str]) -> Glossary:
    """The entries of a glossary that occur in a Japanese text.

    Terms are found in other spellings, inflected and in compounds, as by `Glossary.find`.

    Parameters
    ----------
    glossary : Glossary, mapping, iterable of pairs, or path
        As for `Glossary.of`.
    text : str or iterable of str
        A text, or several.

    Returns
    -------
    Glossary
        Its entries in the order in which they first occur.

    Examples
    --------
    >>> glossary = {"サーバー": "server", "障害": ["failure", "outage"], "請求書": "invoice"}
    >>> [(entry.ja, entry.en) for entry in select(glossary, "サーバの障害")]
    [('サーバー', ('server',)), ('障害', ('failure', 'outage'))]
    """
    chosen = selected(Glossary.of(glossary), [text] if isinstance(text, str) else strings(text, "text", "a text"))
    return Glossary(tuple([one.entry for one in chosen]))


def selected(glossary: Glossary, texts: Iterable[str]) -> list[Selected]:
    """The same with where each stands."""
    found: dict[GlossaryEntry, list[Occurrence]] = {}
    for text in texts:
        for occurrence in glossary.find(text):
            found.setdefault(occurrence.entry, []).append(occurrence)
    return [Selected(entry, tuple(occurrences)) for entry, occurrences in found.items()]
