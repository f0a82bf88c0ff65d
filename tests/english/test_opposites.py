"""Words of English that exclude one another."""

import pytest

from termalign.english.lexis import lexeme
from termalign.english.opposites import families_of, sides_of
from termalign.tables import read_table

GROUPS = read_table("termalign.english", "opposites.tsv")


@pytest.mark.parametrize("group", GROUPS, ids=["/".join(side.split()[0] for side in group) for group in GROUPS])
def test_no_word_is_on_two_sides_of_a_group(group: list[str]) -> None:
    sides = [{word.strip("()") for word in side.split()} for side in group]
    assert len(sides) >= 2
    assert all(sides)
    assert sum(map(len, sides)) == len(set.union(*sides))


@pytest.mark.parametrize(
    ("one", "other", "exclude"),
    [
        ("rising", "fell", True),
        ("lessors", "lessee", True),
        ("quickly", "slow", True),
        ("left", "right", True),
        ("Median", "mean", True),
        ("leave", "right", False),
        ("median", "meaning", False),
        ("increase", "growth", False),
        ("roughly", "smooth", False),
        ("she", "man", False),
    ],
)
def test_words_exclude_one_another(one: str, other: str, exclude: bool) -> None:
    ours, theirs = sides_of(lexeme(one)), sides_of(lexeme(other))
    assert any(a.group == b.group and a.number != b.number for a in ours for b in theirs) is exclude


def test_a_family_may_say_a_side() -> None:
    assert sides_of(lexeme("woman")) & families_of(lexeme("she"))
    assert sides_of(lexeme("decrease")) & families_of(lexeme("decreasingly"))
