"""A term that the English renders twice, the second time in brackets: *karesansui (dry landscape garden)*.

The model of translations is fitted on labels with one rendering of each term. So the second is judged by its own evidence.
"""

from collections.abc import Iterable, Sequence

from termalign.english.text import EnglishText
from termalign.propose.candidate import Candidate, apposed

_CLOSING = ")"


def second_renderings(
    chosen: Sequence[Candidate], candidates: Iterable[Candidate], english: EnglishText
) -> list[Candidate]:
    """Return the candidates that render the term of a chosen one again, in brackets, with the odds of their own evidence.

    What is in the brackets is one of the two renderings and nothing else.
    """
    if not english.has_brackets:
        return []
    taken = {k for c in chosen for k in range(c.i, c.j)}
    first = {(c.a, c.b): c for c in chosen}
    able = [
        c
        for c in candidates
        if (one := first.get((c.a, c.b)))
        and apposed(one, c, english)
        and taken.isdisjoint(range(c.i, c.j))
        and english.gap(max(c.j, one.j) - 1).startswith(_CLOSING)
    ]
    likeliest = {
        (c.a, c.b): c for c in sorted(able, key=lambda c: (c.single_odds, c.odds))
    }  # the last one of a term stays
    for c in likeliest.values():
        c.odds = c.single_odds
    return list(likeliest.values())
