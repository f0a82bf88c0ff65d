"""Terms that the user gives: the best rendering of each, in the light of what the rest of the text is rendered by."""

import math
from collections.abc import Collection, Mapping, Sequence

from termalign.choice import Candidate as Scored
from termalign.choice import place_of
from termalign.decide.in_text import Found, InText
from termalign.decide.inference import choose
from termalign.decide.left_over import Explanations, weigh
from termalign.decide.neighbours import Neighbours
from termalign.decide.titles import titled
from termalign.decide.turns import in_turn
from termalign.decide.weights import Table, chance, log_odds, packaged
from termalign.evidence.bitext import Bitext
from termalign.evidence.elsewhere import Elsewhere
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.kinds.registry import asked
from termalign.propose.candidate import Candidate
from termalign.propose.free_words import free_words
from termalign.propose.glossary_runs import glossary_places
from termalign.propose.runs import parted_around, runs_of
from termalign.situations.pair import Pair
from termalign.situations.scored import fitted_scale, scored
from termalign.situations.translated import LEAST, decide, proposed

Span = tuple[int, int]


def align_given(
    text: JapaneseText, given: Sequence[Span], gatherer: Gatherer, terms: TermCache, threshold: float
) -> list[Scored]:
    """The best link of each given term that is likelier right than `threshold`, in Japanese order.

    Parameters
    ----------
    text : JapaneseText
        The Japanese.
    given : sequence of (int, int)
        Folded code points of the terms. Of terms within others, each layer is aligned for itself.
    gatherer : Gatherer
        The English, the kinds of evidence to ask, and what other passages of the document say.
    terms : TermCache
        Headwords that are known already.
    threshold : float
        A published score, 0 to 1.
    """
    if not text.morphemes or not len(gatherer.bitext.english):
        return []
    calibrated = fitted_scale("given")
    links = links_of_text(text, gatherer.bitext, terms, packaged(), gatherer.kinds, gatherer.elsewhere)
    found: list[Scored] = []
    for layer in layers(given):
        pair = proposed_for(layer, text, gatherer.bitext, terms, packaged(), gatherer.kinds, gatherer.elsewhere)
        found += scored(decide_given(pair, packaged(), links), pair, calibrated)
    return sorted([c for c in found if c.score >= threshold], key=place_of)


def links_of_text(
    text: JapaneseText,
    bitext: Bitext,
    terms: TermCache,
    weights: Mapping[str, Table],
    kinds: Collection[str] | None = None,
    elsewhere: Elsewhere | None = None,
) -> list[Found]:
    """What a text and its translation are read as where nobody points at a term; the parameters are those of `proposed_for`."""
    pair = proposed(
        text, bitext, terms, asked(kinds, elsewhere), kinds is None or "composed" in kinds, weights["single"]
    )
    m = pair.ja.morphemes
    chosen = decide(pair, weights["together"])
    return [Found(m[c.a].start, m[c.b - 1].end, c.i, c.j, c.kind, c.odds) for c in chosen]


def proposed_for(
    given: Sequence[Span],
    text: JapaneseText,
    bitext: Bitext,
    terms: TermCache,
    weights: Mapping[str, Table],
    kinds: Collection[str] | None = None,
    elsewhere: Elsewhere | None = None,
) -> Pair:
    """A text and its translation with all candidates for some terms, and for what else stands there.

    Parameters
    ----------
    given : sequence of (int, int)
        Folded code points of the terms, of which none overlaps another (see `layers`).
    text : JapaneseText
        The Japanese.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    weights : mapping of str to mapping
        What each feature is worth, by stage.
    kinds : collection of str, optional
        The kinds of links to look for; all by default.
    elsewhere : Elsewhere, optional
        What other passages of the document say.
    """
    pair = pair_with(text, bitext, terms, given, kinds is None or "context" in kinds)
    pair.look_up(weights["single"], asked(kinds, elsewhere))
    pair.propose(kinds is None or "composed" in kinds)
    return pair


def pair_with(ja: JapaneseText, bitext: Bitext, terms: TermCache, given: Sequence[Span], guesses: bool = True) -> Pair:
    """Two texts with the terms that the user points at, ready to be looked up.

    The ends of the terms need not be those of morphemes: what they part is read anew.
    """
    ja = ja.cut_at(given)
    spelled = [span for span in given if any(map(str.isalnum, ja.text[slice(*span)]))]  # a mark is no term
    places = sorted({place for span in spelled if (place := ja.range_at(*span)) is not None})
    own = {k for place in places for k in range(*place)}
    whole = [place for place in glossary_places(ja, terms.lexicon) if place in places or own.isdisjoint(range(*place))]
    apart = sorted({*places, *whole})
    return Pair(ja, bitext, terms, parted_around(runs_of(ja, terms.lexicon), apart), places, whole, guesses)


def layers(given: Sequence[Span]) -> list[list[Span]]:
    """The terms in layers in which none overlaps another, the longest first."""
    found: list[list[Span]] = []
    covered: list[set[int]] = []
    for start, end in sorted(set(given), key=lambda span: (span[0] - span[1], span)):
        own = range(start, end)
        free = next((n for n, points in enumerate(covered) if points.isdisjoint(own)), len(found))
        if free == len(found):
            found.append([])
            covered.append(set())
        found[free].append((start, end))
        covered[free].update(own)
    return found


def decide_given(pair: Pair, weights: Mapping[str, Table], links: Sequence[Found] = ()) -> list[Candidate]:
    """The best candidate of each given term that has one, in order.

    Its `odds` are those of `standing`: of a term that the English leaves out they are low.

    Parameters
    ----------
    pair : Pair
        Two texts with their candidates; `pair.given` are the terms.
    weights : mapping of str to mapping
        What each feature is worth, by stage: ``together`` for the first look at the whole text, ``given`` for the terms.
    links : sequence of Found
        What the text is read as where nobody points at a term (`links_of_text`).
    """
    found = settled(judged(pair, weights, links))
    for c, odds in found:
        c.odds = odds
    return [c for c, _ in found]


def settled(terms: Mapping[Span, Sequence[Candidate]]) -> list[tuple[Candidate, float]]:
    """The best candidate of each term and how it stands, in order; of terms that want the same words the likelier has them."""
    best = {place: likeliest(rivals, rivals) for place, rivals in terms.items()}
    taken: set[int] = set()
    found = []
    for place in sorted(best, key=lambda place: (-best[place][1], place)):
        c, odds = best[place]
        able = [c for c in terms[place] if taken.isdisjoint(range(c.i, c.j))]
        if able:
            found.append((c, odds) if c in able else likeliest(able, terms[place]))
            taken.update(range(found[-1][0].i, found[-1][0].j))
    return sorted(found, key=lambda one: one[0].a)


def judged(pair: Pair, weights: Mapping[str, Table], links: Sequence[Found] = ()) -> dict[Span, list[Candidate]]:
    """The candidates of each given term, with their odds."""
    found = considered(pair, weights, links)
    for c in (c for rivals in found.values() for c in rivals):
        c.odds = log_odds(weights["given"], c.features)
    return found


def likeliest(able: Sequence[Candidate], rivals: Sequence[Candidate]) -> tuple[Candidate, float]:
    """The likeliest of a term's candidates, and how it stands among all its `rivals`."""
    best = max(able, key=lambda c: c.odds)
    return best, standing((best.i, best.j), [(c.i, c.j) for c in rivals], [c.odds for c in rivals])


def standing(words: Span, spans: Sequence[Span], odds: Sequence[float]) -> float:
    """The log odds that some words, or words much like them, render a term, and not others, and not none.

    Parameters
    ----------
    words : tuple of (int, int)
        One of `spans`.
    spans : sequence of (int, int)
        The English words of each candidate of the term.
    odds : sequence of float
        What speaks for each, against 0 for none.

    Examples
    --------
    >>> spans, odds = [(0, 2), (1, 2), (7, 8)], [1.0, 0.9, 0.0]
    >>> round(standing((0, 2), spans, odds), 2), round(standing((7, 8), spans, odds), 2)
    (0.95, -1.81)
    """
    alike = [_alike(span, words) for span in spans]
    near = [each for each, one in zip(odds, alike, strict=True) if one]
    far = [each for each, one in zip(odds, alike, strict=True) if not one]
    return _log_sum(near) - _log_sum([0.0, *far])


def _log_sum(odds: Sequence[float]) -> float:
    """The log of the sum of the exponentials."""
    most = max(odds)
    return most + math.log(sum([math.exp(each - most) for each in odds]))


def considered(pair: Pair, weights: Mapping[str, Table], links: Sequence[Found] = ()) -> dict[Span, list[Candidate]]:
    """The candidates of each given term, in order, with all that speaks for or against each."""
    for c in pair.candidates:
        c.odds = log_odds(weights["together"], c.features)
    chosen = choose(pair.candidates, [chance(c.odds) for c in pair.candidates], LEAST, pair.english)
    explanations = Explanations((c for found in pair.found.values() for c in found), chosen, pair.predicated)
    neighbours = Neighbours(chosen)
    found: dict[Span, list[Candidate]] = {place: [] for place in sorted(pair.given)}
    for c in pair.candidates:
        if (c.a, c.b) in found:
            found[c.a, c.b].append(c)
    english = pair.english
    for place, own in found.items():
        term = pair.terms.at(pair.ja, *place)
        words = explanations.beside(place, pair.found_within(*place))
        kinds = [words.by(k, english) for k in range(len(english))]
        known = {(c.i, c.j) for c in own}
        start, end = pair.ja.morphemes[place[0]].start, pair.ja.morphemes[place[1] - 1].end
        in_text = InText(links, start, end)
        own += in_text.proposed(place, term, known, english)
        free = [kind == "free" and pair.guesses for kind in kinds]
        own += free_words(place, pair.middle(*place), term, free, {(c.i, c.j) for c in own}, english)
        if own:
            explanations.choice(own)
            neighbours.near(own, pair.ja)
            in_text.weigh(own, english)
            weigh(own, pair.ja, term, words, kinds, pair.bitext)
            titled(own, pair.ja, english)
            in_turn(own, pair.ja, english)
    return {place: own for place, own in found.items() if own}


def _alike(one: Span, other: Span) -> bool:
    """Whether two stretches share most of their words."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 4 * shared >= one[1] - one[0] + other[1] - other[0]
