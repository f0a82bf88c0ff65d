"""The work for a longer text, which grows with the text and not with its square."""

from collections.abc import Callable

import pytest
from work import calls

from termalign import Aligner, align

Ready = Callable[[], object]


def given(ja: str, en: str, *terms: str) -> Callable[[int], Ready]:
    return lambda n: lambda: align(ja * n, en * n, terms=terms)


def places(ja: str, en: str, start: int, end: int) -> Callable[[int], Ready]:
    size = len(ja)
    return lambda n: lambda: align(ja * n, en * n, terms=[(size * k + start, size * k + end) for k in range(n)])


@pytest.mark.parametrize(
    ("prepare", "few"),
    [
        pytest.param(given("桜島", "Sakurajima ", "島桜"), 20, id="a term that crosses words"),
        pytest.param(given("桜島、", "Sakurajima, ", "桜島"), 20, id="a term that is a word"),
        pytest.param(places("「桜島」", '"Sakurajima" ', 0, 2), 40, id="many places"),
    ],
)
def test_three_times_the_text_takes_about_three_times_the_work(prepare: Callable[[int], Ready], few: int) -> None:
    assert calls(prepare(3 * few)) <= 6 * calls(prepare(few))


def test_a_limit_on_comparisons_bounds_the_work_for_given_terms() -> None:
    def work(most: int | None) -> int:
        return calls(lambda: Aligner(max_comparisons=most).align("桜島" * 40, "Sakurajima " * 40, terms=["島桜"]))

    assert work(100) < work(None) / 3
