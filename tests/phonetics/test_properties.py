"""What holds for any strings."""

import math

from hypothesis import given
from hypothesis import strategies as st

from termalign.phonetics import (
    clip_similarity,
    kana_skeleton,
    latin_skeleton,
    log_odds,
    sentences,
    similarity,
    spans_within,
)
from termalign.phonetics.comparison import probability
from termalign.phonetics.sounds import bare_letters, framed_letters, kana_units

# Anything at all (NUL, lone surrogates, marks, emoji), and mostly what the functions are for.
KANA = st.one_of(st.text(max_size=12), st.text("アイウカキグタンーッャュョァィヴ・＝ｱｶﾞかな", max_size=12))
LATIN = st.one_of(st.text(max_size=16), st.text("abceghknorstuxyzéłß -'&.ABC", max_size=16))
WORDS = st.lists(LATIN, max_size=6)


@given(KANA, LATIN)
def test_a_score_is_strictly_between_nought_and_one(kana: str, latin: str) -> None:
    assert 0 < similarity(kana, latin) < 1


@given(st.floats(-99, 200), st.floats(-99, 200))
def test_the_score_rises_with_the_odds(one: float, other: float) -> None:
    if one + 1e-6 < other:
        assert probability(one) < probability(other)


@given(KANA, WORDS)
def test_spans_are_runs_of_words(kana: str, words: list[str]) -> None:
    spans = spans_within(kana, sentences(tuple(words)), 3, 0.0)
    assert [span.score for span in spans] == sorted((span.score for span in spans), reverse=True)
    assert len({span[:2] for span in spans}) == len(spans)
    for start, end, score in spans:
        assert 0 <= start < end <= min(start + 3, len(words))
        assert 0 < score < 1


@given(KANA, WORDS, st.sets(st.integers(0, 8)))
def test_inner_words_are_at_no_end(kana: str, words: list[str], inner: set[int]) -> None:
    within = sentences(tuple(words))
    spans = spans_within(kana, within, 5, 0.0)
    kept = [span for span in spans if span.start not in inner and span.end - 1 not in inner]
    assert spans_within(kana, within, 5, 0.0, inner=inner) == kept


@given(KANA, WORDS)
def test_a_span_scores_what_its_words_score(kana: str, words: list[str]) -> None:
    """Finding is the same model as comparing, but for what it gives up early and for capitals spelled in other mixtures."""
    for start, end, score in spans_within(kana, sentences(tuple(words)), 5, 0.01):
        text = " ".join(words[start:end])
        if not any(char.isupper() for char in text):
            assert math.isclose(score, similarity(kana, text), rel_tol=1e-3)


@given(KANA, WORDS)
def test_clips_never_fail(kana: str, words: list[str]) -> None:
    assert 0 < clip_similarity(kana, words) < 1


@given(KANA)
def test_units_are_the_kana_again(kana: str) -> None:
    units = kana_units(kana)
    assert kana_units("".join(units)) == units
    assert len(kana_skeleton(kana)) <= len(units)


@given(LATIN)
def test_frames(latin: str) -> None:
    letters = framed_letters(latin)
    assert framed_letters(letters.strip("_").replace("_", " ")) == letters
    assert len(bare_letters(letters)) == len(letters)
    assert len(latin_skeleton(latin)) <= len(letters)
    assert letters == "" or (letters[0] == letters[-1] == "_" and "__" not in letters)


@given(KANA, LATIN)
def test_case_and_width_do_not_matter(kana: str, latin: str) -> None:
    small = latin.lower()
    assert log_odds(kana, small) == log_odds(kana, small.title().lower())
