"""What stands around a candidate, in numbers: `termalign.score` weighs them."""

import math
from collections.abc import Sequence

from termalign.choice.candidate import Candidate
from termalign.choice.rivals import Expected, Rivals
from termalign.english import EnglishText

#: The numbers of `surroundings`, in their order.
SURROUNDINGS = (
    "choice/bias",
    "choice/logit",
    "choice/rival-ja",
    "choice/rival-en",
    "choice/near",
    "choice/ordered",
    "choice/drift",
    "choice/size",
    "choice/words",
)
#: The same where the user named the terms.
GIVEN_SURROUNDINGS = (*SURROUNDINGS, "choice/given", "choice/given-logit")
_SURE = 5.0  # log odds of a candidate that cannot be wrong


def surroundings(
    candidates: Sequence[Candidate],
    anchors: Sequence[Candidate],
    english: EnglishText,
    given: bool = False,
    keeping: bool = False,
) -> list[tuple[float, ...]]:
    """How well each candidate fits among the others: its `SURROUNDINGS`, or where `given` its `GIVEN_SURROUNDINGS`.

    `keeping`: the anchors keep their words, so that who wants them is no rival to others.
    """
    rivals = Rivals(candidates, anchors if keeping else (), {k for k, gap in enumerate(english.gaps) if "(" in gap})
    expected = Expected(anchors)
    words = 2 * max(1, len(english))
    length = 2 * max([c.end for c in candidates], default=1)
    found: list[tuple[float, ...]] = []
    for c in candidates:
        start, end, i, j, _, _, score, size = c
        own = math.log(score / (1.0 - score)) if 0.0 < score < 1.0 else _SURE
        ja, en = rivals.of(c)
        near, ordered = expected.nearness(c)
        numbers = (
            1.0,
            own,
            ja - score,
            en - score,
            near,
            ordered,
            abs((i + j) / words - (start + end) / length),  # `drift`
            math.log(size if size > 0.5 else 0.5),
            math.log(j - i),
        )
        found.append((*numbers, 1.0, own) if given else numbers)
    return found
