"""Negations: what the Japanese negates and the English affirms is found; what denies in another way is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import check
from termalign.checking import repair

CASES = rows("checking_negations.tsv")


def found(ja: str, en: str) -> str:
    findings = check([(ja, en)], kinds=["negation"], min_score=0.4)
    return ";".join(f"{f.ja.text if f.ja else ''}~{f.en.text if f.en else ''}" for f in findings)


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    assert found(case["ja"], case["en"]) == (case["findings"] or "")


def test_a_third_are_negatives() -> None:
    assert sum(not case["findings"] for case in CASES) * 3 >= len(CASES)


def test_each_sentence_is_compared_with_its_own() -> None:
    ja = "この規定は、適用しない。罰金は、免除しない。"
    assert found(ja, "This provision applies. The fine is not waived.") == "適用しない~applies"
    assert found(ja, "This provision does not apply. The fine is not waived.") == ""


def test_the_instruction_says_what_is_negated() -> None:
    (finding,) = check([("この規定は、適用しない。", "This provision applies.")])
    assert (finding.kind, finding.severity) == ("negation", "warning")
    assert (
        repair(finding) == "Correct “applies”: “適用しない” is negated; the English says “applies” without a negation."
    )


def test_the_instruction_says_what_only_one_text_forbids() -> None:
    (finding,) = check([("使用禁止", "May be used")])
    assert repair(finding) == "Translate “使用禁止” with words that deny, forbid or except it."
    (finding,) = check([("扉を開けてください。", "Do not open the door.")])
    assert repair(finding) == "Take out “Do not open”: the Japanese does not have it."


@given(st.text(max_size=40), st.sampled_from(["not", "never", "cannot", "without"]))
def test_english_that_denies_is_quiet(ja: str, word: str) -> None:
    assert found(f"{ja}適用しない。", f"It {word} applies.") == ""


def test_what_is_rendered_freely_is_less_sure() -> None:
    pairs = [("涙が止まりません。", "My eyes are watery."), ("この規定は、適用しない。", "This provision applies.")]
    assert [(f.number, f.score >= 0.5) for f in check(pairs, kinds=["negation"], min_score=0.4)] == [
        (1, False),
        (2, True),
    ]
