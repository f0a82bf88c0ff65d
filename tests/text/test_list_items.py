"""What people write around a term in a list comes off in any order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.text import ListItem, list_item

TERMS = {
    "坐禅会": "ざぜんかい",
    "引越し": "ひっこし",
    "関ヶ原の戦い": "せきがはらのたたかい",
    "震度6弱": "しんどろくじゃく",
}
AROUND = ["・{}", "● {}", "1. {}", "（3）{}", "(ア) {}", "①{}", "- {}", "▼{}", "{}※", "{} *1", "{}（注2）"]
QUOTED = ["「{}」", "『{}』", "【{}】", "“{}”", '"{}"']
READ = ["{}({kana})", "{}（{kana}）", "{} 〔{kana}〕"]


@given(
    st.sampled_from([*TERMS]), st.permutations([*AROUND, *QUOTED]), st.integers(0, 5), st.sampled_from(READ), st.data()
)
def test_in_any_order(term: str, layers: list[str], size: int, read: str, data: st.DataObject) -> None:
    kana = TERMS[term]
    line = term
    chosen = layers[:size]
    for layer in [*chosen[: (at := data.draw(st.integers(0, size)))], read, *chosen[at:]]:
        line = layer.format(line, kana=kana)
    assert list_item(line) == ListItem(term, kana)


@given(st.text(max_size=8) | st.lists(st.sampled_from("・①1.(「」)※*鳥居とりい "), max_size=12).map("".join))
def test_what_remains_is_part_of_the_line_and_has_nothing_to_remove(line: str) -> None:
    found = list_item(line)
    assert found.term in line
    if found.reading:
        assert found.reading in line
    else:
        assert list_item(found.term) == found


@pytest.mark.parametrize(
    "term",
    [
        "△5％", "▲3.2%", "3.11", "-5度", "1", "・", "※", "「」", "()", "", "「いじめ」の防止", "『羅生門』と『鼻』",
        "塩化鉄(III)", "社員（アルバイト）", "食べ物（おやつ）", "電源(主)", "日本放送協会（NHK）", "電話（かける人）",
        "5.1チャンネル", "(株)東芝", "サーバー(さーばー)",
    ],
)  # fmt: skip
def test_what_is_part_of_a_term_stays(term: str) -> None:
    assert list_item(term) == ListItem(term)


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("・「いじめ」の防止", "「いじめ」の防止"),
        ("1. 3.11", "3.11"),
        ("検討(する)", "検討"),
        ("◎安全（な）※", "安全"),
        ("10. 5類移行", "5類移行"),
    ],
)
def test_what_is_left(line: str, term: str) -> None:
    assert list_item(line) == ListItem(term)
