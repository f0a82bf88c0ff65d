"""Reference signs in a text and its translation, which are no part of the terms before them: 流路*41*, *flow path 41*."""

import re

from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.text.reference_signs import JAPANESE_SIGN, NOUN, SIGN

_BEHIND_A_NOUN = re.compile(f"(?<={NOUN})(?<!第){JAPANESE_SIGN}")
_ENGLISH = re.compile(SIGN)
_LONGEST = 8  # characters before a sign in a word of a dictionary


def reference_signs(ja: JapaneseText, english: EnglishText, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the morphemes of the reference signs, in order.

    A sign stands behind a noun in both texts. In English, the noun is in small letters (*valve V2*, but *Windows 11*). A text
    with a single sign of one digit has no drawing: レベル5, *level 5*. Nor is the end of a word a sign: ビタミンB12.
    """
    signs = [*_BEHIND_A_NOUN.finditer(ja.text)]
    theirs = _signs(english) if signs else ()
    found = [m for m in signs if m.group() in theirs and not _ends_a_word(ja.text, *m.span(), lexicon)]
    if len({m.group() for m in found}) <= 1 and all(len(m.group()) == 1 for m in found):
        return []
    places = [ja.range_at(*m.span()) for m in found]
    return [place for place in places if place is not None]


def _ends_a_word(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a dictionary has a word that ends with the sign at ``start:end``."""
    return any(lexicon.has(text[k:end]) for k in range(max(0, start - _LONGEST), start))


def _signs(english: EnglishText) -> set[str]:
    """Return the signs that stand directly behind a noun in small letters."""
    return {
        english.forms[k]
        for k in range(1, len(english))
        if _ENGLISH.fullmatch(english.forms[k])
        and english.gap(k - 1) == " "
        and english.forms[k - 1].islower()
        and not english.lexemes[k - 1].function
    }
