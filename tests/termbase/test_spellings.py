"""One term in many spellings, and words that are none of each other's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import rows

from termalign import Glossary
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
