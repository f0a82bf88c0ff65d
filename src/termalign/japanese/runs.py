"""Noun runs: the ranges of a Japanese text that may be terms."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from termalign.japanese.measures import measures
from termalign.japanese.morpheme import NUMERAL, Morpheme, adjacent
from termalign.kana import is_kanji, is_katakana

_NOUN = ("名詞", "接頭辞", "形状詞", "記号")
_NOT_TERM = ("名詞-助動詞語幹", "形状詞-助動詞語幹")
_PREFIX = "接頭辞"
_COUNTER = "名詞-普通名詞-助数詞可能"
_NOMINAL_SUFFIX = "接尾辞-名詞的"
_COUNTED = (NUMERAL, _COUNTER, _NOMINAL_SUFFIX)
_ADJECTIVAL_SUFFIX = "接尾辞-形状詞的"  # 的
_VERB, _ADJECTIVE = "動詞", "形容詞"
_INFLECTED_SUFFIX = "接尾辞-形容詞的"  # らし, やす
_LONGEST = 40  # morphemes: a longer run is a list or noise, and has too many parts to try
_HYPHENS = frozenset("－‐-")
_PLUS = "+"  # of keys that are pressed together: Ctrl+クリック
_HELD_KEYS = frozenset("ctrl control shift alt option cmd command win windows meta super fn".split())
_JOINERS = frozenset("・＝=&＆") | {_PLUS} | _HYPHENS
_INSIDE = frozenset(".,:'’")  # of Latin words and numbers
_PER = frozenset("%‰°℃")
_OF_WHAT = frozenset("質量 重量 体積 容量 容積 モル 原子 wt vol mol".split())  # 5質量%
_INITIALS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,2}\.[A-Za-z]\.$")
_RANGE = frozenset("〜～~−–—―─")
_OUT_OF = frozenset("のに")
_FROM = "から"
BOUNDING: Final = frozenset({"以上", "以下", "以内", "未満", "前後", "あまり", "余り", "近く"})
#: Suffixes that relate something to a noun, but are not part of its term: 電気自動車向け.
RELATING: Final = frozenset({"向け", "沿い", "絡み", "越し", "並み", "同士"})
#: Words that point to something named elsewhere, like English *said*, *the* or *this*. Before a noun, they are no part of a term.
POINTING: Final = frozenset("前記 上記 下記 当該 該 同".split())
#: Nouns that act as determiners, like English *our*, *its* or *said*: 弊社|製品, 同社|株, 前記|電極.
DETERMINERS: Final = POINTING | frozenset(
    "弊社 当社 同社 貴社 御社 同国 同市 同県 同町 同州 同省 同庁 同党 同署 同紙 両国 両社".split()
)
_POSTPOSITION = "接尾辞-名詞的-副詞可能"
_AMONG = "うち"  # うち|一人暮らし
_TIMES = "回"  # 1日1回|10mg
_NOT_AFTER = frozenset("前中")  # 紀元前3世紀, 4人中1人
_MARKS = _PER | _RANGE | _OUT_OF | _JOINERS | _INSIDE | {_FROM}
_LAST = frozenset({"ため", "以来", "以降", "以後", "以前"})  # another word follows: 防止するため|活動している
_MANNER = frozenset({"通り", "とおり"})
_CALENDAR = frozenset("年月日時分")
_PROVISIONS = frozenset("条章節号")  # 第二十三条*の*二
_PERSONS = frozenset({"一人", "二人"})  # one word each, numeral and counter
_HALVES_OF_DAY = frozenset({"午前", "午後"})
_OUTSIDE = _JOINERS | frozenset("\"'“”‘’")


class _Kinds(dict[str, tuple[bool, bool, bool]]):
    """A cache: whether a part of speech is nominal, whether it is a verb or an adjective, and whether it is a verb."""

    def __missing__(self, pos: str) -> tuple[bool, bool, bool]:
        found = self[pos] = (pos.startswith(_NOUN), pos.startswith((_VERB, _ADJECTIVE)), pos.startswith(_VERB))
        return found


_KINDS = _Kinds()


def noun_runs(morphemes: Sequence[Morpheme], text: str) -> Iterator[tuple[int, int]]:
    """Yield maximal runs of nouns, prefixes, suffixes, Latin words and numerals, as half-open morpheme ranges.

    `text` is the text that the morphemes' offsets refer to. No range is empty.

    >>> from termalign.japanese.tagger import morphemes
    >>> text = "Windows 11は前年比3.5%減"
    >>> cut = morphemes(text)
    >>> [text[cut[a].start : cut[b - 1].end] for a, b in noun_runs(cut, text)]
    ['Windows 11', '前年比3.5%減']
    """
    for start, end in _stretches(morphemes, text):
        a, b = trimmed(morphemes, start, end)
        if a < b:
            yield a, b


def _stretches(morphemes: Sequence[Morpheme], text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs, including joiners and quotation marks at their ends."""
    start = end = -1
    begins, inside = _measured(text)
    for i, (surface, first, last, pos, *_) in enumerate(morphemes):
        if start >= 0 and first in inside:
            end = last
            continue
        nominal, inflected, verb = _KINDS[pos]
        noun = surface[-1].isalnum() if nominal else inflected and is_noun_stem(morphemes, i)
        noun = noun or _is_pointed_at(morphemes, i)
        able = noun and pos not in _NOT_TERM and not _belongs_to_next(morphemes, i)
        if first in begins:
            noun = able = True
        if start >= 0:
            touches = morphemes[i - 1].surface not in _LAST and (end == first or not _parted(morphemes, i, text))
            touches = touches and not _is_measured(morphemes, i) and not verb
            if touches and i - start < _LONGEST and (able if noun else _goes_on(morphemes, i, text)):
                end = last
                continue
            yield start, i
            start = -1
        if able and surface != _AMONG:
            start, end = i, last
    if start >= 0:
        yield start, len(morphemes)


def _belongs_to_next(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether the word at `i` says how something is done, or points to the noun behind it."""
    surface = morphemes[i].surface
    if surface in _MANNER and _says_how(morphemes, i):
        return True
    return surface in POINTING and _precedes_noun(morphemes, i)


def _measured(text: str) -> tuple[Set[int], Set[int]]:
    """Return where numbers with symbols begin in a text, and the code points inside them: 5 mm, −92 kJ/mol."""
    found = measures(text)
    return {start for start, _ in found}, {k for start, end in found for k in range(start + 1, end)}


def _goes_on(morphemes: Sequence[Morpheme], i: int, text: str) -> bool:
    """Return whether morpheme `i`, which is not a noun, may continue the run that ends before it."""
    m = morphemes[i]
    pos = m.pos
    if pos.startswith(_NOMINAL_SUFFIX):
        return True
    if pos.startswith(_INFLECTED_SUFFIX):  # 男らしさ, but not 男らしい
        return _is_named(morphemes, i)
    if pos.startswith(_ADJECTIVAL_SUFFIX):  # 歴史的楽器, but not 歴史的な楽器
        return _touching(morphemes, i, i + 1) and morphemes[i + 1].pos.startswith(("名詞", _PREFIX))
    return m.surface in _MARKS and _is_inside(morphemes, i, text)


def _is_inside(morphemes: Sequence[Morpheme], i: int, text: str) -> bool:
    """Return whether the mark at `i` is inside a term: 3/4, 川崎-横浜, C++."""
    m = morphemes[i]
    if m.surface in _PER:
        number = morphemes[i - 2] if morphemes[i - 1].surface in _OF_WHAT and i > 1 else morphemes[i - 1]
        return number.surface[-1].isdecimal()
    if m.surface in _INSIDE:
        return _spells(m, text)
    if m.surface == _PLUS and _is_held(morphemes, i):
        return _joins(morphemes, i)
    if not (_touching(morphemes, i - 1, i) and _touching(morphemes, i, i + 1)):
        return False
    if m.surface == _FROM:
        return _counts_up(morphemes[i - 1].surface, morphemes[i + 1].surface)
    if m.surface in _RANGE:
        return _is_range(morphemes, i)
    return _portion(morphemes, i) if m.surface in _OUT_OF else _joins(morphemes, i)


def _is_before_noun(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether a noun, or a prefix of one, directly follows morpheme `i`."""
    return _touching(morphemes, i, i + 1) and morphemes[i + 1].pos.startswith(_NOUN)


def _precedes_noun(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether the pointing word at `i` belongs to a noun behind it: *前記*電極, not *前記*の電極."""
    return _is_before_noun(morphemes, i) or (i + 1 < len(morphemes) and _is_pointed_at(morphemes, i + 1))


def _is_pointed_at(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether morpheme `i` only looks like a suffix, because a pointing word is before it: 前記*蓋*体."""
    if not (morphemes[i].pos.startswith(_NOMINAL_SUFFIX) and _is_before_noun(morphemes, i)):
        return False
    return _touching(morphemes, i - 1, i) and morphemes[i - 1].surface in POINTING


def _says_how(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether 通り at `i` means *as*, with a noun directly after it that starts a new run: 下記の*通り*本社を移転する."""
    return i > 0 and morphemes[i - 1].surface == "の" and _is_before_noun(morphemes, i)


def is_noun_stem(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether the verb or adjective at ``i`` is the stem of a noun: *美し*さ, *考え*方, *使い*やすさ.

    >>> from termalign.japanese.tagger import morphemes
    >>> [is_noun_stem(morphemes(text), 0) for text in ("美しさ", "美しい", "考え方", "使いやすさ", "使いやすい")]
    [True, False, True, True, False]
    """
    m = morphemes[i]
    if not m.pos.startswith((_VERB, _ADJECTIVE)) or m.surface == m.base:  # 見せる用
        return False
    if _touching(morphemes, i, i + 1) and morphemes[i + 1].pos.startswith(_INFLECTED_SUFFIX):
        i += 1
    return _is_named(morphemes, i)


def _is_named(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether a suffix makes a noun of morpheme `i`."""
    return _touching(morphemes, i, i + 1) and morphemes[i + 1].pos.startswith(_NOMINAL_SUFFIX)


def _is_measured(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether morpheme `i` begins a figure that is separate from the noun before it.

    The noun names what is measured, or is a phrase of time or order: 高さ|*50*メートル, 史上|*2*番目.
    """
    if not morphemes[i].pos.startswith(NUMERAL):
        return False
    before = morphemes[i - 1]
    if before.surface == _TIMES or (before.pos.startswith(_POSTPOSITION) and before.surface not in _NOT_AFTER):
        return True
    return i > 1 and morphemes[i - 1].surface == "さ" and morphemes[i - 2].pos.startswith(_ADJECTIVE)


def _counts_up(first: str, last: str) -> bool:
    """Return whether both texts are figures, the second no smaller: 2から4インチ, but not 14から12に減る."""
    return first.isdecimal() and last.isdecimal() and int(first) <= int(last)


def _is_range(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether the mark at ``i`` is between two figures, the first perhaps with its counter: 10*〜*15人; not 8/1*〜*8/4."""
    if any(m.surface == "/" for m in morphemes[max(0, i - 2) : i + 3]):
        return False
    before = morphemes[max(0, i - 2) : i]
    return morphemes[i + 1].pos.startswith(NUMERAL) and any(m.pos.startswith(NUMERAL) for m in before)


def _portion(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether the particle at ``i`` is inside a fraction or the number of a legal provision.

    Examples are 三分*の*二, 八人*に*一人 and 第三条*の*二.
    """
    if not (i > 1 and morphemes[i - 2].pos.startswith(NUMERAL)):
        return False
    counter, after = morphemes[i - 1], morphemes[i + 1]
    if morphemes[i].surface == "の":
        fraction = counter.surface == "分" or (counter.surface in _PROVISIONS and not _is_counted(morphemes, i + 1))
        return fraction and after.pos.startswith(NUMERAL)
    if counter.surface == "人" and after.surface in _PERSONS:
        return True
    again = i + 2 < len(morphemes) and morphemes[i + 2].surface == counter.surface
    return again and after.pos.startswith(NUMERAL)


def _is_counted(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether a counter follows the numeral at ``i``: 第二条の*二つ*の要件."""
    return _touching(morphemes, i, i + 1) and morphemes[i + 1].pos.startswith(_COUNTED[1:])


def _parted(morphemes: Sequence[Morpheme], i: int, text: str) -> bool:
    """Return whether the white space before morpheme `i` ends a run.

    One space does not after a Latin word (Welsh Parliament, Windows 11), or where a writer separates katakana words (ドナルド
    トランプ), abbreviations (EU 離脱) or figures (2016 年 11 月).
    """
    before, after = morphemes[i - 1], morphemes[i]
    if text[before.end : after.start] != " ":
        return True
    if _PLUS in (before.surface, after.surface):
        return not _is_held(morphemes, i if after.surface == _PLUS else i - 1)
    if after.surface in BOUNDING:
        return not (i > 1 and (before.surface.isdecimal() or morphemes[i - 2].surface.isdecimal()))
    if _latin(before.surface):
        return not (after.surface.isascii() or (before.surface.isupper() and is_kanji(after.surface[0])))
    if is_katakana(before.surface[-1]):
        return not is_katakana(after.surface[0])
    if before.surface.isdecimal():
        return not after.pos.startswith(_COUNTED)
    return not (after.surface.isdecimal() and _before_figure(morphemes, i - 1))


def _before_figure(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether morpheme `i` belongs to the figure after it: *約* 10 人, 2016 *年* 11 月, *午前* 2 時."""
    m = morphemes[i]
    if m.pos.startswith(_PREFIX) or m.surface in _HALVES_OF_DAY:
        return True
    if not (i > 0 and m.surface in _CALENDAR and morphemes[i - 1].pos.startswith(NUMERAL)):
        return False
    return i + 2 < len(morphemes) and morphemes[i + 2].surface != m.surface  # 10日 20日


def _is_held(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether the plus sign at ``i`` is behind a key that is held down while another is pressed: Ctrl *+* C."""
    return i > 0 and i + 1 < len(morphemes) and morphemes[i - 1].surface.lower() in _HELD_KEYS


def _joins(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether the mark at ``i`` joins two nouns; the caller knows that the morphemes on both sides touch it."""
    mark, after = morphemes[i], morphemes[i + 1]
    if mark.surface == _PLUS:
        is_figure = after.pos.startswith(NUMERAL) and not _is_held(morphemes, i)  # HP+20, but Alt+1
        return _latin(morphemes[i - 1].surface) and after.pos.startswith(_NOUN) and not is_figure
    return after.pos.startswith(_NOUN) and not (mark.surface in _HYPHENS and _is_dash(morphemes, i))


def _is_dash(morphemes: Sequence[Morpheme], i: int) -> bool:
    """Return whether the hyphen at ``i`` is a dash (法輪堂-1969年): it is next to kanji, except in a range (5月-8月)."""
    before, after = morphemes[i - 1], morphemes[i + 1]
    number_after = after.pos.startswith(NUMERAL)
    if is_kanji(before.surface[-1]):
        return not (i > 1 and morphemes[i - 2].pos.startswith(NUMERAL) and number_after)
    return is_kanji(after.surface[0]) and not number_after


def _spells(mark: Morpheme, text: str) -> bool:
    """Return whether a mark is between Latin letters or digits, or the last one of initials: Burt's, Dr.Martens, 1.5, D.C."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if ends_initials(text[max(0, mark.start - 5) : mark.end]):
        return True
    if before.isdecimal() and after.isdecimal():
        return mark.surface in ".,:"
    return _latin(before) and _latin(after) and mark.surface not in ",:"


def ends_initials(text: str) -> bool:
    """Return whether a text ends in initials with their full stops: ワシントンD.C., Ph.D."""
    return text[-1:] == "." and _INITIALS.search(text) is not None


def _touching(morphemes: Sequence[Morpheme], i: int, j: int) -> bool:
    return i >= 0 and j < len(morphemes) and adjacent(morphemes[i], morphemes[j])


def _latin(text: str) -> bool:
    return text.isascii() and text.isalpha()


def trimmed(morphemes: Sequence[Morpheme], a: int, b: int) -> tuple[int, int]:
    """Return the run without joiners and quotation marks at either end, except the sign of a figure; the result may be empty.

    >>> from termalign.japanese.tagger import morphemes
    >>> trimmed(morphemes("・東京"), 0, 2), trimmed(morphemes("-1"), 0, 2)
    ((1, 2), (0, 2))
    """
    while a < b and morphemes[a].surface in _OUTSIDE and not _is_sign(morphemes, a, b):
        a += 1
    while a < b and morphemes[b - 1].surface in _OUTSIDE:
        b -= 1
    return a, b


def _is_sign(morphemes: Sequence[Morpheme], i: int, b: int) -> bool:
    """Return whether the mark at `i`, before ``b``, is the hyphen of a negative figure."""
    return morphemes[i].surface in _HYPHENS and i + 1 < b and morphemes[i + 1].surface[0].isdecimal()
