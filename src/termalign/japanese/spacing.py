"""The separator between two romanised morphemes: a space, a hyphen, or none.

Particles are separate words. Inflected endings and affixes are written together with their stems. The parts of compound nouns
are separate words (tokushu sagi). Titles and generics follow a name with a hyphen (Tanaka-san, Tōkyō-to, Kiyomizu-dera), as
in Wikipedia.
"""

from termalign.japanese.listed_people import LISTED
from termalign.japanese.morpheme import NAME, PERSON, Morpheme, adjacent
from termalign.japanese.name_kinds import name_kinds
from termalign.japanese.name_words import FORMER, generics, is_credit
from termalign.japanese.spoken_numbers import COUNTED, COUNTER, UNIT
from termalign.kana import is_kana, is_kanji, is_katakana
from termalign.lexicon.lexicon import Lexicon

_TITLES = frozenset(("さん", "様", "さま", "君", "くん", "ちゃん", "氏", "殿"))
_JOINED = frozenset("屋")  # Takashimaya
_OF_WORKS = frozenset("記紀集抄録伝書編経")  # Taiheiki
_OF_NOUNS = "接尾辞-名詞的"
_PALACE, _OF_SHRINES = "宮", frozenset(("天満", "八幡", "東照"))  # Tenmangū, but Heian-kyū
_LOAN_SUFFIXES = frozenset(("ヤー", "ラー", "チック"))  # tenbaiyā
_BEFORE_OFFICE = frozenset((*FORMER, "副"))
_DAYS = "曜", "日"
_HANGING = ("接尾辞", "名詞-普通名詞-助数詞可能")
_VERSUS = "対"
_AUXILIARY = "助動詞"
_BEHIND_VERBS = (_AUXILIARY, "助詞-接続助詞")
_CONJUNCTIVE = frozenset(("て", "で", "ば", "ちゃ", "じゃ"))  # 行って, 読んで, 行けば
_ENUMERATING = frozenset(("たり", "だり"))  # 飲んだり食べたり
_COPULA = frozenset(("だ", "です"))
_NOUN_LIKE = ("名詞", COUNTER)
_INFLECTED = ("動詞", "形容詞", "助動詞")
_HYPHENS = frozenset("‐-‑゠")
_OPENING = frozenset("([{「『“‘〈《【")
_CLOSING = frozenset(")]},.!?:;、。」』”’〉》】…")


def between(before: Morpheme, after: Morpheme) -> str:
    """Return the separator between two neighbouring morphemes in romanisation: '' or '-' or ' '.

    >>> from termalign.japanese.tagger import tokenize
    >>> def gaps(text):
    ...     found = tokenize(text)
    ...     return [between(a, b) for a, b in zip(found, found[1:])]
    >>> gaps("特殊詐欺"), gaps("行きました"), gaps("東京都")
    ([' '], ['', ''], ['-'])
    """
    together = adjacent(before, after)
    if together and _is_written_on(before, after):
        return ""
    if after.surface[0] in _CLOSING or before.surface[-1] in _OPENING:
        return ""
    if before.end < after.start or before.surface[-1] in _CLOSING or after.surface[0] in _OPENING:
        return " "
    if together and not _is_read(before) and not _is_read(after):
        return ""  # 345–350, 37°C, μg
    if before.surface.isascii() or after.surface.isascii():
        return "-" if _hangs_on(before, after) else " "
    if _is_title(before, after):
        return "-"
    return "" if _belongs(before, after) else " "


def _is_written_on(before: Morpheme, after: Morpheme) -> bool:
    """Return whether two adjacent morphemes are Latin letters or figures (T3, 9.5, U.S.), or a hyphen joins them."""
    if before.surface[-1] in _HYPHENS or after.surface[0] in _HYPHENS:
        return True
    return before.surface.isascii() and after.surface.isascii()


def _is_read(m: Morpheme) -> bool:
    """Return whether a morpheme is read, or is the middle dot, for which a space stands. Symbols and Latin letters are not."""
    return m.surface == "・" or any(is_kanji(char) or is_kana(char) for char in m.surface)


def _hangs_on(before: Morpheme, after: Morpheme) -> bool:
    """Return whether a counter follows figures, or an affix follows Latin letters: 2024-nen, NHK-hai; but dai 25, T shatsu."""
    if before.surface[-1].isdigit() and "助数詞" in after.pos:
        return True
    return before.surface.isalnum() and after.pos.startswith(_HANGING)


def _is_title(before: Morpheme, after: Morpheme) -> bool:
    named = before.pos.startswith(NAME)
    if after.surface in _TITLES and after.pos.startswith("接尾辞"):
        return named
    if before.surface in _OF_SHRINES and after.surface == _PALACE:
        return False
    if len(after.surface) == 1 and after.surface in generics() and after.surface not in _JOINED | _OF_WORKS:
        return named and not _ends_person(before, after)  # Tōkyō-to, Kiyomizu-dera
    return False


def _ends_person(before: Morpheme, after: Morpheme) -> bool:
    """Return whether an apparent generic is part of a person's name or title: 柳井正, 小池百合子都知事."""
    if not before.pos.startswith(PERSON):
        return False
    if after.pos.startswith(PERSON):
        return True
    return after.pos.startswith("名詞") and "place" not in name_kinds(before.surface, Lexicon.default())


def _belongs(before: Morpheme, after: Morpheme) -> bool:
    """Return whether two morphemes are parts of one written word."""
    if _stands_apart(before, after):
        return False
    if after.surface in _LOAN_SUFFIXES or (before.surface[-1], after.surface) == _DAYS:
        return before.pos.startswith("名詞")
    if before.pos.startswith("接頭辞") or after.pos.startswith("接尾辞"):
        return True
    if after.pos.startswith(_BEHIND_VERBS) or after.surface in _ENUMERATING:
        return before.pos.startswith(_INFLECTED) and _is_ending(after)
    if all(map(is_katakana, before.surface + after.surface)):
        return any(map(_is_scrap, (before.surface, after.surface)))
    if after.pos.startswith("動詞-非自立可能"):
        return before.pos.startswith("動詞")  # 食べ始める; after 食べて, the morpheme before is the particle て
    if before.pos == COUNTED and after.origin == "和" and len(after.surface) == 1:
        return after.pos.startswith("名詞")  # 三日月
    if _opens_word(before, after):
        return True
    return _is_short_noun(after) and before.pos.startswith(_NOUN_LIKE) and not before.pos.startswith(PERSON)


def _stands_apart(before: Morpheme, after: Morpheme) -> bool:
    """Return whether a word behind a name says something of what is named: 菅義偉*前*首相, 近松門左衛門*作*, 興福寺*蔵*."""
    if after.surface in _BEFORE_OFFICE:
        return before.pos.startswith(PERSON)
    by_somebody = before.pos == LISTED and after.pos.startswith(_OF_NOUNS) and after.surface not in _JOINED
    return by_somebody or is_credit(after, before)


def _is_ending(after: Morpheme) -> bool:
    """Return whether an auxiliary or a particle behind a verb or adjective is written together with it."""
    if after.pos.startswith(_AUXILIARY):
        return after.lemma not in _COPULA
    return after.surface in _CONJUNCTIVE | _ENUMERATING


def _is_scrap(katakana: str) -> bool:
    """Return whether katakana is a piece of a word that UniDic does not know: クラリ|スロ|マイシン."""
    return len(katakana) <= 2 and not Lexicon.default().has(katakana)


def _opens_word(before: Morpheme, after: Morpheme) -> bool:
    """Return whether a noun of one kanji and the next one are a word of the dictionary: 半導体, but not 前首相 or 州警察."""
    if before.surface in _BEFORE_OFFICE or before.surface in generics():
        return False
    return _is_short_noun(before) and _is_sino_noun(after) and Lexicon.default().has(before.surface + after.surface)


def _is_short_noun(morpheme: Morpheme) -> bool:
    """Return whether this is a Sino-Japanese noun of one kanji, which is rarely a word alone: 理事会 rijikai."""
    return (
        _is_sino_noun(morpheme)
        and morpheme.pos != UNIT
        and morpheme.surface != _VERSUS
        and len(morpheme.surface) == 1
        and is_kanji(morpheme.surface)
    )


def _is_sino_noun(morpheme: Morpheme) -> bool:
    return morpheme.origin == "漢" and morpheme.pos.startswith("名詞-普通名詞")
