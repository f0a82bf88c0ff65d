"""The characters of the Japanese scripts, as ranges for classes of regular expressions.

The ranges are those of Unicode: Katakana with the phonetic extensions and half-width letters, CJK Unified and Compatibility
Ideographs with all extensions.
"""

KANJI = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # planes 2 and 3 are for ideographs
KATAKANA = "ァ-ヺー-ヿㇰ-ㇿｦ-ﾟ"
JAPANESE = f"\u3005-\u3007\u3040-\u30ff{KANJI}"  # the characters of words, including ・ and repetition marks
