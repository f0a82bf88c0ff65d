"""Which mentions of a term other terms of the list leave it."""

import pytest

from termalign import Aligner

ALIGNER = Aligner()


@pytest.mark.parametrize(
    ("terms", "en", "expected"),
    [
        (
            ["財務大臣", "片山さつき財務相"],
            "Finance Minister Satsuki Katayama said so.",
            ["財務大臣 = Finance Minister", "片山さつき財務相 = Finance Minister Satsuki Katayama"],
        ),
        (
            ["内閣総理大臣", "高市早苗首相"],
            "Prime Minister Sanae Takaichi said so.",
            ["内閣総理大臣 = Prime Minister", "高市早苗首相 = Prime Minister Sanae Takaichi"],
        ),
        (
            ["短期金利", "長期金利"],
            "Long-term interest rates rose.",
            ["長期金利 = Long-term interest rates"],
        ),
        pytest.param(
            ["東京大学", "東京農工大学"],
            "Tokyo University of Agriculture and Technology",
            ["東京農工大学 = Tokyo University of Agriculture and Technology"],
            marks=pytest.mark.xfail(strict=True, reason="the other university's name begins alike"),
        ),
    ],
)
def test_mentions_beside_other_terms(terms: list[str], en: str, expected: list[str]) -> None:
    found = {f"{link.ja.text} = {link.en.text}" for link in ALIGNER.align(terms, en)}
    assert found == set(expected)
