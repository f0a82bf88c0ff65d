"""gloss, by meaning: a word that means much the same as the term's glosses, none of which stands in the text.

Likeness is an opinion about words, not about this text, so that it speaks only where the English translates the Japanese: in
an article, some word is like any term of a list.
"""

from collections.abc import Iterator

from termalign.evidence.bitext import Bitext
from termalign.evidence.embedding import likest
from termalign.evidence.match import Match
from termalign.evidence.meaning import meaning
from termalign.evidence.term import Term

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
ALIKE = "alike"
_LEAST = 0.3


def alike(term: Term, bitext: Bitext) -> Iterator[Match]:
    """Words of a translation that are like the glosses of `term`."""
    means = (
        meaning(term) if not (term.proper or term.surface.isdecimal()) else None
    )  # a figure is rendered by its value
    if means is None:
        return
    english = bitext.english
    for i, how_like in likest(means, bitext.meanings, _LEAST):
        yield _new(Match, (i, i + 1, "gloss", how_like, 1.0, (term.surface, english.stems[i]), (), ALIKE))
