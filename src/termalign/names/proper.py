"""Whether a Japanese term is a proper name where English words render it: 興福寺 is, 成立 is not, even if capitalised."""

from collections.abc import Sequence

from termalign.japanese.morpheme import NAME, SUFFIX, Morpheme, surface_of
from termalign.japanese.name_words import generics
from termalign.kana import kana_keys, latin_key
from termalign.lexicon import Lexicon
from termalign.names.generics import generic_phrases
from termalign.text.accents import without_accents


def is_proper(pieces: Sequence[Morpheme], words: Sequence[str], lexicon: Lexicon) -> bool | None:
    """Return whether a term is a proper name where `words` render it, or None if no dictionary has it.

    A term is a name if UniDic tags it as one, perhaps with a common noun at its end; if only the dictionary of names lists
    it; if the words spell a listed name; or if they share a capitalised word with a dictionary's gloss, or are its initials.

    >>> from termalign.japanese.tagger import tokenize
    >>> lexicon = Lexicon.default()
    >>> [is_proper(tokenize(term), [en], lexicon) for term, en in (("空海", "Kūkai"), ("成立", "Beginnings"), ("桜", "Sakura"))]
    [True, False, True]
    >>> is_proper(tokenize("匿流"), ["Tokuryu"], lexicon) is None
    True
    """
    if not pieces:
        return None
    if pieces[0].pos.startswith(NAME) and not pieces[0].surface.isascii() and all(map(_may_follow, pieces[1:])):
        return True
    term = surface_of(pieces)
    entries, names = lexicon.words(term), lexicon.names(term)
    if not entries:
        return True if names else None
    latin = latin_key("".join(words))
    if any(latin in kana_keys(name.reading) for name in names):
        return True
    capitals = set(_capitals(words))
    glosses = [_capitals(gloss.text.split()) for word in entries for gloss in word.glosses]
    listed = any(not capitals.isdisjoint((*gloss, "".join([word[0] for word in gloss]))) for gloss in glosses)
    return listed and words[-1][0].isupper()


def _may_follow(piece: Morpheme) -> bool:
    """Return whether a morpheme may follow a name as part of it: 寺, 時代, 藩, さん, but not 企業."""
    return piece.pos.startswith((NAME, SUFFIX)) or piece.surface in generic_phrases() or piece.surface in generics()


def _capitals(words: Sequence[str]) -> list[str]:
    """Return the capitalised words, folded."""
    return [without_accents(word).strip("().,").lower() for word in words if word.lstrip("(")[:1].isupper()]
