"""Organisations by their official names: legal forms, letters, and what must never raise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_cases import LEXICON, known_term, term_of

from termalign.english import EnglishText
from termalign.kinds.match import Match
from termalign.kinds.organisation import chance, match, names_organisation
from termalign.names.english_side import cut
from termalign.names.japanese_side import common_nouns
from termalign.names.legal_form import core_span, is_form
from termalign.names.letters_in_katakana import spells_out
from termalign.target.target import Target


def matches(ja: str, en: str) -> list[tuple[float, str, Match]]:
    """Best first: value, English, the match."""
    term = known_term(ja)
    english = EnglishText(en)
    found = list(match(term, Target(english, LEXICON))) if names_organisation(term) else []
    return sorted(((m.strength * m.coverage, english.phrase(m.i, m.j), m) for m in found), key=lambda x: -x[0])


def test_legal_form_decides_nothing() -> None:
    forms = ["Co., Ltd.", "Inc.", "Corporation", "K.K.", "Company, Limited", "Ltd"]
    values = {matches("株式会社山王", f"SANNO {form}")[0][0] for form in forms}
    assert max(values) - min(values) < 0.02


def test_longer_agreement_is_surer_without_ties() -> None:
    values = [matches("トヨタ自動車株式会社", f"{en} Corporation")[0][0] for en in ("Toyota Motor", "Toyota", "Motor")]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)


@pytest.mark.parametrize(
    ("ja", "en", "is_found"),
    [
        ("九州電力", "Kyushu Electric Power Co.", True),
        ("九州電力", "Kyushu Railway Co.", False),
        ("住友林業", "Sumitomo Forestry Co.", True),
        ("住友林業", "Sumitomo Chemical Co.", False),
        ("東芝テック", "Toshiba Tec Corp.", True),
        ("東芝テック", "Toshiba Corp.", False),
        ("山王ホールディングス", "Sanno Holdings Co.", True),
        ("山王ホールディングス", "Seven & i Holdings Co.", False),
        ("大阪鉄道", "Osaka Gas Co. and Kyushu Railway Co.", False),
    ],
)
def test_companies_of_a_group(ja: str, en: str, is_found: bool) -> None:
    assert bool(matches(ja, f"Shares of {en} rose.")) == is_found


def test_name_that_leaves_nothing_over_says_so() -> None:
    assert matches("栗田工業株式会社", "Kurita Industries Ltd.")[0][2].rule == ""
    assert matches("栗田工業株式会社", "Kurita Water Industries Ltd.")[0][2].rule == "part"


def test_short_mention_is_worth_less_than_the_whole_name() -> None:
    whole = matches("栗田工業株式会社", "It was Kurita Water Industries that won.")[0]
    short = matches("栗田工業株式会社", "It was Kurita that won the order.")[0]
    assert (whole[1], short[1]) == ("Kurita Water Industries", "Kurita")
    assert whole[0] > short[0] > 0


def test_parts_say_which_word_renders_which_piece() -> None:
    ja, en = "株式会社横浜銀行", "The Bank of Yokohama, Ltd."
    english = EnglishText(en)
    parts = {ja[p.start : p.end]: english.phrase(p.i, p.j) for p in matches(ja, en)[0][2].parts}
    assert parts == {"横浜": "Yokohama", "銀行": "Bank"}


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("株式会社山王", "山王"),
        ("山王株式会社", "山王"),
        ("(株)山王", "山王"),
        ("株式会社 山王", "山王"),
        ("一般社団法人日本音楽著作権協会", "日本音楽著作権協会"),
        ("国立大学法人東京大学", "東京大学"),
        ("医療法人社団誠馨会", "誠馨会"),
        ("株式会社", "株式会社"),
        ("山王", "山王"),
        ("", ""),
    ],
)
def test_core_is_the_name_without_its_legal_form(name: str, core: str) -> None:
    start, end = core_span(name)
    assert name[start:end] == core


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Ltd", True),
        ("LTD.", True),
        ("K.K.", True),
        ("Kaisha", True),
        ("Holdings", False),
        ("Group", False),
        ("", False),
    ],
)
def test_legal_forms_of_english(word: str, form: bool) -> None:
    assert is_form(word) is form


@pytest.mark.parametrize(
    ("kana", "letters", "right"),
    [
        ("ディーブイエックス", "dvx", True),
        ("エーイー", "ae", True),
        ("エムアンドエー", "m&a", True),
        ("エイチエスビーシー", "hsbc", True),
        ("シイエム・シイ", "cmc", True),
        ("アイビーエム", "ibn", False),
        ("ソニー", "s", False),
        ("", "a", False),
        ("エー", "", False),
    ],
)
def test_letters_spelled_in_katakana(kana: str, letters: str, right: bool) -> None:
    assert spells_out(kana, letters) is right


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("EBARAFoodsIndustry", ["EBARA", "Foods", "Industry"]),
        ("ShinMaywa", ["Shin", "Maywa"]),
        ("TOSNETCORPORATION", ["TOSNET", "CORPORATION"]),
        ("CHUKYOIYAKUHIN", ["CHUKYOIYAKUHIN"]),
        ("Kurita", ["Kurita"]),
        ("enish", ["enish"]),
    ],
)
def test_words_run_together_are_cut_at_capitals(word: str, pieces: list[str]) -> None:
    assert cut(word) == pieces


@pytest.mark.parametrize("term", ["化学工業", "情報システム", "警察官", "会社", "株", "大学"])
def test_ordinary_words_name_no_organisation(term: str) -> None:
    assert not names_organisation(known_term(term))


def test_common_nouns_have_no_double() -> None:
    nouns = common_nouns()
    assert all(len(set(phrases)) == len(phrases) for phrases in nouns.values())
    assert "ホールディングス" in nouns
    assert "株式会社" not in nouns


@given(st.floats(-20, 20), st.floats(0.01, 10))
def test_chance_rises_strictly_between_0_and_1(value: float, more: float) -> None:
    assert 0 < chance(value) < chance(value + more) < 1


@given(
    st.text(alphabet="株式会社山王㈱()（有）日本エムディ・ー工業ＷＡ&の銀行大学\x00\ud800 ", min_size=1, max_size=14),
    st.text(alphabet="SANOco.,Ltd &-of\nĀ\u0301é銀9", max_size=60),
)
def test_any_name_and_any_text_give_spans_inside_the_text(ja: str, en: str) -> None:
    term = term_of(ja)
    if term is None:
        return
    english = EnglishText(en)
    if names_organisation(term):
        for m in match(term, Target(english, LEXICON)):
            assert 0 <= m.i < m.j <= len(english)
            assert 0 < m.strength <= 1
            assert 0 <= m.coverage <= 1
            assert all(0 <= p.start < p.end <= len(term.surface) and m.i <= p.i < p.j <= m.j for p in m.parts)
