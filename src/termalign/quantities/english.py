"""Find the quantities of an English text."""

import re
from dataclasses import replace
from functools import cache
from itertools import groupby
from operator import itemgetter

from termalign.english.text import MINUS
from termalign.quantities import build, english_amounts, english_dates
from termalign.quantities.english_dates import MONTHS, SHORT_MONTHS, WEEKDAYS, month_at
from termalign.quantities.english_numerals import NUMBER_WORDS, Numeral, read_figures, read_words
from termalign.quantities.english_words import UnitWord, approximate, counts, label_before, preceding, unit_after
from termalign.quantities.grammar import Chart, Edge, Grammar
from termalign.quantities.quantity import Quantity

_WORDS = frozenset(
    """twice thrice both double doubled doubles doubling twofold triple tripled triples tripling threefold quadruple quadrupled
    fourfold fivefold tenfold noon midday midnight minute hour day night week month year decade century seconds minutes hours days
    weeks months years decades centuries twenties thirties forties fifties sixties seventies eighties nineties teen teens teenage
    teenager teenagers teenaged i ii iii iv vi vii viii ix xi xii xiii xiv xv xvi half quarter quarters once fortnight single
    per kilometer kilometre kilogram kilo mile meter metre liter litre ton tonne pound hectare acre dollar euro""".split()
)
_ANY = frozenset([*NUMBER_WORDS, *MONTHS, *SHORT_MONTHS, *WEEKDAYS, *_WORDS])
_APART = frozenset(["", " ", "(", "\n", ",", ";", "“", "‘", "'", '"', "["])
_CLOSED = ("", "\n", ",", ";", "“", "‘", '"', "[")  # what no lead ends with
_CURRENCY = re.compile(r"(US\$|NZ\$|A\$|HK\$|C\$|S\$|NT\$|\$|€|£|¥|￥|\b(?:JPY|USD|EUR|GBP|RMB)|\bRs\.?) ?$")
_CURRENCY_ENDS = frozenset("$€£¥￥YDRPBs.")
"""The last letters of a currency sign that may stand before a space: US$ 5, JPY 5, Rs. 5."""
_LETTER_BEFORE = re.compile(r"(?:[A-Za-z]|[A-Z][A-Za-z]*-|[A-Za-z][0-9]*\.|[/_][A-Za-z0-9]*)$")
_LETTER_ALLOWED = re.compile(
    r"(?:\b(?:FY|Q|M|No|no|p|pp|vol|Vol|AD|c|ca|approx)\.?|\b[Mm]agnitude-|\b(?:JPY|USD|EUR|GBP|RMB|Rs\.?))$"
)
_LEAD = re.compile(
    r"(?:(?P<fiscal>\bFY[ -]?|\b(?i:fiscal(?: year)?)[ -]|\b(?i:financial year) )|(?P<q>Q)"
    r"|(?P<marked>\bA\.?D\.? ?|(?i:the year ))|(?P<aged>\b(?i:aged|ages?|turned|turns|turning)[ -]|\b(?i:age of ))"
    r"|(?P<intensity>(?i:\b(?:seismic )?intensity (?:of )?))|(?P<magnitude>(?i:\bmagnitude[ -](?:of )?)|\b[Mm] ?)"
    r"|(?P<lower>\b(?i:lower|weak)[ -])|(?P<upper>\b(?i:upper|strong)[ -])|(?P<inning>\b(?i:top|bottom) of the )"
    r"|(?P<minus>(?i:\bminus ))|(?P<at>\b(?i:at|struck) )|(?P<era>(?P<name>[A-Z][A-Za-zŌōūĀā'’-]+)(?: era)? ))$"
)
_LEAD_WORDS = frozenset(
    """fy fiscal year ad d aged age ages turned turns turning of intensity magnitude m lower weak upper strong the minus at
    struck era""".split()
)
_LONGEST_LEAD = 24
_NUMERALS = f"(?:[0-9]|(?i:{'|'.join(sorted({word[:2] for word in NUMBER_WORDS}))}))"
_OPENINGS = dict.fromkeys(("number", "cardinal", "ordinal", "amount"), _NUMERALS) | {
    "clock": "[0-9]",
    "unit": r"[ -]?(?!(?:of|and|or|in|to|the|for|on|from|with|by|as|at|was|were|is|are|that|who|which|when|other|more)\b)"
    "[A-Za-zµμ°℃℉]",
    "month": "[JFMASOND]",
}
_SORTS = {
    "number": (
        lambda n: "ordinal" if n.ordinal else "vague" if n.vague else "cardinal",
        ("cardinal", "ordinal", "vague"),
    )
}


def english_quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers, dates, amounts and measures of an English text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of Quantity
        Sorted, not overlapping, the longest reading at each place. Spans leave out articles and words of
        approximation.

    Examples
    --------
    >>> text = "About 9.5 billion yen was lost by 13 people on October 1st, fiscal 2025."
    >>> for quantity in english_quantities(text):
    ...     print(text[quantity.start:quantity.end], "|", quantity.display())
    9.5 billion yen | ≈ 9 500 000 000 JPY
    13 people | 13 people
    October 1st | October 1
    fiscal 2025 | FY 2025
    """
    scan = None
    for found in _starts().finditer(text):
        scan = scan or _Scan(text)
        if found.start() >= scan.floor:
            scan.read(found)
    return tuple(scan.found) if scan is not None else ()


@cache
def english_grammar() -> Grammar:
    """The rules for English."""
    lexers = {
        "number": _number, "cardinal": _cardinal, "ordinal": _ordinal, "vague": _vague, "sum": _sum, "unit": _unit,
        "rank": _rank, "month": month_at,
    }  # fmt: skip
    return Grammar("english_rules.tsv", (build, english_amounts, english_dates), lexers, _OPENINGS, _SORTS)


def _number(chart: Chart, position: int) -> tuple[int, Numeral] | None:
    """Any numeral."""
    text = chart.text
    sign = text[position]
    numeral = (
        read_figures(text, position) if "0" <= sign <= "9" else read_words(text, position) if sign.isalpha() else None
    )
    return (numeral.end, numeral) if numeral is not None else None


def _cardinal(chart: Chart, position: int) -> tuple[int, Numeral] | None:
    """A numeral for how many."""
    found = chart.read("number", position)
    plain = found and not found[0].value.ordinal and not found[0].value.vague
    return found[0][1:] if plain else None


def _ordinal(chart: Chart, position: int) -> tuple[int, Numeral] | None:
    """A numeral for which one."""
    found = chart.read("number", position)
    return found[0][1:] if found and found[0].value.ordinal and isinstance(found[0].value.low, int) else None


def _vague(chart: Chart, position: int) -> tuple[int, Numeral] | None:
    """Dozens, a few."""
    found = chart.read("number", position)
    return found[0][1:] if found and found[0].value.vague else None


def _sum(chart: Chart, position: int) -> tuple[int, Numeral] | None:
    """Figures behind a currency sign: 5m are millions."""
    numeral = read_figures(chart.text, position, money=True) if chart.text[position].isdecimal() else None
    return (numeral.end, numeral) if numeral is not None else None


def _unit(chart: Chart, position: int) -> tuple[int, tuple[int, UnitWord]] | None:
    """What an amount is one of, and where that begins."""
    found = unit_after(chart.text, position)
    return (found[0][1], (found[0][0], found[1])) if found is not None else None


def _rank(chart: Chart, position: int) -> tuple[int, tuple[int, UnitWord]] | None:
    """What an ordinal is one of, and where that begins."""
    found = unit_after(chart.text, position, ranks=True)
    return (found[0][1], (found[0][0], found[1])) if found is not None else None


@cache
def _starts() -> re.Pattern[str]:
    """A figure or a whole word that may begin a quantity, as one pattern that branches letter by letter."""
    words = sorted(_ANY)
    initials = "".join({word[0] for word in words})
    return re.compile(
        f"[0-9]|(?<![A-Za-z])(?=[{initials}{initials.upper()}]){_branches(words)}(?![A-Za-z])|(?<=\\()[ivxlc]+(?=\\))"
    )


def _branches(endings: list[str]) -> str:
    """A pattern for any of the words, in either case, with their common beginnings written once."""
    parts = [
        f"[{letter}{letter.upper()}]{_branches([word[1:] for word in group])}"
        for letter, group in groupby((word for word in endings if word), key=itemgetter(0))
    ]
    if not parts:
        return ""
    return f"(?:{'|'.join(parts)}){'?' if '' in endings else ''}"


class _Scan:
    """One pass over a text; nothing more is read before `floor`."""

    __slots__ = ("chart", "floor", "found", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.chart = Chart(english_grammar(), text)
        self.found: list[Quantity] = []
        self.floor = 0

    def read(self, start: re.Match[str]) -> None:
        """Read what starts here."""
        at, text = start.start(), self.text
        figures = "0" <= text[at] <= "9"
        if not figures and not self._is_word(start):
            return
        lead = self._lead(at)
        if figures and lead is None and self._is_code(at):
            self.floor = _past(text, at)
            return
        edge = self.chart.quantities(at, lead, weak=lead is not None and lead[0] not in ("currency", "bracket"))
        if edge is None:
            self.floor = _past(text, at) if figures else self.floor
            return
        for quantity in edge.value if isinstance(edge.value, tuple) else (edge.value,):
            self._add(quantity)
        self.floor = max(self.floor, edge.end)

    def _is_word(self, start: re.Match[str]) -> bool:
        """Whether a word is no part of a longer one (12x, x12, @may), and no numeral that counts nothing."""
        at, text = start.start(), self.text
        if at and (text[at - 1].isalnum() or text[at - 1] in "_/@#"):
            return False
        if start[0].lower() not in NUMBER_WORDS:
            return True
        numeral = self.chart.read("number", at)
        if not numeral:
            return False
        before = text[max(0, at - 4) : at].lower()
        article = before.endswith((" a ", " an ", "per ")) or before in ("a ", "an ")
        if start[0].lower() == "second" and _is_time(text, start.end(), article, before):
            return False
        if not counts(text, numeral[0].value, article):
            self.floor = max(self.floor, numeral[0].end)
            return False
        return True

    def _lead(self, at: int) -> tuple[str, Edge] | None:
        """What stands before a number as part of a quantity: a currency, *Article*, *fiscal* …"""
        text, sign = self.text, self.text[at - 1 : at]
        if at <= self.floor or sign in _CLOSED:
            return None
        if sign == "(":
            label = label_before(text, at - 1)
            if label is None or label[0] < self.floor:
                return None
            return "bracket", Edge(label[0], at, label[1])
        if sign in "-−▲△":
            minus = MINUS.match(text, at - 1)
            return ("minus", Edge(at - 1, at, minus)) if minus is not None else None
        apart = sign in _APART and (sign != " " or text[at - 2 : at - 1] not in _CURRENCY_ENDS)
        if not apart and (currency := _CURRENCY.search(text, max(self.floor, at - 8), at)):
            return "currency", Edge(currency.start(), at, currency)
        return self._word_before(at, sign)

    def _word_before(self, at: int, sign: str) -> tuple[str, Edge] | None:
        """A word before a number as part of a quantity."""
        text, word, found = self.text, preceding(self.text, at), None
        if word in _LEAD_WORDS or sign in "Q.DMY" or (sign == " " and text[at - 1 - len(word)].isupper()):
            found = _LEAD.search(text, max(self.floor, at - _LONGEST_LEAD), at)
        if found is not None and found.lastgroup is not None and found.lastgroup != "era":
            return found.lastgroup, Edge(found.start(), at, found)
        label = label_before(text, at) if sign in " .#" else None
        if label is not None and label[0] >= self.floor:
            return "label", Edge(label[0], at, label[1])
        return ("era", Edge(found.start(), at, found)) if found is not None else None

    def _is_code(self, at: int) -> bool:
        before = self.text[max(0, at - 8) : at]
        if before[-1:] in _APART or _LETTER_BEFORE.search(before) is None:
            return False
        return _LETTER_ALLOWED.search(before) is None

    def _add(self, quantity: Quantity) -> None:
        """Keep a quantity, with the words of approximation around it."""
        around = approximate(self.text, quantity.start, quantity.end)
        if around is not None and around[0] >= self.floor:
            quantity = replace(quantity, approx=True, approx_span=around)
        self.found.append(quantity)
        self.floor = quantity.end


def _is_time(text: str, end: int, article: bool, before: str) -> bool:
    """A second later, per second."""
    after = text[end : end + 6]
    late = (article and after[:1] in (",", ".", ";")) or after.startswith((" later", " ago"))
    return late or before == "per "


def _past(text: str, position: int) -> int:
    """Past a code of letters and figures."""
    while position < len(text) and (
        text[position].isalnum() or (text[position] in ".,-" and text[position + 1 : position + 2].isdigit())
    ):
        position += 1
    return position
