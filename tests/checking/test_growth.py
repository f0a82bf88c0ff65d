"""The work of a check, which grows with the text and not with its square."""

import pytest
from work import calls

from termalign import Aligner, check
from termalign.termbase import Glossary

GLOSSARY = Glossary.from_pairs([("送料", "shipping fee"), ("領収書", "receipt"), ("会員", "member")])


def checked(ja: str, en: str, most: int | None = None) -> int:
    """Return the work of the check of a pair, with at most so many comparisons."""
    return calls(lambda: list(check([(ja, en)], GLOSSARY, aligner=Aligner(max_comparisons=most))))


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("送料は無料です。", "It is free. "),
        ("送料は会員が払い、領収書を渡す。", "He went home late in the evening. "),
        ("送料（", "it "),
        ("送料（", "("),
        ("送料は無料です。", "The shipping fee is free. "),
        ("東京、", "Kyoto, "),
        ("渡辺一郎氏、", "Mr. Ichiro Watanabe, "),
        ("a_b()を[OK]で呼ぶ。<b>{x}", "Call c_d() with [No]. </b>{y}{x}"),
        ("x<sup>2</sup>とH<sub>2</sub>O、", "x<sup>2</sup> and H<sub>2</sub>O, "),
        ("国内は3億円、海外は5億円。", "Domestic 500 million yen; overseas 300 million yen. "),
    ],
)
def test_ten_times_the_text_takes_about_ten_times_the_work(ja: str, en: str) -> None:
    once, tenfold = (checked(ja * n, en * n) for n in (20, 200))
    assert tenfold <= 15 * once


def test_a_limit_on_comparisons_bounds_a_check() -> None:
    """What is checked without an alignment takes a third of the work."""
    pair = "送料は会員が払い、領収書を渡す。" * 30, "He went home late in the evening. " * 30
    assert checked(*pair, most=100) < checked(*pair) / 2
