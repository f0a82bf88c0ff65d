"""Features of repeated terms: repetitions are rendered in order, the first mention first."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.once import once
from termalign.propose.candidate import Candidate


def set_turns(candidates: Iterable[Candidate], ja: JapaneseText, english: EnglishText) -> None:
    """Add features of repetition to the candidates whose last word occurs more than once."""
    for c in candidates:
        places = english.by_stem[english.stems[c.j - 1]]
        if len(places) > 1:
            c.features.update(_turn(ja, c.a, c.b, places, c.j - 1))


def _turn(ja: JapaneseText, a: int, b: int, places: Sequence[int], k: int) -> Features:
    """Return features of repetition for the term ``a:b`` and the English word ``k``, which occurs at ``places``."""
    said = _said(ja, ja.surface(a, b))
    before, at = bisect_left(said, a), bisect_left(places, k)
    if len(places) == len(said):
        return {"own turn" if before == at else "another's turn": 1.0}
    found = {"repeated": math.log(len(places))}
    if len(said) > 1:
        found["off turn"] = abs(at / (len(places) - 1) - before / (len(said) - 1))
    return found


def _said(ja: JapaneseText, surface: str) -> Sequence[int]:
    """Return the first morpheme of each occurrence of a term, without occurrences inside morphemes: not 京都 in 東京都."""
    known = _all_said(ja)
    found = known.get(surface)
    if found is None:
        found = known[surface] = []
        at = ja.text.find(surface)
        while at >= 0:
            place = ja.range_at(at, at + len(surface))
            if place is not None:
                found.append(place[0])
            at = ja.text.find(surface, at + 1)
    return found


@once
def _all_said(ja: JapaneseText) -> dict[str, list[int]]:
    return {}
