"""Years with which one text explains an era that the other only names: *the Kan'ei era (1624–1644)* for 寛永年間."""

import re
from collections.abc import Iterator, Set
from itertools import pairwise

from termalign.checking.figures import Figure, Side
from termalign.quantities.calendar import are_years_of_eras

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
    for side in (ja, en):
        for first, last in pairwise(side.figures):
            begins, ends = _year(first, taken), _year(last, taken)
            if begins is None or ends is None or not _TO.fullmatch(side.text, first.end, last.start):
                continue
            if are_years_of_eras(begins, ends, ja.text, en.text):
                yield from (first, last)


def _year(figure: Figure, taken: Set[int]) -> int | None:
    """Return the year that a figure without a counterpart is; None for any other figure."""
    date = figure.quantity.date
    return date[0] if date and figure.quantity.granularity == "year" and id(figure) not in taken else None
