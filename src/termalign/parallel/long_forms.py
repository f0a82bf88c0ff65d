"""A phrase that the text abbreviates is one name: of *X-Ray Imaging and Spectroscopy Mission (XRISM)* no link has *X-Ray Imaging*
alone.
"""

from collections.abc import Sequence
from itertools import pairwise

from termalign.choice import Candidate, place_of
from termalign.evidence.bitext import Bitext
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.merged import merged

_MEANT = frozenset({"gloss", "composed", "name", "loanword", "context"})
_SHARE = 0.5  # of the words of the long form that mean something, which links must have for one of them to have all


def in_long_forms(chosen: Sequence[Candidate], text: JapaneseText, bitext: Bitext, terms: TermCache) -> list[Candidate]:
    """The links of a text, those made one that together have most words of a phrase with an abbreviation behind it.

    Parameters
    ----------
    chosen : sequence of Candidate
        Links of the text, no two of which share a word.
    """
    found = list(chosen)
    for _, (i, j), _ in bitext.definitions:
        inside = sorted([c for c in found if c.i < j and i < c.j], key=place_of)
        if (
            not inside
            or any(c.i < i or j < c.j or c.matches[0].kind not in _MEANT for c in inside)
            or any(left.end != right.start for left, right in pairwise(inside))
            or sum(_words(c.i, c.j, bitext) for c in inside) < _SHARE * _words(i, j, bitext)
        ):
            continue
        whole = merged(inside, i, j, text, terms)
        if whole is not None:
            found = [*[c for c in found if c not in inside], whole]
    return found


def _words(i: int, j: int, bitext: Bitext) -> int:
    """How many of the words ``i:j`` mean something."""
    return sum(not x.function for x in bitext.english.lexemes[i:j])
