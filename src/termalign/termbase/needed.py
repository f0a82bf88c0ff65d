"""The selection of the glossary entries that a text needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from termalign.formats.glossaries import GlossaryEntry, GlossaryLike
from termalign.termbase.glossary import Glossary, Occurrence


@dataclass(frozen=True, slots=True)
class Selected:
    """An entry whose term occurs in a text, with the occurrences in order."""

    entry: GlossaryEntry
    occurrences: tuple[Occurrence, ...]


def select(glossary: GlossaryLike, text: str | Iterable[str]) -> Glossary:
    """Return the entries of a glossary that occur in a Japanese text.

    Terms are also found in other spellings, inflected and in compounds, as by `Glossary.find`.

    Parameters
    ----------
    glossary : Glossary, mapping, iterable of pairs, or path
        The glossary, as for `Glossary.of`.
    text : str or iterable of str
        One or more Japanese texts.

    Returns
    -------
    Glossary
        The entries in the order of their first occurrence.

    Examples
    --------
    >>> glossary = {"サーバー": "server", "障害": ["failure", "outage"], "請求書": "invoice"}
    >>> [(entry.ja, entry.en) for entry in select(glossary, "サーバの障害")]
    [('サーバー', ('server',)), ('障害', ('failure', 'outage'))]
    """
    return Glossary.of(glossary).select(text)


def selected(glossary: Glossary, texts: Iterable[str]) -> list[Selected]:
    """Return the entries of a glossary that occur in Japanese texts, with their occurrences."""
    found: dict[GlossaryEntry, list[Occurrence]] = {}
    for text in texts:
        for occurrence in glossary.find(text):
            found.setdefault(occurrence.entry, []).append(occurrence)
    return [Selected(entry, tuple(occurrences)) for entry, occurrences in found.items()]
