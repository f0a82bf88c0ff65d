"""Shapes: the sorts of Japanese words, which decide which of them can combine into a term."""

from termalign.japanese.morpheme import NAME, NUMERAL, PLACE, SUFFIX
from termalign.terms.term import Term, once_a_term

#: Shapes of names, including Latin words.
NAMES = frozenset({"name", "foreign", "place", "latin"})
#: Shapes of ordinary words.
WORDS = frozenset({"noun", "suffix", "loan"})

_BY_POS = (
    (NUMERAL, "number"),
    (SUFFIX, "suffix"),
    ("接頭辞", "prefix"),
    (PLACE, "place"),
    (NAME, "name"),
)


@once_a_term
def shape(term: Term) -> str:
    """Return the shape of a term: ``number latin suffix prefix place name loan foreign verb noun``."""
    if term.surface.isascii():
        return "number" if term.surface[:1].isdigit() else "latin"
    pos = term.morphemes[-1].pos
    for begins, sort in _BY_POS:
        if pos.startswith(begins):
            return sort
    if term.katakana:
        return "loan" if term.words else "foreign"
    return "verb" if pos.startswith(("動詞", "形容詞")) else "noun"
