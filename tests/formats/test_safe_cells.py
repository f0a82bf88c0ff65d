"""Cells that a spreadsheet would take for formulas, written safely where that is asked for."""

import csv
from pathlib import Path

import pytest

from termalign import read_pairs, write_pairs
from termalign.cli import main
from termalign.termbase import Glossary

Output = pytest.CaptureFixture[str]

CELLS: list[tuple[str, str, str]] = [
    ("a formula", "=1+1", "'=1+1"),
    ("a call", '=HYPERLINK("http://example.org")', '\'=HYPERLINK("http://example.org")'),
    ("a plus", "+81-3-1234", "'+81-3-1234"),
    ("a minus", "-5 度", "'-5 度"),
    ("an at sign", "@SUM(A1)", "'@SUM(A1)"),
    ("full width", "＝1+1", "'＝1+1"),
    ("behind a space", " =1+1", "' =1+1"),
    ("behind a no-break space", "\u00a0=1+1", "'\u00a0=1+1"),
    ("a word", "火山", "火山"),
    ("an equals sign within", "a=b", "a=b"),
    ("an apostrophe", "'tis", "'tis"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize("name", ["m.tsv", "m.csv"])
@pytest.mark.parametrize(("label", "cell", "safely"), CELLS, ids=[case[0] for case in CELLS])
def test_pairs(name: str, label: str, cell: str, safely: str, tmp_path: Path) -> None:
    write_pairs(tmp_path / name, [(cell, "x"), ("火", cell)], safe_cells=True)
    assert list(read_pairs(tmp_path / name)) == [(safely, "x"), ("火", safely)]
    write_pairs(tmp_path / name, [(cell, "x"), ("火", cell)])
    assert list(read_pairs(tmp_path / name)) == [(cell, "x"), ("火", cell)]


def test_a_glossary(tmp_path: Path) -> None:
    glossary = Glossary.from_pairs([("=火", "-fire", "@note"), ("=火", "flame")])
    glossary.write(tmp_path / "g.csv", safe_cells=True)
    with (tmp_path / "g.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["ja", "en", "note"],
            ["'=火", "'-fire", "'@note"],
            ["'=火", "flame", ""],
        ]


@pytest.mark.parametrize("name", ["m.tmx", "m.xlsx", "m.jsonl"])
def test_other_formats_have_no_such_cells(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="safe cells apply only to tsv and csv, not to"):
        write_pairs(tmp_path / name, [("灰", "ash")], safe_cells=True)
    assert list(tmp_path.iterdir()) == []


CONVERTED = [("m.tsv", "n.csv"), ("m.jsonl", "n.tsv"), ("g.utx", "h.tsv")]


@pytest.mark.parametrize(("source", "target"), CONVERTED)
def test_converted(source: str, target: str, tmp_path: Path) -> None:
    if source.endswith(".utx"):
        Glossary.from_pairs([("=火", "fire")]).write(tmp_path / source)
    else:
        write_pairs(tmp_path / source, [("=火", "fire")])
    assert main(["convert", "--safe-cells", str(tmp_path / source), str(tmp_path / target)]) == 0
    assert list(Glossary.read(tmp_path / target).pairs()) == [("'=火", "fire")]


def test_notes(tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text("ja\ten\tnote\n火\tfire\t=1\n", encoding="utf-8")
    assert main(["convert", "--safe-cells", str(tmp_path / "m.tsv"), str(tmp_path / "n.csv")]) == 0
    assert (tmp_path / "n.csv").read_text(encoding="utf-8").splitlines() == ["ja,en,note", "火,fire,'=1"]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["tokenize", "--format", "tsv", "＝火"], "'＝"),
        (["abbreviations", "--format", "tsv", "--text", "The National Police Agency (NPA) said so."], "NPA\t"),
        (["align", "--format", "tsv", "--text", "桜島が噴火した。", "Sakurajima erupted."], "\n桜島\tSakurajima\t"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_tables_on_standard_output(command: list[str], expected: str, capsys: Output) -> None:
    assert main([*command, "--safe-cells"]) == 0
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", [["align", "--text", "火", "fire"], ["tokenize", "火"], ["convert", "a.tsv", "b.tmx"]]
)
def test_where_there_is_no_table(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pairs("a.tsv", [("火", "fire")])
    assert main([*command, "--safe-cells"]) == 2
    assert "safe" in capsys.readouterr().err
