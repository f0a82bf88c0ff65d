"""The term lists that an aligner was given lately, prepared."""

from collections.abc import Iterable

from termalign.arguments import strings
from termalign.evidence.term_cache import TermCache
from termalign.lists.term_list import TermList

_MOST = 4  # lists kept


class KeptLists:
    """Prepared lists by the terms they were made of.

    A list is recognised by comparing it with a copy of what was given, item by item; where the items are the same
    objects, as they are when the caller hands over the same list, that costs nanoseconds a term.

    Parameters
    ----------
    terms : TermCache
        Where analyses are kept; its lexicon is what the terms are looked up in.
    """

    def __init__(self, terms: TermCache) -> None:
        self._terms = terms
        self._kept: list[tuple[list[str], TermList]] = []

    def of(self, given: Iterable[str]) -> TermList:
        """The prepared list of these terms.

        Parameters
        ----------
        given : iterable of str
            Read once; a list that is new is checked.
        """
        terms: list[str] | None = given if isinstance(given, list) else None
        if terms is None:
            terms = list(given) if isinstance(given, tuple) else strings(given, "ja", "a term")
        for known, prepared in self._kept:
            if len(known) == len(terms) and known[:1] == terms[:1] and known[-1:] == terms[-1:] and known == terms:
                return prepared
        terms = strings(terms, "ja", "a term")
        prepared = TermList.prepare(terms, self._terms.lexicon, cache=self._terms)
        self._kept = [(terms, prepared), *self._kept[: _MOST - 1]]
        return prepared
