"""The kinds of a name in the dictionary of names: surname, given name, place."""

from typing import Final

from termalign.lexicon.lexicon import Lexicon

GIVEN: Final = frozenset({"given", "masc", "fem"})
"""The kinds of given names: of either sex, of men, of women."""


def name_kinds(name: str, lexicon: Lexicon) -> set[str]:
    """Return the kinds of a name in the dictionary of names: ``surname``, ``place``, ``fem`` …

    >>> sorted(name_kinds("大阪", Lexicon.default()) & {"surname", "place", "fem"})
    ['place', 'surname']
    """
    return {kind for entry in lexicon.names(name) for kind in entry.kinds}


def is_given(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is listed as a given name."""
    return not GIVEN.isdisjoint(name_kinds(name, lexicon))


def is_surname(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is listed as a surname."""
    return "surname" in name_kinds(name, lexicon)
