"""The search for glossary terms in a Japanese text: longest match at morpheme boundaries, in any spelling."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from termalign.japanese.kanji_numerals import DIGITS, LARGE_UNITS, UNITS
from termalign.japanese.morpheme import NAME, NUMERAL, Morpheme
from termalign.japanese.read_along import read_along
from termalign.japanese.tagger import cut_at, morphemes
from termalign.kana.script import is_ideograph
from termalign.lexicon.folding import folded
from termalign.lexicon.headword_spelling import headword_key
from termalign.lexicon.lexicon import Lexicon
from termalign.quantities.japanese_words import counter_at
from termalign.termbase.by_spelling import Index, skeleton
from termalign.termbase.spelled import Spelled
from termalign.text.scripts import KANJI, KATAKANA

_PREFIX = "接頭辞"
_AFFIXES = (_PREFIX, "接尾辞")
_COUNTER = "助数詞"
_INFLECTED = ("動詞", "形容詞")
_GOES_ON = ("助動詞", "助詞-接続助詞", "動詞-非自立可能")
_NUMERALS = frozenset((*DIGITS, *UNITS, *LARGE_UNITS))
_HIRAGANA, _KATAKANA = re.compile("[ぁ-ゖー]+"), re.compile(f"[{KATAKANA}・ ]+")
_OKURIGANA = re.compile(f"[{KANJI}].*[ぁ-ゖ]")
_NOUNS = ("名詞", "形状詞", "接尾辞")
_PARTICLES = ("助詞", "助動詞")
#: What no suffix is added to, unlike 「危険」 in 「危険」性.
_NO_STEM = (*_PARTICLES, "記号", "空白", "補助記号-一般", "補助記号-句点", "補助記号-読点", "補助記号-括弧開")
_AS_GA = str.maketrans("ヶケヵ", "ががが")  # 槍ヶ岳 is also 槍が岳
_TWO_KANJI = re.compile(f"([々{KANJI}])[ぁ-ゖ]{{0,3}}([々{KANJI}])")
_KANJI_RUN = re.compile(f"[々{KANJI}]{{5,16}}")
_STEMS = re.compile("[甲乙丙丁戊己]{2,}")  # the parties of a contract
_LONG = 4  # fewest kanji of a term that seldom occurs by chance
_LONGEST = 8  # most morphemes of a term found with different okurigana
_MOST = 128  # most morphemes of a term, so that a long repetitive term does not take quadratic time


class Place(NamedTuple):
    """An occurrence of a term."""

    a: int  # the range of its morphemes, half-open
    b: int
    key: str  # of the term in the index
    form: str = ""  # the last word as in the term, if the text has another form: 申し込む or 申し込み for 申し込ん


def places(
    text: str,
    found: Sequence[Morpheme],
    index: Index,
    lexicon: Lexicon,
    able: Callable[[int, int], bool] | None = None,
) -> list[Place]:
    """Return the occurrences of terms in order. Of overlapping ones, the longest wins, then the first."""
    taken: set[int] = set()
    chosen: list[Place] = []
    for place in all_places(text, found, index, lexicon, able):
        if taken.isdisjoint(range(place.a, place.b)):
            taken.update(range(place.a, place.b))
            chosen.append(place)
    return sorted(chosen)


def all_places(
    text: str,
    found: Sequence[Morpheme],
    index: Index,
    lexicon: Lexicon,
    able: Callable[[int, int], bool] | None = None,
) -> list[Place]:
    """Return all occurrences of terms, which may overlap, the longest first, and those of equal length in order.

    Of the terms at one place, the one in the spelling of the text is first: 罹災 and り災, both listed, are each found as such.

    `text` is folded by `termalign.text.normalise`, and `found` are its morphemes. `able` tells which ranges of morphemes
    ``a:b`` may be a term; by default, all may.
    """
    if not len(index):
        return []
    spelled = Spelled(text, found, lexicon)
    every = [
        place
        for a in range(len(found))
        for place in _at(a, spelled, index)
        if (able is None or able(place.a, place.b))
        and _is_word(place, spelled)
        and not (index.is_common(place.key) and _is_in_name(place, spelled, lexicon))
        and any(_may_be(place, spelled, term) for term in index.written(place.key))
    ]
    exact = {place for place in every if place.key == folded(_written(place, spelled))}
    every.sort(key=lambda place: (found[place.a].start - found[place.b - 1].end, place.a, place not in exact))
    return every


def _written(place: Place, spelled: Spelled) -> str:
    """Return the text at a place, with the last word in the form of the term."""
    last = spelled.morphemes[place.b - 1]
    return spelled.text[spelled.morphemes[place.a].start : last.start] + (place.form or last.surface)


def cut_for(index: Index, text: str, lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes of a text, split where a long kanji term ends within one.

    UniDic splits 浮動小数点数 into 浮動|小数|点数, so the term 浮動小数点 ends within a morpheme. No word behind a shorter term
    is split: 勘定科目|表示 has 勘定科目 and not 勘定科目表, if both are terms. A reading in brackets is no words:
    娟子内親王（けんしないしんのう） has 親王 once. 甲乙 is 甲 and 乙 if both are terms.
    """
    found = read_along(morphemes(text), text, lexicon)
    ends = {m.end for m in found}
    borders: set[int] = set()
    for m in found:
        run = _KANJI_RUN.match(text, m.start)
        if run and index.begins(folded(run[0][:_LONG])):
            lengths = range(len(run[0]), _LONG - 1, -1)
            longest, *shorter = [m.start + size for size in lengths if folded(run[0][:size]) in index] or [m.end]
            if longest not in ends and ends.isdisjoint(shorter):
                borders.add(longest)
        if _STEMS.fullmatch(m.surface) and all(folded(sign) in index for sign in m.surface):
            borders.update(range(m.start + 1, m.end))
    return cut_at(found, sorted(borders)) if borders else found


def _at(a: int, spelled: Spelled, index: Index) -> Iterator[Place]:
    """Yield the terms that begin at morpheme `a`, those in the spelling of the text first."""
    if not spelled.parts[a]:
        return
    open_ends, seen = [(a, "")], set()
    for k, key in open_ends:  # the loop appends to this list
        for end, spellings in spelled.steps(k):
            for spelling in spellings:
                longer = key + spelling.letters
                place = (end, longer)
                if place in seen or not index.begins(longer) or not spelled.is_same(k, end, spelling):
                    continue
                seen.add(place)
                if spelling.letters and longer in index:
                    yield Place(a, *place)
                if spelled.joined[end - 1] and end - a < _MOST:
                    open_ends.append(place)
        for form, letters in spelled.other_forms(k):
            if key + letters in index:
                yield Place(a, k + 1, key + letters, form)
    yield from _with_other_okurigana(a, spelled, index)


def _with_other_okurigana(a: int, spelled: Spelled, index: Index) -> Iterator[Place]:
    """Yield terms with the same kanji and reading but okurigana that no dictionary lists: 読替規定, 読み替え規定."""
    two = _TWO_KANJI.match(spelled.text, spelled.morphemes[a].start)
    if two is None or not index.begins(folded(two[1] + two[2])):
        return
    for b in range(a + 1, min(len(spelled.parts), a + _LONGEST) + 1):
        surface = spelled.surface(a, b)
        if bones := skeleton(surface):
            if not index.begins(bones):
                return
            for term in index.alike(bones):
                key = folded(term)
                if key != folded(surface) and _read(spelled.morphemes[a:b]) == _read_alone(term):
                    yield Place(a, b, key)
        if not spelled.joined[b - 1]:
            return


def _is_word(place: Place, spelled: Spelled) -> bool:
    """Return whether an occurrence is a word or part of a compound.

    It is not if it is part of a number or a Latin word, begins with the counter of a number (円安 in 412円安), is an affix
    of another word, or is a verb that looks like a noun (読み in 読みました). Before する, a compound that ends in a verb is a
    noun (長押しする).
    """
    a, b = place.a, place.b
    text, first, last = spelled.text, spelled.morphemes[a], spelled.morphemes[b - 1]
    if _within(text, first.start) or _within(text, last.end):
        return False
    if b == a + 1:
        if len(first.surface) == 1 and first.pos.startswith(_AFFIXES) and _is_affixed(a, spelled):
            return False
    elif _COUNTER in first.pos and a and spelled.joined[a - 1] and spelled.morphemes[a - 1].pos.startswith(NUMERAL):
        counter = counter_at(text, first.start)
        if counter is not None and counter.end < last.end:
            return False
    if place.form or not last.pos.startswith(_INFLECTED) or last.surface == last.base:
        return True
    goes_on = spelled.joined[b - 1] and spelled.morphemes[b].pos.startswith(_GOES_ON)
    return not goes_on or (b > a + 1 and spelled.morphemes[b].lemma == "為る")


def _is_affixed(k: int, spelled: Spelled) -> bool:
    """Return whether an affix has something to be added to: 型 in 整数型, but not in である型ヒント."""
    if spelled.morphemes[k].pos.startswith(_PREFIX):
        return spelled.joined[k]
    before = spelled.morphemes[k - 1]
    is_stem = not before.pos.startswith(_NO_STEM) and not (
        before.pos.startswith("動詞") and before.surface == before.base
    )
    return k > 0 and spelled.joined[k - 1] and is_stem


def _is_in_name(place: Place, spelled: Spelled, lexicon: Lexicon) -> bool:
    """Return whether the words of an occurrence are proper nouns in a longer name that dictionaries have: 石垣 in 石垣島."""
    a, b = place.a, place.b
    if not all(m.pos.startswith(NAME) for m in spelled.morphemes[a:b]):
        return False
    longer = [(i, j) for i in (a, a - 1) for j in (b, b + 1, b + 2) if (i, j) != (a, b)]
    return any(
        i >= 0
        and j <= len(spelled.morphemes)
        and all(spelled.joined[i : j - 1])
        and lexicon.names(spelled.surface(i, j))
        for i, j in longer
    )


def _may_be(place: Place, spelled: Spelled, term: str) -> bool:
    """Return whether an occurrence may be the term with this spelling in the glossary.

    あり is アリ only if it is a noun, and わたり is 渡り only if it is not a verb. ない|よう is not 内容, and ぼたん雪 has no
    ボタン. Particles must be those of the term. An occurrence contains no symbols: -16 is not 16.
    """
    found = spelled.morphemes[place.a : place.b]
    surface = spelled.surface(place.a, place.b)
    if surface == term:
        return True
    if not folded(surface[0]):
        return False
    if _HIRAGANA.fullmatch(surface):
        nouns = all(m.pos.startswith(_NOUNS) for m in found)
        if _KATAKANA.fullmatch(term) or (len(found) > 1 and not _OKURIGANA.search(term)):
            return nouns and not place.form and not _is_another_in_compound(place, spelled, term)
        if not place.form and found[-1].surface != found[-1].base and found[-1].pos.startswith(_INFLECTED):
            return False
    if _KATAKANA.fullmatch(surface) and _OKURIGANA.search(term):
        return False
    written = term.translate(_AS_GA)
    return all(m.surface in written for m in found if m.pos.startswith(_PARTICLES))


def _is_another_in_compound(place: Place, spelled: Spelled, term: str) -> bool:
    """Return whether hiragana before a noun is another word than the term in katakana: ぼたん雪 is 牡丹雪."""
    a, b = place.a, place.b
    if b > a + 1 or not spelled.joined[a] or not spelled.morphemes[b].pos.startswith(_NOUNS):
        return False
    (alone, *others), lemma = morphemes(headword_key(term)), spelled.morphemes[a].lemma
    return not others and lemma != alone.lemma and any(map(is_ideograph, lemma))


def _within(text: str, at: int) -> bool:
    """Return whether a position is inside a number or a Latin word."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if not (before and after):
        return False
    if before in _NUMERALS and after in _NUMERALS:
        return True
    return (
        before.isascii()
        and after.isascii()
        and ((before.isalpha() and after.isalpha()) or (before.isdigit() and after.isdigit()))
    )


def _read(found: Sequence[Morpheme]) -> str:
    return folded("".join([m.reading or m.surface for m in found]))


@lru_cache(1 << 14)
def _read_alone(term: str) -> str:
    return _read(morphemes(headword_key(term)))
