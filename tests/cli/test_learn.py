"""termalign learn, and --model of the other commands."""

import json
from pathlib import Path

import pytest

from termalign import Aligner, write_pairs
from termalign.cli import main

Output = pytest.CaptureFixture[str]
PAIRS = [
    ("環境を保存する。", "Save the setup."),
    ("この環境を開く。", "Open this setup."),
    ("駅で本を買った。", "I bought a book at the station."),
    ("本は駅にある。", "The book is at the station."),
]


@pytest.fixture
def memory(tmp_path: Path) -> str:
    write_pairs(tmp_path / "memory.tmx", PAIRS)
    return str(tmp_path / "memory.tmx")


@pytest.fixture
def model(memory: str, tmp_path: Path, capsys: Output) -> str:
    assert main(["learn", memory, "-q", "-o", str(tmp_path / "m.model")]) == 0
    assert capsys.readouterr() == ("", "")
    return str(tmp_path / "m.model")


def test_it_says_what_it_made(memory: str, tmp_path: Path, capsys: Output) -> None:
    path = str(tmp_path / "m.model")
    assert main(["learn", memory, "-o", path]) == 0
    assert capsys.readouterr() == ("", f"termalign: {path}: 3 headwords of 4 pairs\n")
    assert main(["learn", memory, "--format", "jsonl", "-o", path]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["model"], said["headwords"], said["pairs"], said["left_out"]) == (path, 3, 4, 0)
    assert Aligner.load(path).model == Aligner.fit(PAIRS).model


def test_several_memories(tmp_path: Path) -> None:
    for name, some in (("a.tmx", PAIRS[:2]), ("b.xlf", PAIRS[2:])):
        write_pairs(tmp_path / name, some)
    assert main(["learn", str(tmp_path / "a.tmx"), str(tmp_path / "b.xlf"), "-o", str(tmp_path / "m.model")]) == 0
    assert Aligner.load(tmp_path / "m.model").model == Aligner.fit(PAIRS).model


def test_it_says_if_most_pairs_are_repeated(tmp_path: Path, capsys: Output) -> None:
    write_pairs(tmp_path / "memory.tsv", PAIRS * 3)
    assert main(["learn", str(tmp_path / "memory.tsv"), "-o", str(tmp_path / "m.model")]) == 0
    first, second = capsys.readouterr().err.splitlines()
    assert first == "termalign: 8 of 12 pairs only repeat others: a pair counts once"
    assert second.endswith("3 headwords of 4 pairs; 8 left out")


def test_two_texts_line_by_line(model: str, tmp_path: Path) -> None:
    for side, name in enumerate(("a.ja", "a.en")):
        (tmp_path / name).write_text("\n".join(pair[side] for pair in PAIRS) + "\n", encoding="utf-8")
    again = str(tmp_path / "again.model")
    assert main(["learn", str(tmp_path / "a.ja"), str(tmp_path / "a.en"), "-q", "-o", again]) == 0
    assert Path(again).read_bytes() == Path(model).read_bytes()


def test_lookup_and_info_show_it(model: str, capsys: Output) -> None:
    assert main(["lexicon", "lookup", "--model", model, "環境"]) == 0
    assert "  learned: setup  2 of 2\n" in capsys.readouterr().out
    assert main(["lexicon", "lookup", "--model", model, "--format", "jsonl", "環境"]) == 0
    assert json.loads(capsys.readouterr().out)["learned"] == [{"en": "setup", "times": 2, "seen": 2, "occurrences": 2}]
    assert main(["lexicon", "info", "--model", model]) == 0
    assert "3 headwords of 4 pairs" in capsys.readouterr().out


def test_align_takes_it_for_evidence(model: str, capsys: Output) -> None:
    texts = ["--text", "環境を消す。", "Delete the setup."]
    assert main(["align", "--format", "tsv", "--model", model, *texts]) == 0
    assert "環境\t" in capsys.readouterr().out
    main(["align", "--format", "tsv", *texts])
    assert "環境\t" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("pairs", "code", "message"),
    [
        ([], 1, "nothing to learn from"),
        ([("3", "3")], 1, "nothing to learn from"),
        ([(en, ja) for ja, en in PAIRS], 1, "English stands where Japanese belongs"),
    ],
)
def test_nothing_to_learn_from(
    pairs: list[tuple[str, str]], code: int, message: str, model: str, tmp_path: Path, capsys: Output
) -> None:
    write_pairs(tmp_path / "no.jsonl", pairs)
    before = Path(model).read_bytes()
    assert main(["learn", str(tmp_path / "no.jsonl"), "-o", model]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert Path(model).read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["none.tmx", "-o", "m"],
        ["memory.tmx"],
        ["a", "b", "c", "-o", "m"],
        ["--lexicon", "none", "memory.tmx", "-o", "m"],
    ],
)
def test_wrong_usage(arguments: list[str], memory: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["learn", *arguments]) == 2
    assert not (tmp_path / "m").exists()


def test_a_broken_memory_leaves_an_older_model(memory: str, model: str, tmp_path: Path, capsys: Output) -> None:
    before = Path(model).read_bytes()
    text = Path(memory).read_text(encoding="utf-8")
    (tmp_path / "half.tmx").write_text(text[: len(text) // 2], encoding="utf-8")
    assert main(["learn", str(tmp_path / "half.tmx"), "-o", model]) == 1
    assert "half.tmx" in capsys.readouterr().err
    assert Path(model).read_bytes() == before
