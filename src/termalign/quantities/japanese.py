"""The search for quantities in a Japanese text."""

import re
from functools import cache
from typing import ClassVar

from termalign.arguments import checked
from termalign.quantities.calendar import era_before
from termalign.quantities.grammar import Grammar
from termalign.quantities.japanese_numerals import FIGURE_SIGNS, ROMAN, read_numeral
from termalign.quantities.japanese_provisions import SUBITEMS, JapaneseProvisions, is_provision
from termalign.quantities.japanese_words import counter_at, idiom_at
from termalign.quantities.quantity import Edge, Per, Quantity
from termalign.quantities.symbols import divisor_at, inverse_at, unit_named
from termalign.quantities.units import SPANS_OF_TIME

_LETTERS = frozenset((*ROMAN, *SUBITEMS, *"月火水木金土日", "I", "V"))


def japanese_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers, dates, amounts and measures of a Japanese text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of Quantity
        Sorted, without overlaps; the longest reading at each place.

    Examples
    --------
    >>> text = "令和7年10月1日の午後3時半、約95億円と十分な人手、十数人"
    >>> for quantity in japanese_quantities(text):
    ...     print(text[quantity.start : quantity.end], "|", quantity.display())
    令和7年10月1日 | 2025-10-01
    午後3時半 | 15:30
    95億円 | ≈ 9 500 000 000 JPY
    十数人 | ≈ 11–19 people
    """
    checked(text, "text")
    grammar = japanese_grammar()
    begins = grammar.cues["begins"]
    chart, found = JapaneseChart(grammar, text), begins.search(text)
    while found is not None:
        found = begins.search(text, chart.take(found))
    return tuple(chart.taken)


@cache
def japanese_grammar() -> Grammar:
    """Return the rules for Japanese."""
    return Grammar(JapaneseChart)


_FIGURES = re.compile(f"[{''.join(sorted(FIGURE_SIGNS))},.]*")


def _numeral(text: str, position: int) -> Edge | None:
    numeral = read_numeral(text, position)
    return None if numeral is None else Edge(position, numeral.end, numeral)


class JapaneseChart(JapaneseProvisions):
    """One pass over a Japanese text."""

    table, apart = "japanese_rules.tsv", "[ 　約]?"
    lexers: ClassVar = {"number": _numeral, "counter": counter_at, "symbol": divisor_at, "inverse": inverse_at}

    def take(self, start: re.Match[str]) -> int:
        """Read and keep the quantity that starts here, and return the position at which to continue."""
        at = start.start()
        lead = self._lead(at)
        name = lead[0] if lead is not None else ""
        numeral = len(start[0]) == 1 and self.text[at] not in _LETTERS
        other = self._past_code(at, name) or (self._past_idiom(at, name) if numeral else 0)
        if other:
            return other
        edge = self.preferred(at, lead, weak=name == "minus")
        if edge is None:
            return self.read("number", at)[0].end if numeral else start.end()
        self.keep(edge)
        return max(edge.end, at + 1)

    def _past_code(self, at: int, lead: str) -> int:
        """Return the end of these figures if they are part of a code or a formula; otherwise 0."""
        if self.text[at] not in FIGURE_SIGNS or lead not in ("", "minus") or not self.is_code(at):
            return 0
        if self.after("two_of_formula", at) and self.before("formula_before", at):
            return at + 1
        return 0 if self.after("amount_behind_letters", at) else self._past_figures(at)

    def _past_figures(self, at: int) -> int:
        figures = _FIGURES.match(self.text, at)
        assert figures is not None
        return max(figures.end(), at + 1)

    def _past_idiom(self, at: int, lead: str) -> int:
        """Return the end of the idiom that contains this numeral, or of what only looks like a numeral; 0 if it is one."""
        text = self.text
        idiom = None if text[at] in FIGURE_SIGNS else idiom_at(text, at)
        if idiom is not None and not (idiom[0] == at and lead in ("ordinal", "law", "beside")):
            return max(idiom[1], at + 1)  # 二条 is a place, 第二条 and 憲法二条 are not
        numeral = self.read("number", at)
        if not numeral or (text[at] == "参" and numeral[0].end == at + 1):  # 参加
            return self._past_figures(at)
        return 0

    def around(self, quantity: Quantity) -> tuple[int, int] | None:
        return None if quantity.unit.startswith("seismic") else super().around(quantity)  # 震度5弱程度

    def per_around(self, quantity: Quantity) -> Per | None:
        at = quantity.start
        found = self.before("per_before", at)
        if found is not None:
            return Per(found.start(), at, 1, SPANS_OF_TIME[found[found.lastindex or 0].rstrip("間")[-1]])
        behind = self._behind_bar(quantity.end)
        if behind is not None:
            return Per(quantity.end, behind.end, 1, behind.value)
        last = self.taken[-1] if self.taken else None
        if last is None or not last.unit or quantity.kind == "ordinal":
            return None
        if not self.cues["per_between"].fullmatch(self.text, last.end, at):
            return None
        number = last.value if last.date is None else last.date[2]  # 1日3回
        if number != 1 and quantity.kind == "duration" and last.end == at:
            return None  # 28週2日
        return Per(last.start, at, number, last.unit) if isinstance(number, int) else None

    def _behind_bar(self, end: int) -> Edge | None:
        """Return the unit behind an amount and a bar: 100円/日, 100円/kg, 100円/人."""
        bar = self.after("bar", end)
        if bar is None:
            return None
        if bar[1]:
            return Edge(end, bar.end(), unit_named(bar[1]))
        counter = counter_at(self.text, bar.end())
        return divisor_at(self.text, bar.end()) or (counter and counter._replace(value=counter.value.unit))

    def _lead(self, at: int) -> tuple[str, Edge] | None:
        """Return the part of a quantity before its number: 第, an era, a currency …"""
        text = self.text
        if at == 0 or at < self.floor:
            return None
        era = era_before(text, at)
        if era is not None and era[0] >= self.floor:
            return "era", Edge(era[0], at, era[1])
        lead = self.lead(at, 10)
        if lead is None or lead[0] != "beside":
            return lead
        return lead if self.taken and self.taken[-1].end == lead[1].start and is_provision(self.taken[-1]) else None
