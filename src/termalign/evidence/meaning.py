"""What a term means by its glosses together, and by the characters that it is written with."""

from collections.abc import Mapping

from termalign.evidence.embedding import LONGEST_GLOSS, WEIGHTS, code, combined
from termalign.evidence.term import Term, once_a_term
from termalign.kana import is_kanji

_LEAST_ASSOCIATION = 0.02
_NUMERALS = frozenset("一二三四五六七八九十百千万億兆")


@once_a_term
def meaning(term: Term) -> int | None:
    """What its glosses mean together, as a code of `termalign.evidence.embedding`; none if they say too little."""
    known = ((code(k), WEIGHTS[len(keys)]) for keys in term.gloss_keys if len(keys) <= LONGEST_GLOSS for k in keys)
    return combined([(bits, weight) for bits, weight in known if bits is not None])


@once_a_term
def character_stems(term: Term) -> tuple[Mapping[str, float], ...]:
    """For each character of a term in kanji, the stems it is usually glossed with and their probabilities.

    Of a numeral none: 八百屋 sells greens, and 七面鳥 is no seven birds.
    """
    return tuple([{} if c in _NUMERALS else term.lexicon.associates(c) for c in term.surface if is_kanji(c)])


@once_a_term
def associations(term: Term) -> dict[str, float]:
    """Stems that the term's kanji are usually glossed with → their mean probability over the kanji."""
    rows = character_stems(term)
    found: dict[str, float] = {}
    for row in rows:
        for stem, probability in row.items():
            found[stem] = found.get(stem, 0.0) + probability / len(rows)
    return {stem: p for stem, p in found.items() if p >= _LEAST_ASSOCIATION}
