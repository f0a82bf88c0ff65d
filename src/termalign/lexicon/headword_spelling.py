"""The spelling of headwords and readings in the lexicon: NFKC keys, katakana readings, JMnedict's romaji."""

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

from termalign.kana.script import to_katakana
from termalign.text import with_small_ke, without_unseen


def headword_key(text: str) -> str:
    """Return the form under which a headword is stored and looked up: NFKC, without invisible characters, ヶ for ケ.

    >>> headword_key("ＤＮＡ鑑定")
    'DNA鑑定'
    >>> headword_key("ｺﾝﾋﾞﾆ"), headword_key("サーバー\u200b"), headword_key("八ケ岳")
    ('コンビニ', 'サーバー', '八ヶ岳')
    """
    seen = without_unseen(text)
    return with_small_ke(seen if is_normalized("NFKC", seen) else normalize("NFKC", seen))


def katakana(text: str) -> str:
    """Return the NFKC form of a text, with hiragana as katakana.

    >>> katakana("こんわく")
    'コンワク'
    """
    return to_katakana(headword_key(text))


# JMnedict's own romanisation of names: Hepburn consonants, long vowels spelled as in kana (ou, uu), n' before
# vowels. It only serves to leave romaji out of the file if it follows from the reading.
_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サ_スセソ", "t": "タ__テト", "n": "ナニヌネノ",
    "h": "ハヒ_ヘホ", "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザ_ズゼゾ",
    "d": "ダ__デド", "b": "バビブベボ", "p": "パピプペポ", "y": "ヤ_ユ_ヨ", "w": "ワヰ_ヱヲ",
}  # fmt: skip
_SINGLES = {
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu", "ン": "n",
    "ヴ": "vu", "ヲ": "o", "ヰ": "i", "ヱ": "e", "・": " ", " ": " ",
}  # fmt: skip
_KANA = {k: c + "aiueo"[i] for c, row in _ROWS.items() for i, k in enumerate(row) if k != "_"} | _SINGLES
_SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "o"}
_UNIT = re.compile("ッ?.[ャュョ]?", re.DOTALL)
_APOSTROPHE_BEFORE = frozenset("aiueoy")


def _unit_table() -> dict[str, str]:
    """Return the romaji of every kana, alone, with ッ before it, and with a small ャ, ュ or ョ after it."""
    units = dict(_KANA)
    for kana, spelled in _KANA.items():
        if len(spelled) > 1 and spelled[-1] == "i":
            glide = "" if spelled in ("shi", "chi", "ji") else "y"
            units |= {kana + small: spelled[:-1] + glide + vowel for small, vowel in _SMALL_Y.items()}
    doubled = {
        "ッ" + unit: ("t" if spelled.startswith("ch") else spelled[0]) + spelled for unit, spelled in units.items()
    }
    return units | doubled


_UNITS = _unit_table()


@lru_cache(4096)
def name_romaji(reading: str) -> str:
    """Return JMnedict's usual spelling of a katakana reading, or ``""`` if the table lacks some of its kana.

    >>> name_romaji("キョウノスケ"), name_romaji("ナンヤ"), name_romaji("ハットリ")
    ('Kyounosuke', "Nan'ya", 'Hattori')
    """
    try:
        spelled = [_UNITS[unit] for unit in _UNIT.findall(reading)]
    except KeyError:
        return ""
    if "n" in spelled:
        following = (*spelled[1:], "")
        spelled = [
            "n'" if unit == "n" and after[:1] in _APOSTROPHE_BEFORE else unit
            for unit, after in zip(spelled, following, strict=True)
        ]
    return "".join(spelled).capitalize()
