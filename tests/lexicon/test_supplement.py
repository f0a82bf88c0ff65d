"""The table of renderings that JMdict lacks."""

import pytest

from termalign import Lexicon, align
from termalign.kana import is_kanji
from termalign.lexicon.sources.supplement import supplementary_words

WORDS = list(supplementary_words())


def test_rows_are_whole() -> None:
    heads = [(word.kanji or word.kana)[0].text for word in WORDS]
    assert len(set(heads)) == len(heads)
    for word in WORDS:
        assert not any(map(is_kanji, word.kana[0].text))
        (sense,) = word.senses
        assert all(gloss and gloss == gloss.strip() for gloss in sense.glosses)
        assert len(set(sense.glosses)) == len(sense.glosses)


def test_words_are_looked_up_beside_those_of_the_dictionary() -> None:
    glosses = [gloss.text for entry in Lexicon.default().words("債権者") for gloss in entry.glosses]
    assert "creditor" in glosses
    assert "obligee" in glosses
    assert glosses.index("creditor") < glosses.index("obligee")


@pytest.mark.parametrize(
    ("term", "en", "renderings"),
    [
        ("労働者", "An employer hires workers.", ["workers"]),  # employee is not employer
        ("使用者", "An employer hires employees.", ["employer"]),
    ],
)
def test_sides_of_a_deed(term: str, en: str, renderings: list[str]) -> None:
    assert align([term], en).renderings() == {term: renderings}
