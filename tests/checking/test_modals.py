"""Modal verbs: what the English permits is found where the Japanese demands or forbids it, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import check
from termalign.checking import Finding, repair

CASES = rows("checking_modals.tsv")


def found(ja: str, en: str) -> list[Finding]:
    return list(check([(ja, en)], kinds=["modal"]))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    said = [f"{f.ja.text}:{f.found}:{'/'.join(f.expected)}" for f in found(case["ja"], case["en"]) if f.ja]
    assert ";".join(said) == (case["findings"] or "")


def test_half_are_negatives() -> None:
    assert sum(not case["findings"] for case in CASES) * 2 >= len(CASES)


def test_the_message_and_the_instruction_name_both_verbs() -> None:
    (finding,) = found("事前に確認しなければなりません。", "You may check this in advance.")
    assert (finding.kind, finding.severity) == ("modal", "error")
    assert finding.message == "“なければなりません” (must) is “may” in the English."
    assert repair(finding) == "Correct “may”: the Japanese has “なければなりません” (must)."


@pytest.mark.parametrize(
    "case", [case for case in CASES if (case["findings"] or "").split(":")[1:2] in (["may"], ["can"])]
)
def test_what_is_expected_mends_the_english(case: dict[str, str]) -> None:
    (finding,) = found(case["ja"], case["en"])
    assert finding.en is not None
    en = case["en"]
    assert not found(case["ja"], en[: finding.en.start] + finding.expected[0] + en[finding.en.end :])


@given(st.text(max_size=40), st.text(max_size=40))
def test_spans_are_those_of_the_texts(before: str, after: str) -> None:
    ja, en = f"{before}提出しなければならない。{after}", f"{before}You may submit it. {after}"
    for finding in found(ja, en):
        assert finding.ja is not None
        assert finding.en is not None
        assert finding.ja.text == ja[finding.ja.start : finding.ja.end]
        assert finding.en.text == en[finding.en.start : finding.en.end]
