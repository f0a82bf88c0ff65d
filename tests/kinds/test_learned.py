"""Words by which a term was rendered in parallel text, by the table; and what the packaged table must be."""

import gzip
import importlib.resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_cases import cases, known_term, term_of
from tables import Row

from termalign.english import EnglishText
from termalign.kinds.learned import LEARNED, learned
from termalign.target.target import Target

PACKED = importlib.resources.files("termalign.kinds").joinpath("learned.tsv.gz").read_bytes()
LINES = gzip.decompress(PACKED).decode().splitlines()


def found(ja: str, en: str) -> list[str]:
    target = Target(EnglishText(en))
    return sorted(target.english.phrase(f.i, f.j) for f in LEARNED.compare(known_term(ja), target))


@pytest.mark.parametrize("row", cases("learned_cases.tsv"))
def test_finds_what_rendered_it(row: Row) -> None:
    assert found(row["ja"], row["en"]) == sorted(filter(None, row["expected"].split(";")))


@pytest.mark.parametrize("row", cases("learned_cases.tsv"))
def test_finds_nothing_where_no_keys_meet(row: Row) -> None:
    term, target = known_term(row["ja"]), Target(EnglishText(row["en"]))
    if LEARNED.term_keys(term).isdisjoint(LEARNED.text_keys(target)):
        assert not found(row["ja"], row["en"])


def test_what_is_rendered_oftener_has_the_greater_share() -> None:
    shares = [rendering.share for rendering in learned(known_term("公開"))]
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1


def test_leaves_to_the_dictionary_what_it_says() -> None:
    term = known_term("料理")
    assert ("cuisin",) in {rendering.stems for rendering in learned(term)}
    assert "cuisin" not in LEARNED.term_keys(term)


def test_the_table_names_its_sources() -> None:
    header = "\n".join(line for line in LINES if line.startswith("#"))
    assert all(source in header for source in ("learn_renderings.py", "Kyoto", "python-docs-ja", "Tatoeba", "CC BY"))


def test_the_table_is_small_and_sorted() -> None:
    headwords = [line.split("\t", 1)[0] for line in LINES if not line.startswith("#")]
    assert headwords == sorted(set(headwords))
    assert len(PACKED) < 3_000_000


PIECES = st.sampled_from(["引数", "同社", "案", "\0", "\ud800", "😀", "parameters", "company", " ", "の", "3"])


@given(st.lists(PIECES, min_size=1, max_size=6).map("".join), st.lists(PIECES, max_size=6).map(" ".join))
def test_any_text_slices_back(ja: str, en: str) -> None:
    term, target = term_of(ja), Target(EnglishText(en))
    for f in LEARNED.compare(term, target) if term else ():
        start, end = target.english.offsets(f.i, f.j)
        assert f.forms[1] == target.english.raw[start:end] != ""


@given(st.sampled_from([line for line in LINES if not line.startswith("#")]))
def test_every_row_counts(row: str) -> None:
    headword, seen, *renderings = row.split("\t")
    assert headword
    assert renderings
    for rendering in renderings:
        *stems, times, back = rendering.split(" ")
        assert 1 <= len(stems) <= 2
        assert 1 <= int(times) <= int(seen)
        assert 0 <= int(back) <= 100
