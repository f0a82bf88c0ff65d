"""What is asked of a term, and what is left out where a dictionary's own English for it stands in a translation."""

import pytest

from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.evidence.cascade import numbered, outdone
from termalign.evidence.gather import MATCHERS, Gatherer
from termalign.kinds.match import Match
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon


@pytest.fixture(scope="module")
def terms() -> TermCache:
    return TermCache(Lexicon.default())


def _found(term: Term, english: str, parallel: bool) -> dict[tuple[str, str], str]:
    """What the matchers say of a term: kind of evidence and words → rule."""
    bitext = Bitext(EnglishText(english), term.lexicon, parallel=parallel)
    return {(m.kind, bitext.english.phrase(m.i, m.j)): m.rule for m in Gatherer(bitext).matches(term)}


@pytest.mark.parametrize(
    ("ja", "english", "guessed"),
    [
        ("経産省", "the Ministry of Economy, Trade and Industry", "Ministry of Economy, Trade and Industry"),
        ("就活", "Job hunting has begun.", "Job hunting"),
        ("ブルーライト", "Blue light keeps people awake.", "Blue light"),
    ],
)
def test_a_gloss_of_the_whole_spares_guesses_in_a_translation(
    terms: TermCache, ja: str, english: str, guessed: str
) -> None:
    term = terms.get(ja, morphemes(ja))
    translated, told = _found(term, english, parallel=True), _found(term, english, parallel=False)
    assert ("clip", guessed) in told
    assert translated == {claim: rule for claim, rule in told.items() if claim[0] != "clip"}


def test_what_is_spelled_out_beside_the_gloss_is_still_found(terms: TermCache) -> None:
    found = _found(terms.get("火祭り", morphemes("火祭り")), "The himatsuri (fire festival) is held.", parallel=True)
    assert {("gloss", "fire festival"), ("romaji", "himatsuri")} <= found.keys()


@pytest.mark.parametrize(
    ("ja", "english", "claim"),
    [
        ("金堂", "The golden hall is old.", ("gloss", "golden hall")),  # glossed by its characters only
        ("東大", "He studies at Tokyo University.", ("clip", "Tokyo University")),  # in the dictionary of names only
        ("警視庁", "The Metropolitan Police Department (MPD) said so.", ("acronym", "MPD")),
    ],
)
def test_other_terms_are_asked_everything(terms: TermCache, ja: str, english: str, claim: tuple[str, str]) -> None:
    assert claim in _found(terms.get(ja, morphemes(ja)), english, parallel=True)


@pytest.mark.parametrize(
    ("ja", "kind", "strength", "rule", "spared"),
    [
        ("会社", "gloss", 0.95, "", {"name", "clip", "gloss"}),
        ("会社", "gloss", 0.95, "partial", set()),
        ("会社", "gloss", 0.5, "", set()),
        ("東京", "gloss", 0.95, "", set()),  # a name is called more than one thing
        ("5人", "number", 1.0, "", {"name", "clip"}),
        ("コスト", "loanword", 0.97, "source", {"clip", "gloss"}),
        ("コスト", "loanword", 0.6, "", set()),
        ("会社", "acronym", 0.95, "", set()),
    ],
)
def test_what_is_left_to_ask(
    terms: TermCache, ja: str, kind: str, strength: float, rule: str, spared: set[str]
) -> None:
    match = Match(0, 1, kind, strength, 1.0, (ja, "…"), (), rule)
    matchers = numbered(MATCHERS)
    bits = outdone(matchers, terms.get(ja, morphemes(ja)), [match])
    assert bits & matchers.guessing == bits
    assert {matcher.kind for bit, matcher in matchers if bits & bit} == spared
