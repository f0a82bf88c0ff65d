"""The same characters on both sides."""

import pytest
from evidence_cases import LEXICON, known_term
from hypothesis import given
from hypothesis import strategies as st

from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.evidence.verbatim import VerbatimMatcher

MATCHER = VerbatimMatcher()


def found(surface: str, en: str) -> list[str]:
    term, english = known_term(surface), EnglishText(en)
    if not MATCHER.applies(term):
        return []
    return [english.phrase(m.i, m.j) for m in MATCHER.match(term, Bitext(english, LEXICON))]


@pytest.mark.parametrize(
    ("term", "en", "spans"),
    [
        ("JAL", "A JAL flight", ["JAL"]),
        ("ＪＡＬ", "A JAL flight", ["JAL"]),
        ("ＮＡＴＯ", "NATO and Nato", ["NATO", "Nato"]),
        ("Windows", "runs on WINDOWS", ["WINDOWS"]),
        ("T3", "the T3 team", ["T3"]),
        ("2025", "in 2025", ["2025"]),
        ("DVD", "two DVDs", ["DVDs"]),
        ("NGO", "an NGO's work", ["NGO"]),
        ("Google Maps", "with Google Maps open", ["Google Maps"]),
        ("COVID-19", "the COVID-19 crisis", ["COVID-19"]),
        ("iPhone", "iPhones sold", ["iPhones"]),
        ("G7", "G20 leaders", []),
        ("JAL", "JALT members", []),
        ("DVD", "CD", []),
        ("Google Maps", "Google and its maps", []),
        ("US", "uses", []),
        ("AI", "is there", []),
        ("2025", "20250", []),
        ("警察", "police", []),
        ("トヨタ", "Toyota", []),
        ("AM", "an AM station", ["AM"]),
    ],
)
def test_verbatim(term: str, en: str, spans: list[str]) -> None:
    assert found(term, en) == spans


@given(st.from_regex(r"[A-Z]{1,5}[0-9]{1,3}", fullmatch=True))
def test_what_stands_in_the_text_is_found(form: str) -> None:
    assert found(form, f"the {form} said") == [form]
