"""Numbers with their counters as they are spoken, for a text that is read aloud.

UniDic splits a number into digits and reads each alone: 二|〇|二|四|年. This module joins the digits to the words of the
spoken number, the last word with its counter: 二|〇二四年 nisen nijūyonen. Digits such as 3 are kept, and the counter after
them gets its spoken form: 3本 3-bon.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from termalign.japanese.counters import Counter, counted, counter, deciding_part, sino_counter
from termalign.japanese.kanji_numerals import LARGE_UNITS, UNITS
from termalign.japanese.morpheme import NAME, NUMERAL, Morpheme, adjacent, joined, surface_of, uninflected
from termalign.japanese.numerals import Said, is_numeral, said

COUNTED: Final = "名詞-普通名詞-数量"
"""The part of speech, none of UniDic's, of a number in kanji with what it counts."""
SPOKEN: Final = "名詞-数詞-語"
"""That of a word of a number that is said in several, and of a number with what it counts that is no part of another word."""
COUNTER: Final = "接尾辞-名詞的-助数詞-数量"
"""That of what is counted and is no part of the number's word."""
UNIT: Final = "名詞-普通名詞-単位"
"""That of a currency behind 億 and 兆, which stands apart."""
_COUNTING: Final = ("名詞-普通名詞-助数詞可能", "接尾辞-名詞的-助数詞")
_UNITS: Final = frozenset((*UNITS, *LARGE_UNITS))
_AFTER_FIGURES: Final = _UNITS - {"十"}  # 3千, but no 3十
_ZEROS: Final = frozenset("〇零")
_MARKS: Final = frozenset(",.・")
_CURRENCY: Final = "円"
_FORMER: Final = "元"  # in 晋三|元|首相, not yuan
_FRACTION: Final = "ブン"
_DOT, _POINT = "・", "."
_ALONE: Final = frozenset("億兆")
_COINS: Final = frozenset("玉札")
_MONTH, _DAY, _FIRST = "月", "日", "ツイタチ"
_PIECES: Final = frozenset("本匹杯枚個")


def spoken_numbers(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the morphemes, with kanji numbers as spoken words, and counters as they are spoken.

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
        elif m.pos == NUMERAL and is_numeral(m.surface):
            k = _number(morphemes, k, "", out)
        else:
            out.append(_counted_name(m))
            k += 1
    return out


def is_figure(m: Morpheme) -> bool:
    """Return whether a morpheme is a number in ASCII digits."""
    return m.surface.isascii() and m.surface.isdigit()


def _figures(morphemes: Sequence[Morpheme], k: int, out: list[Morpheme]) -> int:
    """Add a number in digits and its counter to `out`, and return the position of the next morpheme."""
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
    if m.pos == NUMERAL and _AFTER_FIGURES.issuperset(m.surface):
        return _number(morphemes, k, figures, out)
    what = as_counter(m)
    if what is None:
        return k
    number = deciding_part(figures)
    alone = said(number)
    if alone is None:
        return k
    kana = counted(number, alone, what)[1] or what.reading
    out.append(m._replace(pos=COUNTER, reading=kana))
    return k + 1


def _number(morphemes: Sequence[Morpheme], k: int, figures: str, out: list[Morpheme]) -> int:
    """Add a kanji number and its counter to `out`, and return the position of the next morpheme.

    With `figures`, only the kanji unit after the figures is added: 万 of 5万.
    """
    end = _end(morphemes, k, figures)
    cut = morphemes[k:end]
    number, start = surface_of(cut), cut[0].start
    alone, what = said(number), _counter_at(morphemes, end)
    if alone is None or (what is None and not figures and _is_no_number(cut, number, alone)):
        out += cut
        return end
    if what is None:
        out += _in_words(number, alone.words, alone.sizes, start)
        return end
    m = morphemes[end]
    dated = m.surface == _DAY and bool(out) and _ends_month(out[-1], start)
    if dated and out[-1].pos == COUNTED:
        out[-1] = out[-1]._replace(pos=SPOKEN)
    words, tail = ((_FIRST,), "") if dated and number == "一" else counted(number, alone, what)
    out += _in_words(number, words, alone.sizes, start)
    if m.surface == _CURRENCY:
        out.append(m._replace(pos=UNIT if alone.last in _ALONE else COUNTER, reading=tail))
    else:
        pos = SPOKEN if dated or _by_places(number) else COUNTED
        out[-1] = joined((out[-1], m), pos, out[-1].reading + tail, "漢")
    return end + 1


def _is_no_number(cut: Sequence[Morpheme], number: str, alone: Said) -> bool:
    """Return whether a number without a counter is rather part of a noun: 三角, 四天王; 七五三."""
    digits = _by_places(number) and _ZEROS.isdisjoint(number)
    return digits or len(cut) == len(alone.words) == 1


def _in_words(number: str, words: Sequence[str], sizes: Sequence[int], start: int) -> Iterator[Morpheme]:
    """Yield the words of a number that begins at code point `start`."""
    at = 0
    for kana, size in zip(words, sizes, strict=True):
        yield uninflected(number[at : at + size], start + at, SPOKEN, kana, "漢")
        at += size


def _by_places(number: str) -> bool:
    """Return whether a number has zeros, or several digits without units: 二〇二四, but not 二千二十四."""
    return not _ZEROS.isdisjoint(number) or (len(number) > 1 and _UNITS.isdisjoint(number))


def _end(morphemes: Sequence[Morpheme], k: int, figures: str) -> int:
    """Return the end of the kanji number that begins with morpheme `k`."""
    end = k + 1
    while end < len(morphemes) and _touch(morphemes, end) and _goes_on(morphemes[end], figures):
        end += 1
    return end


def _goes_on(m: Morpheme, figures: str) -> bool:
    return m.pos == NUMERAL and is_numeral(m.surface) and (not figures or _AFTER_FIGURES.issuperset(m.surface))


def _touch(morphemes: Sequence[Morpheme], k: int) -> bool:
    return adjacent(morphemes[k - 1], morphemes[k])


def _is_coin(morphemes: Sequence[Morpheme], k: int) -> bool:
    """Return whether morpheme `k` is the currency in the name of a coin or note: 五百円玉."""
    return k + 1 < len(morphemes) and _touch(morphemes, k + 1) and morphemes[k + 1].surface in _COINS


def _ends_month(m: Morpheme, end: int) -> bool:
    return m.surface.endswith(_MONTH) and m.end == end


def as_counter(m: Morpheme) -> Counter | None:
    """Return the counter that a morpheme after a number is, or None.

    A loanword or a native word is a counter only if the table lists it.
    """
    if m.reading == _FRACTION and m.pos.startswith("接尾辞"):
        return Counter(_FRACTION, "", {})
    found = counter(m.surface)
    if found is not None:
        return found
    counts = m.origin == "漢" and m.pos in _COUNTING and m.surface != _FORMER
    return sino_counter(m.reading) if counts and m.reading else None


def _counter_at(morphemes: Sequence[Morpheme], k: int) -> Counter | None:
    """Return the counter at morpheme `k`, directly after a number; None if there is none, or for the name of a coin."""
    if k == len(morphemes) or not _touch(morphemes, k):
        return None
    if morphemes[k].surface == _CURRENCY and _is_coin(morphemes, k):
        return None
    return as_counter(morphemes[k])


def _counted_name(m: Morpheme) -> Morpheme:
    """Return a morpheme, as a number with its counter if UniDic takes it for a person's name: 三本."""
    number, what = m.surface[:-1], m.surface[-1:]
    if what not in _PIECES or not m.pos.startswith(NAME) or not is_numeral(number):
        return m
    alone, unit = said(number), counter(what)
    if alone is None or unit is None or len(alone.words) > 1:
        return m
    words, tail = counted(number, alone, unit)
    return m._replace(pos=COUNTED, reading=words[0] + tail, base_reading=words[0] + tail, origin="漢")
