"""People by family and given name: what half a name is worth, and whatever a caller may hand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_cases import LEXICON, known_term, term_of

from termalign.english import EnglishText
from termalign.kinds import person, rank
from termalign.kinds.match import Match
from termalign.target.target import Target

MODULES = (person, rank)


def matches(name: str, en: str) -> list[tuple[float, str, Match]]:
    """Best first: value, English, the match."""
    english, term = EnglishText(en), known_term(name)
    found = [m for kind in MODULES if kind.applies(term) for m in kind.match(term, Target(english, LEXICON))]
    return sorted([(m.strength * m.coverage, english.phrase(m.i, m.j), m) for m in found], key=lambda x: -x[0])


def strengths(name: str, en: str) -> dict[str, float]:
    return {phrase: value for value, phrase, _ in reversed(matches(name, en))}


def test_half_a_name_is_worth_less_than_the_whole() -> None:
    whole = strengths("小泉純一郎", "Junichiro Koizumi")["Junichiro Koizumi"]
    family = strengths("小泉純一郎", "Prime Minister Koizumi")["Koizumi"]
    given_name = strengths("小泉純一郎", "Junichiro resigned.")["Junichiro"]
    assert whole > max(family, given_name)


def test_rule_says_whether_the_whole_name_stands_too() -> None:
    (alone,) = {m.rule for _, phrase, m in matches("小泉純一郎", "Koizumi resigned.") if phrase == "Koizumi"}
    again = {m.rule for _, phrase, m in matches("小泉純一郎", "Junichiro Koizumi won. Koizumi resigned.")}
    assert alone == "family"
    assert again == {"full", "family-again"}


def test_family_name_with_another_given_name_is_worth_little() -> None:
    alone = strengths("小泉純一郎", "Koizumi resigned.")["Koizumi"]
    other = strengths("小泉純一郎", "Yakumo Koizumi resigned.")["Koizumi"]
    assert other < alone / 2


def test_half_of_another_name_is_somebody_else_where_the_whole_name_stands() -> None:
    en = "Junichiro Koizumi met Yakumo Koizumi. Koizumi left."
    again = [m for _, _, m in matches("小泉純一郎", en) if m.rule == "family-again"]
    assert [EnglishText(en).offsets(m.i, m.j) for m in again] == [(38, 45)]


@pytest.mark.parametrize("en", ["Mr. Koizumi left.", "Koizumi-san left.", "Koizumi-shi left.", "Dr. Koizumi left."])
def test_courtesy_titles_stay_outside(en: str) -> None:
    found = strengths("小泉純一郎", en)
    assert max(found, key=lambda phrase: found[phrase]) == "Koizumi"


def test_parts_say_which_half_stands_where() -> None:
    english = EnglishText("Yoshimitsu ASHIKAGA")
    match = next(m for _, _, m in matches("足利義満", english.raw) if m.rule == "full")
    assert [("足利義満"[p.start : p.end], english.phrase(p.i, p.j)) for p in match.parts] == [
        ("足利", "ASHIKAGA"),
        ("義満", "Yoshimitsu"),
    ]


def test_an_unlisted_reading_is_found() -> None:
    assert "Yukinaga MIYOSHI" in strengths("三好之長", "Yukinaga MIYOSHI")
    assert "Noritomo OGURA" in strengths("小倉季判", "Noritomo OGURA")


@given(
    st.text(alphabet="安倍晋三源平藤原々ノ大谷翔山\U00020bb7\x00\ud800か", min_size=1, max_size=8),
    st.text(alphabet="ABENOno .-'\n,ōÅ\u0301大", max_size=60),
)
def test_any_name_and_any_text_give_spans_inside_the_text(name: str, en: str) -> None:
    term = term_of(name)
    english = EnglishText(en)
    target = Target(english, LEXICON)
    if term is None:
        return
    for kind in MODULES:
        if kind.applies(term):
            for m in kind.match(term, target):
                assert 0 <= m.i < m.j <= len(english)
                assert 0 < m.strength <= 1
                assert 0 < m.coverage <= 1
                assert all(0 <= p.start < p.end <= len(term.surface) and m.i <= p.i < p.j <= m.j for p in m.parts)
