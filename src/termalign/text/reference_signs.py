"""Reference signs: the numbers that a drawing gives to things: 流路41, *flow path 41*; 弁V2, *valve V2*."""

from termalign.text.scripts import KANJI

#: A character of a noun that may have a sign.
NOUN = f"[{KANJI}ァ-ヺー々]"
SIGN = "(?:[A-ZＡ-Ｚ]{1,2}[0-9０-９]{1,3}|[0-9０-９]{1,4}[A-Za-zＡ-Ｚａ-ｚ]?)"
#: A sign that a Japanese noun may have. What stands behind it does not count it, as 個 in 部品41個 does.
JAPANESE_SIGN = rf"{SIGN}(?![0-9０-９A-Za-zＡ-Ｚａ-ｚ{KANJI}ァ-ヺー.．,，:：%％℃/~〜-])"
