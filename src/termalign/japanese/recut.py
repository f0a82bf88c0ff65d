"""Words that UniDic cuts or takes wrongly: 照|ノ|富士, Terunofuji; 412|円安, *down 412 yen*; 33|年刊; 定款|並び|に; 日吉ヶ丘."""

from collections.abc import Sequence
from itertools import pairwise, starmap

from termalign.japanese.morpheme import NAME, NUMERAL, Morpheme, adjacent, joined, read, uninflected

_QUOTE, _SIGN = '"', "記号-一般"
_MARKS = {
    "。": "補助記号-句点",
    "、": "補助記号-読点",
    **dict.fromkeys("(「『", "補助記号-括弧開"),
    **dict.fromkeys(")」』", "補助記号-括弧閉"),
}
"""Marks that UniDic joins to a straight quotation mark, by their parts of speech."""
_NO, _KE = "ノ", "ヶ"
_COUNTED = {
    "円安": ("エン", "ヤス", "和"),
    "円高": ("エン", "ダカ", "和"),
    "年刊": ("ネン", "カン", "漢"),
    "年産": ("ネン", "サン", "漢"),
}
"""Words that begin with a counter after a number, with the readings of both parts and the origin of the second."""
_AND = frozenset(["並び", "ならび"])  # 並びに between nouns; UniDic takes it for the noun 並び (a row)
_CLOSING = "補助記号-括弧閉"
_PARTICLE, _NOUN = "助詞", "名詞-普通名詞-一般"
_NOMINAL = ("名詞", "接尾辞-名詞的", "接頭辞", "代名詞", "連体詞", "補助記号-括弧開")


def recut(morphemes: Sequence[Morpheme]) -> list[Morpheme]:
    """Return the morphemes, with names that contain ノ and 並びに joined, and words split that begin with a counter.

    The ヶ of a name is a noun like its neighbours, not the particle が. A straight quotation mark is apart from other marks.

    >>> from termalign.japanese.tagger import morphemes
    >>> [m.surface for m in morphemes("横綱照ノ富士")]
    ['横綱', '照ノ富士']
    >>> [m.surface for m in morphemes("円安で、412円安")]
    ['円安', 'で', '、', '412', '円', '安']
    >>> [m.surface for text in ("定款並びに規則", "列並びに並ぶ") for m in morphemes(text)]
    ['定款', '並びに', '規則', '列', '並び', 'に', '並ぶ']
    >>> [m.surface for m in morphemes('"/tmp"。')]
    ['"', '/', 'tmp', '"', '。']
    """
    found = [piece for m in morphemes for piece in _without_quotes(m)]
    for k in range(len(found) - 1, 0, -1):
        m, before = found[k], found[k - 1]
        if m.surface == _NO and _is_in_name(found[k - 1 : k + 2]):
            found[k - 1 : k + 2] = [joined(found[k - 1 : k + 2], before.pos, read(found[k - 1 : k + 2]))]
        elif m.surface in _COUNTED and before.pos == NUMERAL and adjacent(before, m):
            counter, rest, origin = _COUNTED[m.surface]
            first = uninflected(m.surface[0], m.start, "名詞-普通名詞-助数詞可能", counter, "漢")
            found[k : k + 1] = first, uninflected(m.surface[1:], m.end - 1, "接尾辞-名詞的-一般", rest, origin)
        elif m.surface == "に" and before.surface in _AND and _is_between_nouns(found, k - 1, k + 1):
            found[k - 1 : k + 1] = [joined((before, m), "接続詞", read((before, m)))]
        elif m.surface == _KE and m.pos.startswith(_PARTICLE) and _is_between_nouns(found, k, k + 1):
            found[k] = m._replace(pos=_NOUN)
    return found


def _without_quotes(m: Morpheme) -> Sequence[Morpheme]:
    """Return a morpheme, or each of its marks if it is a quotation mark together with others."""
    if len(m.surface) < 2 or _QUOTE not in m.surface or m.pos != _SIGN:
        return (m,)
    return [uninflected(mark, m.start + k, _MARKS.get(mark, _SIGN), mark, m.origin) for k, mark in enumerate(m.surface)]


def _is_between_nouns(found: Sequence[Morpheme], a: int, b: int) -> bool:
    """Return whether nouns touch the morphemes ``a:b`` on both sides."""
    if a == 0 or b == len(found) or not adjacent(found[a - 1], found[a]):
        return False
    before = found[a - 1].pos
    return (before.startswith(_NOMINAL) or before == _CLOSING) and found[b].pos.startswith(_NOMINAL)


def _is_in_name(pieces: Sequence[Morpheme]) -> bool:
    """Return whether a ノ and its two neighbours are one name.

    Between other words ノ is a particle, as in old statutes: 帝国ノ臣民.
    """
    names = len(pieces) == 3 and all(m.pos.startswith(NAME) for m in (pieces[0], pieces[2]))
    return names and all(starmap(adjacent, pairwise(pieces)))
