"""Counters after Japanese numerals, and words with a numeral that is not a number.

``japanese_idioms.tsv`` lists such words (十分, 千葉, 万一, 二条城), and the text after them that makes the numeral a number
after all (十分間). It was made for this library, and has words from news and encyclopaedias in which what follows a numeral
could be a counter.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from termalign.japanese.tagger import tokenize
from termalign.kana.script import is_kanji, is_katakana
from termalign.quantities.quantity import LONGEST, Edge, Offsets
from termalign.quantities.units import PRODUCT, prefixed_units
from termalign.tables import read_table
from termalign.text.normalise import HALF_WIDTH

_STARTERS = re.compile("[一二三四五六七八九十百千数半]")
_SUFFIXES = frozenset("衆分台銭内取目前中高積乗下上頃時差先忌刊没強弱付代長足余賦速箱")
_AS_LISTED = HALF_WIDTH | PRODUCT
_Idiom = tuple[str, int, re.Pattern[str] | None]


class Counter(NamedTuple):
    """One row of ``japanese_counters.tsv``, or what stands for a unit with a prefix."""

    text: str
    kind: str
    unit: str
    with_kanji: bool


@cache
def _counters() -> dict[str, list[Counter]]:
    rows = {
        text: Counter(text, unit.kind, name, True)
        for name, unit in prefixed_units().items()
        for text in (*unit.symbols, unit.japanese)
    }
    for word, kind, unit, kanji in read_table(__package__, "japanese_counters.tsv", header=True):
        text = word.translate(PRODUCT)
        rows[text] = Counter(text, kind, unit, kanji == "yes")
    found: dict[str, list[Counter]] = {}
    for counter in sorted(rows.values(), key=lambda counter: -len(counter.text)):
        found.setdefault(counter.text[0], []).append(counter)
    return found


def counter_at(text: str, position: int) -> Edge | None:
    """Return the longest counter at a position that is not the beginning of a word, or None.

    >>> counter_at("3か月前", 1).end, counter_at("5kmの", 1).value.unit, counter_at("3x", 1), counter_at("5人形", 1)
    (3, 'kilometre', None, None)
    """
    said = text[position : position + LONGEST].translate(_AS_LISTED)
    for counter in _counters().get(said[:1], ()):
        if said.startswith(counter.text):
            end = position + len(counter.text)
            if ends_word(text, position, end):
                return Edge(position, end, counter)
    return None


def ends_word(text: str, position: int, end: int) -> bool:
    """Return whether a word ends at `end`, the end of a counter that begins at `position`.

    The counter is part of a longer word only if the text goes on in the script of the counter (5mobile, 1万ゴールド, 3回転,
    but not 3回り), and not with a kanji that is mostly a suffix (6日没, 4両分). The longer word must begin with the counter
    or within it, not with the numeral (千両箱).

    >>> [ends_word(text, 1, 2) for text in ("3回目", "3回転", "3回り", "5mobile", "4両分")]
    [True, False, True, False, True]
    """
    last, following = text[end - 1], text[end : end + 1]
    if is_latin(last):
        return not is_latin(following)
    if is_kanji(last):
        if following in _SUFFIXES or not is_kanji(following):
            return True
    elif not (is_katakana(last) and is_katakana(following)):
        return True
    start = max(0, position - 1)
    words = _words(text[start : end + 8])  # enough to show whether a longer word begins
    return not any(position <= first + start < end < last + start for first, last in words)


@lru_cache(4096)
def _words(text: str) -> tuple[Offsets, ...]:
    return tuple([(morpheme.start, morpheme.end) for morpheme in tokenize(text)])


def is_latin(sign: str) -> bool:
    """Return whether a character is an ASCII letter, of full or half width."""
    return sign.isalpha() and sign.translate(HALF_WIDTH).isascii()


@cache
def _idioms() -> dict[str, list[_Idiom]]:
    """Return the words by the numeral and the character after it, or before it if the word does not begin with the numeral."""
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
    """Return the span of the word in which the kanji numeral at a position is not a number; None for a number.

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
