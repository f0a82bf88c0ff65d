"""A day that English tells by the day of the week: 23日に, *on Thursday*.

Agencies name the weekday where the Japanese has the day of the month. Where either side has one of them that no link has, they
are the same day.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from termalign.choice import Candidate
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.calendars import same_day

WEEKDAY_SCORE: Final = 0.85  # the chance that they are the same


def told_by_weekday(
    text: JapaneseText, gatherer: Gatherer, terms: TermCache, chosen: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The link of the one day that `chosen` leaves over with the one weekday, if there is one of each, scored by a chance."""
    bitext = gatherer.bitext
    weekdays = [bitext.english.words_in(q.start, q.end) for q in bitext.quantities if q.kind == "weekday"]
    if not weekdays:
        return
    words = {k for c in chosen for k in range(c.i, c.j)}
    left = [place for place in weekdays if words.isdisjoint(range(*place))]
    days = list(_days(text, terms, chosen)) if len(left) == 1 else []
    if len(days) != 1:
        return
    link = same_day(days[0], left[0], WEEKDAY_SCORE, text, bitext.english, terms)
    if link is not None:
        yield link


def _days(text: JapaneseText, terms: TermCache, chosen: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The days of a month, with it or without, that no link touches: folded code points ``start:end``."""
    for a, b in text.runs:
        base = text.morphemes[a].start
        for q in terms.at(text, a, b).quantities:
            start, end = base + q.start, base + q.end
            if q.date is None or q.date[0] is not None or q.date[2] is None:
                continue
            if not any(c.start < end and start < c.end for c in chosen):
                yield start, end
