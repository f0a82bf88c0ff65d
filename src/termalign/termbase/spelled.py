"""A Japanese text in every way that its words may be written: a lattice over its morphemes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from termalign.cached import cached
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon
from termalign.lexicon.associations import is_kanji
from termalign.lexicon.folding import folded, folded_steady, steady
from termalign.lexicon.writings import OTHER_KANJI
from termalign.termbase.loanwords import respelled
from termalign.termbase.numerals import in_figures, in_kanji

_LONGEST = 6  # morphemes of a word that dictionaries have
_INFLECTED = ("動詞", "形容詞", "助動詞")
_NUMERAL = "名詞-数詞"
_KANA = re.compile("[ァ-ヺー]+")
#: Nouns that kana nearly always write where they are no more than grammar: a *thing* or *time* of a glossary is none of these.
_FORMAL = frozenset(
    "モノ コト トキ トコロ タメ ワケ ウチ ホウ ヨウ サマ ハズ ママ タビ コロ ゴロ アト ウエ モト ホド ノチ ナカ ナド タ アル イル スル ナル クル イク ミル "
    "オク ツク デキル イウ ユウ ヨル モツ トル ナイ ヨイ イイ ホシイ".split()
)

class Step(NamedTuple):
    """A word of the text, in one spelling.

    Attributes
    ----------
    end : int
        The morpheme behind it.
    letters : str
        How it may be written, `folded`.
    writing : str
        The dictionary's writing that this is, if it takes `Spelled.is_same` to say whether it is the same word.
    """

    end: int
    letters: str
    writing: str = ""


class Spelled:
    """A text's morphemes, and what else each may be written with.

    Parameters
    ----------
    text : str
        Folded by `termalign.text.normalise`.
    found : sequence of Morpheme
        Its morphemes.
    lexicon : Lexicon
        Knows the writings of words.

    Examples
    --------
    >>> text = "引越業者"
    >>> spelled = Spelled(text, morphemes(text), Lexicon.default())
    >>> sorted({step.letters for step in spelled.steps(0)})
    ['引ッ越シ', '引越', '引越シ']
    """

    def __init__(self, text: str, found: Sequence[Morpheme], lexicon: Lexicon) -> None:
        self.text, self.morphemes, self._lexicon = text, found, lexicon
        even = steady(text)
        self.parts = [folded_steady(even[m.start : m.end]) for m in found]
        self._steps: dict[int, list[Step]] = {}
        touching = [a.end == b.start or text[a.end : b.start] == " " for a, b in pairwise(found)]
        self.joined = [*touching, False]  # whether each morpheme goes on into the next

    def surface(self, a: int, b: int) -> str:
        """The text of the morphemes ``a:b``."""
        return self.text[self.morphemes[a].start : self.morphemes[b - 1].end]

    def steps(self, k: int) -> list[Step]:
        """What the letters from morpheme `k` on may be, as far as a word goes; as it is written first."""
        known = self._steps.get(k)
        if known is None:
            known = self._steps[k] = list(dict.fromkeys(self._all_steps(k)))
        return known

    def _all_steps(self, k: int) -> Iterator[Step]:
        yield Step(k + 1, self.parts[k])
        yield from (Step(k + 1, other) for other in self._of_morpheme(k))
        counted = self.morphemes[k].pos.startswith(_NUMERAL)
        writings, letters = self._lexicon.writings, ""
        for b in range(k + 1, min(len(self.parts), k + _LONGEST) + 1):
            letters += self.parts[b - 1]
            if self.parts[b - 1] and letters not in _FORMAL:
                for writing in writings(letters):
                    yield Step(b, folded(writing.removeprefix(OTHER_KANJI)), writing)
            if counted:
                yield from self._of_number(k, b)
            if not self.joined[b - 1]:
                return

    def _of_morpheme(self, k: int) -> Iterator[str]:
        """What UniDic, and the rules of loanwords, write a morpheme with."""
        m, letters = self.morphemes[k], self.parts[k]
        if m.pos.startswith(_INFLECTED) or letters in _FORMAL:
            return
        lemma = folded(m.lemma)
        kana = _KANA.fullmatch(letters) is not None
        if lemma != letters and (self._is_one_word(m.surface) if kana else _kanji(lemma) == _kanji(letters)):
            yield lemma
        if kana and "ァ" <= m.surface[0] <= "ヿ":
            for other in respelled(letters):
                if not (self._lexicon.has(other) and self._lexicon.has(letters)):
                    yield other

    def _is_one_word(self, kana: str) -> bool:
        """Whether no two common words are read like this: たばこ, but not こうえん."""
        return sum(word.common for word in self._lexicon.words(kana)) <= 1

    def _of_number(self, a: int, b: int) -> Iterator[Step]:
        """A number in figures and in kanji."""
        behind = b < len(self.morphemes) and self.joined[b - 1] and self.morphemes[b].pos.startswith(_NUMERAL)
        number = in_figures(self.surface(a, b)) or in_kanji(self.surface(a, b))
        if number and not behind and (b == len(self.parts) or self._counts(a, b, number)):
            yield Step(b, number)

    def _counts(self, a: int, b: int, number: str) -> bool:
        """Whether the number at the morphemes ``a:b`` counts what stands behind it: not in 十分, which is *enough*."""
        kanji, figures = self.surface(a, b + 1), number + self.morphemes[b].surface
        if not figures[0].isdecimal():
            kanji, figures = figures, kanji
        meant = {word.glosses for word in self._lexicon.words(kanji) if word.common}
        return meant <= {word.glosses for word in self._lexicon.words(figures)} or not meant

    def is_same(self, k: int, step: Step) -> bool:
        """Whether a writing that the dictionary has for the word at morpheme `k` is one of the word that stands there."""
        writing, letters = step.writing, "".join(self.parts[k : step.end])
        alone = self.morphemes[k] if step.end == k + 1 else None
        if not writing:
            return True
        if writing.startswith(OTHER_KANJI):
            lemma = alone.lemma if alone is not None else _lemma(letters)
            return lemma == _lemma(writing.removeprefix(OTHER_KANJI))
        if any(map(str.isdecimal, letters)) != any(map(str.isdecimal, step.letters)):
            return self._means_the_same(self.surface(k, step.end), writing)
        if alone is None:
            return True
        if _KANA.fullmatch(letters):
            return not _kanji(step.letters) or not _kanji(alone.lemma) or _lemma(writing) == alone.lemma
        read = folded(alone.base_reading if alone.pos.startswith(_INFLECTED) else alone.reading)
        return not read or read == (step.letters if _KANA.fullmatch(step.letters) else _reading(writing))

    def _means_the_same(self, one: str, other: str) -> bool:
        """Whether the common words that two strings are have the same meanings."""
        first, second = ({word.glosses for word in self._lexicon.words(text)} for text in (one, other))
        return first == second

    def inflected(self, k: int) -> Iterator[str]:
        """The dictionary form of morpheme `k`, in every way it may be written; nothing if it does not inflect."""
        m = self.morphemes[k]
        if not m.pos.startswith(_INFLECTED) or m.base == m.surface:
            return
        base = folded(m.base)
        yield base
        if base not in _FORMAL:
            for other in self._lexicon.writings(base):
                if not other.startswith(OTHER_KANJI) and _kanji(other) == _kanji(base):
                    yield folded(other)


def _kanji(letters: str) -> str:
    return "".join(filter(is_kanji, letters))


@cached(1 << 14)
def _lemma(word: str) -> str:
    """The lemma of a word, those of its morphemes together."""
    return "".join([m.lemma for m in morphemes(word)])


@cached(1 << 14)
def _reading(word: str) -> str:
    return folded("".join([m.reading or m.surface for m in morphemes(word)]))
