"""English text: words and their offsets, sentences, and that spans always slice back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termalign.english import EnglishText

# Hostile text: NUL, a lone surrogate, full-width and combining characters, emoji, an astral kanji, Japanese in between.
TEXT = st.text(st.sampled_from("aZ é́°×±’'-.,()“”\n\t0９5%Ａﬁ㍿警察カﾊﾞ😀𠮷\0\ud800U.S½℀ﷺ⑴…\u200b$¥NHK"), max_size=30)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Anonymous and Fluid Crime Groups", ["Anonymous", "and", "Fluid", "Crime", "Groups"]),
        ("the agency's chief", ["the", "agency", "chief"]),
        ("Jun'ichi doesn't", ["Jun'ichi", "doesn't"]),
        ("U.S. troops", ["U.S.", "troops"]),
        ("Mt. Fuji, Dr. Sato", ["Mt.", "Fuji", "Dr.", "Sato"]),
        ("9.5 billion yen, 1,200 cases", ["9.5", "billion", "yen", "1,200", "cases"]),
        ("the 25th of May at 3 p.m.", ["the", "25th", "of", "May", "at", "3", "p.m."]),
        ("AI-based anti-crime", ["AI", "based", "anti", "crime"]),
        ("Tokuryu, short for “匿流” (T3)", ["Tokuryu", "short", "for", "匿流", "T3"]),
        ("", []),
        ("… — !", []),
        ("½ cup, 5½ inches", ["½", "cup", "5½", "inches"]),
        ("US$5, A$3.20 and HK$ 7", ["5", "3.20", "and", "HK", "7"]),  # a currency belongs to its figure
        ("℀ ﷺ", ["a/c", "صلى الله عليه وسلم"]),
        ("A㍿", ["A", "株式会社"]),
    ],
)
def test_words(text: str, forms: list[str]) -> None:
    assert EnglishText(text).forms == forms


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He came. She left.", [0, 0, 1, 1]),
        ("Mr. Abe came. He left.", [0, 0, 0, 1, 1]),
        ("It fell to 9.5 percent.", [0, 0, 0, 0, 0]),
        ("“Stop!” She ran.", [0, 1, 1]),
        ("A headline\nThe text", [0, 0, 1, 1]),
        ("J. Smith of Sony Corp. said", [0, 0, 0, 0, 0, 0]),
    ],
)
def test_sentences(text: str, sentences: list[int]) -> None:
    assert EnglishText(text).sentences == sentences


def test_gaps_and_quotation_marks() -> None:
    english = EnglishText("“ore-ore” scams")
    assert [english.gap(i) for i in range(3)] == ["-", "” ", ""]
    assert english.quoted(0, 2)
    assert not english.quoted(0, 3)


@pytest.mark.parametrize(
    ("text", "stop", "broken"),
    [
        ("self-defense", 1, True),
        ("the tie-up", 2, True),
        ("a by-product", 2, True),
        ("To-ji Temple", 1, True),
        ("brother-in-law", 1, True),
        ("brother-in-law", 2, True),
        ("AI-generated", 1, False),
        ("the ex-yokozuna", 2, False),
        ("a US-led force", 2, False),  # US and us are different words
        ("tie up", 1, False),
    ],
)
def test_a_hyphen_beside_a_preposition_or_self_divides_no_words(text: str, stop: int, broken: bool) -> None:
    english = EnglishText(text)
    assert english.is_broken(stop - 1, stop) == english.is_broken(stop, len(english)) == broken


def test_full_stop_of_a_shortened_last_word() -> None:
    english = EnglishText("Toyota Motor Corp. rose.")
    assert english.phrase(0, 3) == "Toyota Motor Corp."
    assert english.phrase(3, 4) == "rose"


@example("0%ﾞ")  # the sign and the mark behind it are folded together
@given(TEXT)
def test_spans_slice_back(raw: str) -> None:
    english = EnglishText(raw)
    last = 0
    for i in range(len(english)):
        start, end = english.offsets(i, i + 1)
        assert 0 <= start < end <= len(raw)
        assert start >= last
        assert english.phrase(i, i + 1) == raw[start:end]
        last = end
    assert len(english.sentences) == len(english.stems) == len(english)
    assert english.sentences == sorted(english.sentences)


@pytest.mark.parametrize(("text", "phrase"), [("a US$5 note", "US$5"), ("it cost £1,200.", "£1,200"), ("A$3", "A$3")])
def test_a_figure_has_its_currency(text: str, phrase: str) -> None:
    english = EnglishText(text)
    assert phrase in {english.phrase(i, i + 1) for i in range(len(english))}


@given(TEXT, st.data())
def test_phrases_side_by_side_share_nothing(raw: str, data: st.DataObject) -> None:
    english = EnglishText(raw)
    if len(english) > 1:
        j = data.draw(st.integers(1, len(english) - 1))
        i, k = data.draw(st.integers(0, j - 1)), data.draw(st.integers(j + 1, len(english)))
        assert english.offsets(i, j)[1] <= english.offsets(j, k)[0]


@given(TEXT)
def test_every_position_is_indexed_by_its_stem(raw: str) -> None:
    english = EnglishText(raw)
    assert sorted(i for places in english.by_stem.values() for i in places) == list(range(len(english)))
    assert all(i in english.by_stem[stem] for i, stem in enumerate(english.stems))


@given(TEXT, st.integers(0, 30), st.integers(0, 30))
def test_words_in_a_range_touch_it(raw: str, one: int, other: int) -> None:
    english = EnglishText(raw)
    start, end = sorted((one, other))
    i, j = english.words_in(start, end)
    assert all(english.starts[k] < end and start < english.ends[k] for k in range(i, j))
