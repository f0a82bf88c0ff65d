"""Access keys in the labels of a user interface: ファイル(&L), *Fi&le*."""

import re
from collections.abc import Iterator

_IN_JAPANESE = re.compile(r"[(（](&|_)(?:amp;)?[A-Za-z0-9][)）]")
_IN_ENGLISH = {"&": re.compile(r"([A-Za-z]+)&(?:amp;)?([A-Za-z]+)"), "_": re.compile("([A-Za-z]+)_([A-Za-z]+)")}


def divided_words(ja: str, en: str) -> Iterator[tuple[str, int, int]]:
    """Yield the English words that the sign of an access key divides, in one piece, with their spans in the text.

    The Japanese has a key with this sign in brackets. Elsewhere, the sign belongs to the word: *R&D*, *read_csv*.

    Examples
    --------
    >>> list(divided_words("終了(&X)", "E&xit")), list(divided_words("研究開発", "R&D"))
    ([('Exit', 0, 5)], [])
    """
    if key := _IN_JAPANESE.search(ja):
        yield from ((found[1] + found[2], *found.span()) for found in _IN_ENGLISH[key[1]].finditer(en))
