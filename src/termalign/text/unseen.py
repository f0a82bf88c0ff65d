"""Invisible characters, which are no part of any word."""

#: Variation selectors, which only change how the character before them is drawn (辻 with one dot or two).
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_MARKS = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
#: Invisible characters: soft hyphens, zero-width spaces and joiners, direction marks, selectors.
UNSEEN = _SELECTORS | frozenset(_MARKS)
#: Invisible characters that no span begins or ends with. The other selectors decide how the kanji before them is drawn.
AT_NO_END = _MARKS + "\ufe0e\ufe0f"
#: Stands for a character that is no part of the text, so that offsets stay the same.
HIDDEN = "\u2060"


def without_unseen(text: str) -> str:
    """Return a text without its invisible characters.

    >>> without_unseen("サー\u200bバー\ufe0f")
    'サーバー'
    """
    return text if UNSEEN.isdisjoint(text) else "".join([char for char in text if char not in UNSEEN])
