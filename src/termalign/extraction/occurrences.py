"""Terms in a text, whatever links they have: whole noun runs, and compounds of words that are terms elsewhere in the bitext."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termalign.extraction.observation import COMPOSED, OF, Observation
from termalign.japanese.light_nouns import light_nouns
from termalign.learning.counting import Tally
from termalign.quantities import japanese_quantities

_MOST_TERMS = 1_000_000  # to count at a time
_MOST_PARTS = 3
_TWICE = 2  # pairs from which a word is a term


class Mention(NamedTuple):
    """A term in a text."""

    key: str
    start: int  # code points
    end: int
    parts: frozenset[str]  # the keys of the terms within it


def terms_of(bitext: Iterable[Observation]) -> frozenset[str]:
    """Return the terms other than quantities that a bitext has twice outside longer terms."""
    counts = Tally[str](_MOST_TERMS)
    for seen in bitext:
        counts.add({seen.term(s) for s in seen.sightings if not s.within})
    return frozenset(term for term, count in counts.items() if count >= _TWICE and not japanese_quantities(term))


def mentions(seen: Observation, terms: Container[str]) -> Iterator[Mention]:
    """Yield the noun runs that are terms, and the compounds of two or three terms, side by side or joined by の.

    A compound divides no word with a link of its own.

    Examples
    --------
    >>> from termalign import align
    >>> from termalign.extraction.observation import observed
    >>> seen = observed("1", align("得意先請求書を印刷する。", "Print the invoice."))
    >>> [(found.key, sorted(found.parts)) for found in mentions(seen, {"得意先", "請求書", "請求", "印刷"})]
    [('得意先請求書', ['得意先', '請求', '請求書']), ('印刷', [])]
    """
    words = [(key, start, end) for key, start, end in seen.pieces() if key in terms]
    following: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for key, start, end in words:
        following[start].append((key, end))
    linked = {(s.start, s.end) for s in seen.sightings if s.kind != COMPOSED}
    runs = {(borders[0], borders[-1]) for borders in seen.runs}
    found = {(start, end) for _, start, end in words if (start, end) in runs}
    found |= {(start, stop) for key, start, end in words for stop in _ends(key, end, following, seen.ja)}
    for start, end in sorted(found):
        if not any(a < start < b < end or start < a < end < b for a, b in linked):
            parts = frozenset(key for key, a, b in words if start <= a and b <= end and (a, b) != (start, end))
            yield Mention(seen.term_at(start, end), start, end, parts)


def _ends(
    key: str, end: int, following: Mapping[int, Sequence[tuple[str, int]]], ja: str, parts: int = 1
) -> Iterator[int]:
    """Yield the ends of the compounds that begin with a number of parts, of which the last is `key`."""
    if parts == _MOST_PARTS:
        return
    after = list(following.get(end, ()))
    if ja[end : end + 1] == OF and key not in light_nouns():
        after += [word for word in following.get(end + 1, ()) if word[0] not in light_nouns()]
    for word, stop in after:
        yield stop
        yield from _ends(word, stop, following, ja, parts + 1)
