"""Several links of pieces made one."""

from collections.abc import Sequence

from termalign.choice import Candidate
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText


def merged(pieces: Sequence[Candidate], i: int, j: int, text: JapaneseText, terms: TermCache) -> Candidate | None:
    """The link of all the Japanese of some links, which are in its order, with the words ``i:j``, for the reasons of the best.

    None where morphemes do not end where the links do.
    """
    start, end = pieces[0].start, pieces[-1].end
    place = text.range_at(start, end)
    if place is None:
        return None
    best = max(pieces, key=lambda c: (c.score, c.size))
    return best._replace(start=start, end=end, i=i, j=j, term=terms.at(text, *place))
