"""Terms that the user gives: the best rendering of each, in the light of what the rest of the text is rendered by."""

import math
from collections.abc import Mapping, Sequence

from termalign.decide.inference import choose
from termalign.decide.left_over import explained, weigh
from termalign.decide.titles import titled
from termalign.decide.turns import in_turn
from termalign.decide.weights import Table, chance, log_odds
from termalign.evidence.bitext import Bitext
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate
from termalign.propose.runs import parted_around, runs_of
from termalign.situations.pair import Pair
from termalign.situations.translated import LEAST

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

    Its `odds` are those of `answer`: a term that the English leaves out has low odds, or no candidate.

    Parameters
    ----------
    pair : Pair
        Two texts with their candidates; `pair.given` are the terms.
    weights : mapping of str to mapping
        What each feature is worth, by stage: ``together`` for any term, ``given`` on top of it.
    """
    by_term: dict[Span, list[Candidate]] = {}
    for c in considered(pair, weights):
        c.odds = log_odds(weights["together"], c.features) + log_odds(weights["given"], c.features)
        by_term.setdefault((c.a, c.b), []).append(c)
    found = []
    for place in sorted(by_term):
        rivals = by_term[place]
        best, odds = answer([(c.i, c.j) for c in rivals], [c.odds for c in rivals])
        rivals[best].odds = odds
        found.append(rivals[best])
    return found


def answer(spans: Sequence[Span], odds: Sequence[float]) -> tuple[int, float]:
    """Which of a term's rivals is likeliest, and the log odds that it or one much like it is right, not another and not none.

    Parameters
    ----------
    spans : sequence of (int, int)
        The English words of each.
    odds : sequence of float
        What speaks for each, against 0 for none.

    Examples
    --------
    >>> best, alike = answer([(0, 2), (1, 2), (7, 8)], [1.0, 0.9, 0.0])
    >>> best, round(alike, 2), round(answer([(0, 2), (7, 8)], [1.0, 0.0])[1], 2)
    (0, 0.95, 0.31)
    """
    best = max(range(len(odds)), key=lambda n: odds[n])
    alike = [_alike(span, spans[best]) for span in spans]
    near = [each for each, one in zip(odds, alike, strict=True) if one]
    far = [each for each, one in zip(odds, alike, strict=True) if not one]
    return best, _log_sum(near) - _log_sum([0.0, *far])


def _log_sum(odds: Sequence[float]) -> float:
    """The log of the sum of the exponentials."""
    most = max(odds)
    return most + math.log(sum([math.exp(each - most) for each in odds]))


def considered(pair: Pair, weights: Mapping[str, Table]) -> list[Candidate]:
    """The candidates of given terms, with all that speaks for or against each."""
    for c in pair.candidates:
        c.odds = log_odds(weights["together"], c.features)
    chosen = choose(pair.candidates, [chance(c.odds) for c in pair.candidates], LEAST, pair.english)
    own = [c for c in pair.candidates if (c.a, c.b) in pair.given]
    atoms = [c for found in pair.found.values() for c in found]
    for place in pair.given:
        here = [c for c in own if (c.a, c.b) == place]
        if here:
            term = pair.terms.at(pair.ja, *place)
            words = explained(place, atoms, chosen, pair.predicated)
            weigh(here, pair.ja, term, words, pair.bitext)
            titled(here, pair.ja, pair.english)
            in_turn(here, pair.ja, pair.english)
    return own


def _alike(one: Span, other: Span) -> bool:
    """Whether two stretches share most of their words."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 4 * shared >= one[1] - one[0] + other[1] - other[0]
