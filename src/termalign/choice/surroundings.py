"""What stands around a candidate, in numbers: `termalign.score` weighs them."""

import math
from collections.abc import Sequence

from termalign.choice.candidate import Candidate
from termalign.choice.rivals import Expected, Rivals
from termalign.english import EnglishText
from termalign.evidence.nearness import drift

_SURE = 5.0  # log odds of a candidate that cannot be wrong


def surroundings(
    candidates: Sequence[Candidate], anchors: Sequence[Candidate], english: EnglishText, given: bool = False
) -> list[dict[str, float]]:
    """Named numbers that say how well each candidate fits among the others; names begin with ``choice/``."""
    rivals = Rivals(candidates)
    expected = Expected(anchors)
    words = len(english)
    length = max((c.end for c in candidates), default=1)
    found = []
    for c in candidates:
        own = math.log(c.score / (1.0 - c.score)) if 0.0 < c.score < 1.0 else _SURE
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
