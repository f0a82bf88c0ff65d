"""One term in many spellings, and words that are none of each other's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import Aligner, Glossary
from termalign.lexicon.folding import all_folded, folded
from termalign.termbase import same_term, spelling_key

CASES = rows("spellings.tsv")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['one']} {case['other']}" for case in CASES])
def test_spellings_of_one_term(case: dict[str, str]) -> None:
    same = case["same"] == "yes"
    assert same_term(case["one"], case["other"]) == same_term(case["other"], case["one"]) == same


def test_a_glossary_has_a_term_in_whatever_spelling() -> None:
    found = [case["same"] for case in CASES if case["other"] in Glossary.of({case["one"]: "x"})]
    assert "no" not in found
    assert len(found) >= 0.95 * sum(case["same"] == "yes" for case in CASES)


def test_spellings_have_a_key_in_common() -> None:
    same = [case for case in CASES if case["same"] == "yes"]
    apart = [case for case in CASES if case["same"] == "no"]
    met = sum(spelling_key(case["one"]) == spelling_key(case["other"]) for case in same)
    assert met >= 0.95 * len(same)
    assert [case for case in apart if spelling_key(case["one"]) == spelling_key(case["other"])] == []


TEXT = st.text(st.sampled_from("サーバーねじ引っ越し業者佐々木三か月ヶヴァ々ー・ 　ﾊﾞ１a\x00\ud800𠮷"), max_size=8)


@given(TEXT)
def test_a_string_is_its_own_spelling(text: str) -> None:
    assert same_term(text, text)
    assert spelling_key(text) == spelling_key(text)


@given(st.lists(TEXT.filter(lambda text: "\n" not in text), max_size=6))
def test_many_are_folded_as_each_is(texts: list[str]) -> None:
    assert all_folded(texts) == [folded(text) for text in texts] or not texts


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\ufe0f", "\ufeff", "\u2060"])
@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_term_with_a_character_that_nobody_sees(hidden: str, at: int) -> None:
    term = "サーバー"[:at] + hidden + "サーバー"[at:]
    glossary = Glossary.of({term: "box"})
    assert term in glossary
    assert "サーバー" in glossary
    assert "サーバ室" not in glossary
    assert [one.entry.ja for one in glossary.find(f"{term}が落ち、サーバーも落ちた。")] == [term, term]
    [link] = Aligner(glossary=glossary).align(f"{term}が落ちた。", "The box fell.").links[:1]
    assert (link.kind, link.en.text) == ("glossary", "box")


@pytest.mark.parametrize("term", ["引っ\n越し", "引っ\u2028越し", "-0する", "user\nname"])
def test_a_glossary_has_each_of_its_terms(term: str) -> None:
    assert Glossary.of({term: "x"})[term].ja == term


@pytest.mark.parametrize("other", ["-1する", "引っ\n込み", "越し", ""])
def test_a_glossary_has_no_other_terms(other: str) -> None:
    assert other not in Glossary.of({"-0する": "x", "引っ\n越し": "y"})
