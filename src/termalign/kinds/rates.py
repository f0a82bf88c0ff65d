"""number: an amount for one of something: 1ドル150円, *150 yen to the dollar*; 年4回, *four times a year*, *quarterly*."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from termalign.kinds.kind import Part
from termalign.kinds.match import Match
from termalign.once import once
from termalign.quantities import Per, Quantity
from termalign.quantities.frequencies import Frequency, english_frequencies, japanese_frequencies
from termalign.quantities.units import share_sense
from termalign.target.target import Target
from termalign.terms.term import Term

_AFTER = re.compile("(?:台|前後|ほど|程度|近辺)?$")
_ONCE = (Fraction(1),)


def rated(term: Term, found: Sequence[Match], target: Target) -> Iterator[Match]:
    """Yield the whole of a term that gives an amount for one of something; `found` has the matches of its quantities."""
    said = term.quantities[-1] if term.quantities else None
    if said is None or said.per is None or not _is_whole(said, said.per, term.surface):
        return
    english = target.english
    for m in found:
        end = _end(said, target, english.ends[m.j - 1]) if m.parts[0].start == said.start else None
        if end is not None:
            j = english.words_in(english.starts[m.i], end)[1]
            yield Match(m.i, j, m.kind, (term.surface, english.phrase(m.i, j)), m.parts, strength=m.strength)
    for own in japanese_frequencies(term.surface, [said]):
        for other in periods(target) if own.end == said.end else ():  # 毎年 in 毎年8月15日 says no more than when
            if other.agrees(own):
                i, j = english.words_in(other.start, other.end)
                part = Part(0, len(term.surface), i, j, "number")
                yield Match(i, j, "number", (term.surface, english.phrase(i, j)), (part,))


def _is_whole(said: Quantity, per: Per, surface: str) -> bool:
    """Return whether a term is an amount and what it is for, before it or behind it: 1ドル150円, 100円/kg."""
    behind = said.start == 0 and per.start == said.end and per.end == len(surface)
    return behind or (per.start == 0 and _AFTER.match(surface, said.end) is not None)


def _end(said: Quantity, target: Target, at: int) -> int | None:
    """Return the end of the English words that say for what each amount is, if its match ends at `at`; None without them."""
    assert said.per is not None
    pers = [
        q.per
        for q in target.quantities
        if q.start < at and q.per is not None and q.per.end > at and q.per.start >= q.end
    ]
    same = (per.end for per in pers if said.per.number == 1 and share_sense(per.unit, said.per.unit))
    return next(same, None)


@once
def periods(target: Target) -> list[Frequency]:
    """Return the periods in which something happens once, as the English says: *weekly*, *every six months*."""
    found = english_frequencies(target.english.text, target.quantities)
    return [each._replace(times=_ONCE) for each in found if each.times in ((), _ONCE)]
