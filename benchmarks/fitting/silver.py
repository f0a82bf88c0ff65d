"""Links of runs of nouns, made of hand-made word alignments: a run is a link if its words stand together in the English."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from benchmarks.data import Offsets
from benchmarks.fitting.texts import Linked
from benchmarks.measures.words import FUNCTION_WORDS, KANA_ONLY
from termalign import Lexicon
from termalign.japanese.text import JapaneseText

_LONGEST = 10  # English words

Range = tuple[int, int]


class Sentence:
    """A word-aligned sentence: a record of ``kftt_words``."""

    def __init__(self, record: Mapping[str, Any], document: str) -> None:
        self.record, self.document = record, document
        self.ja: str = record["ja"]
        self.en: str = record["en"]
        self.ja_spans: list[Offsets] = [(s, e) for s, e in record["ja_spans"]]
        self.en_spans: list[Offsets] = [(s, e) for s, e in record["en_spans"]]
        self.pairs: list[Range] = [(i, j) for i, j in record["links"]]

    @cached_property
    def english_of(self) -> Mapping[int, set[int]]:
        """English words by the Japanese token that they render."""
        return _grouped(self.pairs)

    @cached_property
    def japanese_of(self) -> Mapping[int, set[int]]:
        """Japanese tokens by the English word that renders them."""
        return _grouped([(j, i) for i, j in self.pairs])

    def is_content(self, j: int) -> bool:
        """Whether the English token is a word, and not one of the smallest."""
        token = self.record["en_tokens"][j]
        return token not in FUNCTION_WORDS and any(c.isalnum() for c in token)

    def phrase(self, place: Offsets) -> Offsets | None:
        """The English that renders these characters and nothing else, if it is one phrase."""
        start, end = place
        tokens = [k for k, (s, e) in enumerate(self.ja_spans) if start <= s and e <= end]
        if not tokens or self.ja_spans[tokens[0]][0] != start or self.ja_spans[tokens[-1]][1] != end:
            return None
        words = {j for k in tokens for j in self.english_of.get(k, ()) if self.is_content(j)}
        if not all(words & self.english_of.get(k, set()) for k in (tokens[0], tokens[-1])):
            return None
        first, last = min(words), max(words)
        if last - first >= _LONGEST:
            return None
        for j in range(first, last + 1):
            others = self.japanese_of.get(j, set()).difference(tokens)
            if j not in words and self.is_content(j):
                return None
            if j in words and any(not KANA_ONLY.match(self.record["ja_tokens"][k]) for k in others):
                return None
        return self.en_spans[first][0], self.en_spans[last][1]


def linked(sentence: Sentence, lexicon: Lexicon) -> Linked:
    """The sentence with the links of its runs."""
    ja = JapaneseText(sentence.ja, lexicon)
    links = [link for run in ja.runs for link in _links(sentence, ja, run)]
    return Linked(sentence.document, "silver", sentence.ja, sentence.en, links)


def _links(sentence: Sentence, ja: JapaneseText, run: Range) -> Iterator[tuple[Offsets, Offsets]]:
    """The longest stretch of a run that is one phrase, and those of what it leaves."""
    first, last = run
    for size in range(last - first, 0, -1):
        for a in range(first, last - size + 1):
            place = ja.offsets(a, a + size)
            phrase = sentence.phrase(place)
            if phrase:
                yield from _links(sentence, ja, (first, a))
                yield place, phrase
                yield from _links(sentence, ja, (a + size, last))
                return


def _grouped(pairs: Sequence[Range]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return found
