"""A rendering has the preposition or the bracketed word that its gloss leads in with, where the text has it too."""

import pytest
from evidence_cases import LEXICON
from tables import Row, params, rows

from termalign import align
from termalign.english import EnglishText, gloss_keys
from termalign.evidence.led_in import is_other_verb, is_turned, led_in
from termalign.lexicon import Gloss


@pytest.mark.parametrize("row", params(rows("led_in.tsv"), lambda row: f"{row['label']}-{row['term']}"))
def test_rendering_begins_where_the_gloss_does(row: Row) -> None:
    assert LEXICON.has(row["term"])
    assert row["rendering"] in align([row["term"]], row["en"]).renderings()[row["term"]]


@pytest.mark.parametrize(
    ("gloss", "en", "i", "first"),
    [
        ("in good faith", "It was done in good faith.", 4, 3),
        ("in the course of duty", "in the course of his duties", 2, 0),
        ("on-site inspection", "an on-site inspection", 2, 1),
        ("(paid) leave", "She took paid leave.", 3, 2),
        ("(esp. paid) leave", "She took paid leave.", 3, 3),  # a remark
        ("of good faith", "a matter of good faith", 3, 3),  # of only joins
        ("to act in good faith", "They act in good faith.", 1, 1),
        ("in good faith", "It was, in, good faith.", 3, 3),  # a comma between
    ],
)
def test_led_in(gloss: str, en: str, i: int, first: int) -> None:
    assert led_in(Gloss(gloss, gloss_keys(gloss), 0, ""), EnglishText(en), i) == first


@pytest.mark.parametrize(
    ("gloss", "turned"), [("before tax", True), ("tax before", False), ("in good faith", False), ("untaxed", False)]
)
def test_preposition_makes_another_thing_of_a_gloss(gloss: str, turned: bool) -> None:
    assert is_turned(Gloss(gloss, gloss_keys(gloss), 0, "")) is turned


@pytest.mark.parametrize(
    ("gloss", "en", "i", "other"),
    [
        ("vote against", "It was voted down.", 2, True),
        ("vote down", "It was voted down.", 2, False),
        ("to vote", "It was voted on.", 2, False),
        ("to vote", "They voted, down in Kobe.", 1, False),  # a comma between
        ("pointing out", "That was the point of it.", 3, True),
        ("pointing out", "He pointed the mistake out.", 1, False),
    ],
)
def test_adverb_makes_another_verb(gloss: str, en: str, i: int, other: bool) -> None:
    assert is_other_verb(Gloss(gloss, gloss_keys(gloss), 0, ""), EnglishText(en), i) is other
