"""What patterns begin with: an index leaves out no rule that can go on."""

import re
from typing import Literal, get_args

import pytest

from termalign.quantities import quantity_rules
from termalign.quantities.heads import Index, heads

RULES = [rule for language in get_args(Literal["ja", "en"]) for rule in quantity_rules(language)]
PATTERNS = {item.pattern for rule in RULES for item in rule.items if isinstance(item, re.Pattern)}
TEXTS = {re.sub(r"[][]", "", example) for rule in RULES for example in rule.examples}


@pytest.mark.parametrize("pattern", sorted(PATTERNS))
def test_what_matches_is_in_the_index(pattern: str) -> None:
    index, compiled = Index([(pattern, heads(pattern))]), re.compile(pattern)
    missed = [
        text[k:] for text in TEXTS for k in range(len(text) + 1) if compiled.match(text, k) and not index.at(text, k)
    ]
    assert missed == []


def test_index_tells_things_apart() -> None:
    index = Index([(pattern, heads(pattern)) for pattern in ("[0-9]+円", "年[前後]", ".人", "(?:一|二)?つ")])
    assert index.at("年前", 0) == ("年[前後]", ".人")
    assert index.at("年が", 0) == (".人",)
    assert index.at("5円", 0) == ("[0-9]+円", ".人")
    assert index.at("つ", 0) == (".人", "(?:一|二)?つ")
