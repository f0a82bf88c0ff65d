"""What a page adds to a text is no part of it: line breaks within sentences, ruby, the marks of notes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tables import Row, params, rows

from termalign.text import as_term, bare, normalise, without_unseen

_SIGNS = str.maketrans({"⏎": "\n", "␍": "\r", "⇥": "\t"})
CASES = rows("page.tsv")
PAGES = st.text(
    st.sampled_from("警察庁はを、。・アー\n\r 　-ab.¹※1《》｜かな［＃］<>/rubyt\u00ad\u200b㍿"), max_size=30
) | st.lists(
    st.sampled_from(
        [
            "<ruby>",
            "</ruby>",
            "<rt>",
            "</rt>",
            "《かな》",
            "｜",
            "漢字",
            "は",
            "。",
            "\n",
            "［＃",
            "］",
            "a-\n",
            "b",
            "¹",
        ]
    )
).map("".join)


def read(case: Row, column: str) -> str:
    return case[column].translate(_SIGNS)


@pytest.mark.parametrize("case", params(CASES, lambda case: case["label"]))
def test_what_is_read(case: Row) -> None:
    assert normalise(read(case, "text")).text == read(case, "read")


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_what_is_left_is_read_the_same_again(case: Row) -> None:
    text = bare(read(case, "text")).text
    assert bare(text).text == text


@example("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>")
@example("［＃改ページ］")
@example("a-\n\u00ad\nb")
@given(PAGES)
def test_each_character_is_that_of_its_place(raw: str) -> None:
    plain = bare(raw)
    for k, char in enumerate(plain.text):
        start, end = plain.raw_span(k, k + 1)
        assert raw[start:end] == char or (char == " " and raw[start:end].isspace())


@given(PAGES)
def test_no_letter_outside_ruby_and_notes_is_lost(raw: str) -> None:
    if not any(sign in raw for sign in "《［<[¹※\u00ad-"):
        assert "".join(bare(raw).text.split()) == "".join(raw.replace("\u2060", "").split())


@given(PAGES)
def test_a_text_of_one_line_stays_one_line(raw: str) -> None:
    assert "\n" in raw or "\n" not in normalise(raw).text


@given(st.text(st.sampled_from("警察アa \n-。"), max_size=12))
def test_a_term_has_no_line_breaks(raw: str) -> None:
    assert "\n" not in as_term(raw.strip())


@given(PAGES)
def test_every_break_that_is_read_over_is_known(raw: str) -> None:
    folded = normalise(raw)
    kept = sum(1 for k, char in enumerate(folded.text) if char == "\n")
    assert kept + len(list(folded.breaks())) == raw.count("\n") or not without_unseen(raw)
