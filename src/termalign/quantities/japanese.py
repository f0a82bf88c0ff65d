"""Find the quantities of a Japanese text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from termalign.quantities import build, japanese_amounts, japanese_dates
from termalign.quantities.calendar import era_before
from termalign.quantities.grammar import Chart, Edge, Grammar
from termalign.quantities.japanese_numerals import Numeral, read_numeral
from termalign.quantities.japanese_words import Counter, approximate, counter_at, counter_opening, idiom_at, inside_word
from termalign.quantities.quantity import Quantity

_START = re.compile(
    r"[0-9０-９一二三四五六七八九〇零十百千壱弐参数何幾元正半倍月火水木金土日ひふみよ初]"
    r"(?:(?<=[0-9０-９一二三四五六七八九〇零十百千壱弐参数何幾])"
    r"|(?<=元)年|(?<=正)午|(?<=半)(?:分|数|額|値|年|日|月|世紀|時間)|(?<=倍)(?:増|額|近く|以上|に|の)|(?<=[月火水木金土日])曜(?!大工)日?"
    r"|(?<=ひ)と[つり]|(?<=ふ)た[つり]|(?<=み)っつ|(?<=よ)っつ|(?<=初)代)"
)
_FIGURES = frozenset("0123456789０１２３４５６７８９")
_LATIN_BEFORE = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-‐－.]?$")
_LATIN_ALLOWED = re.compile(r"(?:\b(?:M|No|Vol|p|pp|Mw|BC|AD|約|US|FY|JPY|USD|EUR|GBP)|Ｍ)\.?$")
_LEAD = re.compile(
    r"(?:(?P<ordinal>第)|(?P<marked>西暦|紀元前|紀元|公元前|公元|前|BC|B\.C\.|AD|A\.D\.|['’‘])|(?P<same>[同翌])|(?P<fy>FY)|(?P<q>Q)"
    r"|(?P<half>午前|午後|朝|早朝|未明|夜|夕方|夕|深夜|昼|正午|晩)の?"
    r"|(?P<currency>(?:US|ＵＳ|米|NZ|A|HK|C)?[$＄]|[¥￥€£])|(?P<seismic>震度)"
    r"|(?P<magnitude>マグニチュード[（(]?M?[)）]?|\bMw?|Ｍ)|(?P<speed>[時秒分風]速|毎[時秒分])"
    r"|(?P<minus>マイナス|零下|氷点下|(?<![0-9０-９A-Za-z])(?<![0-9０-９] )[-−－▲△](?=$))"
    r"|(?P<celsius>摂氏)|(?P<fahrenheit>華氏)|(?P<initial>(?<![A-Za-z])[TSHR])|(?P<shirt>背番号))[ 　約]?$"
)
_LEAD_ENDS = frozenset("TSHR第暦元前CD.'’‘同翌YQ午後朝明夜方夕昼晩の$＄¥￥€£度ドMwＭ)）速時秒分ス下-−－▲△氏号 　約")
_YEAR = re.compile("[0-9０-９]{1,2} ?年")
_NUMERALS = "[0-9０-９一二三四五六七八九〇零十百千壱壹弐貳参伍拾数何幾]"


def japanese_quantities(text: str, words: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The numbers, dates, amounts and measures of a Japanese text.

    Parameters
    ----------
    text : str
        Any text.
    words : sequence of tuple of int, optional
        The morphemes of the text as sorted (start, end) code points; with them a kanji numeral inside a
        longer morpheme (一般) is surely none. Without them a list of such words decides.

    Returns
    -------
    tuple of Quantity
        Sorted, not overlapping, the longest reading at each place.

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
    found = _START.search(text)
    if found is None:
        return ()
    scan = _Scan(text, words)
    while found is not None:
        found = _START.search(text, scan.read(found))
    return tuple(scan.found)


@cache
def japanese_grammar() -> Grammar:
    """The rules for Japanese."""
    lexers = {"number": _number, "counter": _counter}
    openings = {"number": _NUMERALS, "counter": counter_opening()}
    return Grammar("japanese_rules.tsv", (build, japanese_amounts, japanese_dates), lexers, openings, {})


def _number(chart: Chart, position: int) -> tuple[int, Numeral] | None:
    numeral = read_numeral(chart.text, position)
    return (numeral.end, numeral) if numeral is not None else None


def _counter(chart: Chart, position: int) -> tuple[int, Counter] | None:
    return counter_at(chart.text, position)


class _Scan:
    """One pass over a text; `floor` is where the last quantity ended."""

    __slots__ = ("chart", "floor", "found", "text", "words")

    def __init__(self, text: str, words: Sequence[tuple[int, int]]) -> None:
        self.text, self.words = text, words
        self.chart = Chart(japanese_grammar(), text)
        self.found: list[Quantity] = []
        self.floor = 0

    def read(self, start: re.Match[str]) -> int:
        """Read what starts here; the position to go on from."""
        at, text = start.start(), self.text
        figures, end = text[at] in _FIGURES, start.end()
        idiom = idiom_at(text, at) if not figures and len(start[0]) == 1 else None
        if idiom is not None and text[at - 1 : at + 2 : 2] != "第条":  # else 二条 is a place
            return max(idiom[1], at + 1)
        lead = self._lead(at)
        dash = lead is not None and lead[0] == "minus"
        if figures and (dash or lead is None) and self._is_latin(at):
            return _past_figures(text, at)
        if len(start[0]) == 1:
            numeral = self.chart.read("number", at)
            if not numeral or (text[at] == "参" and numeral[0].end == at + 1):  # 参加
                return max(_past_figures(text, at), at + 1)
            end = numeral[0].end
            if self.words and not figures and inside_word(self.words, at, end, text):
                return end
        edge = self.chart.quantities(at, lead, weak=dash)
        return end if edge is None else self._keep(edge, at)

    def _keep(self, edge: Edge, at: int) -> int:
        """Keep what was read; the position to go on from."""
        for quantity in edge.value if isinstance(edge.value, tuple) else (edge.value,):
            self._add(quantity)
        self.floor = max(self.floor, edge.end)
        return max(edge.end, at + 1)

    def _lead(self, at: int) -> tuple[str, Edge] | None:
        """What stands before a number as part of a quantity: 第, an era, a currency …"""
        text = self.text
        if at <= self.floor:
            return None
        era = era_before(text, at)
        if era is not None and era[0] >= self.floor:
            return "era", Edge(era[0], at, era[1])
        if text[at - 1] in _LEAD_ENDS and (found := _LEAD.search(text, max(self.floor, at - 10), at)):
            assert found.lastgroup is not None
            if found.lastgroup != "initial" or _YEAR.match(text, at):  # else T3 is a code
                return found.lastgroup, Edge(found.start(), at, found)
        return None

    def _is_latin(self, at: int) -> bool:
        before = self.text[max(0, at - 4) : at]
        if not before or "\u3000" <= before[-1] <= "\ufaff":
            return False
        return _LATIN_BEFORE.search(before) is not None and _LATIN_ALLOWED.search(before) is None

    def _add(self, quantity: Quantity) -> None:
        """Keep a quantity, with the words of approximation around it."""
        around = None
        if quantity.approx_span is None and quantity.unit[:7] != "seismic":
            around = approximate(self.text, quantity.start, quantity.end)
        if around is not None and around[0] >= self.floor:
            quantity = replace(quantity, approx=True, approx_span=around)
        self.found.append(quantity)
        self.floor = quantity.end


def _past_figures(text: str, position: int) -> int:
    while position < len(text) and (text[position] in _FIGURES or text[position] in ",."):
        position += 1
    return position
