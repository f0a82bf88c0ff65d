"""The units of learning in a sentence pair: content words of the Japanese, and stems of the English."""

from typing import NamedTuple

from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.learned.phrases import go_together, is_word


class Word(NamedTuple):
    """A content word.

    ``key`` is what it is counted by: the surface of Japanese nouns, the dictionary form of verbs and adjectives, the
    stem of English words. ``form`` is the form in the text, in lower case. ``joined`` says whether it belongs together
    with the preceding word, in one noun run or phrase.
    """

    key: str
    form: str
    joined: bool


def japanese_words(text: JapaneseText) -> list[Word]:
    """Return the content words of a Japanese text, in order: morphemes of noun runs, verbs and adjectives.

    Examples
    --------
    >>> [(word.key, word.joined) for word in japanese_words(JapaneseText("3人の警察官を調べた。"))]
    [('人', False), ('警察', False), ('官', True), ('調べる', False)]
    """
    found: dict[int, Word] = {}
    for a, b in text.runs:
        for k in range(a, b):
            surface = text.morphemes[k].surface
            if _means(surface):
                joined = k > a and k - 1 in found and text.morphemes[k - 1].end == text.morphemes[k].start
                found[k] = Word(surface, surface, joined)
    for k in text.predicates:
        base = text.morphemes[k].base
        if k not in found and _means(base):
            found[k] = Word(base, base, False)
    return [found[k] for k in sorted(found)]


def english_words(text: EnglishText) -> list[Word]:
    """Return the content words of an English text, in order.

    Examples
    --------
    >>> [(word.key, word.joined) for word in english_words(EnglishText("The Ministry of the Interior hired 3 officers."))]
    [('minist', False), ('inter', True), ('hire', True), ('officer', False)]
    """
    places = [k for k, lexeme in enumerate(text.lexemes) if is_word(lexeme)]
    return [
        Word(text.stems[k], text.lexemes[k].lower, bool(n) and go_together(text, places[n - 1], k))
        for n, k in enumerate(places)
    ]


def _means(surface: str) -> bool:
    return surface[-1].isalpha() and not surface.isascii() and not any(c.isdecimal() for c in surface)
