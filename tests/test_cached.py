"""`termalign.cached`: what is kept, when it goes, and that it goes on being right."""

import pickle
from collections.abc import Callable
from functools import _lru_cache_wrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.cached import cached, forget


def counted(most: int) -> tuple["_lru_cache_wrapper[int]", list[int]]:
    """A cached function and what it was asked in earnest."""
    asked: list[int] = []

    @cached(most)
    def double(n: int) -> int:
        asked.append(n)
        return 2 * n

    return double, asked


def test_an_answer_is_worked_out_once() -> None:
    double, asked = counted(10)
    assert [double(n) for n in (1, 2, 1, 2, 1)] == [2, 4, 2, 4, 2]
    assert asked == [1, 2]


@given(st.integers(1, 5), st.lists(st.integers(0, 9)))
def test_never_more_than_so_many_and_always_right(most: int, numbers: list[int]) -> None:
    double, _ = counted(most)
    for n in numbers:
        assert double(n) == 2 * n
        assert double.cache_info().currsize <= most


def test_forgotten_at_once() -> None:
    double, asked = counted(10)
    double(1)
    forget()
    assert double.cache_info().currsize == 0
    assert double(1) == 2
    assert asked == [1, 1]


def test_after_forgetting_as_many_are_kept_as_before() -> None:
    double, _ = counted(3)
    for _ in range(2):
        for n in range(3):
            double(n)
        assert double.cache_info().currsize == 3
        forget()


def test_an_error_is_not_kept() -> None:
    @cached(2)
    def failing(n: int) -> int:
        raise ValueError(n)

    for _ in range(2):
        with pytest.raises(ValueError, match="7"):
            failing(7)
    assert failing.cache_info().currsize == 0


@cached(2)
def shouted(word: str) -> str:
    """A word in capitals."""
    return word.upper()


def test_still_the_function_that_it_was() -> None:
    found: Callable[[str], str] = pickle.loads(pickle.dumps(shouted))
    assert found is shouted
    assert (shouted.__name__, shouted.__doc__) == ("shouted", "A word in capitals.")
