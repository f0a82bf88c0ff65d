"""A Japanese text in all possible spellings of its words, as a lattice over its morphemes."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from termalign.japanese.kanji_numerals import to_figures
from termalign.japanese.morpheme import NUMERAL, Morpheme
from termalign.japanese.tagger import morphemes
from termalign.kana.script import is_ideograph
from termalign.lexicon.folding import folded, folded_steady, steady
from termalign.lexicon.lexicon import Lexicon
from termalign.lexicon.writings import OTHER_KANJI
from termalign.once import cached_in_lexicon
from termalign.termbase.spelled_numbers import digit_by_digit, from_roman, in_kanji, in_roman
from termalign.termbase.verbal_nouns import verbal_nouns
from termalign.text.scripts import KATAKANA

_LONGEST = 6  # most morphemes of a dictionary word
_LONGEST_WORD = 64  # most characters of a morpheme to look up; a longer one is a run of letters
_INFLECTED = ("動詞", "形容詞", "助動詞")
_POTENTIAL = dict(zip("うくぐすつぬぶむる", "える ける げる せる てる ねる べる める れる".split(), strict=True))
_BETWEEN_WORDS = ("補助記号", "助詞", "助動詞")
_GRAMMAR = ("助詞", "助動詞", "連体詞", "接続詞", "感動詞", "代名詞", "補助記号", "記号")
_SAYS_HOW = frozenset({"adv", "adj"})
_LOOSE = str.maketrans("ァィゥェォ", "アイウエオ", "ーッ")
_KANA = re.compile(f"[{KATAKANA}]+")
#: Words in kana that are mostly grammatical: もの in a text is seldom a glossary's 物 (*thing*).
_FORMAL = frozenset(
    "モノ コト トキ トコロ タメ ワケ ウチ ホウ ヨウ サマ ハズ ママ タビ コロ ゴロ アト ウエ モト ホド ノチ ナカ ナド タ アル "
    "イル スル ナル クル イク ミル オク ツク デキル イウ ユウ ヨル モツ トル ナイ ヨイ イイ ホシイ".split()
)

_LEAST = 3  # fewest kana before a final ー that may be omitted (JIS Z 8301): メモリー, but not バー or カバー
_LONG_E = re.compile("(?<=[ケセテネヘメレゲゼデベペェ])[イー]")
_GLIDE = re.compile("(?<=[キシチニヒミリギジビピィ])[アヤャ]")
_OTHER = {"イ": "ー", "ー": "イ", "ア": "ヤャ", "ヤ": "ア", "ャ": "ア"}


class Spelling(NamedTuple):
    """One spelling of a word in the text."""

    letters: str  # folded
    writing: str = ""  # the dictionary's writing, if `Spelled.is_same` must decide whether it is the same word
    number: str = ""  # the number with other numerals, if `Spelled.is_same` must decide whether it counts the next word


Step = tuple[int, Sequence[Spelling]]
"""The morpheme behind a word of the text, and its spellings."""


class Spelled:
    """The morphemes of a text, each with its other possible spellings.

    `text` is folded by `termalign.text.normalise`, and `found` are its morphemes.

    Examples
    --------
    >>> text = "引越業者"
    >>> spelled = Spelled(text, morphemes(text), Lexicon.default())
    >>> sorted({spelling.letters for spelling in spelled.steps(0)[0][1]})
    ['ヒッコシ', '引ッ越シ', '引越', '引越シ']
    """

    def __init__(self, text: str, found: Sequence[Morpheme], lexicon: Lexicon) -> None:
        self.text, self.morphemes, self._lexicon = text, found, lexicon
        even = steady(text)
        self.parts = [folded_steady(even[m.start : m.end]) for m in found]
        self._steps: dict[int, list[Step]] = {}
        touching = [a.end == b.start or text[a.end : b.start] == " " for a, b in pairwise(found)]
        self.joined = [*touching, False]  # whether each morpheme adjoins the next or is separated by one space only

    def surface(self, a: int, b: int) -> str:
        return self.text[self.morphemes[a].start : self.morphemes[b - 1].end]

    def steps(self, k: int) -> list[Step]:
        """Return the words that begin at morpheme `k`, with the morpheme as written first."""
        known = self._steps.get(k)
        if known is None:
            known = self._steps[k] = self._all_steps(k)
        return known

    def _all_steps(self, k: int) -> list[Step]:
        m, letters = self.morphemes[k], self.parts[k]
        if m.pos.startswith(_GRAMMAR):
            return [(k + 1, (Spelling(letters),))]
        found: list[Step] = [(k + 1, _of_morpheme(self._lexicon, letters, m.surface, m.pos, m.lemma))]
        if m.pos.startswith(NUMERAL):
            found += self._numbers(k)
        elif (number := from_roman(m.surface)) and self._is_numbering(k, k + 1, m.surface):
            found.append((k + 1, [Spelling(number)]))
        for b in range(k + 1, min(len(self.parts), k + _LONGEST)):
            if not self.joined[b - 1] or self.morphemes[b].pos.startswith(_BETWEEN_WORDS):
                break
            letters += self.parts[b]
            if self.parts[b] and (spellings := _of_word(self._lexicon, letters)):
                found.append((b + 1, spellings))
        return found

    def _is_numbering(self, a: int, b: int, letters: str) -> bool:
        """Return whether Roman letters at the morphemes ``a:b`` are a number: in 第Ⅴ章 and Ⅱ型, but not in V字 or X線."""
        start, end = self.morphemes[a].start, self.morphemes[b - 1].end
        return self.text[start - 1 : start] == "第" or (len(letters) > 1 and is_ideograph(self.text[end : end + 1]))

    def _numbers(self, a: int) -> Iterator[Step]:
        """Yield the numbers that begin at a morpheme, with their spellings in digits, kanji and Roman numerals."""
        for b in range(a + 1, min(len(self.parts), a + _LONGEST) + 1):
            surface = self.surface(a, b)
            figures = to_figures(surface)
            roman = in_roman(figures or surface)
            if roman and not self._is_numbering(a, b, roman):
                roman = None
            numbers = [number for number in (figures, in_kanji(surface), digit_by_digit(surface), roman) if number]
            if numbers and not (self.joined[b - 1] and self.morphemes[b].pos.startswith(NUMERAL)):
                counting = numbers[0] if b < len(self.parts) else ""
                yield b, [Spelling(number, number=counting) for number in numbers]
            if not self.joined[b - 1]:
                return

    def _counts(self, a: int, b: int, number: str) -> bool:
        """Return whether the number at the morphemes ``a:b`` counts the next word, unlike 十 in 十分 (*enough*)."""
        kanji, figures = self.surface(a, b + 1), number + self.morphemes[b].surface
        if not figures[0].isdecimal():
            kanji, figures = figures, kanji
        words = [word for word in self._lexicon.words(kanji) if word.common and not _SAYS_HOW.isdisjoint(word.pos)]
        meant = {word.glosses for word in words}
        return meant <= {word.glosses for word in self._lexicon.words(figures)} or not meant

    def is_same(self, k: int, end: int, spelling: Spelling) -> bool:
        """Return whether another spelling of the morphemes ``k:end`` is a spelling of the word or number in the text."""
        other, writing, number = spelling
        if number:
            return self._counts(k, end, number)
        if not writing:
            return True
        letters = "".join(self.parts[k:end])
        alone = self.morphemes[k] if end == k + 1 else None
        if writing.startswith(OTHER_KANJI):
            lemma = alone.lemma if alone is not None else _lemma(letters)
            return lemma == _lemma(writing.removeprefix(OTHER_KANJI))
        if any(map(str.isdecimal, letters)) != any(map(str.isdecimal, other)):
            return self._means_the_same(self.surface(k, end), writing)
        if alone is None:
            return True
        if _KANA.fullmatch(letters):
            return not _kanji(other) or not _kanji(alone.lemma) or _lemma(writing) == alone.lemma
        read = folded(alone.base_reading if alone.pos.startswith(_INFLECTED) else alone.reading)
        return not read or read == (other if _KANA.fullmatch(other) else _reading(writing))

    def _means_the_same(self, one: str, other: str) -> bool:
        """Return whether two strings are common words with the same meanings."""
        first, second = ({word.glosses for word in self._lexicon.words(text)} for text in (one, other))
        return first == second

    def other_forms(self, k: int) -> Iterator[tuple[str, str]]:
        """Yield the dictionary form of an inflected morpheme and the noun of a verb, each as written and in every spelling."""
        m = self.morphemes[k]
        if not m.pos.startswith(_INFLECTED):
            return
        base = _plain(m)
        if base != m.surface:
            yield from ((base, letters) for letters in _with_okurigana(self._lexicon, base))
        for noun in verbal_nouns(self._lexicon, base) if m.pos.startswith("動詞") else ():
            for letters in _with_okurigana(self._lexicon, noun):
                if not is_ideograph(letters[-1]):  # 受け付ける is 受け付け, but not the desk 受付
                    yield noun, letters


@cached_in_lexicon(1 << 15)
def _of_morpheme(lexicon: Lexicon, letters: str, surface: str, pos: str, lemma: str) -> tuple[Spelling, ...]:
    """Return the spellings of a morpheme: as written, by UniDic, by the rules for loanwords, and in the dictionary."""
    found = [Spelling(letters)]
    if letters not in _FORMAL and len(letters) <= _LONGEST_WORD:
        if not pos.startswith(_INFLECTED):
            found += map(Spelling, _by_rule(lexicon, letters, surface, folded(lemma)))
        found += _of_word(lexicon, letters)
    return tuple(dict.fromkeys(found))


def _by_rule(lexicon: Lexicon, letters: str, surface: str, lemma: str) -> Iterator[str]:
    kana = _KANA.fullmatch(letters) is not None
    if lemma != letters and (_is_said_by(lexicon, lemma, surface) if kana else _has_kanji_of(letters, lemma)):
        yield lemma
    if kana and "ァ" <= surface[0] <= "ヿ":
        for other in respelled(letters):
            if not (lexicon.has(other) and lexicon.has(letters)) or folded(_lemma(other)) == lemma:
                yield other


def _is_said_by(lexicon: Lexicon, lemma: str, kana: str) -> bool:
    """Return whether kana can only mean UniDic's lemma.

    たばこ can only mean 煙草. こうえん may mean other words than 公園, and レンジャーズ is not レンジャー.
    """
    if _KANA.fullmatch(lemma):
        return _bare(lemma) == _bare(folded(kana))
    return sum(word.common for word in lexicon.words(kana)) <= 1


def _has_kanji_of(letters: str, lemma: str) -> bool:
    """Return whether a spelling has the kanji of the lemma, or kana for some of them: 取りつけ for 取り付け."""
    few, rest = _kanji(letters), iter(_kanji(lemma))
    more_kana = len(letters) - len(few) > len(lemma) - len(_kanji(lemma))
    return few == _kanji(lemma) or (more_kana and few != "" and all(kanji in rest for kanji in few))


def _bare(kana: str) -> str:
    """Return kana without ー and ッ and with large vowels, because spellings of loanwords differ in these."""
    return kana.translate(_LOOSE)


@cached_in_lexicon(1 << 16)
def _of_word(lexicon: Lexicon, letters: str) -> tuple[Spelling, ...]:
    """Return the spellings of a word in the dictionary."""
    if letters in _FORMAL:
        return ()
    writings = lexicon.writings(letters)
    return tuple([Spelling(folded(writing.removeprefix(OTHER_KANJI)), writing) for writing in writings])


def _plain(m: Morpheme) -> str:
    """Return the dictionary form of an inflected word, for a potential verb that of the plain verb: 書き込む for 書き込め."""
    able = _POTENTIAL.get(m.lemma[-1:], "")
    is_potential = able and m.base.endswith(able) and not m.lemma.endswith(able)
    return m.base.removesuffix(able) + m.lemma[-1] if is_potential else m.base


@cached_in_lexicon(1 << 14)
def _with_okurigana(lexicon: Lexicon, word: str) -> list[str]:
    """Return a verb, its noun, or an adjective with its possible okurigana."""
    letters = folded(word)
    return [letters, *[each.letters for each in _of_word(lexicon, letters) if _kanji(each.letters) == _kanji(letters)]]


def _kanji(letters: str) -> str:
    return "".join(filter(is_ideograph, letters))


@lru_cache(1 << 14)
def _lemma(word: str) -> str:
    """Return the lemmas of a word's morphemes, joined."""
    return "".join([m.lemma for m in morphemes(word)])


@lru_cache(1 << 14)
def _reading(word: str) -> str:
    return folded("".join([m.reading or m.surface for m in morphemes(word)]))


def respelled(word: str) -> Iterator[str]:
    """Yield other spellings of a katakana word, each with one change.

    Examples
    --------
    >>> list(respelled("サーバー")), list(respelled("カバー")), list(respelled("デプロイメント"))
    (['サーバ'], [], ['デプロイメントー'])
    >>> list(respelled("フェイスリフト"))[0]
    'フェースリフト'
    """
    for pattern in (_LONG_E, _GLIDE):
        for found in pattern.finditer(word):
            for other in _OTHER[found[0]]:
                yield word[: found.start()] + other + word[found.end() :]
    if word.endswith("ー"):
        if len(word) > _LEAST:
            yield word[:-1]
    elif len(word) >= _LEAST:
        yield word + "ー"
