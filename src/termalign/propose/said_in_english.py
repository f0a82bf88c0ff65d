"""What the text says is the English for a term that it names by its sound: *Kojiki*, known in English as *Records of …*."""

from collections.abc import Iterator, Sequence

from termalign.evidence.bitext import Bitext
from termalign.evidence.in_english import said_in_english
from termalign.evidence.match import Match
from termalign.propose.candidate import Candidate

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
    heard = [Match(c.i, c.j, c.kind, 1.0, 1.0, ()) for c in candidates if c.single_odds > _SURE]
    for said in said_in_english(bitext, heard):
        named = max((c for c in candidates if c.kind in ("romaji", "name")), key=lambda c: c.single_odds)
        features = {"said in English": 1.0, "said in English of": named.single_odds}
        if (said.i, said.j) in at:
            at[said.i, said.j].features.update(features)
        else:
            new = named.grown(said.i, said.j, {"bias": 1.0, "odds": named.odds, **features})
            new.kind, new.single_odds, new.parts = "apposition", named.single_odds, ()
            yield new
