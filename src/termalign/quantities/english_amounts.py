"""The actions of the English rules for numerals other than dates: amounts, ordinals, shares, ranges."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from termalign.english.function_words import FUNCTION_WORDS
from termalign.english.text import MINUS
from termalign.quantities.english_dates import EnglishDates, is_amount, is_year, may_be_span, names_year
from termalign.quantities.english_numerals import ORDINALS, POWERS, TENS, roman
from termalign.quantities.english_words import label_before, preceding, unit_after
from termalign.quantities.productions import BRANCHING, CURRENCIES, LAST_YEAR, SMALLER, group, number_range, scaled
from termalign.quantities.quantity import Edge, Number, Numeral, Quantity, Value, made, with_unit
from termalign.quantities.units import ADVERBS_OF_TIME, PROVISIONS

_TIME_UNITS = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "year"])
_DIVISIBLE = frozenset(["measure", "duration", "money"])
_SCORE_UNITS = frozenset(["", "goal", "point", "win", "loss", "draw", "game", "seat", "vote", "run", "set"])
_PARTS = {"half": 2, "quarter": 4, "hundredth": 100} | {word: ORDINALS[word] for word in list(ORDINALS)[2:10]}
_IN_ROMAN = BRANCHING | {"stage"}
_TENS = {f"{word[:-1]}ies": number for word, number in TENS.items()}


def _link(said: str) -> str:
    """Return the word between two numbers; '' for a sign."""
    return said.strip(" -–—~:").lower().rpartition(" ")[2]


def _whole(part: str) -> int:
    """Return how many of a part make a whole: 4 for *quarters*."""
    return _PARTS[part.lower().replace("halves", "half").removesuffix("s")]


def _of_unit(number: Edge | Numeral, unit: Edge, value: Value, kind: str = "", approx: bool = False) -> Quantity:
    """Return an amount whose unit is after its number; `kind` defaults to the kind of the unit."""
    return with_unit(number, unit, kind or unit.value.kind, value, unit.value.unit, approx)


class EnglishAmounts(EnglishDates):
    """Amounts, ordinals, shares, ranges."""

    def glued(self, number: Edge, letters: Edge) -> tuple[Quantity, ...] | None:
        return () if number.value.figures and unit_after(self.text, number.end) is None else None

    def number(self, number: Edge) -> Quantity:
        return self.year(number) or made("number", number.value.low, (number.value,))

    def things(self, number: Edge, word: Edge) -> Quantity | None:
        age = self.before("people", number.start)  # anyone under 18 needs
        able = not age and self._may_count(number)
        return made("number", number.value.low, (number.value,), "noun") if able else None

    def _may_count(self, number: Edge) -> bool:
        """Return whether a number is neither a year nor part of a name: *type 2* diabetes."""
        return self.year(number) is None and label_before(self.text, number.start) is None

    def such_things(self, number: Edge, words: Edge) -> Quantity | None:
        such, noun, text = words.value[1], words.value[2], self.text
        if such in FUNCTION_WORDS or unit_after(text, number.end) or not self._may_count(number):
            return None
        unit = unit_after(text, words.value.end(1))
        if unit is not None and unit.value.kind in _DIVISIBLE:  # two full days
            return _of_unit(number, unit, number.value.low)
        counted = unit.value.kind == "number" if unit is not None else noun.endswith("s") and noun not in FUNCTION_WORDS
        return made("number", number.value.low, (number.value,), "noun") if counted else None

    def counted(self, number: Edge, unit: Edge, half: Edge) -> Quantity | None:
        numeral, (at, stop, (kind, name)), text = number.value, unit, self.text
        total = numeral.low
        if (stop - at == 1 and self._is_letter(numeral, at)) or names_year(text, numeral):
            return None
        if kind == "rank":
            if name == "number" or total == 1 or at == number.end:
                return None
            kind = "number"
        elif name == "times" and total == 1:
            return made("number", total, (number,))
        elif half.value[1]:
            total, unit = Decimal(total) + Decimal("0.5"), unit._replace(end=half.end)
        return _of_unit(number, unit, total, kind)

    def _is_letter(self, numeral: Numeral, at: int) -> bool:
        """Return whether the letter behind a number is no unit: *five m*, *Type 2 A*, *the 5 s*."""
        plural = self.text[at] == "s" and preceding(self.text, numeral.start) == "the"
        return plural or self.before("labels", numeral.start) is not None

    def or_so(self, number: Edge, words: Edge, unit: Edge) -> Quantity | None:
        return None if unit.value.kind == "rank" else _of_unit(number, unit, number.value.low, approx=True)

    def summed(self, amount: Edge, link: Edge, number: Edge, unit: Edge | None = None) -> Quantity | None:
        whole, more = amount.value, number.value
        if whole.unit not in SMALLER or not isinstance(whole.value, int) or not more.exact:
            return None
        smaller, factor = SMALLER[whole.unit]
        if whole.unit != "foot" if unit is None else unit.value.unit != smaller:
            return None
        (start, end), last = whole.head, (unit or number).end
        rest = Edge(whole.pieces[1][0], last, None)
        return with_unit(Edge(start, end, None), rest, whole.kind, whole.value * factor + more.low, smaller)

    def labelled(self, label: Edge, number: Edge) -> Quantity | None:
        (start, begin, unit), end, numeral, text = label, number.end, number.value, self.text
        if not numeral.exact or names_year(text, numeral):
            return None
        if unit in _TIME_UNITS and text[start].islower() and not self.before("before_day", start):
            return None
        if not numeral.figures and unit not in PROVISIONS and self.after("nouns", end):
            return None  # Place three servers
        if unit != "number" or text[start] in "Nn#" or text[start:begin] in ("item ", "Item "):
            return with_unit(number, label, "ordinal", numeral.low, unit)
        measured = unit_after(text, end)
        if measured is not None and measured.value.kind in ("duration", "measure", "money"):
            return None
        return made("ordinal", numeral.low, (number,), "number") if numeral.figures or text[begin].isupper() else None

    def odd(self, number: Edge, word: Edge) -> Quantity | None:
        numeral = number.value
        more = numeral._replace(low=numeral.low + 1, high=numeral.low + 9)
        return None if not numeral.exact or numeral.low % 10 else self.vague(number._replace(end=word.end, value=more))

    def vague(self, number: Edge) -> Quantity:
        end, value = number.end, (number.value.low, number.value.high)
        unit = unit_after(self.text, end + 3 if self.text.startswith(" of ", end) else end)
        if unit is None or unit.value.kind == "rank":
            return made("number", value, (number,), "", None, True)
        return _of_unit(number, unit, value, approx=True)

    def scale_of_table(self, words: Edge, unit: Edge, *rest: Edge) -> Quantity | None:
        """Return the amount that the figures of a table count: (Millions of yen)."""
        power = POWERS[words.value[1].lower()]
        return _of_unit(group(words.value, 1), unit, power) if unit.value.kind == "money" else None

    def money(self, sign: Edge, number: Edge) -> Quantity:
        start, low, name = sign.start, number.value.low, CURRENCIES[sign.value["currency"].rstrip()]
        found = with_unit(number, sign, "money", low, name)
        minus = start > 0 and MINUS.match(self.text, start - 1)
        return replace(found, start=start - 1, value=-low) if minus else found

    def each(self, amount: Edge, article: Edge, unit: Edge) -> tuple[Quantity, ...] | None:
        one = None if unit.value.unit in _TIME_UNITS else self.per(article, unit)
        return None if one is None else (amount.value, one)

    def per(self, word: Edge, unit: Edge) -> Quantity | None:
        kind, name = unit.value
        if kind in ("money", "rank") or unit.start == word.end:
            return None
        return made(kind, 1, (unit,), name)

    # Ranges

    def ranged(self, number: Edge, to: Edge, figure: Edge) -> Quantity | None:
        first, whole, said = number.value, figure.value, to.value[0]
        numbers = self.read("number", figure.start)  # none in four and half years
        if not numbers or figure is not self.read("figure", figure.start)[0] or self.begins_other(figure.start):
            return None
        second: Numeral = numbers[0].value
        years = is_year(self.text, first) and second.figures and not is_amount(self.text, second)
        years = years and may_be_span(first.low, second.low)
        *_, power = re.split("[^a-z]", self.text[second.start : second.end].lower())
        low, word = scaled(first, second, POWERS.get(power, 1)), _link(said)
        if years or not self._links(number, low, second, word):
            return None
        if low < second.low:
            return number_range(first, low, second, whole)
        score = word == "" or said == "-to-" or (word == "to" and first.figures and second.figures)
        if not score or whole.unit not in _SCORE_UNITS or first.low >= 1000:
            return None
        return number_range(first, low, second, None)

    def _links(self, number: Edge, low: Number, second: Numeral, word: str) -> bool:
        """Return whether a word, or '' for a sign, joins two numbers into a range."""
        if word == "and":
            return self.after_between(number.start)
        if word == "or":
            return second.low == low + 1 or second.low <= 2 * low
        return word != "" or number.value.figures

    def same_unit(self, amount: Edge, to: Edge, other: Edge) -> Quantity | None:
        able = to.value[0] != " and " or self.after_between(amount.start)
        return super().same_unit(amount, to, other) if able else None

    def in_unit(self, lead: Edge, span: Edge) -> Quantity | None:
        """Return a range whose unit comes before it: $10-20, aged 18 to 22."""
        whole: Quantity = span.value
        first, second = whole.pieces
        low, high = whole.numbers
        if whole.unit or not low < high:
            return None
        sign = lead.value["currency"]
        unit, start = (CURRENCIES[sign.rstrip()], lead.start) if sign else ("year", whole.start)
        return replace(whole, start=start, unit=unit, pieces=(first, (*second[:4], unit)))

    # Ordinals

    def ordinal_unit(self, number: Edge, unit: Edge) -> Quantity | None:
        kind, name = unit.value
        if unit.start == number.end or name == "number":
            return None
        span = name in _TIME_UNITS and self.text[unit.end - 1] != "s"
        if not (kind == "rank" or span or name in ("times", "inning")):
            return None
        return _of_unit(number, unit, number.value.low, "ordinal")

    def straight(self, number: Edge, words: Edge, *rest: Edge) -> Quantity | None:
        numeral, text, end = number.value, self.text, words.end
        if not numeral.exact:
            return None
        unit = unit_after(text, end)
        period = ADVERBS_OF_TIME.get((words.value["each"] or "").lower())
        name = ""
        if period is not None:  # an 11th consecutive annual increase
            name = period
        elif unit is not None and unit.value.kind != "money":
            end, name = unit.end, unit.value.unit
        elif (noun := self.after("nouns_after", end)) is not None and (numeral.ordinal or noun[1].endswith("s")):
            end = noun.end(1)
        return made("streak", numeral.low, (Edge(number.start, end, None),), name, number)

    # Shares and scales

    def aged(self, word: Edge, number: Edge) -> Quantity:
        begin = number.start if word.value[0].lower().startswith("turn") else word.start
        before = Edge(begin, max(begin, number.start - 1), None)
        return with_unit(number, before, "age", number.value.low, "year")

    def parts(self, number: Edge, word: Edge) -> Quantity | None:
        value, whole = number.value.low, _whole(word.value[1])
        several = word.value[1].lower().endswith("s")
        able = several == (value > 1) and not (several and whole == 2)
        return made("fraction", Fraction(value, whole), (number, word)) if able else None

    def equal_parts(self, word: Edge) -> Quantity:
        return made("number", _whole(word.value[1]), (word,), "thing")

    def chance(self, number: Edge, of: Edge, other: Edge) -> Quantity | None:
        part, whole = number.value, other.value
        year = whole.figures and 1000 < whole.low < LAST_YEAR  # two in 1998
        if not (part.exact and whole.exact) or whole.ordinal or year or not 0 < part.low < whole.low <= 10**7:
            return None
        pieces = tuple([(one.start, one.end, "number", one.low, "") for one in (part, whole)])
        return made("fraction", Fraction(int(part.low), int(whole.low)), (part, whole), pieces=pieces)

    # Words

    def tens(self, word: Edge) -> Quantity:
        value = _TENS[word.value[0].lower()]
        if self.before("possessive", word.start):
            return made("age", (value, value + 9), (word,), "year", None, True)
        return made("decade", 1900 + value, (word,), "short")

    def always(self, figures: Edge) -> tuple[Quantity, ...]:
        """Return the hours a day and the days a week or year: 24/7."""
        hours, days = (group(figures.value, k, int(figures.value[k])) for k in (1, 2))
        return made("duration", hours.value, (hours,), "hour"), made("duration", days.value, (days,), "day")

    def half_many(self, words: Edge, unit: Edge) -> Quantity:
        value = POWERS[words.value[1].lower()] // 2
        counted = unit.value is not None and unit.value.kind != "rank"
        return _of_unit(words, unit, value) if counted else made("number", value, (words,))

    def part_of_unit(self, words: Edge, unit: Edge) -> Quantity | None:
        """Return one part of a unit: half a litre, a quarter of an hour."""
        share = Fraction(1, _PARTS[words.value[1].lower()])
        return _of_unit(group(words.value, 1), unit, share) if unit.value.kind in _DIVISIBLE else None

    def one_span(self, words: Edge) -> Quantity | None:
        found = words.value
        (start, end), unit = found.span(1), found[1].lower()
        before = self.before("before_span", start)
        if before is None and not self.after("span_long", end):
            return None
        if before is not None and before["decades"] and unit not in ("decade", "century"):
            return None
        value: Number = Decimal("1.5") if found[2] else 1
        return made("duration", value, (words,), unit, Edge(start, end, None))

    def one_unit(self, word: Edge) -> Quantity | None:
        unit = unit_after(self.text, word.start) if preceding(self.text, word.start) in ("a", "an") else None
        value: Number = Decimal("1.5") if word.value[1] else 1
        return made(unit.value.kind, value, (word,), unit.value.unit, unit) if unit else None

    def several_spans(self, word: Edge) -> Quantity | None:
        said = word.value[1].lower()
        around = self.before("before_spans", word.start) or self.after("after_spans", word.end)
        if not around and said not in ("decade", "centurie"):
            return None
        return made("duration", (2, 9), (word,), said.replace("ie", "y"), None, True)

    def roman(self, letters: Edge) -> Quantity | None:
        text, start, said = self.text, letters.start, letters.value[0]
        if start < 2 or text[start - 1] != " " or not text[start - 2].isalpha():
            return None
        value, label = roman(said.lower()), label_before(text, start)
        named = said != "X" and self.before("before_roman", start)
        # without a label, XX are chromosomes
        if (len(said) == 1 or value > 16) and not named and (label is None or text[label.start].islower()):
            return None
        if label is not None and label.value in _IN_ROMAN and label.start >= self.floor:
            return with_unit(letters, label, "ordinal", value, label.value)
        return made("ordinal", value, (letters,))
