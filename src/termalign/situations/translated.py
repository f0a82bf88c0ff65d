"""Terms of a text, each rendered at most once in its translation."""

from collections.abc import Sequence

from termalign.choice import Candidate as Scored
from termalign.choice import place_of
from termalign.decide.inference import choose
from termalign.decide.weights import Table, chance, log_odds, packaged
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.kinds.registry import asked
from termalign.propose.candidate import Candidate
from termalign.propose.glossary_runs import glossary_places
from termalign.propose.runs import parted_around, runs_of
from termalign.situations.pair import Pair
from termalign.situations.scored import fitted_scale, scored

LEAST = 0.19
"""The least chance that a choice is made with: where F1 over folds is at its flat top."""


def decide(pair: Pair, weights: Table, least: float = LEAST) -> Sequence[Candidate]:
    """The candidates of the best choice, with the log odds that it was made by.

    Parameters
    ----------
    pair : Pair
        The texts with all candidates.
    weights : mapping of str to float
        What the features of candidates among others are worth.
    least : float
        The least chance that is worth having.
    """
    for c in pair.candidates:
        c.odds = log_odds(weights, c.features)
    return choose(pair.candidates, [chance(c.odds) for c in pair.candidates], least, pair.english)


def align_translated(text: JapaneseText, gatherer: Gatherer, terms: TermCache, threshold: float) -> list[Scored]:
    """The links of a text and its translation that are likelier right than `threshold`, in Japanese order.

    Parameters
    ----------
    text : JapaneseText
        The Japanese.
    gatherer : Gatherer
        The English, the kinds of evidence to ask, and what other passages of the document say.
    terms : TermCache
        Headwords that are known already.
    threshold : float
        A published score, 0 to 1.
    """
    if not text.morphemes or not len(gatherer.bitext.english):
        return []
    whole = glossary_places(text, terms.lexicon)
    pair = Pair(text, gatherer.bitext, terms, parted_around(runs_of(text, terms.lexicon), whole), whole=whole)
    weights = packaged()
    pair.look_up(weights["single"], asked(gatherer.kinds, gatherer.elsewhere))
    pair.propose(gatherer.may_say("composed"))
    calibrated = fitted_scale("text")
    least = calibrated.score(threshold)
    chosen = decide(pair, weights["together"], least)
    return sorted(scored(chosen, pair, calibrated), key=place_of)
