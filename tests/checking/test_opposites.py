"""Words that exclude one another: periods, relatives, points of the compass, hands."""

import pytest
from tables import rows

from termalign import check
from termalign.checking import Finding, repair

CASES = rows("checking_opposites.tsv")


def found(ja: str, en: str) -> list[Finding]:
    return list(check([(ja, en)], kinds=["date", "opposite"]))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    said = [f"{f.ja.text}:{f.found}" for f in found(case["ja"], case["en"]) if f.ja]
    assert ";".join(said) == (case["findings"] or "")


def test_a_third_are_negatives() -> None:
    assert sum(not case["findings"] for case in CASES) * 3 >= len(CASES)


def test_the_message_names_both_words_whole() -> None:
    (finding,) = found("江戸時代後期の作品。", "A work from the early Edo period.")
    assert finding.message == "“江戸時代後期” is “early Edo period” in the English."
    (finding,) = found("弟が家を出た。", "His elder brother left home.")
    assert (finding.kind, finding.severity, finding.expected) == ("opposite", "warning", ("younger brother",))
    assert repair(finding) == "Correct “elder brother”: the Japanese has “弟” (younger brother)."
