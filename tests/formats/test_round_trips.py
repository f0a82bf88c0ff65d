"""What is written is read, whatever the text; where a format keeps less, exactly that much less."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from drawing import HALF_AS_MANY
from hypothesis import example, given
from hypothesis import strategies as st
from known_formats import BITEXTS, GLOSSARIES

from termalign.formats import FormatError, read_pairs, write_pairs
from termalign.formats.pairs import read_units
from termalign.termbase import Glossary

Keeps = Callable[[str], str]

# All of Unicode, and more often what formats trip over.
TROUBLE = st.sampled_from(
    [*"<>&\"'#;|,=\t\n\r\0\x01\x0b\x7f\x85\u2028\ufeff\ufffe\ud800 ", "]]>", "、", "｜", "\r\n", "&amp;", "msgid", "ja"]
)
TEXTS = st.lists(st.one_of(TROUBLE, st.text(max_size=5), st.sampled_from("灰桜島ash𠮷")), max_size=5).map("".join)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS), max_size=5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each example is written over the one before: a new folder for each costs more than the file."""
    return tmp_path_factory.mktemp("examples")


def in_xml(text: str) -> str:
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def in_text(text: str) -> str:
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def on_a_line(text: str) -> str:
    return re.sub("\r\n|[\r\n]", " ", in_text(text))


def in_a_cell(text: str) -> str:
    return on_a_line(text).replace("\t", " ")


def in_json(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


# What of a text each format keeps, and whether a pair without one of its texts is kept.
KEPT: dict[str, tuple[Keeps, Callable[[str, str], bool]]] = {
    "tmx": (in_xml, lambda ja, en: True),
    "xliff": (in_xml, lambda ja, en: bool(en)),
    "xliff2": (in_xml, lambda ja, en: bool(en)),
    "po": (in_text, lambda ja, en: bool(en)),
    "tsv": (in_a_cell, lambda ja, en: bool((ja + en).strip())),
    "csv": (in_text, lambda ja, en: bool((ja + en).strip())),
    "xlsx": (in_xml, lambda ja, en: bool((in_xml(ja) + in_xml(en)).strip())),
    "jsonl": (in_json, lambda ja, en: True),
    "text": (on_a_line, lambda ja, en: True),
}


@pytest.mark.parametrize("format", KEPT)
@HALF_AS_MANY  # so many formats, and each example is a file
@given(pairs=PAIRS)
def test_pairs(folder: Path, format: str, pairs: list[tuple[str, str]]) -> None:
    keeps, whole = KEPT[format]
    if format == "po":
        pairs = [(ja or "灰", en) for ja, en in pairs]
    path = folder / "pairs"
    assert write_pairs(path, pairs, format) == len(pairs)
    expected = [(keeps(ja), keeps(en)) for ja, en in pairs]
    if format == "text" and expected:  # at the start of a file it is a byte order mark
        expected[0] = expected[0][0].removeprefix("\ufeff"), expected[0][1].removeprefix("\ufeff")
    assert list(read_pairs(path, format)) == [pair for pair in expected if whole(*pair)]


TERMS = TEXTS.filter(lambda text: bool(text.strip()) and not text.strip().startswith("#"))
ENTRIES = st.lists(st.tuples(TERMS, st.lists(TERMS, min_size=1, max_size=3), TEXTS), max_size=4)


@pytest.mark.parametrize("format", ["xliff", "xliff2", "po"])
def test_a_pair_without_english_is_an_untranslated_unit(folder: Path, format: str) -> None:
    path = folder / "pairs"
    write_pairs(path, [("灰", "ash"), ("火山", ""), ("島", "isle")], format)
    units = [(unit.ja, unit.en, unit.state) for unit in read_units(path, format, every=True)]
    assert units == [("灰", "ash", ""), ("火山", "", "untranslated"), ("島", "isle", "")]
    assert format == "po" or "></target>" not in path.read_text("utf-8")


def glossary_of(entries: list[tuple[str, list[str], str]], keeps: Keeps) -> Glossary:
    return Glossary.from_pairs((keeps(ja), keeps(en), keeps(note)) for ja, forms, note in entries for en in forms)


def spaced(text: str) -> str:
    return " ".join(in_xml(text).split())


def without_controls(text: str) -> str:
    return re.sub("[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]", "x", spaced(text))


# What of a term each format keeps.
KEPT_OF_TERMS: dict[str, Keeps] = {
    "tsv": in_a_cell,
    "csv": in_text,
    "tbx": spaced,
    "tbx3": spaced,
    "omegat": in_a_cell,
    "utx": lambda text: in_a_cell(text).replace("-", "–"),  # a hyphen alone says that there is nothing
    "xlsx": in_xml,
}


@pytest.mark.parametrize("format", KEPT_OF_TERMS)
@example(
    entries=[
        ("送料; 運賃", ["freight|carriage", "client、customer"], ""),
        ("引越し（ひっこし）", ["move / removal"], ""),
    ]
)
@example(entries=[("送料", ["freight"], "by ship; by air"), ("運賃", ["fare (whole cell)"], "")])
@HALF_AS_MANY  # so many formats, and each example is a file
@given(entries=ENTRIES)
def test_glossaries(folder: Path, format: str, entries: list[tuple[str, list[str], str]]) -> None:
    """A glossary of what the format keeps comes back as it was."""
    if format == "omegat":  # which has no header: the script tells which side is Japanese
        entries = [("灰" + ja, forms, note) for ja, forms, note in entries]
    glossary = glossary_of(entries, KEPT_OF_TERMS[format])
    path = folder / "glossary"
    glossary.write(path, format)
    assert Glossary.read(path, format) == glossary


@pytest.mark.parametrize("format", KEPT_OF_TERMS)
@HALF_AS_MANY
@given(
    entries=st.lists(
        st.tuples(st.sampled_from(["灰", "桜", "島", "灰島"]), st.sampled_from(["ash", "isle"])), max_size=6
    )
)
def test_terms_with_the_same_renderings(folder: Path, format: str, entries: list[tuple[str, str]]) -> None:
    glossary = Glossary.from_pairs(entries)
    path = folder / "glossary"
    glossary.write(path, format)
    assert Glossary.read(path, format) == glossary


PREFERRED_ONLY = ["deepl", "google", "google-sets"]


def test_every_format_is_among_them() -> None:
    assert set(KEPT) == set(BITEXTS)
    assert {*KEPT_OF_TERMS, *PREFERRED_ONLY} == set(GLOSSARIES)


@pytest.mark.parametrize("format", PREFERRED_ONLY)
@HALF_AS_MANY  # so many formats, and each example is a file
@given(entries=ENTRIES)
def test_glossaries_of_preferred_renderings(
    folder: Path, format: str, entries: list[tuple[str, list[str], str]]
) -> None:
    glossary = glossary_of([(ja, forms, "") for ja, forms, _ in entries], without_controls)
    path = folder / "glossary"
    glossary.write(path, format)
    assert Glossary.read(path, format).entries == tuple(entry._replace(en=entry.en[:1]) for entry in glossary)


@pytest.mark.parametrize("format", GLOSSARIES)
@example(entries=[("、", ["comma"], "")])
@example(entries=[("\ufeff", ["mark"], "")])
@example(entries=[("ja", ["en"], "")])
@HALF_AS_MANY  # so many formats, and each example is a file
@given(entries=st.lists(st.tuples(TEXTS, st.lists(TEXTS, min_size=1, max_size=2), TEXTS), min_size=1, max_size=3))
def test_what_a_writer_accepts_its_reader_reads(
    folder: Path, format: str, entries: list[tuple[str, list[str], str]]
) -> None:
    """Whatever the terms: those that a format cannot hold are refused in writing."""
    glossary = glossary_of(entries, str)
    path = folder / "glossary"
    try:
        glossary.write(path, format)
    except FormatError:
        return
    assert bool(len(Glossary.read(path, format))) == bool(len(glossary))
