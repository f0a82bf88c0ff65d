"""Every kind of evidence there is. The order does not matter: read it as a table of contents."""

from collections.abc import Collection, Mapping, Set

from termalign.evidence.elsewhere import Elsewhere
from termalign.evidence.term import Term, once_a_term
from termalign.kinds.gloss import GLOSS
from termalign.kinds.kind import Kind
from termalign.kinds.learned import LEARNED
from termalign.kinds.loanword import LOANWORD
from termalign.kinds.naming import NAMING, said_elsewhere
from termalign.kinds.number import NUMBER
from termalign.kinds.related import RELATED
from termalign.kinds.remembered import REMEMBERED
from termalign.kinds.romaji import ROMAJI
from termalign.kinds.verbatim import VERBATIM

REGISTRY: tuple[Kind, ...] = (GLOSS, VERBATIM, ROMAJI, LOANWORD, *NAMING, NUMBER, LEARNED, REMEMBERED, RELATED)


Keyed = Mapping[Kind, Set[str]]
"""Kinds of evidence that a term has keys for, with these."""


@once_a_term
def keyed(term: Term) -> Keyed:
    """The kinds of evidence that are asked first, as far as the term has keys for them."""
    return _keyed(term, guess=False)


@once_a_term
def guessed(term: Term) -> Keyed:
    """Those that guess."""
    return _keyed(term, guess=True)


def _keyed(term: Term, guess: bool) -> Keyed:
    return {kind: keys for kind in REGISTRY if kind.guess is guess and (keys := kind.term_keys(term))}


def asked(kinds: Collection[str] | None, elsewhere: Elsewhere | None = None) -> tuple[Kind, ...]:
    """The kinds of evidence that may speak for links of these kinds, all by default; what is said `elsewhere` among them."""
    every = REGISTRY if elsewhere is None else (*REGISTRY, *said_elsewhere(elsewhere))
    return every if kinds is None else tuple([kind.only(kinds) for kind in every if not kind.says.isdisjoint(kinds)])
