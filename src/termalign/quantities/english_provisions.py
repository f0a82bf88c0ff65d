"""The actions of the English rules for provisions of laws: *Article 5, paragraph (2), item (i)*, *the preceding Article*.

Their numbers are as in the guide to the translation of laws by Japan's Ministry of Justice.
"""

import re

from termalign.quantities.english_amounts import EnglishAmounts
from termalign.quantities.english_numerals import roman
from termalign.quantities.english_words import UnitWord
from termalign.quantities.productions import BRANCHING, group
from termalign.quantities.quantity import Edge, Numeral, Quantity, Value, made, with_unit
from termalign.quantities.units import PROVISIONS

_BRACKETED = frozenset({"paragraph", "section", "number"})
_RELATIONS = {
    "preceding": "preceding", "previous": "preceding", "foregoing": "preceding", "following": "following",
    "next": "following", "succeeding": "following", "same": "same", "that": "same", "said": "same",
}  # fmt: skip


def _branched(joined: str) -> Value:
    numbers = [int(number) for number in joined.split("-") if number]
    return numbers[0] if len(numbers) == 1 else (numbers[0], numbers[1])


class EnglishProvisions(EnglishAmounts):
    """Provisions of laws."""

    def provision(self, label: Edge, figures: Edge) -> Quantity | None:
        if label.value not in BRANCHING:
            return None
        return with_unit(figures, label, "ordinal", _branched(figures.value[0]), label.value)

    def bracketed(self, label: Edge, figures: Edge) -> Quantity | None:
        found, head = figures.value, group(figures.value, 1)
        if label.value not in _BRACKETED:
            return None
        first = int(found[1]) if found[1].isdecimal() else roman(found[1])
        before = Edge(label.start, head.start - 1, None)
        return with_unit(head, before, "ordinal", _branched(f"{first}{found[2]}"), label.value, around=(figures,))

    def paragraph(self, article: Edge, figures: Edge) -> tuple[Quantity, ...] | None:
        found = figures.value
        if article.value.unit not in BRANCHING:
            return None
        head = group(found, 1)
        return article.value, made("ordinal", int(found[1]), (figures,), "paragraph", head)

    def item(self, figures: Edge) -> Quantity | None:
        alone = len(figures.value[1]) == 1 and not self.before("items_before", figures.start)
        if alone:
            return None  # a letter in a list, not a numeral
        return made("ordinal", roman(figures.value[1]), (group(figures.value, 1),))

    def subitem(self, letter: Edge) -> Quantity:
        """Return an item below an item: (a) in *item (i), (a)*."""
        return made("ordinal", ord(letter.value[1]) - ord("a") + 1, (group(letter.value, 1),), "subitem")

    def relative(self, *edges: Edge) -> Quantity | None:
        """Return a provision named by its place; its value is the number of provisions, None for any number."""
        numbers = [edge.value.low for edge in edges if isinstance(edge.value, Numeral)]
        relation = next(edge.value[1] for edge in edges if isinstance(edge.value, re.Match)).lower()
        rank = next(edge for edge in edges if isinstance(edge.value, UnitWord))
        unit, named = rank.value.unit, self.text[rank.start : rank.end].lower()
        if unit not in PROVISIONS or (unit == "number" and not named.startswith("item")):
            return None
        value = numbers[0] if numbers else None if named.endswith("s") else 1
        return made("reference", value, (edges[0], rank), f"{_RELATIONS[relation]} {unit}")
