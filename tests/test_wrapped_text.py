"""Text with the line breaks and the ruby of a page: each function reads it as the same text without them."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import (
    Alignment,
    Glossary,
    align,
    align_mixed,
    align_words,
    annotate,
    check,
    extract,
    project,
    romanize,
    select,
    tokenize,
)

LABELS = Path(__file__).parents[1] / "benchmarks/labels/unseen"
EN = "The National Police Agency exposed an anonymous and fluid crime group in Shimabara."
PLAIN = "警察庁は島原で匿名・流動型犯罪グループを摘発した。"
PAGES = [
    "警察庁は島原で匿名・流動型\n犯罪グループを摘発した。",
    "警察庁は島原で匿名・流動型犯\r\n　罪グループを摘発した。",
    "警察庁は島\n    原で匿名・流動型犯罪グルー\n    プを摘\n    発した。",
    "警察庁は島原《しまばら》で匿名・流動型\n犯罪［＃「犯罪」に傍点］グループを摘発した。",
    "警察庁は<ruby>島原<rt>しまばら</rt></ruby>で匿名・流動型犯罪グループを摘発した。",
    "警察庁¹は島原※2で匿名・流動型犯罪グループを摘発した。[^3]",
]
ENGLISH_PAGES = [
    "The National Police\nAgency exposed an anonymous\nand fluid crime\ngroup in Shimabara.",
    "The National Police Agen-\ncy exposed an anony-\nmous and fluid crime group in Shima\u00ad\nbara.",
    "The National Police Agency¹ exposed an anonymous and fluid\r\ncrime group in Shimabara.[^2]",
]
HIDDEN = re.compile(r"《.*?》|［＃.*?］|<rt>.*?</rt>|</?ruby>|[¹※]\d?|\[\^3\]|[\n\r　]| {4}")
HYPHENATED = re.compile(r"-\n|\u00ad\n|¹|\[\^2\]")


def named(found: Alignment) -> set[tuple[str, str, str]]:
    """The links, by their texts without what the page adds."""
    return {(HIDDEN.sub("", one.ja.text), " ".join(HYPHENATED.sub("", one.en.text).split()), one.kind) for one in found}


@pytest.mark.parametrize("page", PAGES)
def test_links_of_a_page(page: str) -> None:
    found = align(page, EN)
    assert named(found) == named(align(PLAIN, EN))
    assert all(page[link.ja.start : link.ja.end] == link.ja.text for link in found)
    assert found.renderings() == align(PLAIN, EN).renderings()


@pytest.mark.parametrize("page", ENGLISH_PAGES)
def test_links_of_an_english_page(page: str) -> None:
    found = align(PLAIN, page)
    assert named(found) == named(align(PLAIN, EN))
    assert all(page[link.en.start : link.en.end] == link.en.text for link in found)


def broken(text: str, width: int, indent: str) -> tuple[str, list[int]]:
    """The text in lines of a width, and the place in it of each of its characters. No line begins with a mark."""
    page, places, columns = "", [], 0
    for k, char in enumerate(text):
        size = 1 if char.isascii() else 2
        if columns + size > width and re.fullmatch("[ぁ-んァ-ヺ一-鿿]{2}", text[k - 1 : k + 1]):
            page, columns = page + "\n" + indent, 0
        places.append(len(page))
        page, columns = page + char, columns + size
    return page, places


def pairs() -> Iterator[tuple[str, str]]:
    for file in sorted(LABELS.glob("*.jsonl")):
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        yield from ((one["ja"], one["en"]) for one in lines if one["ja"].endswith("。"))


@pytest.mark.parametrize("indent", ["", "　"])
def test_forty_wrapped_texts_have_the_links_of_the_texts(indent: str) -> None:
    widths = random.Random(1)
    chosen = list(pairs())[::10][:40]
    wrong = []
    for ja, en in chosen:
        page, places = broken(ja, widths.randint(24, 44), indent)
        wanted = {(places[x.ja.start], places[x.ja.end - 1] + 1, x.en, x.kind) for x in align(ja, en)}
        if wanted != {(x.ja.start, x.ja.end, x.en, x.kind) for x in align(page, en)}:
            wrong.append(page)
    assert len(chosen) == 40
    assert len(wrong) <= 1


LISTS = [
    (["東京", "大阪", "京都"], "Tokyo, Osaka and Kyoto"),
    (
        ["警察庁", "国土交通省"],
        "The National Police Agency and the Ministry of Land, Infrastructure, Transport and Tourism",
    ),
    (["徳川家康", "豊臣秀吉"], "Ieyasu Tokugawa and Hideyoshi Toyotomi"),
]


@pytest.mark.parametrize(("terms", "en"), LISTS)
def test_words_on_lines_of_their_own_stay_apart(terms: list[str], en: str) -> None:
    assert {link.ja.text for link in align("\n".join(terms), en, situation="translation")} == set(terms)


@pytest.mark.parametrize(
    ("heading", "rendering"),
    [("概要", "Overview"), ("野党は政府に説明を要求", "Opposition demands explanation from government")],
)
def test_a_heading_is_no_part_of_the_sentence_below(heading: str, rendering: str) -> None:
    found = align(
        f"{heading}\n警察庁は犯罪グループを摘発した。",
        f"{rendering}\nThe National Police Agency exposed a crime group.",
    )
    assert ("警察庁", "National Police Agency") in {(link.ja.text, link.en.text) for link in found}
    assert any(link.ja.end <= len(heading) and link.en.end <= len(rendering) for link in found)


@pytest.mark.parametrize(
    "page",
    [
        "警察庁は昨日、東京都の\n幹部が逮捕されたと発表した。",
        "警察庁は昨日、東京都\n庁で幹部を逮捕したと発表した。",
        "警察庁が昨日摘発\nした犯罪グループは、二つである。",
    ],
)
def test_a_first_line_that_is_no_heading(page: str) -> None:
    plain = page.replace("\n", "")
    assert [token.surface for token in tokenize(page)] == [token.surface for token in tokenize(plain)]


def test_picked_terms() -> None:
    (link,) = align(PAGES[1], EN, terms=["匿名・流動型犯罪グループ"])
    assert (link.ja.text, link.en.text) == ("匿名・流動型犯\r\n　罪グループ", "anonymous and fluid crime group")


def test_terms_of_a_list() -> None:
    broken_list = ["匿名・流動型\n犯罪グループ", "島原《しまばら》", "<ruby>警察庁<rt>けいさつちょう</rt></ruby>"]
    found = align(broken_list, EN)
    assert named(found) == named(align(["匿名・流動型犯罪グループ", "島原", "警察庁"], EN))


def test_one_text_in_both_languages() -> None:
    text = "警察庁は匿名・流動型\n犯罪グループ (anonymous and fluid\ncrime group) を摘発した。"
    assert [(link.ja.text, link.en.text) for link in align_mixed(text)] == [
        ("匿名・流動型\n犯罪グループ", "anonymous and fluid\ncrime group")
    ]


def test_words() -> None:
    assert align_words(PAGES[0], EN) == align_words(PLAIN, EN)


@pytest.mark.parametrize("page", PAGES)
def test_tokens(page: str) -> None:
    assert [m.surface for m in tokenize(page)] == [m.surface for m in tokenize(PLAIN)]


READ = [
    ("将軍は徳川家\n康の孫だ。", "shogun wa Tokugawa Ieyasu\nno mago da."),
    ("羽田《はた》の町", "Hata no machi"),
    ("<ruby>羽田<rt>はた</rt></ruby>の町", "Hata no machi"),
    ("｜日向《ひなた》の町", "hinata no machi"),
    ("運命《さだめ》だ", "sadame da"),
    ("昨日羽田《はねだ》で会う", "kino Haneda de au"),
    ("承《うけたまわ》る", "uketamawaru"),
    ("羽田の町", "Haneda no machi"),
    ("ゴッホの《ひまわり》", 'Gohho no "himawari"'),
    ("東京\n大阪", "Tokyo\nOsaka"),
]


@pytest.mark.parametrize(("page", "romaji"), READ)
def test_romaji(page: str, romaji: str) -> None:
    assert romanize(page) == romaji


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("島原《とうげん》で会った。", "They met in Togen."),
        ("<ruby>羽田<rt>はた</rt></ruby>で会った。", "They met in Hata."),
        ("｜日向《ひなた》で会う。", "We meet in Hinata."),
    ],
)
def test_ruby_is_the_reading_of_a_name(ja: str, en: str) -> None:
    (link,) = (link for link in align(ja, en) if link.kind in ("romaji", "name"))
    assert link.en.text == en.split()[-1].rstrip(".")


def test_findings() -> None:
    glossary = Glossary.of({"匿名・流動型犯罪グループ": "anonymous and fluid crime group"})
    ja, en = "警察は匿名・流動型\n犯罪グループを摘発した。", "An anonymous\ngroup was exposed by the police."
    (finding,) = check([(ja, en)], glossary)
    assert (finding.kind, finding.ja and finding.ja.text) == ("missing", "匿名・流動型\n犯罪グループ")
    assert finding.en is not None
    assert en[finding.en.start : finding.en.end] == finding.en.text == "anonymous\ngroup"


GOOD = [
    ("警察は3億\n5千万円の被害を見た。", "Police saw damage of 350 mil-\nlion yen."),
    ("警察庁¹は５人を逮捕した。", "The agency arrested five people."),
    ("警察庁は※2島原で５人を逮捕した。", "The agency arrested five people in Shimabara."),
    ("選挙は20\n24年に行われる。", "The election takes place in 2024."),
]


@pytest.mark.parametrize(("ja", "en"), GOOD)
def test_a_good_translation_on_a_page_has_no_findings(ja: str, en: str) -> None:
    assert list(check([(ja, en)])) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("警察は3億\n5千万円の被害を見た。", "Police saw damage of 250 million yen."),
        ("警察庁¹は５人を逮捕した。", "The agency arrested six."),
    ],
)
def test_a_wrong_number_on_a_page_is_found(ja: str, en: str) -> None:
    assert [finding.kind for finding in check([(ja, en)])] == ["number"]


def test_terms_to_extract() -> None:
    assert {entry.ja for entry in extract([(page, EN) for page in PAGES]).entries} == {
        entry.ja for entry in extract([(PLAIN, EN)] * len(PAGES)).entries
    }


@pytest.mark.parametrize("page", PAGES)
def test_entries_of_a_glossary(page: str) -> None:
    glossary = Glossary.of({"犯罪グループ": "crime group", "匿名・流動型犯罪グループ": "AFCG", "島原": "Shimabara"})
    assert [entry.ja for entry in select(glossary, page)] == ["島原", "匿名・流動型犯罪グループ"]


def test_projected_spans() -> None:
    start, end = PAGES[1].index("匿名"), PAGES[1].index("を")
    (found,) = project(align(PAGES[1], EN), [(start, end)])
    assert found is not None
    assert [span.text for span in found.spans] == ["anonymous and fluid crime group"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("style", ["text", "html", "markdown"])
def test_annotations(page: str, style: str) -> None:
    assert annotate(align(page, EN), style=style) == annotate(align(PLAIN, EN), style=style)  # type: ignore[arg-type]


LINES = st.lists(
    st.sampled_from(
        [
            "警察庁は",
            "島原",
            "《しまばら》",
            "で",
            "犯罪",
            "グループを",
            "摘発した。",
            "\n",
            "\n　",
            "¹",
            "<ruby>犯罪<rt>はんざい</rt></ruby>",
        ]
    ),
    max_size=12,
).map("".join)


@given(LINES, st.sampled_from([EN, *ENGLISH_PAGES]))
def test_every_span_can_be_cut_out(ja: str, en: str) -> None:
    found = align(ja, en)
    spans = (
        [(ja, link.ja) for link in found] + [(ja, span) for span in found.unaligned] + [(en, link.en) for link in found]
    )
    assert all(text[span.start : span.end] == span.text for text, span in spans)
    assert all(ja[m.start : m.end] for m in tokenize(ja))
