"""A full-size ケ between kanji as the small ヶ, so that 八ケ岳 and 八ヶ岳 are one word to every dictionary."""

import re

from termalign.text.scripts import KANJI

_KANJI = f"々〆〇仝{KANJI}"
_KE = re.compile(f"(?<=[{_KANJI}])ケ(?=[{_KANJI}])")


def with_small_ke(text: str) -> str:
    """Return a text with ヶ for each ケ between kanji. Both are one code point, so offsets stay the same.

    >>> with_small_ke("八ケ岳のケーキとバケツ")
    '八ヶ岳のケーキとバケツ'
    """
    return _KE.sub("ヶ", text) if "ケ" in text else text
