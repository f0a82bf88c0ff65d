"""A rendering goes on with the word that another character of the term means, and with no other."""

import pytest
from evidence_cases import cases, claims
from tables import Row

from termalign.evidence.grown import GROWN


@pytest.mark.parametrize("row", cases("grown_cases.tsv"))
def test_grown(row: Row) -> None:
    english, found = claims(row["ja"], row["en"])
    grown = {english.phrase(c.i, c.j) for c in found if any(m.rule == GROWN for m in c.matches)}
    assert grown == ({row["span"]} if row["span"] else set())
