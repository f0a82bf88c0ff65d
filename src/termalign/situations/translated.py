"""The alignment of a text and its translation, in which each term is rendered at most once."""

from collections.abc import Collection, Sequence
from operator import attrgetter

from termalign.bitext.bitext import Bitext
from termalign.decide.calibration import fitted_scale
from termalign.decide.inference import choose
from termalign.decide.weights import Table, chance, log_odds, of_translations
from termalign.japanese.text import JapaneseText
from termalign.kinds.elsewhere import Elsewhere
from termalign.kinds.registry import asked
from termalign.propose.candidate import Candidate
from termalign.propose.glossary_runs import glossary_places
from termalign.propose.runs import parted_around, runs_of
from termalign.situations.encoded import encoded
from termalign.situations.pair import Pair
from termalign.situations.scored import Chosen, scored
from termalign.situations.translation import Translation
from termalign.terms.term_cache import TermCache

LEAST = 0.19
"""The least chance that a choice is made with: where F1 over folds is at its flat top."""


def decide(pair: Pair, weights: Table, least: float = LEAST) -> Sequence[Candidate]:
    """Return the candidates of the best choice, with the log odds that it was made by.

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


def align_translated(text: JapaneseText, translation: Translation, terms: TermCache, threshold: float) -> list[Chosen]:
    """Return the links of a text and its translation that are likelier right than `threshold`, in Japanese order.

    Parameters
    ----------
    text : JapaneseText
        The Japanese.
    translation : Translation
        The English.
    terms : TermCache
        Headwords that are known already.
    threshold : float
        A published score, 0 to 1.
    """
    if not text.morphemes or not len(translation.english):
        return []
    pair = proposed(text, translation.bitext, terms, translation.kinds, translation.elsewhere)
    calibrated = fitted_scale("text")
    found = scored(decide(pair, of_translations("together"), calibrated.score(threshold)), pair, calibrated)
    if translation.semantics is not None and translation.may_say("context"):
        found += encoded(pair, found, translation.semantics, threshold)
    return sorted(found, key=attrgetter("place"))


def proposed(
    text: JapaneseText,
    bitext: Bitext,
    terms: TermCache,
    kinds: Collection[str] | None = None,
    elsewhere: Elsewhere | None = None,
    headwords: Table | None = None,
) -> Pair:
    """Return a text and its translation with all candidates between them.

    Parameters
    ----------
    text : JapaneseText
        The Japanese; it has at least one morpheme.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    kinds : collection of str, optional
        The kinds of links to look for; all by default.
    elsewhere : Elsewhere, optional
        What other passages of the document say.
    headwords : mapping of str to float, optional
        What the features of single headwords are worth; as packaged by default.
    """
    whole = glossary_places(text, terms.lexicon)
    pair = Pair(text, bitext, terms, parted_around(runs_of(text, terms.lexicon), whole), whole=whole)
    pair.look_up(of_translations("single") if headwords is None else headwords, asked(kinds, elsewhere))
    pair.propose(kinds is None or "composed" in kinds, kinds is None or "context" in kinds)
    return pair
