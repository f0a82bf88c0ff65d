"""Codes of meaning: the table, and the vote of several codes bit by bit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.english import lexeme
from termalign.meaning.embedding import BITS, code, combined, likeness

CODES = st.integers(0, (1 << BITS) - 1)
WEIGHTED = st.lists(st.tuples(CODES, st.sampled_from([1, 2, 4])), min_size=1, max_size=12)


@given(WEIGHTED)
def test_combined_is_the_majority_of_each_bit(weighted: list[tuple[int, int]]) -> None:
    total = sum(weight for _, weight in weighted)
    votes = [sum(weight for bits, weight in weighted if bits >> k & 1) for k in range(BITS)]
    assert combined(weighted) == sum(1 << k for k, votes_of_bit in enumerate(votes) if 2 * votes_of_bit > total)


def test_combined_of_nothing() -> None:
    assert combined([]) is None


@given(CODES, CODES)
def test_likeness_is_symmetric_and_bounded(one: int, other: int) -> None:
    assert -1.0 <= likeness(one, other) == likeness(other, one) <= 1.0
    assert likeness(one, one) == 1.0


@pytest.mark.parametrize(
    ("word", "liker", "than"),
    [
        ("revoke", "cancel", "mountain"),
        ("dwell", "reside", "tax"),
        ("illness", "disease", "bridge"),
        ("merchant", "trader", "violin"),
        ("anxiety", "worry", "train"),
    ],
)
def test_words_of_like_meaning_share_more_bits(word: str, liker: str, than: str) -> None:
    meaning, one, other = [code(lexeme(each).stem) for each in (word, liker, than)]
    assert meaning is not None
    assert one is not None
    assert other is not None
    assert likeness(meaning, one) > 0.4 > likeness(meaning, other)


def test_unknown_stems_have_no_meaning() -> None:
    assert code("zzyzx") is None
