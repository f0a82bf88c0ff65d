"""Latin letters spelled out in katakana (ディーブイエックス, DVX)."""

from functools import cache

# The katakana names of each letter; long vowels may be written with ー or with a vowel kana.
_NAMES = {
    "a": "エー|エイ|エ|ア", "b": "ビー|ビ|ベー", "c": "シー|シ", "d": "ディー|デー|ディ", "e": "イー|イ|エ",
    "f": "エフ", "g": "ジー|ジ|ギ", "h": "エイチ|エッチ|エイ", "i": "アイ|イ", "j": "ジェイ|ジェー|ジェ",
    "k": "ケー|ケイ|カ", "l": "エル", "m": "エム", "n": "エヌ", "o": "オー|オ", "p": "ピー|ピ", "q": "キュー|キュ",
    "r": "アール", "s": "エス", "t": "ティー|ティ|テー", "u": "ユー|ウ", "v": "ブイ|ヴイ|ヴィ|ビー|ヴ",
    "w": "ダブリュー|ダブリュ|ダブル", "x": "エックス|エクス|クロス", "y": "ワイ", "z": "ゼット|ゼッド|ズィー|ジー",
    "&": "アンド|&", "0": "ゼロ|レイ", "1": "ワン|イチ", "2": "ツー|ニ", "3": "スリー|サン", "4": "フォー|ヨン|シ",
    "5": "ファイブ|ゴ", "6": "シックス|ロク", "7": "セブン|ナナ|シチ", "8": "エイト|ハチ", "9": "ナイン|キュー|ク",
}  # fmt: skip
_LONG_I = frozenset(("ビ", "シ", "ディ", "ジ", "ピ", "ティ", "エ", "ケ", "ジェ", "イ"))  # whose ー may be written イ
_MARKS = frozenset("・･.- ")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return the names of each letter, a long vowel also with the vowel written out (シイ for シー)."""
    found = {}
    for letter, names in _NAMES.items():
        forms = names.split("|")
        forms += [n[:-1] + "イ" for n in forms if n[-1] == "ー" and n[:-1] in _LONG_I]
        found[letter] = tuple(sorted(dict.fromkeys(forms), key=len, reverse=True))
    return found


def spells_out(kana: str, letters: str) -> bool:
    """Return whether `kana` consists of the names of `letters`, in order, with or without marks between them.

    Examples
    --------
    >>> spells_out("ディーブイエックス", "dvx"), spells_out("エム・ディ・エム", "mdm"), spells_out("シイエム・シイ", "cmc")
    (True, True, True)
    >>> spells_out("ソニー", "s")
    False
    """
    if not letters:
        return not kana
    if kana[:1] in _MARKS and kana:
        return spells_out(kana[1:], letters)
    return any(kana.startswith(n) and spells_out(kana[len(n) :], letters[1:]) for n in _names().get(letters[0], ()))
