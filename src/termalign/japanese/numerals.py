"""Numbers written in kanji, and their readings: 三千二百 sanzen nihyaku, 二〇二四 nisen nijūyon.

A number is read as several words. Each thousand and each hundred is a word, and tens and ones form one word together. 万, 億
and 兆 belong to the word before them.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from termalign.japanese.kanji_numerals import DIGITS, UNITS

_ZEROS: Final = "〇零"
_SOME: Final = "数何"
_SMALL: Final = "".join(reversed(UNITS))
_LARGE: Final = {"万": "マン", "億": "オク", "兆": "チョウ"}
_DIGIT_SOUNDS: Final = dict(zip(DIGITS[1:], "イチ ニ サン ヨン ゴ ロク ナナ ハチ キュウ".split(), strict=True)) | {
    "数": "スウ", "何": "ナン", "〇": "レイ", "零": "レイ",
}  # fmt: skip
_UNIT_SOUNDS: Final = {"千": "セン", "百": "ヒャク", "十": "ジュウ"}
_ALTERED: Final = {
    "一千": "イッセン", "三千": "サンゼン", "八千": "ハッセン", "何千": "ナンゼン",
    "三百": "サンビャク", "六百": "ロッピャク", "八百": "ハッピャク", "何百": "ナンビャク",
    "一百": "ヒャク", "一十": "ジュウ",
}  # fmt: skip
_BEFORE_TRILLION: Final = {"イチ": "イッ", "ハチ": "ハッ", "ジュウ": "ジュッ"}
#: Two successive digits mean one or the other, not a number of two digits: 四五人, four or five people.
_EITHER: Final = {
    "一二": "イチニ", "二三": "ニサン", "三四": "サンヨ", "四五": "シゴ", "五六": "ゴロク", "七八": "シチハチ", "八九": "ハック"
}  # fmt: skip
_DIGIT: Final = f"([{DIGITS[1:]}{_SOME}]?)"
_NUMERAL = re.compile(f"[{DIGITS[1:]}{_ZEROS}{_SOME}{_SMALL}{''.join(_LARGE)}]+")
_SECTION = re.compile(f"([^{''.join(_LARGE)}]*)([{''.join(_LARGE)}]?)")
_WITH_UNITS = re.compile("".join(f"(?:{_DIGIT}{unit})?" for unit in _SMALL) + _DIGIT)


class Said(NamedTuple):
    """The reading of a number."""

    words: tuple[str, ...]  # the katakana of each word, in order
    sizes: tuple[int, ...]  # how many characters of the number each word covers
    last: str  # the last numeral in the reading (五 of 二十五, 万 of 五万); a counter may change its sound


class _Part(NamedTuple):
    """A digit with its unit (三百, 六十, 五), and the number of characters that it is written with."""

    written: str
    size: int


def is_numeral(text: str) -> bool:
    """Return whether a text consists of characters used to write numbers.

    >>> is_numeral("二〇二四"), is_numeral("三人"), is_numeral("")
    (True, False, False)
    """
    return _NUMERAL.fullmatch(text) is not None


def said(numeral: str) -> Said | None:
    """Return the reading of a number in kanji, or None if the text is not a number.

    >>> said("二〇二四").words, said("三百六十五").words, said("八千万").words
    (('ニセン', 'ニジュウヨン'), ('サンビャク', 'ロクジュウゴ'), ('ハッセンマン',))
    >>> said("四五").words, said("百千")
    (('シゴ',), None)
    """
    if not is_numeral(numeral) or len(numeral) > 24:
        return None
    if numeral in _EITHER:
        return Said((_EITHER[numeral],), (2,), numeral[-1])
    words: list[tuple[str, int]] = []
    last = ""
    for section in _SECTION.finditer(numeral):
        digits, unit = section.groups()
        parts = list(_parts(digits))
        if digits and not parts:
            return None
        words += _words(parts)
        last = unit or (parts[-1].written[-1] if parts else last)
        if unit:
            kana, size = words.pop() if parts else ("", 0)
            words.append((_before(kana, unit) + _LARGE[unit], size + 1))
    return Said(tuple([kana for kana, _ in words]), tuple([size for _, size in words]), last) if words else None


def _before(kana: str, unit: str) -> str:
    """Return the reading of a numeral with the sound change before 万, 億 or 兆: イッ in イッチョウ."""
    if unit == "兆":
        for alone, doubled in _BEFORE_TRILLION.items():
            if kana.endswith(alone):
                return kana[: -len(alone)] + doubled
    return kana


def _parts(section: str) -> Iterator[_Part]:
    """Return the parts of a number below ten thousand; none if the text is not a number."""
    return _by_units(section) if any(unit in section for unit in _SMALL) else _by_places(section)


def _by_units(section: str) -> Iterator[_Part]:
    """Yield the parts of a number written with units: 三百六十五."""
    found = _WITH_UNITS.fullmatch(section)
    if found:
        for digit, unit in zip(found.groups(), (*_SMALL, ""), strict=True):
            if digit is not None and digit + unit:
                yield _Part(digit + unit, len(digit + unit))


def _by_places(section: str) -> Iterator[_Part]:
    """Yield the parts of a number written with digits alone, whose positions decide the units: 二〇二四."""
    if not section or len(section) > len(_SMALL) + 1 or (len(section) > 1 and any(char in _SOME for char in section)):
        return
    if not section.strip(_ZEROS):
        yield _Part(section[0], len(section))
        return
    units = (*_SMALL, "")[-len(section) :]
    size = 0
    found_parts: list[_Part] = []
    for digit, unit in zip(section, units, strict=True):
        size += 1
        if digit not in _ZEROS:
            found_parts.append(_Part(("" if digit == "一" and unit else digit) + unit, size))
            size = 0
    if size and found_parts:  # the zeros at the end
        found_parts[-1] = found_parts[-1]._replace(size=found_parts[-1].size + size)
    yield from found_parts


def _words(parts: list[_Part]) -> list[tuple[str, int]]:
    """Return the words of a number's reading, each with its count of characters; tens and ones are one word."""
    out: list[tuple[str, int]] = []
    joins = False
    for part in parts:
        kana, size = _sound(part.written), part.size
        if joins:
            before, so_far = out.pop()
            kana, size = before + kana, so_far + size
        out.append((kana, size))
        joins = part.written[-1] == "十"
    return out


def _sound(part: str) -> str:
    if part in _ALTERED:
        return _ALTERED[part]
    unit = _UNIT_SOUNDS.get(part[-1], "")
    digit = part[:-1] if unit else part
    return _DIGIT_SOUNDS.get(digit, "") + unit
