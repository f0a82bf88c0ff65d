"""Changes of prices: 412円安 is 412円 and 安, *down 412 yen*, but the tagger has 円安, *a weak yen*."""

from termalign.japanese.morpheme import Morpheme, touch, uninflected

_NUMERAL = "名詞-数詞"
_YEN = "円"
_MOVES = {"円安": "ヤス", "円高": "ダカ"}


def is_price_move(text: str) -> bool:
    """Return whether a text may have such a price."""
    return "円安" in text or "円高" in text


def price_moves(found: list[Morpheme]) -> list[Morpheme]:
    """Return the morphemes of a text, those of a price that has moved cut behind its currency.

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> [m.surface for m in morphemes("円安で、412円安")]
    ['円安', 'で', '、', '412', '円', '安']
    """
    out: list[Morpheme] = []
    for m in found:
        if m.surface in _MOVES and out and out[-1].pos == _NUMERAL and touch(out[-1], m):
            out.append(uninflected(_YEN, m.start, "名詞-普通名詞-助数詞可能", "エン", "漢"))
            out.append(uninflected(m.surface[1:], m.end - 1, "接尾辞-名詞的-一般", _MOVES[m.surface], "和"))
        else:
            out.append(m)
    return out
