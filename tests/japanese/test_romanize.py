"""Whole texts in Latin letters."""

import csv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import calls

from termalign.japanese.romanize import romanizations, romanize
from termalign.kana import SYSTEMS, System

CASES = Path(__file__).parent.parent / "cases" / "romaji_text.tsv"
Row = dict[str, str]
TEXT = st.text(
    st.sampled_from(
        "警察庁日本々源𠮷ﾊﾞ㍿か\u3099😀A3 \t\r\n\0・（）「」ーッン、。はへを行った\ud800ひさ佐藤社長元首相議員\u200b\ufe0f"
    ),
    max_size=16,
)


def cases() -> list[Any]:
    """The rows of the table; those with a reason in the column xfail are known failures."""
    with CASES.open(encoding="utf-8", newline="") as table:
        return [
            pytest.param(row, id=row["label"], marks=[pytest.mark.xfail(reason=row["xfail"])] * bool(row["xfail"]))
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


@pytest.mark.parametrize("system", ["hepburn", "hepburn-macron"])
@pytest.mark.parametrize("row", cases())
def test_text_is_romanised(row: Row, system: System) -> None:
    assert romanize(row["text"].replace("↵", "\n"), system) == row[system].replace("↵", "\n")


@pytest.mark.parametrize("text", ["佐藤社長", "安倍首相", "佐藤議員", "大谷翔平選手", "東京都知事"])
@pytest.mark.parametrize("unseen", ["\ufe0f", "\U000e0100", "\u200b", "\u00ad"])
@pytest.mark.parametrize("place", ["{}{unseen}", "{unseen}{}", "{unseen}{}{unseen}"])
def test_what_nobody_sees_is_not_read(text: str, unseen: str, place: str) -> None:
    given = place.format(text, unseen=unseen)
    assert romanize(given) == romanize(text)
    assert romanizations(given) == romanizations(text)


@given(TEXT, st.sampled_from(SYSTEMS))
def test_any_text_can_be_romanised(text: str, system: System) -> None:
    assert romanize(text, system).count("\n") == text.count("\n")


@given(st.text(st.sampled_from("〇一二三十百千万億兆数何03,.・円人日月本分元前首相安倍晋三第約A"), max_size=10))
def test_any_number_can_be_romanised(text: str) -> None:
    assert [char for char in romanize(text) if char in "03"] == [char for char in text if char in "03"]


@given(TEXT)
def test_alternatives_are_distinct_and_begin_with_the_romanisation(text: str) -> None:
    found = romanizations(text)
    assert len(found) == len(set(found)) <= 40
    assert not found or found[0] == romanize(text)


@given(st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=12))
def test_latin_letters_pass(text: str) -> None:
    assert romanize(text) == text


def test_alternatives_hold_every_reading_and_every_system() -> None:
    found = romanizations("羽田空港")
    assert {"Haneda kuko", "Haneda kūkō", "Haneda kûkô", "Hata kuko"} <= set(found)


def test_a_term_that_brings_its_reading() -> None:
    assert any("hisahito" in spelling.lower() for spelling in romanizations("久仁（ひさひと）"))


@pytest.mark.parametrize("text", ["", "東京"])
def test_an_unknown_system_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="unknown romanisation system"):
        romanize(text, "wapuro")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["東都銀行株式会社", "株式会社", "株式会社東都、"])
def test_ten_times_as_many_legal_forms_take_about_ten_times_the_work(text: str) -> None:
    once, tenfold = (calls(partial(romanize, text * n)) for n in (20, 200))
    assert tenfold <= 15 * once


@pytest.mark.parametrize("function", [romanize, romanizations])
@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("東京".encode(), "text is bytes: decode first"),
        (0, "must be str, not int"),
        (None, "NoneType"),
        (["東"], "list"),
    ],
)
def test_what_is_no_text_is_refused(function: Callable[..., object], given: object, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        function(given)
