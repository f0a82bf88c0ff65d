"""What one side says twice, and the other once: 713年（和銅6年）, *713*; *himatsuri (fire festival)*."""

import re
from collections.abc import Sequence

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.naming.legal_form import after_company

_AGAIN = re.compile(r" ?[(\[（/] ?[\"“'‘]?$")
_BRACKET = re.compile(r" ?[(\[（][\"“'‘]?$")
#: What stands between a rendering and another one, behind a comma.
_ALIAS = frozenset({"or", "known as", "also known as", "called", "officially"})
_LONGEST_ALIAS = 3  # words
_CLOSE = re.compile(r"[)\]）]")
_VALUED = frozenset({"date", "number", "composed"})
_SOUND = frozenset({"romaji", "name", "clip"})
_NEAR = 12  # words
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
    among: Sequence[Candidate], chosen: Sequence[Candidate], bitext: Bitext, threshold: float
) -> list[Candidate]:
    """What English says again of a term: directly after or before a chosen rendering, himatsuri *(fire festival)*, or as the
    other half of a definition, Cyber Patrol Team, or *CPT*.
    """
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
            if taken.isdisjoint(range(o.i, o.j)) and (_beside(c, o, bitext.english) or _defined(c, o, bitext))
        ]
        if again:
            best = max(again, key=lambda o: (o.score, *o[:4]))
            found.append(best)
            taken.update(range(best.i, best.j))
    return found


def _beside(c: Candidate, o: Candidate, english: EnglishText) -> bool:
    """Whether no more than an opening bracket, a slash or *known as* stands between two renderings."""
    first, then = (c, o) if c.j <= o.i else (o, c)
    if then.i == first.j:
        return _AGAIN.match(english.gap(first.j - 1)) is not None
    if then.i - first.j > _LONGEST_ALIAS or not english.gap(first.j - 1).startswith(","):
        return False
    return " ".join([x.lower for x in english.lexemes[first.j : then.i]]) in _ALIAS


def _defined(c: Candidate, o: Candidate, bitext: Bitext) -> bool:
    """Whether one of two renderings is short for the other, as the text defines it."""
    if not bitext.acronyms:
        return False
    english = bitext.english
    return any(
        (c.place[2:] == short and _is_long(o, long, english)) or (o.place[2:] == short and _is_long(c, long, english))
        for short, long, _ in bitext.definitions
    )


def _is_long(c: Candidate, long: tuple[int, int], english: EnglishText) -> bool:
    """Whether a rendering is the long form of a definition, its *Co., Ltd.* left aside."""
    return c.i == long[0] and (c.j == long[1] or (c.j < long[1] and after_company(english, c.j) == long[1]))


def named_first(among: Sequence[Candidate], english: EnglishText, threshold: float) -> list[Candidate]:
    """The candidates without what only explains a term in brackets, right after its name: Junii *(Junior Second Rank)*.

    Parameters
    ----------
    among : sequence of Candidate
        With the scores of their own evidence.
    threshold : float
        Least score of a name that is believed.
    """
    explained: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for c in among:
        if c.score >= threshold and spelled(c) and _BRACKET.match(english.gap(c.j - 1)):
            close = next((k for k in range(c.j, min(c.j + _NEAR, len(english))) if _CLOSE.search(english.gap(k))), None)
            if close is not None:
                explained.setdefault((c.start, c.end), []).append((c.j, close + 1))
    if not explained:
        return list(among)
    return [
        o for o in among if spelled(o) or not any(i <= o.i and o.j <= j for i, j in explained.get((o.start, o.end), ()))
    ]


def said_both_ways(
    among: Sequence[Candidate], chosen: Sequence[Candidate], beside: Sequence[Candidate], threshold: float
) -> list[Candidate]:
    """What English says of a term both ways, by its sound and by its meaning: *honzon (main image of worship)*, not far apart.

    Parameters
    ----------
    among : sequence of Candidate
        What the choice was made from, with the scores of their own evidence.
    chosen : sequence of Candidate
        The choice.
    beside : sequence of Candidate
        Other links, whose words are taken.
    threshold : float
        Least score of the other way.
    """
    taken = {k for c in (*chosen, *beside) for k in range(c.i, c.j)}
    both = [(c, spelled(c)) for c in chosen]
    able = [
        o
        for o in among
        if o.score >= threshold
        and taken.isdisjoint(range(o.i, o.j))
        and any(c.start <= o.start and o.end <= c.end and abs(o.i - c.i) <= _NEAR and s != spelled(o) for c, s in both)
    ]
    found: list[Candidate] = []
    for o in sorted(able, key=lambda o: (-o.score * o.size, o.place)):
        if not any((o.start < x.end and x.start < o.end) or (o.i < x.j and x.i < o.j) for x in found):
            found.append(o)
    return found


def spelled(c: Candidate) -> bool:
    """Whether a candidate is spelled as it is read."""
    best = c.matches[0]
    return best.kind in _SOUND or (bool(best.parts) and all(p.kind in _SOUND for p in best.parts))


def _opens_bracket(text: str, end: int, start: int) -> bool:
    """Whether a bracket opens between what ends at `end` and what starts at `start`, and nothing else stands there."""
    return text[end:start].strip() in _OPENING
