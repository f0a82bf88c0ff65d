"""Times of the day that the English works out: 17時開演、30分前開場, *starts at 5 p.m.; doors open at 4:30*."""

from collections.abc import Iterator

from termalign.checking.figures import Figure, Side

_MINUTES = {"minute": 1, "hour": 60}
_DIRECTIONS = {"前": -1, "後": 1}
_HALF_A_DAY = 12 * 60


def worked_out_times(ja: Side, en: Side) -> Iterator[Figure]:
    """Yield English times that are so long before or after a Japanese one, and the Japanese spans that say how long.

    >>> from termalign.checking.figures import english, japanese
    >>> found = worked_out_times(japanese("17時開演、30分前開場。"), english("It starts at 5 p.m.; doors open at 4:30."))
    >>> [figure.text for figure in found]
    ['30分', '4:30']
    """
    times = [figure for figure in en.figures if figure.quantity.kind == "time"]
    if not times:
        return
    starts = [_minutes(figure) for figure in ja.figures if figure.quantity.kind == "time"]
    for span in ja.figures:
        direction = _DIRECTIONS.get(ja.text[span.end : span.end + 1])
        unit = _MINUTES.get(span.quantity.unit)
        if direction is not None and unit is not None and span.quantity.kind == "duration" and len(span.values) == 1:
            then = {(start + direction * unit * span.values[0]) % _HALF_A_DAY for start in starts}
            said = [time for time in times if _minutes(time) % _HALF_A_DAY in then]
            if said:
                yield from (span, *said)


def _minutes(time: Figure) -> int:
    """Return the minutes since midnight, or since noon if the text leaves open which it is."""
    hour, minute = map(int, time.quantity.numbers[:2])
    return 60 * hour + minute
