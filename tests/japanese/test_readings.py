"""Readings by the tables, and what holds for any text."""

import csv
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.japanese.furigana import divide
from termalign.japanese.readings import Reading, readings, readings_like
from termalign.japanese.sino import sino_readings, wade_giles
from termalign.japanese.tagger import tokenize
from termalign.kana import kana_consonants, kana_keys, latin_key
from termalign.kana.sound import same_sound
from termalign.lexicon import Lexicon

CASES = Path(__file__).parent.parent / "cases"
LEXICON = Lexicon.default()
Row = dict[str, str]
# What a term may be made of, the hostile included: half-width kana, ㍿, combining marks, emoji, astral kanji, NUL.
TEXT = st.text(
    st.sampled_from("警察庁日本々源〆ヶ寺川人ﾊﾞ㍿か\u3099😀𠮷髙A3 \t\r\n\0・（）ーッン、はへを\ud800"), max_size=12
)


def cases(name: str) -> list[Any]:
    """The rows of a table; those with a reason in the column xfail are known failures."""
    with (CASES / name).open(encoding="utf-8", newline="") as table:
        return [
            pytest.param(row, id=row["label"], marks=[pytest.mark.xfail(reason=row["xfail"])] * bool(row["xfail"]))
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def read(term: str) -> tuple[Reading, ...]:
    return readings(tokenize(term), LEXICON)


@pytest.mark.parametrize("row", cases("readings_terms.tsv"))
def test_reading(row: Row) -> None:
    found = [same_sound(reading.kana) for reading in read(row["term"])]
    if row["rank"] == "first":
        assert found[0] == same_sound(row["kana"])
    else:
        assert (same_sound(row["kana"]) in found) == (row["rank"] == "any")


@pytest.mark.parametrize("row", cases("readings_romaji.tsv"))
def test_term_is_written_so_in_english(row: Row) -> None:
    keys = {key for reading in read(row["term"]) for key in kana_keys(reading.kana, reading.borders)}
    assert (latin_key(row["latin"]) in keys) == (row["matches"] == "yes")


@pytest.mark.parametrize("row", cases("readings_sino.tsv"))
def test_chinese_and_korean_names(row: Row) -> None:
    keys = set(map(latin_key, sino_readings(row["term"])))
    assert (latin_key(row["latin"]) in keys) == (row["matches"] == "yes")


@pytest.mark.parametrize("row", cases("readings_divided.tsv"))
def test_kana_are_divided_over_kanji(row: Row) -> None:
    parts = tuple(row["parts"].split("|")) if row["parts"] else None
    assert divide(row["term"], row["kana"], LEXICON) == parts


@given(TEXT)
def test_any_text_is_read_without_error(text: str) -> None:
    found = read(text)
    assert len(found) <= 17
    assert len({reading.kana for reading in found}) == len(found)


@given(TEXT)
def test_readings_are_ranked(text: str) -> None:
    weights = [reading.weight for reading in read(text)]
    assert weights == sorted(weights, reverse=True)
    assert all(0.0 < weight <= 1.0 for weight in weights)
    assert not weights or weights[0] == 1.0


@given(TEXT)
def test_segments_make_up_the_reading(text: str) -> None:
    for reading in read(text):
        assert "".join(kana for _, kana in reading.segments) == reading.kana
        assert list(reading.borders) == sorted(set(reading.borders))
        assert all(0 < border < len(reading.kana) for border in reading.borders)


def test_a_term_without_anything_to_read_has_no_readings() -> None:
    assert read("") == read("・") == read("😀") == ()


def test_threads_read_alike() -> None:
    terms = ["警察庁", "羽田空港", "源頼朝", "日本銀行", "清水寺", "柏原"] * 8
    alone = [read(term) for term in terms]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(read, terms)) == alone


def test_a_reading_can_be_pickled() -> None:
    found = read("羽田")
    assert pickle.loads(pickle.dumps(found)) == found


def test_pykakasi_adds_a_reading_at_the_end() -> None:
    plain = readings(tokenize("流動"), LEXICON)
    more = readings(tokenize("流動"), LEXICON, kakasi=True)
    assert more[: len(plain)] == plain


def test_wade_giles() -> None:
    assert [wade_giles(s) for s in ("mao", "ze", "dong", "jiang", "jie", "shi")] == [
        "mao",
        "tse",
        "tung",
        "chiang",
        "chieh",
        "shih",
    ]


@given(TEXT, st.integers(0, 3))
def test_readings_like_are_those_with_the_consonants(text: str, which: int) -> None:
    morphemes = tokenize(text)
    known = readings(morphemes, LEXICON)
    wanted = {sounds for reading in known[which : which + 2] if (sounds := kana_consonants(reading.kana)) is not None}
    like = [reading for reading in known if kana_consonants(reading.kana) in {*wanted, None}]
    assert list(readings_like(morphemes, LEXICON, wanted)) == like


def test_a_text_has_one_reading() -> None:
    [reading] = readings(tokenize("生" * 200), Lexicon.default())
    assert "".join(surface for surface, _ in reading.segments) == "生" * 200
    assert len(readings(tokenize("生生"), Lexicon.default())) > 1
