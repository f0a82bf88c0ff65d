"""The common noun of a name in English: before the name (Lake Biwa) or after it (Kurama-dera Temple)."""

from collections.abc import Collection

from termalign.names.generics import Phrase
from termalign.target.target import Target


def after(j: int, phrases: Collection[Phrase], target: Target) -> tuple[int, int] | None:
    """Return the common noun that begins at word `j`, directly after the name."""
    english = target.english
    if j >= len(english) or english.gap(j - 1) not in (" ", "-", "\n"):
        return None
    if english.forms[j].islower() and english.forms[j].endswith("ed"):  # a verb: Ingen founded
        return None
    for size in (3, 2, 1):
        if j + size <= len(english) and tuple(english.stems[j : j + size]) in phrases:
            return j, j + size
    return None


def before(i: int, phrases: Collection[Phrase], target: Target) -> tuple[int, int] | None:
    """Return the common noun that ends before word `i`: Lake Biwa, Mt. Fuji, Emperor Heizei, Governor of Iga.

    If the text has capitals, the noun must have one.
    """
    english = target.english
    if i > 1 and english.lexemes[i - 1].lower == "of":
        found = before(i - 1, phrases, target)
        return (found[0], i) if found else None
    if i == 0 or english.gap(i - 1) not in (" ", ". ", "\n"):
        return None
    for size in (2, 1):
        named = i >= size and (english.capitalised[i - size] or not english.cased)
        if named and tuple(english.stems[i - size : i]) in phrases:
            return i - size, i
    return None
