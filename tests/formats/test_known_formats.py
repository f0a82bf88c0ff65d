"""What is written by hand about the formats, compared with the formats that there are."""

import inspect
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from known_formats import BITEXTS, GLOSSARIES, glossary_files

from termalign import Glossary, read_pairs
from termalign.cli import main
from termalign.formats import glossaries, pairs
from termalign.formats.catalogue import Format

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("function", "names"), [(read_pairs, BITEXTS), (Glossary.read, GLOSSARIES)])
def test_docstrings_list_every_format(function: Callable[..., object], names: list[str]) -> None:
    listed = re.search(
        r"^format : str, optional\n(.*?)(?:;|\. )", inspect.getdoc(function) or "", re.DOTALL | re.MULTILINE
    )
    assert listed is not None
    assert re.findall(r"``([\w-]+)``", listed[1]) == names


@pytest.mark.parametrize(
    ("formats", "section"),
    [(pairs.FORMATS, "Bitexts"), (glossaries.FORMATS, "Glossaries")],
    ids=["bitexts", "glossaries"],
)
def test_the_page_of_formats_has_a_row_for_each(formats: Sequence[Format], section: str) -> None:
    text = (DOCS / "formats.md").read_text(encoding="utf-8").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    rows = {
        name: re.findall(r"`(\.\w+)`", endings) for name, endings in re.findall(r"^\| `([\w-]+)` \|(.*?)\|", text, re.M)
    }
    assert {name: set(endings) for name, endings in rows.items()} == {
        known.name: {*known.suffixes} for known in formats
    }


def test_the_page_of_extract_has_every_ending_of_a_glossary() -> None:
    row = re.search(r"^\| (.*) \| \[glossaries\]", (DOCS / "extract.md").read_text(encoding="utf-8"), re.M)
    assert row is not None
    assert sorted(re.findall(r"`(\.\w+)`", row[1])) == sorted(glossary_files(""))


@pytest.mark.parametrize("command", ["convert", "extract", "align", "select"])
def test_help_lists_every_format(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert (" ".join(GLOSSARIES) if command == "convert" else " ".join(glossary_files(""))) in shown
    assert command != "convert" or " ".join(BITEXTS) in shown
