"""White space made even, with a mapping back to the caller's offsets."""

import re

from termalign.text.normalise import Normalised

#: Numbers with non-breaking spaces between thousands, as in France and the SI: 12 000.
_THOUSANDS = r"(?<![0-9.,])[1-9][0-9]{0,2}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])"
_UNEVEN = re.compile(rf"{_THOUSANDS}|\s\s+|[^\S ]")


def evenly_spaced(raw: str) -> Normalised:
    r"""Return a text in which any run of white space is one space, and no number contains a space.

    Examples
    --------
    >>> even = evenly_spaced("about 12\u202f000\r\n  people")
    >>> even.text, even.raw_span(6, 11), even.raw_span(12, 18)
    ('about 12000 people', (6, 12), (16, 22))
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _UNEVEN.finditer(raw):
        start, end = found.span()
        kept = [*range(at, start), *(k for k in range(start, end) if not raw[k].isspace())]
        pieces.extend(map(raw.__getitem__, kept))
        starts += kept
        ends += [k + 1 for k in kept]
        if raw[start].isspace():
            pieces.append(" ")
            starts.append(start)
            ends.append(end)
        at = end
    if not at:
        return Normalised(raw, raw)
    rest = range(at, len(raw))
    return Normalised(raw, "".join(pieces) + raw[at:], (*starts, *rest), (*ends, *(k + 1 for k in rest)))
