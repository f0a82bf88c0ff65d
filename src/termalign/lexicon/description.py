"""All entries of a lexicon for a term, as the command line shows them."""

from typing import NamedTuple

from termalign.learned import Model
from termalign.lexicon.entries import KanjiEntry, NameEntry, Rendering, WordEntry
from termalign.lexicon.headword_spelling import headword_key
from termalign.lexicon.lexicon import Lexicon


class LearnedPhrase(NamedTuple):
    """A learned rendering of a term, with its counts in sentence pairs."""

    en: str  # the content words of the rendering, each in its commonest form
    times: int  # pairs in which it rendered the term
    seen: int  # pairs that contain the term
    occurrences: int  # pairs that contain the English


class Description(NamedTuple):
    """All entries of a lexicon for a term."""

    term: str  # the term as looked up (NFKC)
    renderings: tuple[Rendering, ...]  # from the glossary and the learned layer
    learned: tuple[LearnedPhrase, ...]  # from the learned model (`Aligner.fit`), with counts
    words: tuple[WordEntry, ...]
    names: tuple[NameEntry, ...]  # from the dictionary of names
    characters: tuple[KanjiEntry, ...]  # entries of the distinct kanji of the term

    def __bool__(self) -> bool:
        """Return whether the lexicon has the term itself, apart from its characters."""
        return bool(self.renderings or self.learned or self.words or self.names)


def describe(term: str, lexicon: Lexicon) -> Description:
    """Return the entries of a term in every layer.

    >>> from termalign.lexicon import Lexicon
    >>> found = describe("詐欺", Lexicon.default())
    >>> found.words[0].reading, [character.literal for character in found.characters]
    ('サギ', ['詐', '欺'])
    """
    key = headword_key(term)
    characters = (lexicon.kanji(character) for character in dict.fromkeys(key))
    return Description(
        key,
        lexicon.told(key),
        _learned(key, lexicon.model),
        lexicon.words(key),
        lexicon.names(key),
        tuple(entry for entry in characters if entry),
    )


def _learned(term: str, model: Model | None) -> tuple[LearnedPhrase, ...]:
    found = model.get(term) if model else None
    if model is None or found is None:
        return ()
    known = found.renderings.values()
    return tuple([LearnedPhrase(model.phrase(one.stems), one.times, found.seen, one.occurrences) for one in known])
