"""Acronyms that katakana spells out: ユーエヌ, UN."""

import re
from functools import lru_cache

# English names of the letters, spelled so that the model hears them best.
_NAMES = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "ay bee cee dee ee eff jee aitch ai jay kay el em en o pee cue ar es tee you vee doubleyu ex wai zed".split(),
        strict=True,
    )
)
_CAPITALS = re.compile(r"\b[A-Z](?:[A-Z]|\.[A-Z]){0,5}\b\.?")
_VOWEL = re.compile("[AEIOU]")


def spellings(latin: str) -> tuple[str, str, str]:
    """Return `latin` unchanged, with unreadable words in capitals spelled out, and with all words in capitals spelled out.

    >>> spellings("NTT DATA")
    ('NTT DATA', 'en tee tee DATA', 'en tee tee dee ay tee ay')
    >>> spellings("Nippon")
    ('Nippon', 'Nippon', 'Nippon')
    """
    if latin.islower() or not _CAPITALS.search(latin):
        return latin, latin, latin
    return _with_letters(latin)


@lru_cache(8192)
def _with_letters(latin: str) -> tuple[str, str, str]:
    unreadable = _CAPITALS.sub(lambda found: _spell(found[0]) if _is_unreadable(found[0]) else found[0], latin)
    return latin, unreadable, _CAPITALS.sub(lambda found: _spell(found[0]), latin)


def has_initials(text: str) -> bool:
    """Return whether `spellings` may change a word of a text."""
    return _CAPITALS.search(text) is not None


def _is_unreadable(word: str) -> bool:
    # three capitals are rarely read as a word
    return "." in word or len(word) <= 3 or not _VOWEL.search(word)


def _spell(word: str) -> str:
    return " ".join(_NAMES[char] for char in word if char != ".")
