"""What has zero as its divisor is no proportion, and is compared as it is written."""

import pytest

from termalign import check


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("三×〇", "5 of them"),
        ("0倍に希釈する。", "Dilute 1:5."),
        ("1:5の比", "a ratio of 1:0"),
        ("1:0の比", "a 5-fold"),
    ],
)
def test_nothing_is_divided_by_zero(ja: str, en: str) -> None:
    assert all(finding.message for finding in check([(ja, en)], min_score=0.0))
