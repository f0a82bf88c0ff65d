"""``--columns`` for bitexts: every command takes it for a table, and none ignores it."""

import json
from pathlib import Path

import pytest

from termalign import check, read_pairs
from termalign.cli import main
from termalign.learned import Model

Output = pytest.CaptureFixture[str]
TABLE = "コード\t訳A\t訳B\t訳C\nE-1\t火山\tVulkan\tvolcano\nE-2\t灰3個\tAsche\t4 ashes\n"
PAIRS = [("火山", "volcano"), ("灰3個", "4 ashes")]
NAMED = {"ja": "訳A", "en": "訳C"}
OPTION = ["--columns", "ja=訳A,en=訳C"]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("m.tsv").write_text(TABLE, encoding="utf-8")
    Path("m.tmx").write_text("<tmx/>", encoding="utf-8")
    Path("g.tsv").write_text("用語\t訳\n火山\tfire mountain\n", encoding="utf-8")
    return "m.tsv"


def test_from_python(table: str) -> None:
    assert list(read_pairs(table, columns=NAMED)) == PAIRS
    assert list(read_pairs(table)) != PAIRS
    assert [finding.expected for finding in check(read_pairs(table, columns=NAMED))] == [("3",)]


@pytest.mark.parametrize(
    ("columns", "error", "message"),
    [
        ({"ja": "訳A"}, ValueError, "must name 'ja' and 'en'"),
        ({**NAMED, "status": "x"}, ValueError, "may name id, note"),
        ({"ja": 1, "en": 2}, TypeError, "mapping of str to str"),
        ("ja=訳A", TypeError, "mapping of str to str"),
    ],
)
def test_what_columns_may_be(columns: dict[str, str], error: type[Exception], message: str, table: str) -> None:
    with pytest.raises(error, match=message):
        read_pairs(table, columns=columns)
    with pytest.raises(ValueError, match="columns are for tables"):
        read_pairs("m.tmx", columns=NAMED)


def test_align(table: str, capsys: Output) -> None:
    assert main(["align", "--format", "jsonl", *OPTION, table]) == 0
    assert [json.loads(line)["en"] for line in capsys.readouterr().out.splitlines()] == ["volcano", "4 ashes"]


def test_extract(table: str, capsys: Output) -> None:
    assert main(["extract", "--format", "jsonl", *OPTION, table]) == 0
    assert {json.loads(line)["ja"] for line in capsys.readouterr().out.splitlines()} == {"火山", "灰"}


def test_learn(table: str) -> None:
    assert main(["learn", *OPTION, table, "-o", "m.model"]) == 0
    assert Model.load("m.model").source.pairs == len(PAIRS)


def test_annotate(table: str, capsys: Output) -> None:
    assert main(["annotate", *OPTION, table]) == 0
    assert "volcano (火山)" in capsys.readouterr().out


def test_convert(table: str, capsys: Output) -> None:
    assert main(["convert", "--columns", "ja=訳A,en=訳C,id=コード", table, "n.jsonl"]) == 0
    assert [json.loads(line) for line in Path("n.jsonl").read_text(encoding="utf-8").splitlines()] == [
        {"id": f"E-{k}", "ja": ja, "en": en} for k, (ja, en) in enumerate(PAIRS, 1)
    ]
    assert "read as a bitext, without the column 訳B\n" in capsys.readouterr().err


def test_check_says_which_columns_it_read(table: str, capsys: Output) -> None:
    assert main(["check", *OPTION, table]) == 1
    found = capsys.readouterr()
    assert "m.tsv:3 E-2  error number" in found.out
    assert found.err.endswith("1 error; columns ja=訳A, en=訳C, id=コード\n")
    assert main(["check", table]) == 0
    assert capsys.readouterr().err.endswith("; columns ja=訳A, en=訳B, id=コード\n")


@pytest.mark.parametrize("header", ["id\tja\ten\n", ""], ids=["names that say it", "two columns"])
def test_check_does_not_say_what_is_plain(header: str, table: str, capsys: Output) -> None:
    Path("p.tsv").write_text(header + "a\t灰\tash\n"[0 if header else 2 :], encoding="utf-8")
    assert main(["check", "p.tsv"]) == 0
    assert capsys.readouterr().err == "termalign: nothing found in 1 pair\n"


def test_the_columns_of_several_tables(table: str, capsys: Output) -> None:
    Path("p.tsv").write_text("No.\t表示\tDisplay\n1\t灰\tash\n2\t火\tfire\n", encoding="utf-8")
    assert main(["check", table, "p.tsv"]) == 0
    assert capsys.readouterr().err.endswith(
        "; m.tsv: columns ja=訳A, en=訳B, id=コード; p.tsv: columns ja=表示, en=Display, id=No.\n"
    )


def test_a_glossary_that_has_the_columns(table: str, capsys: Output) -> None:
    assert main(["check", "--kinds", "missing", "--glossary", "g.tsv", *OPTION, table]) == 1  # of the bitext
    assert "Use “fire mountain”" in capsys.readouterr().out
    Path("g.tsv").write_text("語\t旧\t新\n火山\tvolcano\tmountain\n", encoding="utf-8")
    assert main(["check", "--kinds", "missing", "--glossary", "g.tsv", "--columns", "ja=語,en=新", table]) == 1
    said = capsys.readouterr()
    assert "Use “mountain”" in said.out
    assert "columns ja=訳A, en=訳B" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "m.tmx"],
        ["align", "m.tmx"],
        ["align", "--text", "灰", "ash"],
        ["words", "--text", "灰", "ash"],
        ["annotate", "--text", "灰", "ash"],
        ["extract", "m.tmx"],
        ["learn", "m.tmx", "-o", "m.model"],
        ["convert", "m.tmx", "n.tmx"],
    ],
    ids=" ".join,
)
def test_without_a_table_they_are_refused(arguments: list[str], table: str, capsys: Output) -> None:
    assert main([*arguments, *OPTION]) == 2
    assert "--columns is for tables (tsv, csv, xlsx)" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "align", "extract", "annotate"])
def test_columns_that_no_table_has(command: str, table: str, capsys: Output) -> None:
    assert main([command, "--columns", "ja=訳A,en=訳D", "--glossary", "g.tsv", table]) == 1
    assert "m.tsv: expected columns called 訳A, 訳D, found 'コード | 訳A | 訳B | 訳C'" in capsys.readouterr().err
