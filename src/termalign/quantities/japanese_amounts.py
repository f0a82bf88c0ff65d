"""The actions of the Japanese rules for numerals other than dates: amounts, ordinals, shares, ranges."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import prod

from termalign.japanese.kanji_numerals import DIGITS
from termalign.kana.script import is_ideograph
from termalign.quantities.english_numerals import roman
from termalign.quantities.figures import has_power
from termalign.quantities.japanese_dates import JapaneseDates, placed
from termalign.quantities.japanese_numerals import FIGURE_SIGNS, LARGE, ROMAN, read_numeral
from termalign.quantities.japanese_words import Counter, counter_at, ends_word, is_latin
from termalign.quantities.productions import BRANCHING, CURRENCIES, SMALLER, number_range, scaled, unit_of_range
from termalign.quantities.quantity import Edge, Numeral, Quantity, Value, made, with_unit
from termalign.quantities.symbols import unit_named
from termalign.quantities.units import SPANS_OF_TIME, UNMEASURED, dimension, rate

_GENERATIONS = frozenset({"代", "歳代"})
_HUNDREDTHS = {"JPY": "sen", "USD": "US cent"}
_LENGTHS = {"kilo": "kilometre", "milli": "millimetre"}
_DEGREES = frozenset(["degree or times", "degree"])
_OF_ANGLES = frozenset("緯経角")
_FEVERS = range(34, 43)
"""Temperatures of a body, in which 分 is a tenth: 37度5分 is 37.5 degrees."""
_NUMERIC = FIGURE_SIGNS.union(DIGITS, "十数")
_SPACES = (" ", "　")
_POWERS = {"千": 1000} | LARGE


def _adjoins(sign: str) -> bool:
    return is_ideograph(sign) or "ァ" <= sign <= "ヺ"


def _amount(numeral: Numeral, word: Edge, kind: str, value: Value, unit: str, approx: bool = False) -> Quantity:
    return with_unit(numeral, word, kind, value, unit, approx or numeral.vague or isinstance(value, tuple))


def _value(numeral: Numeral) -> Value:
    """Return the value of a numeral. Two successive digits are a pair: 二三人 is two or three people."""
    if numeral.positional and isinstance(numeral.low, int) and numeral.low < 100:
        tens, ones = divmod(numeral.low, 10)
        if ones == tens + 1:
            return tens, ones
    return (numeral.low, numeral.high) if numeral.vague else numeral.low


def _currency(sign: Edge) -> str:
    """Return the currency of a sign; a dollar is a US dollar unless the sign names another country."""
    said = CURRENCIES.get(re.sub("US|ＵＳ|米", "", sign.value["currency"]).replace("＄", "$"), "dollar")
    return "USD" if said == "dollar" else said


def _prefixed(lead: Edge, amount: Quantity, kind: str, unit: str) -> Quantity:
    """Return an amount with the text before it, which gives its unit."""
    if not amount.pieces and kind == "money":
        number, sign = Edge(*amount.head, None), Edge(lead.start, amount.start, None)
        return with_unit(number, sign, kind, amount.value, unit, amount.approx)
    pieces = tuple([(a, b, k, v, unit if k == "unit" else "") for a, b, k, v, _ in amount.pieces])
    return replace(amount, start=lead.start, kind=kind, unit=unit, pieces=pieces)


class JapaneseAmounts(JapaneseDates):
    """Amounts, ordinals, shares, ranges."""

    def spooned(self, lead: Edge, amount: Edge) -> Quantity:
        said = amount.value
        value = said.value if isinstance(said, Quantity) else said.low
        unit = "tablespoon" if self.text[lead.start] == "大" else "teaspoon"
        return made("measure", value, (lead, amount), unit, amount)

    def mixed(self, whole: Edge, sign: Edge, share: Edge) -> Quantity | None:
        if whole.value.vague or not 0 < share.value.value < 1:
            return None
        return made("number", Fraction(whole.value.low) + share.value.value, (whole, share))

    def aged(self, lead: Edge, amount: Edge) -> Quantity | None:
        return _prefixed(lead, amount.value, "age", amount.value.unit) if amount.value.kind == "duration" else None

    def bare(self, number: Edge) -> Quantity | None:
        text, numeral = self.text, number.value
        start, end = numeral.start, numeral.end
        following = text[end : end + 1]
        if numeral.figures:
            if text[start] in "0０" and end - start > 1 and isinstance(numeral.low, int):
                return None
            if is_latin(following) and not has_power(text[start:end]):
                return None
        elif numeral.positional and "〇" not in text[start:end]:
            return None
        elif end - start < 3:
            alone = not (start and _adjoins(text[start - 1])) and not _adjoins(following)
            if end - start < 2 or not (alone or any(sign in LARGE for sign in text[start:end])):
                return None
        return _amount(numeral, Edge(end, end, None), "number", _value(numeral), "")

    def counted(self, number: Edge, more: Edge, counter: Edge) -> Quantity | None:
        text, numeral, word = self.text, number.value, counter.value
        # After one kanji numeral, some counters are more likely part of a word: 一部, 二国.
        alone = not numeral.figures and (numeral.positional or numeral.end - numeral.start == 1)
        able = self._several(numeral) if numeral.figures or word.with_kanji else not alone
        if not able or self.after("no_counter", counter.start):
            return None
        kind, value, unit, end = self._measured(numeral, word, _value(numeral), counter.end)
        return _amount(numeral, counter._replace(end=end), kind, value, unit, "余" in text[numeral.end : counter.start])

    def _measured(self, numeral: Numeral, counter: Counter, value: Value, end: int) -> tuple[str, Value, str, int]:
        """Return the kind, value, unit and end of an amount: 3回目, 一度, 2ダース, 五十代, 3時間半."""
        text, kind, unit = self.text, counter.kind, counter.unit
        if text.startswith("目", end):
            return "ordinal", value, unit, end + 1
        if unit == "degree or times" and not numeral.figures and numeral.low < 10:
            return "number", value, "times", end  # 一度, 二度
        if counter.text == "ダース" and isinstance(value, int):
            return kind, value * 12, unit, end
        if counter.text in _GENERATIONS and isinstance(value, int):
            if value % 10 == 0 and 10 <= value <= 90 and not self.after("generation", end):
                return "age", (value, value + 9), "year", end  # one's fifties; 十代将軍 is the tenth shogun
            return "number", value, "generation", end
        if unit in _DEGREES and text[max(0, numeral.start - 1)] in _OF_ANGLES:
            return kind, value, unit, end
        if kind == "ordinal" and text[max(0, numeral.start - 1)] == "全":
            kind = "number"  # 全12ページ
        return kind, *self._finer(value, unit, end)

    def span(self, number: Edge, sign: Edge) -> Quantity | None:
        numeral = number.value
        if numeral.low >= 10**10 or not self._several(numeral) or not ends_word(self.text, sign.end - 1, sign.end):
            return None
        value, unit, end = self._finer(_value(numeral), SPANS_OF_TIME[sign.value[0][-1]], sign.end)
        order = self.text.startswith("目", end)
        return _amount(numeral, Edge(sign.end - 1, end + order, None), "ordinal" if order else "duration", value, unit)

    def _several(self, numeral: Numeral) -> bool:
        """Return whether a numeral is a number: 数 in 数人 (several people), but not in the words 人数 and 複数回."""
        alone = numeral.vague and numeral.end - numeral.start == 1
        return not alone or self.before("ends_in_number", numeral.start) is None

    def _finer(self, value: Value, unit: str, end: int) -> tuple[Value, str, int]:
        """Return the value, unit and end of an amount with smaller units: 3時間半, 1時間30分, 155円20銭, 37度5分, 9秒98."""
        if not isinstance(value, (int, Decimal)):
            return value, unit, end
        if self.after("and_half", end):
            return Decimal(value) + Decimal("0.5"), unit, end + 1
        while (more := self._next_amount(end)) is not None:
            number, smaller, stop = more
            if _HUNDREDTHS.get(unit) == smaller and number < 100:
                return value + Decimal(number) / 100, unit, stop
            if unit not in SMALLER or SMALLER[unit][0] != smaller:
                break
            value, unit, end = value * SMALLER[unit][1] + number, smaller, stop
        if unit in _DEGREES and value in _FEVERS and (tenth := self.after("tenth", end)):
            return value + Decimal(placed(tenth[1])) / 10, unit, tenth.end()
        if unit == "second" and (hundredths := self.after("hundredths", end)):
            return value + Decimal(f"0.{hundredths[0]}"), unit, hundredths.end()
        return value, unit, end

    def _next_amount(self, position: int) -> tuple[int, str, int] | None:
        """Return the whole number at a position or after a space there, with the unit and end of its counter."""
        text = self.text
        position += text.startswith(_SPACES, position)
        numeral = read_numeral(text, position) if text[position : position + 1] in _NUMERIC else None
        counter = counter_at(text, numeral.end + text.startswith(_SPACES, numeral.end)) if numeral is not None else None
        if numeral is None or counter is None or not numeral.exact:
            return None
        return int(numeral.low), counter.value.unit, counter.end

    def wari(self, number: Edge, sign: Edge) -> Quantity:
        tenths, found = number.value, sign.value
        if tenths.vague:
            return _amount(tenths, sign, "percent", (tenths.low * 10, tenths.high * 10), "")
        value = tenths.low * 10 + placed(found[1] or "0")
        if found[2]:
            value += Decimal(placed(found[2])) / 10
        return _amount(tenths, sign, "percent", value, "")

    def money(self, sign: Edge, amount: Edge) -> Quantity:
        return _prefixed(sign, amount.value, "money", _currency(sign))

    def speed(self, lead: Edge, amount: Edge) -> Quantity | None:
        """Return a measure for each span of time; 毎分60回 is left to the rules for counts."""
        said: str = lead.value["speed"]
        whole: Quantity = amount.value
        if whole.kind not in ("measure", "range") or dimension(whole.unit) in UNMEASURED:
            return None
        each = f"{_LENGTHS.get(whole.unit, whole.unit)}/{unit_named(said.strip('速毎'))}"
        unit = whole.unit if rate(whole.unit) else each  # 風速25m/s
        if whole.kind == "range":
            return replace(whole, start=lead.start, unit=unit)
        return _prefixed(lead, whole, "measure", unit)

    def share(self, *edges: Edge) -> Quantity | None:
        """Return a fraction by what is counted: 3人に1人."""
        whole, _, first, _, part, second, *_ = edges
        counter, below, above = first.value, whole.value.low, part.value.low
        if counter != second.value or counter.kind == "duration":
            return None
        if not (isinstance(above, int) and isinstance(below, int) and 0 < above < below):
            return None
        both = (whole, first), (part, second)
        pieces = tuple([(n.start, sign.end, counter.kind, n.value.low, counter.unit) for n, sign in both])
        return made("fraction", Fraction(above, below), (whole, second), pieces=pieces)

    def roman(self, signs: Edge) -> Numeral:
        value = ROMAN.get(signs.value[0]) or roman(signs.value[0].lower())
        return Numeral(signs.start, signs.end, value, value, False)

    def rate(self, point: Edge, figures: Edge) -> Quantity:
        return made("number", Decimal(f"0.{int(figures.value[1]):0{len(figures.value[1])}}"), (point, figures))

    def ordinal_unit(self, lead: Edge, number: Edge, space: Edge, counter: Edge) -> Quantity | None:
        numeral, word = number.value, counter.value
        if word.kind in ("money", "measure"):
            return None
        unit = counter._replace(end=counter.end + self.text.startswith("目", counter.end))
        return with_unit(number, unit, "ordinal", numeral.low, word.unit, numeral.vague, (lead,))

    def branch(self, numbered: Edge, of: Edge, number: Edge) -> Quantity | None:
        second: Numeral = number.value
        whole: Quantity = numbered.value
        if whole.unit not in BRANCHING | {"number"} or not isinstance(whole.value, int):  # 号 is a number
            return None
        if second.vague or counter_at(self.text, second.end):
            return None
        value = whole.value, second.low
        (a, b, kind, _, unit), *rest = whole.pieces
        return replace(whole, end=second.end, value=value, pieces=((a, b, kind, value, unit), *rest))

    def ranged(self, number: Edge, to: Edge, figure: Edge) -> Quantity | None:
        first, whole = number.value, figure.value
        second: Numeral = self.read("number", figure.start)[0].value
        if first.vague or second.vague or first.figures != second.figures or not (first.figures or whole.pieces):
            return None
        digits = self.text[second.start : second.end].rstrip("千万億兆")
        power = prod(_POWERS[sign] for sign in self.text[second.start + len(digits) : second.end])
        guessed = to.value[0] not in "、・" or (first.low <= 9 and second.low == (first.low + 1) * power)  # 二、三
        if self.after("of_date", second.end) or not guessed:
            return None
        low = scaled(first, second, power)
        unit = unit_of_range(whole)
        if (unit and not low < second.low) or (unit == "year" and low >= 100):
            return None
        if self.text.startswith("割", second.end):
            first, second, low = *(n._replace(low=n.low * 10) for n in (first, second)), low * 10
        return number_range(first, low, second, whole)
