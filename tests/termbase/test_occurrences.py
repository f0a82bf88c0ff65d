"""The terms of a glossary in a text: where they stand, and where they only seem to."""

import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import Aligner, Glossary, Lexicon, select
from termalign.termbase import GlossaryEntry, find_english

CASES = rows("occurrences.tsv")


def written(cell: str) -> str:
    return cell.replace("\\n", "\n").replace("\\u3099", "\u3099")


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_occurrences(case: dict[str, str]) -> None:
    text = written(case["text"])
    found = Glossary.of(dict.fromkeys(case["terms"].split("|"), "X")).find(text)  # X may be a name
    assert [occurrence.text for occurrence in found] == [piece for piece in written(case["found"]).split("|") if piece]
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("term", "text", "variant"),
    [
        ("サーバー", "サーバー", False),
        ("サーバー", "サーバ", True),
        ("サーバー", "ｻｰﾊﾞｰ", False),
        ("JavaScript", "ＪａｖａＳｃｒｉｐｔ", False),
        ("申し込む", "申し込んだ", False),
        ("申し込む", "申込んだ", True),
        ("引っ越し", "引越", True),
        ("国会", "國會", True),
    ],
)
def test_what_is_another_spelling(term: str, text: str, variant: bool) -> None:
    (found,) = Glossary.of({term: "x"}).find(text)
    assert found.variant == variant


def test_what_is_written_as_the_glossary_has_it_goes_first() -> None:
    glossary = Glossary.of({"サーバー": "server", "サーバ": "host"})
    assert [found.entry.en for found in glossary.find("サーバとサーバー")] == [("host",), ("server",)]
    assert [found.variant for found in glossary.find("サーバとサーバー")] == [False, False]


@pytest.mark.parametrize(
    ("term", "rendering", "text", "found"),
    [
        ("石垣", "stone wall", "石垣島の写真", False),
        ("石垣", "stone wall", "石垣市の石垣島", False),
        ("石垣", "stone wall", "城の石垣が残る", True),
        ("石垣", "stone wall", "石垣修理の記録", True),
        ("石垣", "Ishigaki", "石垣島の写真", True),
        ("琵琶", "biwa", "琵琶湖を渡る", False),
        ("琵琶", "biwa", "琵琶奏者が弾く", True),
        ("清水", "spring water", "清水寺に参る", False),
        ("清水", "Kiyomizu", "清水寺に参る", True),
        ("清水", "spring water", "清水を汲む", True),
        ("観音", "Kannon", "観音寺に参る", True),
        ("大学", "university", "東京大学に入る", True),
        ("大統領", "president", "トランプ大統領が語る", True),
    ],
)
def test_a_common_noun_is_not_found_in_a_name(term: str, rendering: str, text: str, found: bool) -> None:
    assert bool(Glossary.of({term: rendering}).find(text)) == found
    spans = {span.text for span in Aligner(glossary={term: rendering}).align(text, "It is far away.").unaligned}
    assert (term in spans) == found


@pytest.mark.parametrize("case", [case for case in rows("spellings.tsv") if case["same"] == "yes"], ids=str)
def test_a_listed_spelling_is_found_as_itself_beside_others(case: dict[str, str]) -> None:
    listed = [case["one"], case["other"]]
    for glossary in (Glossary.of(dict.fromkeys(order, "x")) for order in (listed, listed[::-1])):
        for text in listed:
            assert [(found.text, found.variant) for found in glossary.find(text)] == [(text, False)]


@pytest.mark.parametrize(
    ("terms", "text", "entry"),
    [
        ("罹災証明書 り災証明書", "り災証明書を出す", "り災証明書"),
        ("り災証明書 罹災証明書", "罹災証明書を出す", "罹災証明書"),
        ("神輿 御神輿 お神輿", "お神輿を担ぐ", "お神輿"),
        ("申し込む 申込む", "申込んだ", "申込む"),
        ("申込む 申し込む 申し込み", "申し込みます", "申し込む"),
        ("罹災 罹災証明書", "り災証明書を出す", "罹災証明書"),
    ],
)
def test_which_of_several_spellings_is_found(terms: str, text: str, entry: str) -> None:
    (found,) = Glossary.of(dict.fromkeys(terms.split(), "x")).find(text)
    assert found.entry.ja == entry


def test_entries_of_one_term_are_one_where_it_stands() -> None:
    entries = (
        GlossaryEntry("桜", ("cherry",), forbidden=("sakura",), concept="a"),
        GlossaryEntry("桜", ("decoy", "sakura"), concept="b"),
    )
    (found,) = Glossary(entries).find("桜が咲いた")
    assert (found.entry.en, found.entry.forbidden) == (("cherry", "decoy", "sakura"), ())


def test_a_container() -> None:
    glossary = Glossary.of({"サーバー": "server", "詐欺": ["fraud", "scam"]})
    assert len(glossary) == 2
    assert ("サーバ" in glossary, "バー" in glossary, 7 in glossary) == (True, False, False)
    assert glossary["詐欺"].en == ("fraud", "scam")
    assert [entry.ja for entry in glossary] == ["サーバー", "詐欺"]
    with pytest.raises(KeyError, match="匿流"):
        glossary["匿流"]
    copy = pickle.loads(pickle.dumps(glossary))
    assert copy == glossary
    assert [found.text for found in copy.find("詐欺")] == ["詐欺"]


def test_an_empty_container() -> None:
    glossary = Glossary()
    assert (glossary.get("詐欺"), "詐欺" in glossary, list(glossary)) == (None, False, [])
    with pytest.raises(KeyError, match="詐欺"):
        glossary["詐欺"]


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ud800", "\u3099", "・", "ー", "𠮷", "(株)"])
def test_texts_that_have_none(text: str) -> None:
    assert Glossary.of({"詐欺": "fraud"}).find(text) == []
    assert Glossary().find(text) == []


@pytest.mark.parametrize("sign", ["\0", "\ud800"])
def test_a_term_that_the_tagger_cannot_read(sign: str) -> None:
    """The whole term is read aloud where the text has one of its names."""
    glossary = Glossary.of({f"国際{sign}連合（国連）": "United Nations"})
    assert [found.text for found in glossary.find("国連は")] == ["国連"]
    assert f"国際{sign}連合（国連）" in glossary


@pytest.mark.parametrize("words", [500, 2_000])
def test_a_rendering_of_any_length_is_found(words: int) -> None:
    rendering = " ".join(f"server {k}" for k in range(words // 2))
    assert [span.text for span in find_english(rendering, f"The {rendering}, and a server.")] == [rendering]
    assert find_english(rendering, rendering.replace("server 9", "client 9", 1)) == []
    assert Aligner(glossary={"雨": rendering}).align(["雨"], rendering).renderings() == {"雨": [rendering]}


def test_what_is_no_text() -> None:
    with pytest.raises(TypeError, match="text"):
        Glossary.of({"詐欺": "fraud"}).find(b"\xe8")  # type: ignore[arg-type]


TERMS = st.lists(
    st.sampled_from("サーバー|サーバ|引っ越し|引越|詐欺|特殊詐欺|ﾃﾞｰﾀ|國會|三か月|1次元|ねじ|は|ー|A".split("|")),
    max_size=6,
)
TEXTS = st.text(
    st.sampled_from("サーバ引っ越し特殊詐欺ﾃﾞｰﾀ國会三3か月次元ねじ螺子はのをA1-・ \n\u3099\x00𠮷"), max_size=30
)


@given(TERMS, TEXTS)
def test_spans_slice_back_and_keep_apart(terms: list[str], text: str) -> None:
    found = Glossary.of(dict.fromkeys(terms, "x")).find(text)
    assert all(text[each.start : each.end] == each.text != "" for each in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert {each.entry.ja for each in found} <= set(terms)


@given(TERMS, TEXTS)
def test_selection_is_what_is_found(terms: list[str], text: str) -> None:
    glossary = Glossary.of(dict.fromkeys(terms, "x"))
    assert {entry.ja for entry in select(glossary, text)} == {each.entry.ja for each in glossary.find(text)}


@pytest.mark.parametrize(
    ("key", "others"),
    [("引越", {"引っ越し", "引越し", "ひっこし"}), ("サーバ", {"サーバー"}), ("桜島", set()), ("早イ", {"はやい"})],
)
def test_other_writings_of_a_word_in_the_dictionary(key: str, others: set[str]) -> None:
    assert set(Lexicon.default().writings(key)) == others


@pytest.mark.parametrize("entries", [{"障害": "failure"}, "障害", [("障害", "failure")], 5, None])
def test_a_glossary_is_made_of_entries(entries: object) -> None:
    with pytest.raises(TypeError):
        Glossary(entries)  # type: ignore[arg-type]


def test_a_term_has_at_most_128_words() -> None:
    found = [len(list(Glossary.of({"漢" * size: "kanji"}).find("漢" * size))) for size in (100, 200)]
    assert found == [1, 0]


@pytest.mark.parametrize(
    ("budget", "kept"),
    [(100, ["詐欺", "匿流"]), ("2 entries", ["詐欺", "匿流"]), ("1 entry", ["匿流"]), (40, ["匿流"])],
)
def test_what_a_budget_leaves_out(budget: int | str, kept: list[str]) -> None:
    glossary = Glossary.of({"詐欺": "fraud", "匿流": "Tokuryu"})
    assert [entry.ja for entry in glossary.within(budget)] == kept
    assert glossary.to_prompt(budget=budget) == glossary.within(budget).to_prompt()


@pytest.mark.parametrize("budget", [0, 29, "0 entries"])
def test_a_budget_that_no_entry_fits_is_said(budget: int | str) -> None:
    glossary = Glossary.of({"詐欺": "fraud"})
    with pytest.warns(UserWarning, match=f"no entry fits the budget {budget!r}"):
        assert glossary.to_prompt("詐欺だ", budget=budget) == ""
    assert glossary.to_prompt("雨だ", budget=budget) == ""  # no entry occurs, so none is left out


def test_several_texts_are_selected_from_and_prompted_with_alike() -> None:
    glossary = Glossary.of({"詐欺": "fraud", "警察": "police", "サーバー": "server"})
    texts = ["サーバが落ちた。", "警察がサーバーを調べた。"]
    expected = Glossary((glossary["サーバー"], glossary["警察"]))
    assert glossary.select(texts) == glossary.select(iter(texts)) == select(glossary, texts) == expected
    assert glossary.to_prompt(texts) == expected.to_prompt()
    for ask in (glossary.select, glossary.to_prompt):
        with pytest.raises(TypeError, match="text is bytes: decode first"):
            ask(b"x")  # type: ignore[arg-type]


def test_a_very_long_term_is_known_as_written() -> None:
    term = "（" * 600 + "）" * 600
    assert term in Glossary.of({term: "brackets"})
    assert [span.text for span in Aligner().align(term, "the brackets", terms=[term]).unaligned] == [term]
