"""Terms that the user gives: the best link of each, in the light of what the rest of the text is rendered by."""

from collections.abc import Sequence

from termalign.calibration import scale
from termalign.choice import (
    ANCHOR,
    Candidate,
    calibrated,
    greedy,
    one_to_one,
    place_of,
    rescored,
    settled,
    without_listed,
)
from termalign.choice.noun_phrase import completed, modified, nominal, unbroken
from termalign.choice.whole import Unexplained
from termalign.evidence.context import Leftover
from termalign.evidence.gather import Gatherer
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.by_place import may_be_by_place
from termalign.parallel.in_run import sure_in_run, words_compounded
from termalign.parallel.leftover import placed, unclaimed
from termalign.parallel.repeated import named_first
from termalign.parallel.search import all_candidates, candidates


def align_given(
    text: JapaneseText,
    given: Sequence[tuple[int, int, Term]],
    gatherer: Gatherer,
    terms: TermCache,
    threshold: float,
) -> list[Candidate]:
    """The best link of each given term of a parallel text, in the light of what the rest of the text is rendered by.

    `threshold` and the scores of the links are chances (`termalign.calibration`).

    Parameters
    ----------
    given : sequence of (int, int, Term)
        Folded code points and the term; its borders need not be those of morphemes. Of terms within others, each layer is
        aligned for itself.
    """
    layers = _layers(given)
    if len(layers) > 1:
        return sorted(
            [c for layer in layers for c in align_given(text, layer, gatherer, terms, threshold)], key=place_of
        )
    english = gatherer.bitext.english
    places = {(start, end) for start, end, _ in given}
    others = [
        c
        for c in all_candidates(text, gatherer, terms, predicates=False)
        if not any(c.start < end and start < c.end for start, end in places)
    ]
    own: list[Candidate] = []
    for start, end, term in given:
        own += candidates(start, end, term, gatherer.claims(term), gatherer, (start + end) / (2 * len(text.text)))
    own = sure_in_run(named_first(own, english, ANCHOR), text, gatherer, terms)
    chosen = one_to_one(others, scale("text").score(threshold), english)
    own = without_listed(own, english, {k for c in chosen for k in range(c.i, c.j)})
    scored = rescored([*own, *others], [*greedy(own, ANCHOR), *chosen], english, given=True)
    best: dict[tuple[int, int], Candidate] = {}
    able = [c for c in scored if (c.start, c.end) in places]
    settled_on = settled(greedy(able, scale("given").score(threshold)), own, chosen)
    for c in calibrated(settled_on, "given"):
        best.setdefault((c.start, c.end), c)
    wanted = {k for o in scored if o.score >= ANCHOR and (o.start, o.end) not in places for k in range(o.i, o.j)}
    for place, c in list(best.items()):
        more = wanted.union(k for o in best.values() if o.place != c.place for k in range(o.i, o.j))
        more |= words_compounded(*place, text, gatherer, terms)
        whole = unbroken(completed(c, english, more), english)
        if text.text.startswith("を", place[1]):
            whole = nominal(whole, english)
        best[place] = modified(whole, english, more) if text.unmodified(*place) else whole
    found = whole_names(text, given, chosen, list(best.values()), gatherer, terms, threshold)
    best = {(c.start, c.end): c for c in found}
    if len(best) < len(places) and gatherer.may_say("context"):
        rest = [Leftover(*g) for g in given if (g[0], g[1]) not in best]
        least = scale("given-context").score(threshold)
        near = placed(text, gatherer, rest, [*chosen, *best.values()], least)
        able = [c for c in near if may_be_by_place(c, gatherer.bitext)]
        for c in calibrated(greedy(able, least), "given-context"):
            best.setdefault((c.start, c.end), c)
    return sorted(best.values(), key=place_of)


def _layers(given: Sequence[tuple[int, int, Term]]) -> list[list[tuple[int, int, Term]]]:
    """The terms in layers in which none overlaps another, the longest first."""
    layers: list[list[tuple[int, int, Term]]] = []
    for one in sorted(given, key=lambda g: g[0] - g[1]):
        for layer in layers:
            if all(one[1] <= start or end <= one[0] for start, end, _ in layer):
                layer.append(one)
                break
        else:
            layers.append([one])
    return layers


def whole_names(
    text: JapaneseText,
    given: Sequence[tuple[int, int, Term]],
    others: Sequence[Candidate],
    best: Sequence[Candidate],
    gatherer: Gatherer,
    terms: TermCache,
    threshold: float,
) -> list[Candidate]:
    """The links of given terms grown to whole English names, and links to names that are left over.

    Parameters
    ----------
    given : sequence of (int, int, Term)
        The given terms.
    others : sequence of Candidate
        Links of the rest of the text.
    best : sequence of Candidate
        The best link of each given term that has one.
    threshold : float
        Least chance of a link.
    """
    linked = {(c.start, c.end) for c in best}
    missing = [Leftover(*g) for g in given if (g[0], g[1]) not in linked]
    covered = [*((c.start, c.end) for c in others), *((start, end) for start, end, _ in given)]
    left = [x for x in unclaimed(text, terms, covered, predicates=False) if not text.is_light(x.start, x.end)]
    unexplained = Unexplained(text, gatherer.bitext.english, others, best, missing, left)
    found = [unexplained.grown(c) for c in best]
    if missing and gatherer.may_say("context"):
        able = [c for c in unexplained.renderings() if may_be_by_place(c, gatherer.bitext)]
        taken: set[tuple[int, int]] = set()
        said = {k for c in found for k in range(c.i, c.j)}
        for c in greedy(able, threshold):
            if (c.start, c.end) not in taken and said.isdisjoint(range(c.i, c.j)):
                taken.add((c.start, c.end))
                found.append(c)
    return found
