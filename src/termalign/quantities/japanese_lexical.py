"""Words that hold a numeral but are no number: 十分, 千葉県, 万一, 二条城.

``japanese_lexical.tsv`` lists them, with what may follow that makes a number of them after all (十分間). It
was made for this library: words met in news and encyclopaedia text whose numeral is followed by something
that reads as a counter.
"""

import re
from collections.abc import Sequence
from functools import cache

from termalign.quantities.units import read_table

_STARTERS = re.compile("[一二三四五六七八九十百千数半]")

_FUSED = frozenset("人つ日月歳年円夜間代巻")
"""Counters that UniDic keeps in one morpheme with a kanji numeral: 一人, 三つ, 二日, 二十歳."""

_Entry = tuple[str, int, re.Pattern[str] | None]


@cache
def _index() -> dict[str, list[_Entry]]:
    """Words by the numeral and the sign after it, or before it where the word does not begin with one."""
    index: dict[str, list[_Entry]] = {}
    for word, unless, _ in read_table("japanese_lexical.tsv"):
        found = _STARTERS.search(word)
        assert found is not None, word
        at = found.start()
        key = word[at - 1 : at + 1] + "<" if at else word[:2]
        index.setdefault(key, []).append((word, at, re.compile(unless) if unless else None))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def lexical_word(text: str, position: int) -> tuple[int, int] | None:
    """The word around a numeral that makes it no number.

    Parameters
    ----------
    text : str
        Any text.
    position : int
        Where a kanji numeral starts.

    Returns
    -------
    tuple of int or None
        The span of the word.

    Examples
    --------
    >>> lexical_word("もう十分だ", 2), lexical_word("十分間", 0), lexical_word("統一する", 1)
    ((2, 4), None, (0, 2))
    """
    index = _index()
    for key in (text[position - 1 : position + 1] + "<" if position else "", text[position : position + 2]):
        for word, at, unless in index.get(key, ()):
            start = position - at
            if start >= 0 and text.startswith(word, start):
                end = start + len(word)
                if unless is None or not unless.match(text, end):
                    return start, end
                break
    return None


def inside_word(words: Sequence[tuple[int, int]], start: int, end: int, text: str) -> bool:
    """Whether a morpheme analysis says that the numeral is part of a longer word.

    Parameters
    ----------
    words : sequence of tuple of int
        The morphemes of the text, sorted.
    start, end : int
        The numeral.
    text : str
        The text.

    Examples
    --------
    >>> inside_word([(0, 2), (2, 3)], 0, 1, "一般の"), inside_word([(0, 2), (2, 3)], 0, 1, "一人の")
    (True, False)
    """
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    if low == len(words):
        return False
    first, last = words[low]
    if first < start:
        return text[first:start] not in ("第", "数", "約")
    return last > end and not (last == end + 1 and text[end] in _FUSED)
