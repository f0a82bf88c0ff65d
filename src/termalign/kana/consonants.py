"""The consonants of a spelling: a cheap blocking key that separates most readings from most words."""

import re
from functools import lru_cache

from termalign.arguments import checked
from termalign.kana.script import to_katakana
from termalign.kana.syllables import SYLLABLES

_SOUNDLESS = "aāiīuūeēoō hwyf'-"  # vowels, and letters that only some spellings have: ohya, yen, kwa, fu
_FOLDED = {ord(char): None for char in _SOUNDLESS} | {ord("d"): "z", ord("j"): "z"}  # du is zu, di is ji
_RUN = re.compile(r"(t)[ts]+|([^t])\2+")  # a consonant twice; t with any s after it, as in tsa (ツァ)

_UNUSUAL = re.compile("ッ[マミムメモㇺー]")  # before these, ッ is spelled n or left out


def _bare(letters: str) -> str:
    bare = letters.translate(_FOLDED)
    return _RUN.sub(r"\1\2", bare) if _RUN.search(bare) is not None else bare  # few keys match, and a search is cheaper


@lru_cache(4096)
def latin_consonants(key: str) -> str:
    """Return the consonants of a romaji key, without letters in which spellings differ.

    Double consonants count once, and *s* after *t* is left out.

    Examples
    --------
    >>> latin_consonants("keisatutyō"), latin_consonants("sapporo"), latin_consonants("ōya")
    ('kst', 'spr', '')
    """
    checked(key, "key")
    return _bare(key)


@lru_cache(4096)
def kana_consonants(kana: str) -> str | None:
    """Return the `latin_consonants` that all keys of `kana` share; None if the characters do not determine them.

    Examples
    --------
    >>> kana_consonants("ケイサツチョウ"), kana_consonants("サッポロ"), kana_consonants("オオヤ")
    ('kst', 'spr', '')
    """
    checked(kana, "kana")
    kana = to_katakana(kana)
    if "ッ" in kana and _UNUSUAL.search(kana) is not None:
        return None
    spelled = kana.translate(_CONSONANTS)
    return _bare("".join(filter(str.isalnum, spelled.lower()))) if spelled.isascii() else None


def _table() -> dict[int, str | None]:
    """Return the consonants of each kana; ッ (doubling), ー (lengthening) and ・ (separating) have none."""
    found: dict[int, str | None] = {ord(char): None for char in "ッー・"} | {ord("ン"): "n"}
    for kana, syllable in SYLLABLES.items():
        if len(kana) == 1:
            found[ord(kana)] = syllable.kunrei.translate(_FOLDED)
    return found


_CONSONANTS = _table()
