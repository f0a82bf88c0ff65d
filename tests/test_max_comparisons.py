"""No pair is compared for longer than the caller allows, and the answer says if that did not suffice."""

import pickle
from collections.abc import Callable

import pytest
from samples import ARTICLE, MIXED, PAIRS, TERMS

from termalign import Aligner, Alignment

WAYS: dict[str, Callable[[Aligner], Alignment]] = {
    "a text and its translation": lambda aligner: aligner.align(*PAIRS[0], situation="translation"),
    "a text that names things": lambda aligner: aligner.align(*PAIRS[0], situation="terms"),
    "either": lambda aligner: aligner.align(*PAIRS[0], situation="both"),
    "terms of a text": lambda aligner: aligner.align(*PAIRS[0], terms=["警察庁", "発表", "特殊詐欺"]),
    "a list": lambda aligner: aligner.align(TERMS, ARTICLE),
    "a prepared list": lambda aligner: aligner.align(aligner.prepare(TERMS), ARTICLE),
    "a text in both languages": lambda aligner: aligner.align_mixed(MIXED[0]),
    "passages": lambda aligner: aligner.align(*(sep.join([pair[k] for pair in PAIRS * 3]) for k, sep in ((0, ""), (1, " ")))),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_limit_that_is_reached_is_said(way: str) -> None:
    found = WAYS[way](Aligner(max_comparisons=1))
    assert not found.complete
    assert "complete=False" in repr(found)
    assert found.to_dict()["complete"] is False
    assert not Alignment.from_dict(found.to_dict()).complete
    assert not pickle.loads(pickle.dumps(found)).complete


@pytest.mark.parametrize("way", WAYS)
def test_a_limit_that_is_not_reached_changes_nothing(way: str) -> None:
    found, usual = WAYS[way](Aligner(max_comparisons=100_000)), WAYS[way](Aligner())
    assert found == usual
    assert found.complete
    assert "complete" not in found.to_dict()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("most", [1, 2, 5, 12, 30, 80])
def test_the_answer_depends_on_nothing_else(way: str, most: int) -> None:
    one, again = Aligner(max_comparisons=most), Aligner(max_comparisons=most)
    WAYS["a text and its translation"](again)  # what is known already costs as much as what is new
    found = WAYS[way](one)
    assert (found, found.complete) == ((warm := WAYS[way](again)), warm.complete)


def test_what_is_compared_first_is_found() -> None:
    found = [Aligner(max_comparisons=most).align(*PAIRS[0]) for most in (1, 10, 100, 1000)]
    assert [one.complete for one in found] == [False, False, True, True]
    assert len(found[0]) < len(found[2]) == len(found[3])


@pytest.mark.parametrize("n_process", [1, 2])
def test_each_pair_of_a_pipe_has_the_whole_of_it(n_process: int) -> None:
    aligner = Aligner(max_comparisons=20)
    pairs: list[tuple[str | list[str], str]] = [*PAIRS, (TERMS, ARTICLE)] * 4
    found = list(aligner.pipe(pairs, n_process=n_process, batch_size=2))
    assert [one.complete for one in found] == [aligner.align(*pair).complete for pair in pairs]
    assert {one.complete for one in found} == {True, False}


def test_word_pairs_cannot_say_it_and_warn() -> None:
    with pytest.warns(RuntimeWarning, match="max_comparisons is 1"):
        Aligner(max_comparisons=1).align_words(*PAIRS[0])


def test_it_is_a_setting_like_others() -> None:
    aligner = Aligner(max_comparisons=5)
    assert repr(aligner) == "Aligner(max_comparisons=5)"
    assert pickle.loads(pickle.dumps(aligner)).max_comparisons == 5
    assert Aligner().max_comparisons is None


@pytest.mark.parametrize(
    ("most", "error", "message"),
    [
        (0, ValueError, "max_comparisons must be at least 1, not 0"),
        (-3, ValueError, "max_comparisons must be at least 1, not -3"),
        (2.0, TypeError, "max_comparisons must be a whole number or None, not float: 2.0"),
        (True, TypeError, "max_comparisons must be a whole number or None, not bool: True"),
        ("9", TypeError, "max_comparisons must be a whole number or None, not str: '9'"),
    ],
)
def test_limits_that_are_none(most: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=f"^{message}$"):
        Aligner(max_comparisons=most)  # type: ignore[arg-type]


@pytest.mark.parametrize("said", [None, 1, "true"])
def test_what_is_read_says_yes_or_no(said: object) -> None:
    with pytest.raises(TypeError, match="complete must be true or false"):
        Alignment.from_dict({**Aligner().align("", "").to_dict(), "complete": said})
