"""Days of the old calendar that English gives in the new one: 寛永21年3月25日, *May 1*, 1644.

Until 1872 Japan counted its months by the moon, three to seven weeks behind ours. Where the Japanese says such a day, or such a
month, and the English one that is so much later, and neither is said on the other side, they are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.evidence.gather import Gatherer
from termalign.evidence.match import Match
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.quantities import Quantity
from termalign.quantities.calendar import GREGORIAN_SINCE

_SOONEST, _LATEST = 15, 60  # days from one calendar to the other
_DAYS, _MONTHS = 30, 12
_SURE = 0.8  # the chance that such days are the same


class _Day(NamedTuple):
    """A month, and a day of it unless the month alone is said.

    Attributes
    ----------
    month, day : int
        Their numbers; the day may be None.
    places : tuple of (int, int)
        Where they stand: code points in Japanese, words in English.
    """

    month: int
    day: int | None
    places: tuple[tuple[int, int], ...]


def converted(text: JapaneseText, gatherer: Gatherer, terms: TermCache, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Links of the days that `chosen` leaves over on both sides, in their order; the scores are chances."""
    english = gatherer.bitext.english
    theirs = [
        day._replace(places=tuple([english.words_in(*place) for place in day.places]))
        for day in _days(gatherer.bitext.quantities)
    ]
    words = {k for c in chosen for k in range(c.i, c.j)} if theirs else set()
    theirs = [day for day in theirs if all(words.isdisjoint(range(*place)) for place in day.places)]
    mine = list(_left_over(text, terms, chosen)) if theirs else []
    if len(mine) != len(theirs) or not all(map(_is_later, mine, theirs)):
        return []
    found = []
    for one, other in zip(mine, theirs, strict=True):
        for mine_at, theirs_at in zip(one.places, other.places, strict=False):
            link = same_day(mine_at, theirs_at, _SURE, text, english, terms)
            found += [link] if link is not None else []
    return found


def same_day(
    mine: tuple[int, int],
    theirs: tuple[int, int],
    score: float,
    text: JapaneseText,
    english: EnglishText,
    terms: TermCache,
) -> Candidate | None:
    """The link of a day at folded code points with the words of the same one; none where morphemes do not end there."""
    place = text.range_at(*mine)
    if place is None:
        return None
    term = terms.at(text, *place)
    match = Match(*theirs, "date", score, 1.0, (term.surface, english.phrase(*theirs)))
    return Candidate(*mine, *theirs, term, (match,), score, 1.0)


def _left_over(text: JapaneseText, terms: TermCache, chosen: Sequence[Candidate]) -> Iterator[_Day]:
    """The days of the Japanese that no link touches."""
    for a, b in text.runs:
        base = text.morphemes[a].start
        for day in _days(terms.at(text, a, b).quantities):
            places = tuple([(base + start, base + end) for start, end in day.places])
            if not any(c.start < end and start < c.end for c in chosen for start, end in places):
                yield day._replace(places=places)


def _days(quantities: Iterable[Quantity]) -> Iterator[_Day]:
    """The months and days among quantities, those of known years of the new calendar left out."""
    for q in quantities:
        if q.date is None:
            continue
        year, month, day = q.date
        if month is None or (year is not None and year >= GREGORIAN_SINCE):
            continue
        fields = sorted(
            [
                (field, (part.start, part.end))
                for part in q.parts or (q,)
                if isinstance(part.value, tuple)
                for field in (1, 2)
                if part.value[field] is not None
            ]
        )
        if [field for field, _ in fields] == [1, 2][: 1 + (day is not None)]:
            yield _Day(month, day, tuple([place for _, place in fields]))


def _is_later(one: _Day, other: _Day) -> bool:
    """Whether a day of the old calendar may be that of the new one."""
    months = (other.month - one.month) % _MONTHS
    if one.day is None or other.day is None:
        return months == 1
    return _SOONEST <= months * _DAYS + other.day - one.day <= _LATEST
