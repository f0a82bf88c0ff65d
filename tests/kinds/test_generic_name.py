"""Names with their common nouns: translated, or left out."""

import pytest
from kind_cases import LEXICON, known_term

from termalign.english import EnglishText
from termalign.kinds.generic_name import match
from termalign.names.generics import added, generic_phrases
from termalign.target.target import Target


def ranked(name: str, en: str) -> list[tuple[float, str, str]]:
    """Best first: value, English, the rule."""
    english, term = EnglishText(en), known_term(name)
    found = match(term, Target(english, LEXICON))
    return sorted([(m.strength * m.coverage, english.phrase(m.i, m.j), m.rule) for m in found], reverse=True)


@pytest.mark.parametrize(("name", "en", "rule"), [("姫路城", "Himeji Castle", ""), ("姫路城", "Himeji", "core")])
def test_rule_names_how_the_common_noun_is_said(name: str, en: str, rule: str) -> None:
    assert (en, rule) in [(phrase, rule) for _, phrase, rule in ranked(name, en)]


def test_name_without_its_noun_is_worth_less() -> None:
    assert ranked("姫路城", "Himeji Castle")[0][0] > ranked("姫路城", "Himeji")[0][0]
    assert ranked("秋田県", "Akita")[0][0] > max(v for v, p, _ in ranked("秋田県", "Akita City") if p == "Akita")


def test_tables_are_in_order() -> None:
    assert all(phrases and all(phrase for phrase in phrases) for phrases in generic_phrases().values())
    assert added("下野") == added("近江")
    assert not added("安倍晋三")
