"""Terms of a text, each rendered at most once in its translation."""

from collections.abc import Mapping, Sequence

from termalign.choice import Candidate as Scored
from termalign.choice import place_of
from termalign.decide.inference import choose
from termalign.decide.neighbours import seen_again
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

#: The least chances that the first and the second choice are made with: where F1 over folds is at its flat top.
FIRST_LEAST, LEAST = 0.18, 0.19
HOPEFUL = 0.02  # chance: what is less likely at first is not looked at again


def look(pair: Pair, first: Table) -> list[Candidate]:
    """Candidates that are hopeful at first sight, with what the first choice says of them."""
    for c in pair.candidates:
        c.odds = log_odds(first, c.features)
    chances = [chance(c.odds) for c in pair.candidates]
    chosen = choose(pair.candidates, chances, FIRST_LEAST, pair.english)
    hopeful = [c for c, p in zip(pair.candidates, chances, strict=True) if p > HOPEFUL or (c.a, c.b) in pair.given]
    seen_again(hopeful, chosen, pair.english)
    return hopeful


def decide(pair: Pair, weights: Mapping[str, Table], least: float = LEAST) -> Sequence[Candidate]:
    """The candidates of the best choice, with the log odds that it was made by.

    Parameters
    ----------
    pair : Pair
        The texts with all candidates.
    weights : mapping of str to mapping
        The fitted weights, by stage.
    least : float
        The least chance that is worth having.
    """
    if not pair.candidates:
        return []
    hopeful = look(pair, weights["first"])
    for c in hopeful:
        c.odds = log_odds(weights["second"], c.features)
    return choose(hopeful, [chance(c.odds) for c in hopeful], least, pair.english)


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
    chosen = decide(pair, weights, least)
    return sorted(scored(chosen, pair, calibrated), key=place_of)
