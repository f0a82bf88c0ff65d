"""Odds and chances of sounds."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from termalign.phonetics.comparison import least_odds, probability, usual
from termalign.phonetics.sound_alignment import Letters
from termalign.phonetics.sound_weights import begun, weights

WORD = st.text("abcdefghiklmnoprstuwxyzé", min_size=1, max_size=9)


@given(st.floats(1e-6, 1 - 1e-6))
def test_odds_that_have_a_chance_have_it(chance: float) -> None:
    assert probability(least_odds(chance)) == pytest.approx(chance, rel=1e-6)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=4), st.floats(0.1, 9), max_size=6))
def test_spellings_keep_their_odds_beside_their_beginnings(ways: dict[str, float]) -> None:
    found = begun(ways)
    assert {letters: odds for letters, odds in found.items() if odds} == ways
    assert all(letters[:size] in found for letters in found for size in range(1, len(letters)))


@given(WORD, WORD)
def test_chance_makes_at_least_of_a_whole_what_it_makes_of_its_parts(one: str, other: str) -> None:
    """By which the most that is still to come is bounded."""
    assume(set(one + other) <= weights().chunks.keys())
    assert usual(one + other)[-1] >= usual(one)[-1] * usual(other)[-1] * (1 - 1e-9)
    assert len(usual(one)) == len(Letters(one).text) + 1
