"""The numbers that units begin with, such as （３）, 第二条, *Article 2 (1)* and 2.1. They correspond only to each other."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from termalign.quantities.english_numerals import roman
from termalign.quantities.japanese_numerals import read_numeral

_KANJI = "一二三四五六七八九十百"
_N = rf"[0-9０-９]{{1,3}}|[{_KANJI}]{{1,5}}|[①-⑳]"
_JAPANESE = re.compile(
    rf"\s*(?:（[^（）]*）\s*)?(?:第({_N})条(?:の({_N}))?(?=[\s（(]|$)"
    rf"|[（(]?({_N})(?:[.．]({_N}))?(?:[)）.．、]|(?=[　\t])))(?![0-9０-９{_KANJI}])"
)
_ENGLISH = re.compile(
    r"\s*(?:(?:(?:Article|Art\.|Section|Sec\.|Clause|§)\s*)?(?<![0-9])([0-9]{1,3})(?:[-.]([0-9]{1,3}))?"
    r"(?:(?:\s*\([^()0-9]*\))?\s*\(([0-9]{1,3}|[ivxlc]{1,6})\)|\.?(?=\s|$))|\(([0-9]{1,3}|[ivxlc]{1,6})\))(?![0-9])"
)


class Number(NamedTuple):
    """One number of a heading, with its span."""

    value: int
    start: int
    end: int


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
    ours, theirs = _numbers(_JAPANESE, ja), _numbers(_ENGLISH, en)
    if len(theirs) == len(ours) + 1 and theirs[-1].value == 1 and (ours or en.lstrip().startswith("(")):
        en = _blanked(en, theirs[-1:])
        theirs = theirs[:-1]
    if [number.value for number in ours] != [number.value for number in theirs]:
        return ja, en
    return _blanked(ja, ours), _blanked(en, theirs)


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
    for number in numbers:
        text = text[: number.start] + " " * (number.end - number.start) + text[number.end :]
    return text
