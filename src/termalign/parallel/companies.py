"""A company whose legal form English says is named with it in the Japanese too: 株式会社ミナトフーズ, *Minato Foods Co., Ltd.*"""

from collections.abc import Sequence

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.evidence.naming.legal_form import has_form, is_form, with_forms
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText


def with_legal_forms(
    chosen: Sequence[Candidate], text: JapaneseText, english: EnglishText, terms: TermCache
) -> list[Candidate]:
    """The links of a text; those whose English ends in a legal form have the free one that touches their Japanese."""
    taken = {k for c in chosen for k in range(c.start, c.end)}
    found = []
    for c in chosen:
        if c.j - c.i > 1 and is_form(english.forms[c.j - 1]) and not has_form(c.term.surface):
            start, end = with_forms(text.text, c.start, c.end)
            place = text.range_at(start, end)
            if place is not None and taken.isdisjoint((*range(start, c.start), *range(c.end, end))):
                term = terms.at(text, *place)
                c = c._replace(start=start, end=end, term=term)
        found.append(c)
    return found
