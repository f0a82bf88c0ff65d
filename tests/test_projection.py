"""Marked spans carried to the other text, in both directions."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from documents import english, japanese
from hypothesis import given
from hypothesis import strategies as st

from termalign import Alignment, Link, Part, Projection, Span, align, project
from termalign.projection import Side

SIDES: tuple[Side, ...] = ("ja", "en")
NEWS = ("警察庁の発表によると、桜島が噴火した。", "Sakurajima erupted, according to the National Police Agency.")
COURT = (
    "東京地裁は5日、鈴木健太被告に懲役3年を言い渡した。",
    "The Tokyo District Court on the 5th sentenced Kenta Suzuki to three years in prison.",
)
FUND = (
    "国際通貨基金（IMF）は、世界経済の見通しを発表した。",
    "The International Monetary Fund published its outlook for the world economy.",
)

FUND_BRACKETS = ("国際通貨基金（IMF）が発表した。", "The International Monetary Fund (IMF) said so.")

ORDER = ("ご注文は14時までにお願いします。", "Please order by 2 p.m.")
ARRIVAL = ("3月末までに届く。", "It will arrive by the end of March.")
HOURS = ("10時から18時まで営業します。", "We are open from 10 a.m. to 6 p.m.")
TENT = ("3〜4人用のテント", "Tent for 3–4 people")


def at(text: str, marked: str) -> tuple[int, int]:
    return text.index(marked), text.index(marked) + len(marked)


def shown(found: Projection | None) -> list[str] | None:
    return None if found is None else [span.text for span in found.spans]


# What is marked on either side, and what stands for it on the other.
BOTH_WAYS = [
    ("a name", NEWS, "桜島", "Sakurajima"),
    ("a name of several words", NEWS, "警察庁", "National Police Agency"),
    ("a person whose names change places", COURT, "鈴木健太", "Kenta Suzuki"),
    ("a court", COURT, "東京地裁", "Tokyo District Court"),
    ("a common noun", NEWS, "噴火", "erupted"),
]


@pytest.mark.parametrize(("label", "pair", "ja", "en"), BOTH_WAYS, ids=[case[0] for case in BOTH_WAYS])
def test_both_ways(label: str, pair: tuple[str, str], ja: str, en: str) -> None:
    found = align(*pair, situation="translation")
    assert [shown(p) for p in project(found, [at(pair[0], ja)])] == [[en]]
    assert [shown(p) for p in project(found, [at(pair[1], en)], side="en")] == [[ja]]


WATER = ("修二会は、「お水取り」の名で親しまれる。", "Shuni-e is known as Omizutori (literally, Water-Drawing).")
POETRY = (
    "『古今和歌集』の撰者だった。",
    'He was a compiler of "Kokin Wakashu" (A Collection of Ancient and Modern Japanese Poetry).',
)

FROM_ENGLISH = [
    ("an article is no part of a name", NEWS, "the National Police Agency", ["警察庁"]),
    ("a part of a link", COURT, "Suzuki", ["鈴木"]),
    ("several links", COURT, "Kenta Suzuki to three years", ["鈴木健太", "3年"]),
    ("Japanese rather than the letters beside it", FUND, "International Monetary Fund", ["国際通貨基金"]),
    (
        "a name that is spelled like a function word",
        ("メイ首相が語った。", "Prime Minister May said."),
        "Prime Minister May",
        ["メイ首相"],
    ),
    ("whole brackets", FUND_BRACKETS, "International Monetary Fund (IMF)", ["国際通貨基金（IMF）"]),
    (
        "whole brackets around the second",
        ("10月1日（月曜日）に始まる。", "It starts on Monday, October 1."),
        "Monday, October 1",
        ["10月1日（月曜日）"],
    ),
    ("the unit of a spaced date", ("10 月 1 日に始まる。", "It starts on October 1."), "October 1", ["10 月 1 日"]),
    (
        "the one word left over",
        ("州警察の犯罪研究所が調べた。", "The state police crime lab looked into it."),
        "state police crime lab",
        ["州警察の犯罪研究所"],
    ),
    (
        "a generic word that only the Japanese has",
        ("ペナイン山脈を貫く道。", "The road runs through the Pennines."),
        "Pennines",
        ["ペナイン山脈"],
    ),
    (
        "a prefix that only the Japanese has",
        ("「純売上高」とは売上から返品を引いたものをいう。", '"Net Sales" means sales less returns.'),
        "Net Sales",
        ["純売上高"],
    ),
    (
        "a generic word that has its own English",
        ("カンブリア地方の農家が語った。", "Farmers in the Cumbria region said so."),
        "Cumbria",
        ["カンブリア"],
    ),
    (
        "a title is no part of a name",
        ("篠宮昌代さんが語った。", "Masayo Shinomiya spoke."),
        "Masayo Shinomiya",
        ["篠宮昌代"],
    ),
    ("a name before its gloss", WATER, "Omizutori", ["お水取り"]),
    ("a gloss", WATER, "Water-Drawing", ["お水取り"]),
    ("a title in quotation marks before its gloss", POETRY, "Kokin Wakashu", ["古今和歌集"]),
    ("a name before a bracket that says something else", ("弟子を連れた。", "Basho (1644) came."), "Basho", None),
    (
        "no part of a longer Japanese address",
        ("仏北部カレーの国境当局が止めた。", "Border officials in Calais stopped it."),
        "Calais",
        ["カレー"],
    ),
    (
        "a generic word within a compound",
        ("マサチューセッツ州有権者の半数が答えた。", "Half of Massachusetts voters answered."),
        "Massachusetts",
        ["マサチューセッツ州"],
    ),
    ("a bracket outside the span", FUND_BRACKETS, "International Monetary Fund", ["国際通貨基金"]),
    ("what a particle separates", ("当時の首相が語った。", "Prime Minister May said."), "Prime Minister May", ["首相"]),
    ("a function word in a rendering", NEWS, "according to", None),
    ("little words that nothing renders", NEWS, "to the", None),
    ("a comma", NEWS, ", ", None),
]


@pytest.mark.parametrize(("label", "pair", "marked", "expected"), FROM_ENGLISH, ids=[case[0] for case in FROM_ENGLISH])
def test_from_english(label: str, pair: tuple[str, str], marked: str, expected: list[str] | None) -> None:
    (found,) = project(align(*pair, situation="translation"), [at(pair[1], marked)], side="en")
    assert shown(found) == expected


FROM_JAPANESE = [
    ("several links, with the little words between them", COURT, "懲役3年", ["three years in prison"]),
    ("a particle", NEWS, "が", None),
    ("a particle with its preposition", ORDER, "14時まで", ["by 2 p.m."]),
    ("no preposition without the particle", ORDER, "14時", ["2 p.m."]),
    ("an article behind the preposition", ARRIVAL, "3月末まで", ["by the end of March"]),
    ("both ends of a range", HOURS, "10時から18時まで", ["from 10 a.m. to 6 p.m."]),
    ("a suffix with its preposition", TENT, "3〜4人用", ["for 3–4 people"]),
    ("no preposition that says something else", ("電車で東京まで行く。", "I leave for Tokyo."), "東京まで", ["Tokyo"]),
    ("no preposition for a noun that ends in 用", ("費用を払う。", "Pay for costs."), "費用", ["costs"]),
    ("a name before its gloss", WATER, "お水取り", ["Omizutori"]),
    ("a title in quotation marks before its gloss", POETRY, "古今和歌集", ["Kokin Wakashu"]),
    ("a gloss behind another word", ("会長（田中）は来た。", "He (the chairman) came."), "会長", ["chairman"]),
    (
        "a whole legal form",
        ("今の京阪バスである。", "It is now Keihan Bus Co., Ltd in Kyoto."),
        "京阪バス",
        ["Keihan Bus Co., Ltd"],
    ),
    ("what the English leaves out", ("会長の田中は来た。", "He came."), "会長", None),
]


@pytest.mark.parametrize(
    ("label", "pair", "marked", "expected"), FROM_JAPANESE, ids=[case[0] for case in FROM_JAPANESE]
)
def test_from_japanese(label: str, pair: tuple[str, str], marked: str, expected: list[str] | None) -> None:
    (found,) = project(align(*pair, situation="translation"), [at(pair[0], marked)])
    assert shown(found) == expected


def test_labels_order_and_what_is_missing() -> None:
    found = align(*NEWS, situation="translation")
    spans: list[Span | tuple[int, int, str]] = [(*at(NEWS[0], "桜島"), "LOC"), (11, 12, "X"), Span.of(NEWS[0], 0, 3)]
    first, _, last = project(found, spans)
    assert first is not None
    assert (first.label, first.source.text, 0 < first.score <= 1) == ("LOC", "桜島", True)
    assert last is not None
    assert (last.label, shown(last)) == ("", ["National Police Agency"])
    assert project(found, []) == []


@pytest.mark.parametrize("label", ["LOC", 17, None, ("doc1", 3), {"id": 4}])
def test_a_label_of_any_type_goes_through(label: object) -> None:
    (found,) = project(align(*NEWS), [(*at(NEWS[0], "桜島"), label)])
    assert found is not None
    assert found.label == label
    assert found.to_dict()["label"] == label


def test_projection_as_plain_values() -> None:
    (found,) = project(align(*NEWS), [(*at(NEWS[0], "桜島"), 17)])
    assert found is not None
    plain = json.loads(json.dumps(found.to_dict()))
    assert plain["score"] == found.score
    assert Span.from_dict(plain["source"]) == found.source
    assert tuple(map(Span.from_dict, plain["spans"])) == found.spans


def test_words_of_others_part_what_stands_for_a_span() -> None:
    """A link whose words stand between two others of the span's is not taken along."""
    ja, en = "甲乙丙", "alpha gamma beta"
    links = tuple(
        Link(Span.of(ja, k, k + 1), Span.of(en, *at(en, word)), "glossary", 0.9)
        for k, word in enumerate(("alpha", "beta", "gamma"))
    )
    (found,) = project(Alignment(ja, en, links), [(0, 2)])
    assert shown(found) == ["alpha", "beta"]
    (back,) = project(Alignment(ja, en, links), [(0, 11)], side="en")
    assert shown(back) == ["甲", "丙"]


def test_a_span_within_a_link_takes_its_part() -> None:
    ja, en = "青空銀行", "Blue Sky Bank"
    parts = (
        Part(Span.of(ja, 0, 2), Span.of(en, 0, 8), "gloss"),
        Part(Span.of(ja, 2, 4), Span.of(en, 9, 13), "gloss"),
    )
    found = Alignment(ja, en, (Link(Span.of(ja, 0, 4), Span.of(en, 0, 13), "composed", 0.9, parts=parts),))
    assert [shown(p) for p in project(found, [(0, 2), (2, 4), (0, 4)])] == [["Blue Sky"], ["Bank"], ["Blue Sky Bank"]]


@pytest.mark.parametrize(
    "span",
    [
        {"start": 0, "end": 3, "label": "ORG"},
        {"start": 0, "end": 3, "label": "ORG", "text": "警察庁"},
        [0, 3, "ORG"],
    ],
)
def test_every_way_to_give_a_span(span: Any) -> None:
    found = align(*NEWS)
    assert project(found, [span]) == project(found, [(0, 3, "ORG")])


BAD = [
    ([{"start": 0, "label": "ORG"}], TypeError, r"spans\[0\] needs the members start and end; 'end' is missing"),
    ([{"start": "0", "end": 3}], TypeError, "whole numbers"),
    ([(0, 99)], ValueError, r"spans\[0\]: offsets 0:99 are outside the text"),
    ([(0, 2), (2, 2)], ValueError, r"spans\[1\]: offsets 2:2 have no text"),
    ([(0, 2), "桜島"], TypeError, r"spans\[1\] must be \(start, end\)"),
    ([(0, 2, "LOC", 3)], TypeError, r"spans\[0\]"),
    ([(0.5, 2)], TypeError, "whole numbers"),
    ("桜島", TypeError, "spans must be an iterable"),
    ({"start": 0}, TypeError, "spans must be an iterable"),
]


@pytest.mark.parametrize(("spans", "error", "message"), BAD)
def test_what_is_no_span_is_refused(spans: Iterable[tuple[int, int]], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        project(Alignment(*NEWS), spans)


@pytest.mark.parametrize(("label", "pair", "marked", "expected"), FROM_ENGLISH, ids=[case[0] for case in FROM_ENGLISH])
def test_from_english_in_a_long_text(
    label: str, pair: tuple[str, str], marked: str, expected: list[str] | None
) -> None:
    order = range(1, 21)
    before, after = (len("".join(japanese(order))), len(" ".join(english(order))) + 1)
    ja = "".join([*japanese(order), pair[0], *japanese(order)])
    en = " ".join([*english(order), pair[1], *english(order)])
    start, end = at(pair[1], marked)
    (found,) = project(align(ja, en, situation="translation"), [(start + after, end + after)], side="en")
    assert shown(found) == expected
    assert found is None or all(before <= span.start < before + len(pair[0]) for span in found.spans)


def test_an_english_span_has_the_same_counterpart_whatever_else_is_marked() -> None:
    order = range(1, 21)
    found = align("".join(japanese(order)), " ".join(english(order)), situation="translation")
    spans = [(start, end) for start in range(0, len(found.en) - 10, 37) for end in (start + 6, start + 10)]
    together = project(found, spans, side="en")
    assert any(together)
    assert together == [one for span in spans for one in project(found, [span], side="en")]


def test_what_is_no_side_is_refused() -> None:
    with pytest.raises(ValueError, match="side must be 'ja' or 'en', not 'de'"):
        project(Alignment(*NEWS), [], side="de")  # type: ignore[arg-type]


@given(st.data())
def test_every_span_slices_back(data: st.DataObject) -> None:
    """Whatever is marked: the spans of the other side are its own text, in order, and do not overlap."""
    ja, en = data.draw(st.sampled_from([NEWS, COURT, FUND, ("", ""), ("ﾊﾝｶｸ\ud800", "half\0")]))
    side: Side = data.draw(st.sampled_from(SIDES))
    here, there = (ja, en) if side == "ja" else (en, ja)
    places = st.tuples(st.integers(0, len(here)), st.integers(0, len(here))).filter(lambda place: place[0] < place[1])
    spans = data.draw(st.lists(places, max_size=3)) if here else []
    found = project(align(ja, en, situation="translation"), spans, side=side)
    assert len(found) == len(spans)
    for place, projection in zip(spans, found, strict=True):
        if projection is None:
            continue
        assert projection.source == Span.of(here, *place)
        assert 0 < projection.score <= 1
        assert projection.spans
        ends = 0
        for span in projection.spans:
            assert span == Span.of(there, span.start, span.end)
            assert ends <= span.start < span.end
            ends = span.end


def test_scores_have_four_decimals() -> None:
    found = align("東京電力の処理水の放出を始めた。", "Tokyo Electric Power Company began releasing treated water.")
    spans = [(k, end) for k in range(0, 12) for end in range(k + 1, 13)]
    scores = [one.score for side in ("ja", "en") for one in project(found, spans, side=side) if one]
    assert len({*scores} - {link.score for link in found}) > 3, "some are products"
    assert scores == [round(score, 4) for score in scores]
