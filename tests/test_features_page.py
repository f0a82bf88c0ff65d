"""The page of features has every feature that a trace can show, and says where each has a weight."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from termalign.decide.weights import packaged
from termalign.kinds.registry import REGISTRY
from termalign.model import KINDS

PAGE = Path(__file__).parent.parent / "docs" / "features.md"
#: The situations, with the stages of weights that their traces show.
STAGES = {
    "list": ["listed", "listed again"],
    "text": ["single", "together", "together again", "single memory", "together memory"],
    "picked": ["single", "given"],
}
#: What the words in capitals stand for.
WORDS = {
    "KIND": KINDS,
    "EVIDENCE": [kind.name for kind in REGISTRY],
    "SHAPE": "noun verb suffix prefix number quantity latin place name loan foreign".split(),
    "BORDER": [r"[a-z' ]+"],
    "POS": [r"[^a-z]+"],
    "HOW": ["at the same", "around", "within", "across"],
    "RELATED": ["longer", "shorter", "sharing", "foreign"],
    "BESIDE": ["before", "behind", "joined", "joined by の", "next", "apart"],
    "STATUS": ["own", "taken", "wanted", "small", "free"],
    "LOOK": ["capital", "unknown", "inflected", "plain"],
    "SIDE": ["before", "behind"],
    "SMALL": ["article", "preposition", "auxiliary", "of", "and", "or", "'s", "small word"],
    "EQUATION": ["bracket", "named", "or", "comma"],
    "MARK": [",", ":", "/", "&", r"\+"],
    "WAY": [
        "noun", "name", "name in small letters", "official", "quantity", "modified", "unmodified",
        "whole run", "ends a run", "in a run", "no run",
    ],
    "TITLE": ["title", "phrase", "subtitle", "numeral", "single name"],
    "SORT": ["noun", "name", "name in small letters", "title", "phrase", "subtitle", "numeral", "single name"],
    "RELATION": ["same", "around", "across"],
    "STAND": ["exactly", "wider", "narrower", "across", "elsewhere"],
    "COUNT": ["[123]"],
    "JOINT": ["OF", "LOOSE", "LISTED", "APART", "SUBTITLE", "CLOSE"],
}  # fmt: skip
#: Not fitted: it is computed for each list.
COMPUTED = {"list": {"length of the list"}, "text": set[str](), "picked": set[str]()}


def pattern(feature: str) -> re.Pattern[str]:
    """The names that a name on the page stands for."""
    found = re.escape(feature).replace(r"\[", "(?:").replace(r"\ \]", r"\ )?")
    return re.compile(re.sub(r"[A-Z]{3,}", lambda word: f"(?:{'|'.join(WORDS[word[0]])})", found))


def names() -> dict[str, set[str]]:
    weights = packaged()
    return {
        where: {name for stage in stages for name in weights.get(stage, {})} | COMPUTED[where]
        for where, stages in STAGES.items()
    }


def rows() -> Iterator[tuple[list[str], str]]:
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 5 and cells[1].startswith("`"):
            yield re.findall(r"`([^`]+)`", cells[1]), cells[2]


ROWS = list(rows())


def test_every_feature_is_on_the_page() -> None:
    known = [pattern(feature) for features, _ in ROWS for feature in features]
    left = {name for all_names in names().values() for name in all_names if not any(p.fullmatch(name) for p in known)}
    assert not left


@pytest.mark.parametrize(("features", "where"), ROWS, ids=[", ".join(features) for features, _ in ROWS])
def test_every_row_says_where_its_features_have_a_weight(features: list[str], where: str) -> None:
    found = set()
    for known in map(pattern, features):
        places = {place for place, all_names in names().items() if any(map(known.fullmatch, all_names))}
        assert places, f"no weight for {known.pattern}"
        found |= places
    assert where == ", ".join(place for place in STAGES if place in found)
