"""The length of a list against weak evidence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Aligner, TermList
from termalign.english import EnglishText
from termalign.evidence.match import Match
from termalign.evidence.term import written_in_katakana
from termalign.termlist.base_rate import BaseRate, as_likely, explaining, raised

ENGLISH = EnglishText("The lead singer Ariana Leads the way; lead is grey.")
SCORES = st.floats(0.01, 0.99)


def lowered(size: int, kind: str, i: int, j: int, rule: str = "", parts: int = 0) -> float:
    match = Match(i, j, kind, 0.9, 1.0, ("リード", "lead"), (None,) * parts, rule)  # type: ignore[arg-type]
    return BaseRate(size).lowered(0.8, [match], ENGLISH, i, j, "先導")


@pytest.mark.parametrize("size", [0, 1, 999, 1_000])
def test_short_lists_lose_nothing(size: int) -> None:
    assert lowered(size, "loanword", 1, 2) == 0.8


def test_the_longer_the_list_the_less_sound_says() -> None:
    scores = [lowered(size, "loanword", 3, 4) for size in (1_000, 5_000, 40_000, 100_000)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


def test_a_word_of_english_is_less_of_a_name() -> None:
    assert lowered(40_000, "loanword", 1, 2) < lowered(40_000, "loanword", 4, 5)


def test_a_lone_function_word_loses_most() -> None:
    assert lowered(40_000, "gloss", 0, 1) < lowered(40_000, "gloss", 1, 2) < 0.8


@pytest.mark.parametrize(
    ("kind", "i", "j", "parts"), [("glossary", 1, 2, 0), ("gloss", 1, 3, 0), ("composed", 1, 3, 2)]
)
def test_what_few_terms_have_in_common_loses_nothing(kind: str, i: int, j: int, parts: int) -> None:
    assert lowered(100_000, kind, i, j, parts=parts) == 0.8


def test_a_claim_loses_no_more_than_its_surest_evidence() -> None:
    matches = [Match(1, 2, kind, 0.9, 1.0, ("リード", "lead")) for kind in ("loanword", "verbatim")]
    assert BaseRate(100_000).lowered(0.8, matches, ENGLISH, 1, 2, "先導") == 0.8


@given(SCORES, st.floats(0.0, 5.0))
def test_the_raised_threshold_is_met_by_what_is_lowered_to_it(threshold: float, loss: float) -> None:
    needed = raised(threshold, loss)
    odds = needed / (1.0 - needed) / (2.718281828459045**loss)
    assert odds / (1.0 + odds) == pytest.approx(threshold)


def test_a_long_list_has_fewer_chance_links(tmp_path: Path) -> None:
    """The same names, in a list of their own and among four thousand others."""
    names = ["アリアナ", "ディベット", "アパート", "ケリー"]
    filled = [*names, *(f"{k}番" for k in range(4_000))]
    aligner = Aligner()
    text = "The singers Ariana and Kelly appeared for a debate."
    few = {(x.ja.text, x.en.text) for x in aligner.align(names, text)}
    long = aligner.align(filled, text)
    many = {(x.ja.text, x.en.text) for x in long if x.ja.text in names}
    assert {("アリアナ", "Ariana"), ("ケリー", "Kelly")} <= many
    assert many < few
    prepared = aligner.prepare(filled)
    prepared.save(tmp_path / "terms.tlist")
    loaded = TermList.load(tmp_path / "terms.tlist")
    assert aligner.align(loaded, text).links == aligner.align(prepared, text).links == long.links


def test_what_another_term_explains_much_better() -> None:
    assert as_likely(0.97) > 0.9
    assert as_likely(0.5) < 0.5


@given(SCORES)
def test_what_is_explained_is_no_rival(weak: float) -> None:
    assert as_likely(explaining(weak)) == pytest.approx(weak)


@pytest.mark.parametrize(
    ("surface", "is_so"), [("カレ", True), ("カレー・ルウ", True), ("彼", False), ("カレ氏", False)]
)
def test_katakana(surface: str, is_so: bool) -> None:
    assert written_in_katakana(surface) is is_so
