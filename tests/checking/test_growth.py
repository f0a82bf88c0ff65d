"""The work of a check, which grows with the text and not with its square."""

import sys
from types import FrameType

import pytest

from termalign import Aligner, check
from termalign.termbase import Glossary

GLOSSARY = Glossary.from_pairs([("送料", "shipping fee"), ("領収書", "receipt"), ("会員", "member")])


def calls(ja: str, en: str, most: int | None = None) -> int:
    """Return how many Python functions the check of a pair calls, with at most so many comparisons, after a first one."""
    made = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event == "call"

    def work() -> None:
        list(check([(ja, en)], GLOSSARY, aligner=Aligner(max_comparisons=most)))

    work()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("送料は無料です。", "It is free. "),
        ("送料は会員が払い、領収書を渡す。", "He went home late in the evening. "),
        ("送料（", "it "),
        ("送料（", "("),
        ("送料は無料です。", "The shipping fee is free. "),
        ("東京、", "Kyoto, "),
    ],
)
def test_ten_times_the_text_takes_about_ten_times_the_work(ja: str, en: str) -> None:
    once, tenfold = (calls(ja * n, en * n) for n in (20, 200))
    assert tenfold <= 15 * once


def test_a_limit_on_comparisons_bounds_a_check() -> None:
    pair = "送料は会員が払い、領収書を渡す。" * 30, "He went home late in the evening. " * 30
    assert calls(*pair, most=100) < calls(*pair) / 3
