"""The common nouns in names: the endings of Japanese names, their English renderings, and nouns that English adds."""

from functools import cache, lru_cache
from typing import NamedTuple

from termalign.english import gloss_keys
from termalign.english.function_words import FUNCTION_WORDS
from termalign.kana import is_kanji
from termalign.lexicon import Lexicon
from termalign.once import cached_in_lexicon
from termalign.quantities import era_year
from termalign.tables import read_table

LONGEST = 4  # characters
_ERA = (("era",), ("period",))
Phrase = tuple[str, ...]


class Generic(NamedTuple):
    """A common noun that ends a name."""

    size: int  # characters
    phrases: frozenset[Phrase]  # its English renderings, as family keys


@cache
def generic_phrases() -> dict[str, frozenset[Phrase]]:
    """Return the table ``generics.tsv``: Japanese → phrases as family keys."""
    return {
        ja: frozenset(gloss_keys(phrase) for phrase in en.split(", "))
        for ja, en in read_table(__package__, "generics.tsv")
    }


@cache
def all_phrases() -> frozenset[Phrase]:
    """Return every English phrase of the table."""
    return frozenset(phrase for phrases in generic_phrases().values() for phrase in phrases)


@cache
def _added() -> dict[str, frozenset[Phrase]]:
    found: dict[str, set[Phrase]] = {}
    for en, names in read_table(__package__, "added_generics.tsv"):
        for name in names.split(" "):
            found.setdefault(name, set()).add(gloss_keys(en))
    return {name: frozenset(phrases) for name, phrases in found.items()}


def added(surface: str) -> frozenset[Phrase]:
    """Return the common nouns that English may add to a name without one.

    >>> [len(added(name)) for name in ("宝永", "下野", "安倍晋三")]  # era, period; province; nothing
    [2, 1, 0]
    """
    found = _added().get(surface, frozenset())
    return found | frozenset(_ERA) if _is_era(surface) else found


@lru_cache(4096)
def _is_era(surface: str) -> bool:
    return era_year(surface, 1) is not None


@cached_in_lexicon(4096)
def generic_of(surface: str, last: str, lexicon: Lexicon) -> tuple[Generic, ...]:
    """Return the common nouns that may end a name, the longest first.

    The glosses of the name's last morpheme, `last`, count as renderings too.
    """
    found = []
    for size in range(min(LONGEST, len(surface) - 1), 0, -1):
        tail = surface[-size:]
        phrases = set(generic_phrases().get(tail, ()))
        if tail == last or (size == 1 and is_kanji(tail)):
            said = {g.keys for e in lexicon.words(tail) for g in e.glosses if len(g.keys) == 1}
            phrases |= {keys for keys in said if keys[0] not in FUNCTION_WORDS}  # 上 may mean *on*, but not in 押上
        if phrases:
            found.append(Generic(size, frozenset(phrases)))
    return tuple(found)
