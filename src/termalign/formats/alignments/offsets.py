"""Offsets in the units of tools: code points, UTF-16 code units as in JavaScript, or UTF-8 bytes."""

from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Literal, get_args

from termalign.arguments import one_of

#: Units of offsets: code points (Python), UTF-16 code units (JavaScript, Java), or UTF-8 bytes.
Offsets = Literal["codepoints", "utf16", "utf8"]


def counted(text: str, offsets: str) -> Callable[[int], int]:
    """Return a function that converts code-point offsets into `text`, which has no lone surrogates, to the unit `offsets`.

    Examples
    --------
    >>> text = "𠮷野家 is"
    >>> [counted(text, unit)(3) for unit in ("codepoints", "utf16", "utf8")]
    [3, 4, 10]
    """
    one_of(offsets, get_args(Offsets), "offsets")
    if offsets == "codepoints" or text.isascii():
        return int
    sizes: Iterable[int] = (1 + (char > "\uffff") for char in text)
    if offsets == "utf8":
        sizes = (len(char.encode()) for char in text)
    before = [0, *accumulate(sizes)]
    return before.__getitem__
