"""Words that are a rendering but for a few letters: *encyption key* for *encryption key*, *Celeste* for *Celestia*."""

from collections.abc import Iterable

from termalign.english import EnglishText

_ALIKE = 75  # lowest similarity of the letters, in per cent
_SHORTEST = 3  # letters of a word that may be misspelled
_MORE = 2  # most letters that one of the words has more than the other; *datastream* is no misspelled *stream*

Words = tuple[int, int]


def misspelled(forms: Iterable[str], english: EnglishText) -> Words | None:
    """Return the first words of a text that are one of the renderings but for a few letters, or None.

    Examples
    --------
    >>> text = EnglishText("Encryption uses a 256-bit encyption key.")
    >>> text.phrase(*misspelled(["encryption key"], text))
    'encyption key'
    >>> misspelled(["object"], EnglishText("It returns a subject.")) is None
    True
    """
    for form in forms:
        words = EnglishText(form)
        for i in range(len(english) - len(words) + 1):
            if _is_misspelled(words, english, i):
                return i, i + len(words)
    return None


def _is_misspelled(words: EnglishText, english: EnglishText, i: int) -> bool:
    """Return whether the text at word `i` is a rendering with at least one word misspelled."""
    lemmas = [x.lemma for x in english.lexemes[i : i + len(words)]]
    wrong = [k for k, x in enumerate(words.lexemes) if x.lemma != lemmas[k]]
    if not wrong or not all(english.tight[i : i + len(words) - 1]):
        return False
    return all(_alike(words, k, english, i + k) for k in wrong)


def _alike(words: EnglishText, k: int, english: EnglishText, i: int) -> bool:
    """Return whether a word of the text resembles one of the rendering, and is a name or in no dictionary."""
    from rapidfuzz.fuzz import ratio

    agreed, said = words.lexemes[k], english.lexemes[i]
    lengths = sorted((len(agreed.lemma), len(said.lemma)))
    if agreed.stem == said.stem:
        return k + 1 < len(words)
    if lengths[0] < _SHORTEST or lengths[1] > lengths[0] + _MORE:
        return False
    is_name = words.capitalised[k] and english.capitalised[i]
    return (is_name or not said.known) and ratio(agreed.lemma, said.lemma) >= _ALIKE
