"""A text that says the same again and again: what is found of it is what is found of it once, as often."""

from collections import Counter

import pytest

from termalign import Aligner

TERMS = ["警察庁長官", "特殊詐欺グループ", "SNS型投資・ロマンス詐欺"]
SENTENCE = "The police agency chief spoke of special fraud groups and investment fraud. "


def mentions(times: int) -> Counter[tuple[str, str]]:
    return Counter((link.ja.text, link.en.text) for link in Aligner().align(TERMS, SENTENCE * times))


@pytest.mark.parametrize("times", [5, 40])
def test_every_repetition_mentions_the_same_terms(times: int) -> None:
    once = [term for term, _ in mentions(1)]
    assert len(once) > 1
    assert Counter(term for term, _ in mentions(times).elements()) == Counter(dict.fromkeys(once, times))


def test_every_repetition_has_the_same_mentions() -> None:
    assert mentions(5) == Counter(dict.fromkeys(mentions(1), 5))


def test_a_term_of_frequent_parts_is_found_wherever_it_is_though_it_has_another_name() -> None:
    towns = "Osaka Nagoya Sendai Fukuoka Sapporo Hiroshima Kobe Kyoto Niigata Okayama".split()
    text = "Police are after the Tokuryu. " + " ".join(
        f"Anonymous and fluid crime groups struck in {x}." for x in towns
    )
    found = Counter(link.en.text for link in Aligner().align(["匿名・流動型犯罪グループ"], text))
    assert found == {"Tokuryu": 1, "Anonymous and fluid crime groups": len(towns)}


def test_repeated_definitions_do_not_multiply_the_candidates() -> None:
    def candidates(times: int) -> int:
        text = "The Japan Federation of Bar Associations (Nichibenren) objected. " * times
        return len(Aligner(min_score=0.0).trace(["日本弁護士連合会"], text).candidates)

    assert candidates(5) > 5
    assert candidates(20) <= 5 * candidates(5)


@pytest.mark.parametrize("ja", ["グループ噴火が", "桜島が"])
def test_a_term_that_is_picked_twice_is_one_term(ja: str) -> None:
    term = ja[:-1]
    once = Aligner().align(ja, "Sakurajima", terms=[term], situation="terms")
    assert Aligner().align(ja, "Sakurajima", terms=[(0, len(term)), term], situation="terms") == once
