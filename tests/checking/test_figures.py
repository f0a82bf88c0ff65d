"""Numbers and dates: what differs is found, what is the same in another way is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import check
from termalign.checking import Finding, repair

CASES = rows("checking_figures.tsv")


def found(ja: str, en: str) -> list[Finding]:
    return list(check([(ja, en)], kinds=["number", "date"]))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    said = [f"{f.kind}:{f.ja.text if f.ja else ''}:{f.en.text if f.en else ''}" for f in found(case["ja"], case["en"])]
    assert ";".join(said) == (case["findings"] or "")


def test_a_third_are_negatives() -> None:
    assert sum(not case["findings"] for case in CASES) * 3 >= len(CASES)


def test_a_loose_limit_is_at_most_a_note() -> None:
    (finding,) = check([("60キロ以上で走った。", "It ran at over 60 km/h.")], kinds=["number"], min_score=0)
    assert (finding.severity, finding.expected) == ("note", ("at least 60 km/h",))


def test_a_range_that_includes_a_limit_is_a_note() -> None:
    (finding,) = check([("18歳以上75歳未満の患者", "patients aged 18 to 75 years")], kinds=["number"], min_score=0)
    assert (finding.severity, finding.expected) == ("note", ("less than 75 years",))


def test_a_fraction_is_shown_as_it_is_written() -> None:
    (finding,) = found("血圧は140/90 mmHgであった。", "Blood pressure was 140/80 mmHg.")
    assert (finding.message, finding.expected) == ("“140/90 mmHg” is “140/80 mmHg” in the English.", ("140/90 mmHg",))


@given(st.integers(10, 10**9), st.integers(10, 10**9))
def test_equal_numbers_are_quiet_and_others_are_not(one: int, other: int) -> None:
    assert bool(found(f"{one}個を選ぶ。", f"Select {other:,} items.")) == (one != other)


@given(st.text(max_size=40), st.text(max_size=40))
def test_spans_are_those_of_the_texts(ja: str, en: str) -> None:
    for finding in found(f"3個{ja}", f"5 {en}"):
        assert finding.ja is None or finding.ja.text == f"3個{ja}"[finding.ja.start : finding.ja.end]
        assert finding.en is None or finding.en.text == f"5 {en}"[finding.en.start : finding.en.end]


@pytest.mark.parametrize(
    ("ja", "en", "expected"),
    [
        ("第1条", "Article 2", "Article 1"),
        ("午後3時に", "at 5 p.m.", "3 p.m."),
        ("15時30分に", "at 5:30 PM", "3:30 PM"),
        ("13万2000円", "142,000 yen", "132,000 yen"),
        ("3億円", "30 million yen", "300 million yen"),
        ("18億円", "¥15 million", "¥1,800 million"),
        ("1800ドル", "$900", "$1,800"),
        ("1,800百万円", "¥1500 million", "¥1800 million"),  # as the English writes it
        ("西暦1794年", "AD 794", "AD 1794"),
        ("2台", "five units", "2"),
        ("第3位", "in 5th place", "3rd place"),
        ("10MB", "10 GB", "10 MB"),
        ("12.5%増", "up 12.4%", "12.5%"),
        ("5月31日", "May 30", "May 31"),
        ("水曜日", "on Thursday", "Wednesday"),
        ("±0.05mmとする", "is 0.05 mm", "±0.05 mm"),
        ("±0.05mmとする", "is +0.05 mm", "±0.05 mm"),
        ("-5度だ", "is 5 degrees", "-5 degrees"),
        ("△500百万円", "of ¥500 million", "-¥500 million"),
        ("5度だ", "is minus 5 degrees", "5 degrees"),
        ("500百万円", "of ¥(500) million", "¥500 million"),
    ],
)
def test_what_is_expected_can_take_the_place_of_what_is_found(ja: str, en: str, expected: str) -> None:
    (finding,) = found(ja, en)
    assert finding.expected == (expected,)


SAID = [
    ("M12ボルト", "M16 bolts", "“M12” is “M16” in the English.", "Correct “M16”: the Japanese has “M12”."),
    ("図3を参照。", "See Figure 4.", "“3” is “4” in the English.", "Correct “4”: the Japanese has “3”."),
    (
        "UTF-8で送る。",
        "Send it in UTF-16.",
        "“UTF-8” is “UTF-16” in the English.",
        "Correct “UTF-16”: the Japanese has “UTF-8”.",
    ),
    (
        "8文字まで入力できる。",
        "You can enter between 6 and 64 characters.",
        "“8文字” is “6 and 64 characters” in the English.",
        "Correct “6 and 64 characters”: the Japanese has “8文字”.",
    ),
    (
        "3億円を使う。",
        "spends 30\nmillion yen",
        "“3億円” (300 000 000 JPY) is “30 million yen” (30 000 000 JPY) in the English.",
        "Correct “30\nmillion yen”: the Japanese has “3億円” (300 million yen).",
    ),
    (
        "稼働率85%以下",
        "operating at 85% or more",
        "“85%以下” is a maximum; the English says “85% or more”, a minimum.",
        "Correct “85% or more”: the Japanese has “85%以下” (at most 85%).",
    ),
    (
        "17歳以上が対象です。",
        "It is for people over 17.",
        "“17歳以上” includes the limit itself; the English says “over 17”, which does not.",
        "Correct “over 17”: the Japanese has “17歳以上” (at least 17).",
    ),
    (
        "512バイト",
        "the area",
        "“512バイト” is not in the English.",
        "Translate “512バイト”: the translation leaves it out.",
    ),
    (
        "領域を確保する",
        "allocates 512 bytes",
        "“512 bytes” is not in the Japanese.",
        "Take out “512 bytes”: the Japanese does not have it.",
    ),
]


@pytest.mark.parametrize(("ja", "en", "message", "instruction"), SAID)
def test_messages_and_instructions_quote_both_texts(ja: str, en: str, message: str, instruction: str) -> None:
    (finding,) = found(ja, en)
    assert (finding.message, repair(finding)) == (message, instruction)
