"""gloss, by meaning: a word that means much the same as the term's glosses, none of which stands in the text.

Likeness is an opinion about words, not about this text, so that it speaks only where the English translates the Japanese: in
an article, some word is like any term of a list.
"""

from collections.abc import Iterator
from functools import cache

from termalign.english import lexeme
from termalign.english.contraries import is_contrary
from termalign.evidence.bitext import Bitext
from termalign.evidence.embedding import likest
from termalign.evidence.match import Match
from termalign.evidence.meaning import meaning
from termalign.evidence.term import Term
from termalign.japanese.runs import DETERMINERS
from termalign.quantities.quantity import MONTHS, WEEKDAYS

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
ALIKE = "alike"
_LEAST = 0.3
_SUFFIX = "接尾辞"
_NO_NOUN = ("ed", "ing", "ly")
_ALSO_WORDS = frozenset({"March", "May"})
_SINCE = ("以降", "以後", "以前")  # no *until*
_UNLIKE = DETERMINERS | {"氏", "さん", "様", "君"}


def alike(term: Term, bitext: Bitext) -> Iterator[Match]:
    """Words of a translation that are like the glosses of `term`.

    A figure is rendered by its value; and a suffix, which means so much that many a word is a little like it, by no participle or
    adverb.
    """
    if term.proper or term.is_quantity or term.surface.isdecimal() or term.surface in _UNLIKE:
        return
    if term.surface.startswith(_SINCE):
        return
    means = meaning(term)
    if means is None:
        return
    english = bitext.english
    suffix = term.morphemes[0].pos.startswith(_SUFFIX)
    for i, how_like in likest(means, bitext.meanings, _LEAST):
        if not (
            english.stems[i] in _calendar()
            or (suffix and english.lexemes[i].lower.endswith(_NO_NOUN))
            or is_contrary(english.stems[i], term.one_word_keys)
        ):
            yield _new(Match, (i, i + 1, "gloss", how_like, 1.0, (term.surface, english.stems[i]), (), ALIKE))


@cache
def _calendar() -> frozenset[str]:
    """Stems of what dates are told by: a word that is like one of them is another day."""
    return frozenset([lexeme(word).stem for word in (*WEEKDAYS, *MONTHS) if word not in _ALSO_WORDS])
