"""The same abbreviation in brackets in both texts: 無人搬送車（AGV）, *automated guided vehicles (AGVs)*.

The Japanese and the English before the brackets correspond, even if no dictionary has the term.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate
from termalign.propose.runs import Range
from termalign.target.target import Target

_BRACKETED = re.compile(r"[(（]([A-Z][A-Za-z0-9&/-]{1,9})[)）]")
_PLURAL = re.compile(r"(?<=[A-Z0-9])s$")


def shared_short_forms(
    at: Mapping[tuple[int, int, int, int], Candidate], ja: JapaneseText, runs: Sequence[Range], target: Target
) -> Iterator[Candidate]:
    """Yield candidates for terms that both sides abbreviate alike. Candidates that are already there get the feature instead.

    ``at`` has the existing candidates by place; ``runs`` are the stretches of morphemes to find English for.
    """
    brackets = list(_BRACKETED.finditer(ja.text)) if target.acronyms else []
    if not brackets:
        return
    ends = {ja.morphemes[b - 1].end: (a, b) for a, b in runs}
    for (first, last), (i, j), _ in target.definitions:
        short = _PLURAL.sub("", target.english.phrase(first, last))
        for bracket in brackets:
            place = ends.get(bracket.start())
            if place is not None and _PLURAL.sub("", bracket[1]) == short:
                known = at.get((*place, i, j))
                if known is None:
                    size = bracket.start() - ja.morphemes[place[0]].start
                    yield Candidate(*place, i, j, "context", {"same short form": 1.0, "bias": 1.0}, covered=size)
                else:
                    known.features["same short form"] = 1.0
