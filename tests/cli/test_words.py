"""termalign words and termalign tokenize."""

import json
from pathlib import Path

import pytest
from programs import program

from termalign import align_words, tokenize
from termalign.cli import main

Output = pytest.CaptureFixture[str]
JA, EN = "桜島が噴火した。", "Sakurajima erupted."


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    ja, en = tmp_path / "ja.txt", tmp_path / "en.txt"
    ja.write_text(f"{JA}\n\n警察庁は詐欺を調べた。\n", encoding="utf-8")
    en.write_text(f"{EN}\r\n\r\nThe National Police Agency looked into fraud.", encoding="utf-8")
    return [str(ja), str(en)]


def test_options_may_stand_between_the_files(files: list[str], capsys: Output) -> None:
    ja, en = files
    assert main(["words", ja, "--kinds", "romaji", en]) == 0
    assert capsys.readouterr().out.startswith("0-0\n")


def test_a_line_a_sentence_pair(files: list[str], capsys: Output) -> None:
    assert main(["words", *files]) == 0
    assert capsys.readouterr().out.splitlines() == [
        " ".join(f"{i}-{j}" for i, j in align_words(ja, en))
        for ja, en in [(JA, EN), ("", ""), ("警察庁は詐欺を調べた。", "The National Police Agency looked into fraud.")]
    ]


def test_pairs_count_in_the_words_that_are_shown(files: list[str], capsys: Output) -> None:
    assert main(["words", "--format", "jsonl", *files]) == 0
    first, empty, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert [(first["ja"][i], first["en"][j]) for i, j in first["pairs"]] == [
        ("桜島", "Sakurajima"),
        ("噴火", "erupted"),
    ]
    assert empty == {"ja": [], "en": [], "pairs": []}
    assert ("詐欺", "fraud") in {(last["ja"][i], last["en"][j]) for i, j in last["pairs"]}


def test_tokens_between_spaces(tmp_path: Path, capsys: Output) -> None:
    ja, en = tmp_path / "ja.tok", tmp_path / "en.tok"
    ja.write_text("桜島　が 噴火 した 。\n", encoding="utf-8")  # an ideographic space is part of a token
    en.write_text("Sakurajima has erupted .\n", encoding="utf-8")
    assert main(["words", "--tokens", str(ja), str(en)]) == 0
    assert capsys.readouterr().out == "0-0 1-2\n"


def test_words_as_columns(capsys: Output) -> None:
    assert main(["words", "--format", "text", "--text", JA, EN]) == 0
    assert capsys.readouterr().out == "桜島  Sakurajima\n噴火  erupted\n"


def test_kinds_are_those_of_the_aligner(capsys: Output) -> None:
    assert main(["words", "--kinds", "romaji", "--text", JA, EN]) == 0
    assert capsys.readouterr().out == "0-0\n"


@pytest.mark.parametrize(
    ("ja", "en", "message"),
    [
        ("桜島\n", "Sakurajima\nMore.\n", "ja ends before line 2, but {folder}/en continues"),
        ("桜島\n灰\n", "Sakurajima\n", "en ends before line 2, but {folder}/ja continues"),
    ],
)
def test_files_of_unequal_length(ja: str, en: str, message: str, tmp_path: Path, capsys: Output) -> None:
    paths = [tmp_path / "ja", tmp_path / "en"]
    for path, text in zip(paths, (ja, en), strict=True):
        path.write_text(text, encoding="utf-8")
    assert main(["words", *map(str, paths)]) == 1
    out, err = capsys.readouterr()
    assert out == "0-0\n"
    assert message.format(folder=tmp_path) in err


def test_standard_input_only_once(capsys: Output) -> None:
    assert main(["words", "-", "-"]) == 2
    assert "only once" in capsys.readouterr().err


# tokenize


def test_tokens_as_columns(capsys: Output) -> None:
    assert main(["tokenize", "犯罪グループ", "桜島"]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["犯罪", "ハンザイ", "名詞-普通名詞-一般"],
        ["グループ", "グループ", "名詞-普通名詞-一般", "group"],
        [],
        ["桜島", "サクラジマ", "名詞-固有名詞-地名"],
    ]


def test_tokens_for_programs(capsys: Output) -> None:
    assert main(["tokenize", "--format", "jsonl", JA, ""]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == [token._asdict() for token in tokenize(JA)]
    assert second == []


def test_tokens_as_tab_separated_values(capsys: Output) -> None:
    assert main(["tokenize", "--format", "tsv", JA, "灰"]) == 0
    header, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert header[:4] == ["text", "surface", "start", "end"]
    assert rows == [
        [str(number), *map(str, token)] for number, text in enumerate([JA, "灰"], 1) for token in tokenize(text)
    ]


def test_spaced_text_goes_into_words(tmp_path: Path) -> None:
    ja, en = tmp_path / "ja.tok", tmp_path / "en.tok"
    ja.write_bytes(program("tokenize", "--format", "spaced", input=f"{JA}\n\n".encode()).stdout)
    assert ja.read_text(encoding="utf-8") == "桜島 が 噴火 し た 。\n\n"
    en.write_text(f"{EN}\n\n", encoding="utf-8")
    assert program("words", "--tokens", ja, en).stdout == b"0-0 2-1\n\n"
