"""The Japanese for the value of an English figure, to put in place of a wrong one: 85億円 for 95億円."""

import re
from collections.abc import Iterator
from fractions import Fraction

from termalign.checking.figures import Figure
from termalign.quantities import equivalence, japanese_quantities

_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?(兆|億|万)?")
_SCALES = {"兆": 10**12, "億": 10**8, "万": 10**4, "": 1}
_DATE = re.compile(
    r"(?<![0-9０-９])(?:([0-9０-９]{4})年)?([0-9０-９]{1,2})月(?:([0-9０-９]{1,2})日)?|([0-9０-９]{4})年|([0-9０-９]{1,2})日"
)
_TIME = re.compile(r"(午前|午後)?[0-9０-９]{1,2}時(?:[0-9０-９]{1,2}分|半)?")
_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_EQUAL = 0.7  # lowest `equivalence` of the same value, whose counter may say more than the English: 5台, *five units*
_MOST_DECIMALS = 2


def corrected_japanese(en: Figure, ja: str) -> str:
    """Return wrong Japanese with the value of an English figure, or ``""`` if its form cannot have that value.

    Examples
    --------
    >>> from termalign.checking.figures import english
    >>> pairs = ("five", "3台"), ("8.5 billion yen", "95億円"), ("May 9", "５月８日"), ("4 p.m.", "午後3時"), ("five", "三台")
    >>> [corrected_japanese(english(en).figures[0], ja) for en, ja in pairs]
    ['5台', '85億円', '５月９日', '午後4時', '']
    """
    wide = any(char in ja for char in "０１２３４５６７８９")
    ways = (way.translate(_WIDE) if wide else way for way in _ways(en, ja))
    return next((way for way in ways if _means(way, en)), "")


def _means(text: str, en: Figure) -> bool:
    found = japanese_quantities(text)
    return len(found) == 1 and equivalence(found[0], en.quantity) >= _EQUAL


def _ways(en: Figure, ja: str) -> Iterator[str]:
    """Yield the wrong Japanese with the right date, time or number in it."""
    date, time, number = en.quantity.date, _TIME.search(ja), _NUMBER.search(ja)
    if date is not None:
        said = "".join(f"{value}{unit}" for value, unit in zip(date, "年月日", strict=True) if value is not None)
        yield _DATE.sub(said, ja, count=1)
    elif time and en.quantity.kind == "time":
        hour, minute = map(int, en.quantity.numbers[:2])
        half = time[1] and ("午前" if hour < 12 else "午後")
        yield (
            ja[: time.start()]
            + f"{half or ''}{hour % 12 if half else hour}時"
            + (f"{minute}分" if minute else "")
            + ja[time.end() :]
        )
    elif number and len(en.values) == 1 and not en.is_numbering:
        for scale in (number[1] or "", *_SCALES):
            value = en.values[0] / _SCALES[scale]
            if (written := _written(value, "," in ja or "，" in ja)) and (value >= 1 or not scale):
                yield ja[: number.start()] + written + scale + ja[number.end() :]


def _written(value: Fraction, grouped: bool) -> str:
    """Return a number in digits, or ``""`` if that takes too many."""
    if value.denominator == 1:
        return f"{int(value):,}" if grouped else str(int(value))
    decimal = f"{float(value):.{_MOST_DECIMALS}f}".rstrip("0")
    return decimal if Fraction(decimal) == value else ""
