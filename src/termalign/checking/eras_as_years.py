"""Years with which one text explains an era that the other only names: *the Kan'ei era (1624–1644)* for 寛永年間."""

import re
from collections.abc import Iterator, Set
from itertools import pairwise

from termalign.checking.figures import Figure, Side
from termalign.quantities.calendar import are_first_and_last, periods_named

_TO = re.compile("年?[ 　]?(?:[-–—〜～~－]|から|より|to|and|until|through)[ 　]?", re.IGNORECASE)


def years_of_eras(ja: Side, en: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield the years from the first to the last of an era or a period of history, if one of the texts names it.

    If the other text has one of the two years, too, both texts state years, which are compared.

    >>> from termalign.checking.figures import english, japanese
    >>> def found(ja, en):
    ...     return [figure.text for figure in years_of_eras(japanese(ja), english(en), frozenset())]
    >>> found("寛永年間の創業", "founded in the Kan'ei era (1624–1644)"), found("寛永年間の創業", "founded in 1624–1634")
    (['1624', '1644'], [])
    """
    spans = [span for side in (ja, en) for span in _spans(side, taken)]
    periods = periods_named(ja.text, en.text) if spans else []
    for first, last in spans:
        if are_first_and_last(_year(first), _year(last), periods):
            yield from (first, last)


def _spans(side: Side, taken: Set[int]) -> Iterator[tuple[Figure, Figure]]:
    """Yield years without a counterpart of which one stands before “to” and the other behind."""
    for first, last in pairwise(side.figures):
        both = _year(first) and _year(last) and taken.isdisjoint((id(first), id(last)))
        if both and _TO.fullmatch(side.text, first.end, last.start):
            yield first, last


def _year(figure: Figure) -> int:
    """Return the year that a figure is; 0 if it is something else."""
    date = figure.quantity.date
    return (date[0] or 0) if date and figure.quantity.granularity == "year" else 0
