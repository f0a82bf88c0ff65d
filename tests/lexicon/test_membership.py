"""Bits that tell what a table surely does not hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Lexicon
from termalign.lexicon.membership import Membership, packed


@given(st.sets(st.text(st.characters(exclude_categories=["Cs"]))))
def test_never_wrong_about_what_is_held(headwords: set[str]) -> None:
    known = Membership(packed(headwords))
    assert all(map(known.may_hold, headwords))


def test_seldom_wrong_about_what_is_not() -> None:
    known = Membership(packed(str(k) for k in range(10_000)))
    assert sum(known.may_hold(f"{k}番") for k in range(10_000)) < 1_000


def test_nothing_is_held_by_nothing_and_a_lone_surrogate_by_none() -> None:
    assert not Membership(packed([])).may_hold("警察庁")
    assert not Membership(packed(["警察庁"])).may_hold("\ud800")


@pytest.mark.parametrize(("full", "clip"), [("就職活動", "就活"), ("結婚活動", "婚活"), ("経済産業省", "経産省")])
def test_what_a_clip_is_short_for_may_be_clipped(full: str, clip: str) -> None:
    lexicon = Lexicon.default()
    assert full in {each for word in lexicon.words(clip) for each in word.clip_of}
    assert lexicon.may_be_clipped(full)
    assert not lexicon.may_be_clipped(clip)
