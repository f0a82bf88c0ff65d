"""A given term that is a part of a compound is surer where the rest of the compound stands beside it."""

import pytest

from termalign import Lexicon
from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.evidence.gather import Gatherer
from termalign.terms.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.in_run import sure_in_run, words_compounded
from termalign.parallel.search import candidates

LEXICON = Lexicon.default()


def raised(ja: str, term: str, en: str) -> set[str]:
    """What the candidates of the term stand at that are surer in its noun run."""
    english, text, terms = EnglishText(en), JapaneseText(ja), TermCache(LEXICON)
    gatherer = Gatherer(Bitext(english, LEXICON, parallel=True))
    start = ja.index(term)
    cut = JapaneseText(term)
    given = terms.get(cut.text, cut.morphemes)
    own = candidates(start, start + len(term), given, gatherer.claims(given), gatherer, 0.5)
    found: list[Candidate] = sure_in_run(own, text, gatherer, terms)
    assert [c.place for c in found] == [c.place for c in own]
    return {english.phrase(a.i, a.j) for a, b in zip(found, own, strict=True) if a.score > b.score}


@pytest.mark.parametrize(
    ("ja", "term", "en", "expected"),
    [
        ("経済政策を含む方針", "政策", "policies that include economic policy", {"policy"}),
        ("方針と経済政策", "経済", "economic policy and economic growth", {"economic"}),
        ("経済の政策を含む方針", "政策", "policies that include economic policy", set()),  # no compound
        ("経済政策を含む方針", "政策", "policies that include plans of the economy", set()),
        ("経済政策を含む方針", "経済政策", "policies that include economic policy", set()),  # all of it
    ],
)
def test_part_of_a_compound(ja: str, term: str, en: str, expected: set[str]) -> None:
    assert raised(ja, term, en) == expected


@pytest.mark.parametrize(
    ("ja", "term", "expected"),
    [
        ("経済政策を含む", "経済", {"policy"}),
        ("経済政策を含む", "経済政策", set()),
        ("経済の政策を含む", "経済", set()),
    ],
)
def test_words_of_what_a_term_is_compounded_with(ja: str, term: str, expected: set[str]) -> None:
    english, terms = EnglishText("an economic policy"), TermCache(LEXICON)
    gatherer = Gatherer(Bitext(english, LEXICON, parallel=True))
    start = ja.index(term)
    found = words_compounded(start, start + len(term), JapaneseText(ja), gatherer, terms)
    assert {english.forms[k] for k in found} == expected
