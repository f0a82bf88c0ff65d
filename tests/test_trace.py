"""What a trace says: the sums that scores are made of, and what became of each candidate."""

import json
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strangers import TOWNS

from termalign import Aligner
from termalign.trace import Trace

ALIGNER = Aligner()
JA = "警察庁は特殊詐欺の被害が95億円に上ったと発表した。"
EN = "The National Police Agency said that damage from special fraud came to 9.5 billion yen."
TERMS = ["警察庁", "特殊詐欺", "冷蔵庫"]


GIVEN = ["警察庁", "特殊詐欺", "特殊", "95億円"]
SORTS = ["translation", "list", "given terms"]


def traces() -> list[Trace]:
    return [ALIGNER.trace(JA, EN), ALIGNER.trace(TERMS, EN), ALIGNER.trace(JA, EN, terms=GIVEN)]


@pytest.mark.parametrize("trace", traces(), ids=SORTS)
def test_odds_are_the_sum_of_what_features_are_worth(trace: Trace) -> None:
    assert len(trace.candidates) > 5
    for c in trace.candidates:
        assert sum(worth.product for worth in c.worth) == pytest.approx(c.odds, abs=0.1)
        assert c.score == pytest.approx(1 / (1 + math.exp(-trace.slope * c.standing - trace.shift)), abs=1e-4)


@pytest.mark.parametrize(
    ("trace", "links"),
    list(
        zip(
            traces(), [ALIGNER.align(JA, EN), ALIGNER.align(TERMS, EN), ALIGNER.align(JA, EN, terms=GIVEN)], strict=True
        )
    ),
    ids=SORTS,
)
def test_what_is_linked_are_the_links(trace: Trace, links: list[object]) -> None:
    linked = {(c.ja, c.en): round(c.score, 4) for c in trace.candidates if c.linked}
    assert linked
    assert linked == {(link.ja, link.en): link.score for link in links}  # type: ignore[attr-defined]


def test_the_passages_of_a_document_are_those_of_the_alignment() -> None:
    sentences = [
        (
            "警察庁は特殊詐欺の被害が95億円に上ったと発表した。",
            "The National Police Agency said that damage from special fraud came to 9.5 billion yen.",
        ),
        (
            "日本銀行は2024年3月にマイナス金利を解除した。",
            "The Bank of Japan lifted its negative interest rate in March 2024.",
        ),
        (
            "厚生労働省の調査では、感染者は1,200人だった。",
            "According to the health ministry, 1,200 people were infected.",
        ),
        ("大阪の消防署が火災の原因を調べている。", "A fire station in Osaka is investigating the cause of the fire."),
    ]
    ja, en = ("\n".join(side * 3) for side in zip(*sentences, strict=True))
    picked = [link.ja for link in ALIGNER.align(ja, en)]
    assert len(picked) > 12
    for terms in (None, [(span.start, span.end) for span in picked]):
        trace = ALIGNER.trace(ja, en, terms=terms)
        linked = {(c.ja, c.en): round(c.score, 4) for c in trace.candidates if c.linked}
        assert linked == {(link.ja, link.en): link.score for link in ALIGNER.align(ja, en, terms=terms)}
        assert all(c.ja.text == ja[c.ja.start : c.ja.end] for c in trace.candidates)
        assert {abs(ja.count("\n", 0, c.ja.start) - en.count("\n", 0, c.en.start)) for c in trace.candidates} <= {0, 1}


PARTS = "会社 計画 警察 市場 京都 本社 東京 大学 研究 銀行 新聞 政府 電力 技術 開発".split()
COMPOUNDS = [PARTS[k % 15] + PARTS[(7 * k + 3) % 15] * (k % 3 > 0) for k in range(40)]
NEWS = (
    "The company presented a plan for the market in Kyoto; police at the head office in Tokyo studied research at the "
    "university and the bank's newspaper, the government said of power technology development."
)


@pytest.mark.parametrize(
    "terms", [COMPOUNDS, [*COMPOUNDS[:9], *COMPOUNDS[:3]], ["警察庁", *map("{}号用語".format, range(1500))]]
)
def test_a_long_list_is_traced_as_it_is_aligned(terms: list[str]) -> None:
    trace, found = ALIGNER.trace(terms, NEWS + EN), ALIGNER.align(terms, NEWS + EN)
    linked = sorted((c.ja.start, c.en.start, c.en.end, round(c.score, 4)) for c in trace.candidates if c.linked)
    assert linked
    assert linked == sorted((link.ja.start, link.en.start, link.en.end, link.score) for link in found)
    for c in trace.candidates:
        assert sum(worth.product for worth in c.worth) == pytest.approx(c.odds, abs=0.1)


def test_of_candidates_with_the_same_spans_one_is_linked() -> None:
    ja, en = "㍿山田商事の社長は辞任した。", "The president of Yamada Shoji Co., Ltd., resigned."
    trace = Aligner(min_score=0).trace(ja, en)
    linked = [(c.ja, c.en) for c in trace.candidates if c.linked]
    assert sorted(linked, key=str) == sorted(
        [(link.ja, link.en) for link in Aligner(min_score=0).align(ja, en)], key=str
    )


def test_a_high_least_score_only_takes_links_away() -> None:
    trace = Aligner(min_score=0.9).trace(JA, EN)
    linked = {(c.ja, c.en) for c in trace.candidates if c.linked}
    assert linked == {(link.ja, link.en) for link in ALIGNER.align(JA, EN) if link.score >= 0.9}


@pytest.mark.parametrize("trace", traces(), ids=SORTS)
def test_what_lost_shares_words_or_characters_with_what_it_lost_to(trace: Trace) -> None:
    lost = [c for c in trace.candidates if c.lost_to]
    assert lost
    for c in lost:
        assert c.lost_to == c.displaced_by[0]
        for ja, en in c.displaced_by:
            assert (c.en.start < en.end and en.start < c.en.end) or (c.ja.start < ja.end and ja.start < c.ja.end)


WASHER = ALIGNER.trace("このドラム式洗濯機は速く乾き、8万円だ。", "This front-loading washer dries fast.")
CARE = "認知症の母は要介護3と判定された。", "My mother, who has dementia, was certified at care level 3."


@pytest.mark.parametrize(
    ("trace", "term", "en", "links"),
    [
        (ALIGNER.trace(*CARE), "要介護3", "care level 3", ["要介護 ↔ care level", "3 ↔ 3"]),
        (
            ALIGNER.trace(f"序文。\n{CARE[0]}", f"Preface.\n{CARE[1]}"),
            "要介護3",
            "care level 3",
            ["要介護 ↔ care level", "3 ↔ 3"],
        ),
        (ALIGNER.trace(*CARE, terms=["要介護", "要介護3"]), "要介護3", "3", ["要介護3 ↔ care level 3"]),
        (ALIGNER.trace(JA, EN), "警察庁", "Police Agency", ["警察庁 ↔ National Police Agency"]),
        (ALIGNER.trace(JA, EN), "警察庁", "National Police Agency", []),
        (WASHER, "洗濯機", "washer", []),
    ],
)
def test_what_lost_names_every_link_it_lost_to(trace: Trace, term: str, en: str, links: list[str]) -> None:
    found = next(c for c in trace.of(term) if c.en.text == en)
    assert sorted(f"{ja.text} ↔ {to.text}" for ja, to in found.displaced_by) == sorted(links)
    assert found.to_dict()["lost_to"] == (found.to_dict()["displaced_by"] or [None])[0]
    for ja, to in found.displaced_by:
        assert (trace.ja[ja.start : ja.end], trace.en[to.start : to.end]) == (ja.text, to.text)
    said = " and ".join(
        f"{ja.text} [{ja.start}:{ja.end}] ↔ {to.text} [{to.start}:{to.end}]" for ja, to in found.displaced_by
    )
    assert (f"  lost to {said}\n" in str(trace)) == bool(links)
    assert ("differs most from " in str(trace.only(term))) == (len(links) > 1)


def test_candidates_of_a_given_term_are_alternatives() -> None:
    trace = ALIGNER.trace(JA, EN, terms=GIVEN)
    assert {c.ja.text for c in trace.candidates} == set(GIVEN)
    for term in GIVEN:
        best, *others = trace.of(term)
        assert others or term == "95億円"  # a quantity is its value or nothing
        assert [c for c in trace.of(term) if c.linked] == [best]
        assert all(c.lost_to and c.lost_to[0].text in GIVEN for c in others)


@pytest.mark.filterwarnings("ignore:terms not in the Japanese text:UserWarning")
@pytest.mark.parametrize("terms", [["冷蔵庫"], []])
def test_no_term_that_stands_in_the_text(terms: list[str]) -> None:
    assert ALIGNER.trace(JA, EN, terms=terms).candidates == ()


def test_a_list_has_no_terms_to_give() -> None:
    with pytest.raises(ValueError, match="cannot be combined with a list"):
        ALIGNER.trace(TERMS, EN, terms=["警察庁"])


def test_why_a_term_has_no_link() -> None:
    assert ALIGNER.trace(TERMS, EN).of("冷蔵庫") == ()
    agency = next(c for c in ALIGNER.trace(JA, EN).of("警察庁") if c.en.text == "Police Agency")
    assert not agency.linked
    assert [span.text for span in agency.lost_to or ()] == ["警察庁", "National Police Agency"]


def test_as_text_and_as_json() -> None:
    trace = ALIGNER.trace(JA, EN)
    assert "National Police Agency [4:26]  gloss (警察庁 ~ National Police Agency)  0.9" in str(trace.only("警察庁"))
    assert "lost to 警察庁 [0:3] ↔ National Police Agency [4:26]" in str(trace)
    for c in trace.candidates:
        said = json.loads(json.dumps(c.to_dict()))
        assert said["score"] == round(c.score, 4)
        assert len(said["worth"]) == len(c.worth)


@pytest.mark.parametrize("trace", traces(), ids=SORTS)
def test_what_lost_says_in_what_it_differs(trace: Trace) -> None:
    for c in trace.candidates:
        assert bool(c.differs) <= bool(c.lost_to)
        assert [abs(d.size) for d in c.differs] == sorted((abs(d.size) for d in c.differs), reverse=True)
        assert len(c.differs) <= 3
    differences = [d for c in trace.of("特殊詐欺") for d in c.differs]
    assert any(d.feature == "gloss full" and d.own == 0.0 < d.preferred for d in differences)
    assert "\n      differs most in " in str(trace)


@pytest.mark.parametrize(
    ("trace", "term", "said"),
    [
        (ALIGNER.trace(JA, EN), "警察庁", "National Police Agency"),
        (ALIGNER.trace(TERMS, EN), "警察庁", "National Police Agency"),
        (ALIGNER.trace(JA, EN), "95億円", "none"),
    ],
)
def test_the_known_renderings_of_a_term(trace: Trace, term: str, said: str) -> None:
    assert f"\n  known renderings: {said}\n" in str(trace.only(term))
    assert {" · ".join(c.renderings) or "none" for c in trace.of(term)} == {said}


STATES = ALIGNER.trace("牧師は両州の領有権をめぐる会談に出席した。", "The Rev. attended talks on the disputed regions.")
WAR = ALIGNER.trace("応仁の乱の跡を調べた。空は青い。", "They studied traces of the Onin War.")


@pytest.mark.parametrize(
    ("trace", "term", "wider"),
    [
        (WAR, "応仁", ["応仁の", "応仁の乱"]),
        (WAR, "乱", ["応仁の乱", "の乱"]),
        (WAR, "跡", []),
        (WAR, "青", []),
        (STATES, "州", ["両州"]),  # has no candidate
        (STATES, "両州", []),
        (STATES, "の", []),
        (WAR, "", []),
        (ALIGNER.trace(["空の便", "便"], "Flights were cancelled."), "便", []),  # both are terms
        (ALIGNER.trace(["空の便", "花"], "Flights were cancelled."), "空", ["空の便"]),
    ],
)
def test_a_term_that_is_part_of_a_longer_one(trace: Trace, term: str, wider: list[str]) -> None:
    found = trace.only(term)
    assert [span.text for span in found.wider] == wider
    assert ("\npart of " in f"\n{found}") == bool(wider)


@pytest.mark.parametrize(
    ("trace", "term", "absent"),
    [(WAR, "桜島", True), (WAR, "応仁の乱", False), (WAR, "", False), (ALIGNER.trace(["花"], "Flowers."), "便", True)],
)
def test_a_term_that_does_not_occur(trace: Trace, term: str, absent: bool) -> None:
    assert (str(trace.only(term)) == f"{term} does not occur in the texts") == absent


@pytest.mark.parametrize(
    ("english", "terms"),
    [("fraud", {"特殊詐欺", "詐欺"}), ("eruption", {"噴火"}), ("They", set()), ("Fuji", set())],
)
def test_the_candidates_that_have_an_english_word(english: str, terms: set[str]) -> None:
    trace = ALIGNER.trace("特殊詐欺と噴火を警戒する。", "They watch out for special fraud and eruption of a volcano.")
    found = trace.only(english).candidates
    assert {c.ja.text for c in found} == terms
    assert all(english in c.en.text for c in found)


GROUPS = "They fight anonymous and fluid crime groups."


@pytest.mark.parametrize(
    "trace",
    [
        ALIGNER.trace("前文。\n匿名・流動型犯罪ｸﾞﾙｰﾌﾟと戦う。", f"Preface.\n{GROUPS}", terms=["匿名・流動型犯罪ｸﾞﾙｰﾌﾟ"]),
        ALIGNER.trace(["冷蔵庫", "匿名・流動型犯罪ｸﾞﾙｰﾌﾟ"], GROUPS),
    ],
    ids=["given terms", "list"],
)
def test_a_compound_says_what_renders_each_part(trace: Trace) -> None:
    best = next(c for c in trace.candidates if c.linked)
    said = [(part.ja.text, part.en and part.en.text, part.kind) for part in best.parts]
    assert said == [
        ("匿名", "anonymous", "gloss"),
        ("流動", "fluid", "gloss"),
        ("型", None, ""),
        ("犯罪", "crime", "gloss"),
        ("ｸﾞﾙｰﾌﾟ", "groups", "gloss"),
    ]
    assert [part["en"] is None for part in best.to_dict()["parts"]] == [False, False, True, False, False]
    for c in trace.candidates:
        assert all(trace.ja[p.ja.start : p.ja.end] == p.ja.text for p in c.parts)
        assert all(trace.en[p.en.start : p.en.end] == p.en.text for p in c.parts if p.en)
    assert re.search(r"\n      parts: 匿名 \[\d+:\d+] ↔ anonymous .*, 型 \[\d+:\d+] not rendered, 犯罪 ", str(trace))


def test_a_term_that_was_compared_as_a_whole_has_no_parts() -> None:
    trace = ALIGNER.trace(["桜島"], "Sakurajima erupted.")
    assert [(c.en.text, c.parts) for c in trace.candidates if c.linked] == [("Sakurajima", ())]
    assert "parts:" not in str(trace)


@given(st.text(max_size=12) | st.lists(st.text(max_size=6), max_size=3), st.text(max_size=30) | st.just(EN))
def test_any_text(ja: str | list[str], en: str) -> None:
    for c in ALIGNER.trace(ja, en).candidates:
        assert c.en.text == en[c.en.start : c.en.end]
        for part in c.parts:
            assert c.ja.start <= part.ja.start < part.ja.end <= c.ja.end
            assert part.en is None or part.en.text == en[part.en.start : part.en.end]


def test_texts_are_texts() -> None:
    with pytest.raises(TypeError):
        ALIGNER.trace(JA, b"police")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ALIGNER.trace([1], EN)  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("trace", "missed"),
    [
        (ALIGNER.trace(["特殊詐欺", "冷蔵庫"], EN), ["冷蔵庫"]),
        (ALIGNER.trace(["特殊詐欺"], EN), []),
        (ALIGNER.trace("冷蔵庫が特殊詐欺だ。", "Special fraud it is."), ["冷蔵庫"]),
        (ALIGNER.trace("特殊詐欺だ。", "Special fraud it is."), []),
        (ALIGNER.trace(["特殊詐欺", "冷蔵庫"], "").only("冷蔵庫"), ["冷蔵庫"]),
        (ALIGNER.trace([f"{n}番" for n in range(1001)], EN), []),  # too long to say it of each
    ],
)
def test_terms_without_a_candidate(trace: Trace, missed: list[str]) -> None:
    assert [each.ja.text for each in trace.unfound] == missed
    assert all(
        f"{each.ja.text} [{each.ja.start}:{each.ja.end}]\n  no candidate" in str(trace) for each in trace.unfound
    )
    assert all(trace.ja[each.ja.start : each.ja.end] == each.ja.text for each in trace.unfound)


def test_a_term_of_a_long_list_that_was_not_examined_is_said() -> None:
    term, en = "手製銃", "He fired a homemade gun."
    assert "homemade gun" in [c.en.text for c in ALIGNER.trace([term, *TOWNS[:20]], en).of(term)]
    trace = ALIGNER.trace([term, *TOWNS], en)
    (missed,) = [each for each in trace.unfound if each.ja.text == term]
    assert not missed.examined
    assert "not examined, because the list is long" in str(trace.only(term))


@pytest.mark.parametrize(
    ("trace", "term", "said"),
    [
        (WASHER, "8万円", "no candidate: the English has no quantity that may render 80 000 JPY"),
        (WASHER, "ドラム式洗濯機", "洗濯機 [6:9], not as a whole, unless the term is picked"),
        (WASHER, "速く", "not looked for: it is not a noun"),
        (WASHER, "この", "not looked for: it is not a noun"),
        (ALIGNER.trace("社長が笑った。", ""), "笑った", "not looked for: its passage has no translation"),
        (
            ALIGNER.trace("社長が笑った。", "The president laughed."),
            "laughed",
            "nothing that was looked for is like it",
        ),
        (ALIGNER.trace("会議は3月5日に開く。", "The meeting opens."), "3月5日", "no quantity that may render March 5"),
        (ALIGNER.trace("3台を500円で売る。", "They sell it."), "500円", "no quantity that may render 500 JPY"),
        (ALIGNER.trace(["500円"], "He paid 300 yen."), "500円", "no quantity that may render 500 JPY"),
    ],
)
def test_why_a_term_has_no_candidate(trace: Trace, term: str, said: str) -> None:
    assert said in str(trace.only(term))
    assert not trace.of(term)


@pytest.mark.parametrize(
    ("trace", "term"),
    [
        (WASHER, "洗濯機"),
        (WASHER, ""),
        (ALIGNER.trace("500円を払った。", "He paid 500 yen."), "500円"),
        (ALIGNER.trace([f"{n}番" for n in range(1001)], EN), "1番"),
    ],
)
def test_nothing_is_said_of_a_term_with_candidates_or_of_a_long_list(trace: Trace, term: str) -> None:
    found = str(trace.only(term))
    assert "not looked for" not in found
    assert "no candidate" not in found
    assert "as a whole, unless" not in found


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("冷蔵庫", "the English has nothing like the reading reizoko or the renderings refrigerator · fridge"),
        ("海紙", "no rendering is known, only of its parts: 海 (sea · ocean"),
        ("ZZQ", "no reading is known; no rendering is known"),
    ],
)
def test_what_was_looked_for(term: str, said: str) -> None:
    others = [f"{n}匹" for n in range(20)]
    (missed,) = ALIGNER.trace([term, *others], "Hm.").only(term).unfound
    assert said in str(missed)
    json.dumps(missed.to_dict())


@pytest.mark.parametrize(
    ("ja", "en", "term", "dividing"),
    [
        ("お詫びに虹の雫を配布した。", "We sent Rainbow Drops to apologize.", "虹の雫", "の"),
        ("虹の雫と虹の雫。", "Rainbow Drops and Rainbow Drops.", "虹の雫", "の"),
        ("HIV/エイズの新患が増えた。", "More new cases of HIV/Aids.", "HIV/エイズ", "/"),
        ("政府の記録と虹の雫。", "The record of the government, and Rainbow Drops.", "政府の記録と虹の雫", "の and と"),
        ("このドラム式洗濯機は速く乾く。", "This front-loading washer dries fast.", "ドラム式洗濯機", ""),  # one run
        ("稟議書を部長に提出した。", "He submitted the circular to the department head.", "稟議書", ""),
        ("お詫びに虹の雫を配布した。", "We sent Rainbow Drops to apologize.", "虹", ""),
    ],
)
def test_what_divides_a_term(ja: str, en: str, term: str, dividing: str) -> None:
    said = str(ALIGNER.trace(ja, en).only(term))
    assert said.partition("unless the term is picked: it is divided by ")[2] == dividing
    assert ("divided by" in said) == bool(dividing)


def test_a_term_of_which_only_a_part_is_looked_for_has_the_candidates_of_the_part() -> None:
    whole = Aligner().trace("今年は記録的な大雨が降った。", "This year saw record rainfall.")
    part = whole.only("記録的")
    assert [span.text for span in part.narrower] == ["記録"]
    assert [c.en.text for c in part.candidates] == [c.en.text for c in whole.of("記録")] == ["record"]
    assert whole.only("大雨").narrower == ()


@pytest.mark.parametrize(
    ("ja", "en", "most"),
    [
        pytest.param("API " * 300, "API " * 300, 12 * 300, id="translation"),
        pytest.param(["東京"], "Tokyo Kyoto " * 300, 72, id="list"),
    ],
)
def test_a_text_that_repeats_itself_has_only_its_likeliest_candidates(ja: str | list[str], en: str, most: int) -> None:
    trace = ALIGNER.trace(ja, en)
    links = {(c.ja, c.en) for c in trace.candidates if c.linked}
    assert links
    assert links == {(link.ja, link.en) for link in ALIGNER.align(ja, en)}
    assert len(trace.candidates) <= len(links) + most
    assert trace.left_out > 1_000
    assert f"left out: {trace.left_out:,} candidates" in str(trace)


@pytest.mark.parametrize("trace", traces(), ids=SORTS)
def test_an_ordinary_trace_leaves_nothing_out(trace: Trace) -> None:
    assert trace.left_out == 0
    assert "left out" not in str(trace)
