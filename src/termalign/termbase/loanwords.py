"""Spellings of loanwords that no dictionary lists: プロファイラー, プロファイラ; メイン, メーン; ペルシア, ペルシャ."""

import re
from collections.abc import Iterator

_LEAST = 3  # fewest kana before a final ー that may be omitted (JIS Z 8301): メモリー, but not バー or カバー
_LONG_E = re.compile("(?<=[ケセテネヘメレゲゼデベペェ])[イー]")
_GLIDE = re.compile("(?<=[キシチニヒミリギジビピィ])[アヤャ]")
_OTHER = {"イ": "ー", "ー": "イ", "ア": "ヤャ", "ヤ": "ア", "ャ": "ア"}


def respelled(word: str) -> Iterator[str]:
    """Yield other spellings of a katakana word, each with one change.

    Examples
    --------
    >>> list(respelled("サーバー")), list(respelled("カバー")), list(respelled("デプロイメント"))
    (['サーバ'], [], ['デプロイメントー'])
    >>> list(respelled("フェイスリフト"))[0]
    'フェースリフト'
    """
    for pattern in (_LONG_E, _GLIDE):
        for found in pattern.finditer(word):
            for other in _OTHER[found[0]]:
                yield word[: found.start()] + other + word[found.end() :]
    if word.endswith("ー"):
        if len(word) > _LEAST:
            yield word[:-1]
    elif len(word) >= _LEAST:
        yield word + "ー"
