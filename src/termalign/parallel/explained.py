"""What English explains in brackets of a word that it has just spelled as it is read: Shoichii *(Senior First Rank)*.

What stands in such brackets renders the same Japanese once more, so that little evidence is enough for a word of it to be linked
to the term or a part of it, and none where the brackets hold nothing else.
"""

import re
from collections.abc import Iterator, Sequence

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.evidence.alike import ALIKE
from termalign.evidence.match import Match
from termalign.parallel.repeated import spelled

_OPENS = re.compile(r",? ?[(\[（] ?[\"“'‘]?$")
_CLOSES = re.compile(r"[)\]）]")
_OPENING = frozenset("(（〔［[")
_LONGEST = 16  # words in brackets that explain a word
_FEW = 4  # words of meaning that may all be the explanation without further evidence
_SURE = 0.75  # the score of what is linked so
_LEAD = frozenset(
    "literally lit meaning means namely ie eg present formerly called known later now current currently".split()
)


def explained(
    among: Sequence[Candidate], chosen: Sequence[Candidate], english: EnglishText, text: str, least: float
) -> list[Candidate]:
    """The choice with links of what stands in brackets after a word that is spelled as it is read, and without guesses at it.

    Parameters
    ----------
    among : sequence of Candidate
        What the choice was made from, with the scores of their own evidence.
    chosen : sequence of Candidate
        The choice.
    english : EnglishText
        The English side.
    text : str
        The Japanese side that the candidates' offsets belong to.
    least : float
        Least score of a candidate in brackets.
    """
    found = list(chosen)
    for c in chosen:
        inside = _in_brackets(c.j, english) if spelled(c) and text[c.end : c.end + 1] not in _OPENING else range(0)
        if not inside:
            continue
        found = [o for o in found if not (o.matches[0].rule == ALIKE and _stands_in(o, inside))]
        taken = {k for o in found for k in range(o.i, o.j)}
        own: set[int] = set()
        here = [
            o for o in among if o.score >= least and c.start <= o.start and o.end <= c.end and _stands_in(o, inside)
        ]
        for o in sorted(here, key=lambda o: (-o.score * o.size, o[:4])):
            words = range(o.i, o.j)
            if taken.isdisjoint(words):
                found.append(o._replace(score=max(o.score, _SURE)))
                taken.update(words)
                own.update(words)
        found += _rest(c, inside, own, taken, found, english)
    return found


def _stands_in(o: Candidate, inside: range) -> bool:
    return inside.start <= o.i and o.j <= inside.stop


def _in_brackets(j: int, english: EnglishText) -> range:
    """The words in brackets right before word `j`, if they may explain the word before it."""
    if j >= len(english) or not _OPENS.fullmatch(english.gap(j - 1)):
        return range(0)
    for k in range(j, min(j + _LONGEST, len(english))):
        if _CLOSES.search(english.gap(k)):
            return range(j, k + 1)
    return range(0)


def _rest(
    c: Candidate, inside: range, own: set[int], taken: set[int], chosen: Sequence[Candidate], english: EnglishText
) -> Iterator[Candidate]:
    """Links of the words in brackets that have none, where all of them may be the explanation of `c`; a word that stands outside
    as well renders the same as there: Uha no oritae *(border of Uha)*.
    """
    words = [k for k in inside if not english.lexemes[k].function and any(map(str.isalnum, english.forms[k]))]
    if (
        not words
        or c.term.proper
        or any(english.lexemes[k].lower in _LEAD or any(map(str.isdigit, english.forms[k])) for k in words)
    ):
        return
    if len(words) > _FEW or any(k in taken and k not in own for k in words):
        return
    elsewhere = {english.lexemes[o.i].lower: o for o in chosen if o.j - o.i == 1}
    for k in words:
        if k not in own:
            o = elsewhere.get(english.lexemes[k].lower, c)
            match = Match(k, k + 1, "apposition", _SURE, 1.0, (o.term.surface, english.phrase(k, k + 1)))
            yield Candidate(o.start, o.end, k, k + 1, o.term, (match,), _SURE, 1.0)
