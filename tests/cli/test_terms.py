"""termalign terms."""

from pathlib import Path

import pytest

from termalign import Glossary, write_pairs
from termalign.cli import main

Output = pytest.CaptureFixture[str]
GLOSSARY = Glossary.of({"桜島": ["Sakurajima", "Cherry Island"], "消費税": "consumption tax"})
TEXT = ["--text", "Sakurajima erupted. Ash from Sakurajima fell."]


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.txt"
    path.write_text("# a comment\n桜島\n消費税\n", encoding="utf-8")
    return path


def test_prepare_and_align(terms: Path, capsys: Output) -> None:
    prepared = str(terms.with_suffix(".tlist"))
    assert main(["terms", "prepare", str(terms), "-o", prepared]) == 0
    assert capsys.readouterr() == ("", f"termalign: {prepared}: 2 terms\n")
    assert main(["align", "--terms", prepared, *TEXT]) == 0
    with_prepared = capsys.readouterr()
    assert main(["align", "--terms", str(terms), *TEXT]) == 0
    assert capsys.readouterr() == with_prepared


def test_with_a_parallel_text(terms: Path, capsys: Output) -> None:
    prepared = str(terms.with_suffix(".tlist"))
    assert main(["terms", "prepare", str(terms), "-o", prepared]) == 0
    assert main(["align", "--terms", prepared, "--text", "桜島が噴火した。", "Sakurajima erupted."]) == 0
    assert "Sakurajima" in capsys.readouterr().out


def test_with_a_bitext(terms: Path, tmp_path: Path, capsys: Output) -> None:
    prepared = str(terms.with_suffix(".tlist"))
    memory = tmp_path / "memory.tsv"
    memory.write_text(
        "桜島が噴火した。\tSakurajima erupted.\n消費税が上がる。\tThe consumption tax rises.\n", encoding="utf-8"
    )
    assert main(["terms", "prepare", str(terms), "-o", prepared]) == 0
    capsys.readouterr()
    assert main(["align", "--from", "tsv", "--terms", prepared, str(memory)]) == 0
    with_prepared = capsys.readouterr()
    assert main(["align", "--from", "tsv", "--terms", str(terms), str(memory)]) == 0
    assert capsys.readouterr() == with_prepared


BASES = [
    ("terms.tbx", GLOSSARY), ("terms.xlsx", GLOSSARY), ("terms.utx", GLOSSARY), ("terms.csv", GLOSSARY), ("terms.tsv", GLOSSARY),
    ("terms.tmx", GLOSSARY),
    ("terms.tsv", "日本語\t英語\n桜島、御岳\tSakurajima\n消費税\t\n"),
    ("terms.csv", "ID,日本語\n1,桜島\n2,消費税\n"),
    ("terms.tsv", "桜島\n消費税\n"),
    ("terms.txt", "桜島\tcherry\n消費税\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), BASES, ids=[f"{k}: {name}" for k, (name, _) in enumerate(BASES)])
def test_the_japanese_of_a_term_base(name: str, content: str | Glossary, tmp_path: Path, capsys: Output) -> None:
    """Neither a header nor a line of XML is a term."""
    base = tmp_path / name
    if isinstance(content, str):
        base.write_text(content, encoding="utf-8")
    elif base.suffix == ".tmx":
        write_pairs(base, content.pairs())
    else:
        content.write(base)
    assert main(["align", "--terms", str(base), *TEXT]) == 0
    found = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in found[:-1]] == ["桜島"]
    assert set(found[-1].removeprefix("not found in the English: ").split(" · ")) <= {"消費税", "御岳"}
    assert main(["terms", "prepare", str(base), "-o", str(tmp_path / "out.tlist")]) == 0
    assert capsys.readouterr().err.endswith((": 2 terms\n", ": 3 terms\n"))


def test_a_term_base_that_is_none(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "terms.tbx").write_text("桜島\n", encoding="utf-8")
    assert main(["align", "--terms", str(tmp_path / "terms.tbx"), *TEXT]) == 1
    assert "expected well-formed XML" in capsys.readouterr().err
    assert main(["align", "--terms", str(tmp_path / "none.tbx"), *TEXT]) == 2
    assert "no such file" in capsys.readouterr().err


def test_another_glossary(terms: Path, tmp_path: Path, capsys: Output) -> None:
    prepared = str(terms.with_suffix(".tlist"))
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("桜島\tCherry Island\n", encoding="utf-8")
    assert main(["terms", "prepare", str(terms), "-o", prepared]) == 0
    assert main(["align", "--glossary", str(glossary), "--terms", prepared, *TEXT]) == 1
    assert "another glossary: prepare it again" in capsys.readouterr().err


def test_a_damaged_list(terms: Path, capsys: Output) -> None:
    prepared = terms.with_suffix(".tlist")
    assert main(["terms", "prepare", str(terms), "-o", str(prepared)]) == 0
    prepared.write_bytes(prepared.read_bytes()[:-1])
    assert main(["align", "--terms", str(prepared), *TEXT]) == 1
    assert "is damaged: prepare it again" in capsys.readouterr().err


def test_no_terms(tmp_path: Path, capsys: Output) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("# nothing\n", encoding="utf-8")
    assert main(["terms", "prepare", str(empty), "-o", str(tmp_path / "out")]) == 1
    assert "contains no terms" in capsys.readouterr().err


def test_no_such_folder(terms: Path, tmp_path: Path, capsys: Output) -> None:
    assert main(["terms", "prepare", str(terms), "-o", str(tmp_path / "none" / "out")]) == 2
    assert "no such file" in capsys.readouterr().err
