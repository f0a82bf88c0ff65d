"""A cache of the prepared term lists that an aligner used recently."""

from collections.abc import Iterable

from termalign.arguments import strings
from termalign.lists.term_list import TermList
from termalign.terms.term_cache import TermCache

_MOST = 4  # lists kept


class KeptLists:
    """A cache of prepared lists, by their terms.

    A list is recognised by comparing it, item by item, with a copy of an earlier list. If the caller passes the same
    list again, this takes nanoseconds per term, because the items are the same objects.
    """

    def __init__(self, terms: TermCache) -> None:
        self._terms = terms
        self._kept: list[tuple[list[str], TermList]] = []

    def of(self, given: Iterable[str]) -> TermList:
        """Return the prepared list of terms, which are read once. A new list is checked."""
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
