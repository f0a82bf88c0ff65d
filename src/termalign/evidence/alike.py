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
from termalign.quantities.bounds import bound_after

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
ALIKE = "alike"
_LEAST = 0.3
_SUFFIX = "接尾辞"
_NO_NOUN = ("ed", "ing", "ly")
#: What dates are told by: a like word is one that is another day.
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTHS = "January February April June July August September October November December"
#: 以降 is no *until*.
_SINCE = ((("from",), 2), (("until",), 2))
_UNLIKE = DETERMINERS | {"氏", "さん", "様", "君"}


def alike(term: Term, bitext: Bitext) -> Iterator[Match]:
    """Words of a translation that are like the glosses of `term`.

    A figure is rendered by its value; and a suffix, which means so much that many a word is a little like it, by no participle or
    adverb.
    """
    if term.proper or term.is_quantity or term.surface.isdecimal() or term.surface in _UNLIKE:
        return
    if bound_after(term.surface, 0) in _SINCE:
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
    return frozenset([lexeme(word).stem for word in f"{_DAYS} {_MONTHS}".split()])
