"""A word of the translation that means much the same as the glosses, by the table; nothing of the sort in a term list."""

import pytest
from evidence_cases import LEXICON, cases, known_term
from tables import Row

from termalign import align
from termalign.english import EnglishText
from termalign.evidence.alike import ALIKE, alike
from termalign.bitext.bitext import Bitext


@pytest.mark.parametrize("row", cases("alike_cases.tsv"))
def test_alike(row: Row) -> None:
    english = EnglishText(row["en"])
    found = alike(known_term(row["ja"]), Bitext(english, LEXICON, parallel=True))
    likest = max(found, key=lambda m: m.strength, default=None)
    assert ("" if likest is None else english.forms[likest.i]) == row["span"]


def test_only_a_translation_is_searched_by_meaning() -> None:
    ja, en = "会員の取消しは違法だ。", "The revoking of the membership is illegal."
    by_meaning = [link for link in align(ja, en) if link.evidence[0].kind == "gloss" and link.ja.text == "取消し"]
    assert [link.en.text for link in by_meaning] == ["revoking"]
    assert not align(["影響"], "The repercussions were felt in Europe.").links


def test_a_word_that_renders_a_piece_of_a_part_is_not_taken_for_all_of_it() -> None:
    found = align("特別捜査課を置いた。", "A Special Investigation Division was set up.").renderings()
    assert found["特別捜査課"] == ["Special Investigation Division"]


def test_names_have_no_meaning() -> None:
    english = EnglishText("the big island")
    assert not list(alike(known_term("大島"), Bitext(english, LEXICON, parallel=True)))
    assert ALIKE == "alike"
