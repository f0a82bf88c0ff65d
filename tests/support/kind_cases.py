"""What the tests of kinds of evidence share: tables of cases, and terms."""

from collections.abc import Callable
from typing import Any

import pytest
from tables import Row, rows

from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache

LEXICON = Lexicon.default()
TERMS = TermCache(LEXICON)


def cases(name: str, keep: Callable[[Row], bool] = lambda row: True) -> list[Any]:
    """The rows of a table that `keep` holds for; those with a reason in the column xfail are known failures."""
    return [
        pytest.param(
            row,
            id=f"{row['label']}-{row.get('ja') or row['term']}-{line}",
            marks=[pytest.mark.xfail(reason=row["xfail"])] * bool(row["xfail"]),
        )
        for line, row in enumerate(rows(name), 2)
        if keep(row)
    ]


def term_of(surface: str) -> Term | None:
    """The term as the library analyses it; none for a text without a morpheme."""
    text = JapaneseText(surface)
    return TERMS.get(text.text, text.morphemes) if text.morphemes else None


def known_term(surface: str) -> Term:
    """`term_of` a text that has morphemes."""
    term = term_of(surface)
    assert term is not None
    return term
