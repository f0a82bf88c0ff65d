"""What is asked of a term, and what is left out where a dictionary's own English for it stands in a translation."""

import pytest

from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import Gatherer, rendered_whole
from termalign.evidence.match import Match
from termalign.evidence.term import Term, TermCache
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


def test_a_part_of_a_gloss_or_a_name_leaves_more_to_ask(terms: TermCache) -> None:
    whole = Match(0, 1, "gloss", 0.95, 1.0, ("会社", "company"))
    word, name = terms.get("会社", morphemes("会社")), terms.get("東京", morphemes("東京"))
    assert rendered_whole(word, [whole])
    assert not rendered_whole(word, [whole._replace(rule="partial"), whole._replace(strength=0.5)])
    assert not rendered_whole(word, [whole._replace(kind="loanword")])
    assert not rendered_whole(name, [whole])
