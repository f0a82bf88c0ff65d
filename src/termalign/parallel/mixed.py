"""Japanese terms in the English text that they stand in: the mentions of each that are nearest to it.

A text that says the same again and again would else link each time with each: as many links as there are times, squared.
"""

from collections.abc import Iterable

from termalign.choice import Candidate, mentions
from termalign.evidence.gather import Gatherer
from termalign.evidence.term import Term
from termalign.japanese.text import JapaneseText
from termalign.parallel.search import candidates
from termalign.situations.nearby import nearest

MOST_MENTIONS = 16  # of a term, each time that it stands in the text


def mentioned_nearby(
    text: JapaneseText, given: Iterable[tuple[int, int, Term]], gatherer: Gatherer, threshold: float
) -> list[Candidate]:
    """The mentions of each term that clear the threshold, in order of the terms.

    Parameters
    ----------
    text : JapaneseText
        The text, as Japanese.
    given : iterable of (int, int, Term)
        The terms with their folded code points.
    gatherer : Gatherer
        The text, as English.
    threshold : float
        Least score of a mention.
    """
    known: dict[Term, tuple[list[Candidate], list[int]]] = {}
    found: list[Candidate] = []
    for start, end, term in given:
        if term not in known:
            every = candidates(0, 0, term, gatherer.claims(term), gatherer, None)
            known[term] = every, [gatherer.bitext.english.offsets(c.i, c.j)[0] for c in every]
        every, places = known[term]
        near = every[nearest(places, text.folded.raw_span(start, end)[0], MOST_MENTIONS)]
        found += [c._replace(start=start, end=end) for c in near]
    return mentions(found, threshold)
