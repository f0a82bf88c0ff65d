"""What every kind of evidence of the registry must do, and what is said of one that does not."""

from collections import defaultdict

import pytest
from kind_cases import LEXICON, known_term
from tables import CASES, rows

from termalign.english import EnglishText
from termalign.kinds.kind import Filed, Finding, Kind
from termalign.kinds.registry import REGISTRY
from termalign.target.target import Target

TABLES = [path.name for path in CASES.glob("*.tsv") if {"ja", "en", "xfail"} <= set(rows(path.name)[0])]
ROWS = [row for table in TABLES for row in rows(table)[::5] if row["ja"].strip() and row["en"].strip()]


def test_a_text_offers_every_letter_that_terms_are_filed_under() -> None:
    filed: dict[str, set[str]] = defaultdict(set)
    offered: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        term, target = known_term(row["ja"]), Target(EnglishText(row["en"]), LEXICON)
        for kind in REGISTRY:
            filed[kind.name].update(each.key[:2] for each in kind.list_keys(term))
            offered[kind.name].update(key[:2] for each in kind.offered(target) for key in each.keys)
    assert {kind: letters - offered[kind] for kind, letters in filed.items() if letters - offered[kind]} == {}
    assert sum(map(bool, filed.values())) > len(REGISTRY) / 2


@pytest.mark.parametrize(
    ("filed", "refused"),
    [
        (Filed("v:wizards"), False),
        (Filed("v:wizards", 0, 2), False),
        (Filed("wizards"), True),
        (Filed(""), True),
        (Filed("v:wizards", 2, 2), True),
        (Filed("v:wizards", 0, 9), True),
    ],
)
def test_keys_have_a_letter_and_stand_for_characters_of_the_term(filed: Filed, refused: bool) -> None:
    kind = Kind("nickname", frozenset({"name"}), lambda term, target: [], filed=lambda term: [filed])
    if not refused:
        assert list(kind.list_keys(known_term("魔球団"))) == [filed]
        return
    with pytest.raises(ValueError, match=r"the kind nickname files '.*' for .* of Term\('魔球団'\): a key begins"):
        list(kind.list_keys(known_term("魔球団")))


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (Finding(2, 4, "name", {}, ()), "the kind nickname finds the words 2:4 in a text of 3: Term"),
        (Finding(1, 1, "name", {}, ()), "the kind nickname finds the words 1:1 in a text of 3"),
        (Finding(-1, 1, "name", {}, ()), "the kind nickname finds the words -1:1"),
        (Finding(1, 2, "gloss", {}, ()), "the kind nickname finds 'gloss', which is not in its `says`"),
    ],
)
def test_a_comparison_with_a_fault_is_named(finding: Finding, said: str) -> None:
    kind = Kind("nickname", frozenset({"name"}), lambda term, target: [finding])
    with pytest.raises(ValueError, match=said):
        kind.findings(known_term("魔球団"), Target(EnglishText("The wizards won."), LEXICON))
