"""Comparison of the spellings of Japanese terms, and a key that all spellings of a term share."""

from functools import lru_cache

from termalign.arguments import checked
from termalign.japanese.tagger import morphemes
from termalign.kana.script import is_ideograph
from termalign.lexicon.folding import folded
from termalign.lexicon.lexicon import Lexicon
from termalign.termbase.by_spelling import Index, with_ke
from termalign.termbase.search import places
from termalign.termbase.spelled import Spelled
from termalign.text import normalise

_ORDINAL = "第"


def same_term(one: str, other: str) -> bool:
    """Return whether two Japanese strings are spellings of the same term.

    Examples
    --------
    >>> same_term("サーバー", "サーバ"), same_term("引越し", "引っ越し"), same_term("ねじ", "螺子")
    (True, True, True)
    >>> same_term("保証", "保障"), same_term("ドラマ", "ドラマー"), same_term("病院", "美容院")
    (False, False, False)
    """
    checked(one, "one")
    checked(other, "other")
    return folded(one) == folded(other) or _reads(one, other) or _reads(other, one)


def _reads(text: str, term: str) -> bool:
    """Return whether the whole text is the term, in any spelling."""
    written = normalise(text.strip()).text
    cut = morphemes(written)
    found = places(written, cut, Index([term]), Lexicon.default())
    return any((place.a, place.b) == (0, len(cut)) and not place.form for place in found)


@lru_cache(1 << 14)
def spelling_key(term: str) -> str:
    """Return a key that the spellings of a Japanese term share, for grouping.

    Spellings that `same_term` accepts have the same key, except some that the tagger splits differently.

    Examples
    --------
    >>> spelling_key("ファイルサーバ") == spelling_key("ファイル・サーバー"), spelling_key("保証") == spelling_key("保障")
    (True, False)
    """
    checked(term, "term")
    spelled = _spelled(term)
    key: list[str] = []
    k = 0
    while k < len(spelled.parts):
        words = _words(spelled, k)
        numbers = {end: letters for end, known in words.items() for letters in known if letters.isdecimal()}
        if numbers or spelled.parts[k] == _ORDINAL:
            end = max(numbers, default=k + 1)
            key.append(numbers.get(end, _ORDINAL))
            k = end
            continue
        end = max(words)
        lemma = folded(spelled.morphemes[k].lemma)
        known = end == k + 1 and lemma in words[end]
        key.append(_least(spelled.morphemes[k].lemma if known else spelled.surface(k, end)))
        k = end
    return with_ke("".join(key))


@lru_cache(1 << 14)
def _least(word: str) -> str:
    """Return the spelling of a word that sorts first, preferring those with kanji."""
    spelled = _spelled(word)
    words = _words(spelled, 0) if spelled.parts else {}
    letters: set[str] = {folded(word), *words.get(len(spelled.parts), ())}
    return min(filter(_has_kanji, letters), default=min(letters))


def _words(spelled: Spelled, k: int) -> dict[int, set[str]]:
    """Return the ends of the words that begin at morpheme `k`, each with its possible spellings."""
    found: dict[int, set[str]] = {}
    for end, spellings in spelled.steps(k):
        letters = {spelling.letters for spelling in spellings if spelled.is_same(k, end, spelling)}
        if letters:
            found.setdefault(end, set()).update(letters)
    return found


def _spelled(term: str) -> Spelled:
    written = normalise(term.strip()).text
    return Spelled(written, morphemes(written), Lexicon.default())


def _has_kanji(letters: str) -> bool:
    return any(map(is_ideograph, letters))
