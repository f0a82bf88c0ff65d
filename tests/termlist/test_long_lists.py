"""What a list of more than a thousand terms has no room for, and what it has."""

from itertools import product

import pytest
from tables import Row, params, rows

from termalign import Aligner, Lexicon
from termalign.english import EnglishText
from termalign.evidence.match import Match
from termalign.evidence.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.termlist.base_rate import BaseRate
from termalign.termlist.room import Room

ALIGNER = Aligner()
TABLE = rows("long_list.tsv")
OTHERS = map("".join, product("ヌネノ", "ミムメモ", "ヌネノ", "ヤユヨ", "ヌネノ", "ミムメモ"))
LIST = ALIGNER.prepare(dict.fromkeys([*(row["term"] for row in TABLE), *OTHERS]))


@pytest.mark.parametrize("row", params(TABLE, lambda row: row["label"]))
def test_renderings(row: Row) -> None:
    assert len(LIST) > 1_000
    found = [link.en.text for link in ALIGNER.align(LIST, row["text"]) if link.ja.text == row["term"]]
    assert "; ".join(found) == row["rendering"]


@pytest.mark.parametrize(
    ("source", "said", "possible"),
    [
        ("leader", "leaders", True),
        ("give", "giving", True),
        ("Wales", "Welsh", True),
        ("heal", "health", False),
        ("choice", "choosing", False),
        ("design", "designer", False),
    ],
)
def test_a_source_word_is_said_itself(source: str, said: str, possible: bool) -> None:
    term = TermCache(Lexicon.default()).get("ギブ", morphemes("ギブ"))
    match = Match(1, 2, "loanword", 0.97, 1.0, (term.surface, source), (), "source")
    assert bool(Room(EnglishText(f"The {said} was new.")).possible(term, [match])) == possible


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Rock", True),
        ("lead", True),
        ("big lead", False),
        ("Big lead", True),
        ("Rock was", False),
        ("Rock and", False),
        ("Rock and Roll", True),
        ("Rock It", True),
    ],
)
def test_katakana_is_heard_in_no_name_with_a_word_of_grammar_after_it(said: str, heard: bool) -> None:
    words = len(said.split())
    assert Room(EnglishText(f"They saw {said} there.")).may_be_heard(2, 2 + words) == heard


@pytest.mark.parametrize(
    ("said", "words", "kept"),
    [("he said that", (1, 2), False), ("of Said himself", (1, 2), True), ("two government hunters", (1, 3), True)],
)
def test_in_a_very_long_list_any_ordinary_word_sounds_like_a_name(
    said: str, words: tuple[int, int], kept: bool
) -> None:
    english = EnglishText(f"In May, {said} left.")
    i, j = (k + 2 for k in words)
    heard = Match(i, j, "loanword", 0.95, 1.0, ("サイード", english.phrase(i, j)))
    assert (BaseRate(100_000).lowered(0.93, [heard], english, i, j, "サイード") > 0.5) is kept
