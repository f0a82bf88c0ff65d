"""Compounds in a text: neighbouring words that are terms elsewhere in the bitext, whatever links they have."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from termalign.extraction.observation import COMPOSED, OF, Observation
from termalign.japanese.light_nouns import light_nouns
from termalign.learning.counting import Tally
from termalign.quantities import japanese_quantities

_MOST_TERMS = 1_000_000  # to count at a time
_MOST_PARTS = 3
_TWICE = 2  # pairs from which a word is a term


class Mention(NamedTuple):
    """A compound in a text."""

    key: str
    start: int  # code points
    end: int
    parts: tuple[str, ...]  # the keys of its parts


def terms_of(bitext: Iterable[Observation]) -> frozenset[str]:
    """Return the terms other than quantities that a bitext has twice outside longer terms."""
    counts = Tally[str](_MOST_TERMS)
    for seen in bitext:
        counts.add({seen.term(s) for s in seen.sightings if not s.within})
    return frozenset(term for term, count in counts.items() if count >= _TWICE and not japanese_quantities(term))


def mentions(seen: Observation, terms: Container[str]) -> Iterator[Mention]:
    """Yield the compounds of two or three terms, side by side or joined by の, that divide no word with a link of its own.

    Examples
    --------
    >>> from termalign import align
    >>> from termalign.extraction.observation import observed
    >>> seen = observed("1", align("得意先請求書を印刷する。", "Print the invoice."))
    >>> [(found.key, found.parts) for found in mentions(seen, {"得意先", "請求書", "印刷"})]
    [('得意先請求書', ('得意先', '請求書'))]
    """
    begun: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for key, start, end in seen.pieces():
        if key in terms:
            begun[start].append((key, end))
    words = {(s.start, s.end) for s in seen.sightings if s.kind != COMPOSED}
    for start, firsts in begun.items():
        for key, end in firsts:
            for parts, stop in _continued((key,), end, begun, seen.ja):
                if not any(a < start < b < stop or start < a < stop < b for a, b in words):
                    yield Mention(seen.term_at(start, stop), start, stop, parts)


def _continued(
    parts: tuple[str, ...], end: int, begun: dict[int, list[tuple[str, int]]], ja: str
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the longer compounds that begin with some terms, with their ends."""
    if len(parts) == _MOST_PARTS:
        return
    following = list(begun.get(end, ()))
    if ja[end : end + 1] == OF and parts[-1] not in light_nouns():
        following += [after for after in begun.get(end + 1, ()) if after[0] not in light_nouns()]
    for key, stop in following:
        yield (*parts, key), stop
        yield from _continued((*parts, key), stop, begun, ja)
