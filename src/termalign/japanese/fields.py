"""Fields: the pieces of a title, a menu or the row of a table, if only spaces separate them (シャープ 加湿器 KI-PX75).

Elsewhere, a space between Latin letters and Japanese, or between katakana words, joins them (USB メモリ, ドナルド トランプ).
A writer who puts spaces between other Japanese nouns separates fields, and then all spaces between them do so, except in a
Latin phrase, a figure, a name or a word. In a line of several katakana words and nothing but nouns, they do so as well.
"""

from collections.abc import Collection, Iterator, Sequence, Set

from termalign.japanese.measures import measures
from termalign.japanese.morpheme import NUMERAL, PERSON, SUFFIX, Morpheme
from termalign.japanese.name_kinds import is_surname
from termalign.kana import is_katakana
from termalign.lexicon.lexicon import Lexicon

_PREFIX = "接頭辞"
_MARK, _BRACKET = "補助記号", "補助記号-括弧"
_NOMINAL = ("名詞", "形状詞", "記号", _MARK, _PREFIX, SUFFIX)
_STOPS = frozenset("、。")
_PER = frozenset("%‰°℃")
_OF = "の"
_COUNTER = "名詞-普通名詞-助数詞可能"
_CALENDAR = frozenset("年月日時分")


def field_starts(morphemes: Sequence[Morpheme], text: str, lexicon: Lexicon) -> Set[int]:
    """Return the morphemes that begin a field behind a space. `text` is the text that their offsets refer to.

    >>> from termalign.japanese.tagger import morphemes
    >>> def fields(text):
    ...     found = morphemes(text)
    ...     return [found[k].surface for k in sorted(field_starts(found, text, Lexicon.default()))]
    >>> fields("ソニー 日傘 BC281 26cm"), fields("最新の USB メモリ")
    (['日傘', 'BC', '26'], [])
    """
    found: set[int] = set()
    stretches = [
        (a, b, [k for k in range(a + 1, b) if _is_spaced(morphemes, k)]) for a, b in _stretches(morphemes, text)
    ]
    several = [stretch for stretch in stretches if len(stretch[2]) > 1]
    measured = {end for span in measures(text) for end in span} if several else set()
    for first, last, spaced in several:
        borders = [k for k in spaced if _separates(k, morphemes, measured, lexicon)]
        japanese = [k for k in borders if not (morphemes[k - 1].surface.isascii() or morphemes[k].surface.isascii())]
        surely = any(not _may_be_name(morphemes[k - 1], morphemes[k]) for k in japanese)
        # among three spaces, even those between katakana words separate
        probably = japanese and len(borders) >= 3 and _is_line(morphemes, first, last, text)
        if len(borders) > 1 and (surely or probably):
            found.update(borders)
    return found


def _stretches(morphemes: Sequence[Morpheme], text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line, as half-open ranges, that consist only of nouns, の and marks other than brackets."""
    first = 0
    for k, m in enumerate(morphemes):
        nominal = m.surface == _OF or (m.pos.startswith(_NOMINAL) and not m.pos.startswith(_BRACKET))
        nominal = nominal and m.surface not in _STOPS
        if not nominal or (k and "\n" in text[morphemes[k - 1].end : m.start]):
            yield first, k
            first = k + (not nominal)
    yield first, len(morphemes)


def _is_spaced(morphemes: Sequence[Morpheme], k: int) -> bool:
    """Return whether only a space separates a morpheme from the word before it."""
    before, after = morphemes[k - 1], morphemes[k]
    return before.end < after.start and _is_word(before) and _is_word(after)


def _is_word(m: Morpheme) -> bool:
    return m.surface != _OF and (m.surface in _PER or not m.pos.startswith(_MARK))


def _is_line(morphemes: Sequence[Morpheme], first: int, last: int, text: str) -> bool:
    """Return whether some morphemes are all of a line."""
    begins = first == 0 or "\n" in text[morphemes[first - 1].end : morphemes[first].start]
    return begins and (last == len(morphemes) or "\n" in text[morphemes[last - 1].end : morphemes[last].start])


def _separates(k: int, morphemes: Sequence[Morpheme], measured: Collection[int], lexicon: Lexicon) -> bool:
    """Return whether a morpheme behind a space does not belong to what is before the space.

    `measured` has the offsets at which a number with its unit begins or ends.
    """
    before, after = morphemes[k - 1], morphemes[k]
    return before.end in measured or after.start in measured or not _belong_together(before, after, lexicon)


def _belong_together(before: Morpheme, after: Morpheme, lexicon: Lexicon) -> bool:
    """Return whether a space between two morphemes is inside a Latin phrase, a figure, a person's name or a word."""
    if before.surface.isascii() and after.surface.isascii():
        return True  # Apple Watch
    if before.pos.startswith(_PREFIX) or after.pos.startswith(SUFFIX):
        return True  # 第 3 回
    if before.pos.startswith(NUMERAL) and after.pos.startswith(_COUNTER):
        return True  # 2016 年
    if before.surface in _CALENDAR and after.pos.startswith(NUMERAL):
        return True  # 年 11
    if _in_katakana(before, after) and before.pos.startswith(PERSON):  # ドナルド トランプ, but ナン サラダ
        return is_surname(after.surface, lexicon) or not lexicon.words(after.surface)
    return lexicon.has(before.surface + after.surface)  # T シャツ


def _may_be_name(before: Morpheme, after: Morpheme) -> bool:
    """Return whether the words may be a person's name, or a phrase that is written with spaces in running text."""
    return _in_katakana(before, after) or (before.pos.startswith(PERSON) and after.pos.startswith(PERSON))


def _in_katakana(before: Morpheme, after: Morpheme) -> bool:
    return is_katakana(before.surface[-1]) and is_katakana(after.surface[0])
