"""What a quantity does not say: words that stand in an English quantity of another value than the Japanese one.

A part of a quantity is not rendered where the whole is not: of 7割 the *Seven* of *Seven percent*, of 3億円 the *million yen* of
*3 million yen*.
"""

from collections.abc import Iterable, Sequence, Set

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term

VALUES = frozenset({"number", "date"})
_NUMERALS = frozenset("一二三四五六七八九十百千万億兆")
SURE_VALUE = 0.7  # strength of two values that are the same
_SURE = VALUES | {"glossary"}


def agreeing(matches: Sequence[Match], bitext: Bitext) -> list[Match]:
    """The matches of a term that is a quantity, without those in quantities of another value."""
    same = _said([(m.i, m.j) for m in matches if m.kind in VALUES], bitext)
    return [m for m in matches if m.kind in _SURE or not _differs(m.i, m.j, same, bitext)]


def whole(matches: Sequence[Match]) -> list[Match]:
    """The matches of a term that is a quantity, without those of less than a whole one that says the same: the 3 of *3%*."""
    said = [(m.i, m.j) for m in matches if m.kind in VALUES and m.strength >= SURE_VALUE and m.coverage == 1.0]
    return [
        m
        for m in matches
        if m.kind in _SURE or not any(i <= m.i and m.j <= j and (i, j) != (m.i, m.j) for i, j in said)
    ]


def _said(places: Iterable[tuple[int, int]], bitext: Bitext) -> frozenset[int]:
    """Which of the quantities of the English text have a word of these places."""
    at = bitext.quantities_at
    return frozenset([q for i, j in places for k in range(i, j) for q in at.get(k, ())])


def _differs(i: int, j: int, same: Set[int], bitext: Bitext) -> bool:
    """Whether one of the words ``i:j`` is of a quantity that is none of the `same`."""
    at = bitext.quantities_at
    return any(q not in same for k in range(i, j) for q in at.get(k, ()))


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
        self._bitext = bitext
        self._barred = []
        for q in term.quantities:
            said = [(p.i, p.j) for p in parts if p.start < q.end and q.start < p.end]
            self._barred.append((q.start, q.end, _said(said, bitext)))

    def bars(self, start: int, end: int, i: int, j: int) -> bool:
        """Whether the code points ``start:end``, cut out of a quantity, do not stand at the words ``i:j``."""
        return any(
            start < stop and begin < end and not (start <= begin and stop <= end) and _differs(i, j, same, self._bitext)
            for begin, stop, same in self._barred
        )
