"""What a term means by its glosses together, and by the characters that it is written with."""

from collections.abc import Collection, Sequence

from termalign.evidence.bitext import NUMERALS, Bitext
from termalign.evidence.embedding import LONGEST_GLOSS, WEIGHTS, code, combined
from termalign.evidence.term import Term, once_a_term

_LEAST_ASSOCIATION = 0.02


@once_a_term
def meaning(term: Term) -> int | None:
    """What its glosses mean together, as a code of `termalign.evidence.embedding`; none if they say too little."""
    weighted = [(bits, WEIGHTS[1]) for bits in map(code, term.one_word_keys) if bits is not None]
    for keys in term.gloss_keys:
        if 1 < len(keys) <= LONGEST_GLOSS:
            weight = WEIGHTS[len(keys)]
            weighted += [(bits, weight) for bits in map(code, keys) if bits is not None]
    return combined(weighted)


def associations(term: Term) -> dict[str, float]:
    """Stems that the term's kanji are usually glossed with → their mean probability over the kanji."""
    return _mean([term.lexicon.associates(c).items() if c not in NUMERALS else () for c in term.kanji])


def associated(term: Term, bitext: Bitext) -> dict[str, float]:
    """Those of its `associations` that stand in a text."""
    return _mean([bitext.meant(c) for c in term.kanji])


def _mean(rows: Sequence[Collection[tuple[str, float]]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for row in rows:
        for stem, probability in row:
            found[stem] = found.get(stem, 0.0) + probability / len(rows)
    return {stem: p for stem, p in found.items() if p >= _LEAST_ASSOCIATION}
