"""Terms that the user gives: the best rendering of each, in the light of what the rest of the text is rendered by."""

import math
from collections.abc import Mapping, Sequence

from termalign.decide.inference import choose
from termalign.decide.left_over import explained, weigh
from termalign.decide.neighbours import seen_again
from termalign.decide.titles import titled
from termalign.decide.turns import in_turn
from termalign.decide.weights import Table, chance, log_odds
from termalign.evidence.bitext import Bitext
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate
from termalign.propose.runs import parted_around, runs_of
from termalign.situations.pair import Pair
from termalign.situations.translated import FIRST_LEAST

Span = tuple[int, int]


def pair_with(ja: JapaneseText, bitext: Bitext, terms: TermCache, given: Sequence[Span]) -> Pair:
    """Two texts with the terms that the user points at, ready to be looked up.

    Parameters
    ----------
    ja : JapaneseText
        The Japanese.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    given : sequence of (int, int)
        Folded code points of the terms, of which none overlaps another (see `layers`). Their ends need not be those of
        morphemes: what they part is read anew.
    """
    ja = ja.cut_at(given)
    places = sorted({place for span in given if (place := ja.range_at(*span)) is not None})
    return Pair(ja, bitext, terms, parted_around(runs_of(ja, terms.lexicon), places), places)


def layers(given: Sequence[Span]) -> list[list[Span]]:
    """The terms in layers in which none overlaps another, the longest first."""
    found: list[list[Span]] = []
    for start, end in sorted(set(given), key=lambda span: (span[0] - span[1], span)):
        for layer in found:
            if all(end <= s or e <= start for s, e in layer):
                layer.append((start, end))
                break
        else:
            found.append([(start, end)])
    return found


def decide_given(pair: Pair, weights: Mapping[str, Table]) -> list[Candidate]:
    """The best candidate of each given term, in order.

    Its `odds` are those of being right where one of the term's candidates is, or none: what speaks for another speaks against
    it. A term that the English leaves out has low odds, or no candidate.

    Parameters
    ----------
    pair : Pair
        Two texts with their candidates; `pair.given` are the terms.
    weights : mapping of str to mapping
        What each feature is worth, by stage: ``first`` for the first choice, ``second`` for any term, ``given`` on top of it.
    """
    by_term: dict[tuple[int, int], list[Candidate]] = {}
    for c in considered(pair, weights):
        c.odds = log_odds(weights["second"], c.features) + log_odds(weights["given"], c.features)
        by_term.setdefault((c.a, c.b), []).append(c)
    return [_best(by_term[place]) for place in sorted(by_term)]


def considered(pair: Pair, weights: Mapping[str, Table]) -> list[Candidate]:
    """The candidates of given terms, with all that speaks for or against each."""
    for c in pair.candidates:
        c.odds = log_odds(weights["first"], c.features)
    chosen = choose(pair.candidates, [chance(c.odds) for c in pair.candidates], FIRST_LEAST, pair.english)
    own = [c for c in pair.candidates if (c.a, c.b) in pair.given]
    seen_again(own, chosen, pair.english)
    atoms = [c for found in pair.found.values() for c in found]
    for place in pair.given:
        here = [c for c in own if (c.a, c.b) == place]
        if here:
            words = explained(place, atoms, chosen, pair.predicated)
            weigh(here, pair.ja, pair.terms.at(pair.ja, *place), words, pair.bitext)
            titled(here, pair.ja, pair.english)
            in_turn(here, pair.ja, pair.english)
    return own


def _best(candidates: Sequence[Candidate]) -> Candidate:
    """The likeliest of a term's candidates, with the odds of it against all others and against none being right."""
    best = max(candidates, key=lambda c: c.odds)
    others = [c.odds for c in candidates if c is not best]
    top = max([0.0, *others])
    best.odds -= top + math.log(math.exp(-top) + sum(math.exp(odds - top) for odds in others))
    return best
