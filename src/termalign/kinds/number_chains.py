"""Series of quantities: 第2条第3項, *Article 2, paragraph 3*; 2010〜2015年, *2010 to 2015*."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from termalign.kinds.match import Match
from termalign.target.target import Target
from termalign.terms.term import Term

_SIDE = "(?:縦|横|たて|よこ|幅|奥行き?|高さ|長さ|厚さ)"
_OPENS = re.compile(f"{_SIDE}?$")
_TO = re.compile(
    rf"、?[×xX]?{_SIDE}|[×xX]|→|(?:から|より)?[〜～~－–—‐−―-]|から|、|・|と|か|または|もしくは|および|及び|又は"
)
_BOUND = re.compile("(?:以上|以降|超|を超え)(?:、|かつ)?")
_TO_AFTER = re.compile("(?:ごろ|頃)?(?:まで|にかけて|の間|間|以下|以内|以前|未満)?$")
_APART = 3  # words between the English of two quantities
_CHAINING = frozenset({"", "(", " ", ", ", ") ", "), ", "), ("})
_WIDE = "(?: (?:wide|long|high|tall|deep|thick))"
_ADJECTIVE = re.compile(rf"{_WIDE}\b")
_TO_ENGLISH = re.compile(
    r"(?:\.m\.|\.)?"
    rf"{_WIDE}?(?: ?[-–—~×x] ?| by |,? (?:to|and|or|but|through|until|till|up to)"
    r"(?: (?:the|their|his|her|early|late|about|around))* )",
    re.IGNORECASE,
)


def chained(term: Term, found: Sequence[Match], target: Target) -> Iterator[Match]:
    """Yield the whole of a term that consists of quantities, one after another or from one to another.

    ``term`` has at least two quantities; ``found`` has the matches of each of them.
    """
    quantities = term.quantities
    between = [term.surface[a.end : b.start] for a, b in pairwise(quantities)]
    if not _is_chain(term, between):
        return
    at: dict[tuple[int, int], list[tuple[int, Match]]] = {}
    for n, m in enumerate(found):
        at.setdefault((m.parts[0].start, m.i), []).append((n, m))
    for first in [m for m in found if m.parts[0].start in (0, quantities[0].start)]:
        chain = [first]
        for ja, gap in zip(quantities[1:], between, strict=True):
            before = chain[-1]
            near = [each for i in range(before.j - 1, before.j + _APART + 1) for each in at.get((ja.start, i), ())]
            following = [n for n, m in near if _follows(before, m, gap, target)]
            if not following:
                break
            chain.append(found[min(following)])
        if len(chain) == len(quantities):
            i, j = first.i, chain[-1].j
            if quantities[0].start:
                deep = _ADJECTIVE.match(target.english.text, target.english.ends[j - 1])
                j += deep is not None
            strength = min(m.strength for m in chain)
            parts = tuple(part for m in chain for part in m.parts)
            yield Match(i, j, first.kind, (term.surface, target.english.phrase(i, j)), parts, strength=strength)


def _is_chain(term: Term, between: Sequence[str]) -> bool:
    """Return whether a term is only its quantities and what joins them, with words like まで after joined ones."""
    joins = (gap == "" or _TO.fullmatch(gap) or _BOUND.fullmatch(gap) for gap in between)
    if not _OPENS.fullmatch(term.surface, 0, term.quantities[0].start) or not all(joins):
        return False
    last = term.quantities[-1].end
    return last == len(term.surface) or ("" not in between and _TO_AFTER.match(term.surface, last) is not None)


def _follows(before: Match, after: Match, gap: str, target: Target) -> bool:
    """Return whether the English joins two quantities in the way that the Japanese does."""
    english = target.english
    if after.i < before.j:
        return not gap  # both in one word: Article 7.2
    if after.i == before.j and english.gap(before.j - 1) in _CHAINING:
        return not gap or _BOUND.fullmatch(gap) is not None
    if not gap:
        return False
    start, end = english.offsets(before.i, before.j)[1], english.offsets(after.i, after.j)[0]
    return _TO_ENGLISH.fullmatch(english.raw, start, end) is not None
