"""当 and 前 before a noun: 当|会計|年度 is *this* year and never アタリ; 前|決算|期 is ゼン, but 調整|前|利益 is マエ."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from termalign.japanese.morpheme import NUMERAL, Morpheme, adjacent, uninflected

_NOUNS = ("名詞", "接頭辞")
_COUNTER, _ACTION = "名詞-普通名詞-助数詞可能", "名詞-普通名詞-サ変可能"
_PERIODS = frozenset("期間 期首 期末 年度 年 月 週 日".split())
_PERIOD = "期"


def read_before_nouns(morphemes: Iterable[Morpheme]) -> list[Morpheme]:
    """Return the morphemes with the readings of 当 and 前 in compounds.

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> for text in ("通期当会計年度", "前決算期", "調整前当期利益", "一人当"):
    ...     print([m.reading for m in morphemes(text)])
    ['ツウキ', 'トウ', 'カイケイ', 'ネンド']
    ['ゼン', 'ケッサン', 'キ']
    ['チョウセイ', 'マエ', 'トウキ', 'リエキ']
    ['ヒトリ', 'アタリ']
    """
    found = list(morphemes)
    for k, m in enumerate(found[:-1]):
        if m.surface not in ("当", "前") or not _follows(found[k + 1], m):
            continue
        behind = k > 0 and found[k - 1].pos.startswith("名詞") and adjacent(found[k - 1], m)
        if m.surface == "当" and m.reading == "アタリ" and not _is_counted(found[max(0, k - 2) : k]):
            found[k] = uninflected("当", m.start, "接頭辞", "トウ", "漢")
        elif m.surface == "前" and not behind and _has_period(found[i] for i in range(k, len(found))):
            found[k] = m._replace(reading="ゼン")
        elif m.surface == "前" and behind and found[k - 1].pos == _ACTION:
            found[k] = m._replace(reading="マエ")
    return found


def _follows(m: Morpheme, before: Morpheme) -> bool:
    return m.pos.startswith(_NOUNS) and adjacent(before, m)


def _is_counted(before: Sequence[Morpheme]) -> bool:
    """Return whether two morphemes are something counted: 1|株 in 1|株|当."""
    return [m.pos for m in before] == [NUMERAL, _COUNTER]


def _has_period(run: Iterable[Morpheme]) -> bool:
    """Return whether the nouns that go on behind the first have a word for a period: 連結|会計|年度, 3|月|期."""
    nouns = (m for _, m in takewhile(lambda pair: _follows(pair[1], pair[0]), pairwise(run)))
    return any(m.surface in _PERIODS or m.surface.endswith(_PERIOD) for m in nouns)
