"""Latin letters without accents."""

import unicodedata

#: Plain spellings of letters that Unicode does not decompose.
PLAIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ə": "e", "ŋ": "n", "ħ": "h",
}  # fmt: skip


def without_accents(text: str) -> str:
    """Return a text without its accents and other combining marks.

    >>> without_accents("Ōsaka, São Paulo, Łódź")
    'Osaka, Sao Paulo, Łodz'
    """
    if text.isascii():
        return text
    return "".join([char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)])
