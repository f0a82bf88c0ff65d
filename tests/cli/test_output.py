"""--output and --quiet, which every command has."""

import json
import os
from pathlib import Path

import pytest
from programs import program

from termalign.cli import main

Output = pytest.CaptureFixture[str]
PAIR = ["--text", "桜島が噴火した。", "Sakurajima erupted."]
UNKNOWN = ["--text", "消費税", "A bear."]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "out"
    path.write_text("from before", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ["align", "--format", "tsv", *PAIR],
        ["words", *PAIR],
        ["tokenize", "桜島が噴火した。"],
        ["romanize", "桜島"],
        ["abbreviations", "--text", "The National Police Agency (NPA) said so."],
        ["lexicon", "info"],
        ["lexicon", "lookup", "詐欺"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_a_file_has_what_standard_output_would_have(arguments: list[str], file: Path, capsys: Output) -> None:
    assert main(arguments) == 0
    expected = capsys.readouterr().out
    assert expected
    assert main([*arguments, "--output", str(file)]) == 0
    assert capsys.readouterr() == ("", "")
    assert file.read_bytes().decode() == expected


def test_a_dash_is_standard_output(capsys: Output) -> None:
    assert main(["romanize", "--output", "-", "桜島"]) == 0
    assert capsys.readouterr().out == "Sakurajima\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["align", "no-such-file", "no-such-file"],
        ["align", "--glossary", "no-such-file", *PAIR],
        ["abbreviations", "no-such-file"],
        ["words", "no-such-file", "-"],
    ],
    ids=" ".join,
)
def test_a_command_that_cannot_begin_leaves_an_older_file_alone(arguments: list[str], file: Path) -> None:
    assert main([*arguments, "--output", str(file)]) == 2
    assert file.read_text(encoding="utf-8") == "from before"


@pytest.mark.parametrize(
    "arguments",
    [
        ["abbreviations", "--text", "Nothing here."],
        ["select", "--glossary", "{glossary}", os.devnull],
    ],
)
def test_a_command_that_finds_nothing_writes_no_file(arguments: list[str], file: Path, tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("桜島\tSakurajima\n", encoding="utf-8")
    arguments = [argument.format(glossary=glossary) for argument in arguments]
    assert main([*arguments, "--output", str(file)]) == 1
    assert file.read_text(encoding="utf-8") == "from before"
    file.unlink()
    assert main([*arguments, "--output", str(file)]) == 1
    assert not file.exists()


@pytest.mark.skipif(os.name == "nt", reason="POSIX devices")
def test_a_device_stays() -> None:
    assert main(["abbreviations", "--text", "Nothing here.", "--output", os.devnull]) == 1
    assert Path(os.devnull).exists()


def test_an_answer_without_a_line_is_an_empty_file(file: Path) -> None:
    assert program("romanize", "--output", str(file), input=b"").returncode == 0
    assert file.read_bytes() == b""


def test_a_file_that_cannot_be_made_is_exit_code_2(tmp_path: Path, capsys: Output) -> None:
    assert main(["romanize", "桜島", "--output", str(tmp_path / "no" / "such" / "folder")]) == 2
    assert main(["romanize", "桜島", "--output", str(tmp_path)]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert f"folder: no such folder: {tmp_path / 'no' / 'such'}" in first
    assert "is a directory" in second


def test_lone_surrogates_do_not_stop_the_output(file: Path) -> None:
    assert main(["align", "--format", "jsonl", "--output", str(file), "--text", "桜島\ud800", "Sakurajima"]) == 0
    assert json.loads(file.read_bytes())["ja"] == "桜島\ud800"


def test_what_was_found_before_bad_data_is_not_lost(file: Path) -> None:
    run = program("romanize", "--output", str(file), input="桜島\n東京\n".encode() + b"\xff\n")
    assert run.returncode == 1
    assert run.stderr.startswith(b"termalign: standard input: not UTF-8: byte 0xff (line 3)")
    assert file.read_text(encoding="utf-8").split() == ["Sakurajima", "Tokyo"]


@pytest.mark.parametrize(
    "arguments", [["align", *UNKNOWN], ["words", "--text", "。", "."], ["lexicon", "lookup", "ぬるぽぽぽ"]]
)
def test_quiet_finds_nothing_without_a_word(arguments: list[str], capsys: Output) -> None:
    assert main(arguments) == 1
    assert capsys.readouterr().err.startswith("termalign: ")
    assert main([*arguments, "--quiet"]) == 1
    assert capsys.readouterr().err == ""


def test_quiet_still_tells_what_is_wrong(capsys: Output) -> None:
    assert main(["align", "--quiet", "no-such-file", "no-such-file"]) == 2
    assert "no such file" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_lines_come_as_they_are_ready() -> None:
    """A reader that has seen enough ends an endless input, without a word."""
    import subprocess
    import sys

    yes = subprocess.Popen(["yes", "桜島"], stdout=subprocess.PIPE)
    head = ["sh", "-c", f'"{sys.executable}" -m termalign romanize | head -n 2']
    run = subprocess.run(head, stdin=yes.stdout, capture_output=True)
    yes.kill()
    yes.communicate()
    assert run.stderr == b""
    assert run.stdout == b"Sakurajima\nSakurajima\n"
