"""Read an English number with all that belongs to it: the order in which its readings are tried."""

import re
from fractions import Fraction

from termalign.quantities.build import plain, with_unit
from termalign.quantities.english_context import Following, following, label_before, preceding, unit_after
from termalign.quantities.english_counted import CURRENCY, counted, is_amount, money, vague
from termalign.quantities.english_dates import (
    MONTHS,
    SHORT_MONTHS,
    day_month,
    decade_at,
    era_ordinal,
    ordinal_date,
    year_at,
)
from termalign.quantities.english_numerals import PLURALS, SMALL, Numeral, read_figures
from termalign.quantities.english_portions import read_portion
from termalign.quantities.english_ranges import read_range, with_same_unit
from termalign.quantities.english_times import clock_at, hour_at, hours_to
from termalign.quantities.numeric_dates import numeric_date
from termalign.quantities.provisions import english_provision
from termalign.quantities.quantity import Quantity
from termalign.quantities.streaks import STREAK_WORDS, english_streak, in_a_row

_CODE = re.compile(
    r"[0-9]+(?:[-][0-9]+){2,}|[0-9]{3}-[0-9]{4}(?![0-9])|[0-9]+-0[0-9]+"
    r"|0[0-9]{2,}(?: [0-9]+)*|[0-9]+(?:\.[0-9]+){2,}"
)
_LETTER_BEFORE = re.compile(r"(?:[A-Za-z]|[A-Z][A-Za-z]*-|[A-Za-z][0-9]*\.|[/_][A-Za-z0-9]*)$")
_LETTER_ALLOWED = re.compile(
    r"(?:\b(?:FY|Q|M|No|no|p|pp|vol|Vol|AD|c|ca|approx)\.?|\b[Mm]agnitude-|\b(?:JPY|USD|EUR|GBP|RMB|Rs\.?))$"
)
_APART = frozenset(["", " ", "(", "\n", ",", ";", "“", "‘", "'", '"', "["])
_CURRENCY_ENDS = frozenset("$€£¥￥YDRPBs.")
"""The last letters of a currency sign that may stand before a space: US$ 5, JPY 5, Rs. 5."""
_QUARTER = re.compile(r"[1-4]Q(?![A-Za-z])")
_FIFTIES = re.compile(r"([2-9]0)['’]?s\b")
POSSESSIVE = re.compile(r"\b(?:his|her|their|my|your|our|its)(?: (?:early|mid|late))?[ -]$", re.IGNORECASE)
_CENTURY = re.compile(r"[ -]centur(?:y|ies)\b(?: (B\.?C)\b(?:\.?E\b)?(?:\.(?=\w|,))?)?(?:[ -]old)?", re.IGNORECASE)
_AND_CENTURY = re.compile(
    r"(?: and| or| to|-|–| -) ?(?:the )?(?=(?:[0-9]+(?:st|nd|rd|th)|[a-z]+)[ -]centur)", re.IGNORECASE
)
_PRONOUN_BEFORE = frozenset(
    "no any every each this that the which another other last next right wrong new old big good a an".split()
)
_AFTER_ONE = re.compile(
    r"(?:-(?!(?:off|sided|liner?|upmanship|piece|stop|size|another|on-one)\b)| )"
    r"(?!(?:another|who|that|which|is|was|has|had|should|would|could|can|must|may|might|will|does|did|said"
    r"|says|but|by|as|if|when|than|off|way|thing|knows?|thinks?|and|(?:or|to)"
    r"(?! (?:two|three|[0-9])))\b)[A-Za-z0-9]"
)
"""What may follow the number *one*: of its own, a one-week break, one or two."""
_ORDINAL_IDIOMS = re.compile(
    r" (?:of all|name|lady|aid|hand|class|thought|nature|language)\b|[- ]hand\b|-rate\b",
    re.IGNORECASE,
)
_NEXT_FEW = frozenset(["the", "next", "last", "past", "first", "these", "those", "every"])
_SCORES_AFTER = frozenset(
    ["", "and", "in", "with", "by", "for", "many", "were", "are", "have", "to", "from", "of", "killed"]
)
_COUPLE_OF = (" of", " hundred", " thousand", " years", " days", " weeks", " months", " hours")
_TIME_UNITS = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "year"])
_MULTIPLIERS = frozenset(["hundred", "thousand", "million", "billion", "trillion", "dozen"])
_NO_PLURAL = frozenset("this does always plus versus minus across towards besides perhaps thus times".split())
_INNING = re.compile(r"\b(top|bottom) of the $", re.IGNORECASE)
_Read = tuple[list[Quantity], int]


def read_at_figures(text: str, at: int) -> _Read:
    """What figures begin, and where to go on."""
    before = text[max(0, at - 8) : at]
    sign = before[-1:]
    apart = sign in _APART and (sign != " " or before[-2:-1] not in _CURRENCY_ENDS)
    currency = None if apart else CURRENCY.search(before)
    if currency is not None:
        numeral = read_figures(text, at, money=True)
        if numeral is None:
            return [], _past(text, at)
        found = money(text, numeral, at - len(before) + currency.start(), currency[1])
        return with_each(text, found)
    if not apart and _LETTER_BEFORE.search(before) and not _LETTER_ALLOWED.search(before):
        return [], _past(text, at)
    special = numeric_date(text, at) or clock_at(text, at) or hour_at(text, at) or english_provision(text, at)
    if special is not None:
        return [special], special.end
    code = _CODE.match(text, at)
    if code is not None:
        return [], code.end()
    aged = _FIFTIES.match(text, at)
    if aged is not None and POSSESSIVE.search(text, max(0, at - 14), at):
        decade = int(aged[1])
        return [Quantity(at, aged.end(), "age", (decade, decade + 9), "year", True, aged.span(1))], aged.end()
    special = decade_at(text, at)
    if special is not None:
        return [special], special.end
    numeral = read_figures(text, at)
    if numeral is None:
        return [], _past(text, at)
    if text[at + 1 : at + 2] == "Q" and _QUARTER.match(text, at):
        return [Quantity(at, at + 2, "quarter", numeral.low, "", False, (at, at + 1))], at + 2
    if before.endswith("Q") and numeral.end - at == 1 and 1 <= numeral.low <= 4:
        return [Quantity(at - 1, numeral.end, "quarter", numeral.low, "", False, (at, numeral.end))], numeral.end
    return _numeral(text, numeral)


def read_at_words(text: str, numeral: Numeral, article: bool) -> _Read:
    """What number words begin, and where to go on; `article`: *a* stands before them."""
    start, end = numeral.start, numeral.end
    words = text[start:end].lower()
    if words in _CHECKS and not _CHECKS[words](text, start, end, article):
        return [], end
    if numeral.ordinal:
        if _ORDINAL_IDIOMS.match(text, end) or preceding(text, start) == "at":
            return [], end
        if article and isinstance(numeral.low, int) and numeral.low > 2 and _ends_fraction(text, end):
            return [plain(start, end, "fraction", Fraction(1, numeral.low))], end
    if words in ("tens", "scores") and not (text.startswith(" of ", end) and preceding(text, start) in _SCORES_AFTER):
        return [], end
    if words in PLURALS and preceding(text, start) in SMALL:
        return [], end  # two hundreds
    if numeral.vague:
        found = vague(text, numeral)
        return [found], found.end
    return _numeral(text, numeral)


def _numeral(text: str, numeral: Numeral) -> _Read:
    end = numeral.end
    after = following(text, end)
    if after.word == "fold" and after.gap in ("", "-"):  # 1.5-fold
        fold = Quantity(numeral.start, after.end, "multiple", numeral.low, "times", False, (numeral.start, end))
        return [fold], after.end
    if after.word == "odd" and after.gap == "-" and isinstance(numeral.low, int) and numeral.low % 10 == 0:
        found = vague(text, numeral._replace(end=after.end, low=numeral.low + 1, high=numeral.low + 9))
        return [found], found.end
    if (after.word in MONTHS or after.word in SHORT_MONTHS or after.word == "of") and (
        dated := day_month(text, numeral)
    ):
        return [dated], dated.end
    if after.word in STREAK_WORDS and (streak := english_streak(text, numeral, after)):
        return [streak], streak.end
    portion = read_portion(text, numeral, after)
    if portion is not None:
        portion = with_same_unit(text, portion)
        return [portion], portion.end
    if numeral.ordinal:
        found = in_a_row(text, _ordinal(text, numeral))
        return [found], found.end
    span = read_range(text, numeral, after)
    if span is None and numeral.figures and isinstance(numeral.low, int) and numeral.low <= 12:
        span = hours_to(text, numeral.start, end, numeral.low)
    if span is not None:
        return span, span[-1].end
    if after.word and not after.gap and unit_after(text, end) is None:
        return [], _past(text, end)  # 3D, 5G
    if numeral.figures and (dated := year_at(text, numeral)) and not is_amount(text, numeral):
        return [dated], dated.end
    amount = with_same_unit(text, counted(text, numeral))
    if text[amount.end : amount.end + 1] != " ":
        return [amount], amount.end
    if after.word[-1:] == "s" and amount.unit == "" and amount.kind == "number" and _is_counting(text, after):
        amount = plain(amount.start, amount.end, "number", amount.value, "noun")
    return with_each(text, in_a_row(text, amount))


def _is_counting(text: str, after: Following) -> bool:
    """Whether a plural stands right after the number (15 students), so that it counts things and measures nothing."""
    word = after.word
    return after.gap == " " and len(word) > 3 and word not in _NO_PLURAL and text[after.start].islower()


def with_each(text: str, found: Quantity) -> _Read:
    """An amount and what it is an amount of each: 50 yen *a share*, $80 *a barrel*."""
    end = found.end
    if text[end : end + 2] != " a":
        return [found], end
    at = end + 2 + (text[end + 2 : end + 3] == "n")
    unit = unit_after(text, at) if text[at : at + 1] == " " else None
    if unit is None or unit[1].kind in ("money", "rank") or unit[1].unit in _TIME_UNITS:
        return [found], end
    (start, stop), (kind, name) = unit
    return [found, plain(start, stop, kind, 1, name)], stop


def _ordinal(text: str, numeral: Numeral) -> Quantity:
    """25th, third quarter, 20th century, first place, the 39th year of Showa."""
    start, end, value = numeral.start, numeral.end, numeral.low
    head = (start, end)
    after = following(text, end)
    if after.word in ("century", "centuries") and (century := _CENTURY.match(text, end)):
        return Quantity(start, century.end(), "century", -value if century[1] else value, "", False, head)
    if after.word in ("and", "or", "to", "") and _AND_CENTURY.match(text, end):
        return Quantity(start, end, "century", value, "", False, head)
    if (
        after.word == "quarter"
        and after.gap
        and 1 <= value <= 4
        and not text.startswith(("-final", "final"), after.end)
    ):
        return Quantity(start, after.end, "quarter", value, "", False, head)
    if after.word in ("day", "month") and (dated := ordinal_date(text, numeral)):
        return dated
    if after.word == "year" and (dated := era_ordinal(text, numeral)):
        return dated
    if after.word in _TIME_UNITS and after.gap:
        return with_unit((start, after.end), head, (after.start, after.end), "ordinal", value, after.word)
    if after.word == "birthday":
        return Quantity(start, end, "ordinal", value, "birthday", False, head)
    half = _INNING.search(text, max(0, start - 14), start)
    if half is not None:
        stop = after.end if after.word == "inning" else end
        return Quantity(half.start(), stop, "ordinal", value, f"inning {half[1].lower()}", False, head)
    unit = unit_after(text, end, ranks=True) if after.gap else None
    if (
        unit is not None
        and unit[1].unit != "number"
        and (unit[1].kind == "rank" or unit[1].unit in ("times", "inning"))
    ):
        (begin, stop), found = unit
        return with_unit((start, stop), head, (begin, stop), "ordinal", value, found.unit)
    return plain(start, end, "ordinal", value)


def _ends_fraction(text: str, end: int) -> bool:
    """A third of them; by a third."""
    return text[end : end + 4].rstrip() == " of" or text[end : end + 1] in (",", ".", ";", "")


def _is_one(text: str, start: int, end: int, article: bool) -> bool:
    """*One* the number, not the pronoun."""
    if text[end : end + 1] in ("'", "’") or (start and text[start - 1] == "-"):
        return False
    if preceding(text, start) == "number":
        return True
    of = text.startswith((" of ", " hundred", " thousand", " million"), end)
    if text[end : end + 1] != "-" and not of and preceding(text, start) in _PRONOUN_BEFORE:
        return False
    if text[start].isupper() and label_before(text, start) is not None:
        return True  # World War One
    return _AFTER_ONE.match(text, end) is not None


def _is_few(text: str, start: int, end: int, article: bool) -> bool:
    """*A few*, *the next few*; *few* by itself is hardly any."""
    return article or preceding(text, start) in _NEXT_FEW


def _is_couple(text: str, start: int, end: int, article: bool) -> bool:
    """*A couple of*, not a married couple."""
    return _is_few(text, start, end, article) and text.startswith(_COUPLE_OF, end)


def _is_multiplier(text: str, start: int, end: int, article: bool) -> bool:
    """*Hundred* after a hyphen belongs to something unread."""
    return not (start and text[start - 1] == "-")


def _is_zero(text: str, start: int, end: int, article: bool) -> bool:
    return text[end : end + 1] != "-"


_CHECKS = {
    "one": _is_one, "few": _is_few, "handful": _is_few, "couple": _is_couple, "zero": _is_zero,
    **dict.fromkeys(_MULTIPLIERS, _is_multiplier),
}  # fmt: skip


def _past(text: str, position: int) -> int:
    """Past a code of letters and figures."""
    while position < len(text) and (
        text[position].isalnum() or (text[position] in ".,-" and text[position + 1 : position + 2].isdigit())
    ):
        position += 1
    return position
