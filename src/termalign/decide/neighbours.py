"""What a first choice says of each candidate: order, nearness, and whose the words at and beside it are."""

import math
from bisect import bisect_left
from collections.abc import Sequence

from termalign.decide.setting import named
from termalign.english.text import EnglishText
from termalign.kinds.kind import Features
from termalign.propose.candidate import Candidate


def seen_again(candidates: Sequence[Candidate], chosen: Sequence[Candidate], english: EnglishText) -> None:
    """Add to each candidate's features what those that were `chosen` say of it."""
    ordered = sorted(chosen, key=lambda c: c.a)
    starts = [c.a for c in ordered]
    taken: dict[int, Candidate] = {k: c for c in ordered for k in range(c.i, c.j)}
    for c in candidates:
        at = bisect_left(starts, c.a)
        left = [x for x in ordered[max(0, at - 3) : at] if x.b <= c.a][-2:]
        right = [x for x in ordered[at : at + 3] if x.a >= c.b][:2]
        f = _order(c, left, right, english)
        f.update(_whose(c, taken))
        c.features.update({named("again", name): value for name, value in f.items() if value})
        c.features["first odds"] = c.odds


def _order(c: Candidate, left: Sequence[Candidate], right: Sequence[Candidate], english: EnglishText) -> Features:
    """Whether it stands beside what the terms beside it are rendered by, and in the same order."""
    sentences = english.sentences
    f: Features = {}
    nearest = max(1, len(english))
    for side, beside in (("left", left[-1:]), ("right", right[:1])):
        for x in beside:
            distance = x.i - c.j if x.i >= c.j else c.i - x.j
            nearest = min(nearest, max(0, distance))
            f[named(side, "touches")] = float(distance == 0)
            f[named(side, "near")] = 1 / (1 + max(0, distance))
            if c.a == x.b or x.a == c.b:
                f[named(side, "together touches")] = float(distance == 0)
                f[named(side, "together far")] = min(3.0, math.log1p(max(0, distance)))
            f[named(side, "order")] = float((x.i < c.i) == (side == "left"))
            f[named(side, "other sentence")] = float(sentences[x.i] != sentences[c.i])
    f["nearest"] = math.log1p(nearest)
    if left and right:
        low, high = sorted((left[-1].i, right[0].i))
        f["between"] = float(low <= c.i <= high)
    places = [x.i for x in (*left, *right)]
    if places:
        f["off neighbours"] = math.log1p(abs(c.i - sum(places) / len(places)))
    else:
        f["alone"] = 1.0
    return f


def _whose(c: Candidate, taken: dict[int, Candidate]) -> Features:
    """Who was given its words, and those beside them."""
    own = [taken[k] for k in range(c.i, c.j) if k in taken]
    return {
        "words of others": float(any(x.b <= c.a or c.b <= x.a for x in own)),
        "chosen": float(any(x.place == c.place for x in own)),
        "chosen within": float(any(c.a <= x.a and x.b <= c.b and (x.a, x.b) != (c.a, c.b) for x in own)),
        "chosen around": float(any(x.a <= c.a and c.b <= x.b and (x.a, x.b) != (c.a, c.b) for x in own)),
        "word before taken": float(c.i - 1 in taken),
        "word after taken": float(c.j in taken),
    }
