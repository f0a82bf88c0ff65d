"""Words that exclude one another: periods, relatives, points of the compass, hands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import check
from termalign.checking import Finding, repair
from termalign.lexicon import Lexicon
from termalign.termbase import GlossaryLike

CASES = rows("checking_opposites.tsv")


def found(ja: str, en: str) -> list[Finding]:
    return list(check([(ja, en)], kinds=["date", "opposite"]))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    said = [f"{f.ja.text}:{f.found}" for f in found(case["ja"], case["en"]) if f.ja]
    assert ";".join(said) == (case["findings"] or "")


@pytest.mark.parametrize(
    ("glossary", "kinds"),
    [
        ({"右側": "right side"}, ["missing"]),
        ({"右側": {"en": "right side", "forbidden": ["left side"]}}, ["forbidden"]),
        ({"ボタン": "key"}, ["missing", "opposite"]),
        ({"右側": "left side"}, ["opposite"]),
        (None, ["opposite"]),
    ],
    ids=["missing", "forbidden", "another term", "as agreed", "no glossary"],
)
def test_words_that_the_glossary_explains_are_one_finding(glossary: GlossaryLike, kinds: list[str]) -> None:
    pairs = [("右側のボタンを押す。", "Press the button on the left side."), ("左側", "Left side")]
    assert [finding.kind for finding in check(pairs, glossary)] == kinds


def test_the_glossary_s_finding_has_the_english_of_the_opposite() -> None:
    findings = list(
        check([("最大値を超えない。", "It stays within the min value."), ("3回", "five times")], {"最大": "maximum"})
    )
    assert [(finding.kind, finding.unit, finding.found) for finding in findings] == [
        ("missing", "1", "min"),
        ("number", "2", "five times"),
    ]


def test_an_opposite_stays_if_the_other_finding_is_not_reported() -> None:
    pair = ("右側のボタンを押す。", "Press the button on the left side.")
    assert [f.kind for f in check([pair], {"右側": "right side"}, kinds=["opposite"])] == ["opposite"]


def test_a_third_are_negatives() -> None:
    assert sum(not case["findings"] for case in CASES) * 3 >= len(CASES)


def test_the_message_names_both_words_whole() -> None:
    (finding,) = found("江戸時代後期の作品。", "A work from the early Edo period.")
    assert finding.message == "“江戸時代後期” is “early Edo period” in the English."
    (finding,) = found("弟が家を出た。", "His elder brother left home.")
    assert (finding.kind, finding.severity, finding.expected) == ("opposite", "warning", ("younger brother",))
    assert repair(finding) == "Correct “elder brother”: the Japanese has “弟” (younger brother)."


def test_the_english_that_corresponds_is_marked() -> None:
    en = "Pets are allowed. Playing music is permitted."
    (finding,) = check([("ペットは入れます。演奏は禁止です。", en)], kinds=["opposite"])
    assert finding.en is not None
    assert en.startswith("permitted", finding.en.start)


@given(
    st.sampled_from("債権者 動脈 促進 固定費 短期 売主 右舷 減速 親水性 酸性 夏 垂直 買掛金 合格 単数形".split()),
    st.integers(0),
)
def test_a_gloss_of_the_dictionary_is_no_opposite(word: str, number: int) -> None:
    glosses = [gloss.text for entry in Lexicon.default().words(word) for gloss in entry.glosses]
    assert found(word, glosses[number % len(glosses)]) == []
