"""What one side says twice, and the other once: 713年（和銅6年）, *713*; *himatsuri (fire festival)*."""

import re
from collections.abc import Sequence

from termalign.choice import Candidate
from termalign.english import EnglishText

_AGAIN = re.compile(r" ?[(\[（/] ?[\"“'‘]?$")
_VALUED = frozenset({"date", "number", "composed"})
_OPENING = frozenset("(（〔［[")


def restated(among: Sequence[Candidate], chosen: Sequence[Candidate], text: str) -> list[Candidate]:
    """Dates that say again, in brackets or before them, what a chosen date says: 713年（和銅6年）, *713*."""
    found: list[Candidate] = []
    dates = [o for o in among if o.matches[0].kind == "date"]
    for c in chosen if dates else ():
        if any(m.kind == "date" for m in c.matches) or c.term.is_quantity:
            taken = [(o.start, o.end) for o in (c, *found, *(x for x in chosen if x.matches[0].kind in _VALUED))]
            same = [
                o._replace(i=c.i, j=c.j)
                for o in dates
                if c.i <= o.i
                and o.j <= c.j
                and (_opens_bracket(text, c.end, o.start) or _opens_bracket(text, o.end, c.start))
                and not any(o.start < end and start < o.end for start, end in taken)
            ]
            found += sorted(same, key=lambda o: (o.start - o.end, o.place))[:1]
    return found


def said_twice(
    among: Sequence[Candidate], chosen: Sequence[Candidate], english: EnglishText, threshold: float
) -> list[Candidate]:
    """What English says again directly after or before a chosen rendering: himatsuri *(fire festival)*."""
    taken = {k for c in chosen for k in range(c.i, c.j)}
    by_term: dict[tuple[int, int], list[Candidate]] = {(c.start, c.end): [] for c in chosen}
    for o in among:
        if o.score >= threshold and (o.start, o.end) in by_term:
            by_term[o.start, o.end].append(o)
    found = []
    for c in chosen:
        again = [
            o
            for o in by_term[c.start, c.end]
            if taken.isdisjoint(range(o.i, o.j))
            and (
                _AGAIN.match(english.gap(c.j - 1)) if o.i == c.j else o.j == c.i and _AGAIN.match(english.gap(o.j - 1))
            )
        ]
        if again:
            best = max(again, key=lambda o: (o.score, *o[:4]))
            found.append(best)
            taken.update(range(best.i, best.j))
    return found


def _opens_bracket(text: str, end: int, start: int) -> bool:
    """Whether a bracket opens between what ends at `end` and what starts at `start`, and nothing else stands there."""
    return text[end:start].strip() in _OPENING
