"""The program as a whole, and its smaller commands."""

import argparse
import gzip
import io
import json
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from programs import program

import termalign
from termalign.cli import main
from termalign.cli.command import Command, Group
from termalign.cli.outputs import columns, width, wrapped
from termalign.cli.program import COMMANDS, parser

Output = pytest.CaptureFixture[str]
EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = EXAMPLES / "article.en.txt"


def commands() -> Iterator[tuple[list[str], Command]]:
    """Every command with the words that call it."""
    for command in COMMANDS:
        if isinstance(command, Group):
            yield from (([command.name, inner.name], inner) for inner in command.commands)
        else:
            yield [command.name], command


@pytest.mark.parametrize(
    ("words", "command"), [*commands()], ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_help(words: list[str], command: Command, capsys: Output) -> None:
    assert main([*words, "--help"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"usage: termalign {' '.join(words)}")
    assert err == ""
    assert all(len(line) <= 80 for line in out.splitlines() if " termalign " not in line)  # command lines stay whole
    for option in ("--help", "--quiet"):
        assert option in out
    assert ("--output FILE" in out) == (words[0] not in ("mcp", "serve"))  # whose output is a conversation
    for name in command.formats:
        assert f"\n  {name} " in out


def test_the_page_of_commands_has_a_section_for_each() -> None:
    page = (EXAMPLES.parent / "docs" / "commands.md").read_text(encoding="utf-8")
    expected = []
    for command in COMMANDS:
        expected.append(f"## {command.name}")
        expected += [f"### {command.name} {inner.name}" for inner in getattr(command, "commands", ())]
    assert re.findall("^##+ .+$", page, re.M) == expected


@pytest.mark.parametrize("words", [[], ["lexicon"]], ids=" ".join)
def test_help_lists_the_commands(words: list[str], capsys: Output) -> None:
    assert main([*words, "--help"]) == 0
    out = capsys.readouterr().out
    for below in (tail for (*head, tail), _ in commands() if head == words):
        assert re.search(f"^    {below}(?: |$)", out, re.M)


JMDICT = """<JMdict>
<entry><ent_seq>1</ent_seq><k_ele><keb>匿流</keb></k_ele><r_ele><reb>とくりゅう</reb></r_ele>
<sense><pos>noun (common) (futsuumeishi)</pos><gloss>fluid crime</gloss></sense></entry>
</JMdict>
"""
JMNEDICT = """<JMnedict>
<entry><ent_seq>2</ent_seq><k_ele><keb>森永健二</keb></k_ele><r_ele><reb>もりながけんじ</reb></r_ele>
<trans><name_type>full name of a particular person</name_type><trans_det>Morinaga Kenji</trans_det></trans></entry>
</JMnedict>
"""


# The only examples that have something to say besides their answer: how each ends, and what it says up to the terms.
SPOKEN_OF = {
    "lexicon lookup < terms.txt": (1, "termalign: not in the lexicon"),
    "annotate --terms terms.txt memory.tmx": (0, "termalign: not in the Japanese text: 消費税, 北海道, 人工知能\n"),
    "check --glossary house_style.tsv memory.tmx": (0, "termalign: nothing found in 18 pairs\n"),
    "check --kinds number,date,untranslated article.ja.txt article.en.txt": (
        0,
        "termalign: nothing found in 21 pairs\n",
    ),
    "check --glossary house_style.tsv --suppress known.tsv --fail-on never draft.tsv": (
        0,
        "termalign: 3 errors (1 suppressed)\n",
    ),
    'check --fail-on never --text 三年以下の懲役 "imprisonment for three years"': (0, "termalign: 1 warning\n"),
    "align --min-coverage 0.3 --format jsonl --output good.jsonl memory.tmx": (
        0,
        "termalign: left out 1 of 18 pairs, with a coverage below 0.3\n",
    ),
    "convert --to deepl house_style.tsv deepl.csv": (
        0,
        "termalign: deepl.csv: deepl has no place for notes: left out\n",
    ),
}


@pytest.fixture
def in_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of ``examples/`` to work in, with what its reader has to fetch first."""
    folder = shutil.copytree(EXAMPLES, tmp_path / "examples")
    for name, text in (("JMdict_e.gz", JMDICT), ("JMnedict.xml.gz", JMNEDICT)):
        (folder / name).write_bytes(gzip.compress(text.encode()))
    (folder / "my_words.tsv").write_text("ja\treading\ten\n匿流\tとくりゅう\tTokuryu\n", encoding="utf-8")
    monkeypatch.chdir(folder)


#: The message of a command that has made a file: how much is in it.
SUMMARY = re.compile(r"^termalign: \S+\.\w+: .*\b[0-9,]+ (pairs|terms|headwords|errors)\b.*\n", re.M)


@pytest.mark.usefixtures("in_examples")
@pytest.mark.parametrize(
    "about",
    [
        parser(),
        *(command for command in COMMANDS if command.name not in ("mcp", "serve")),
    ],  # which serve: tests/integrations/test_mcp.py, tests/serve
    ids=lambda about: getattr(about, "name", "termalign"),
)
def test_the_examples_of_help_run(
    about: argparse.ArgumentParser | Command | Group, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other, in ``examples/``; later ones may take what earlier ones have made."""
    words = [] if isinstance(about, argparse.ArgumentParser) else [about.name]
    for path in [words, *([*words, inner.name] for inner in getattr(about, "commands", ()))]:
        assert main([*path, "--help"]) == 0
        examples = re.findall(r"^  termalign (.+)$", capsys.readouterr().out.partition("\nexamples")[2], re.M)
        assert examples
        for example in examples:
            line, _, made = example.partition(" > ")
            line, _, given = line.partition(" < ")
            if given:
                monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(given).read_bytes())))
            code = main(shlex.split(line))
            out, err = capsys.readouterr()
            said = SUMMARY.sub("", err).partition(": 匿")[0]
            assert (code, said) == SPOKEN_OF.get(example, (0, "")), example
            if made:
                Path(made).write_text(out, encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no-such-command",
        "lexicon",
        "--no-such-option",
        "romanize --system wapuro",
        "align --terms=-- article.en.txt",
        "words article.ja.txt",
        "words article.ja.txt article.en.txt more.ja.txt more.en.txt",
    ],
)
def test_wrong_usage_is_exit_code_2(words: str, capsys: Output) -> None:
    assert main(words.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: termalign")


@pytest.mark.parametrize(
    "words", [["check", ""], ["check", "", ""], ["lexicon", "build", "-o", "x", "--jmdict", ""], ["align", "", "a"]]
)
def test_an_empty_name_is_no_file(words: list[str], capsys: Output) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert (out, err[:13]) == ("", "termalign: : ")


def test_version(capsys: Output) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"termalign {termalign.__version__}\n"


def test_a_program_of_its_own() -> None:
    run = program("--version")
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.decode() == f"termalign {termalign.__version__}\n"


@pytest.mark.parametrize("locale", ["C", "ja_JP.eucJP", "no_such_locale"])
def test_utf8_whatever_the_locale(locale: str, tmp_path: Path) -> None:
    """In names and contents of files, on standard input, output and error; POSIX is another name of C."""
    glossary = tmp_path / "用語.tsv"
    glossary.write_text("匿流\tTokuryu\tclipped\n", encoding="utf-8")
    off = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    run = program(
        *("lexicon", "lookup", "--glossary", glossary),
        input="詐欺\n匿流\nぬるぽぽぽ\n".encode(),
        env={**os.environ, "LC_ALL": locale, **off},
    )
    assert run.stderr.decode("utf-8") == "termalign: not in the lexicon: ぬるぽぽぽ\n"
    assert run.returncode == 1
    for shown in ("詐欺", "サギ", "glossary: Tokuryu (clipped)"):
        assert shown in run.stdout.decode("utf-8")


@pytest.mark.parametrize("locale", ["C", "ja_JP.eucJP"])
def test_missing_files_are_told_of_in_any_locale(locale: str) -> None:
    off = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    missing = program("align", "無い.txt", ARTICLE, env={**os.environ, "LC_ALL": locale, **off})
    assert missing.returncode == 2
    assert b"no such file" in missing.stderr


# romanize


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["romanize", "桜島"], "Sakurajima"),
        (["romanize", "--system", "kunrei", "新橋"], "Sinbasi"),
        (["romanize", "--system", "hepburn-macron", "東京", "大阪"], "Tōkyō\nŌsaka"),
    ],
)
def test_romanize(arguments: list[str], answer: str, capsys: Output) -> None:
    assert main(arguments) == 0
    assert capsys.readouterr().out.strip().lower() == answer.lower()


def test_romanize_reads_lines(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("桜島\n東京\n".encode())))
    assert main(["romanize"]) == 0
    assert capsys.readouterr().out.lower().splitlines() == ["sakurajima", "tokyo"]


def test_the_name_of_a_file_is_a_text_and_that_is_said(capsys: Output) -> None:
    assert main(["romanize", "桜島", str(ARTICLE)]) == 0
    out, err = capsys.readouterr()
    assert out == f"Sakurajima\n{ARTICLE}\n"
    assert err == f"termalign: {ARTICLE} is read as the text itself; to read the file: < {ARTICLE}\n"


def test_romanize_all(capsys: Output) -> None:
    assert main(["romanize", "--all", "羽田"]) == 0
    spellings = capsys.readouterr().out.strip().lower().split("\t")
    assert "haneda" in spellings
    assert len(spellings) == len(set(spellings))


# abbreviations


def test_abbreviations(capsys: Output) -> None:
    assert main(["abbreviations", str(ARTICLE)]) == 0
    assert "NPA" in capsys.readouterr().out.split()


def test_abbreviations_in_every_format(capsys: Output) -> None:
    text = "The National Police Agency (NPA) said so."
    assert main(["abbreviations", "--text", text]) == 0
    assert main(["abbreviations", "--format", "tsv", "--text", text]) == 0
    assert main(["abbreviations", "--format", "jsonl", "--text", text]) == 0
    plain, header, record, value = capsys.readouterr().out.splitlines()
    assert plain == "NPA  National Police Agency"
    assert dict(zip(header.split("\t"), record.split("\t"), strict=True)) == {
        "short": "NPA", "long": "National Police Agency",
        "short_start": "28", "short_end": "31", "long_start": "4", "long_end": "26",
    }  # fmt: skip
    assert json.loads(value)["short"] == {"start": 28, "end": 31, "text": "NPA"}


def test_no_abbreviations_is_exit_code_1(capsys: Output) -> None:
    assert main(["abbreviations", "--text", "Nothing here."]) == 1
    assert capsys.readouterr() == ("", "termalign: no abbreviation found\n")


@pytest.mark.parametrize("arguments", [["--text"], ["a", "b"], ["no-such-file"]])
def test_abbreviations_of_no_text_is_exit_code_2(arguments: list[str], capsys: Output) -> None:
    assert main(["abbreviations", *arguments]) == 2
    assert capsys.readouterr().out == ""


# columns


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("漢字", 4), ("ﾊﾝ", 2), ("か\u3099", 2), ("e\u0301", 1), ("𠮷", 2), ("", 0), ("ＡＢ", 4)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_columns_are_aligned_by_cells() -> None:
    assert list(columns([["漢", "x"], ["abc", "y"], ["", "z", "w"]])) == ["漢   x", "abc  y", "     z  w"]


def test_a_very_wide_cell_does_not_push_the_others() -> None:
    assert list(columns([["a" * 80, "x"], ["b", "y"]])) == ["a" * 80 + "  x", "b  y"]


def test_wrapped_items_keep_to_the_line() -> None:
    lines = list(wrapped("head:", ["語" * 10] * 12))
    assert len(lines) > 1
    assert all(width(line) <= 100 for line in lines)
    assert " ".join(lines).count("語" * 10) == 12
    assert list(wrapped("head:", [])) == []


def test_styles_do_not_move_the_columns() -> None:
    styled = columns([["漢", "x"], ["abc", ""]], lambda row: ("1", "36"))
    assert list(styled) == ["\x1b[1m漢\x1b[0m   \x1b[36mx\x1b[0m", "\x1b[1mabc\x1b[0m"]


def test_help_says_the_least_score(capsys: Output) -> None:
    assert main(["align", "--help"]) == 0
    assert f"default: {termalign.Aligner().min_score}" in " ".join(capsys.readouterr().out.split())
