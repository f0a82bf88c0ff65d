"""composed: an office and a family name with the given name between, which Japanese leaves out: 高市首相, *Prime Minister* Sanae
*Takaichi*.
"""

from collections.abc import Iterator, Sequence

from termalign.english import EnglishText
from termalign.evidence.composition import DISTINCT, Place
from termalign.evidence.office import office_begins
from termalign.evidence.term import Term

MOST = 2  # words: Volodymyr, George W.
_BESIDE = frozenset({" ", ". "})


def with_given_names(term: Term, places: Sequence[Place], english: EnglishText) -> Iterator[Place]:
    """The family's name where an office stands a given name away from it, with the given name.

    Parameters
    ----------
    term : Term
        A name and an office.
    places : sequence of Place
        Where its parts stand.
    english : EnglishText
        The text.
    """
    begins = office_begins(term)
    if not begins:
        return
    ends = {p.j for p in places if p.a == begins and p.b == len(term.morphemes) and p.kind not in DISTINCT}
    for p in places:
        if p.a == 0 and p.b == begins and p.kind in DISTINCT:
            for first in range(p.i - 1, max(-1, p.i - 1 - MOST), -1):
                if first in ends and given_between(english, first, p.i):
                    yield p._replace(i=first)
                    break


def given_between(english: EnglishText, i: int, j: int) -> bool:
    """Whether the words ``i:j`` may be a given name before a family's: they have capitals and touch what is behind them."""
    return all(
        english.capitalised[k] and english.gaps[k] in _BESIDE and not english.lexemes[k].function for k in range(i, j)
    )
