"""The selection of the glossary entries that a text needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from termalign.formats.glossaries import GlossaryEntry, GlossaryLike
from termalign.termbase.glossary import Glossary, Occurrence


@dataclass(frozen=True, slots=True)
class Selected:
    """An entry whose term occurs in texts, with the occurrences in order, each after the name of its text."""

    entry: GlossaryEntry
    occurrences: tuple[tuple[str, Occurrence], ...]


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


def selected(glossary: Glossary, texts: Iterable[tuple[str, str]]) -> list[Selected]:
    """Return the entries of a glossary that occur in Japanese texts, each given after its name, with their occurrences."""
    found: dict[GlossaryEntry, list[tuple[str, Occurrence]]] = {}
    for name, text in texts:
        for occurrence in glossary.find(text):
            found.setdefault(occurrence.entry, []).append((name, occurrence))
    return [Selected(entry, tuple(occurrences)) for entry, occurrences in found.items()]
