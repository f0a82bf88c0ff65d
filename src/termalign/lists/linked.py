"""The alignment of a list of terms with an English text: every mention of each term, in the caller's own offsets."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from itertools import chain
from typing import Any

from termalign.alignment import Alignment
from termalign.effort import effort_of_pair
from termalign.english import EnglishText
from termalign.kinds.registry import asked
from termalign.linking import apart, link
from termalign.lists.term_list import TermList
from termalign.model import Link, Span
from termalign.situations.mentions import find_mentions
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache
from termalign.text import Normalised, normalise


def align_list(
    terms: TermList, en: str, kinds: Collection[str] | None, cache: TermCache, threshold: float
) -> Alignment:
    """Return the alignment of a prepared list with an English text: every mention of its terms.

    ``kinds`` are the kinds of links to find, all by default; ``threshold`` is the minimum score of a link.
    """
    terms.check(cache.lexicon)
    english = EnglishText(en)
    target = Target(english, cache.lexicon)
    numbers, near = brought_up(terms, target, kinds)
    links: defaultdict[int, list[Link]] = defaultdict(list)
    found_by_name = find_mentions(
        near, target, cache, kinds, threshold, listed=terms.distinct, first_names=terms.first_names
    )
    for surface, mentions in found_by_name.items():
        for k in terms.places(numbers[surface]):
            term = Span.of(terms.ja, *terms.offsets(k))
            folded, base = place_of(surface, term)
            found = [link(c, folded, base, english, terms.ja, en) for c in mentions]
            links[k] += [replace(one, ja=term) for one in found]
    each = chain.from_iterable(apart(found, lambda one: one) for found in links.values())
    ordered = tuple(sorted(each, key=lambda one: (one.ja.start, one.en.start)))
    return ListedAlignment(terms, en, ordered, effort_of_pair().complete)


def place_of(name: str, term: Span) -> tuple[Normalised, int]:
    """Return the folded text of one of the names of a term, and the code point at which it begins."""
    whole = normalise(term.text, is_term=True)
    if whole.text == name:
        return whole, term.start
    at = max(0, whole.text.rfind(name) if whole.text.endswith(f"{name})") else whole.text.find(name))
    start, end = whole.raw_span(at, min(at + len(name), len(whole.text)))
    return normalise(term.text[start:end], is_term=True), term.start + start


def brought_up(
    terms: TermList, target: Target, kinds: Collection[str] | None
) -> tuple[dict[str, int], dict[str, Collection[int]]]:
    """Return the numbers of the terms that an English text may mention, and the words near which parts of each may be."""
    found = terms.arrays.found(offered for kind in asked(kinds) for offered in kind.offered(target))
    numbers = {terms.surface(number): number for number in found}
    return numbers, dict(zip(numbers, found.values(), strict=True))


class ListedAlignment(Alignment):
    """An alignment of a list that determines the unaligned terms only when they are accessed."""

    __slots__ = ("_terms",)
    _terms: TermList

    def __init__(self, terms: TermList, en: str, links: tuple[Link, ...], complete: bool = True) -> None:
        members = {
            "ja": terms.ja,
            "en": en,
            "links": links,
            "situation": "terms",
            "complete": complete,
            "_terms": terms,
        }
        for name, value in members.items():
            object.__setattr__(self, name, value)

    @property
    def unaligned(self) -> tuple[Span, ...]:
        linked = {link.ja.start for link in self.links}
        return tuple(span for span in self._terms.spans if span.start not in linked)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Alignment):
            return NotImplemented
        mine, theirs = ((x.ja, x.en, x.links, x.unaligned) for x in (self, other))
        return mine == theirs

    def __hash__(self) -> int:
        return hash((self.ja, self.en, self.links, self.unaligned))

    def __reduce__(self) -> Any:
        return Alignment, (self.ja, self.en, self.links, self.unaligned, self.situation, self.complete)
