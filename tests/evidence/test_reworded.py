"""A gloss stands in a translation with another word for its first or its last, in the place of that word."""

import pytest
from evidence_cases import LEXICON, cases, known_term
from tables import Row

from termalign import align
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.gloss import GlossMatcher
from termalign.evidence.reworded import REWORDED


@pytest.mark.parametrize("row", cases("reworded_cases.tsv"))
def test_reworded(row: Row) -> None:
    english = EnglishText(row["en"])
    found = GlossMatcher().match(known_term(row["ja"]), Bitext(english, LEXICON, parallel=True))
    assert {english.phrase(m.i, m.j) for m in found if m.rule == REWORDED} == ({row["span"]} if row["span"] else set())


@pytest.mark.xfail(strict=True, reason="the choice of a text's links doesn't take reworded glosses yet")
def test_a_text_takes_the_reworded_gloss() -> None:
    assert [link.en.text for link in align("大雨が降った。", "Heavy rainfall fell.")][:1] == ["Heavy rainfall"]


def test_only_a_translation_rewords() -> None:
    english = EnglishText("Heavy rainfall fell.")
    found = GlossMatcher().match(known_term("大雨"), Bitext(english, LEXICON))
    assert not [m for m in found if m.rule == REWORDED]
