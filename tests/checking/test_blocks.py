"""Units of several sentences: each sentence is compared with its own English, where it is sure which this is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import check

CASES = rows("checking_blocks.tsv")
#: Sentences with numbers, each with its English
SENTENCES = [
    ("会議室には机が12台あります。", "There are 12 desks in the meeting room."),
    ("倉庫には椅子が45脚あります。", "There are 45 chairs in the warehouse."),
    ("図書館は9時に開きます。", "The library opens at 9:00."),
    ("父は工場で働いている。", "My father works at a factory."),
    ("母は学校で英語を教えている。", "My mother teaches English at a school."),
    ("写真を撮らないでください。", "Do not take photos."),
]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    ja, en = (case[side].replace("\\n", "\n") for side in ("ja", "en"))
    found = [f"{f.kind}:{f.ja.text if f.ja else ''}:{f.en.text if f.en else ''}" for f in check([(ja, en)])]
    assert ";".join(found) == (case["findings"] or "")


def test_a_third_are_negatives() -> None:
    assert sum(not case["findings"] for case in CASES) * 3 >= len(CASES)


@pytest.mark.parametrize(
    ("en", "found"),
    [
        ("The museum is in Kyoto. Admission is free for children.", ["陶器の茶碗が二階に並びます。"]),
        ("The museum is in Kyoto. Ceramic tea bowls are lined up upstairs. Admission is free for children.", []),
        ("The museum in Kyoto has ceramic tea bowls upstairs. Admission is free for children.", []),
        ("The museum is in Kyoto, with tea bowls. Admission is free for children.", []),
        ("It is here. Welcome.", []),
    ],
    ids=["left out", "nothing left out", "two in one", "a part of it", "others are not sure"],
)
def test_a_sentence_that_is_left_out_is_a_note(en: str, found: list[str]) -> None:
    ja = "美術館は京都にあります。陶器の茶碗が二階に並びます。子供の入場は無料です。"
    notes = list(check([(ja, en)], kinds=["untranslated"], min_score=0.4))
    assert [(note.severity, note.ja and note.ja.text) for note in notes] == [("note", text) for text in found]
    assert list(check([(ja, en)], kinds=["untranslated"])) == []


@given(st.permutations(SENTENCES))
def test_right_sentences_are_right_in_any_order(sentences: list[tuple[str, str]]) -> None:
    ja, en = ("".join(ja for ja, _ in sentences), " ".join(en for _, en in sentences))
    assert list(check([(ja, en)])) == []


@given(st.permutations(SENTENCES), st.integers(0, 5))
def test_spans_are_those_of_the_unit(sentences: list[tuple[str, str]], k: int) -> None:
    changed = [en if place != k else "There are 78 dogs." for place, (_, en) in enumerate(sentences)]
    ja, en = "".join(ja for ja, _ in sentences), " ".join(changed)
    for finding in check([(ja, en)]):
        for text, span in ((ja, finding.ja), (en, finding.en)):
            assert span is None or text[span.start : span.end] == span.text
