"""termalign extract."""

import json
from pathlib import Path

import pytest
from known_formats import glossary_files

from termalign import Glossary, extract, write_pairs
from termalign.cli import main

Output = pytest.CaptureFixture[str]
PAIRS = [
    ("サーバーを再起動する。", "Restart the server."),
    ("サーバが応答しない。", "The server does not respond."),
    ("引数リストの長さ", "the length of the argument list"),
    ("引数を取る。", "It takes an argument."),
]


@pytest.fixture
def memory(tmp_path: Path) -> str:
    write_pairs(tmp_path / "memory.tmx", PAIRS)
    return str(tmp_path / "memory.tmx")


def test_text_is_for_people(memory: str, capsys: Output) -> None:
    assert main(["extract", memory]) == 0
    out = capsys.readouterr().out.splitlines()
    assert [line.split() for line in out if line.startswith("サーバー")] == [
        ["サーバー", "server", out[0].split()[2], "×2"]
    ]


def test_json_lines_are_those_of_the_library(memory: str, capsys: Output) -> None:
    assert main(["extract", "--format", "jsonl", "--limit", "2", memory]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found == [*json.loads(json.dumps([*extract(memory).to_dicts()]))][:2]


def test_tsv_has_a_line_a_rendering(memory: str, capsys: Output) -> None:
    assert main(["extract", "--format", "tsv", memory]) == 0
    header, *rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert header == ["ja", "en", "score", "count", "pairs", "kind", "variants"]
    assert [row for row in rows if row[0] == "サーバー" and row[1] == "server" and row[6] == "サーバ"]
    assert len(rows) == sum(len(entry.en) for entry in extract(memory))


@pytest.mark.parametrize("name", [*glossary_files("t"), "t.jsonl", "t.html"])
def test_files_by_their_names(name: str, memory: str, tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / name
    assert main(["extract", memory, "-o", str(path)]) == 0
    count = len(extract(memory))
    assert capsys.readouterr() == ("", f"termalign: {path}: {count:,} terms of 4 pairs\n")
    if name not in ("t.jsonl", "t.html"):
        assert len(Glossary.read(path)) == count
    assert path.stat().st_size > 100


def test_two_texts_line_by_line(memory: str, tmp_path: Path, capsys: Output) -> None:
    for side, path in ((0, tmp_path / "a.ja"), (1, tmp_path / "a.en")):
        path.write_text("".join(pair[side] + "\n" for pair in PAIRS), encoding="utf-8")
    assert main(["extract", memory]) == 0
    expected = capsys.readouterr().out
    assert main(["extract", str(tmp_path / "a.ja"), str(tmp_path / "a.en")]) == 0
    assert capsys.readouterr().out == expected


def test_known_terms_and_stop_lists_are_left_out(memory: str, tmp_path: Path, capsys: Output) -> None:
    Glossary.of({"サーバ": "server"}).write(tmp_path / "known.tbx")
    (tmp_path / "stop.txt").write_text("引数\n", encoding="utf-8")
    options = ["--known", str(tmp_path / "known.tbx"), "--stop", str(tmp_path / "stop.txt")]
    assert main(["extract", *options, memory]) == 0
    terms = {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert "引数リスト" in terms
    assert not terms & {"サーバー", "サーバ", "引数"}


WRONG = [
    (["no.tmx"], 2, "no such file"),
    (["--format", "tbx", "MEMORY"], 2, "tbx is written to a file"),
    (["MEMORY", "-o", "terms.docx"], 2, "the name does not show the format"),
    (["--format", "text", "MEMORY", "-o", "terms.txt"], 2, "the format text can only be printed"),
    (["--known", "none.tbx", "MEMORY"], 2, "no such file"),
    (["--min-score", "2", "MEMORY"], 2, "expected a number from 0 to 1"),
    (["--min-count", "0", "MEMORY"], 2, "expected a number of at least 1"),
    (["--safe-cells", "MEMORY"], 2, "--safe-cells applies only to"),
    (["--min-count", "9", "MEMORY"], 1, "no term found"),
    (["a", "b", "c"], 2, "expected"),
]


@pytest.mark.parametrize(("words", "code", "message"), WRONG, ids=[case[2] for case in WRONG])
def test_what_is_wrong_is_said(words: list[str], code: int, message: str, memory: str, capsys: Output) -> None:
    assert main(["extract", *(memory if word == "MEMORY" else word for word in words)]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_what_stands_before_a_broken_record_is_extracted(tmp_path: Path, capsys: Output) -> None:
    lines = [json.dumps({"ja": ja, "en": en}, ensure_ascii=False) for ja, en in PAIRS]
    (tmp_path / "b.jsonl").write_text("\n".join([*lines, "{"]), encoding="utf-8")
    assert main(["extract", str(tmp_path / "b.jsonl")]) == 1
    out, err = capsys.readouterr()
    assert "サーバー" in out
    assert "b.jsonl, line 5" in err


def test_more_processes_than_may_be(memory: str, capsys: Output) -> None:
    assert main(["extract", "--jobs", "999999", memory]) == 2
    assert "--jobs: expected at most" in capsys.readouterr().err


def test_several_bitexts_are_one(tmp_path: Path, capsys: Output) -> None:
    pairs = [("火山が噴火した。", "The volcano erupted."), ("火山灰が降った。", "Volcanic ash fell.")]
    names = [str(tmp_path / name) for name in ("a.xlf", "b.tmx", "c.tsv")]
    for name, some in zip(names, (pairs[:1], pairs[1:], pairs), strict=True):
        write_pairs(name, some)
    assert main(["extract", "--format", "jsonl", names[2]]) == 0
    whole = capsys.readouterr().out
    assert main(["extract", "--format", "jsonl", *names[:2]]) == 0
    assert [json.loads(line)["ja"] for line in capsys.readouterr().out.splitlines()] == [
        json.loads(line)["ja"] for line in whole.splitlines()
    ]
    assert "火山" in whole


@pytest.mark.parametrize("command", ["align", "words"])
def test_two_bitexts_are_no_two_texts(command: str, memory: str, tmp_path: Path, capsys: Output) -> None:
    other, text = tmp_path / "b.xlf", tmp_path / "b.txt"
    write_pairs(other, [("灰", "ash")])
    text.write_text("灰\n", encoding="utf-8")
    assert main([command, memory, str(other)]) == 2
    assert "expected two texts, JA EN, found bitexts" in capsys.readouterr().err
    assert main(["extract", memory, str(text)]) == 2
    assert "b.txt: the name does not show the format" in capsys.readouterr().err


def test_two_texts_may_have_any_names(tmp_path: Path, capsys: Output) -> None:
    ja, en = tmp_path / "ja.tsv", tmp_path / "en.txt"
    ja.write_text("灰\n", encoding="utf-8")
    en.write_text("ash\n", encoding="utf-8")
    assert main(["align", "--format", "tsv", str(ja), str(en)]) == 0
    assert "灰\tash" in capsys.readouterr().out
