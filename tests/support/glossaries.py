"""Glossaries as tables of cases describe them."""

from termalign import Glossary
from termalign.termbase import GlossaryEntry


def glossary(described: str) -> Glossary:
    """``ja=en|en!forbidden``, joined by ``;``."""
    entries = []
    for each in filter(None, described.split(";")):
        ja, _, rest = each.partition("=")
        en, _, forbidden = rest.partition("!")
        entries.append(
            GlossaryEntry(ja, tuple(filter(None, en.split("|"))), forbidden=(forbidden,) if forbidden else ())
        )
    return Glossary(tuple(entries))
