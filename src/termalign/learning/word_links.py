"""Links between words of a sentence pair that render each other, estimated from all pairs.

This is IBM model 1 (P. Brown et al., "The mathematics of statistical machine translation", Computational Linguistics
19, 1993) in both directions, trained to agree (P. Liang et al., "Alignment by agreement", HLT-NAACL 2006): a link is
scored by the product of both posteriors. There are three changes to the model. Words at about the same position are
more likely to be linked (C. Dyer et al., "A simple, fast, and effective reparameterization of IBM model 2", NAACL
2013). A frequent word is more likely to have no rendering. The glosses, names and loans of a dictionary count from the
beginning, as if they had already been seen.
"""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from math import exp
from typing import NamedTuple

from termalign.japanese.tagger import morphemes
from termalign.kinds.meanings import stems
from termalign.learning.sentence_pairs import Memory, Sentence, of_pair, pair_number
from termalign.lexicon import Lexicon
from termalign.terms.term_cache import TermCache

_ROUNDS = 4
_NOTHING = 0.2  # chance that a word renders nothing
_CAUTION = 1.0  # extra occurrences without a rendering, for each word
_SAID = 1.0  # occurrences with which a dictionary's rendering starts
_LEAST = 2  # pairs that two words must share if no dictionary connects them
_WITHOUT = 10  # extra pairs with neither word: in a few pairs, words that occur in all may well belong together
_LINKED = 0.3  # minimum product of both posteriors
_LINKED_BESIDE = 0.1  # the same for a word that belongs together with another word of the link
_NEARNESS = 3.0  # log odds by which words at the same position are more likely to be linked than words at opposite ends
_MEAN_NEARNESS = 0.45


class Link(NamedTuple):
    """Two words of a sentence pair that render each other, by their positions."""

    ja: int
    en: int


class WordLinks:
    """The probabilities that words render each other, estimated from the sentence pairs in ``memory``."""

    def __init__(self, memory: Memory, lexicon: Lexicon) -> None:
        self._ja_total, self._en_total = sum(memory.ja.counts), sum(memory.en.counts)
        self._ja_chances = [_NOTHING * count / self._ja_total for count in memory.ja.counts]
        self._en_chances = [_NOTHING * count / self._en_total for count in memory.en.counts]
        self._memory = memory
        said = _said(memory, lexicon)
        self._numbers: dict[int, int] = {}
        self._said = array("d")
        excess = array("d")
        for number, count in memory.together.items():
            ja, en = of_pair(number)
            more = count - memory.ja.counts[ja] * memory.en.counts[en] / (memory.pairs + _WITHOUT)  # than by chance
            glossed = number in said
            if glossed or (count >= _LEAST and more > 0):
                self._numbers[number] = len(excess)
                self._said.append(_SAID if glossed else 0.0)
                excess.append(max(more, 0.0) / 2)
        self._to_en, self._to_ja = array("d"), array("d")
        self._weigh(excess)
        for _ in range(_ROUNDS):
            counts = array("d", bytes(8 * len(excess)))
            for sentence in memory:
                for _, _, number, both in self._cells(sentence):
                    counts[number] += both
            self._weigh(counts)

    def _weigh(self, counts: Sequence[float]) -> None:
        """Estimate the probabilities of one word given the other, from how often they rendered each other."""
        ja_sums, en_sums = [_CAUTION] * len(self._ja_chances), [_CAUTION] * len(self._en_chances)
        for pair, number in self._numbers.items():
            ja, en = of_pair(pair)
            seen = counts[number] + self._said[number]
            ja_sums[ja] += seen
            en_sums[en] += seen
        self._to_en, self._to_ja = array("d"), array("d")
        for pair, number in self._numbers.items():
            ja, en = of_pair(pair)
            seen = counts[number] + self._said[number]
            self._to_en.append(seen / ja_sums[ja])
            self._to_ja.append(seen / en_sums[en])

    def _cells(self, sentence: Sentence) -> list[tuple[int, int, int, float]]:
        """Return the pairs of words that may render each other: their positions, the pair's number and its likelihood."""
        ja, en = sentence.ja, sentence.en
        n, m = len(ja), len(en)
        get, to_en, to_ja = self._numbers.get, self._to_en, self._to_ja
        by_ja, by_en = [self._ja_chances[word] for word in ja], [self._en_chances[word] for word in en]
        near = _near(n, m)
        found = []
        for i, word in enumerate(ja):
            first = pair_number(word, 0)
            for k, other in enumerate(en):
                number = get(first | other)
                if number is not None:
                    place = near[i * m + k]
                    one, two = place / n * to_en[number], place / m * to_ja[number]
                    by_en[k] += one
                    by_ja[i] += two
                    found.append((i, k, number, one * two))
        return [(i, k, number, product / (by_en[k] * by_ja[i])) for i, k, number, product in found]

    def links(self, sentence: Sentence) -> list[Link]:
        """Return the links of a sentence pair: each English word with its best Japanese word, and words joined to these."""
        able: dict[int, dict[int, float]] = {}
        for i, k, _, both in self._cells(sentence):
            if both >= _LINKED_BESIDE:
                able.setdefault(k, {})[i] = both
        best = {k: max(those, key=lambda i: those[i]) for k, those in able.items()}
        sure = {Link(i, k) for k, i in best.items() if able[k][i] >= _LINKED}
        linked = {k for _, k in sure}
        beside = {
            Link(i, k)
            for k, those in able.items()
            for i in those
            if (k in linked and any(Link(other, k) in sure for other in _neighbours(i, sentence.ja_joined)))
            or (k not in linked and any(Link(i, other) in sure for other in _neighbours(k, sentence.en_joined)))
        }
        return sorted(sure | beside)


def _neighbours(place: int, joined: Sequence[int]) -> list[int]:
    """Return the adjacent words that a word is joined to."""
    before = [place - 1] if joined[place] else []
    return before + ([place + 1] if place + 1 < len(joined) and joined[place + 1] else [])


@lru_cache(1000)
def _near(n: int, m: int) -> "array[float]":
    """Return the weight of each pair of positions in sentences of ``n`` and ``m`` words: higher for the same position."""
    off = [abs((i + 0.5) / n - (k + 0.5) / m) for i in range(n) for k in range(m)]
    return array("d", [(1 - _NOTHING) * exp(-_NEARNESS * each) / _MEAN_NEARNESS for each in off])


def _said(memory: Memory, lexicon: Lexicon) -> set[int]:
    """Return the pairs of words that occur together and that a dictionary connects."""
    terms = TermCache(lexicon)
    found = set()
    for word, ja in memory.ja.numbers.items():
        for stem in stems(terms.get(word, morphemes(word))):
            en = memory.en.numbers.get(stem)
            if en is not None and memory.together.get(pair_number(ja, en)):
                found.add(pair_number(ja, en))
    return found
