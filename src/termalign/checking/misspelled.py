"""Words that are a rendering but for a few letters: *encyption key* for *encryption key*, *Celeste* for *Celestia*."""

from collections.abc import Iterable, Set

from termalign.checking.prefixed import PREFIXES
from termalign.english import EnglishText, lexeme
from termalign.english.lexis import Lexeme
from termalign.termbase.by_rendering import Words

_ALIKE = 75  # lowest similarity of the letters, in per cent
_SHORTEST = 3  # letters of a word that may be misspelled
# Most letters that one of the words has more than the other, and at most half: *datastream* is no misspelled *stream*.
_MORE = 2


def misspelled(forms: Iterable[str], english: EnglishText) -> Words | None:
    """Return the first words of a text that are one of the renderings but for a few letters, or None.

    Words of another rendering, plurals and words with a prefix are not misspelled.

    Examples
    --------
    >>> text = EnglishText("Encryption uses a 256-bit encyption key.")
    >>> text.phrase(*misspelled(["encryption key"], text))
    'encyption key'
    >>> misspelled(["object"], EnglishText("It returns a subject.")) is None
    True
    """
    renderings = [EnglishText(form) for form in forms]
    agreed = {word.lemma for words in renderings for word in words.lexemes}
    for words in renderings:
        for i in range(len(english) - len(words) + 1):
            if _is_misspelled(words, english, i, agreed):
                return i, i + len(words)
    return None


def _is_misspelled(words: EnglishText, english: EnglishText, i: int, agreed: Set[str]) -> bool:
    """Return whether the text at word `i` is a rendering with at least one word misspelled."""
    lemmas = [x.lemma for x in english.lexemes[i : i + len(words)]]
    wrong = [k for k, x in enumerate(words.lexemes) if x.lemma != lemmas[k]]
    if not wrong or any(lemmas[k] in agreed for k in wrong) or not all(english.tight[i : i + len(words) - 1]):
        return False
    return all(_alike(words, k, english, i + k) for k in wrong)


def _alike(words: EnglishText, k: int, english: EnglishText, i: int) -> bool:
    """Return whether a word of the text resembles one of the rendering, and is a name or in no dictionary."""
    from rapidfuzz.fuzz import ratio

    agreed, said = words.lexemes[k], english.lexemes[i]
    lengths = sorted((len(agreed.lemma), len(said.lemma)))
    if agreed.stem == said.stem:
        return k + 1 < len(words)
    if lengths[0] < _SHORTEST or lengths[1] - lengths[0] > min(_MORE, lengths[0] // 2):
        return False
    if said.lemma == f"{agreed.lemma}s" or _is_prefixed(said):
        return False
    is_name = words.capitalised[k] and english.capitalised[i]
    return (is_name or not said.known) and ratio(agreed.lemma, said.lemma) >= _ALIKE


def _is_prefixed(word: Lexeme) -> bool:
    """Return whether a word is another word of the dictionary with a prefix: *undecoded*, which is no wrong *decoder*."""
    return any(
        word.lower.startswith(prefix) and lexeme(word.lower.removeprefix(prefix)).known
        for prefix in PREFIXES
        if len(word.lower) > len(prefix) + _SHORTEST
    )
