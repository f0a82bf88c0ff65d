"""TermList: a sequence of the terms as given, saved, loaded, and refused where it does not belong."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from textwrap import dedent
from typing import Any, ClassVar

import pytest
from altered import answers
from hypothesis import given, settings
from hypothesis import strategies as st

from termalign import Aligner, Alignment, Lexicon, Span, TermList
from termalign.arguments import trimmed
from termalign.lists import TermListError, is_term_list

ALIGNER = Aligner()
TERMS = ["警察庁", "", "消費税", "警察庁", "ﾊﾞｲﾄ", "JR九州", "特殊詐欺", "傘", "\ud800", "々\n〆"]
EN = "The National Police Agency warned of special fraud (tokushu sagi). JR Kyushu took on a baito."


@pytest.fixture(scope="module")
def prepared() -> TermList:
    return ALIGNER.prepare(TERMS)


def test_it_is_the_terms_as_given(prepared: TermList) -> None:
    assert list(prepared) == TERMS
    assert (len(prepared), prepared[0], prepared[-1], prepared[4:6]) == (10, "警察庁", "々\n〆", ["ﾊﾞｲﾄ", "JR九州"])
    with pytest.raises(IndexError):
        prepared[10]


@pytest.mark.parametrize("term", [" 雨", "雨\r", "雨\n", "\u3000雨 ", "\ufeff雨"])
@pytest.mark.parametrize("prepare", [list, iter, ALIGNER.prepare])
def test_white_space_around_a_term_is_no_part_of_it(term: str, prepare: Callable[[list[str]], Any]) -> None:
    expected = ALIGNER.align(["雨", "雪", "", "桜島"], "Rain fell.")
    assert ALIGNER.align(prepare([term, "雪", "  ", "桜島"]), "Rain fell.") == expected
    assert expected.ja == "雨\n雪\n\n桜島"
    assert ([link.ja.text for link in expected], [span.text for span in expected.unaligned]) == (["雨"], ["雪", "桜島"])


def test_white_space_within_a_term_stays() -> None:
    assert list(ALIGNER.prepare([" ジョー\tバイデン ", "々\n〆"])) == ["ジョー\tバイデン", "々\n〆"]


def test_white_space_around_a_picked_term_moves_no_link() -> None:
    ja, en = "彼は 警察庁 に電話した。", "He called the National Police Agency."
    (link,) = ALIGNER.align(ja, en, terms=[(2, 7)], situation="terms")
    assert link.ja == Span(3, 6, "警察庁")


def test_links_are_in_the_terms_joined(prepared: TermList) -> None:
    found = ALIGNER.align(prepared, EN)
    assert found.ja == "\n".join(TERMS)
    assert {link.ja.text for link in found} == {"警察庁", "ﾊﾞｲﾄ", "JR九州", "特殊詐欺"}
    assert [link.ja.start for link in found if link.ja.text == "警察庁"] == [0, 9]
    for span in (*found.unaligned, *(link.ja for link in found)):
        assert span.text == found.ja[span.start : span.end]
    assert [span.text for span in found.unaligned] == ["消費税", "傘", "\ud800", "々\n〆"]


def test_the_alignment_is_one_like_any_other(prepared: TermList) -> None:
    found = ALIGNER.align(prepared, EN)
    plain = Alignment(found.ja, found.en, found.links, found.unaligned)
    assert found == plain
    assert plain == found
    assert hash(found) == hash(plain)
    assert pickle.loads(pickle.dumps(found)) == found
    assert json.loads(found.to_json()) == json.loads(plain.to_json())


def test_saved_and_loaded(prepared: TermList, tmp_path: Path) -> None:
    path = tmp_path / "terms.tlist"
    prepared.save(path)
    assert is_term_list(path)
    assert [file.name for file in tmp_path.iterdir()] == ["terms.tlist"]
    loaded = TermList.load(path)
    assert list(loaded) == TERMS
    assert ALIGNER.align(loaded, EN) == ALIGNER.align(prepared, EN)
    loaded.save(path)
    assert list(TermList.load(path)) == TERMS


def test_lists_of_the_same_terms_and_lexicon_are_equal(prepared: TermList, tmp_path: Path) -> None:
    path = tmp_path / "terms.tlist"
    prepared.save(path)
    for same in (TermList.load(path), pickle.loads(pickle.dumps(prepared)), ALIGNER.prepare(TERMS)):
        assert same == prepared
        assert hash(same) == hash(prepared)
    glossed = Aligner(glossary={"警察庁": "NPA"}).prepare(TERMS)
    for other in (ALIGNER.prepare(TERMS[:-1]), ALIGNER.prepare(["\n".join(TERMS)]), glossed, TERMS):
        assert other != prepared


def test_the_bytes_are_the_same_in_every_process(tmp_path: Path) -> None:
    """Sets of strings are ordered by a hash that differs from process to process."""
    code = (
        "import sys; from termalign import Aligner\n"
        "terms = '警察庁 大谷翔平 金正恩 福岡県警 闇バイト パワハラ 東京電力ホールディングス 豊昇龍 国土交通省'.split()\n"
        "Aligner().prepare(terms).save(sys.argv[1])"
    )
    files = [tmp_path / seed for seed in "01"]
    for file in files:
        subprocess.run(
            [sys.executable, "-c", code, str(file)], env=os.environ | {"PYTHONHASHSEED": file.name}, check=True
        )
    assert len({file.read_bytes() for file in files}) == 1


def test_pickled(prepared: TermList) -> None:
    assert ALIGNER.align(pickle.loads(pickle.dumps(prepared)), EN) == ALIGNER.align(prepared, EN)


@pytest.mark.parametrize("damage", [b"", b"termalign", b"termalign term list 1\n", b"termalign term list 2\n{}\n"])
def test_what_is_no_term_list(damage: bytes, tmp_path: Path) -> None:
    path = tmp_path / "terms.tlist"
    path.write_bytes(damage)
    with pytest.raises(TermListError, match=r"terms\.tlist .*prepare it again"):
        TermList.load(path)


@settings(max_examples=25)
@given(data=st.data())
def test_a_damaged_file_is_refused(
    data: st.DataObject, prepared: TermList, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "terms.tlist"
    prepared.save(path)
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        del content[at:]
    else:
        content[at] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(content)
    try:
        loaded = TermList.load(path)
    except TermListError:
        return
    # Only what it was made of may have changed unnoticed: then it belongs to no lexicon.
    with pytest.raises(TermListError):
        ALIGNER.align(loaded, EN)


def test_another_glossary_is_refused(prepared: TermList) -> None:
    with pytest.raises(TermListError, match=r"^the term list was prepared with another glossary: prepare it again"):
        Aligner(glossary={"警察庁": "NPA"}).align(prepared, EN)


@pytest.mark.parametrize("passed", [lambda terms: terms, lambda terms: pickle.loads(pickle.dumps(terms))])
def test_a_refusal_names_the_file(prepared: TermList, tmp_path: Path, passed: Callable[[TermList], TermList]) -> None:
    prepared.save(tmp_path / "terms.tlist")
    loaded = passed(TermList.load(tmp_path / "terms.tlist"))
    with pytest.raises(TermListError, match=r"terms\.tlist was prepared with another glossary: prepare it again"):
        Aligner(glossary={"警察庁": "NPA"}).align(loaded, EN)


def test_a_list_is_refused_once_a_kind_files_other_keys(prepared: TermList, tmp_path: Path) -> None:
    prepared.save(tmp_path / "terms.tlist")
    script = f"""
        from termalign import Aligner, TermList
        try:
            Aligner().align(TermList.load({str(tmp_path / "terms.tlist")!r}), "JR")
        except ValueError as error:
            print(error)
    """
    shorter = {"max(_forms(term), key=len)": "min(_forms(term), key=len)"}
    (line,) = answers(dedent(script), tmp_path, {}, {"kinds/verbatim.py": shorter})
    assert line.endswith("was prepared with another version of the kinds of evidence: prepare it again")


def test_the_glossary_it_was_prepared_with(tmp_path: Path) -> None:
    aligner = Aligner(glossary={"匿流": "Tokuryu"})
    terms = aligner.prepare(["匿流"])
    assert aligner.align(terms, "Tokuryu").renderings() == {"匿流": ["Tokuryu"]}
    terms.save(tmp_path / "terms.tlist")
    again = Aligner(Lexicon(), glossary=[("匿流", "Tokuryu")])
    assert again.align(TermList.load(tmp_path / "terms.tlist"), "Tokuryu").renderings() == {"匿流": ["Tokuryu"]}


@pytest.mark.parametrize("terms", ["警察庁", b"ab", [b"ab"], [1], 7])
def test_what_is_no_list_of_terms(terms: object) -> None:
    with pytest.raises(TypeError):
        ALIGNER.prepare(terms)  # type: ignore[arg-type]


def test_progress() -> None:
    said: list[tuple[int, int]] = []
    ALIGNER.prepare(iter(["警察庁", "消費税"]), progress=lambda done, size: said.append((done, size)))
    assert said == [(2, 2)]


def test_an_empty_list() -> None:
    found = ALIGNER.align(ALIGNER.prepare([]), EN)
    assert (found.ja, found.links, found.unaligned) == ("", (), ())


def test_terms_of_a_parallel_text(prepared: TermList) -> None:
    with pytest.warns(UserWarning, match="not in the Japanese text: 消費税, "):
        found = ALIGNER.align("警察庁が特殊詐欺を調べた。", EN, terms=prepared)
    assert [link.ja.text for link in found] == ["警察庁", "特殊詐欺"]


@settings(max_examples=40)
@given(st.lists(st.text(max_size=6) | st.sampled_from(TERMS), max_size=6), st.text(max_size=40) | st.just(EN))
def test_any_text(terms: list[str], en: str) -> None:
    found = ALIGNER.align(ALIGNER.prepare(terms), en)
    assert found.ja == "\n".join(map(trimmed, terms))
    for span in (*found.unaligned, *(link.ja for link in found)):
        assert span.text == found.ja[span.start : span.end]


class TestPlainLists:
    """Lists given as they are, which the aligner keeps prepared."""

    long: ClassVar = [f"{first}{second}" for first in "東西南北上中下大小" for second in "山川田村野島"]

    def test_the_same_answer_each_time(self) -> None:
        aligner = Aligner()
        answers = [
            aligner.align(terms, "Nakagawa met Kitayama.") for terms in (self.long, tuple(self.long), [*self.long])
        ]
        assert answers[0].links
        assert answers[0] == answers[1] == answers[2]

    def test_a_list_that_changed_is_another(self) -> None:
        aligner = Aligner()
        terms = [*self.long]
        for _ in range(3):
            assert "警察庁" not in {link.ja.text for link in aligner.align(terms, EN)}
        terms[7] = "警察庁"
        for _ in range(3):
            assert "警察庁" in {link.ja.text for link in aligner.align(terms, EN)}

    def test_a_generator_is_read_once(self) -> None:
        read: list[str] = []

        def generated() -> Iterator[str]:
            for term in self.long:
                read.append(term)
                yield term

        aligner = Aligner()
        for times in (1, 2, 3):
            assert aligner.align(generated(), "Nakagawa").links
            assert read == self.long * times

    def test_a_bad_term_is_refused_each_time(self) -> None:
        aligner = Aligner()
        for _ in range(2):
            with pytest.raises(TypeError, match="a term must be str"):
                aligner.align([*self.long, 1], EN)  # type: ignore[list-item]

    def test_through_pipe(self) -> None:
        aligner = Aligner()
        prepared = aligner.prepare(self.long)
        texts = ["Nakagawa", "Kitayama", ""]
        expected = [aligner.align(prepared, text) for text in texts]
        assert list(aligner.pipe((prepared, text) for text in texts)) == expected
        assert list(aligner.pipe(((prepared, text) for text in texts), n_process=2)) == expected


def forged(whole: bytes, change: Callable[[list[list[Any]], dict[str, bytearray]], None]) -> bytes:
    """Return a prepared list with changed blocks, and digests that fit them."""
    magic, line, _, rest = whole.split(b"\n", 3)
    header, blocks, at = json.loads(line), {}, 0
    for name, size, _ in header["blocks"]:
        blocks[name] = bytearray(rest[at : at + size])
        at += size
    change(header["blocks"], blocks)
    for row in header["blocks"]:
        row[2] = blake2b(blocks[row[0]], digest_size=8).hexdigest()
    line = json.dumps(header, ensure_ascii=False).encode()
    digest = blake2b(line, digest_size=8).hexdigest().encode()
    return b"\n".join([magic, line, digest, b"".join(blocks.values())])


@pytest.mark.parametrize(
    "name", ["ends", "numbers", "surface_ends", "pieces", "terms", "whole", "key_starts", "piece_starts"]
)
@pytest.mark.parametrize("last", [b"\xfe\xff\xff\xff", b"\x00\x00\x01\x00"])
def test_forged_numbers_are_refused(name: str, last: bytes, tmp_path: Path) -> None:
    def change(header: list[list[Any]], blocks: dict[str, bytearray]) -> None:
        blocks[name][-4:] = last

    file = tmp_path / "list"
    Aligner().prepare(["特殊詐欺", "警察庁", "サーバー"]).save(file)
    file.write_bytes(forged(file.read_bytes(), change))
    with pytest.raises(TermListError, match="damaged"):
        TermList.load(file)


def test_forged_sounds_are_refused(tmp_path: Path) -> None:
    def change(header: list[list[Any]], blocks: dict[str, bytearray]) -> None:
        blocks["heard"][0] = 0xFF

    file = tmp_path / "list"
    Aligner().prepare(["サーバー"]).save(file)
    file.write_bytes(forged(file.read_bytes(), change))
    with pytest.raises(TermListError, match="damaged"):
        TermList.load(file)


@pytest.mark.parametrize("size", [10**12, 10**30, -1, 1.5, None, True])
def test_forged_sizes_are_refused(size: object, tmp_path: Path) -> None:
    def change(header: list[list[Any]], blocks: dict[str, bytearray]) -> None:
        header[0][1] = size

    file = tmp_path / "list"
    Aligner().prepare(["特殊詐欺"]).save(file)
    file.write_bytes(forged(file.read_bytes(), change))
    with pytest.raises(TermListError, match="damaged"):
        TermList.load(file)


@pytest.mark.parametrize("line", [b"[" * 60_000, b"x" * 5_000_000, b"[]", b"null"])
def test_forged_first_lines_are_refused(line: bytes, tmp_path: Path) -> None:
    file = tmp_path / "list"
    Aligner().prepare(["特殊詐欺"]).save(file)
    magic = file.read_bytes().split(b"\n", 1)[0]
    digest = blake2b(line, digest_size=8).hexdigest().encode()
    file.write_bytes(b"\n".join([magic, line, digest, b""]))
    with pytest.raises(TermListError, match="damaged"):
        TermList.load(file)
