"""A term that was chosen in pieces, each with its part of what renders the whole: 熱帯 *tropical* and 低気圧 *depression*.

What speaks for a piece may weigh more than what speaks for the whole, as when the whole has another rendering beside it.
"""

from bisect import bisect_left
from collections.abc import Sequence

from termalign.choice.candidate import Candidate, place_of
from termalign.evidence.valued import VALUES

_LEAST = 0.4  # of the whole, by its own evidence
_SAME = 0.95  # strength of values that are the same, unit and all
_SURE = 0.85


def united(chosen: Sequence[Candidate], among: Sequence[Candidate]) -> list[Candidate]:
    """The chosen candidates, in Japanese order; those that are all the pieces of another one on both sides made that one.

    Parameters
    ----------
    chosen : sequence of Candidate
        A choice.
    among : sequence of Candidate
        What it was made from, with the scores of their own evidence.
    """
    found = sorted(chosen, key=place_of)
    starts = [c.start for c in found]
    able = [c for c in among if c.size > 1.0 and c.score >= _LEAST and (c.j - c.i > 1 or _is_value(c))]
    for whole in sorted(able, key=lambda c: (-c.size, -c.score, *c[:4])):
        first, last = bisect_left(starts, whole.start), bisect_left(starts, whole.end)
        if last - first < (1 if _is_value(whole) or _is_sure(whole) else 2):
            continue
        pieces = found[first:last]
        if len(pieces) == 1 and not _is_value(whole) and pieces[0][:2] == whole[:2]:
            continue
        if pieces[-1].end <= whole.end and _all_of(whole, pieces, found):
            found[first:last] = [whole._replace(score=max(c.score for c in (whole, *pieces)))]
            starts[first:last] = [whole.start]
    return found


def _is_value(c: Candidate) -> bool:
    """Whether all of a term is rendered by its value, of which a piece is no rendering: 78.4*%*, 78.4 *percent*."""
    best = c.matches[0]
    return best.kind in VALUES and best.strength >= _SAME and best.coverage == 1.0


def _is_sure(c: Candidate) -> bool:
    """Whether all of a term is surely rendered, so that a piece of it that was chosen with the rest left over is less."""
    best = c.matches[0]
    return c.score >= _SURE and best.coverage == 1.0 and best.strength >= _SAME


def _all_of(whole: Candidate, pieces: Sequence[Candidate], chosen: Sequence[Candidate]) -> bool:
    """Whether the pieces, and of what is chosen they alone, take words of the whole's English, and no others."""
    within = [c for c in chosen if c.i < whole.j and whole.i < c.j]
    return len(within) == len(pieces) and all(whole.i <= c.i and c.j <= whole.j for c in pieces)
