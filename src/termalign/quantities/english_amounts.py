"""What the rules of English make of numerals that are no dates: amounts, ordinals, shares, ranges, provisions of laws."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from termalign.english.text import MINUS
from termalign.quantities.build import day_in_figures, plain, with_unit
from termalign.quantities.english_dates import POSSESSIVE, is_amount, is_year
from termalign.quantities.english_numerals import ORDINALS, Numeral
from termalign.quantities.english_words import UnitWord, preceding, unit_after
from termalign.quantities.grammar import Chart, Edge
from termalign.quantities.quantity import Amount, Number, Piece, Quantity, Value

CURRENCIES = {
    "$": "dollar", "US$": "USD", "NZ$": "NZD", "A$": "AUD", "HK$": "HKD", "C$": "CAD", "S$": "SGD", "NT$":
    "TWD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "JPY": "JPY", "USD": "USD", "EUR": "EUR", "GBP":
    "GBP", "Rs": "INR", "Rs.": "INR", "RMB": "CNY",
}  # fmt: skip
_SUM = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12), "foot": ("inch", 12)}
_HALF = Decimal("0.5")
_TIME_UNITS = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "year"])
_NO_PLURAL = frozenset("this does always plus versus minus across towards besides perhaps thus times".split())
_RANGED = frozenset(["measure", "duration", "money", "number", "percent"])
_SCORE_UNITS = frozenset(["", "goal", "point", "win", "loss", "draw", "game", "seat"])
_SEISMIC = {
    "lower": "seismic lower", "weak": "seismic lower", "minus": "seismic lower", "upper": "seismic upper",
    "strong": "seismic upper", "plus": "seismic upper",
}  # fmt: skip
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "hundredths": 100} | {
    word + s: ORDINALS[word] for word in list(ORDINALS)[2:10] for s in ("", "s")
}
_RAREST = 10**7  # what is rarer is no portion
_OR_ANOTHER = re.compile(r"[-–]| to | or (?!(?:more|older|over|above|younger|under|below|less)\b)", re.IGNORECASE)
_NO_NOUN = frozenset("to in on at of for and or by as after with when while before since from that".split())
_PERIODS = {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_BRANCHING = frozenset({"article", "chapter", "section"})
_BRACKETED = frozenset({"paragraph", "section", "number"})
_SIMPLE: dict[str, tuple[str, Number, str]] = {
    "twice": ("number", 2, "times"),
    "thrice": ("number", 3, "times"),
    "both": ("number", 2, "both"),
    "fortnight": ("duration", 2, "week"),
}
_MULTIPLES = {"dou": 2, "two": 2, "tri": 3, "thr": 3, "qua": 4, "fou": 4, "fiv": 5, "ten": 10}
_DIGITS = {"single": 1, "double": 2, "triple": 3}
_TENS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_ROMAN = {"X": 10, "V": 5, "I": 1}
_VAGUE_BEFORE = frozenset(
    "for within in after of over took take lasted spent just only many past last recent coming next".split()
)
_VAGUE_AFTER = (" after", " later", " ago", " before", "-long", "-old", " earlier")
_NOT_VAGUE = frozenset(["these", "those", "all"])
_HALVES_OF = {"million": 500_000, "billion": 500_000_000, "trillion": 500_000_000_000, "dozen": 6}
_HALF_PERIOD = re.compile(r"(?:first|second|other|latter|former|upper|lower|better|\w+ern)[ -]$", re.IGNORECASE)
_SPAN_BEFORE = re.compile(r"\b(?:an?|past|another|(?P<decades>last|next))[ -]$", re.IGNORECASE)
_SPAN_LONG = re.compile(r"[ -](?:long|old)\b", re.IGNORECASE)
_ONCE_AFTER = re.compile(r"-in-| (?:a|an|every|per|in|more|again|or)\b|[.,;)]|$")
_ONCE_BEFORE = frozenset(["only", "just", "least", "than", "not", "even"])
_QUARTER_AFTER = re.compile(r" (?:of|the)\b|[.,;]|$")
Edges = Sequence[Edge]


# Amounts


def number(chart: Chart, edges: Edges) -> Quantity:
    """A bare number."""
    numeral = edges[0].value
    return plain(numeral.start, numeral.end, "number", numeral.low)


def glued(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | None:
    """3D, 5G: no numbers."""
    return () if edges[0].value.figures and unit_after(chart.text, edges[0].end) is None else None


def things(chart: Chart, edges: Edges) -> Quantity | None:
    """15 students: a plural right after the number, so that it counts things and measures nothing."""
    word = edges[1].value[1]
    return None if len(word) <= 3 or word in _NO_PLURAL else plain(*edges[0][:2], "number", edges[0].value.low, "noun")


def counted(chart: Chart, edges: Edges) -> Quantity | None:
    """A number with its unit: 9.5 billion yen, 13 people, 2 hours and a half, 5 chapters."""
    (begin, end, numeral), (at, (kind, name)), text = edges[0], edges[1].value, chart.text
    stop, total = edges[1].end, numeral.low
    if (stop - at == 1 and not numeral.figures) or (is_year(text, numeral) and not is_amount(text, numeral)):
        return None
    if kind == "rank":
        if name == "number" or total == 1 or at == end:
            return None
        kind = "number"
    elif name == "times" and total == 1:
        return plain(begin, end, "number", total)
    elif edges[2].value[1]:
        total, stop = Decimal(total) + _HALF, edges[2].end
    return with_unit((begin, stop), (begin, end), (at, stop), kind, total, name)


def summed(chart: Chart, edges: Edges) -> Quantity | None:
    """5 hours, 30 minutes; 6-foot-6; 2 hours 5 minutes 10 seconds."""
    whole, link, more = edges[0].value, edges[1].value[0], edges[2].value
    if whole.unit not in _SUM or not isinstance(whole.value, int) or not isinstance(more.low, int):
        return None
    smaller, factor = _SUM[whole.unit]
    if len(edges) > 3:
        if edges[3].value[1].unit != smaller:
            return None
    elif whole.unit != "foot" or link != "-" or more.low >= 12:
        return None
    total, span = whole.value * factor + more.low, (whole.start, edges[-1].end)
    return with_unit(span, whole.head, (whole.pieces[1][0], edges[-1].end), whole.kind, total, smaller)


def negative(chart: Chart, edges: Edges) -> Quantity | None:
    """Minus 5 degrees, -3%."""
    amount = edges[1].value
    if amount.kind not in ("number", "money", "measure", "percent"):
        return None
    pieces = tuple((a, b, kind, value and -value, unit) for a, b, kind, value, unit in amount.pieces)
    return replace(amount, start=edges[0].start, value=-amount.value, pieces=pieces)


def below(chart: Chart, edges: Edges) -> Quantity | None:
    """5 degrees below zero."""
    amount = edges[0].value
    if amount.unit[:6] != "degree":
        return None
    return replace(amount, end=edges[1].end, value=-amount.value)


def labelled(chart: Chart, edges: Edges) -> Quantity | None:
    """Article 9, Chapter Three, No. 5, World War Two; not the Cold War two years ago."""
    (start, _, unit), (begin, end, numeral), text = edges[0], edges[1], chart.text
    if not isinstance(numeral.low, int) or (is_year(text, numeral) and not is_amount(text, numeral)):
        return None
    if unit != "number" or text[start] in "Nn#":
        return with_unit((start, end), (begin, end), (start, begin), "ordinal", numeral.low, unit)
    measured = unit_after(text, end)
    if measured is not None and measured[1].kind in ("duration", "measure", "money"):
        return None
    if not (numeral.figures or text[begin].isupper()):
        return None
    return Quantity(begin, end, "ordinal", numeral.low, "number", False, (begin, end))


def fold(chart: Chart, edges: Edges) -> Quantity:
    """1.5-fold."""
    return Quantity(edges[0].start, edges[1].end, "multiple", edges[0].value.low, "times", False, edges[0][:2])


def odd(chart: Chart, edges: Edges) -> Quantity | None:
    """Forty-odd years: from 41 to 49."""
    numeral, end = edges[0].value, edges[1].end
    if not isinstance(numeral.low, int) or numeral.low % 10:
        return None
    return vague(chart, [Edge(edges[0].start, end, numeral._replace(end=end, low=numeral.low + 1, high=numeral.low + 9))])


def vague(chart: Chart, edges: Edges) -> Quantity:
    """Several hundred people, dozens of cars, a few days."""
    start, end, numeral = edges[0]
    text, value = chart.text, (numeral.low, numeral.high)
    unit = unit_after(text, end + 3 if text.startswith(" of ", end) else end)
    if unit is None or unit[1].kind == "rank":
        return plain(start, end, "number", value, "", True)
    (at, stop), (kind, name) = unit
    return with_unit((start, stop), (start, end), (at, stop), kind, value, name, True)


def money(chart: Chart, edges: Edges) -> Quantity:
    """$11 billion, £2.8bn, $5 US."""
    (start, _, sign), (begin, end, numeral) = edges[:2]
    stop = edges[2].end if len(edges) > 2 else end
    found = with_unit((start, stop), (begin, end), (start, begin), "money", numeral.low, CURRENCIES[sign[1]])
    minus = start > 0 and MINUS.match(chart.text, start - 1)
    return replace(found, start=start - 1, value=-numeral.low) if minus else found


def money_named(chart: Chart, edges: Edges) -> Quantity | None:
    """$5 US dollars."""
    at, unit = edges[2].value
    return money(chart, edges) if unit.kind == "money" and chart.text[edges[1].end] == " " and at else None


def money_range(chart: Chart, edges: Edges) -> Quantity | None:
    """$10-20 million."""
    start, sign = edges[0].start, edges[0].value[1]
    first, second = edges[1].value, edges[3].value
    low: Amount = scaled(first, second)
    if not low < second.low or edges[2].value[1] not in ("", sign):
        return None
    unit, at = CURRENCIES[sign], edges[2].start + len(edges[2].value[0].removesuffix(sign))
    pieces: tuple[Piece, ...] = (
        (start, first.end, "money", low, unit),
        (at, second.end, "money", second.low, unit),
    )
    return Quantity(start, second.end, "range", (low, second.low), unit, False, (first.start, second.end), pieces)


def each(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | None:
    """50 yen a share, $80 a barrel: the amount, and what it is an amount of each."""
    at, (kind, name) = edges[-1].value
    if kind in ("money", "rank") or name in _TIME_UNITS or at == edges[-1].start:
        return None
    return edges[0].value, plain(at, edges[-1].end, kind, 1, name)


def per(chart: Chart, edges: Edges) -> Quantity | None:
    """Per share, per household: one of them."""
    at, (kind, name) = edges[1].value
    return None if kind in ("money", "rank") or chart.text[at - 1] != " " else plain(at, edges[1].end, kind, 1, name)


def scaled(first: Numeral, second: Numeral) -> Amount:
    """The first number of 3-5 million: it shares the magnitude of the second."""
    for power in (10**12, 10**9, 10**6, 10**3):
        if second.low >= power and first.low < 1000 and first.low < second.low / power:
            return first.low * power
    return first.low


# Ranges


def ranged(chart: Chart, edges: Edges) -> Quantity | None:
    """10-15, two or three people, between 10 and 15, 30 to 40%; 4-3, a score."""
    text, first, link, whole = chart.text, edges[0].value, edges[1].value[0], edges[2].value
    second: Numeral = chart.read("number", edges[2].start)[0].value
    if any(chart.read(other, edges[2].start) for other in ("clock", "dated", "decade")):
        return None
    word = link.strip(" -–—~:").lower().rpartition(" ")[2]
    if (word == "" and not first.figures) or edges[2] is not chart.read("figure", edges[2].start)[0]:
        return None
    if "year" in link and whole.kind != "age":
        return None
    low: Amount = scaled(first, second)
    if word == "or" and second.low != low + 1 and second.low > 2 * low:
        return None
    if is_year(text, first) and second.figures and not is_amount(text, second):
        return None
    unit, end = whole.unit, whole.end
    if whole.kind == "percent":
        unit = "percent"
    elif whole.kind == "ordinal" or unit == "noun":
        unit, end = "", second.end
    if not low < second.low:
        score = word == "" or (word == "to" and first.figures and second.figures)
        if not score or unit not in _SCORE_UNITS or first.low >= 1000:
            return None
        unit, end = "", second.end
    pieces: tuple[Piece, ...] = (
        (first.start, first.end, "number", low, ""),
        (second.start, end, "percent" if unit == "percent" else "number", second.low, unit),
    )
    return Quantity(first.start, end, "range", (low, second.low), unit, False, (first.start, second.end), pieces)


def between(chart: Chart, edges: Edges) -> Quantity | None:
    """The numbers of *between 10 and 15*."""
    start = edges[0].start
    return ranged(chart, edges) if chart.text[max(0, start - 8) : start].lower() == "between " else None


def same_unit(chart: Chart, edges: Edges) -> Quantity | None:
    """150cm - 160cm, 3% to 4%, between 8 cm and 12 cm."""
    first, second, start = edges[0].value, edges[2].value, edges[0].value.start
    if edges[1].value[0] == " and " and chart.text[max(0, start - 8) : start].lower() != "between ":
        return None
    low, high = first.value, second.value
    if first.kind not in _RANGED or not first.pieces or (second.kind, second.unit) != (first.kind, first.unit):
        return None
    if not (isinstance(low, (int, Decimal)) and isinstance(high, (int, Decimal)) and low < high):
        return None
    pieces: tuple[Piece, ...] = (
        (first.start, first.end, first.kind, low, first.unit),
        (second.start, second.end, first.kind, high, first.unit),
    )
    head = (first.head[0], second.head[1])
    return Quantity(first.start, second.end, "range", (low, high), first.unit or "percent", first.approx, head, pieces)


# Ordinals


def ordinal(chart: Chart, edges: Edges) -> Quantity:
    """25th."""
    return plain(*edges[0][:2], "ordinal", edges[0].value.low)


def century(chart: Chart, edges: Edges) -> Quantity:
    """The 20th century, the 3rd century BC."""
    start, end, numeral = edges[0]
    return Quantity(start, edges[1].end, "century", -numeral.low if edges[1].value[1] else numeral.low, "", False, (start, end))


def century_before(chart: Chart, edges: Edges) -> Quantity:
    """The 19th of *the 19th and 20th centuries*."""
    return plain(*edges[0][:2], "century", edges[0].value.low)


def quarter(chart: Chart, edges: Edges) -> Quantity | None:
    """The third quarter, Q3, 3Q."""
    number = next(edge for edge in edges if isinstance(edge.value, Numeral))
    if not 1 <= number.value.low <= 4 or not isinstance(number.value.low, int):
        return None
    return Quantity(edges[0].start, edges[-1].end, "quarter", number.value.low, "", False, number[:2])


def ordinal_time(chart: Chart, edges: Edges) -> Quantity:
    """The third day."""
    (start, end, numeral), found = edges[0], edges[1].value
    return with_unit((start, edges[1].end), (start, end), found.span(1), "ordinal", numeral.low, found[1].lower())


def birthday(chart: Chart, edges: Edges) -> Quantity:
    """The 80th of *80th birthday*."""
    return replace(ordinal(chart, edges), unit="birthday")


def inning(chart: Chart, edges: Edges) -> Quantity:
    """The bottom of the ninth inning."""
    unit = f"inning {edges[0].value[0].split()[0].lower()}"
    return Quantity(edges[0].start, edges[-1].end, "ordinal", edges[1].value.low, unit, False, edges[1][:2])


def ordinal_unit(chart: Chart, edges: Edges) -> Quantity | None:
    """The third chapter, first place, a second time."""
    (start, end, numeral), (at, (kind, name)) = edges[0], edges[1].value
    if at == end or name == "number" or not (kind == "rank" or name in ("times", "inning")):
        return None
    return with_unit((start, edges[1].end), (start, end), (at, edges[1].end), "ordinal", numeral.low, name)


def part(chart: Chart, edges: Edges) -> Quantity | None:
    """A third of them; by a third."""
    (start, end, numeral), text = edges[0], chart.text
    before = text[max(0, start - 3) : start].lower()
    if not (before.endswith((" a ", " an ")) or before in ("a ", "an ")) or numeral.figures or numeral.low < 3:
        return None
    return plain(start, end, "fraction", Fraction(1, numeral.low))


def straight(chart: Chart, edges: Edges) -> Quantity | None:
    """A third straight year, 18 consecutive months, five straight home games."""
    (start, stop, numeral), text = edges[0], chart.text
    if not isinstance(numeral.low, int) or numeral.vague:
        return None
    end, said = edges[1].end, edges[1].value
    if said["each"]:
        period = _PERIODS.get(said["each"].lower())
        if period is not None:  # an 11th consecutive annual increase
            return Quantity(start, end, "streak", numeral.low, period, False, (start, stop))
    unit = unit_after(text, end)
    if unit is not None and unit[1].kind != "money":
        return Quantity(start, unit[0][1], "streak", numeral.low, unit[1].unit, False, (start, stop))
    noun = re.compile(r" ([a-z]+)(?: ([a-z]+s))?\b").match(text, end)
    if noun is not None and noun[1] not in _NO_NOUN:
        if numeral.ordinal or noun[1].endswith("s"):
            end = noun.end(1)
        elif noun[2]:  # five straight home games; of *three consecutive load balancer checks* the three alone
            end = noun.end(2)
    return Quantity(start, end, "streak", numeral.low, "", False, (start, stop))


def in_a_row(chart: Chart, edges: Edges) -> Quantity | None:
    """Three years in a row, ten days running."""
    found = edges[0].value
    if not isinstance(found.value, int) or found.kind not in ("number", "duration", "ordinal", "measure", "money"):
        return None
    return Quantity(found.start, edges[1].end, "streak", found.value, found.unit, False, found.head)


def number_in_a_row(chart: Chart, edges: Edges) -> Quantity | None:
    """Ten in a row."""
    start, end, numeral = edges[0]
    whole = isinstance(numeral.low, int)
    return Quantity(start, edges[1].end, "streak", numeral.low, "", False, (start, end)) if whole else None


# Shares and scales


def percent(chart: Chart, edges: Edges) -> Quantity:
    """70 percent."""
    (start, end, numeral), stop = edges[0], edges[1].end
    sign = end + (chart.text[end] in " -")
    return with_unit((start, stop), (start, end), (sign, stop), "percent", numeral.low, "")


def old(chart: Chart, edges: Edges) -> Quantity:
    """20 years old, 20-year-old."""
    (start, end, numeral), stop = edges[0], edges[1].end
    unit = (edges[1].value[1] or "year").lower()
    return with_unit((start, stop), (start, end), (end + 1, stop), "age", numeral.low, unit)


def aged(chart: Chart, edges: Edges) -> Quantity | None:
    """Aged 18, at the age of 79; not aged 18 to 29."""
    (begin, _, said), (start, end, numeral), text = edges[0], edges[1], chart.text
    if not isinstance(numeral.low, int) or numeral.low > 120 or unit_after(text, end) or _OR_ANOTHER.match(text, end):
        return None
    if said[0].lower().startswith("turn"):
        begin = start
    return with_unit((begin, end), (start, end), (begin, max(begin, start - 1)), "age", numeral.low, "year")


def bar(chart: Chart, edges: Edges) -> Quantity | None:
    """1/3."""
    numeral, whole = edges[0].value, int(edges[1].value[1])
    if not numeral.figures or not isinstance(numeral.low, int) or whole < 2:
        return None
    return plain(edges[0].start, edges[1].end, "fraction", Fraction(numeral.low, whole))


def month_day(chart: Chart, edges: Edges) -> Quantity | None:
    """3/11, 10/5: what is no fraction is a day of a month."""
    (start, end, found), text = edges[0], chart.text
    if text[start - 1 : start] == "(" or text.startswith(" of ", end):
        return None
    return day_in_figures(found, preceding(text, start) in ("on", "since", "until", "dated"))


def parts(chart: Chart, edges: Edges) -> Quantity | None:
    """Two thirds, a quarter."""
    value, word = edges[0].value.low, edges[1].value[1].lower()
    if not isinstance(value, int) or not 1 <= value < 100 or word not in _PARTS:
        return None
    whole = _PARTS[word]
    if word.endswith("s") != (value > 1) or (value > 1 and whole == 2):
        return None
    return plain(edges[0].start, edges[1].end, "fraction", Fraction(value, whole))


def chance(chart: Chart, edges: Edges) -> Quantity | None:
    """One in five."""
    part, whole = edges[0].value, edges[2].value
    if not (isinstance(part.low, int) and isinstance(whole.low, int)) or part.low >= 20 or whole.ordinal:
        return None
    if not 0 < part.low < whole.low <= _RAREST or (whole.figures and 1000 < whole.low < 2100):
        return None  # two in 1998
    span = edges[0].start, edges[2].end
    pieces: tuple[Piece, ...] = ((*edges[0][:2], "number", part.low, ""), (*edges[2][:2], "number", whole.low, ""))
    return Quantity(*span, "fraction", Fraction(part.low, whole.low), "", False, span, pieces)


def intensity(chart: Chart, edges: Edges) -> Quantity:
    """An intensity of 6 upper."""
    (start, _, _), (begin, end, numeral) = edges[:2]
    grade = _SEISMIC[edges[2].value[1].lower()] if len(edges) > 2 else "seismic intensity"
    return with_unit((start, edges[-1].end), (begin, end), (start, begin), "measure", numeral.low, grade)


def magnitude(chart: Chart, edges: Edges) -> Quantity:
    """Magnitude 7.3, M7.3."""
    (start, _, _), (begin, end, numeral) = edges
    return with_unit((start, end), (begin, end), (start, begin), "measure", numeral.low, "magnitude")


def magnitude_after(chart: Chart, edges: Edges) -> Quantity:
    """7.3-magnitude."""
    start, end, numeral = edges[0]
    return with_unit((start, edges[1].end), (start, end), (end + 1, edges[1].end), "measure", numeral.low, "magnitude")


def grade(chart: Chart, edges: Edges) -> Quantity | None:
    """Lower 6."""
    (start, stop, said), (begin, end, numeral) = edges
    if not isinstance(numeral.low, int) or not 1 <= numeral.low <= 7:
        return None
    unit = _SEISMIC[said[0][:-1].lower()]
    return with_unit((start, end), (begin, end), (start, stop - 1), "measure", numeral.low, unit)


def grade_after(chart: Chart, edges: Edges) -> Quantity | None:
    """6 minus, 5 upper."""
    (start, end, numeral), found = edges[0], edges[1].value
    if not isinstance(numeral.low, int) or not 1 <= numeral.low <= 7:
        return None
    unit = _SEISMIC[found[1].lower()]
    return with_unit((start, edges[1].end), (start, end), (end + 1, edges[1].end), "measure", numeral.low, unit)


# Provisions of laws by their numbers, as Japan's Ministry of Justice has it in its guide to the translation of laws


def provision(chart: Chart, edges: Edges) -> Quantity | None:
    """Article 23-2, put between Articles 23 and 24 later."""
    (start, _, unit), found = edges[0], edges[1].value
    if unit not in _BRANCHING:
        return None
    return with_unit((start, found.end()), found.span(), (start, found.start()), "ordinal", _branched(found[0]), unit)


def bracketed(chart: Chart, edges: Edges) -> Quantity | None:
    """Paragraph (1), item (iii)."""
    (start, _, unit), found = edges[0], edges[1].value
    head = found.span(1)
    if unit not in _BRACKETED:
        return None
    first = int(found[1]) if found[1].isdecimal() else _roman(found[1])
    value = _branched(f"{first}{found[2]}")
    return with_unit((start, found.end()), head, (start, head[0] - 1), "ordinal", value, unit)


def paragraph(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | None:
    """Article 3(2): an article and its paragraph."""
    article, found = edges[0].value, edges[1].value
    if article.unit not in _BRANCHING:
        return None
    return article, Quantity(*found.span(), "ordinal", int(found[1]), "paragraph", False, found.span(1))


def item(chart: Chart, edges: Edges) -> Quantity:
    """An item of which no more than its number is said: (iii)."""
    found = edges[0].value
    return plain(*found.span(1), "ordinal", _roman(found[1]))


def _branched(joined: str) -> Value:
    numbers = [int(number) for number in joined.split("-") if number]
    return numbers[0] if len(numbers) == 1 else (numbers[0], numbers[1])


def _roman(letters: str) -> int:
    """The value of a Roman numeral in small letters."""
    values = [_LETTERS[letter] for letter in letters]
    return sum(-value if value < max(values[k:]) else value for k, value in enumerate(values))


# Words


def word(chart: Chart, edges: Edges) -> Quantity:
    """Twice, both, a fortnight."""
    return plain(*edges[0][:2], *_SIMPLE[edges[0].value[0].lower()])


def multiple(chart: Chart, edges: Edges) -> Quantity:
    """Doubled, threefold."""
    return plain(*edges[0][:2], "multiple", _MULTIPLES[edges[0].value[0].lower()[:3]], "times")


def digits(chart: Chart, edges: Edges) -> Quantity:
    """Double digits."""
    found = edges[0].value
    return Quantity(*found.span(), "number", _DIGITS[found[1].lower()], "digit", False, found.span(1))


def tens(chart: Chart, edges: Edges) -> Quantity:
    """The sixties; in his sixties."""
    (start, end, found), text = edges[0], chart.text
    value = _TENS[found[0].lower()]
    if POSSESSIVE.search(text, max(0, start - 14), start):
        return plain(start, end, "age", (value, value + 9), "year", True)
    return plain(start, end, "decade", 1900 + value, "short")


def teens(chart: Chart, edges: Edges) -> Quantity:
    """Teenagers."""
    return plain(*edges[0][:2], "age", (13, 19), "year", True)


def half(chart: Chart, edges: Edges) -> Quantity | None:
    """Half of them; not the second half, half-time."""
    (start, end, _), text = edges[0], chart.text
    if text.startswith(("-", " time"), end) or _HALF_PERIOD.search(text, max(0, start - 12), start):
        return None
    return plain(start, end, "fraction", Fraction(1, 2))


def half_of(chart: Chart, edges: Edges) -> Quantity:
    """Half an hour, half a million."""
    found = edges[0].value
    unit = found[1].lower()
    start, end = found.span()
    head = (start, start + 4)
    if unit in _HALVES_OF:
        return plain(start, end, "number", _HALVES_OF[unit])
    if unit.endswith("point"):
        return Quantity(start, end, "measure", Fraction(1, 2), "percentage point", False, head)
    kind = "measure" if unit in ("mile", "inch") else "duration"
    return Quantity(start, end, kind, Fraction(1, 2), unit, False, head)


def half_many(chart: Chart, edges: Edges) -> Quantity | None:
    """Half a million people."""
    (start, end, found), (at, (kind, name)) = edges[0], edges[1].value
    if kind == "rank":
        return None
    return with_unit((start, edges[1].end), (start, end), (at, edges[1].end), kind, _HALVES_OF[found[1].lower()], name)


def one_quarter(chart: Chart, edges: Edges) -> Quantity | None:
    """A quarter of them."""
    (start, end, _), text = edges[0], chart.text
    one = preceding(text, start) in ("a", "one") and _QUARTER_AFTER.match(text, end)
    return plain(start, end, "fraction", Fraction(1, 4)) if one else None


def once(chart: Chart, edges: Edges) -> Quantity | None:
    """Once a year, only once; not at once, nor once he came."""
    (start, end, _), text = edges[0], chart.text
    before = preceding(text, start)
    if before != "at" and (before in _ONCE_BEFORE or _ONCE_AFTER.match(text, end)):
        return plain(start, end, "number", 1, "times")
    return None


def one_span(chart: Chart, edges: Edges) -> Quantity | None:
    """A year, an hour and a half, the past decade, hour-long."""
    text, found = chart.text, edges[0].value
    (start, end), unit = found.span(1), found[1].lower()
    before = _SPAN_BEFORE.search(text, max(0, start - 8), start)
    if before is None and not _SPAN_LONG.match(text, end):
        return None
    if before is not None and before["decades"] and unit not in ("decade", "century"):
        return None
    value: Number = Decimal("1.5") if found[2] else 1
    return Quantity(start, found.end(), "duration", value, unit, False, (start, end))


def several_spans(chart: Chart, edges: Edges) -> Quantity | None:
    """Decades; within weeks, years later."""
    (start, end, found), text = edges[0], chart.text
    unit = "century" if found[1].lower() == "centurie" else found[1].lower()
    before = preceding(text, start)
    if before in _NOT_VAGUE:
        return None
    if unit in ("decade", "century") or before in _VAGUE_BEFORE or text.startswith(_VAGUE_AFTER, end):
        return plain(start, end, "duration", (2, 9), unit, True)
    return None


def roman(chart: Chart, edges: Edges) -> Quantity | None:
    """The II of World War II."""
    start, end, found = edges[0]
    text = chart.text
    if start < 2 or text[start - 1] != " " or not text[start - 2].isalpha():
        return None
    return plain(start, end, "ordinal", _roman(found[0].lower()))
