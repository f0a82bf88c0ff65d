"""When a span or a link counts as right, on made-up text whose answers were counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.spans import Pairing, bare, closeness, exact, overlap, right_spans

EN = "He met the Shogun (general) at a castle."


def at(phrase: str) -> tuple[int, int]:
    start = EN.index(phrase)
    return start, start + len(phrase)


@pytest.mark.parametrize(
    ("span", "without"),
    [("the Shogun", "Shogun"), ("a castle", "castle"), ("Shogun", "Shogun"), ("the ", "the "), ("at", "at")],
)
def test_a_leading_article_does_not_count(span: str, without: str) -> None:
    assert EN[slice(*bare(EN, at(span)))] == without


def test_of_romaji_with_a_gloss_the_romaji_alone_is_right_too() -> None:
    assert right_spans(EN, [at("the Shogun (general)")]) == [at("Shogun (general)"), at("Shogun")]
    assert right_spans(EN, [at("(general)")]) == [at("(general)")]  # nothing before the bracket


@pytest.mark.parametrize(
    ("one", "other", "f1"),
    [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 0.5), ((0, 2), (0, 6), 0.5), ((0, 4), (4, 8), 0.0), ((5, 9), (0, 3), 0.0)],
)
def test_overlap_is_the_f1_of_the_characters(one: tuple[int, int], other: tuple[int, int], f1: float) -> None:
    assert overlap(one, other) == overlap(other, one) == pytest.approx(f1)


def test_closeness_is_that_of_the_nearest_right_span() -> None:
    right = right_spans(EN, [at("the Shogun (general)"), at("castle")])
    assert exact(closeness(EN, at("the Shogun"), right))
    assert exact(closeness(EN, at("a castle"), right))
    assert closeness(EN, at("(general)"), right) == pytest.approx(2 * 9 / (9 + 16))
    assert closeness(EN, at("met"), right) == 0.0
    assert closeness(EN, at("met"), []) == 0.0


def test_strict_needs_both_spans_and_loose_a_part_of_each() -> None:
    known = Pairing(EN, [((0, 2), at("the Shogun")), ((5, 6), at("castle"))])
    assert known.strict((0, 2), at("Shogun"))
    assert not known.strict((0, 1), at("Shogun"))
    assert known.loose((1, 4), at("Shogun (general)"))  # 2·6 / (6 + 16) of the characters
    assert not known.loose((1, 4), at("met the Shogun (general)"))  # 2·6 / (6 + 24)
    assert not known.loose((2, 4), at("Shogun"))
    assert not known.strict((0, 2), at("castle"))


def test_a_known_link_is_found_once_however_often_it_is_said() -> None:
    known = Pairing(EN, [((0, 2), at("the Shogun")), ((5, 6), at("castle"))])
    assert known.found([((0, 2), at("Shogun")), ((0, 1), at("Shogun")), ((1, 2), at("Shogun"))]) == (1, 1)
    assert known.found([((0, 1), at("Shogun"))]) == (0, 1)
    assert known.found([]) == (0, 0)


spans = st.tuples(st.integers(0, 20), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(spans, spans)
def test_only_equal_spans_are_exact(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert 0.0 <= overlap(one, other) <= 1.0
    assert exact(overlap(one, other)) == (one == other)
