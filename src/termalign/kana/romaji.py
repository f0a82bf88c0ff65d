"""Romanisation of kana by the systems in use: two kinds of Hepburn, Kunrei, Nihon-shiki and the passport rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

from termalign.arguments import checked, instance_of
from termalign.kana.morae import Mora, morae
from termalign.kana.syllables import SYLLABLES
from termalign.model import SYSTEMS, System

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

MACRON = {"a": "ā", "i": "ī", "u": "ū", "e": "ē", "o": "ō"}
_CIRCUMFLEX = {"a": "â", "i": "î", "u": "û", "e": "ê", "o": "ô"}


@dataclass(frozen=True, slots=True)
class Style:
    """A style of romanisation: the choices in which systems and writers differ.

    Attributes
    ----------
    column : {0, 1, 2}
        The column of the syllable table: Hepburn, Kunrei, Nihon.
    long : str
        The spelling of long vowels: 'short' (unmarked), 'macron', 'circumflex', 'kana' (as in kana: ou), 'double' (oo),
        'h' (oh), 'passport' (o and u unmarked, others doubled).
    nasal : str
        The mark between ン and a following vowel or y: "'", '-' or ''.
    labial : bool
        Whether ン is m before b, m, p.
    tch : str
        The letter that doubles ch.
    """

    column: int = 0
    long: str = "short"
    nasal: str = "'"
    labial: bool = False
    tch: str = "t"


STYLES: dict[System, Style] = {
    "hepburn": Style(0, "short"),
    "hepburn-macron": Style(0, "macron"),
    "kunrei": Style(1, "circumflex"),
    "nihon": Style(2, "circumflex"),
    "passport": Style(0, "passport", nasal="", labial=True),
}


def _lengthened(vowel: str, mora: Mora, long: str) -> str:
    bar = mora.length == "ー"
    if vowel == "i" and not bar:
        return "ii"  # 新潟 Niigata: no system writes ī for two kana
    if long == "macron":
        return MACRON[vowel]
    if long == "circumflex":
        return _CIRCUMFLEX[vowel]
    if long == "passport":
        # 大野 ONO but 横尾 YOKOO: the rule keeps a final OO.
        kept = vowel in "ae" or (mora.last and mora.length == "オ")
        return vowel * 2 if kept and not bar else vowel
    if long == "double":
        return vowel * 2
    if long == "kana":
        return vowel * 2 if bar else vowel + SYLLABLES[mora.length].hepburn
    if long == "h":
        return vowel + ("h" if vowel in "ou" else vowel)
    return vowel


def spell_mora(mora: Mora, style: Style) -> str:
    """Return a mora in Latin letters; `join_morae` handles ン and the effects of neighbours."""
    syllable = SYLLABLES.get(mora.kana)
    if syllable is None:
        return mora.kana
    letters = syllable[style.column]
    if mora.length:
        letters = letters[:-1] + _lengthened(letters[-1], mora, style.long)
    if mora.sokuon and letters[0] not in "aiueoāīūēōâîûêô":
        letters = (style.tch if letters.startswith("ch") else letters[0]) + letters
    return letters


def join_morae(parts: Iterable[str], style: Style) -> str:
    """Return spelled morae joined; 'ン' among them becomes n or m, depending on the next mora."""
    out: list[str] = []
    nasal = False
    for part in parts:
        if nasal:
            first = part[:1]
            labial = style.labial and first in ("b", "m", "p")
            out.append("m" if labial else "n" + style.nasal if first in _NEEDS_MARK else "n")
        nasal = part == "ン"
        if not nasal:
            out.append(part)
    if nasal:
        out.append("n")
    return "".join(out)


_NEEDS_MARK = frozenset("aiueoyāīūēōâîûêô")


def spell(kana: str, style: Style, borders: tuple[int, ...] = ()) -> str:
    """Return `kana` romanised in one style.

    Examples
    --------
    >>> spell("オオノ", Style(long="h")), spell("トウキョウ", Style(long="kana"))
    ('ohno', 'toukyou')
    """
    instance_of(style, Style, "style")
    return join_morae([spell_mora(mora, style) for mora in morae(kana, borders)], style)


def _cached(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Return the function with a cache, but with its own type, so that a type checker finds a misspelt system."""
    return cast("Callable[Given, Answer]", lru_cache(32768)(function))


@_cached
def romanize_kana(kana: str, system: System = "hepburn", borders: tuple[int, ...] = ()) -> str:
    """Return kana romanised in lower case.

    Parameters
    ----------
    kana : str
        Hiragana or katakana; any other character is kept.
    system : {'hepburn', 'hepburn-macron', 'kunrei', 'nihon', 'passport'}
        The system: 'hepburn' leaves long vowels unmarked; 'passport' follows the Ministry of Foreign Affairs.
    borders : tuple of int
        The code points of `kana` at which a morpheme or a kanji begins; vowels on both sides of a border are not merged.

    Returns
    -------
    str
        The romanised kana.

    Raises
    ------
    ValueError
        If the system is not one of the five.
    TypeError
        If `kana` or the system is not a string.

    Examples
    --------
    >>> [romanize_kana("しんばしでんちゅう", system) for system in SYSTEMS]
    ['shinbashidenchu', 'shinbashidenchū', 'sinbasidentyû', 'sinbasidentyû', 'shimbashidenchu']
    >>> romanize_kana("オウ", "hepburn-macron"), romanize_kana("オウ", "hepburn-macron", borders=(1,))
    ('ō', 'ou')
    >>> romanize_kana("ジュンイチ"), romanize_kana("ボッチャン"), romanize_kana("ヨコオ", "passport")
    ("jun'ichi", 'botchan', 'yokoo')
    """
    try:
        style = STYLES[system]
    except KeyError:
        checked(system, "system")
        raise ValueError(f"unknown romanisation system {system!r}: use one of {', '.join(SYSTEMS)}") from None
    checked(kana, "kana")
    return spell(kana, style, borders)
