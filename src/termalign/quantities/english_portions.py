"""Percentages, fractions, ages, magnitudes and seismic grades in English."""

import re
from fractions import Fraction

from termalign.quantities.build import plain, with_unit
from termalign.quantities.english_context import Following, preceding, unit_after
from termalign.quantities.english_numerals import ORDINALS, Numeral, read_figures, read_words
from termalign.quantities.quantity import Amount, Quantity

PERCENT = re.compile(r"(?: ?%|[ -]percent\b|[ -]per[ -]cent\b|[ -]pct\b)(?!(?:age)?[ -]points?)", re.IGNORECASE)
OLD = re.compile(r"[ -](?:(year|month|week|day)s?|yrs?)[ -](?:old|of age)s?\b", re.IGNORECASE)
_AGE_UNITS = frozenset(["year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days"])
_PERCENT_WORDS = frozenset(["percent", "per", "pct"])
_AGE_WORDS = frozenset(["aged", "age", "ages", "turned", "turns", "turning"])
_AGE_OF = re.compile(r"\b(age of )$", re.IGNORECASE)
_OR_ANOTHER = re.compile(r" or (?!(?:more|older|over|above|younger|under|below|less)\b)", re.IGNORECASE)
_SEISMIC = {
    "lower": "seismic lower", "weak": "seismic lower", "minus": "seismic lower", "upper": "seismic upper",
    "strong": "seismic upper", "plus": "seismic upper",
}  # fmt: skip
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "hundredths": 100} | {
    word + s: ORDINALS[word] for word in list(ORDINALS)[2:10] for s in ("", "s")
}
_BAR = re.compile(r"/([0-9]{1,3})(?![0-9/])")
_CHANCE = re.compile(r"[ -](?:in|out[ -]of)(?:[ -]every)?[ -](?:a (?=[a-z])|a-(?=[a-z]))?(?=[a-z0-9])", re.IGNORECASE)
_RAREST = 10**7  # what is rarer is no portion
_INTENSITY = re.compile(r"\b(?:seismic )?intensity (?:of )?$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"(?:\bmagnitude[ -](?:of )?|\bM ?)$", re.IGNORECASE)


def read_portion(text: str, numeral: Numeral, after: Following) -> Quantity | None:
    """What a number begins that is no plain amount; None for one."""
    sign = text[numeral.end : numeral.end + 1]
    if sign == "%" or after.word in _PERCENT_WORDS or text.startswith(" %", numeral.end):
        percent = PERCENT.match(text, numeral.end)
        if percent is not None:
            return _percent(text, numeral, percent.end())
    if numeral.ordinal:
        return None
    if after.word in _AGE_UNITS and (old := OLD.match(text, numeral.end)):
        span, head = (numeral.start, old.end()), (numeral.start, numeral.end)
        unit = (old[1] or "year").lower()
        return with_unit(span, head, (numeral.end + 1, old.end()), "age", numeral.low, unit)
    if isinstance(numeral.low, int):
        fraction = _fraction(text, numeral, numeral.low, sign, after)
        if fraction is not None:
            return fraction
    return _before(text, numeral, after)


def _percent(text: str, numeral: Numeral, end: int) -> Quantity:
    start, value = numeral.start, numeral.low
    if preceding(text, start) == "minus":
        start, value = start - 6, -value
    sign = numeral.end + (text[numeral.end] in " -")
    return with_unit((start, end), (numeral.start, numeral.end), (sign, end), "percent", value, "")


def _fraction(text: str, numeral: Numeral, value: int, sign: str, after: Following) -> Quantity | None:
    """1/3, two thirds, one in five."""
    if sign == "/":
        bar = _BAR.match(text, numeral.end) if numeral.figures else None
        if bar is not None and int(bar[1]) > 1:
            return plain(numeral.start, bar.end(), "fraction", Fraction(value, int(bar[1])))
    elif after.word in _PARTS and after.gap and 1 <= value < 100:
        whole = _PARTS[after.word]
        if after.word.endswith("s") == (value > 1) and not (value > 1 and whole == 2):
            return plain(numeral.start, after.end, "fraction", Fraction(value, whole))
    elif after.word in ("in", "out") and 0 < value < 20:
        chance = _CHANCE.match(text, numeral.end)
        if chance is not None:
            return _chance(text, numeral.start, value, chance.end())
    return None


def _chance(text: str, start: int, value: int, position: int) -> Quantity | None:
    whole = read_figures(text, position) or read_words(text, position)
    if whole is None or not isinstance(whole.low, int) or whole.ordinal or not value < whole.low <= _RAREST:
        return None
    if whole.figures and 1000 < whole.low < 2100:
        return None  # two in 1998
    return plain(start, whole.end, "fraction", Fraction(value, whole.low))


def _before(text: str, numeral: Numeral, after: Following) -> Quantity | None:
    """Aged 18, magnitude 7.3, lower 6, an intensity of 6 upper; 7.3-magnitude, 6 minus."""
    start, end, value = numeral.start, numeral.end, numeral.low
    word = preceding(text, start)
    if (word in _AGE_WORDS or word == "of") and (aged := _aged(text, numeral, word)):
        return aged
    if word in ("intensity", "of") and (scale := _INTENSITY.search(text, max(0, start - 24), start)):
        grade = _SEISMIC.get(after.word, "seismic intensity") if after.gap else "seismic intensity"
        end = after.end if grade != "seismic intensity" else end
        return _scale(scale.start(), end, numeral, (scale.start(), start), value, grade)
    if (word == "magnitude" or text[start - 1 : start] == "M" or word == "m") and start:
        before = _MAGNITUDE.search(text, max(0, start - 14), start)
        if before is not None:
            return _scale(before.start(), end, numeral, (before.start(), start), value, "magnitude")
    if after.word == "magnitude" and after.gap:
        return _scale(start, after.end, numeral, (after.start, after.end), value, "magnitude")
    if isinstance(value, int) and 1 <= value <= 7:
        if word in _SEISMIC and word not in ("minus", "plus"):
            begin = start - len(word) - 1
            return _scale(begin, end, numeral, (begin, start - 1), value, _SEISMIC[word])
        if after.word in _SEISMIC and after.gap and not text.startswith(" than", after.end):
            return _scale(start, after.end, numeral, (after.start, after.end), value, _SEISMIC[after.word])
    return None


def _scale(start: int, end: int, numeral: Numeral, unit: tuple[int, int], value: Amount, name: str) -> Quantity:
    return with_unit((start, end), (numeral.start, numeral.end), unit, "measure", value, name)


def _aged(text: str, numeral: Numeral, word: str) -> Quantity | None:
    """Aged 18, at the age of 79, ages 5; not aged 18 to 29."""
    start, end = numeral.start, numeral.end
    if not isinstance(numeral.low, int) or numeral.low > 120 or unit_after(text, end) is not None:
        return None
    if text[end : end + 1] in ("-", "–") or text.startswith(" to ", end) or _OR_ANOTHER.match(text, end):
        return None
    begin = start if word.startswith("turn") else start - len(word) - 1
    if word == "of":
        found = _AGE_OF.search(text, max(0, start - 8), start)
        if found is None:
            return None
        begin = found.start()
    return with_unit((begin, end), (start, end), (begin, max(begin, start - 1)), "age", numeral.low, "year")
