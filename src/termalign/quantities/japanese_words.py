"""Counters behind Japanese numerals, and words that hold a numeral and count nothing.

``japanese_idioms.tsv`` lists such words (十分, 千葉, 万一, 二条城), with what may follow that makes a number of them after all
(十分間). It was made for this library: words met in news and encyclopaedia text whose numeral is followed by something that
reads as a counter.
"""

import re
from functools import cache
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.tables import read_table

_STARTERS = re.compile("[一二三四五六七八九十百千数半]")
_Idiom = tuple[str, int, re.Pattern[str] | None]


class Counter(NamedTuple):
    """One row of ``japanese_counters.tsv``."""

    text: str
    kind: str
    unit: str
    with_kanji: bool


@cache
def _counters() -> dict[str, list[Counter]]:
    """Return the counters by their first sign, the longest first."""
    found: dict[str, list[Counter]] = {}
    for word, kind, unit, kanji in sorted(
        read_table(__package__, "japanese_counters.tsv", header=True), key=lambda row: -len(row[0])
    ):
        found.setdefault(word[0], []).append(Counter(word, kind, unit, kanji == "yes"))
    return found


def counter_at(text: str, position: int) -> tuple[int, Counter] | None:
    """Return the longest counter at a position, with where it ends.

    A Latin counter must not run on into more letters: 5m is five metres, 5mobile nothing.

    >>> counter_at("3か月前", 1)[0], counter_at("5kmの", 1)[1].unit, counter_at("3x", 1)
    (3, 'kilometre', None)
    """
    for counter in _counters().get(text[position : position + 1], ()):
        if text.startswith(counter.text, position):
            end = position + len(counter.text)
            servings = counter.text == "人前" and text.startswith("後", end)  # around ten people, no ten servings
            if not servings and not (is_latin(text[end - 1]) and is_latin(text[end : end + 1])):
                return end, counter
    return None


def is_latin(sign: str) -> bool:
    """Return whether a sign is an ASCII letter."""
    return sign.isascii() and sign.isalpha()


@cache
def _idioms() -> dict[str, list[_Idiom]]:
    """Return words by the numeral and the sign after it, or before it where the word does not begin with one."""
    index: dict[str, list[_Idiom]] = {}
    for word, unless, _ in read_table(__package__, "japanese_idioms.tsv", header=True):
        found = _STARTERS.search(word)
        assert found is not None, word
        at = found.start()
        key = word[at - 1 : at + 1] + "<" if at else word[:2]
        index.setdefault(key, []).append((word, at, re.compile(unless) if unless else None))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def idiom_at(text: str, position: int) -> Offsets | None:
    """Return the word around a kanji numeral that makes it no number, as code points; None for a number.

    >>> idiom_at("もう十分だ", 2), idiom_at("十分間", 0), idiom_at("統一する", 1)
    ((2, 4), None, (0, 2))
    """
    index = _idioms()
    for key in (text[position - 1 : position + 1] + "<" if position else "", text[position : position + 2]):
        for word, at, unless in index.get(key, ()):
            start = position - at
            if start >= 0 and text.startswith(word, start):
                end = start + len(word)
                if unless is None or not unless.match(text, end):
                    return start, end
                break
    return None
