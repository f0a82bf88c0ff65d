"""The alignment of a text and its translation, in which each term is rendered at most once."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from termalign.decide.calibration import USUAL, Scale, fitted_scale
from termalign.decide.inference import choose
from termalign.decide.rivals import NOTHING
from termalign.decide.second_look import look_again
from termalign.decide.second_renderings import second_renderings
from termalign.decide.swaps import exchanged
from termalign.decide.weights import Table, in_translations, log_odds, of_translations
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.odds import chance
from termalign.propose.candidate import Candidate
from termalign.propose.glossary_runs import glossary_places, places_of_glossary, runs_with_glossary
from termalign.propose.proposed_runs import parted_around, runs_of, with_names
from termalign.propose.quoted_titles import quoted_titles
from termalign.propose.reference_signs import reference_signs
from termalign.situations.encoded import encoded
from termalign.situations.pair import Pair
from termalign.situations.scored import Chosen, scored
from termalign.situations.translation import Translation
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache

_FIRST = 0.19
"""The chance below which the first choice leaves a candidate out. F1 in cross-validation is highest around it, and flat."""


def decide(
    pair: Pair, weights: Mapping[str, Table], calibrated: Scale, least: float, usual: float = USUAL
) -> Sequence[Candidate]:
    """Return the best choice of candidates, with the log odds it was based on.

    ``weights`` are by stage and feature: ``together`` for the first choice, ``together again`` for the last. ``least``
    is the minimum published score of a candidate, on the scale ``calibrated``. If it is lower than ``usual``, the less
    likely candidates only fill what the usual choice leaves free. A second rendering in brackets is added.
    """
    seen = seen_again(pair, weights["together"])
    for c, features in seen:
        c.again, c.odds = features, log_odds(weights["together again"], features)
    hopeful = [c for c, _ in seen]
    chosen = choose(hopeful, [calibrated.above(c.odds, max(least, usual)) for c in hopeful], pair.english)
    if least < usual:
        kept, whatever = {id(c) for c in chosen}, float(len(hopeful))  # more than all others are worth together
        worth = [whatever if id(c) in kept else calibrated.above(c.odds, least) for c in hopeful]
        chosen = choose(hopeful, worth, pair.english)
    again = second_renderings(chosen, hopeful, pair.english)
    return chosen + [c for c in again if calibrated.above(c.odds, least) > 0]


def seen_again(pair: Pair, together: Table) -> list[tuple[Candidate, Features]]:
    """Return the candidates that may be right after a first choice, each with the features of the second look."""
    chosen = first_choice(pair, together)
    hopeful = [c for c in pair.candidates if c.odds > NOTHING]
    return look_again(hopeful, chosen, pair.predicates, pair.ja, pair.english)


def first_choice(pair: Pair, together: Table) -> list[Candidate]:
    """Judge all candidates, and return those of the best choice.

    ``together`` has the weights of the features of candidates among others.
    """
    for c in pair.candidates:
        c.odds = log_odds(together, c.features)
    chosen = choose(pair.candidates, [chance(c.odds) - _FIRST for c in pair.candidates], pair.english)
    return exchanged(chosen, pair.candidates, pair.predicates, pair.ja, pair.english)


def align_translated(text: JapaneseText, translation: Translation, terms: TermCache, threshold: float) -> list[Chosen]:
    """Return the links of a text and its translation with a published score of at least ``threshold``, in Japanese order."""
    if not text.morphemes or not len(translation.english):
        return []
    pair = proposed(text, translation, terms)
    calibrated = fitted_scale("text")
    found = scored(decide(pair, in_translations(), calibrated, threshold), pair, calibrated)
    if translation.semantics is not None and translation.may_say("context"):
        found += encoded(pair, found, translation.semantics, threshold)
    return sorted(found, key=attrgetter("place"))


def proposed(text: JapaneseText, translation: Translation, terms: TermCache, headwords: Table | None = None) -> Pair:
    """Return a text and its translation with all candidates between them.

    The text has at least one morpheme. ``headwords`` has the weights of the features of single headwords; the packaged
    ones by default.
    """
    pair = with_glossary_runs(text, translation.target, terms, translation.may_say("context"))
    weights = of_translations("single") if headwords is None else headwords
    pair.look_up(weights, translation.asked)
    pair.look_up_predicates(weights)
    pair.propose(translation.may_say("composed"))
    return pair


def with_glossary_runs(text: JapaneseText, target: Target, terms: TermCache, guesses: bool = True) -> Pair:
    """Return a text and its translation without candidates yet. Each glossary term is a run of its own.

    ``guesses`` says whether there may be candidates without evidence of their own.
    """
    whole = glossary_places(text, terms.lexicon)
    runs = runs_with_glossary(runs_of(text, terms.lexicon), text, terms.lexicon)
    runs = with_names(runs, text, target, terms)
    runs = parted_around(runs, reference_signs(text, target.english, terms.lexicon))
    runs = parted_around(runs, whole)
    found = quoted_titles(runs, text, target, terms)
    titles = {title: names for title, names in found if all(b <= title[0] or title[1] <= a for a, b in whole)}
    undivided = places_of_glossary(text, terms.lexicon)
    return Pair(text, target, terms, runs, whole=whole, titles=titles, undivided=undivided, guesses=guesses)
