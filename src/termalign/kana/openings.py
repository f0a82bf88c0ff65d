"""The beginning of a spelling, up to its first vowel: a blocking key that needs no whole reading or spelling."""

import re
from functools import lru_cache

from termalign.arguments import checked
from termalign.kana.loose import SHORT
from termalign.kana.script import to_katakana
from termalign.kana.spelling_keys import kana_keys
from termalign.kana.syllables import SYLLABLES

ANY = ""
"""The opening of what may begin anyhow."""

_SMALL = frozenset("ァィゥェォャュョヮ")
_BEGINNING = re.compile("[^aiueoāīūēō]*[aiueoāīūēō]?")


@lru_cache(4096)
def latin_opening(key: str) -> str:
    """Return the first consonants and vowel of a romaji key; the vowel is made short.

    Examples
    --------
    >>> latin_opening("kyōto"), latin_opening("ōta"), latin_opening("tokyo")
    ('kyo', 'o', 'to')
    """
    checked(key, "key")
    found = _BEGINNING.match(key)
    assert found is not None  # the pattern also matches the empty string
    return found[0].translate(SHORT)


def kana_openings(*kana: str) -> frozenset[str]:
    """Return the openings of all keys of each `kana`; :data:`ANY` if the first character does not determine them.

    Examples
    --------
    >>> sorted(kana_openings("キョウト", "キョウ")), sorted(kana_openings("ヲダ")), sorted(kana_openings("ンジャメナ"))
    (['kyo'], ['o', 'wo'], [''])
    """
    return _united(frozenset([_first_mora(each) for each in kana]))


def _first_mora(kana: str) -> str:
    try:
        return kana[:2] if kana[1:2] in _SMALL else kana[:1]
    except KeyError:  # `kana` is a dictionary: since Python 3.12, a slice may be a key
        checked(kana, "kana")
        raise


@lru_cache(4096)
def _united(first_morae: frozenset[str]) -> frozenset[str]:
    """Return the openings of these morae as one shared set, because many terms have the same few beginnings."""
    return frozenset().union(*map(_of_mora, first_morae))


@lru_cache(1024)
def _of_mora(kana: str) -> frozenset[str]:
    mora = to_katakana(kana)
    if mora not in SYLLABLES:
        return frozenset({ANY})
    return frozenset(map(latin_opening, kana_keys(mora)))
