"""The term lists that an aligner was given lately, the long ones prepared."""

from collections.abc import Iterable

from termalign.arguments import strings
from termalign.lexicon import Lexicon
from termalign.termlist.prepared import TermList

_MOST = 4  # lists kept
_LONG = (
    500  # terms: a list of so many is prepared; a shorter one is put before the matchers term by term, every time alike
)


class KeptLists:
    """Prepared lists by the terms they were made of.

    A list is recognised by comparing it with a copy of what was given, item by item; where the items are the same
    objects, as they are when the caller hands over the same list, that costs nanoseconds a term.

    Parameters
    ----------
    lexicon : Lexicon
        What the terms are looked up in.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kept: list[tuple[list[str], TermList]] = []

    def of(self, given: Iterable[str]) -> TermList | list[str]:
        """The prepared list of these terms, or the terms themselves where preparing them does not pay.

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
        if len(terms) < _LONG:
            return terms
        prepared = TermList.prepare(terms, self._lexicon)
        self._kept = [(terms, prepared), *self._kept[: _MOST - 1]]
        return prepared
