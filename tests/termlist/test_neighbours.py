"""Which words may follow each other in one phrase, against the pairs one by one."""

from hypothesis import given
from hypothesis import strategies as st

from termalign.english import EnglishText
from termalign.english.function_words import COMPOUND_LINKERS, NAME_LINKERS
from termalign.evidence.given_names import parted_by_given_name
from termalign.evidence.phrase import following, linked
from termalign.termlist.neighbours import Neighbours

WORDS = st.sampled_from(
    ["police", "of", "the", "Agency", "said", "no", "fraud", "and", "by", "“ore-ore”", "scams", "Taro"]
)
MARKS = st.sampled_from([" ", " ", " ", " ", ", ", ". ", "-", "・", " & "])
TEXTS = st.lists(st.tuples(WORDS, MARKS), min_size=1, max_size=14).map(lambda said: "".join(map("".join, said)))


@given(TEXTS, st.integers(0, 2), st.sampled_from([COMPOUND_LINKERS, NAME_LINKERS]))
def test_following_words_are_linked(text: str, stray: int, linkers: frozenset[str]) -> None:
    english = EnglishText(text)
    for left in range(len(english)):
        expected = [k for k in range(left + 1, len(english)) if linked(english, left, k, stray, linkers)]
        assert list(following(english, left, stray, linkers)) == expected


@given(TEXTS, st.sets(st.integers(0, 13), max_size=4))
def test_neighbours_are_what_a_phrase_may_go_on_with(text: str, places: set[int]) -> None:
    english = EnglishText(text)
    size = len(english)
    places = {k for k in places if k < size}

    def joined(i: int, j: int) -> bool:
        if parted_by_given_name(english, i, j):
            return True
        return linked(english, i, j, 0, NAME_LINKERS) or linked(english, i, j, 1, COMPOUND_LINKERS)

    expected = places | {
        k
        for k in range(size)
        for place in places
        if (joined(k, place) if k < place else k > place and joined(place, k))
    }
    found = Neighbours(english).of(sum(1 << k for k in places))
    assert expected <= {k for k in range(size) if found >> k & 1}
    if not english.quotes:
        assert {k for k in range(size) if found >> k & 1} == expected


def test_a_quotation_may_be_followed_by_the_rest() -> None:
    english = EnglishText("“ore-ore” scams")
    last = len(english) - 1
    assert Neighbours(english).of(1 << last) >> last - 1 & 1
