"""Numbers and dates: what differs is found, what is the same in another way is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import check
from termalign.checking import Finding

CASES = rows("checking_figures.tsv")


def found(ja: str, en: str) -> list[Finding]:
    return list(check([(ja, en)], kinds=["number", "date"]))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    said = [f"{f.kind}:{f.ja.text if f.ja else ''}:{f.en.text if f.en else ''}" for f in found(case["ja"], case["en"])]
    assert ";".join(said) == (case["findings"] or "")


def test_a_third_are_negatives() -> None:
    assert sum(not case["findings"] for case in CASES) * 3 >= len(CASES)


@given(st.integers(10, 10**9), st.integers(10, 10**9))
def test_equal_numbers_are_quiet_and_others_are_not(one: int, other: int) -> None:
    assert bool(found(f"{one}個を選ぶ。", f"Select {other:,} items.")) == (one != other)


@given(st.text(max_size=40), st.text(max_size=40))
def test_spans_are_those_of_the_texts(ja: str, en: str) -> None:
    for finding in found(f"3個{ja}", f"5 {en}"):
        assert finding.ja is None or finding.ja.text == f"3個{ja}"[finding.ja.start : finding.ja.end]
        assert finding.en is None or finding.en.text == f"5 {en}"[finding.en.start : finding.en.end]
