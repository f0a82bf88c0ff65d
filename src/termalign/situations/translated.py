"""Terms of a text, each rendered at most once in its translation."""

from collections.abc import Sequence

from termalign.choice import Candidate as Scored
from termalign.choice import place_of
from termalign.decide.inference import choose
from termalign.decide.weights import Table, chance, log_odds, of_translations
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Kind
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
    pair = proposed(
        text, gatherer.bitext, terms, asked(gatherer.kinds, gatherer.elsewhere), gatherer.may_say("composed")
    )
    calibrated = fitted_scale("text")
    chosen = decide(pair, of_translations("together"), calibrated.score(threshold))
    return sorted(scored(chosen, pair, calibrated), key=place_of)


def proposed(
    text: JapaneseText, bitext: Bitext, terms: TermCache, kinds: Sequence[Kind], together: bool = True
) -> Pair:
    """A text and its translation with all candidates between them.

    Parameters
    ----------
    text : JapaneseText
        The Japanese; it has at least one morpheme.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    kinds : sequence of Kind
        The kinds of evidence to ask.
    together : bool
        Whether parts may speak together for the compound that they make.
    """
    whole = glossary_places(text, terms.lexicon)
    pair = Pair(text, bitext, terms, parted_around(runs_of(text, terms.lexicon), whole), whole=whole)
    pair.look_up(of_translations("single"), kinds)
    pair.propose(together)
    return pair
