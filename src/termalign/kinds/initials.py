"""Short forms made of the beginnings of words, in order: NPA, METI, MoF, TEPCO."""

from collections.abc import Sequence


def spelled_by_initials(short: str, words: Sequence[tuple[str, bool]]) -> bool:
    """Return whether a short form takes the first one to three letters of every content word, in order.

    Parameters
    ----------
    short : str
        The short form. A small letter in it comes from a function word, or continues the word before: MoF, MoFA.
    words : sequence of (str, bool)
        Words, and whether each is a function word. Function words may be skipped.

    Examples
    --------
    >>> finance = [("Ministry", False), ("of", True), ("Finance", False)]
    >>> [spelled_by_initials(short, finance) for short in ("MOF", "MoF", "MF", "MFO")]
    [True, True, True, False]
    >>> spelled_by_initials("SMAP", [("Saitama", False), ("Prefecture", False)])
    False
    >>> spelled_by_initials("MoF", [("metal", False), ("organic", False), ("frameworks", False)])
    False
    """
    return _spelled(short.rstrip("s") if short[:-1].isupper() else short, words)


def _spelled(rest: str, words: Sequence[tuple[str, bool]]) -> bool:
    if not words:
        return not rest
    (word, function), others = words[0], words[1:]
    if function and _spelled(rest, others):
        return True
    for size in range(1, min(3, len(word), len(rest)) + 1):  # up to three letters of a word: TEPCO
        head = rest[:size]
        if head.lower() != word[:size].lower() or (not function and head[0].islower()):
            return False  # MoF cannot come from "metal organic frameworks"
        if _spelled(rest[size:], others):
            return True
    return False
