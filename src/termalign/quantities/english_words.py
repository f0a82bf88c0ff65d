"""English words that are quantities of themselves or with their neighbours: twice, noon, decades, half an
hour, II."""

import re
from decimal import Decimal
from fractions import Fraction

from termalign.quantities.build import plain
from termalign.quantities.english_amounts import POSSESSIVE
from termalign.quantities.english_context import preceding, unit_after
from termalign.quantities.english_counted import counted
from termalign.quantities.english_numerals import Numeral
from termalign.quantities.quantity import Number, Quantity

SIMPLE: dict[str, tuple[str, Number, str]] = {
    "twice": ("number", 2, "times"),
    "thrice": ("number", 3, "times"),
    "both": ("number", 2, "both"),
    "double": ("multiple", 2, "times"),
    "doubled": ("multiple", 2, "times"),
    "doubles": ("multiple", 2, "times"),
    "doubling": ("multiple", 2, "times"),
    "twofold": ("multiple", 2, "times"),
    "triple": ("multiple", 3, "times"),
    "tripled": ("multiple", 3, "times"),
    "triples": ("multiple", 3, "times"),
    "tripling": ("multiple", 3, "times"),
    "threefold": ("multiple", 3, "times"),
    "quadruple": ("multiple", 4, "times"),
    "quadrupled": ("multiple", 4, "times"),
    "fourfold": ("multiple", 4, "times"),
    "fivefold": ("multiple", 5, "times"),
    "tenfold": ("multiple", 10, "times"),
}
CLOCKS = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
SPANS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
    "month": "month", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
PLURAL_SPANS = {
    "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week",
    "months": "month",
    "years": "year", "decades": "decade", "centuries": "century",
}  # fmt: skip
DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}  # fmt: skip
TEENS = frozenset(["teen", "teens", "teenage", "teenager", "teenagers", "teenaged"])
_TEENS_AGE = (13, 19)
ROMAN = {
    "II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12, "XIII": 13,
    "XIV": 14,
    "XV": 15, "XVI": 16,
}  # fmt: skip
_SPAN_LONG = re.compile(r"[ -](?:long|old)\b", re.IGNORECASE)
_SPAN_BEFORE = re.compile(r"\b(?:an?|past|another|(?P<decades>last|next))[ -]$", re.IGNORECASE)
_VAGUE_BEFORE = frozenset(
    "for within in after of over took take lasted spent just only many past last recent coming next".split()
)
_VAGUE_AFTER = (" after", " later", " ago", " before", "-long", "-old", " earlier")
_NOT_VAGUE = frozenset(["these", "those", "all"])
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_HALF_OF = re.compile(
    r"(?:[ -](?:an? )?)(hour|day|year|month|mile|century|decade|million|billion|trillion|dozen|minute|inch"
    r"|percentage point|percent point|point)"
    r"s?\b",
    re.IGNORECASE,
)
_HALF_PERIOD = re.compile(r"(?:first|second|other|latter|former|upper|lower|better|\w+ern)[ -]$", re.IGNORECASE)
_HALVES_OF = {"million": 500_000, "billion": 500_000_000, "trillion": 500_000_000_000, "dozen": 6}
_QUARTER_AFTER = re.compile(r" (?:of|the)\b|[.,;]|$")
_ONCE_AFTER = re.compile(r"-in-| (?:a|an|every|per|in|more|again|or)\b|[.,;)]|$")
_ONCE_BEFORE = frozenset(["only", "just", "least", "than", "not", "even"])
_HALF = Fraction(1, 2)
_DIGITS = {"single": 1, "double": 2, "triple": 3}
_DIGIT = re.compile(r"[ -]digits?\b", re.IGNORECASE)


def read_word(text: str, word: str, start: int, end: int) -> Quantity | None:
    """What a word of :data:`SELF_WORDS` says where it stands; None where it is no quantity there."""
    if word in _DIGITS and (digits := _DIGIT.match(text, end)):
        return Quantity(start, digits.end(), "number", _DIGITS[word], "digit", False, (start, end))
    if word in SIMPLE:
        return plain(start, end, *SIMPLE[word])
    if word in CLOCKS:
        return plain(start, end, "time", CLOCKS[word], "24h")
    if word == "fortnight":
        return plain(start, end, "duration", 2, "week")
    if word in SPANS:
        return _one_span(text, SPANS[word], start, end)
    if word in PLURAL_SPANS:
        return _several_spans(text, PLURAL_SPANS[word], start, end)
    if word in DECADE_WORDS:
        return _decade(text, DECADE_WORDS[word], start, end)
    if word in TEENS:
        return plain(start, end, "age", _TEENS_AGE, "year", True)
    if word == "half":
        return _half(text, start, end)
    if word in ("quarter", "quarters"):
        one = preceding(text, start) in ("a", "one") and _QUARTER_AFTER.match(text, end)
        return plain(start, end, "fraction", Fraction(1, 4)) if one else None
    if word == "once":
        return _once(text, start, end)
    if word == "per":
        return _each(text, end)
    roman = ROMAN.get(text[start:end])
    numbered = roman is not None and start > 1 and text[start - 1] == " " and text[start - 2].isalpha()
    return plain(start, end, "ordinal", roman) if numbered else None


SELF_WORDS = frozenset(
    [*SIMPLE, *CLOCKS, *SPANS, *PLURAL_SPANS, *DECADE_WORDS, *TEENS, *map(str.lower, ROMAN), "half",
    "quarter", "quarters", "once", "fortnight", "single", "per"]
) - {"second"}  # fmt: skip


def _each(text: str, end: int) -> Quantity | None:
    """Per share, per household: one of them."""
    unit = unit_after(text, end)
    if unit is None or unit[1].kind in ("money", "rank") or text[end : end + 1] != " ":
        return None
    (start, stop), (kind, name) = unit
    return plain(start, stop, kind, 1, name)


def _decade(text: str, value: int, start: int, end: int) -> Quantity:
    """In her fifties; the fifties."""
    if POSSESSIVE.search(text, max(0, start - 14), start):
        return plain(start, end, "age", (value, value + 9), "year", True)
    return plain(start, end, "decade", 1900 + value, "short")


def _half(text: str, start: int, end: int) -> Quantity | None:
    """Half of them, half an hour, half a million people; not the first half or half-brother."""
    of = _HALF_OF.match(text, end)
    if of is not None:
        word = of[1].lower()
        if word in _HALVES_OF:
            return counted(text, Numeral(start, of.end(), _HALVES_OF[word], _HALVES_OF[word], False, False))
        if word.endswith("point"):
            return Quantity(start, of.end(), "measure", _HALF, "percentage point", False, (start, end))
        kind = "measure" if word in ("mile", "inch") else "duration"
        return Quantity(start, of.end(), kind, _HALF, word, False, (start, end))
    after = text[end : end + 5]
    if after[:1] == "-" or after == " time" or _HALF_PERIOD.search(text, max(0, start - 12), start):
        return None
    return plain(start, end, "fraction", _HALF)


def _one_span(text: str, unit: str, start: int, end: int) -> Quantity | None:
    """A year, an hour and a half, the past decade, hour-long."""
    before = _SPAN_BEFORE.search(text, max(0, start - 8), start)
    if before is None and not _SPAN_LONG.match(text, end):
        return None
    if before is not None and before["decades"] and unit not in ("decade", "century"):
        return None
    half = _AND_A_HALF.match(text, end)
    value: Number = Decimal("1.5") if half else 1
    return Quantity(start, half.end() if half else end, "duration", value, unit, False, (start, end))


def _several_spans(text: str, unit: str, start: int, end: int) -> Quantity | None:
    """Decades; within weeks, years later."""
    before = preceding(text, start)
    if before in _NOT_VAGUE:
        return None
    if unit in ("decade", "century") or before in _VAGUE_BEFORE or text.startswith(_VAGUE_AFTER, end):
        return plain(start, end, "duration", (2, 9), unit, True)
    return None


def _once(text: str, start: int, end: int) -> Quantity | None:
    """Once a year, only once; not at once, nor once he came."""
    before = preceding(text, start)
    if before != "at" and (before in _ONCE_BEFORE or _ONCE_AFTER.match(text, end)):
        return plain(start, end, "number", 1, "times")
    return None
