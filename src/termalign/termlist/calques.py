"""Two neighbouring words that each render a character of a term of the list: 金堂, golden hall."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from termalign.evidence.bitext import Bitext
from termalign.evidence.phrase import linked
from termalign.evidence.related import CALQUE, calque_strength
from termalign.kana import is_kanji
from termalign.lexicon import Lexicon

LONGEST = 3  # characters: two of four say too little of a term


class Characters:
    """The characters of a list by the English that they are usually glossed with.

    Parameters
    ----------
    characters : iterable of str
        What stands in its terms, each once.
    lexicon : Lexicon
        Which glosses go with which characters.
    """

    def __init__(self, characters: Iterable[str], lexicon: Lexicon) -> None:
        found: dict[str, list[tuple[float, str]]] = {}
        for character in filter(is_kanji, characters):
            for stem, probability in lexicon.associates(character).items():
                found.setdefault(stem, []).append((probability, character))
        self._by_stem: Mapping[str, Sequence[tuple[float, str]]] = {
            stem: sorted(glossed, reverse=True) for stem, glossed in found.items()
        }

    def heard_in(self, bitext: Bitext, least: float) -> Iterator[tuple[str, float, int, int]]:
        """Each two characters, in the order of a term, that neighbouring words render; the strength, and the words ``i:j``."""
        english = bitext.english
        heard = {
            i: self._by_stem[stem]
            for stem in english.by_stem.keys() & self._by_stem.keys()
            for i in english.by_stem[stem]
        }
        size = len(english)
        for i in heard:
            for j in range(i + 1, min(i + 3, size)):
                if j in heard and linked(english, i, j):
                    for characters, strength in _pairs(heard[i], heard[j], least):
                        yield (characters if j == i + 1 else characters[::-1]), strength, i, j + 1


def _pairs(
    first: Sequence[tuple[float, str]], second: Sequence[tuple[float, str]], least: float
) -> Iterator[tuple[str, float]]:
    for p, one in first:
        if calque_strength(p, second[0][0]) < least:
            return
        for q, other in second:
            strength = calque_strength(p, q)
            if strength < least:
                break
            yield one + other, strength


def calque_keys(surface: str, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Each two characters of a term that may render it, with the most that this is worth."""
    kanji = [c for c in surface if is_kanji(c)]
    if not 1 < len(surface) <= LONGEST or len(kanji) < 2:
        return
    most = [max(lexicon.associates(c).values(), default=0.0) for c in kanji]
    for a in range(len(kanji)):
        for b in range(a + 1, len(kanji)):
            strength = calque_strength(most[a], most[b]) * 2 / len(surface)
            if strength:
                yield kanji[a] + kanji[b], min(CALQUE, strength)
