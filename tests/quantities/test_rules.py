"""The rules: each reads its examples, and the page of them is what the tables say."""

import runpy
from pathlib import Path
from typing import Literal, get_args

import pytest

from termalign.quantities import english_quantities, japanese_quantities, quantity_rules
from termalign.quantities.english import starts as english_starts
from termalign.quantities.grammar import Rule
from termalign.quantities.japanese import japanese_grammar

ROOT = Path(__file__).parent.parent.parent
Language = Literal["ja", "en"]
READERS = {"ja": japanese_quantities, "en": english_quantities}
RULES = [(language, rule) for language in get_args(Language) for rule in quantity_rules(language)]


def unread(rule: Rule, language: str, text: str, quantity: str) -> str:
    """Why a rule does not read its example, as far as that can be told."""
    if language == "ja":
        starts = [found.start() for found in japanese_grammar().cues["begins"].finditer(text)]
    else:
        starts = [found.start() for found in english_starts().finditer(text.lower())]
    first = text.index(quantity)
    if not any(first <= start < first + len(quantity) for start in starts):
        return f"rule {rule.name}: no quantity can begin in {quantity!r}: its first word is not in `begins`"
    return f"rule {rule.name} does not read {quantity!r} so"


@pytest.mark.parametrize(
    ("language", "rule", "example"),
    [
        pytest.param(language, rule, example, id=f"{language}-{rule.name}-{example}")
        for language, rule in RULES
        for example in rule.examples
    ],
)
def test_example(language: str, rule: Rule, example: str) -> None:
    marked, _, value = example.partition(" =")
    text = marked.replace("[", "").replace("]", "")
    found = {text[q.start : q.end]: q.display() for q in READERS[language](text)}
    if value:
        quantity = marked.partition("[")[2].partition("]")[0] or text
        assert found.get(quantity) == value.strip(), unread(rule, language, text, quantity)
    else:
        assert found == {}, f"rule {rule.name}: a quantity is read"


@pytest.mark.parametrize(
    ("language", "text", "quantity", "said"),
    [
        ("en", "a gross of eggs", "gross", "its first word is not in `begins`"),
        ("en", "a dozen eggs", "dozen", "does not read"),
        ("ja", "丸一日", "丸", "its first word is not in `begins`"),
        ("ja", "丸一日", "丸一日", "does not read"),
    ],
)
def test_a_rule_with_a_new_first_word_is_told_so(language: str, text: str, quantity: str, said: str) -> None:
    assert said in unread(RULES[0][1], language, text, quantity)


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
    assert (rule.makes, rule.pattern) == ("quantity", "{year_of}{s}年代")
