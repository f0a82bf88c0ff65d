"""The words of the Japanese that the dictionary has, with what its English says of them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import NamedTuple

from termalign.checking.segment import Segment
from termalign.english.gloss import without_asides
from termalign.english.lexis import lexeme
from termalign.english.opposites import Side, sides_in_japanese, sides_of
from termalign.english.text import WORD
from termalign.japanese.morpheme import NAME
from termalign.lexicon import Lexicon
from termalign.lexicon.glosses import Gloss
from termalign.once import cached_in_lexicon, once

_LONGEST = 4  # most morphemes of a word
_SHARE = 8  # a word is on a side if at least one in so many of its glosses is
_SHARE_OF_NATIVE = 4  # the same of native words, most of which have many meanings: 上げる, 書く
_SHORT = 2  # longest word that, if no content word, explains no English
_PHRASE = 3  # most content words of a gloss that is compared word by word
_NO_CONTENT = ("助動詞", "助詞", "補助記号", "代名詞", "接続詞", "感動詞", "連体詞", NAME)
_NO_WORD = ("助動詞", "助詞", "補助記号")  # what no word begins with
_INFLECTING = ("動詞", "形容詞")
_CONTENT = re.compile("[一-鿿ァ-ヶ]")
_NATIVE = re.compile("[ぁ-ん]")
_NEGATED = re.compile(r"\((?:can)?not\b")  # "(cannot) possibly"


class Phrase(NamedTuple):
    """A gloss of several words, one of which is on a side: *fixed cost*."""

    side: Side
    stem: str  # the word that is on the side
    rest: frozenset[str]  # the stems of the others


class Meaning(NamedTuple):
    """What the dictionary says of a Japanese word."""

    stems: frozenset[str]  # of all words of all glosses
    glosses: frozenset[frozenset[str]]  # the stems of each gloss, with those of words on a side: *after death*
    lemmas: frozenset[str]  # the same words in their dictionary forms: *employer*, not *employee*
    sides: frozenset[Side]  # those that the word is on
    phrases: tuple[Phrase, ...]
    groups: frozenset[int]  # those of `sides` and `phrases`


class Glossed(NamedTuple):
    """A word of the Japanese that the dictionary has."""

    start: int
    end: int
    meaning: Meaning
    is_content: bool  # whether it is neither a name nor a function word nor in hiragana

    @property
    def explains(self) -> bool:
        """Return whether English may render the word: し and た have homographs of any meaning."""
        return self.is_content or self.end - self.start > _SHORT

    def contains(self, start: int, end: int) -> bool:
        """Return whether the word is longer than a range that it contains."""
        return self.start <= start and end <= self.end and end - start < self.end - self.start


def outermost(words: Sequence[Glossed]) -> list[Glossed]:
    """Return the words that are no parts of longer ones."""
    found: list[Glossed] = []
    for word in sorted(words, key=lambda word: (word.start, -word.end)):
        if not (found and found[-1].contains(word.start, word.end)):
            found.append(word)
    return found


@once
def glossed(segment: Segment) -> list[Glossed]:
    """Return all words of the Japanese that the dictionary has, also those inside longer ones."""
    return list(_glossed(segment))


def _glossed(segment: Segment) -> Iterator[Glossed]:
    ja, found = segment.ja_prose, segment.morphemes
    for i, first in enumerate(found):
        if first.pos.startswith(_NO_WORD):
            continue
        for last in found[i : i + _LONGEST]:
            if last.pos.startswith("補助記号"):
                break
            surface, base = ja[first.start : last.end], ja[first.start : last.start] + last.base
            inflects = last.pos.startswith(_INFLECTING)  # 投げた is not the noun 投げ
            for text in dict.fromkeys([base] if inflects else [surface, base]):
                meaning = meaning_of(segment.lexicon, text)
                if meaning is not None:
                    is_content = not first.pos.startswith(_NO_CONTENT) and _CONTENT.search(surface) is not None
                    yield Glossed(first.start, last.end, meaning, is_content or bool(sides_in_japanese(text)))


@cached_in_lexicon(1 << 16)
def meaning_of(lexicon: Lexicon, word: str) -> Meaning | None:
    """Return what the dictionary says of a word, or None if the dictionary does not have it.

    The word is on a side if the table of opposites has it there; or if a fair share of its one-word glosses are on it, or all its
    longer glosses, and no gloss is on another side of the group. Words written with hiragana need a larger share.

    >>> from termalign.english.opposites import first_word
    >>> meaning = meaning_of(Lexicon.default(), "債務者")
    >>> meaning and set(map(first_word, meaning.sides))
    {'debtor'}
    """
    found = _Glosses()
    for entry in lexicon.words(word):
        for gloss in entry.glosses:
            found.add(gloss)
    if not found.glosses:
        return None
    return found.meaning(sides_in_japanese(word), _SHARE_OF_NATIVE if _NATIVE.search(word) else _SHARE)


@dataclass(slots=True)
class _Glosses:
    """The glosses of a word, counted by the sides that they are on."""

    glosses: set[frozenset[str]] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    singles: int = 0  # glosses of one word
    counts: Counter[Side] = field(default_factory=Counter)  # of these, those on each side
    phrases: list[Phrase] = field(default_factory=list)
    everywhere: set[Side] | None = None  # the sides that all glosses are on

    def add(self, gloss: Gloss) -> None:
        """Count a gloss, unless it has too many words to be on a side, or denies what it says."""
        words = list(map(lexeme, WORD.findall(without_asides(gloss.text))))
        if not all(each.function for each in words):
            self.glosses.add(frozenset(gloss.keys).union(each.stem for each in words if sides_of(each)))
        self.lemmas.update(each.lemma for each in words)
        if len(gloss.keys) > _PHRASE or _NEGATED.search(gloss.text):
            return
        is_phrasal = len(gloss.keys) == 1 and words[-1].function  # to fall through
        said = [(side, each.stem) for each in (words[-1:] if is_phrasal else words) for side in sides_of(each)]
        sides = {side for side, _ in said}
        self.everywhere = sides if self.everywhere is None else self.everywhere & sides
        if len(gloss.keys) == 1:
            self.singles += 1
            self.counts.update(sides)
        else:
            keys = frozenset(gloss.keys)
            self.phrases += [Phrase(side, stem, keys - {stem}) for side, stem in said if stem in keys and len(keys) > 1]

    def meaning(self, known: frozenset[Side], share: int) -> Meaning:
        """Return what the glosses say of a word on `known` sides.

        It is on another one as well if one in ``share`` of the glosses of one word is on it.
        """
        counts = self.counts if self.singles else Counter(self.everywhere or ())
        mixed = {side.group for side in known} | {a.group for a, b in permutations(counts, 2) if a.group == b.group}
        meant = known.union([s for s in counts if s.group not in mixed and counts[s] * share >= self.singles])
        groups = frozenset([side.group for side in meant] + [phrase.side.group for phrase in self.phrases])
        glosses = frozenset(filter(None, self.glosses))
        return Meaning(frozenset().union(*glosses), glosses, frozenset(self.lemmas), meant, tuple(self.phrases), groups)
