"""The numbers that units begin with (（３）, 第二条, イ, *Article 2 (1)*, *(a)*, 2.1). They correspond only to each other."""

import re
import unicodedata
from collections.abc import Sequence
from string import ascii_lowercase
from typing import NamedTuple

from termalign.quantities.english_numerals import roman
from termalign.quantities.japanese_numerals import read_numeral
from termalign.quantities.japanese_provisions import SUBITEMS
from termalign.text import blanked_at

_ROMAN_SIGNS = frozenset(unicodedata.normalize("NFKC", sign) for sign in "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ")
_KANJI = "一二三四五六七八九十百"
_N = rf"[0-9０-９]{{1,3}}|[{_KANJI}]{{1,5}}|[①-⑳]"
_JAPANESE = re.compile(
    rf"\s*(?:（[^（）]*）\s*)?(?:第({_N})条(?:の({_N}))?(?=[\s（(]|$)"
    rf"|[（(]?({_N})(?:[.．]({_N}))?(?:[)）.．、]|(?=[　\t])))(?![0-9０-９{_KANJI}])"
)
_LETTERED = re.compile(rf"\s*[(（]?([{SUBITEMS}])(?:[)）]|(?=[　\t]))")
_IN_LETTERS = re.compile(r"\s*\(([a-z])\)")
_MARKED = re.compile(r"\s*(?:[(（]|[^\s第]{1,3}[　\t])")
"""How a number begins that can be nothing but a heading. Those of articles are compared as all provisions are."""
_ENGLISH = re.compile(
    r"\s*(?:(?:(?:Article|Art\.|Section|Sec\.|Clause|§)\s*)?(?<![0-9])([0-9]{1,3})(?:[-.]([0-9]{1,3}))?"
    r"(?:(?:\s*\([^()0-9]*\))?\s*\(([0-9]{1,3}|[ivxlc]{1,6})\)|\.?(?=\s|$))|\(([0-9]{1,3}|[ivxlc]{1,6})\))(?![0-9])"
)


class Number(NamedTuple):
    """One number of a heading, with its span."""

    value: int
    start: int
    end: int

    def in_the_style_of(self, other: str) -> str:
        """Return the number as a letter or a small Roman numeral, if some other number is one."""
        if other in _ROMAN_SIGNS and self.value <= 12:
            return unicodedata.normalize("NFKC", chr(ord("ⅰ") + self.value - 1))
        return ascii_lowercase[self.value - 1] if other.isalpha() and self.value <= 26 else str(self.value)


def without_headings(ja: str, en: str) -> tuple[str, str]:
    r"""Return both texts with their heading numbers replaced by blanks if these numbers agree.

    Official translations number the first paragraph of an article as (1), which the Japanese leaves without a number. This
    (1) is ignored.

    Examples
    --------
    >>> without_headings("３　三年間", "(3) for five years")
    (' \u3000三年間', '( ) for five years')
    >>> without_headings("第二条　この法律", "Article 2 (1) In this Act")
    ('第 条\u3000この法律', 'Article   ( ) In this Act')
    """
    ours, theirs = _headings(ja, en)
    if len(theirs) == len(ours) + 1 and theirs[-1].value == 1 and (ours or en.lstrip().startswith("(")):
        en = _blanked(en, theirs[-1:])
        theirs = theirs[:-1]
    if [number.value for number in ours] != [number.value for number in theirs] and not _clearly(ja, ours, en, theirs):
        return ja, en
    return _blanked(ja, ours), _blanked(en, theirs)


def unlike_headings(ja: str, en: str) -> list[tuple[Number, Number]]:
    """Return the numbers of two headings that differ, each with the other, if the texts clearly begin with headings.

    Examples
    --------
    >>> [len(unlike_headings("三　前号の者", en)) for en in ("(ii) a person", "(iii) a person", "two persons")]
    [1, 0, 0]
    """
    ours, theirs = _headings(ja, en)
    if not _clearly(ja, ours, en, theirs):
        return []
    return [(one, other) for one, other in zip(ours, theirs, strict=True) if one.value != other.value]


def _headings(ja: str, en: str) -> tuple[list[Number], list[Number]]:
    """Return the numbers of both headings. English gives イロハ as (a) (b) (c), seldom as (i) (ii) (iii)."""
    lettered, letter = _LETTERED.match(ja), _IN_LETTERS.match(en)
    if lettered and letter and letter[1] not in _ROMAN_SIGNS:
        ours = Number(SUBITEMS.index(lettered[1]) + 1, *lettered.span(1))
        return [ours], [Number(ascii_lowercase.index(letter[1]) + 1, *letter.span(1))]
    return _numbers(_JAPANESE, ja), _numbers(_ENGLISH, en)


def _clearly(ja: str, ours: Sequence[Number], en: str, theirs: Sequence[Number]) -> bool:
    """Return whether both texts begin with headings of equally many numbers, and not with a number that counts something."""
    return len(ours) == len(theirs) > 0 and all(map(_MARKED.match, (ja, en)))


def _numbers(heading: re.Pattern[str], text: str) -> list[Number]:
    """Return the numbers of the heading at the beginning of a text."""
    found = heading.match(text)
    groups = range(1, found.re.groups + 1) if found else ()
    return [Number(_value(found[k]), *found.span(k)) for k in groups if found and found[k]]


def _value(written: str) -> int:
    plain = unicodedata.normalize("NFKC", written)
    if plain.isascii():
        return int(plain) if plain.isdecimal() else roman(plain)
    numeral = read_numeral(plain, 0)
    return int(numeral.low) if numeral else 0


def _blanked(text: str, numbers: Sequence[Number]) -> str:
    return blanked_at(text, [(number.start, number.end) for number in numbers])
