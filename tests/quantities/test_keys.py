"""Keys of quantities: what says the same has one in common."""

import pytest
from tables import Row, params, rows

from termalign.quantities import Quantity, english_quantities, equivalence, japanese_quantities
from termalign.quantities.keys import agrees_with_any, quantity_keys


def pieces(quantity: Quantity) -> list[Quantity]:
    return [quantity, *(part for part in quantity.parts if part.kind != "unit")]


PAIRS = [row for row in rows("quantities_pairs.tsv") if not row["xfail"]]


@pytest.mark.parametrize("row", params(PAIRS, lambda row: f"{row['ja']} {row['en']}"))
def test_what_says_the_same_has_a_key_in_common(row: Row) -> None:
    for ja in japanese_quantities(row["ja"]):
        for en in english_quantities(row["en"]):
            same = max(equivalence(one, other) for one in pieces(ja) for other in pieces(en))
            assert (
                same < 0.4
                or agrees_with_any(ja)
                or en.approx
                or not quantity_keys([ja]).isdisjoint(quantity_keys([en]))
            )
