"""The actions of the Japanese rules for provisions of laws: 憲法三一条, 前条, 第一号イ."""

from termalign.quantities.japanese_amounts import JapaneseAmounts
from termalign.quantities.japanese_words import counter_at, ends_word
from termalign.quantities.quantity import Edge, Numeral, Quantity, made, with_unit
from termalign.quantities.units import PROVISIONS

_RELATIONS = {"前": "preceding", "次": "following", "同": "same"}
SUBITEMS = "イロハニホヘトチリヌ"
_VOLUME = "book or roll"  # 民集五六巻四号
_BEGIN = frozenset({"article", _VOLUME})
_FOLLOW = PROVISIONS | {_VOLUME}


def is_provision(quantity: Quantity) -> bool:
    """Return whether a quantity is a provision, to which the next one may be added without 第."""
    return quantity.kind == "reference" or quantity.unit in _FOLLOW


class JapaneseProvisions(JapaneseAmounts):
    """Provisions of laws."""

    def provision(self, lead: Edge, number: Edge, space: Edge, counter: Edge) -> Quantity | None:
        """Return a provision without 第: 憲法九条, and 一項 after it."""
        able = counter.value.unit in (_BEGIN if lead.value["law"] else _FOLLOW) and not number.value.vague
        return with_unit(number, counter, "ordinal", number.value.low, counter.value.unit) if able else None

    def subitem(self, letter: Edge) -> Quantity:
        """Return an item below an item: イ in 第一号イ."""
        return made("ordinal", SUBITEMS.index(letter.value[1]) + 1, (letter,), "subitem")

    def relative(self, first: Edge, *rest: Edge) -> Quantity | None:
        """Return a provision named by its place: 前条, 前二項, 次の各号; its value is the number of provisions, None for any."""
        last = rest[-1] if rest else first
        counter = counter_at(self.text, last.end - 1)
        if counter is None or not ends_word(self.text, last.end - 1, last.end):
            return None
        numerals = [edge.value.low for edge in rest if isinstance(edge.value, Numeral)]
        value = numerals[0] if numerals else None if "各" in self.text[first.start : last.end] else 1
        unit = f"{_RELATIONS[first.value[1]]} {counter.value.unit}"
        return made("reference", value, (first, last), unit)
