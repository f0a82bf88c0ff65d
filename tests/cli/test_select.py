"""``termalign select``: what of a glossary a text needs."""

import json
from pathlib import Path

import pytest

from termalign import Glossary, write_pairs
from termalign.cli import main
from termalign.formats import GlossaryEntry

Output = pytest.CaptureFixture[str]
GLOSSARY = Glossary(
    (
        GlossaryEntry("サーバー", ("server", "host"), "computing"),
        GlossaryEntry("請求書", ("invoice",), forbidden=("bill",)),
        GlossaryEntry("カイゼン", ("kaizen",), translate=False),
        GlossaryEntry("噴火", ("eruption",)),
    )
)
TEXT = "カイゼンのサーバと請求書のサーバー"


@pytest.fixture
def file(tmp_path: Path) -> str:
    GLOSSARY.write(tmp_path / "g.tbx")
    return str(tmp_path / "g.tbx")


def test_the_entries_of_a_text(file: str, capsys: Output) -> None:
    assert main(["select", "--glossary", file, "--text", TEXT]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["カイゼン", "1", "kaizen", "(do", "not", "translate)"],
        ["サーバー", "2", "server;", "host"],
        ["請求書", "1", "invoice", "(never:", "bill)"],
    ]


@pytest.mark.parametrize(
    ("budget", "lines"),
    [
        ([], ["カイゼン = kaizen (do not translate)", "サーバー = server; host", "請求書 = invoice (never: bill)"]),
        (["--budget", "2entries"], ["カイゼン = kaizen (do not translate)", "請求書 = invoice (never: bill)"]),
        (["--budget", "55"], ["カイゼン = kaizen (do not translate)"]),
        (["--budget", "1000 characters", "--quiet"],
         ["カイゼン = kaizen (do not translate)", "サーバー = server; host", "請求書 = invoice (never: bill)"]),
    ],
)  # fmt: skip
def test_a_block_for_a_language_model(file: str, budget: list[str], lines: list[str], capsys: Output) -> None:
    assert main(["select", "--glossary", file, "--format", "prompt", *budget, "--text", TEXT]) == 0
    said = capsys.readouterr().out
    assert said.splitlines() == ["Use these renderings:", *lines]
    assert not budget or not budget[1].isdecimal() or len(said.rstrip("\n")) <= int(budget[1])


def test_json_lines_have_every_occurrence(file: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["select", "--glossary", file, "--format", "jsonl", str(tmp_path / "a.txt")]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["ja"], one["translate"], one["forbidden"]) for one in found] == [
        ("カイゼン", False, []),
        ("サーバー", True, []),
        ("請求書", True, ["bill"]),
    ]
    assert [(each["text"], each["variant"]) for each in found[1]["occurrences"]] == [
        ("サーバ", True),
        ("サーバー", False),
    ]
    assert all(TEXT[each["start"] : each["end"]] == each["text"] for one in found for each in one["occurrences"])


def test_a_tsv_with_one_column_is_a_text(file: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "one.tsv").write_text("サーバの一覧\n噴火の記録\n", encoding="utf-8")
    (tmp_path / "two.tsv").write_text("ja\ten\nサーバ\tserver\n噴火\t\n", encoding="utf-8")
    for name in ("one.tsv", "two.tsv"):
        assert main(["select", "--glossary", file, str(tmp_path / name)]) == 0
        assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["サーバー", "噴火"]
    (tmp_path / "bad.tsv").write_text("ja\ten\nサーバ\n", encoding="utf-8")
    assert main(["select", "--glossary", file, str(tmp_path / "bad.tsv")]) == 1
    assert "expected 2 tab-separated fields" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "units"),
    [
        ("a.tsv", "サーバー\tserver\n雨\train\nサーバの噴火\terupts\n", ["1", "3"]),
        ("a.csv", "id,ja,en\nx7,サーバー,server\nx9,サーバの噴火,erupts\n", ["x7", "x9"]),
        ("a.txt", "サーバーとサーバ", ["1", "1"]),
        ("a.txt", "雨\n\nサーバーの雨\r\nサーバ", ["3", "4"]),
        ("b.tsv", "雨\nサーバー\n", ["2"]),
    ],
)
def test_an_occurrence_has_its_unit(
    name: str, content: str, units: list[str], file: str, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert main(["select", "--glossary", file, "--format", "jsonl", str(tmp_path / name)]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[0])
    assert [each["unit"] for each in found["occurrences"]] == units


def test_lines_of_several_files(file: str, tmp_path: Path, capsys: Output) -> None:
    """The unit names the file and the line, and offsets count within the line."""
    lines = {"a.txt": ["雨", "噴火とサーバ"], "b.txt": ["請求書のサーバー", "空の噴火"]}
    files = [str(tmp_path / name) for name in lines]
    for path, content in zip(files, lines.values(), strict=True):
        Path(path).write_text("\n".join(content), encoding="utf-8")
    assert main(["select", "--glossary", file, "--format", "jsonl", *files]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    places = [(one["ja"], each["unit"], each["text"]) for one in found for each in one["occurrences"]]
    assert places == [
        ("噴火", f"{files[0]}:2", "噴火"),
        ("噴火", f"{files[1]}:2", "噴火"),
        ("サーバー", f"{files[0]}:2", "サーバ"),
        ("サーバー", f"{files[1]}:1", "サーバー"),
        ("請求書", f"{files[1]}:1", "請求書"),
    ]
    for each in (each for one in found for each in one["occurrences"]):
        name, number = each["unit"].rsplit(":", 1)
        line = lines[Path(name).name][int(number) - 1]
        assert line[each["start"] : each["end"]] == each["text"]


def test_a_table(file: str, capsys: Output) -> None:
    assert main(["select", "--glossary", file, "--format", "tsv", "--text", TEXT]) == 0
    header, *rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert dict(zip(header, rows[1], strict=True)) == {
        "ja": "サーバー", "en": "server|host", "forbidden": "", "translate": "yes", "note": "computing", "count": "2",
        "start": "5", "end": "8", "text": "サーバ", "unit": "1",
    }  # fmt: skip


def test_several_glossaries_and_texts(file: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "more.csv").write_text("ja,en\n噴火,volcanic eruption\n灰,ash\n", encoding="utf-8")
    arguments = ["select", "--glossary", file, "--glossary", str(tmp_path / "more.csv"), "--text", "噴火", "灰と噴火"]
    assert main(arguments) == 0
    assert [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()] == [
        ["噴火", "2", "eruption; volcanic eruption"],
        ["灰", "1", "ash"],
    ]


@pytest.mark.parametrize("name", ["m.tmx", "m.xlf", "m.xliff2", "m.po", "m.tsv", "m.csv", "m.xlsx", "m.jsonl"])
def test_the_japanese_of_a_bitext(name: str, file: str, tmp_path: Path, capsys: Output) -> None:
    write_pairs(tmp_path / name, [("カイゼンのサーバ", "the サーバー"), ("火山", "volcano"), ("請求書のサーバー", "x")])
    assert main(["select", "--glossary", file, str(tmp_path / name)]) == 0
    found = [line.split()[:2] for line in capsys.readouterr().out.splitlines()]
    assert found == [["カイゼン", "1"], ["サーバー", "2"], ["請求書", "1"]]


def test_the_units_of_a_bitext(file: str, tmp_path: Path, capsys: Output) -> None:
    """A term may be divided between strings of PO, and a unit need not be translated yet; a term does not span two units."""
    units = [
        'msgid ""\n"請"\n"求書"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "噴火"\nmsgstr "x"\n',
        'msgid "カイ"\nmsgstr "x"\n',
    ]
    content = "\n".join(['msgid ""\nmsgstr "Language: en\\n"\n', *units, 'msgid "ゼン"\nmsgstr "y"\n'])
    (tmp_path / "m.po").write_text(content, encoding="utf-8")
    for arguments in ([str(tmp_path / "m.po")], ["--from", "po", str(tmp_path / "m.po")]):
        assert main(["select", "--glossary", file, *arguments]) == 0
        assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["請求書", "噴火"]


def test_two_files_that_correspond(file: str, tmp_path: Path, capsys: Output) -> None:
    write_pairs((tmp_path / "a.txt", tmp_path / "b.txt"), [("請求書", "the サーバー")])
    assert main(["select", "--glossary", file, "--from", "text", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 0
    assert capsys.readouterr().out.split()[0] == "請求書"


def test_what_is_left_out_is_said(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "g.csv").write_text("番号,項目,候補\n1,灰,ash\n2,火,\n", encoding="utf-8")
    arguments = ["select", "--glossary", str(tmp_path / "g.csv"), "--columns", "ja=項目,en=候補"]
    assert main([*arguments, "--text", "灰"]) == 0
    said = capsys.readouterr()
    assert said.out.split() == ["灰", "1", "ash"]
    assert "line 3: " in said.err
    assert "1 rendering read; 1 record left out; columns ja=項目, en=候補" in said.err
    assert main([*arguments, "--strict", "--text", "灰"]) == 1
    assert "line 3: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--text", "灰"], 2, "the following arguments are required: --glossary"),
        (["--glossary", "GLOSSARY", "--text", "空"], 1, "no term of the glossary occurs"),
        (["--glossary", "GLOSSARY", "--text"], 2, "expected a text"),
        (["--glossary", "GLOSSARY", "--text", "--from", "po", "灰"], 2, "--from and --text exclude each other"),
        (["--glossary", "GLOSSARY", "none.po"], 2, "none.po: no such file"),
        (["--glossary", "none.csv", "--text", "灰"], 2, "none.csv: no such file"),
        (["--glossary", "GLOSSARY", "--budget", "much", "--text", "灰"], 2, "a budget is a number of characters"),
        (["--glossary", "GLOSSARY", "--columns", "用語", "--text", "灰"], 2, "expected ja=NAME,en=NAME, not '用語'"),
        (["--glossary", "GLOSSARY", "--columns", "ja=a,en=b", "--text", "灰"], 2, "columns are for tables"),
    ],
)
def test_what_goes_wrong(file: str, arguments: list[str], code: int, message: str, capsys: Output) -> None:
    assert main(["select", *[file if argument == "GLOSSARY" else argument for argument in arguments]]) == code
    assert message in capsys.readouterr().err
