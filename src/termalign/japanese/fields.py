"""Fields: the pieces of a title, a menu or the row of a table, if only spaces separate them (シャープ 加湿器 KI-PX75).

Elsewhere, a space between Latin letters and Japanese, or between katakana words, joins them (USB メモリ, ドナルド トランプ).
A writer who puts spaces between other Japanese nouns separates fields, and then all spaces between them do so, except in a
Latin phrase, a figure, a name or a word.
"""

from collections.abc import Iterator, Sequence, Set

from termalign.japanese.measures import measures
from termalign.japanese.morpheme import NUMERAL, PERSON, SUFFIX, Morpheme
from termalign.japanese.name_kinds import is_surname
from termalign.kana import is_katakana
from termalign.lexicon.lexicon import Lexicon

_PREFIX = "接頭辞"
_NOMINAL = ("名詞", "形状詞", "記号", "補助記号", _PREFIX, SUFFIX)
_STOPS = frozenset("、。")
_OF = "の"
_COUNTER = "名詞-普通名詞-助数詞可能"
_CALENDAR = frozenset("年月日時分")
_MANY = 3  # spaces among which even those between katakana words separate


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
    for spaced in _series(morphemes, text):
        borders = _separating(spaced, morphemes, text, lexicon)
        japanese = [k for k in borders if not (morphemes[k - 1].surface.isascii() or morphemes[k].surface.isascii())]
        if any(not _may_be_name(morphemes[k - 1], morphemes[k]) for k in japanese):
            found.update(borders if len(borders) > 1 else ())
        elif japanese and len(borders) >= _MANY:
            found.update(borders)
    return found


def _series(morphemes: Sequence[Morpheme], text: str) -> Iterator[list[int]]:
    """Yield the morphemes behind the spaces of each stretch of nouns and marks that has several spaces."""
    spaced: list[int] = []
    for k, m in enumerate(morphemes):
        nominal = (m.pos.startswith(_NOMINAL) or m.surface == _OF) and m.surface not in _STOPS
        gap = text[morphemes[k - 1].end : m.start] if k else ""
        if not nominal or "\n" in gap:
            if len(spaced) > 1:
                yield spaced
            spaced = []
        elif gap and morphemes[k - 1].pos.startswith(_NOMINAL):
            spaced.append(k)
    if len(spaced) > 1:
        yield spaced


def _separating(spaced: Sequence[int], morphemes: Sequence[Morpheme], text: str, lexicon: Lexicon) -> list[int]:
    """Return those of some morphemes behind spaces that do not belong to what is before the space."""
    measured = {end for span in measures(text) for end in span}
    return [
        k
        for k in spaced
        if morphemes[k - 1].end in measured
        or morphemes[k].start in measured
        or not _belong_together(morphemes[k - 1], morphemes[k], lexicon)
    ]


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
    if _in_katakana(before, after) and before.pos.startswith(PERSON):
        return is_surname(after.surface, lexicon) or not lexicon.words(
            after.surface
        )  # ドナルド トランプ, but ナン サラダ
    return lexicon.has(before.surface + after.surface)  # T シャツ


def _may_be_name(before: Morpheme, after: Morpheme) -> bool:
    """Return whether the words may be a person's name, or a phrase that is written with spaces in running text."""
    return _in_katakana(before, after) or (before.pos.startswith(PERSON) and after.pos.startswith(PERSON))


def _in_katakana(before: Morpheme, after: Morpheme) -> bool:
    return is_katakana(before.surface[-1]) and is_katakana(after.surface[0])
