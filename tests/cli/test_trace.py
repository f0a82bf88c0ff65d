"""termalign trace."""

import json
from pathlib import Path

import pytest

from termalign import Aligner
from termalign.cli import main

Output = pytest.CaptureFixture[str]
TERMS = ["特殊詐欺", "警察庁", "桜島"]
JA, EN = "警察庁は特殊詐欺を調べた。", "The National Police Agency looked into special fraud."


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """The files of a list of terms, a Japanese text and an English one."""
    texts = {"terms.txt": "\n".join(TERMS), "ja.txt": JA, "en.txt": EN}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in texts]


def test_a_list_and_an_english_text(files: list[str], capsys: Output) -> None:
    terms, _, en = files
    assert main(["trace", "--terms", terms, en]) == 0
    found = capsys.readouterr().out
    assert found.rstrip() == str(Aligner().trace(TERMS, EN)).rstrip()
    assert "桜島" in found
    assert main(["trace", "--terms", terms, "--of", "警察庁", "--format", "jsonl", en]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["ja"]["text"] for line in lines} == {"警察庁"}
    assert [line["en"]["text"] for line in lines if line["linked"]] == ["National Police Agency"]


def test_terms_of_a_japanese_text(files: list[str], capsys: Output) -> None:
    assert main(["trace", "--terms", *files]) == 0
    out, err = capsys.readouterr()
    assert {line.split(" ")[0] for line in out.splitlines() if line[:1] not in " "} == {"特殊詐欺", "警察庁"}
    assert "not in the Japanese text: 桜島" in err


def test_a_term_that_is_not_there(files: list[str], capsys: Output) -> None:
    terms, ja, en = files
    for texts in (["--terms", terms, en], [ja, en]):
        assert main(["trace", "--of", "冷蔵庫", *texts]) == 2
        assert "冷蔵庫 does not occur" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("numbers", "message"),
    [([2], "expected two texts, JA EN, not 1"), ([1, 1, 2], "expected two texts, JA EN, not 3")],
)
def test_another_number_of_texts(numbers: list[int], message: str, files: list[str], capsys: Output) -> None:
    assert main(["trace", *(files[n] for n in numbers)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("term", "helps"),
    [
        ("めぐる", True),  # a verb is looked for if it is picked
        ("一の巻", True),  # divided, and neither part has a candidate
        ("両州", False),  # was looked for
        ("州", False),  # is part of what was looked for
    ],
)
def test_picking_a_term_is_recommended_only_where_it_may_help(term: str, helps: bool, capsys: Output) -> None:
    ja, en = "両州をめぐる会談に出席した。冊子一の巻。", "He attended talks on the disputed regions."
    assert main(["trace", "--of", term, "--text", ja, en]) == 1
    assert ("picked" in capsys.readouterr().out) == helps
