"""Changes of prices: 412円安 is 412円 and 安, *down 412 yen*, but the tagger has 円安, *a weak yen*."""

from termalign.japanese.morpheme import Morpheme

_NUMERAL = "名詞-数詞"
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
        if m.surface in _MOVES and out and out[-1].pos == _NUMERAL and out[-1].end == m.start:
            yen, move = m.surface[:-1], m.surface[-1]
            way = _MOVES[m.surface]
            middle = m.end - 1
            out.append(Morpheme(yen, m.start, middle, "名詞-普通名詞-助数詞可能", yen, "エン", yen, "エン", "", "漢"))
            out.append(Morpheme(move, middle, m.end, "接尾辞-名詞的-一般", move, way, move, way, "", "和"))
        else:
            out.append(m)
    return out
