"""Where in a term what somebody is called by begins: 首相 of 高市首相."""

from termalign.japanese.generics import role_begins
from termalign.terms.term import Term, once_a_term


@once_a_term
def office_begins(term: Term) -> int:
    """The morpheme that the office begins with; 0 where the term ends in none, or is nothing else."""
    return role_begins([m.surface for m in term.morphemes])
