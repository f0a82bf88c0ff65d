"""Find the quantities of a Japanese text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from termalign.quantities.build import plain
from termalign.quantities.event_dates import event_date
from termalign.quantities.japanese_amounts import read_amount
from termalign.quantities.japanese_context import approx_after, approx_before
from termalign.quantities.japanese_dates import NOON, DateReader
from termalign.quantities.japanese_lexical import inside_word, lexical_word
from termalign.quantities.japanese_numerals import Numeral, read_numeral
from termalign.quantities.numeric_dates import latin_period, numeric_date
from termalign.quantities.quantity import Number, Quantity

_START = re.compile(
    r"[0-9０-９一二三四五六七八九〇零十百千壱弐参数何幾元正半倍月火水木金土日ひふみよ初]"
    r"(?:(?<=[0-9０-９一二三四五六七八九〇零十百千壱弐参数何幾])"
    r"|(?<=元)年|(?<=正)午|(?<=半)(?:分|数|額|値|年|日|月|世紀|時間)|(?<=倍)(?:増|額|近く|以上|に|の)|(?<=[月火水木金土日])曜(?!大工)日?"
    r"|(?<=ひ)と[つり]|(?<=ふ)た[つり]|(?<=み)っつ|(?<=よ)っつ|(?<=初)代)"
)
_FIGURES = frozenset("0123456789０１２３４５６７８９")
_CODE = re.compile(
    r"[0-9０-９]{3}[-‐−－][0-9０-９]{4}(?![0-9０-９])|[0-9０-９]+[-‐−－][0０][0-9０-９]+"
    r"|[0-9０-９]+(?:[-‐−－][0-9０-９]+){2,}|0[0-9]+[ 　][0-9]{2,}(?:[ 　][0-9]+)*|[0-9]+(?:\.[0-9]+){2,}"
)
_LATIN_BEFORE = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-‐－.]?$")
_LATIN_ALLOWED = re.compile(r"(?:\b(?:M|No|Vol|p|pp|Mw|BC|AD|約|US|FY|JPY|USD|EUR|GBP)|Ｍ)\.?$")
_PERIODS = frozenset("YQ")
_HALVES: dict[str, tuple[str, Number, str]] = {
    "半分": ("fraction", Fraction(1, 2), ""),
    "半数": ("fraction", Fraction(1, 2), ""),
    "半額": ("fraction", Fraction(1, 2), ""),
    "半値": ("fraction", Fraction(1, 2), ""),
    "半年": ("duration", Fraction(1, 2), "year"),
    "半日": ("duration", Fraction(1, 2), "day"),
    "半月": ("duration", Fraction(1, 2), "month"),
    "半世紀": ("duration", Fraction(1, 2), "century"),
    "半時間": ("duration", Fraction(1, 2), "hour"),
}
_DOUBLE = frozenset(["増", "額"])
_ALONE = ("ぼっち", "親", "歩き", "暮らし", "っ子", "言", "じめ", "占め", "きり")
"""What follows ひとり where it means alone."""
_WORDS: dict[str, tuple[str, Number, str]] = {
    "ひとつ": ("number", 1, "thing"),
    "ひとり": ("number", 1, "person"),
    "ふたつ": ("number", 2, "thing"),
    "ふたり": ("number", 2, "person"),
    "みっつ": ("number", 3, "thing"),
    "よっつ": ("number", 4, "thing"),
    "初代": ("ordinal", 1, "generation"),
}


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
    scanner = _Scanner(text, words)
    while found is not None:
        found = _START.search(text, scanner.read(found))
    return tuple(scanner.found)


class _Scanner:
    """One pass over a text; `floor` is where the last quantity ended."""

    __slots__ = ("dates", "floor", "found", "text", "words")

    def __init__(self, text: str, words: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.words = words
        self.found: list[Quantity] = []
        self.floor = 0
        self.dates = DateReader(text)

    def read(self, start: re.Match[str]) -> int:
        """Read what starts here; the position to go on from."""
        at, sign = start.start(), start[0]
        if sign in _FIGURES:
            return self._figures(at)
        if len(sign) > 1:
            return self._word(at, start.end(), sign)
        return self._kanji(at)

    def _add(self, quantity: Quantity) -> int:
        """Keep a quantity, with the words of approximation around it."""
        if quantity.start < self.floor:
            quantity = replace(quantity, start=self.floor)
        around = None
        if quantity.approx_span is None and quantity.unit[:7] != "seismic":
            around = approx_before(self.text, quantity.start) or approx_after(self.text, quantity.end)
        if around is not None and around[0] >= self.floor:
            quantity = replace(quantity, approx=True, approx_span=around)
        self.found.append(quantity)
        self.floor = quantity.end
        return quantity.end

    def _figures(self, at: int) -> int:
        text = self.text
        before = text[max(0, at - 4) : at]
        if (
            before
            and not "\u3000" <= before[-1] <= "\ufaff"
            and _LATIN_BEFORE.search(before)
            and not _LATIN_ALLOWED.search(before)
        ):
            return _past_figures(text, at)
        quantity = numeric_date(text, at) or event_date(text, at) or self.dates.clock(at)
        if quantity is None and (before[-1:] in _PERIODS or text[at + 1 : at + 2] == "Q"):
            quantity = latin_period(text, at)
        if quantity is not None:
            return self._add(quantity)
        code = _CODE.match(text, at)
        if code is not None:
            return code.end()
        numeral = read_numeral(text, at)
        if numeral is None:
            return _past_figures(text, at)
        return self._numeral(numeral)

    def _kanji(self, at: int) -> int:
        text = self.text
        word = lexical_word(text, at)
        if word is not None and text[at - 1 : at + 2 : 2] != "第条":  # else 二条 is a place
            return max(word[1], at + 1)
        quantity = event_date(text, at)
        if quantity is not None:
            return self._add(quantity)
        numeral = read_numeral(text, at)
        if numeral is None or (text[at] == "参" and numeral.end == at + 1):
            return at + 1  # 参加
        if self.words and inside_word(self.words, at, numeral.end, text):
            return numeral.end
        return self._numeral(numeral)

    def _numeral(self, numeral: Numeral) -> int:
        quantities = read_amount(self.text, self.dates, numeral)
        for quantity in quantities:
            self._add(quantity)
        if not quantities:
            return numeral.end
        last = quantities[-1]
        if last.kind == "date" and last.pieces and (weekday := self.dates.weekday(last.end)):
            self._add(weekday)
        return self.floor

    def _word(self, at: int, end: int, sign: str) -> int:
        text = self.text
        if sign == "元年":
            numeral = Numeral(at, at + 1, 1, 1, False, False, False)
            quantity = self.dates.year(numeral, end)
            if quantity is None or quantity.start == at:
                return end
            return self._add(quantity)
        if sign == "正午":
            return self._add(plain(at, end, "time", NOON, "24h"))
        if sign[1:2] == "曜":
            day = "月火水木金土日".index(sign[0])
            return self._add(plain(at, end, "weekday", day))
        if sign[0] == "半" and text[at - 1 : at] in tuple("過前後上下大毎") and at:
            return end
        if sign[0] == "倍":
            if _is_ideograph(text[at - 1 : at]):
                return end  # 数倍 is read as a number, 人一倍 is a word
            stop = end if sign[1] in _DOUBLE else at + 1
            return self._add(plain(at, stop, "multiple", 2, "times"))
        if sign == "ひとり" and text.startswith(_ALONE, end):
            return end
        if text[end : end + 2] == "ひと" or text[max(0, at - 3) : at] == sign:
            return end  # ひとつひとつ: each
        kind, value, unit = _HALVES.get(sign) or _WORDS[sign]
        return self._add(plain(at, end, kind, value, unit))


def _is_ideograph(sign: str) -> bool:
    return "㐀" <= sign <= "鿿"


def _past_figures(text: str, position: int) -> int:
    while position < len(text) and (text[position] in _FIGURES or text[position] in ",."):
        position += 1
    return position
