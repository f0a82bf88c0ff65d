"""Two looks at candidates: named numbers that say how well each fits among the others.

The first look has only each candidate's own evidence to judge the others by. The second has a first choice: who was chosen near
by, and who else would still do for the same words. `termalign.score` weighs the numbers.
"""

import math
from collections import Counter
from collections.abc import Sequence

from termalign.choice.candidate import Candidate
from termalign.choice.rivals import Expected, Rivals
from termalign.english import EnglishText
from termalign.evidence.nearness import drift

_SURE = 5.0  # log odds of a candidate that cannot be wrong


def log_odds(score: float) -> float:
    return math.log(score / (1.0 - score)) if 0.0 < score < 1.0 else _SURE


def first_look(
    candidates: Sequence[Candidate], anchors: Sequence[Candidate], english: EnglishText, given: bool = False
) -> list[dict[str, float]]:
    """Named numbers that say how well each candidate fits among the others; names begin with ``choice/``."""
    rivals = Rivals(candidates)
    expected = Expected(anchors)
    words = len(english)
    length = max((c.end for c in candidates), default=1)
    found = []
    for c in candidates:
        own = log_odds(c.score)
        ja, en = rivals.of(c)
        near, ordered = expected.nearness(c)
        found.append(
            {
                "choice/bias": 1.0,
                "choice/logit": own,
                "choice/rival-ja": ja - c.score,
                "choice/rival-en": en - c.score,
                "choice/near": near,
                "choice/ordered": ordered,
                "choice/drift": drift(c.i, c.j, words, (c.start + c.end) / (2 * length)),
                "choice/size": math.log(max(0.5, c.size)),
                "choice/words": math.log(c.j - c.i),
            }
        )
        if given:
            found[-1] |= {"choice/given": 1.0, "choice/given-logit": own}
    return found


def second_look(
    candidates: Sequence[Candidate], chosen: Sequence[Candidate], english: EnglishText
) -> list[dict[str, float]]:
    """What a first choice says of each candidate; names begin with ``again/``.

    Parameters
    ----------
    candidates : sequence of Candidate
        With the scores that the first look left them.
    chosen : sequence of Candidate
        The first choice.
    """
    rivals = Rivals(candidates)
    expected = Expected(chosen)
    said = Counter(surface for surface, _ in {(c.term.surface, c.start) for c in candidates})
    long = math.log(max(1, len(english)))
    found = []
    for c in candidates:
        ja, en = rivals.of(c)
        near, ordered = expected.nearness(c)
        best = c.matches[0]
        again_ja = math.log(said[c.term.surface])
        again_en = math.log(len(english.by_stem[english.stems[c.i]]))
        numbers = {
            "again/bias": 1.0,
            "again/logit": log_odds(c.score),
            "again/rival-ja": ja - c.score,
            "again/rival-en": en - c.score,
            "again/near": near,
            "again/ordered": ordered,
            "again/said-ja": again_ja,
            "again/said-en": again_en,
            "again/said-both": again_ja * again_en,
            "again/long": long,
            f"again/by-{best.kind}" + (f"/{best.rule}" if best.rule else ""): 1.0,
        }
        if all(x.function for x in english.lexemes[c.i : c.j]):
            numbers["again/function-word"] = 1.0
        found.append(numbers)
    return found
