"""Words that are found: candidates for all words of a text, the choice among them, and what it leaves over."""

from termalign.calibration import Way, scale
from termalign.choice import ANCHOR, Candidate, at_no_cost, calibrated, greedy, one_to_one, place_of, settled, united
from termalign.choice.attached import attached
from termalign.choice.parts import (
    without_parts_for_wholes,
)
from termalign.english import EnglishText
from termalign.evidence.alike import ALIKE
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.calendars import converted
from termalign.parallel.explained import explained
from termalign.parallel.guesses import GUESS, guesses_verb, is_grammatical
from termalign.parallel.leftover import leftovers
from termalign.parallel.narrowed import narrowed
from termalign.parallel.repeated import restated, said_both_ways, said_twice
from termalign.parallel.search import all_candidates
from termalign.parallel.unread import unread

_ALIKE = 0.42  # what is less like a gloss is right half of the time, and takes the words of others

_KANA = 0.5  # what is less like a gloss of こと, ため or なる is nothing that they mean
_BY_PLACE = (
    0.7  # exponent of the least chance of a word placed by context alone: below, it is wrong more often than right
)
_EXPLAINED = 0.2  # least score of what stands in brackets after the term
_OTHER_WAY = 0.5  # least score of what renders a term by its sound or its meaning where it is rendered by the other


def align_parallel(text: JapaneseText, gatherer: Gatherer, terms: TermCache, threshold: float) -> list[Candidate]:
    """Links of all words that mean something, in Japanese order.

    `threshold` and the scores of the links are chances (`termalign.calibration`).
    """
    english = gatherer.bitext.english
    able = all_candidates(text, gatherer, terms, predicates=True)
    among = without_parts_for_wholes(at_no_cost(able, ANCHOR), ANCHOR)
    among = [c for c in among if not _is_guess(c, english)]
    by_place: Way = "words-context" if gatherer.semantics is None else "words-semantic"
    least = scale("words").score(threshold)
    chosen = settled(one_to_one(among, least, english, words=True), among)
    chosen = united(attached(chosen, among, english, text.text), among)
    again = restated(among, chosen, text.text)
    chosen = [c for c in chosen if not any(c.start < o.end and o.start < c.end for o in again)] + again
    chosen += said_twice(among, chosen, gatherer.bitext, least)
    chosen = [narrowed(c, gatherer.places) for c in explained(among, chosen, english, text.text, _EXPLAINED)]
    strange = converted(text, gatherer, terms, chosen) if gatherer.may_say("date") else []
    beside: list[Candidate] = []
    if gatherer.may_say("context"):
        strange += unread(text, gatherer, terms, [*chosen, *strange])
        least = scale(by_place).score(threshold**_BY_PLACE)
        beside = greedy(leftovers(text, gatherer, terms, [*chosen, *strange], True, least), least)
    more = said_both_ways(among, chosen, [*strange, *beside], _OTHER_WAY)
    return sorted([*calibrated([*chosen, *more], "words"), *calibrated(beside, by_place), *strange], key=place_of)


def _is_guess(c: Candidate, english: EnglishText) -> bool:
    """Whether the best that speaks for a candidate is that its words are somewhat like a gloss; where they stand says more."""
    best = c.matches[0]
    if best.strength >= GUESS or best.kind != "gloss":
        return False
    likely = best.strength * best.coverage
    if best.rule == ALIKE and (likely < _ALIKE or c.term.is_quantity):
        return True
    if likely < _KANA and is_grammatical(c.term.morphemes[-1]):
        return True
    return guesses_verb(c, english)
