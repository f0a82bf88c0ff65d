"""The position at which an office or title begins in a term: 首相 in 高市首相."""

from termalign.japanese.generics import role_begins
from termalign.terms.term import Term, once_a_term


@once_a_term
def office_begins(term: Term) -> int:
    """Return the morpheme that the office begins with; 0 where the term ends in none, or is nothing else."""
    return role_begins([m.surface for m in term.morphemes])
