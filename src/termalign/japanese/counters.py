"""Counters, and the sound changes between a number and its counter: 三本 sanbon, 八歳 hassai, 二十日 hatsuka."""

from functools import cache
from typing import Final, NamedTuple

from termalign.japanese.kanji_numerals import to_kanji
from termalign.japanese.numerals import Said, said
from termalign.kana.sound import half_voiced, rendaku
from termalign.tables import read_table

_DOUBLING: Final = {"一": ("イチ", "イッ"), "六": ("ロク", "ロッ"), "八": ("ハチ", "ハッ"), "十": ("ジュウ", "ジュッ")}
_HUNDREDS: Final = tuple((f"{kana}ャク", f"{kana}ャッ") for kana in "ヒビピ")
_DOUBLED: Final = {"k": "一六八十百", "s": "一八十", "t": "一八十", "b": "一六八十百", "p": "一六八十百"}
_VOICED: Final = {"b": "三千万何"}  # sanbon, senbon
_HALF_VOICED: Final = {"p": "三四千万何"}  # sanpun
_FAMILIES: Final = {"カ": "k", "サ": "s", "タ": "t", "ハ": "p"}
_ROWS: Final = {"カ": "カキクケコ", "サ": "サシスセソ", "タ": "タチツテト", "ハ": "ハヒフヘホ"}
_SMALL_KA: Final = str.maketrans("カヶヵケ", "かかかか")
_PART: Final = "・"


class Counter(NamedTuple):
    """A counter: its reading, its sound changes after numbers, and irregular readings of some numbers."""

    reading: str
    change: str
    special: dict[str, str]


@cache
def _table() -> dict[str, Counter]:
    rows = read_table(__package__, "counters.tsv", header=True)
    return {
        surface: Counter(reading, change, dict(pair.split("=") for pair in special.split()))
        for surface, reading, change, special in rows
    }


def counter(surface: str) -> Counter | None:
    """Return the counter with this spelling, or None if the text is not a counter.

    >>> counter("カ月").reading, counter("警察")
    ('カゲツ', None)
    """
    found = _table().get(surface)
    if found is None and len(surface) > 1 and surface[0] in "カヶヵケ":
        return _table().get(surface.translate(_SMALL_KA))
    return found


def sino_counter(reading: str) -> Counter:
    """Return a Sino-Japanese counter that is not in the table. Its first sound decides the sound changes.

    >>> sino_counter("カブ").change, sino_counter("メイ").change
    ('k', '')
    """
    return Counter(reading, next((_FAMILIES[row] for row, kana in _ROWS.items() if reading[:1] in kana), ""), {})


def counted(number: str, alone: Said, counter: Counter) -> tuple[tuple[str, ...], str]:
    """Return the joint reading of a number in kanji and a counter; `alone` is the number's own reading.

    The result holds the words of the number and the kana of the counter. If the two cannot be separated (二十日 hatsuka), the
    last word covers both and the counter's kana is empty.

    >>> for number, what in (("三百", "本"), ("二十四", "日"), ("二十", "日"), ("一", "課")):
    ...     print(counted(number, said(number), counter(what)))
    (('サンビャッ',), 'ポン')
    (('ニジュウヨッ',), 'カ')
    (('ハツカ',), '')
    (('イッ',), 'カ')
    """
    special = counter.special.get(number + "!")
    if special is not None:
        ahead, _, behind = special.partition(_PART)
        return (ahead,), behind
    *before, word = alone.words
    special = counter.special.get(alone.last)
    if special is not None:
        ahead, _, behind = special.partition(_PART)
        own = said(alone.last)
        if own is not None and word.endswith(own.words[-1]):
            word = word[: -len(own.words[-1])] + ahead
        return (*before, word), behind
    return (*before, _doubled(word, alone.last, counter.change)), _changed(alone.last, counter)


def _doubled(word: str, last: str, change: str) -> str:
    if last not in _DOUBLED.get(change, ""):
        return word
    for old, new in (_DOUBLING[last],) if last in _DOUBLING else _HUNDREDS:
        if word.endswith(old):
            return word[: -len(old)] + new
    return word


def _changed(last: str, counter: Counter) -> str:
    change = counter.change
    if last in _VOICED.get(change, ""):
        return rendaku(counter.reading) or counter.reading
    if last in _HALF_VOICED.get(change, "") or (change in ("b", "p") and last in _DOUBLED[change]):
        return half_voiced(counter.reading) or counter.reading
    return counter.reading


def deciding_part(figures: str) -> str:
    """Return, in kanji, the part of a whole number that decides how its counter is read: the last four digits, or 万.

    >>> deciding_part("13"), deciding_part("12345"), deciding_part("20000"), deciding_part("0")
    ('十三', '二千三百四十五', '万', '〇')
    """
    part = int(figures[-4:])
    return to_kanji(part) if part or not figures.strip("0") else "万"
