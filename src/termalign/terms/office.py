"""The position at which an office or title begins in a term: 首相 in 高市首相."""

from termalign.japanese.name_words import role_begins
from termalign.terms.term import Term, once_a_term


@once_a_term
def office_begins(term: Term) -> int:
    """Return the morpheme at which the office begins; 0 if the term does not end in an office, or is only an office."""
    return role_begins([m.surface for m in term.morphemes])
