"""What a text says many times, as its translation does: each time in its turn."""

import pytest

from termalign import Aligner, Alignment

SAID = [
    ("東京へ行った。", "I went to Tokyo. ", "東京", "Tokyo"),
    ("東京、", "Tokyo, ", "東京", "Tokyo"),
    ("大臣に届け出る、", "notify the minister, ", "大臣", "minister"),
]
TIMES = [2, 12, 30]


def turns(found: Alignment, ja: str, en: str, term: str, word: str) -> list[tuple[int, int]]:
    """Which mention of the term each mention of the word renders."""
    links = [link for link in found if link.ja.text == term and link.en.text == word]
    return [(link.ja.start // len(ja), link.en.start // len(en)) for link in links]


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize(("ja", "en", "term", "word"), SAID)
def test_each_is_rendered_in_its_turn(ja: str, en: str, term: str, word: str, times: int) -> None:
    found = Aligner().align(ja * times, en * times, situation="translation")
    assert turns(found, ja, en, term, word) == [(k, k) for k in range(times)]


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize(("ja", "en", "term", "word"), SAID)
def test_each_that_is_given_is_rendered_in_its_turn(ja: str, en: str, term: str, word: str, times: int) -> None:
    places = [(len(ja) * k, len(ja) * k + len(term)) for k in range(times)]
    found = Aligner().align(ja * times, en * times, terms=places)
    assert turns(found, ja, en, term, word) == [(k, k) for k in range(times)]


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize(("ja", "en", "term", "word"), SAID)
def test_what_is_said_once_is_rendered_once(ja: str, en: str, term: str, word: str, times: int) -> None:
    assert len(Aligner().align(ja, en * times, situation="translation").links) <= 1
    assert len(Aligner().align(ja * times, en, situation="translation").links) <= 1
