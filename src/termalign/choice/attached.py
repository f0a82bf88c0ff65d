"""Words that stand twice in the English: each goes where what stands beside its term in the Japanese is rendered.

現代演劇や前衛演劇, *modern plays and avant-garde plays*: which *plays* is which 演劇, no evidence of their own tells, nor does
the order. What belongs together in the Japanese stands together in the English: 前衛 and the 演劇 right after it, 菓子 and
神 in 菓子の神.
"""

from collections.abc import Iterable, Mapping, Sequence

from termalign.choice.candidate import Candidate, place_of
from termalign.english import EnglishText

_TIES = {"": 3.0, "の": 2.0, "・": 2.0}
_LOOSE = 1.0  # a particle, or a verb that helps one
_PARTED = 0.3
_PARTING = frozenset("、。，．,.;；:：「」『』()（）")
_FURTHEST = 8  # words: further apart is no worse
_MARGIN = 2.0  # of words times ties
_WORSE = 0.25  # by which the own evidence of those that change places may be less


def attached(
    chosen: Sequence[Candidate], among: Sequence[Candidate], english: EnglishText, text: str
) -> list[Candidate]:
    """The chosen candidates, those moved or made to change places whose English words stand elsewhere too.

    Parameters
    ----------
    chosen : sequence of Candidate
        A choice.
    among : sequence of Candidate
        What it was made from, with the scores of their own evidence.
    english : EnglishText
        The English side.
    text : str
        The Japanese side that the candidates' offsets belong to.
    """
    stems, by_stem = english.stems, english.by_stem
    found = sorted(chosen, key=place_of)
    again = [k for k, c in enumerate(found) if len(by_stem[stems[c.i]]) > 1]
    if not again:
        return found
    heads = {stems[found[k].i] for k in again}
    own = {place_of(o): o for o in among if stems[o.i] in heads}
    places: dict[tuple[int, int, str], list[tuple[int, int]]] = {}
    for start, end, i, j in own:
        places.setdefault((start, end, stems[i]), []).append((i, j))
    for k in again:
        c = found[k]
        for i, j in places.get((c.start, c.end, stems[c.i]), ()):
            moved = _moved(found, k, i, j, own, stems)
            if moved and _nearer(found, moved, text) > _MARGIN:
                for x, o in moved.items():
                    found[x] = o._replace(score=found[x].score)
    return found


def _moved(
    found: Sequence[Candidate],
    k: int,
    i: int,
    j: int,
    own: Mapping[tuple[int, int, int, int], Candidate],
    stems: Sequence[str],
) -> dict[int, Candidate]:
    """Candidate `k` at the words ``i:j``, and in its place the one that has them; empty if there is no such choice."""
    c = found[k]
    if (i < c.j and c.i < j) or stems[i:j] != stems[c.i : c.j]:
        return {}
    holders = [x for x, d in enumerate(found) if d.i < j and i < d.j]
    places = {k: (c.start, c.end, i, j), **{x: (found[x].start, found[x].end, c.i, c.j) for x in holders}}
    if len(holders) > 1 or any(found[x][2:4] != (i, j) for x in holders) or not all(p in own for p in places.values()):
        return {}
    moved = {x: own[place] for x, place in places.items()}
    before = [own.get(place_of(found[x])) for x in moved]
    lost = sum(o.score for o in before if o is not None) - sum(o.score for o in moved.values())
    return moved if lost <= _WORSE else {}


def _nearer(found: Sequence[Candidate], moved: Mapping[int, Candidate], text: str) -> float:
    """By how much the renderings of what `moved` stand nearer to those of their neighbours than before."""
    pairs = {x for k in moved for x in (k - 1, k) if 0 <= x < len(found) - 1}
    return _apart(found, {}, pairs, text) - _apart(found, moved, pairs, text)


def _apart(found: Sequence[Candidate], moved: Mapping[int, Candidate], pairs: Iterable[int], text: str) -> float:
    """How far the renderings of the neighbours ``k`` and ``k + 1`` of `pairs` stand apart, each pair as firmly as it is tied."""
    total = 0.0
    for k in pairs:
        left, right = moved.get(k, found[k]), moved.get(k + 1, found[k + 1])
        gap = max(left.i - right.j, right.i - left.j, 0)
        total += _tie(text[left.end : right.start]) * min(gap, _FURTHEST)
    return total


def _tie(between: str) -> float:
    """How firmly two terms belong together by what stands between them."""
    tie = _TIES.get(between)
    return tie if tie is not None else _LOOSE if _PARTING.isdisjoint(between) else _PARTED
