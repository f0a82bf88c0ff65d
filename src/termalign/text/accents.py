"""Latin letters without what is added to them."""

import unicodedata

#: Letters that Unicode does not take apart, as they are written without them.
PLAIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ə": "e", "ŋ": "n", "ħ": "h",
}  # fmt: skip


def without_accents(text: str) -> str:
    """Return a text without its accents and other combining marks.

    Examples
    --------
    >>> without_accents("Ōsaka, São Paulo, Łódź")
    'Osaka, Sao Paulo, Łodz'
    """
    if text.isascii():
        return text
    return "".join([char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)])
