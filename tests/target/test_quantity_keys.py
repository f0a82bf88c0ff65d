"""Keys of quantities: what says the same has one in common."""

import pytest
from tables import Row, params, rows

from termalign.quantities import Quantity, english_quantities, equivalence, japanese_quantities
from termalign.quantities.rounding import rounded
from termalign.target.quantity_keys import agrees_with_any, keys_as_said, keys_if_rounded, quantity_keys


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


@pytest.mark.parametrize(
    ("ja", "en", "shared"),
    [
        ("100キロ", "62 miles", True),
        ("一里", "3.9 km", True),
        ("2時間", "120 minutes", True),
        ("昭和30年代", "the 1950s", True),
        ("1880年代", "the '80s", True),
        ("100キロ", "45 miles", False),
        ("100キロ", "62 hours", False),
        ("30分", "45 minutes", False),
        ("昭和30年代", "the 1980s", False),
        ("10〜20人", "30 to 40 people", False),
    ],
)
def test_amounts_of_different_sizes_have_no_key_in_common(ja: str, en: str, shared: bool) -> None:
    keys = quantity_keys(japanese_quantities(ja)), quantity_keys(english_quantities(en))
    assert all(keys)
    assert keys[0].isdisjoint(keys[1]) is not shared


def share_a_key(ja: str, en: str) -> bool:
    """Return whether two amounts share a key of a value that at least one of the texts says."""
    one, other = japanese_quantities(ja), english_quantities(en)
    said = keys_as_said(one), keys_as_said(other)
    met = said[0] & said[1] or said[0] & keys_if_rounded(other) or keys_if_rounded(one) & said[1]
    assert met <= quantity_keys(one) & quantity_keys(other)
    return bool(met)


@pytest.mark.parametrize(
    ("ja", "en", "agree"),
    [
        ("1億2345万円", "123 million yen", True),
        ("約1億円", "103 million yen", True),
        ("1250円", "1250 yen", True),
        ("12.34%", "12.3%", True),
        ("1億2345万円", "124 million yen", False),
        ("1250円", "1240 yen", False),
        ("12.34%", "12.35%", False),
    ],
)
def test_what_only_rounds_to_the_same_value_has_no_key_in_common(ja: str, en: str, agree: bool) -> None:
    assert share_a_key(ja, en) is agree
    pairs = [(one, other) for one in japanese_quantities(ja) for other in english_quantities(en)]
    assert any(equivalence(*pair) or rounded(*pair) for pair in pairs) is agree
