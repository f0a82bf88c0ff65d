"""The rules: each reads its examples, and the page of them is what the tables say."""

import runpy
from pathlib import Path
from typing import Literal, get_args

import pytest

from termalign.quantities import english_quantities, japanese_quantities, quantity_rules
from termalign.quantities.grammar import Rule

ROOT = Path(__file__).parent.parent.parent
Language = Literal["ja", "en"]
READERS = {"ja": japanese_quantities, "en": english_quantities}
RULES = [(language, rule) for language in get_args(Language) for rule in quantity_rules(language)]


@pytest.mark.parametrize(
    ("language", "example"), [(language, example) for language, rule in RULES for example in rule.examples]
)
def test_example(language: str, example: str) -> None:
    marked, _, value = example.partition(" =")
    text = marked.replace("[", "").replace("]", "")
    found = {text[q.start : q.end]: q.display() for q in READERS[language](text)}
    if value:
        quantity = marked.partition("[")[2].partition("]")[0] or text
        assert found.get(quantity) == value.strip()
    else:
        assert found == {}


@pytest.mark.parametrize("language", READERS)
def test_what_is_read_from_a_text_has_an_example(language: str) -> None:
    bare = [rule.name for of, rule in RULES if of == language and rule.makes == "quantity" and not rule.examples]
    aliases = [rule.name for _, rule in RULES if rule.is_alias]
    assert set(bare) <= set(aliases)


@pytest.mark.parametrize("language", READERS)
def test_names_are_not_used_twice(language: str) -> None:
    names = [rule.name for of, rule in RULES if of == language]
    assert len(names) == len(set(names)) > 50


def test_the_page_is_in_step() -> None:
    page = runpy.run_path(str(ROOT / "tools" / "quantity_rules.py"))["page"]()
    assert (ROOT / "docs" / "quantities.md").read_text(encoding="utf-8") == page


def test_a_rule_is_shown_with_its_pattern() -> None:
    rule: Rule = next(rule for _, rule in RULES if rule.name == "decade")
    assert (rule.makes, rule.pattern) == ("quantity", "{year_of}年代")
