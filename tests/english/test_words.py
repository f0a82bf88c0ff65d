"""English words: lemmas, derivational families, spelling, the keys of glosses, by the tables and for any text."""

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simplemma import is_known, lemmatize

from termalign.english import gloss_keys, lexeme
from termalign.english.derivation import family
from termalign.english.function_words import ARTICLES, COMPOUND_LINKERS, FUNCTION_WORDS
from termalign.english.spelling import american

CASES = Path(__file__).parent.parent / "cases"
Row = dict[str, str]
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", max_size=14)


def cases(name: str) -> list[Any]:
    """The rows of a table; those with a reason in the column xfail are known failures."""
    with (CASES / name).open(encoding="utf-8", newline="") as table:
        return [
            pytest.param(row, id=row["label"], marks=[pytest.mark.xfail(reason=row["xfail"])] * bool(row["xfail"]))
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


@pytest.mark.parametrize("row", cases("derivation_pairs.tsv"))
def test_one_key_for_a_family_and_two_for_look_alikes(row: Row) -> None:
    assert (lexeme(row["one"]).stem == lexeme(row["other"]).stem) == (row["same_family"] == "yes")


@pytest.mark.parametrize("row", cases("spelling_pairs.tsv"))
def test_british_and_american_spelling(row: Row) -> None:
    assert (american(row["one"]) == american(row["other"])) == (row["same"] == "yes")


_PIECES = ["", "re", "un", "organ", "fire", "man", "tokyo", "walk", "stud", "é"]
_ENDINGS = ["", "s", "ies", "ed", "ing", "isation", "ises", "yse", "our", "ller", "men", "'s"]


@given(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.sampled_from(_ENDINGS))
def test_words_are_those_of_the_lemmatiser(first: str, second: str, ending: str) -> None:
    """Its dictionary is asked directly, which must not be seen."""
    word = first + second + ending
    found = lexeme(word)
    assert found.known == (found.plain in FUNCTION_WORDS or (bool(word) and is_known(found.plain, lang="en")))
    if len(word) > 4 and word.isascii() and word.isalpha():
        lemma = lemmatize(word, lang="en").lower()
        assert found.lemma == american(lemma) or (lemma == word.lower() and word.endswith("s"))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("groups", "group"),
        ("ringleaders", "ringleader"),
        ("rainbands", "rainband"),  # no dictionary has it
        ("Abenomics", "abenomics"),
        ("Torres", "torres"),
        ("policies", "policy"),
        ("women", "woman"),
        ("children", "child"),
        ("arrested", "arrest"),
        ("made", "make"),
        ("struck", "strike"),
        ("sought", "seek"),
        ("found", "find"),
        ("founded", "found"),
        ("analyses", "analysis"),
        ("Analysed", "analyze"),
        ("organisations", "organization"),
        ("COLOURS", "color"),
        ("news", "news"),
        ("Wales", "wales"),
        ("AI", "ai"),
        ("T3", "t3"),
        ("building", "building"),
        ("data", "data"),
        ("Gov.", "governor"),
        ("Prof", "professor"),
        ("Co.", "company"),
        ("co", "co"),
        ("gen", "gen"),
    ],
)
def test_lemma(form: str, lemma: str) -> None:
    assert lexeme(form).lemma == lemma


@pytest.mark.parametrize(
    ("gloss", "same_as"),
    [
        ("to arrest (a criminal)", "arrest"),
        ("the National Police Agency", "national police agencies"),
        ("to be investigated", "investigation"),
        ("organisation", "the organizations"),
        ("anonymity", "anonymous"),
        ("(act of) swindling [colloquial]", "swindle"),
        ("to give (something) to someone", "gift"),
    ],
)
def test_glosses_with_the_same_content_have_the_same_keys(gloss: str, same_as: str) -> None:
    assert gloss_keys(gloss) == gloss_keys(same_as) != ()


@pytest.mark.parametrize(
    ("one", "other"), [("police", "policy"), ("in front", "behind"), ("national police", "police nation state")]
)
def test_glosses_of_other_content_have_other_keys(one: str, other: str) -> None:
    assert gloss_keys(one) != gloss_keys(other)


def test_function_words_hold_phrases_together() -> None:
    assert ARTICLES < COMPOUND_LINKERS
    assert lexeme("The").function
    assert not lexeme("police").function
    assert not COMPOUND_LINKERS - FUNCTION_WORDS - {"based"}


@given(LETTERS)
def test_a_family_has_one_key(word: str) -> None:
    """Taking a key of any word ends, and leaves something of the word to look up."""
    assert bool(family(word)) == bool(word)


@given(LETTERS)
def test_american_spelling_is_final(word: str) -> None:
    assert american(american(word)) == american(word)


@given(st.text(max_size=12))
def test_any_form_has_an_entry(form: str) -> None:
    entry = lexeme(form)
    assert entry.lower == form.lower().replace("’", "'")
    assert lexeme(form) == entry


@given(st.text(max_size=30))
def test_keys_of_a_gloss_are_stems(gloss: str) -> None:
    assert all(key == key.lower() or not key.isascii() for key in gloss_keys(gloss))
