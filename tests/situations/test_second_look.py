"""The second look at the candidates of a translation: in the light of a first choice of links, and of what is rendered around."""

import pytest

from termalign import Aligner
from termalign.trace import Traced

ALIGNER = Aligner()
JA = "物価が3％上昇する一方で、賃金の伸びは3％を下回った。"
EN = "While wage growth slipped below 3%, prices rose 3%."


def features(c: Traced) -> dict[str, float]:
    """The features of the last look."""
    return {worth.feature: worth.value for worth in c.worth}


def of(ja: str, en: str, term: str, english: str) -> Traced:
    """The likeliest candidate of a term for some words."""
    return next(c for c in ALIGNER.trace(ja, en).of(term) if c.en.text == english)


def test_three_looks_are_traced() -> None:
    c = of(
        "警察庁が特殊詐欺を調べた。",
        "The National Police Agency looked into special fraud.",
        "特殊詐欺",
        "special fraud",
    )
    looks = c.worth, c.before, c.first
    assert all(looks)
    odds = [sum(worth.product for worth in look) for look in looks]
    assert c.odds == pytest.approx(odds[0], abs=0.1)
    for look, before in zip(looks, odds[1:], strict=False):
        [said] = [worth.value for worth in look if worth.feature == "odds"]
        assert said == pytest.approx(max(-8, min(8, before)), abs=0.1)


def test_a_link_of_the_first_choice_has_no_foe_and_its_rivals_have() -> None:
    ja, en = "警察庁が発表した。", "The National Police Agency said so."
    whole, part = of(ja, en, "警察庁", "National Police Agency"), of(ja, en, "警察庁", "Police Agency")
    assert features(whole)["chosen"] == 1
    assert "chosen" not in features(part)
    assert features(part)["beaten by the chosen"] > 0


def test_company() -> None:
    """A number that is said twice: of the words around the second, more are rendered around the first *3%*."""
    own = {c.en.start: features(c) for c in ALIGNER.trace(JA, EN).of("3％") if c.ja.start == JA.rindex("3％")}
    first, second = EN.index("3%"), EN.rindex("3%")
    assert own[first]["better company"] == pytest.approx(own[second]["worse company"])
    assert own[first]["company"] > own[second]["company"]
