"""Long texts: each passage is aligned as if it stood alone, but for what others say of its terms."""

import pytest
from documents import SENTENCES, english, japanese, numbers
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import Row, params, rows

from termalign import Aligner, Alignment, Part
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText

ALIGNER = Aligner()
ALL = sorted(SENTENCES)
#: What folds to more or fewer characters; a sentence each.
HOSTILE = [
    ("㍿ﾊﾞｲﾄが㌔…と①", "ﬁne … ① ㍿"),
    ("か\u3099\0😀", "e\u0301 \ud800 '“"),
    ("", "–"),
    ("。。", "..."),
    ("ＮＨＫ　", "ＮＨＫ"),
]


def joined(ja: list[str], en: list[str]) -> Alignment:
    return ALIGNER.align("\n".join(ja), "\n".join(en))


def links(found: Alignment) -> set[tuple[str, str, str]]:
    return {(link.ja.text, link.en.text, link.kind) for link in found}


def test_a_document_has_the_links_of_its_sentences() -> None:
    apart = {link for k in ALL for link in links(ALIGNER.align(*SENTENCES[k]))}
    assert links(joined(japanese(ALL), english(ALL))) == apart


def test_sentences_without_a_counterpart_render_nothing() -> None:
    left = numbers("1-8 16-24")
    found = joined(japanese(ALL), english(left))
    gone = "\n".join(japanese(numbers("9-15")))
    start = found.ja.index(gone)
    assert [link for link in found if start <= link.ja.start < start + len(gone)] == []
    assert links(found) == links(joined(japanese(left), english(left)))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([*SENTENCES.values(), *HOSTILE]), min_size=8, max_size=20),
    st.sampled_from(["\n", " ", "\u3000\r\n"]),
)
def test_spans_slice_back(pairs: list[tuple[str, str]], line: str) -> None:
    ja, en = line.join(ja for ja, _ in pairs), line.join(en for _, en in pairs)
    found = ALIGNER.align(ja, en)
    assert (found.ja, found.en) == (ja, en)
    for link in found:
        for part in [*link.parts, Part(link.ja, link.en, link.kind)]:
            assert ja[part.ja.start : part.ja.end] == part.ja.text != ""
            assert en[part.en.start : part.en.end] == part.en.text != ""
        assert EnglishText(link.en.text).forms
    for one in found.unaligned:
        assert ja[one.start : one.end] == one.text
    places = [(link.ja.start, link.en.start) for link in found]
    assert places == sorted(places)
    taken = [k for link in found for k in range(link.en.start, link.en.end)]
    assert len(taken) == len(set(taken)) or any(link.kind == "date" for link in found)
    assert found == ALIGNER.align(ja, en)


@pytest.mark.parametrize("row", params(rows("said_elsewhere.tsv"), lambda row: f"{row['first']} {row['label']}"))
def test_what_is_said_elsewhere(row: Row) -> None:
    first = row["first"]
    second = "used" if first == "defined" else "defined"
    between = numbers("1-20")
    found = joined(
        [row[f"{first}_ja"], *japanese(between), row[f"{second}_ja"]],
        [row[f"{first}_en"], *english(between), row[f"{second}_en"]],
    )
    start = 0 if first == "used" else len(found.ja) - len(row["used_ja"])
    renderings = [
        link.en.text
        for link in found
        if start <= link.ja.start < start + len(row["used_ja"]) and link.ja.text == row["term"]
    ]
    assert renderings == [row["rendering"]] * bool(row["rendering"])


def test_a_given_term_is_looked_up_in_the_whole_text() -> None:
    ja, en = ["夜明けの歌", *japanese(ALL)], [*english(ALL), "The title is Yoake no Uta."]
    text = "\n".join(ja)
    (link,) = ALIGNER.align(text, "\n".join(en), terms=[(0, 5)])
    assert (link.ja.start, link.en.text) == (0, "Yoake no Uta")
    twice = ALIGNER.align(text, "\n".join([*en, "Yoake no Uta again."]), terms=[(0, 5)])
    assert [link.en.start for link in twice] == [link.en.start]  # the first of the two


def test_given_terms_stand_in_any_passage() -> None:
    terms = ["田中健一", "気象庁", "那覇空港", "消費税"]
    with pytest.warns(UserWarning, match="not in the Japanese text: 消費税$"):
        found = ALIGNER.align("\n".join(japanese(ALL)), "\n".join(english(ALL)), terms=terms)
    assert found.renderings() == {
        "田中健一": ["Kenichi Tanaka"],
        "気象庁": ["Meteorological Agency"],
        "那覇空港": ["Naha Airport"],
    }


def test_words_of_a_document_are_those_of_its_sentences() -> None:
    cut = [([m.surface for m in JapaneseText(ja).morphemes], EnglishText(en).forms) for ja, en in SENTENCES.values()]
    apart: list[tuple[int, int]] = []
    i = j = 0
    for ja, en in cut:
        apart += [(i + a, j + b) for a, b in ALIGNER.align_words([*ja], [*en, "."])]
        i, j = i + len(ja), j + len(en) + 1
    found = ALIGNER.align_words([form for ja, _ in cut for form in ja], [form for _, en in cut for form in [*en, "."]])
    assert len(set(found) ^ set(apart)) < len(apart) // 10


def test_a_figure_is_looked_up_in_the_whole_text() -> None:
    """The last paragraph of the Japanese is the first sentence of the English."""
    ja = (
        "警察庁は10月1日、詐欺集団の摘発を担う新組織を発足させた。全国から約100人の捜査員が集められた。\n\n"
        "実行役はインターネットで集められることが多い。指示役は通信アプリで命令を出していた。\n\n"
        "同庁によると、特殊詐欺の被害額は721億5000万円で、過去最悪となった。\n"
    )
    en = (
        "With losses from special fraud hitting a record ¥72.15 billion, the National Police Agency launched a new body on "
        "Oct. 1.\n\nIt will crack down on groups of fraudsters, and about 100 investigators from across the country have been "
        "assembled.\n\nThose who do the work are often recruited on the internet. Those who gave orders did so through "
        "messaging apps.\n"
    )
    assert Aligner().align(ja, en).renderings()["721億5000万円"] == ["¥72.15 billion"]
    given = Aligner().align(ja, en, terms=["721億5000万円", "特殊詐欺", "警察庁"])
    assert given.renderings() == {
        "721億5000万円": ["¥72.15 billion"],
        "特殊詐欺": ["special fraud"],
        "警察庁": ["National Police Agency"],
    }


#: The harbour office and the judge are in other English sentences than in the Japanese.
REPORT_JA = (
    "港で倉庫火災、2人けが 消防が調べる\n\n"
    "5日午後3時ごろ、函館市の港で倉庫から火が出て、2人がけがをした。{source}が発表した。"
    "火は約2時間後に消し止められた。けが人は近くの病院に運ばれた。\n"
    "倉庫には古い漁網が保管されていた。近くの住民は窓を閉めるよう求められた。\n"
)
REPORT_EN = (
    "A fire broke out Friday afternoon at a warehouse at the port of Hakodate, injuring two people, the {source} said. "
    "The blaze was put out about two hours later. The injured were taken to a nearby hospital.\n\n"
    "Old fishing nets had been stored in the warehouse. Residents nearby were asked to keep their windows closed, "
    "and the road along the harbour stayed shut until the next morning.\n"
)


@pytest.mark.parametrize(
    ("term", "english", "found"),
    [
        ("海上保安庁", "Japan Coast Guard", True),
        ("運輸安全委員会", "Japan Transport Safety Board", True),
        ("北海道運輸局渡辺健太", "harbour office's Kenta Watanabe", True),  # a part of a run of nouns
        ("海上保安庁", "Meteorological Agency", False),
        ("運輸安全委員会", "local officials", False),
    ],
)
def test_a_name_whose_english_is_in_another_passage(term: str, english: str, found: bool) -> None:
    ja, en = REPORT_JA.format(source=term), REPORT_EN.format(source=english)
    start, end = ja.index(term), ja.index(term) + len(term)
    linked = [link.en.text for link in ALIGNER.align(ja, en) if start <= link.ja.start < end]
    assert any(text in english for text in linked) == found, linked
    traced = [c for c in ALIGNER.trace(ja, en).candidates if start <= c.ja.start < end and c.linked]
    assert [c.en.text for c in traced] == linked


MONTHS = "January February March April May June July August".split()
LONG_SENTENCES = {
    "dates": [(f"{m + 1}月{d}日", f"{month} {d}") for m, month in enumerate(MONTHS) for d in range(1, 29)],
    "prices": [(f"{n}円", f"{n} yen") for n in range(101, 301)],
    "nouns": [("桜", "cherry trees"), ("警察", "the police"), ("経済", "the economy"), ("病院", "hospitals")] * 60,
}


@pytest.mark.parametrize("shape", LONG_SENTENCES)
def test_a_sentence_of_hundreds_of_words_loses_no_terms_where_it_is_cut(shape: str) -> None:
    pairs = LONG_SENTENCES[shape]
    found = ALIGNER.align("、".join(ja for ja, _ in pairs), ", ".join(en for _, en in pairs))
    assert len(found) >= 0.98 * len(pairs)
    expected = {(ja, en.removeprefix("the ")) for ja, en in pairs}
    assert {(link.ja.text, link.en.text) for link in found} <= expected
