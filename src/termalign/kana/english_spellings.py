"""The spellings that English writers use for the same kana."""

from collections.abc import Iterator
from itertools import product

from termalign.arguments import checked
from termalign.kana.morae import morae
from termalign.kana.romaji import STYLES, Style, join_morae, spell, spell_mora

_LONG = ("short", "macron", "circumflex", "kana", "double", "h")
_MARKED = ("short", "macron", "kana", "double")  # ways that writers mix within one name
_MAX_MIXED = 3


def spell_variants(kana: str, borders: tuple[int, ...] = ()) -> Iterator[str]:
    """Yield every usual Latin spelling of `kana`, in lower case, without repetitions, the commonest first.

    There are at most 281 spellings. If there are more than three long vowels, all of them are written in one way.

    Parameters
    ----------
    kana : str
        Hiragana or katakana.
    borders : tuple of int
        Code points of `kana` at which a morpheme or a kanji begins.

    Examples
    --------
    >>> list(spell_variants("オオノ"))
    ['ono', 'ōno', 'ôno', 'oono', 'ohno']
    >>> list(spell_variants("シンバシ"))
    ['shinbashi', 'sinbasi', 'shimbashi', 'simbasi']
    >>> list(spell_variants("ジュンイチ"))[:3]
    ["jun'ichi", "zyun'iti", 'jun-ichi']
    """
    checked(kana, "kana")
    seen: set[str] = set()
    for spelling in _spellings(kana, borders):
        if spelling not in seen:
            seen.add(spelling)
            yield spelling


def _spellings(kana: str, borders: tuple[int, ...]) -> Iterator[str]:
    for labial, nasal, long, tch, column in product((False, True), ("'", "-", ""), _LONG, "tc", (0, 1, 2)):
        yield spell(kana, Style(column, long, nasal, labial, tch), borders)
    yield spell(kana, STYLES["passport"], borders)
    units = morae(kana, borders)
    if 2 <= sum(1 for mora in units if mora.length) <= _MAX_MIXED:
        options = [dict.fromkeys(spell_mora(mora, Style(long=long)) for long in _MARKED) for mora in units]
        for parts in product(*options):
            yield join_morae(parts, Style())
