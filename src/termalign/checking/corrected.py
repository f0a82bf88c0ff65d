"""What a figure should be, with the value of the other text: *Article 1* for *Article 2*, 85億円 for 95億円."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from unicodedata import normalize

from termalign.checking.figures import Figure
from termalign.quantities import Quantity, english_quantities, equivalence, japanese_quantities
from termalign.quantities.quantity import ordinal

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(st|nd|rd|th)?\b")
_ROMAN = re.compile(r"\b[IVX]+$")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE = re.compile("|".join(_SCALES), re.IGNORECASE)
_HALF_OF_DAY = re.compile(r"(\s?)([ap])(m(?![a-z])|\.m\.)", re.IGNORECASE)
_GROUPED = re.compile(r"(?<=\d) (?=\d{3})")
_JAPANESE_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?(兆|億|万)?")
_JAPANESE_SCALES = {"兆": 10**12, "億": 10**8, "万": 10**4, "": 1}
_DATE = re.compile(
    r"(?<![0-9０-９])(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?|[0-9０-９]{4}年|[0-9０-９]{1,2}日"
)
_TIME = re.compile(r"(午前|午後)?[0-9０-９]{1,2}時(?:[0-9０-９]{1,2}分|半)?")
_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
# Lowest `equivalence` of the same value; a Japanese counter may say more than the English: 5台, *five units*
_EQUAL, _EQUAL_BUT_FOR_COUNTERS = 0.9, 0.7
_WITH_COMMAS = 1000  # smallest number with a comma, without which some write it


def corrected(ja: Figure, en: str = "") -> str:
    """Return the English for a Japanese figure in the form of some wrong English, if that form can have the value.

    Examples
    --------
    >>> from termalign.checking.figures import japanese
    >>> pairs = ("第1条", "Article 2"), ("午後3時", "5 p.m."), ("3億円", "30 million yen"), ("第3条", "Article IV")
    >>> [corrected(japanese(ja).figures[0], en) for ja, en in pairs]
    ['Article 1', '3 p.m.', '300 million yen', 'Article III']
    """
    said = _GROUPED.sub(",", ja.said).replace("≈ ", "about ").replace("JPY", "yen")
    return _first_with(ja, english_quantities, _ways(ja, en), _EQUAL) or said


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
    ways = (way.translate(_WIDE) if wide else way for way in _japanese_ways(en, ja))
    return _first_with(en, japanese_quantities, ways, _EQUAL_BUT_FOR_COUNTERS)


def _first_with(
    figure: Figure, quantities: Callable[[str], Sequence[Quantity]], ways: Iterator[str], least: float
) -> str:
    """Return the first of some ways to write a figure that is read with its value, or ``""``."""
    for way in ways:
        found = quantities(way)
        if len(found) == 1 and equivalence(figure.quantity, found[0]) >= least:
            return way
    return ""


def _ways(ja: Figure, en: str) -> Iterator[str]:
    """Yield the wrong English with the right number or time in it."""
    en = " ".join(en.split())
    number, scale, half = _NUMBER.search(en), _SCALE.search(en), _HALF_OF_DAY.search(en)
    if number and len(ja.values) == 1 and not ja.is_numbering:
        value = ja.values[0] / (_SCALES[scale[0].lower()] if scale else 1)
        written = ordinal(int(value)) if number[1] else _written(value, _is_grouped(value, number[0], ja))
        if written:
            yield en[: number.start()] + written + en[number.end() :]
    roman = _ROMAN.search(en)
    if roman and len(ja.values) == 1:
        yield en[: roman.start()] + _roman(int(ja.values[0]))
    if half and ja.quantity.kind == "time":
        hour, minute = map(int, ja.quantity.numbers[:2])
        minutes = f":{minute:02}" if minute or ":" in en else ""
        letter = "a" if hour < 12 else "p"
        yield f"{hour % 12 or 12}{minutes}{half[1]}{letter if half[2].islower() else letter.upper()}{half[3]}"


def _roman(value: int) -> str:
    """Return a Roman numeral; digits for a number that has no character of its own (Ⅳ)."""
    return normalize("NFKC", chr(ord("Ⅰ") - 1 + value)) if value in range(1, 13) else str(value)


def _is_grouped(value: Fraction, en: str, ja: Figure) -> bool:
    """Return whether to write a number with commas: the wrong one has them, or it is an amount too short to show the style."""
    quantity, whole = ja.quantity, en.replace(",", "").partition(".")[0]
    is_amount = quantity.kind == "money" or (quantity.kind == "number" and quantity.unit != "")
    return "," in en or value >= 10 * _WITH_COMMAS or (is_amount and int(whole) < _WITH_COMMAS)


def _japanese_ways(en: Figure, ja: str) -> Iterator[str]:
    """Yield the wrong Japanese with the right date, time or number in it."""
    date, time, number = en.quantity.date, _TIME.search(ja), _JAPANESE_NUMBER.search(ja)
    if date is not None:
        said = "".join(f"{value}{unit}" for value, unit in zip(date, "年月日", strict=True) if value is not None)
        yield _DATE.sub(said, ja, count=1)
    elif time and en.quantity.kind == "time":
        hour, minute = map(int, en.quantity.numbers[:2])
        said = _japanese_time(hour, minute, in_halves=bool(time[1]))
        yield ja[: time.start()] + said + ja[time.end() :]
    elif number and len(en.values) == 1 and not en.is_numbering:
        for scale in (number[1] or "", *_JAPANESE_SCALES):
            value = en.values[0] / _JAPANESE_SCALES[scale]
            if (written := _written(value, "," in ja or "，" in ja)) and (value >= 1 or not scale):
                yield ja[: number.start()] + written + scale + ja[number.end() :]


def _japanese_time(hour: int, minute: int, *, in_halves: bool) -> str:
    half = ("午前" if hour < 12 else "午後") if in_halves else ""
    return f"{half}{hour % 12 if half else hour}時{f'{minute}分' if minute else ''}"


def _written(value: Fraction, grouped: bool) -> str:
    """Return a number in digits, or ``""`` if that takes too many."""
    if value.denominator == 1:
        return f"{int(value):,}" if grouped else str(int(value))
    decimal = f"{float(value):.4f}".rstrip("0")
    return decimal if Fraction(decimal) == value else ""
