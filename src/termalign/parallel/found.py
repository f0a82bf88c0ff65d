"""Terms that are found: candidates for all of a text, the choice among them, and what it leaves over."""

from termalign.boundaries import bounded
from termalign.calibration import Way, scale
from termalign.choice import ANCHOR, Candidate, at_no_cost, calibrated, greedy, one_to_one, place_of, settled, united
from termalign.choice.attached import attached
from termalign.choice.in_names import without_words_of_names
from termalign.choice.parts import (
    without_characters,
    without_figures_of_others,
    without_parts_for_wholes,
    without_words_of_others,
)
from termalign.english import EnglishText
from termalign.evidence.alike import ALIKE
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.calendars import converted
from termalign.parallel.capitals_joined import joined_in_capitals
from termalign.parallel.companies import with_legal_forms
from termalign.parallel.compounds import whole_compounds
from termalign.parallel.derived import without_derived
from termalign.parallel.explained import explained
from termalign.parallel.glossary_terms import with_glossary_terms, without_pieces
from termalign.propose.glossary_runs import glossary_places
from termalign.parallel.guesses import GUESS, guesses_verb, is_grammatical, is_half_a_guess, without_verbs
from termalign.parallel.heads import headed
from termalign.parallel.joined import without_halves_of_others
from termalign.parallel.leftover import leftovers
from termalign.parallel.listed_phrases import listed_phrases
from termalign.parallel.long_forms import in_long_forms
from termalign.parallel.narrowed import narrowed
from termalign.parallel.quoted_titles import TITLE_SCORE, with_quoted_titles
from termalign.parallel.repeated import restated, said_both_ways, said_twice
from termalign.parallel.search import all_candidates
from termalign.parallel.shared_short_forms import SHARED_SCORE, with_shared_short_forms
from termalign.parallel.spelled_names import spelled_names
from termalign.parallel.unread import unread
from termalign.parallel.weekdays import WEEKDAY_SCORE, told_by_weekday
from termalign.parallel.wording import worded

_ALIKE = 0.42  # what is less like a gloss is right half of the time, and takes the words of others
_ALIKE_IN_PASSAGE = 0.36
_HOPELESS = 0.01  # score of what nothing around it makes a link of
_HOPEFUL = 0.1  # threshold: with a lower one, what is hardly likely is told, too
_KANA = 0.5  # what is less like a gloss of こと, ため or なる is nothing that they mean
_BY_PLACE = (
    0.7  # exponent of the least chance of a word placed by context alone: below, it is wrong more often than right
)
_EXPLAINED = 0.2  # least score of what stands in brackets after the term
_OTHER_WAY = 0.5  # least score of what renders a term by its sound or its meaning where it is rendered by the other


def align_parallel(
    text: JapaneseText,
    gatherer: Gatherer,
    terms: TermCache,
    threshold: float,
    predicates: bool = False,
    passage: bool = False,
) -> list[Candidate]:
    """The chosen links, in Japanese order: those of terms, and with `predicates` of all words that mean something.

    `threshold` and the scores of the links are chances (`termalign.calibration`). Of a `passage` it is a guess that the one
    renders the other, so that what is hardly like a term is nothing.
    """
    english = gatherer.bitext.english
    able = all_candidates(text, gatherer, terms, predicates)
    glossed = [] if predicates else glossary_places(text, terms.lexicon)
    if not predicates:
        if threshold >= _HOPEFUL:
            able = [c for c in able if c.score >= _HOPELESS]
        able += listed_phrases(text, gatherer, terms)
        able += spelled_names(text, gatherer, terms)
        if glossed:
            able = with_glossary_terms(able, glossed, text, gatherer, terms)
    among = at_no_cost(able, ANCHOR)
    among = without_parts_for_wholes(among, ANCHOR)
    if predicates:
        among = [c for c in among if not _is_guess(c, english)]
    else:
        if passage:
            among = [c for c in among if c.matches[0].rule != ALIKE or c.matches[0].strength >= _ALIKE_IN_PASSAGE]
        among = without_halves_of_others(without_figures_of_others(among), text.text, english)
        among = without_words_of_others(among, english)
        among = without_words_of_names(without_characters(among, text.run_spans), english)
        among = without_derived(without_verbs(among, text, gatherer, terms), text, terms.lexicon)
    by_evidence: Way = "words" if predicates else "text"
    by_place = _by_place(predicates, gatherer.semantics is not None)
    least = scale(by_evidence).score(threshold)
    chosen = settled(one_to_one(among, least, english, words=predicates), among)
    chosen = united(attached(chosen, among, english, text.text), among)
    again = restated(among, chosen, text.text)
    chosen = [c for c in chosen if not any(c.start < o.end and o.start < c.end for o in again)] + again
    chosen += said_twice(among, chosen, gatherer.bitext, least)
    if predicates:
        chosen = [narrowed(c, gatherer.places) for c in explained(among, chosen, english, text.text, _EXPLAINED)]
    beside: list[Candidate] = []
    strange: list[Candidate] = []
    if predicates and gatherer.may_say("date"):
        strange = converted(text, gatherer, terms, chosen)
    if gatherer.may_say("context"):
        if predicates:
            strange += unread(text, gatherer, terms, [*chosen, *strange])
        least = scale(by_place).score(threshold**_BY_PLACE if predicates else threshold)
        beside = greedy(leftovers(text, gatherer, terms, [*chosen, *strange], predicates, least), least)
    more = said_both_ways(among, chosen, [*strange, *beside], _OTHER_WAY) if predicates else []
    chosen = [*calibrated([*chosen, *more], by_evidence), *calibrated(beside, by_place), *strange]
    if not predicates:  # they hold their place in the choice, but are no terms
        if beside:
            chosen = united(chosen, among)  # of pieces that were left over
        if gatherer.may_say("date") and threshold <= WEEKDAY_SCORE:
            chosen += told_by_weekday(text, gatherer, terms, chosen)
        chosen = bounded([c for c in chosen if not text.is_light(c.start, c.end)], text, gatherer, terms)
        chosen = headed(chosen, among, text, gatherer, terms)
        chosen = whole_compounds(chosen, text, terms)
        chosen = [c for c in chosen if c.end - c.start > 1 or not is_half_a_guess(c, text)]
        chosen = with_legal_forms(worded(chosen, english), text, english, terms)
        if threshold <= SHARED_SCORE:
            chosen = with_shared_short_forms(chosen, text, gatherer, terms)
        chosen = in_long_forms(chosen, text, gatherer.bitext, terms)
        chosen = joined_in_capitals(chosen, text, english, terms)
        if gatherer.may_say("context") and threshold <= TITLE_SCORE:
            chosen = with_quoted_titles(chosen, text, english, terms)
    return sorted(without_pieces(chosen, glossed, text) if glossed else chosen, key=place_of)


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


def _by_place(predicates: bool, semantic: bool) -> Way:
    """How links of what is left over are made."""
    if semantic:
        return "words-semantic" if predicates else "semantic"
    return "words-context" if predicates else "context"
