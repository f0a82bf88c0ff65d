"""Words that are a rendering but for a few letters: *encyption key* for *encryption key*, *Celeste* for *Celestia*."""

from collections.abc import Iterable, Set

from termalign.checking.prefixed import PREFIXES
from termalign.checking.segment import TAKEN, Segment, outermost, words_at
from termalign.english import EnglishText, lexeme
from termalign.english.lexis import Lexeme
from termalign.formats.glossaries.entry import renderings_of
from termalign.termbase import GlossaryEntry
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


def misspelled_beside(entry: GlossaryEntry, segment: Segment) -> Words | None:
    """Return the misspelled rendering of one mention of a term whose other mentions are rendered as agreed, or None.

    The Japanese must mention the term more often than the English has it, because a word that resembles a rendering may also be
    another word.
    """
    if not _too_few(entry, segment):
        return None
    found = misspelled(renderings_of(entry), segment.english)
    return found if found and not _is_other(found, entry, segment) else None


def _too_few(entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether a rendering occurs less often than the terms that it renders."""
    own = outermost(segment.said[entry])
    words = words_at(own)
    mentions = 0
    for other, occurrences in segment.terms.items():
        places = outermost(segment.said[other])
        if places and not any(words.isdisjoint(range(*place)) for place in places):
            mentions += len(occurrences)
    return mentions > len(own)


def _is_other(words: Words, entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether other Japanese accounts for words that resemble a rendering of a term."""
    there = words_at([words])
    if any(not there.isdisjoint(words_at(places)) for other, places in segment.said.items() if other != entry):
        return True
    own = {k for term in segment.terms[entry] for k in range(term.start, term.end)}
    return any(
        link.score >= TAKEN
        and not there.isdisjoint(segment.words_of(link))
        and own.isdisjoint(range(link.ja.start, link.ja.end))
        for link in segment.links
    )
