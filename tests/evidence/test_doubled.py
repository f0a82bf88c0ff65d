"""Two glosses of one term with *or* or *and* between them are one rendering, in a translation."""

import pytest
from evidence_cases import LEXICON, cases, known_term
from tables import Row

from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.evidence.doubled import DOUBLED
from termalign.evidence.gloss import GlossMatcher


@pytest.mark.parametrize("row", cases("doubled_cases.tsv"))
def test_doubled(row: Row) -> None:
    english = EnglishText(row["en"])
    found = GlossMatcher().match(known_term(row["ja"]), Bitext(english, LEXICON, parallel=True))
    assert {english.phrase(m.i, m.j) for m in found if m.rule == DOUBLED} == ({row["span"]} if row["span"] else set())
