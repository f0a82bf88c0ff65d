"""For a term that the user points at: every name that capitals show, and how much it and the term explain of each other."""

import math
from collections.abc import Iterator, Sequence

from termalign.english.capitals import Capitals, Join
from termalign.english.text import EnglishText
from termalign.propose.candidate import Candidate

_FIRM, _LOOSE = frozenset({Join.CLOSE, Join.OF}), frozenset(Join) - {Join.NONE, Join.APART}
_LEAST = -2.5  # log odds of what explains anything


def whole_names(
    given: tuple[int, int], inside: Sequence[Candidate], english: EnglishText, widths: Sequence[int]
) -> Iterator[Candidate]:
    """Candidates for the morphemes of a given term, of which `inside` are those of its parts."""
    if not english.cased:
        return
    a, b = given
    capitals = Capitals(english)
    firm = capitals.names(_FIRM)
    for names in (firm, capitals.names(_LOOSE)):
        for i, j in names:
            own = [c for c in inside if i <= c.i and c.j <= j and c.odds > _LEAST]
            words = {k for c in own for k in range(c.i, c.j)}
            sure = {k for c in own if c.odds > 0 for k in range(c.i, c.j)}
            content = [k for k in range(i, j) if not english.lexemes[k].function] or list(range(i, j))
            characters = sum(widths[k] for k in {k for c in own for k in range(c.a, c.b)})
            explained = characters / sum(widths[a:b])
            share = sum(k in words for k in content) / len(content)
            features = {
                "named": 1.0,
                "named words": share,
                "named sure words": sum(k in sure for k in content) / len(content),
                "named characters": explained,
                "named both": explained * share,
                "named loosely": float(names is not firm),
                "named by nothing": float(not own),
                "named whole text": float(i == 0 and j == len(english)),
                "named several": math.log(j - i),
                "named among": math.log(len(firm) or 1),
                "named in quotation marks": float(english.quotes and english.quoted(i, j)),
            }
            odds = max([c.odds for c in own], default=-1.0)
            yield Candidate(a, b, i, j, "context", features, odds=odds, covered=characters)
