"""What the text says is the English for a term that it names by its sound: *Kojiki*, known in English as *Records of …*."""

from collections.abc import Iterator, Sequence

from termalign.evidence.bitext import Bitext
from termalign.evidence.in_english import said_in_english
from termalign.evidence.match import Match
from termalign.propose.candidate import Candidate, said_as_well

_BY_SOUND = frozenset({"romaji", "name"})
_SURE = 0.85  # log odds of a candidate by sound, for the term to have been named


def named_in_english(candidates: Sequence[Candidate], bitext: Bitext) -> Iterator[Candidate]:
    """Candidates for the phrases that the text marks so; what is there already gets the feature too.

    Parameters
    ----------
    candidates : sequence of Candidate
        Those of one term.
    bitext : Bitext
        The English.
    """
    if not bitext.says_in_english:
        return
    at = {(c.i, c.j): c for c in candidates}
    heard = [c for c in candidates if c.single_odds > _SURE]
    named = max((c for c in heard if c.kind in _BY_SOUND), key=lambda c: c.single_odds, default=None)
    if named is None:
        return
    features = {"said in English": 1.0, "said in English of": named.single_odds}
    for said in said_in_english(bitext, [Match(c.i, c.j, c.kind, 1.0, 1.0, ()) for c in heard]):
        yield from said_as_well(named, at, (said.i, said.j), "apposition", features)
