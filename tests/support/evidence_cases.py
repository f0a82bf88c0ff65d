"""What the tests of evidence share: tables of cases, and the claims for one term in one English text."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from tables import Row, rows

from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.evidence.gather import MATCHERS, Claim, Gatherer
from termalign.kinds.match import Matcher
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

LEXICON = Lexicon.default()
TERMS = TermCache(LEXICON)
LIKELY = 0.5


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


def is_trap(row: Row) -> bool:
    """Whether nothing in the English of this case renders the term."""
    return row["span"] == ""


def is_rendered(row: Row) -> bool:
    """Whether the case has an English span."""
    return not is_trap(row)


def term_of(surface: str) -> Term | None:
    """The term as the library analyses it; none for a text without a morpheme."""
    text = JapaneseText(surface)
    return TERMS.get(text.text, text.morphemes) if text.morphemes else None


def known_term(surface: str) -> Term:
    """`term_of` a text that has morphemes."""
    term = term_of(surface)
    assert term is not None
    return term


def claims(surface: str, en: str, matchers: Sequence[Matcher] | None = None) -> tuple[EnglishText, list[Claim]]:
    """The English analysed, and what speaks for the term: compounds too, or as one piece by `matchers` alone."""
    english, term = EnglishText(en), known_term(surface)
    if matchers is None:
        return english, Gatherer(Bitext(english, LEXICON), MATCHERS).claims(term)
    gatherer = Gatherer(Bitext(english, LEXICON), matchers)
    return english, gatherer.gathered(term, gatherer.matches(term))


def likely(surface: str, en: str) -> set[str]:
    """The English that some evidence says renders the whole term; half a gloss by itself only says half of it."""
    english, found = claims(surface, en)
    return {
        english.phrase(c.i, c.j)
        for c in found
        if any(m.rule != "partial" and m.strength * m.coverage >= LIKELY for m in c.matches)
    }
