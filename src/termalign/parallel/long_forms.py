"""A phrase that the text abbreviates is one name: of *X-Ray Imaging and Spectroscopy Mission (XRISM)* no link has *X-Ray Imaging*
alone.
"""

from collections.abc import Sequence

from termalign.choice import Candidate
from termalign.evidence.bitext import Bitext

_MEANT = frozenset({"gloss", "composed", "name", "loanword"})
_SHARE = 0.5  # of the words of the long form that mean something, which a link must have to have all


def in_long_forms(chosen: Sequence[Candidate], bitext: Bitext) -> list[Candidate]:
    """The links of a text, each that has most words of a phrase with an abbreviation behind it given all, unless others have some.

    Parameters
    ----------
    chosen : sequence of Candidate
        Links of the text, no two of which share a word.
    bitext : Bitext
        The text.
    """
    if not bitext.definitions:
        return list(chosen)
    long_forms = [long for _, long, _ in bitext.definitions]
    taken = {k: c for c in chosen for k in range(c.i, c.j)}
    found = []
    for c in chosen:
        for i, j in long_forms:
            if (
                i <= c.i
                and c.j <= j
                and c.j - c.i < j - i
                and c.matches[0].kind in _MEANT
                and all(taken.get(k, c) is c for k in range(i, j))
                and _words(c.i, c.j, bitext) >= _SHARE * _words(i, j, bitext)
            ):
                c = c._replace(i=i, j=j)
                break
        found.append(c)
    return found


def _words(i: int, j: int, bitext: Bitext) -> int:
    """How many of the words ``i:j`` mean something."""
    return sum(not x.function for x in bitext.english.lexemes[i:j])
