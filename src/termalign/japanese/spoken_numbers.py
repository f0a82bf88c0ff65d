"""Numbers and what they count as they are said, for a text that is read aloud.

UniDic cuts a number into its digits and reads each by itself, 二|〇|二|四|年. Here it becomes the words that it is said in,
the last of them with what is counted: 二|〇二四年 nisen nijūyonen. Figures stay figures; what they count is read as it is said
behind them: 3本 3-bon.
"""

from collections.abc import Sequence
from typing import Final

from termalign.japanese.counters import Counter, counted, counter, in_kanji, sino_counter
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.numerals import is_numeral, said

NUMBER: Final = "名詞-数詞"
COUNTED: Final = "名詞-普通名詞-数量"
"""The part of speech, none of UniDic's, of a number in kanji with what it counts."""
SPOKEN: Final = "名詞-数詞-語"
"""That of a word of a number that is said in several, and of a number with what it counts that is no part of another word."""
COUNTER: Final = "接尾辞-名詞的-助数詞-数量"
"""That of what is counted and is no part of the number's word."""
UNIT: Final = "名詞-普通名詞-単位"
"""That of a currency behind 億 and 兆, which stands apart."""
_COUNTING: Final = ("名詞-普通名詞-助数詞可能", "接尾辞-名詞的-助数詞")
_UNITS: Final = frozenset("千百万億兆")
_ZEROS: Final = frozenset("〇零")
_MARKS: Final = frozenset(",.・")
_CURRENCY: Final = "円"
_FORMER: Final = "元"  # 晋三|元|首相 more often than yuan
_FRACTION: Final = "ブン"
_DOT, _POINT = "・", "."
_ALONE: Final = frozenset("億兆")
_COINS: Final = frozenset("玉札")
_NAME: Final = "名詞-固有名詞"
_MONTH, _DAY, _FIRST = "月", "日", "ツイタチ"
_PIECES: Final = frozenset("本匹杯枚個")


def spoken_numbers(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """The morphemes, with numbers as words and counters as they are said.

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> for text in ("二〇二四年", "三日間", "捜査一課", "3本", "5万人"):
    ...     print([m.surface + " " + m.reading for m in spoken_numbers(morphemes(text))])
    ['二 ニセン', '〇二四年 ニジュウヨネン']
    ['三日間 ミッカカン']
    ['捜査 ソウサ', '一課 イッカ']
    ['3 ', '本 ボン']
    ['5 ', '万人 マンニン']
    """
    out: list[Morpheme] = []
    k = 0
    while k < len(morphemes):
        m = morphemes[k]
        if is_figure(m):
            k = _figures(morphemes, k, out)
        elif m.pos == NUMBER and is_numeral(m.surface):
            k = _number(morphemes, k, "", out)
        else:
            out.append(_counted_name(m))
            k += 1
    return out


def is_figure(m: Morpheme) -> bool:
    """Whether a morpheme is a number in figures."""
    return m.surface.isascii() and m.surface.isdigit()


def _figures(morphemes: Sequence[Morpheme], k: int, out: list[Morpheme]) -> int:
    """Adds a number in figures and what it counts; the morpheme behind them."""
    out.append(morphemes[k])
    figures = morphemes[k].surface
    k += 1
    while k + 1 < len(morphemes) and _touch(morphemes, k) and _touch(morphemes, k + 1) and is_figure(morphemes[k + 1]):
        if morphemes[k].surface not in _MARKS:
            break
        mark = _POINT if morphemes[k].surface == _DOT else morphemes[k].surface
        out += (morphemes[k]._replace(surface=mark), morphemes[k + 1])
        figures = figures + morphemes[k + 1].surface if morphemes[k].surface == "," else morphemes[k + 1].surface
        k += 2
    if k == len(morphemes) or not _touch(morphemes, k):
        return k
    m = morphemes[k]
    if m.pos == NUMBER and _UNITS.issuperset(m.surface):
        return _number(morphemes, k, figures, out)
    what = _counter(m)
    if what is None:
        return k
    number = in_kanji(figures)
    alone = said(number)
    if alone is None:
        return k
    kana = counted(number, alone, what)[1] or what.reading
    out.append(m._replace(pos=COUNTER, reading=kana))
    return k + 1


def _number(morphemes: Sequence[Morpheme], k: int, figures: str, out: list[Morpheme]) -> int:
    """Adds a number in kanji, or what of it stands behind figures, and what it counts; the morpheme behind them."""
    end = k + 1
    while end < len(morphemes) and _touch(morphemes, end) and _goes_on(morphemes[end], figures):
        end += 1
    number = "".join([m.surface for m in morphemes[k:end]])
    alone = said(number)
    if alone is None:
        out += morphemes[k:end]
        return end
    words, tail, stop = alone.words, "", end
    what = _counter(morphemes[end]) if end < len(morphemes) and _touch(morphemes, end) else None
    counts = morphemes[end].surface if what is not None else ""
    dated = counts == _DAY and bool(out) and _ends_month(out[-1], morphemes[k].start)
    if what is not None and not (counts == _CURRENCY and _is_coin(morphemes, end)):
        words, tail = ((_FIRST,), "") if dated and number == "一" else counted(number, alone, what)
        stop = end + 1
    if dated:
        out[-1] = out[-1]._replace(pos=SPOKEN if out[-1].pos == COUNTED else out[-1].pos)
    apart = stop > end and counts == _CURRENCY
    placed = not _with_units(number) or not _ZEROS.isdisjoint(number)
    if stop == end and placed and not _ZEROS.intersection(number):
        out += morphemes[k:end]  # 七五三
        return end
    if (
        stop == end == k + 1 and len(words) == 1 and not figures
    ):  # a lone numeral: other nouns are made with it, 三角, 四天王
        out.append(morphemes[k])
        return end
    start = morphemes[k].start
    for nth, (kana, size) in enumerate(zip(words, alone.sizes, strict=True)):
        surface, pos, finish = number[:size], SPOKEN, start + size
        number = number[size:]
        if nth == len(words) - 1 and stop > end and not apart:
            surface, pos, finish = surface + counts, SPOKEN if placed or dated else COUNTED, morphemes[end].end
            kana += tail
        out.append(Morpheme(surface, start, finish, pos, surface, kana, surface, kana, "", "漢"))
        start = finish
    if apart:
        pos = UNIT if alone.last in _ALONE else COUNTER
        out.append(morphemes[end]._replace(pos=pos, reading=tail))
    return stop


def _with_units(number: str) -> bool:
    """Whether a number is written with its units, or is one digit: 二千二十四, no 二〇二四."""
    return len(number) == 1 or not _UNITS.union("十").isdisjoint(number)


def _goes_on(m: Morpheme, figures: str) -> bool:
    return m.pos == NUMBER and is_numeral(m.surface) and (not figures or _UNITS.issuperset(m.surface))


def _touch(morphemes: Sequence[Morpheme], k: int) -> bool:
    return morphemes[k - 1].end == morphemes[k].start


def _is_coin(morphemes: Sequence[Morpheme], k: int) -> bool:
    """Whether a coin or a note goes by its value: 五百円玉."""
    return k + 1 < len(morphemes) and _touch(morphemes, k + 1) and morphemes[k + 1].surface in _COINS


def _ends_month(m: Morpheme, end: int) -> bool:
    return m.surface.endswith(_MONTH) and m.end == end


def _counter(m: Morpheme) -> Counter | None:
    """What a morpheme behind a number counts; None if it is no counter, or one of another language or of Japanese's own."""
    if m.reading == _FRACTION and m.pos.startswith("接尾辞"):
        return Counter(_FRACTION, "", {})
    found = counter(m.surface)
    if found is not None:
        return found
    counts = m.origin == "漢" and m.pos in _COUNTING and m.surface != _FORMER
    return sino_counter(m.reading) if counts and m.reading else None


def _counted_name(m: Morpheme) -> Morpheme:
    """三本, which UniDic takes for somebody's name, as what it mostly is."""
    number, what = m.surface[:-1], m.surface[-1:]
    if what not in _PIECES or not m.pos.startswith(_NAME) or not is_numeral(number):
        return m
    alone, unit = said(number), counter(what)
    if alone is None or unit is None or len(alone.words) > 1:
        return m
    words, tail = counted(number, alone, unit)
    return m._replace(pos=COUNTED, reading=words[0] + tail, base_reading=words[0] + tail, origin="漢")
