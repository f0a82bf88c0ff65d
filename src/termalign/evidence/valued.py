"""What a quantity does not say: words that stand in an English quantity of another value than the Japanese one.

A part of a quantity is not rendered where the whole is not: of 7割 the *Seven* of *Seven percent*, of 3億円 the *million yen* of
*3 million yen*.
"""

from collections.abc import Iterable, Sequence

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term

VALUES = frozenset({"number", "date"})
_NUMERALS = frozenset("一二三四五六七八九十百千万億兆")
SURE_VALUE = 0.7  # strength of two values that are the same
_SURE = VALUES | {"glossary"}


def agreeing(matches: Sequence[Match], bitext: Bitext) -> list[Match]:
    """The matches of a term that is a quantity, without those in quantities of another value."""
    other = differing([(m.i, m.j) for m in matches if m.kind in VALUES], bitext)
    return [m for m in matches if m.kind in _SURE or not _touches(m.i, m.j, other)] if other else list(matches)


def whole(matches: Sequence[Match]) -> list[Match]:
    """The matches of a term that is a quantity, without those of less than a whole one that says the same: the 3 of *3%*."""
    said = [(m.i, m.j) for m in matches if m.kind in VALUES and m.strength >= SURE_VALUE and m.coverage == 1.0]
    return [
        m
        for m in matches
        if m.kind in _SURE or not any(i <= m.i and m.j <= j and (i, j) != (m.i, m.j) for i, j in said)
    ]


def differing(said: Sequence[tuple[int, int]], bitext: Bitext) -> list[tuple[int, int]]:
    """The quantities of the English text, as words, that share none with what is `said`."""
    if not said:
        return list(bitext.quantity_words)
    return [place for place in bitext.quantity_words if not _touches(*place, said)]


def names_no_number(term: Term) -> bool:
    """Whether kanji numerals stand in the term and count nothing: 一方, 千利休, 二次; no numeral alone renders it."""
    numerals = [c in _NUMERALS for c in term.surface]
    return any(numerals) and not all(numerals) and not term.quantities


class Valued:
    """What the quantities in a term bar their own parts from.

    Parameters
    ----------
    term : Term
        A term, or a noun run.
    matches : iterable of Match
        What the matchers say of it as one piece.
    bitext : Bitext
        The English side.
    """

    def __init__(self, term: Term, matches: Iterable[Match], bitext: Bitext) -> None:
        parts = [part for m in matches if m.kind in VALUES for part in m.parts]
        self._barred = []
        for q in term.quantities:
            said = [(p.i, p.j) for p in parts if p.start < q.end and q.start < p.end]
            self._barred.append((q.start, q.end, differing(said, bitext)))

    def bars(self, start: int, end: int, i: int, j: int) -> bool:
        """Whether the code points ``start:end``, cut out of a quantity, do not stand at the words ``i:j``."""
        for begin, stop, other in self._barred:
            if start < stop and begin < end and not (start <= begin and stop <= end) and _touches(i, j, other):
                return True
        return False


def _touches(i: int, j: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(i < b and a < j for a, b in places)
