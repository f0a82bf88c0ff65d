"""Terms that the user gives: the best rendering of each, considering the renderings of the rest of the text."""

import math
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter

from termalign.decide.calibration import fitted_scale
from termalign.decide.in_text import InText
from termalign.decide.left_over import weigh
from termalign.decide.rivals import NOTHING
from termalign.decide.titles import titled
from termalign.decide.weights import Table, in_translations, log_odds
from termalign.effort import effort_of_pair
from termalign.english.text import EnglishText
from termalign.japanese.inflection import stem
from termalign.japanese.text import JapaneseText
from termalign.japanese.titled_people import end_of_name
from termalign.kinds.number import NUMBER
from termalign.kinds.verbatim import VERBATIM, is_code
from termalign.propose.candidate import Candidate
from termalign.propose.free_words import free_words
from termalign.propose.growth import grown_further
from termalign.propose.titled_names import is_name_with_title, places_of_name
from termalign.propose.whole_names import whole_names
from termalign.situations.pair import Pair, Place
from termalign.situations.reading import Reading, read
from termalign.situations.scored import Chosen, scored
from termalign.situations.translation import Translation
from termalign.terms.term_cache import TermCache

Span = tuple[int, int]

_OPENING = ("（", "(")
_JOINED = frozenset(("composed", "context"))  # kinds of links that are put together from words


class Given(Pair):
    """A given term with its candidates, in a text that has already been aligned without it.

    ``untitled`` is the name of a person as a term of its own, if the term is that name with a title.
    ``span`` has the folded code points of the term. ``place`` has the morphemes of its stem (遂行 of 遂行した), or of the
    whole term if a glossary has it; it is None if the term is only a mark. The morphemes of the text are cut again if the
    term does not begin and end where morphemes do. ``around`` are the morphemes that the term overlaps in ``reading``, where
    none is cut. ``guesses`` says whether to propose words without evidence.
    """

    def __init__(self, reading: Reading, span: Span, guesses: bool = True) -> None:
        self.reading, self.around = reading, reading.ja.covering(*span)
        ja, read = reading.ja.cut_at([span]), reading.pair
        place = ja.range_at(*span)
        if not any(map(str.isalnum, ja.text[slice(*span)])):
            place = None  # a mark is no term
        whole = [place] if place is not None and ja is reading.ja and place in read.whole else []
        if place is not None and not whole:
            first, last = stem(ja.morphemes[slice(*place)])
            place = place[0] + first, place[0] + last
        places = [] if place is None else [place]
        super().__init__(ja, read.target, read.terms, places, places, whole, reading.quantities_at(*span))
        self.span, self.place = span, place
        self.guesses = guesses
        self.untitled: Given | None = None
        self.predicated = reading.predicated_beside(self.around)

    def span_of(self, a: int, b: int) -> Span:
        """Return the folded code points of the morphemes ``a:b``; for those of the term, with its inflection."""
        return self.span if (a, b) == self.place else super().span_of(a, b)

    def _wanted_outside(self, words: range) -> float:
        """Return the log odds of the text's best candidate that wants one of the words and is clear of the term."""
        return NOTHING if self.place is None else self.reading.rivals.best_beside(*self.around, words)

    def _propose_more(self, distinct: dict[Place, Candidate]) -> None:
        """Add candidates that grow further, and whole names."""
        own = [c for c in distinct.values() if (c.a, c.b) == self.place]
        for c in sorted(own, key=lambda c: -c.odds)[:6]:  # only the likeliest may grow further
            for new in grown_further(c, self.english):
                distinct.setdefault(new.place, new)
        if self.guesses and self.place is not None:
            for new in whole_names(self.place, self.middle(*self.place), self.atoms, self.english, self.widths):
                distinct.setdefault(new.place, new).features.update(new.features)

    @cached_property
    def judged(self) -> Sequence[Candidate]:
        """Return the candidates for the term, and those for the headwords in it; those joined from these are only rivals."""
        atoms = {id(c) for c in self.atoms}
        return [c for c in self.candidates if (c.a, c.b) == self.place or id(c) in atoms]

    @cached_property
    def name(self) -> Span | None:
        """Return the morphemes of a person's name, if the term is that name with a title."""
        if self.place is None:
            return None
        a, b = self.place
        size = end_of_name(self.ja.morphemes[a:b], self.terms.lexicon)
        return (a, a + size) if size else None

    def neighbours(self) -> tuple[Candidate | None, Candidate | None]:
        """Return the links before and behind the term, in the morphemes of the cut text."""
        before, behind = self.reading.neighbours.beside(*self.around)
        if behind is not None:
            more = len(self.ja.morphemes) - len(self.reading.ja.morphemes)
            behind = replace(behind, a=behind.a + more, b=behind.b + more)
        return before, behind

    @property
    def atoms(self) -> list[Candidate]:
        """Return the candidates found for the term and for the headwords in it."""
        return [c for found in self.found.values() for c in found]


def by_passage(
    text: JapaneseText,
    given: Sequence[Span],
    find: Callable[[JapaneseText, Sequence[Span], Translation], list[Chosen]],
) -> Callable[[JapaneseText, Translation, int], list[Chosen]]:
    """Return a function that finds the links of the terms inside a passage, as `align_document` needs it.

    ``given`` has the folded code points of all terms in the document. ``find`` finds the links of the terms in a
    passage, in folded code points of the passage.
    """
    ordered = sorted(given)
    starts = [start for start, _ in ordered]

    def work(part: JapaneseText, within: Translation, start: int) -> list[Chosen]:
        if part is text:
            return find(part, given, within)
        end = start + len(part.text)
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        own = [(s - start, e - start) for s, e in inside if e <= end]
        return [
            c for c in find(part, own, within) if c.reasons[0].kind != "context"
        ]  # only evidence by position: a guess, and passages may be paired wrongly

    return work


def align_given(
    text: JapaneseText, given: Sequence[Span], translation: Translation, terms: TermCache, threshold: float
) -> list[Chosen]:
    """Return the best link of each given term if its score reaches the threshold, in Japanese order.

    ``given`` has the folded code points of the terms, which may overlap. ``threshold`` is a published score, 0 to 1.
    """
    if not given or not text.morphemes or not len(translation.english):
        return []
    weights, calibrated = in_translations(), fitted_scale("given")
    reading = read(text, translation, terms, weights)
    effort = effort_of_pair()
    pairs = {span: proposed_for(span, reading, translation, weights) for span in given if effort.allows_more()}
    chosen = settled({span: judged(pair, weights) for span, pair in pairs.items()}, text.text)
    found: list[Chosen] = []
    for span, (c, odds) in chosen.items():
        c.odds = odds
        found += scored([c], pairs[span], calibrated)
    return sorted([c for c in found if c.score >= threshold], key=attrgetter("place"))


def proposed_for(span: Span, reading: Reading, translation: Translation, weights: Mapping[str, Table]) -> Given:
    """Return a given term with all its candidates. ``span`` has its folded code points; ``weights`` is by stage and feature."""
    pair = Given(reading, span, translation.may_say("context"))
    pair.look_up(weights["single"], translation.asked)
    pair.propose(translation.may_say("composed"))
    if pair.name is not None:
        name = pair.ja.morphemes[pair.name[0]].start, pair.ja.morphemes[pair.name[1] - 1].end
        pair.untitled = proposed_for(name, reading, translation, weights)
    return pair


def judged(pair: Given, weights: Mapping[str, Table]) -> Sequence[Candidate]:
    """Return the candidates of a given term, with their log odds against no rendering.

    ``weights`` are by stage and feature: ``together`` for the first look, ``given`` for the last.
    """
    found = considered(pair, weights)
    for c in found:
        c.odds = log_odds(weights["given"], c.features)
    return found if pair.untitled is None else _with_name(found, judged(pair.untitled, weights), pair)


def _with_name(found: Sequence[Candidate], named: Sequence[Candidate], pair: Given) -> Sequence[Candidate]:
    """Return the candidates of a person with a title, and those of the name unless a likely one renders the title too."""
    best = max(named, key=lambda n: n.odds, default=None)
    if best is None or any(c.odds > 0 and (c.i, c.j) != (best.i, best.j) and _contains(c, best) for c in found):
        return found
    places = {(n.i, n.j) for n in named}
    a, b = pair.place or (best.a, best.b)
    return [*(c for c in found if (c.i, c.j) not in places), *(replace(n, a=a, b=b) for n in named)]


def _contains(c: Candidate, other: Candidate) -> bool:
    return c.i <= other.i and other.j <= c.j


def settled(terms: Mapping[Span, Sequence[Candidate]], text: str) -> dict[Span, tuple[Candidate, float]]:
    """Return the best candidate of each term, with its log odds against its rivals.

    If two terms want the same words, the better candidate gets them. Terms may share words if one is part of the other
    or follows it in brackets.
    """
    best = {span: likeliest(rivals, rivals) for span, rivals in terms.items() if rivals}
    taken: dict[int, list[Span]] = {}
    found: dict[Span, tuple[Candidate, float]] = {}

    def is_free(c: Candidate, span: Span) -> bool:
        others = [other for k in range(c.i, c.j) for other in taken.get(k, ())]
        return all(_share_words(span, other, text) for other in others)

    for span in sorted(best, key=lambda span: (-best[span][1], span)):
        able = [c for c in terms[span] if is_free(c, span)]
        if able:
            found[span] = best[span] if best[span][0] in able else likeliest(able, terms[span])
            for k in range(found[span][0].i, found[span][0].j):
                taken.setdefault(k, []).append(span)
    return found


def _share_words(one: Span, other: Span, text: str) -> bool:
    """Return whether the same words may render both terms: one is inside the other, or behind it in brackets."""
    first, second = sorted((one, other))
    return second[0] < first[1] or text[first[1] : second[0]] in _OPENING


def likeliest(able: Sequence[Candidate], rivals: Sequence[Candidate]) -> tuple[Candidate, float]:
    """Return the best candidate among ``able``, with its log odds against all the ``rivals``."""
    best = max(able, key=lambda c: c.odds)
    return best, standing_among(best, rivals)


def standing_among(c: Candidate, rivals: Sequence[Candidate]) -> float:
    """Return the log odds that the words of a candidate render its term, for which there are these candidates."""
    return standing((c.i, c.j), [(other.i, other.j) for other in rivals], [other.odds for other in rivals])


def standing(words: Span, spans: Sequence[Span], odds: Sequence[float]) -> float:
    """Return the log odds that some words, or largely the same words, render a term, rather than others or none.

    ``words`` is one of ``spans``, the English words of each candidate. ``odds`` are the log odds of the candidates,
    where 0 stands for no rendering.

    Examples
    --------
    >>> spans, odds = [(0, 2), (1, 2), (7, 8)], [1.0, 0.9, 0.0]
    >>> round(standing((0, 2), spans, odds), 2), round(standing((7, 8), spans, odds), 2)
    (0.95, -1.82)
    """
    alike = [_alike(span, words) for span in spans]
    near = [each for each, one in zip(odds, alike, strict=True) if one]
    far = [each for each, one in zip(odds, alike, strict=True) if not one]
    return _log_sum(near) - _log_sum([0.0, *far])


def _log_sum(odds: Sequence[float]) -> float:
    most = max(odds)
    return most + math.log(sum([math.exp(each - most) for each in odds]))


def considered(pair: Given, weights: Mapping[str, Table]) -> list[Candidate]:
    """Return the candidates of a given term, with all their features."""
    for c in pair.judged:
        c.odds = log_odds(weights["together"], c.features)
    effort = effort_of_pair()
    if pair.place is None or not effort.allows_more():
        return []
    reading, english, (a, b) = pair.reading, pair.english, pair.place
    words = reading.explanations.beside(pair.around, pair.atoms)
    in_text = InText(reading.links_over(pair.around), pair.ja.morphemes[a].start, pair.ja.morphemes[b - 1].end)
    own = _proposed(pair, pair.place, in_text, words.kinds)
    effort.spend(len(own))
    if own:
        reading.explanations.others_lost(own, pair.around)
        beside = pair.neighbours()
        for c, company in zip(own, reading.company.of(own, *pair.around), strict=True):
            c.features.update({**reading.neighbours.near(c, beside, pair.ja), **company})
        in_text.weigh(own, english)
        weigh(own, pair.ja, pair.terms.at(pair.ja, a, b), words, pair.target)
        titled(own, pair.ja, english)
    return own


def _proposed(pair: Given, place: Span, in_text: InText, explained: Sequence[str]) -> list[Candidate]:
    """Return the candidates of a term, including those from the text's links and free words.

    A quantity needs its value. Of a code that the English repeats, only the code itself is a candidate.
    """
    a, b = place
    term, english = pair.terms.at(pair.ja, a, b), pair.english
    own = [c for c in pair.judged if (c.a, c.b) == place]
    repeated = [c for c in own if VERBATIM.name in c.features and "grown by" not in c.features]
    if repeated and is_code(term.surface):
        return repeated
    values = [c for c in own if _says_value(c) and c.covered >= sum(pair.widths[a:b])]
    if values:
        own = [c for c in own if _has_value(c, values, explained)]
    own += in_text.proposed(place, term, {(c.i, c.j) for c in own}, english)
    if pair.guesses and not values:
        free = [by == "free" for by in explained]
        own += free_words(place, pair.middle(a, b), term, free, {(c.i, c.j) for c in own}, english)
    own = pair.without_contradictions(own)
    return _beside_name(own, places_of_name(pair.name, pair.found), english) if pair.name else own


def _beside_name(own: Sequence[Candidate], named: Collection[Span], english: EnglishText) -> list[Candidate]:
    """Return the candidates without joined and extended ones that share words with the name of the titled person."""
    return [c for c in own if c.kind not in _JOINED or _stays_beside(c, named, english)]


def _says_value(c: Candidate) -> bool:
    """Return whether a candidate is a number or date, if only by one of its findings: 3日間 is also a headword."""
    return c.kind in NUMBER.says or any(found.kind in NUMBER.says and found.features["whole"] for found in c.findings)


def _stays_beside(c: Candidate, named: Collection[Span], english: EnglishText) -> bool:
    """Return whether a candidate shares no word with the name of the titled person, or is the name with nothing but a title."""
    return all(j <= c.i or c.j <= i for i, j in named) or is_name_with_title(c, named, english)


def _has_value(c: Candidate, values: Sequence[Candidate], explained: Sequence[str]) -> bool:
    """Return whether a candidate is one of the ``values`` of a quantity, or extends one by words of the rest of the term."""
    return c in values or any(_adds_its_own(c, value, explained) for value in values)


def _adds_its_own(c: Candidate, value: Candidate, kinds: Sequence[str]) -> bool:
    """Return whether a candidate extends a quantity's value by words that render other parts of the term (*Track* 5)."""
    more = [kinds[k] for k in (*range(c.i, value.i), *range(value.j, c.j))]
    return c.i <= value.i and value.j <= c.j and "own" in more and {"own", "small"}.issuperset(more)


def _alike(one: Span, other: Span) -> bool:
    """Return whether two stretches share at least half of their words on average."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 4 * shared >= one[1] - one[0] + other[1] - other[0]
