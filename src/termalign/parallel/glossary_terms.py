"""The terms of the user's glossary in a text, which are one term each, with particles and verbs in them too: 善良な管理者の注意.

A glossary says what is a term. Where one of its terms stands by itself, as one noun run or as several with what is between
them, none of its pieces is another term: it is rendered as a whole, or not at all. Within a longer compound it is a part like
others.
"""

from collections.abc import Iterable, Sequence

from termalign.choice import Candidate
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.search import candidates
from termalign.propose.glossary_runs import spans_of
from termalign.score import COVERED

def with_glossary_terms(
    found: Sequence[Candidate],
    places: Sequence[tuple[int, int]],
    text: JapaneseText,
    gatherer: Gatherer,
    terms: TermCache,
) -> list[Candidate]:
    """The candidates, those of such terms among them, and none of their pieces."""
    runs, length = set(text.runs), 2 * len(text.text)
    more: list[Candidate] = []
    for a, b in places:
        if (a, b) not in runs:
            start, end = text.morphemes[a].start, text.morphemes[b - 1].end
            term = terms.at(text, a, b)
            claims = [claim for claim in gatherer.claims(term) if claim.matches[0].coverage >= COVERED]
            more += candidates(start, end, term, claims, gatherer, (start + end) / length)
    return [*without_pieces(found, places, text), *more]


def without_pieces(
    found: Iterable[Candidate], places: Sequence[tuple[int, int]], text: JapaneseText
) -> list[Candidate]:
    """The candidates without those that share characters with such a term and are not all of it."""
    spans = spans_of(places, text)
    return [c for c in found if not any(c.start < e and s < c.end and (c.start, c.end) != (s, e) for s, e in spans)]
