"""The same abbreviation in brackets on both sides: 無人搬送車（AGV）, *automated guided vehicles (AGVs)*.

What stands before it on either side is the same, whatever is known of it: no dictionary need have the term.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from termalign.choice import Candidate
from termalign.evidence.gather import Gatherer
from termalign.evidence.match import Match
from termalign.evidence.part_weights import mass
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText

_BRACKETED = re.compile(r"[(（]([A-Z][A-Za-z0-9&/-]{1,9})[)）]")
_PLURAL = re.compile(r"(?<=[A-Z0-9])s$")
SHARED_SCORE: Final = 0.95  # the chance that they are the same


def with_shared_short_forms(
    chosen: Sequence[Candidate], text: JapaneseText, gatherer: Gatherer, terms: TermCache
) -> list[Candidate]:
    """The links of a text; what either side has the same abbreviation for is one link, in place of links of its pieces.

    Parameters
    ----------
    chosen : sequence of Candidate
        Links of the text, no two of which share a word.
    """
    found, bitext = list(chosen), gatherer.bitext
    english = bitext.english
    for (first, last), (i, j), _ in bitext.definitions:
        for a, b in _before(_PLURAL.sub("", english.phrase(first, last)), text):
            end = text.morphemes[b - 1].end
            others = [c.end for c in found if _outside(c, i, j) and c.start < end]
            start = max([text.morphemes[a].start, *others])
            place = text.range_at(start, end)
            inside = [c for c in found if not _outside(c, i, j)]
            if place is None or any(c.start < start or end < c.end or c.i < i or j < c.j for c in inside):
                continue
            term = terms.at(text, *place)
            match = Match(i, j, "context", SHARED_SCORE, 1.0, (term.surface, english.phrase(i, j)))
            best = max(inside, key=lambda c: c.score, default=None)
            if best is None and not gatherer.may_say("context"):
                continue
            matches, score = ((match,), SHARED_SCORE) if best is None else (best.matches, max(SHARED_SCORE, best.score))
            found = [
                *[c for c in found if c not in inside],
                Candidate(start, end, i, j, term, matches, score, mass(term)),
            ]
    return found


def _before(short: str, text: JapaneseText) -> Iterator[tuple[int, int]]:
    """The runs of nouns before the abbreviation in brackets: morphemes ``a:b``."""
    for bracket in _BRACKETED.finditer(text.text):
        if _PLURAL.sub("", bracket[1]) == short:
            yield from [(a, b) for a, b in text.runs if text.morphemes[b - 1].end == bracket.start()]


def _outside(c: Candidate, i: int, j: int) -> bool:
    """Whether a link has no word of ``i:j``."""
    return c.j <= i or j <= c.i
