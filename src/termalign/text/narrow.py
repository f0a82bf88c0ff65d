"""Texts with characters in their usual width: Ａ４ as A4, （ as (."""

from unicodedata import is_normalized, normalize


def narrowed(text: str) -> str:
    """Return a text of the same length, with each character that has a single compatible one as that.

    >>> narrowed("Ａ４（㎏）")
    'A4(㎏)'
    """
    if is_normalized("NFKC", text):
        return text
    return "".join(plain if len(plain := normalize("NFKC", sign)) == 1 else sign for sign in text)
