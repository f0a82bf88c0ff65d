"""What the rules of English make of numerals that are no dates: amounts, ordinals, shares, ranges, provisions of laws."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from termalign.english.text import MINUS
from termalign.quantities.build import day_in_figures, plain, with_unit
from termalign.quantities.english_dates import POSSESSIVE, is_amount, is_year, year
from termalign.quantities.english_numerals import LARGE, ORDINALS, Numeral
from termalign.quantities.english_words import preceding, unit_after
from termalign.quantities.grammar import Chart, Edge
from termalign.quantities.quantity import Amount, Number, Piece, Quantity, Value

CURRENCIES = {
    "$": "dollar", "US$": "USD", "NZ$": "NZD", "A$": "AUD", "HK$": "HKD", "C$": "CAD", "S$": "SGD", "NT$":
    "TWD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "JPY": "JPY", "USD": "USD", "EUR": "EUR", "GBP":
    "GBP", "Rs": "INR", "Rs.": "INR", "RMB": "CNY",
}  # fmt: skip
_SUM = {
    "hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12), "foot": ("inch", 12), "metre": ("centimetre", 100),
}  # fmt: skip
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
_NUMBERED = frozenset("war part chapter act type volume phase book title class".split())  # before a Roman I
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


def glued(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | None:
    return () if edges[0].value.figures and unit_after(chart.text, edges[0].end) is None else None


def number(chart: Chart, edges: Edges) -> Quantity:
    numeral = edges[0].value
    return year(chart, edges) or plain(numeral.start, numeral.end, "number", numeral.low)


def things(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, numeral), word = edges[0], edges[1].value[1]
    if len(word) <= 3 or word in _NO_PLURAL or year(chart, edges) is not None:
        return None
    return plain(start, end, "number", numeral.low, "noun")


def counted(chart: Chart, edges: Edges) -> Quantity | None:
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
    amount: Quantity = edges[1].value
    if amount.kind not in ("number", "money", "measure", "percent") or not isinstance(amount.value, (int, Decimal)):
        return None
    value = -amount.value
    pieces = tuple((a, b, kind, None if old is None else value, unit) for a, b, kind, old, unit in amount.pieces)
    return replace(amount, start=edges[0].start, value=value, pieces=pieces)


def below(chart: Chart, edges: Edges) -> Quantity | None:
    amount: Quantity = edges[0].value
    if amount.unit[:6] != "degree" or not isinstance(amount.value, (int, Decimal)):
        return None
    return replace(amount, end=edges[1].end, value=-amount.value)


def labelled(chart: Chart, edges: Edges) -> Quantity | None:
    (start, _, unit), (begin, end, numeral), text = edges[0], edges[1], chart.text
    if not isinstance(numeral.low, int) or (is_year(text, numeral) and not is_amount(text, numeral)):
        return None
    if unit != "number" or text[start] in "Nn#" or text[start:begin] in ("item ", "Item "):
        return with_unit((start, end), (begin, end), (start, begin), "ordinal", numeral.low, unit)
    measured = unit_after(text, end)
    if measured is not None and measured[1].kind in ("duration", "measure", "money"):
        return None
    if not (numeral.figures or text[begin].isupper()):
        return None
    return Quantity(begin, end, "ordinal", numeral.low, "number", False, (begin, end))


def odd(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, end = edges[0].value, edges[1].end
    if not isinstance(numeral.low, int) or numeral.low % 10:
        return None
    return vague(
        chart, [Edge(edges[0].start, end, numeral._replace(end=end, low=numeral.low + 1, high=numeral.low + 9))]
    )


def vague(chart: Chart, edges: Edges) -> Quantity:
    start, end, numeral = edges[0]
    text, value = chart.text, (numeral.low, numeral.high)
    unit = unit_after(text, end + 3 if text.startswith(" of ", end) else end)
    if unit is None or unit[1].kind == "rank":
        return plain(start, end, "number", value, "", True)
    (at, stop), (kind, name) = unit
    return with_unit((start, stop), (start, end), (at, stop), kind, value, name, True)


def money(chart: Chart, edges: Edges) -> Quantity:
    (start, _, sign), (begin, end, numeral) = edges[:2]
    stop = edges[2].end if len(edges) > 2 else end
    found = with_unit((start, stop), (begin, end), (start, begin), "money", numeral.low, CURRENCIES[sign[1]])
    minus = start > 0 and MINUS.match(chart.text, start - 1)
    return replace(found, start=start - 1, value=-numeral.low) if minus else found


def money_named(chart: Chart, edges: Edges) -> Quantity | None:
    at, unit = edges[2].value
    return money(chart, edges) if unit.kind == "money" and chart.text[edges[1].end] == " " and at else None


def money_range(chart: Chart, edges: Edges) -> Quantity | None:
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
    at, (kind, name) = edges[-1].value
    if kind in ("money", "rank") or name in _TIME_UNITS or at == edges[-1].start:
        return None
    return edges[0].value, plain(at, edges[-1].end, kind, 1, name)


def per(chart: Chart, edges: Edges) -> Quantity | None:
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
    text, first, whole = chart.text, edges[0].value, edges[2].value
    second: Numeral = chart.read("number", edges[2].start)[0].value
    low: Amount = scaled(first, second)
    if edges[2] is not chart.read("figure", edges[2].start)[0] or not _links(first, second, whole, edges[1].value[0]):
        return None
    if any(chart.read(other, edges[2].start) for other in ("clock", "dated", "decade")):
        return None
    if is_year(text, first) and second.figures and not is_amount(text, second):
        return None
    unit, end = whole.unit, whole.end
    if whole.kind == "percent":
        unit = "percent"
    elif whole.kind == "ordinal" or unit == "noun":
        unit, end = "", second.end
    if not low < second.low:
        word = _link(edges[1].value[0])
        score = word == "" or (word == "to" and first.figures and second.figures)
        if not score or unit not in _SCORE_UNITS or first.low >= 1000:
            return None
        unit, end = "", second.end
    pieces: tuple[Piece, ...] = (
        (first.start, first.end, "number", low, ""),
        (second.start, end, "percent" if unit == "percent" else "number", second.low, unit),
    )
    return Quantity(first.start, end, "range", (low, second.low), unit, False, (first.start, second.end), pieces)


def _links(first: Numeral, second: Numeral, whole: Quantity, said: str) -> bool:
    """Whether what stands between two numbers makes one thing of them."""
    word, low = _link(said), scaled(first, second)
    if ("year" in said and whole.kind != "age") or (word == "" and not first.figures):
        return False
    return word != "or" or second.low == low + 1 or second.low <= 2 * low


def _link(said: str) -> str:
    """The word between two numbers; '' for a sign."""
    return said.strip(" -–—~:").lower().rpartition(" ")[2]


def between(chart: Chart, edges: Edges) -> Quantity | None:
    start = edges[0].start
    return ranged(chart, edges) if chart.text[max(0, start - 8) : start].lower() == "between " else None


def same_unit(chart: Chart, edges: Edges) -> Quantity | None:
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


def century(chart: Chart, edges: Edges) -> Quantity:
    start, end, numeral = edges[0]
    return Quantity(
        start, edges[1].end, "century", -numeral.low if edges[1].value[1] else numeral.low, "", False, (start, end)
    )


def quarter(chart: Chart, edges: Edges) -> Quantity | None:
    number = next(edge for edge in edges if isinstance(edge.value, Numeral))
    if not 1 <= number.value.low <= 4 or not isinstance(number.value.low, int):
        return None
    return Quantity(edges[0].start, edges[-1].end, "quarter", number.value.low, "", False, number[:2])


def ordinal_time(chart: Chart, edges: Edges) -> Quantity:
    (start, end, numeral), found = edges[0], edges[1].value
    return with_unit((start, edges[1].end), (start, end), found.span(1), "ordinal", numeral.low, found[1].lower())


def inning(chart: Chart, edges: Edges) -> Quantity:
    unit = f"inning {edges[0].value[0].split()[0].lower()}"
    return Quantity(edges[0].start, edges[-1].end, "ordinal", edges[1].value.low, unit, False, edges[1][:2])


def ordinal_unit(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, numeral), (at, (kind, name)) = edges[0], edges[1].value
    if at == end or name == "number" or not (kind == "rank" or name in ("times", "inning")):
        return None
    return with_unit((start, edges[1].end), (start, end), (at, edges[1].end), "ordinal", numeral.low, name)


def part(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, numeral), text = edges[0], chart.text
    before = text[max(0, start - 3) : start].lower()
    if not (before.endswith((" a ", " an ")) or before in ("a ", "an ")) or numeral.figures or numeral.low < 3:
        return None
    return plain(start, end, "fraction", Fraction(1, numeral.low))


def straight(chart: Chart, edges: Edges) -> Quantity | None:
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
    found = edges[0].value
    if not isinstance(found.value, int) or found.kind not in ("number", "duration", "ordinal", "measure", "money"):
        return None
    return Quantity(found.start, edges[1].end, "streak", found.value, found.unit, False, found.head)


def number_in_a_row(chart: Chart, edges: Edges) -> Quantity | None:
    start, end, numeral = edges[0]
    whole = isinstance(numeral.low, int)
    return Quantity(start, edges[1].end, "streak", numeral.low, "", False, (start, end)) if whole else None


# Shares and scales


def old(chart: Chart, edges: Edges) -> Quantity:
    (start, end, numeral), stop = edges[0], edges[1].end
    unit = (edges[1].value[1] or "year").lower()
    return with_unit((start, stop), (start, end), (end + 1, stop), "age", numeral.low, unit)


def aged(chart: Chart, edges: Edges) -> Quantity | None:
    (begin, _, said), (start, end, numeral), text = edges[0], edges[1], chart.text
    if not isinstance(numeral.low, int) or numeral.low > 120 or unit_after(text, end) or _OR_ANOTHER.match(text, end):
        return None
    if said[0].lower().startswith("turn"):
        begin = start
    return with_unit((begin, end), (start, end), (begin, max(begin, start - 1)), "age", numeral.low, "year")


def bar(chart: Chart, edges: Edges) -> Quantity | None:
    numeral, whole = edges[0].value, int(edges[1].value[1])
    if not numeral.figures or not isinstance(numeral.low, int) or whole < 2:
        return None
    return plain(edges[0].start, edges[1].end, "fraction", Fraction(numeral.low, whole))


def month_day(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, found), text = edges[0], chart.text
    if text[start - 1 : start] in ("(", "/") or text.startswith(" of ", end):
        return None
    return day_in_figures(found, preceding(text, start) in ("on", "since", "until", "dated"))


def parts(chart: Chart, edges: Edges) -> Quantity | None:
    value, word = edges[0].value.low, edges[1].value[1].lower()
    if not isinstance(value, int) or not 1 <= value < 100 or word not in _PARTS:
        return None
    whole = _PARTS[word]
    if word.endswith("s") != (value > 1) or (value > 1 and whole == 2):
        return None
    return plain(edges[0].start, edges[1].end, "fraction", Fraction(value, whole))


def tiny(chart: Chart, edges: Edges) -> Quantity | None:
    start, end, found = edges[0]
    if preceding(chart.text, start) == "the":  # the one thousandth visitor
        return None
    return plain(start, end, "fraction", Fraction(1, LARGE[found[1].lower()]))


def chance(chart: Chart, edges: Edges) -> Quantity | None:
    part, whole = edges[0].value, edges[2].value
    if not (isinstance(part.low, int) and isinstance(whole.low, int)) or part.low >= 20 or whole.ordinal:
        return None
    if not 0 < part.low < whole.low <= _RAREST or (whole.figures and 1000 < whole.low < 2100):
        return None  # two in 1998
    span = edges[0].start, edges[2].end
    pieces: tuple[Piece, ...] = ((*edges[0][:2], "number", part.low, ""), (*edges[2][:2], "number", whole.low, ""))
    return Quantity(*span, "fraction", Fraction(part.low, whole.low), "", False, span, pieces)


# Provisions of laws by their numbers, as Japan's Ministry of Justice has it in its guide to the translation of laws


def provision(chart: Chart, edges: Edges) -> Quantity | None:
    (start, _, unit), found = edges[0], edges[1].value
    if unit not in _BRANCHING:
        return None
    return with_unit((start, found.end()), found.span(), (start, found.start()), "ordinal", _branched(found[0]), unit)


def bracketed(chart: Chart, edges: Edges) -> Quantity | None:
    (start, _, unit), found = edges[0], edges[1].value
    head = found.span(1)
    if unit not in _BRACKETED:
        return None
    first = int(found[1]) if found[1].isdecimal() else _roman(found[1])
    value = _branched(f"{first}{found[2]}")
    return with_unit((start, found.end()), head, (start, head[0] - 1), "ordinal", value, unit)


def paragraph(chart: Chart, edges: Edges) -> tuple[Quantity, ...] | None:
    article, found = edges[0].value, edges[1].value
    if article.unit not in _BRANCHING:
        return None
    return article, Quantity(found.start(), found.end(), "ordinal", int(found[1]), "paragraph", False, found.span(1))


def item(chart: Chart, edges: Edges) -> Quantity | None:
    found = edges[0].value
    if chart.text[edges[0].start - 1 : edges[0].start] != "(":
        return None
    return plain(found.start(1), found.end(1), "ordinal", _roman(found[1]))


def _branched(joined: str) -> Value:
    numbers = [int(number) for number in joined.split("-") if number]
    return numbers[0] if len(numbers) == 1 else (numbers[0], numbers[1])


def _roman(letters: str) -> int:
    """The value of a Roman numeral in small letters."""
    values = [_LETTERS[letter] for letter in letters]
    return sum(-value if value < max(values[k:]) else value for k, value in enumerate(values))


# Words


def tens(chart: Chart, edges: Edges) -> Quantity:
    (start, end, found), text = edges[0], chart.text
    value = _TENS[found[0].lower()]
    if POSSESSIVE.search(text, max(0, start - 14), start):
        return plain(start, end, "age", (value, value + 9), "year", True)
    return plain(start, end, "decade", 1900 + value, "short")


def half(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, _), text = edges[0], chart.text
    if text.startswith(("-", " time"), end) or _HALF_PERIOD.search(text, max(0, start - 12), start):
        return None
    return plain(start, end, "fraction", Fraction(1, 2))


def half_of(chart: Chart, edges: Edges) -> Quantity:
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
    (start, end, found), (at, (kind, name)) = edges[0], edges[1].value
    if kind == "rank":
        return None
    return with_unit((start, edges[1].end), (start, end), (at, edges[1].end), kind, _HALVES_OF[found[1].lower()], name)


def one_quarter(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, _), text = edges[0], chart.text
    one = preceding(text, start) in ("a", "one") and _QUARTER_AFTER.match(text, end)
    return plain(start, end, "fraction", Fraction(1, 4)) if one else None


def once(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, _), text = edges[0], chart.text
    before = preceding(text, start)
    if before != "at" and (before in _ONCE_BEFORE or _ONCE_AFTER.match(text, end)):
        return plain(start, end, "number", 1, "times")
    return None


def one_span(chart: Chart, edges: Edges) -> Quantity | None:
    text, found = chart.text, edges[0].value
    (start, end), unit = found.span(1), found[1].lower()
    before = _SPAN_BEFORE.search(text, max(0, start - 8), start)
    if before is None and not _SPAN_LONG.match(text, end):
        return None
    if before is not None and before["decades"] and unit not in ("decade", "century"):
        return None
    value: Number = Decimal("1.5") if found[2] else 1
    return Quantity(start, found.end(), "duration", value, unit, False, (start, end))


def one_unit(chart: Chart, edges: Edges) -> Quantity | None:
    (start, _, _), text = edges[0], chart.text
    unit = unit_after(text, start) if preceding(text, start) in ("a", "an") else None
    return plain(start, unit[0][1], unit[1].kind, 1, unit[1].unit) if unit is not None else None


def several_spans(chart: Chart, edges: Edges) -> Quantity | None:
    (start, end, found), text = edges[0], chart.text
    unit = "century" if found[1].lower() == "centurie" else found[1].lower()
    before = preceding(text, start)
    if before in _NOT_VAGUE:
        return None
    if unit in ("decade", "century") or before in _VAGUE_BEFORE or text.startswith(_VAGUE_AFTER, end):
        return plain(start, end, "duration", (2, 9), unit, True)
    return None


def roman(chart: Chart, edges: Edges) -> Quantity | None:
    start, end, found = edges[0]
    text = chart.text
    if start < 2 or text[start - 1] != " " or not text[start - 2].isalpha():
        return None
    if found[0] == "I" and preceding(text, start) not in _NUMBERED:
        return None
    return plain(start, end, "ordinal", _roman(found[0].lower()))
