"""Folding of spelling differences that never distinguish words: width, kana, kanji variants, repetition marks, ・, spaces.

Other differences distinguish some words and not others: サーバー and サーバ are one word, as are 引越 and 引っ越し, but
ドラマー and ドラマ are two. For these, `termalign.lexicon.writings` uses the dictionary.
"""

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

from termalign.kana.script import TO_KATAKANA
from termalign.lexicon.headword_spelling import headword_key
from termalign.lexicon.variants import PAIRS
from termalign.text import with_small_ke
from termalign.text.scripts import KANJI

# Printed variants of the standard forms (表外漢字字体表, 2000; JIS X 0208 and 0213), and kanji that the Japanese Language
# Council replaced in all words (同音の漢字による書きかえ, 1956).
_ALIKE = (
    "鷗鴎 摑掴 噓嘘 繫繋 頰頬 塡填 剝剥 𠮟叱 蟬蝉 顚顛 簞箪 瀆涜 潑溌 醬醤 麴麹 蠟蝋 萊莱 攢攅 籠篭 俠侠 俱倶 "
    "啞唖 囊嚢 屛屏 幷并 搔掻 攪撹 焰炎 焔炎 禱祷 蔣蒋 軀躯 鹼鹸 鶯鴬 灌潅 礪砺 檜桧 藪薮 壺壷 賤賎 頸頚 驒騨 "
    "靱靭 靫靭 邇迩 蘂蕊 餠餅 翆翠 嚙噛 濤涛 蠣蛎 鰺鯵 嶮険 冲沖 决決 况況 凉涼 减減 凖準 "
    "附付 篇編 聯連 輯集 綜総 稀希 蹟跡 慾欲 註注 歿没 輛両 輌両 讃賛 讚賛 劃画 廻回 兇凶 饑飢 蝕食 銷消 煖暖 坐座 碍害 礙害"
)
_KANJI = {pair[0]: pair[1] for pair in (PAIRS + " " + _ALIKE).split()}
_SOUNDING_ALIKE = dict(zip("ヂヅヰヱぢづゐゑ", "ジズイエジズイエ", strict=True))
_NOTHING = dict.fromkeys(" \u3000・･·•‐‑-–—−=゠'’", "")
_TABLE = TO_KATAKANA | str.maketrans({**_KANJI, **_SOUNDING_ALIKE, **_NOTHING})
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]+")
_V = {
    "ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ",
    "ウィ": "ウイ", "ウェ": "ウエ", "ウォ": "ウオ",
}  # fmt: skip
_V_SOUNDS = re.compile("|".join(_V))
_REPEATED = re.compile("(.)[々ゝヽ]")
_VOICED = re.compile("([か-とは-ほカ-トハ-ホ])[ゞヾ]")
_BETWEEN_FIGURES = re.compile("(?<=[0-9]) ?[-‐‑–—−・] ?(?=[0-9])")
_PIECES = re.compile(
    f"(?<=[0-9一二三四五六七八九十百千数何])[ヶヵかカケ箇個](?=[月所国年条村])|(?<=[{KANJI}])[ヵケ](?=[{KANJI}])"
)


def steady(text: str) -> str:
    """Fold spellings that depend on context, keeping offsets: 人々, たゞし, 三か月, 龍ケ崎.

    A dash between digits becomes ``~``, so that a score such as 2-0 is not read as a number.

    >>> steady("人々は三か月、霞ケ関にいた")
    '人人は三ヶ月、霞ヶ関にいた'
    """
    if "々" in text or "ゝ" in text or "ヽ" in text:
        text = _REPEATED.sub(r"\1\1", text)
    if "ゞ" in text or "ヾ" in text:
        text = _VOICED.sub(lambda found: found[1] + normalize("NFC", found[1] + "\u3099")[0], text)
    text = _BETWEEN_FIGURES.sub(lambda found: "~" * len(found[0]), text)
    return _PIECES.sub("ヶ", text)


@lru_cache(4096)
def folded(text: str) -> str:
    """Return the key of a spelling, which is equal for spellings that never distinguish words.

    >>> folded("ｻｰﾊﾞｰ・ルーム") == folded("サーバー ルーム"), folded("ねじ") == folded("ネジ")
    (True, True)
    >>> folded("ヴァイオリン") == folded("バイオリン"), folded("國會") == folded("国会")
    (True, True)
    >>> folded("サーバー") == folded("サーバ")
    False
    """
    return folded_steady(steady(headword_key(text)))


def folded_steady(text: str) -> str:
    """Return the key of a text that is already NFKC and `steady`."""
    text = _FOLDED.sub(lambda found: found[0].translate(_TABLE), text)  # faster than translating every character
    if "ヴ" in text or "ウ" in text:
        text = _V_SOUNDS.sub(lambda found: _V[found[0]], text)
    return text.lower()


def all_folded(texts: list[str]) -> list[str]:
    """Fold many short texts at once, a hundred thousand in a tenth of a second. No text may have a line break."""
    if not texts:
        return []
    # Most texts consist of letters and are normalised already, which is quick to test.
    keys = [text if text.isalpha() and is_normalized("NFKC", text) else headword_key(text) for text in texts]
    return folded_steady(steady(with_small_ke("\n".join(keys)))).split("\n")
