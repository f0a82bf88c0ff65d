"""Cheap evidence that two sentences correspond: words of one that the other may render."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from termalign.english import EnglishText, lexeme
from termalign.japanese.morpheme import NAME
from termalign.japanese.text import JapaneseText
from termalign.kana import is_romaji, kana_keys, latin_key
from termalign.passages.sentences import Sentence
from termalign.phonetics import kana_skeleton, latin_skeleton
from termalign.terms.term import Term, once_a_term
from termalign.terms.term_cache import TermCache

_RENDERED = 0.4  # how often the counterpart of a sentence has the word that a hint looks for
_ELSEWHERE = 0.5  # added to the sentences that have a word: a single occurrence is a weak estimate of its frequency
_MORE = 20  # sentences: a word that is rare in a short text need not be rare
_RARE = 4  # sentences: a word in more of them is no landmark
_SHORTEST = 3  # consonants of katakana, or letters of a reading, to compare
_NUMBER = re.compile(r"[0-9]+(?:[,.][0-9]+)*")


class Hints:
    """The evidence that any two sentences share.

    ``ja`` and ``en`` are the sentences of the two sides. ``terms`` should be the cache that the search for candidates
    uses, so that each term is looked up once.
    """

    def __init__(
        self,
        text: JapaneseText,
        english: EnglishText,
        ja: Sequence[Sentence],
        en: Sequence[Sentence],
        terms: TermCache,
    ) -> None:
        self._places = _english_places(english, en)
        self._sentences = len(en)
        weighed: dict[frozenset[str], tuple[list[int], float]] = {}
        self._rows: list[list[tuple[list[int], float]]] = []
        for hints in _japanese_hints(text, ja, terms):
            row = []
            for keys in hints:
                found = weighed.get(keys)
                if found is None:
                    found = weighed[keys] = self._weighed(keys)
                row.append(found)
            self._rows.append(row)

    def _weighed(self, keys: frozenset[str]) -> tuple[list[int], float]:
        """Return the English sentences that have any of the keys, and the weight of each as evidence, in log odds."""
        places = sorted({t for key in keys for t in self._places.get(key, ())})
        chance = (len(places) - 1 + _ELSEWHERE) / (self._sentences + _MORE)
        return places, max(0.0, math.log(_RENDERED / chance + 1 - _RENDERED)) if places else 0.0

    def within(self, s: int, first: int, last: int) -> Iterator[tuple[list[int], float]]:
        """Yield for each hint of the Japanese sentence ``s`` the English sentences in ``first:last`` with it, and a weight."""
        for places, weight in self._rows[s]:
            if len(places) <= _RARE:
                found = [t for t in places if first <= t < last]
            else:
                found = places[bisect_left(places, first) : bisect_left(places, last)]
            if found:
                yield found, weight

    def landmarks(self, s: int) -> dict[int, float]:
        """Return the English sentences that share rare words with the sentence ``s``, and how much evidence these are."""
        found: dict[int, float] = {}
        for places, weight in self._rows[s]:
            if len(places) <= _RARE:
                for t in places:
                    found[t] = found.get(t, 0.0) + weight
        return found


def _english_places(english: EnglishText, sentences: Sequence[Sentence]) -> dict[str, list[int]]:
    """Return, for each key, the sentences that have it, in ascending order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for t, sentence in enumerate(sentences):
        keys: set[str] = set()
        for k in range(sentence.first, sentence.last):
            x = english.lexemes[k]
            if x.function:
                continue
            keys.add(x.stem)
            form = english.forms[k]
            if form[0].isdigit():
                keys.add(form.replace(",", ""))
                if number := _NUMBER.match(form):
                    keys.add(number[0].replace(",", ""))
                continue
            heard = latin_skeleton(x.plain)
            if len(heard) >= _SHORTEST:
                keys.add("~" + heard)
            name = english.capitalised[k] if english.cased else not x.known
            if name and len(form) >= _SHORTEST and is_romaji(x.lower):
                keys.add("=" + latin_key(x.lower))
        for key in keys:
            found[key].append(t)
    return found


def _japanese_hints(
    text: JapaneseText, sentences: Sequence[Sentence], terms: TermCache
) -> Iterator[list[frozenset[str]]]:
    """Yield the hints of each sentence, for its nouns, names and numbers. A hint is a set of keys, any of which may match."""
    cut = text.morphemes
    at = 0
    for sentence in sentences:
        found: dict[frozenset[str], None] = {}
        while at < len(text.runs) and text.runs[at][0] < sentence.last:
            a, b = text.runs[at]
            run = terms.get(text.surface(a, b), cut[a:b])
            for k in range(b - a):
                if keys := _keys(run.part(k, k + 1)):
                    found[keys] = None
            at += 1
        start, end = cut[sentence.first].start, cut[sentence.last - 1].end
        for number in _NUMBER.findall(text.text, start, end):
            found[frozenset((number.replace(",", ""),))] = None
        yield list(found)


@once_a_term
def _keys(term: Term) -> frozenset[str]:
    """Return keys of the English that may render a morpheme."""
    surface = term.surface
    if surface.isascii():
        return frozenset((lexeme(surface).stem,)) if surface.isalpha() else frozenset()
    found = set(term.one_word_keys)
    if term.katakana:
        heard = kana_skeleton(surface)
        if len(heard) >= _SHORTEST:
            found.add("~" + heard)
    elif term.morphemes[0].pos.startswith(NAME):
        reading = term.morphemes[0].reading
        found.update("=" + key for key in kana_keys(reading) if len(key) >= _SHORTEST)
    return frozenset(found)
