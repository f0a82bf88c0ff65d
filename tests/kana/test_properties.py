"""What holds for any kana, in every system and for every spelling."""

from typing import get_args

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from termalign.kana import (
    ANY,
    System,
    is_romaji,
    kana_consonants,
    kana_keys,
    kana_openings,
    latin_consonants,
    latin_key,
    latin_opening,
    morae,
    romaji_similarity,
    romanize_kana,
    spell_variants,
    to_hiragana,
    to_katakana,
)
from termalign.kana.syllables import SYLLABLES

# Whole morae, ー ッ ン and vowels as frequent as they are in words; Ainu's bare consonants are in no name's
# reading.
_MORA = st.one_of(
    st.sampled_from(sorted(set(SYLLABLES) - set("ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"))),
    st.sampled_from("アイウエオーッンウウーオ"),
)
KANA = st.lists(_MORA, min_size=1, max_size=9).map("".join)
NATIVE = st.lists(
    st.sampled_from(sorted(k for k in SYLLABLES if not set(k) & set("ァィゥェォャュョヮヵヶヴヷヸヹヺ") and k < "ㇰ")),
    min_size=1,
    max_size=8,
).map("".join)
SYSTEM = st.sampled_from(get_args(System))


@st.composite
def kana_with_borders(draw: st.DrawFn) -> tuple[str, tuple[int, ...]]:
    kana = draw(KANA)
    borders = draw(st.sets(st.integers(0, len(kana)), max_size=4))
    return kana, tuple(sorted(borders))


@given(kana_with_borders(), SYSTEM)
def test_every_system_has_its_key(given_kana: tuple[str, tuple[int, ...]], system: System) -> None:
    kana, borders = given_kana
    assert latin_key(romanize_kana(kana, system, borders)) in kana_keys(kana, borders)


@given(kana_with_borders())
def test_every_spelling_has_its_key(given_kana: tuple[str, tuple[int, ...]]) -> None:
    kana, borders = given_kana
    keys = kana_keys(kana, borders)
    assert {latin_key(variant) for variant in spell_variants(kana, borders)} <= set(keys)


@pytest.mark.parametrize(
    ("kana", "count"),
    [
        ("さあばあをさいきどうしてからせっていふぁいるをひらいて", 100),  # two long vowels in 25 morae
        ("オオ" + "ヂジンッチュ" * 2_000 + "オオ", 281),
        ("オオノ", 5),
    ],
)
def test_a_long_text_has_few_spellings(kana: str, count: int) -> None:
    spellings = list(spell_variants(kana))
    assert len(spellings) == len(set(spellings)) <= count


@given(st.lists(_MORA, max_size=60).map("".join))
def test_spellings_are_few_and_distinct(kana: str) -> None:
    """Of 216 styles and the passports', and of three long vowels in four manners each."""
    spellings = list(spell_variants(kana))
    assert 1 <= len(spellings) == len(set(spellings)) <= 281


@given(kana_with_borders())
def test_every_key_begins_as_its_kana_may(given_kana: tuple[str, tuple[int, ...]]) -> None:
    kana, borders = given_kana
    assume(1 not in borders or kana[1:2] not in "ァィゥェォャュョヮ")  # no morpheme begins inside a mora
    openings = kana_openings(kana)
    assert ANY in openings or set(map(latin_opening, kana_keys(kana, borders))) <= openings


_ANYTHING = st.one_of(_MORA, st.sampled_from(["ヽ", "・", "C", "h", "2", "漢", "ㇰ", "ㇺ", " "]))


@given(st.lists(_ANYTHING, min_size=1, max_size=9).map("".join), st.sets(st.integers(0, 9), max_size=3))
def test_every_key_has_the_consonants_of_its_kana(kana: str, borders: set[int]) -> None:
    keys = kana_keys(kana, tuple(sorted(border for border in borders if border <= len(kana))))
    assert {latin_consonants(key) for key in keys} == {kana_consonants(kana)} or kana_consonants(kana) is None


@given(KANA)
def test_the_consonants_of_katakana_can_be_told(kana: str) -> None:
    assert kana_consonants(kana) is not None or "ッ" in kana
    assert kana_consonants(to_hiragana(kana)) == kana_consonants(kana)


@given(kana_with_borders())
@example(("イェーヱエケー", ()))  # 36
def test_keys_are_few_and_distinct(given_kana: tuple[str, tuple[int, ...]]) -> None:
    """At most three long vowels are written in up to five ways each, and ヱ with a w or none; of words that exist, see below."""
    keys = kana_keys(*given_kana)
    assert 1 <= len(keys) == len(set(keys)) <= 2 * 5**3


@pytest.mark.parametrize("kana", ["トウキョウ", "コクドコウツウショウ", "チュウオウコウロウイインカイ", "オオイマチ"])
def test_keys_of_real_words_are_at_most_ten(kana: str) -> None:
    assert len(kana_keys(kana)) <= 10


@given(KANA, KANA, st.sampled_from(["hepburn", "hepburn-macron", "kunrei", "nihon"]))
def test_across_a_border_the_parts_are_spelled_by_themselves(left: str, right: str, system: System) -> None:
    assume(not left.endswith("ッ") and not right.startswith("ー"))
    apart = romanize_kana(left, system) + romanize_kana(right, system)
    assert latin_key(apart) in kana_keys(left + right, (len(left),))


@given(NATIVE, SYSTEM)
def test_romanised_kana_is_romaji(kana: str, system: System) -> None:
    assert is_romaji(romanize_kana(kana, system))


@given(KANA)
def test_hiragana_and_katakana_are_one(kana: str) -> None:
    assert romanize_kana(to_hiragana(kana)) == romanize_kana(kana)
    assert to_katakana(to_hiragana(kana)) == kana


@given(KANA)
def test_morae_lose_nothing(kana: str) -> None:
    """Every kana is in a mora, in a length mark or is a sokuon; only stray ー and ッ may go."""
    kept = "".join("ッ" * mora.sokuon + mora.kana + mora.length for mora in morae(kana))
    assert kept.replace("ッ", "").replace("ー", "") == kana.replace("ッ", "").replace("ー", "")


@given(st.text(max_size=20), SYSTEM)
def test_anything_at_all_can_be_romanised(text: str, system: System) -> None:
    assert isinstance(romanize_kana(text, system), str)
    assert isinstance(latin_key(text), str)
    assert kana_keys(text)
    assert isinstance(is_romaji(text), bool)


@given(KANA, SYSTEM)
def test_a_key_is_its_own_key(kana: str, system: System) -> None:
    key = latin_key(romanize_kana(kana, system))
    assert latin_key(key) == key


@given(KANA, st.text(alphabet="aiueokstnhmyrwgzbp", min_size=1, max_size=8))
def test_similarity_is_a_share(kana: str, latin: str) -> None:
    score = romaji_similarity(kana, latin)
    assert 0.0 <= score <= 1.0
    assert (score == 1.0) == (latin_key(latin) in kana_keys(kana))


def test_an_unknown_system_is_named() -> None:
    with pytest.raises(ValueError, match=r"unknown romanisation system 'wapuro'.*hepburn"):
        romanize_kana("カナ", "wapuro")  # type: ignore[arg-type]
