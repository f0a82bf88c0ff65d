"""termalign check."""

import json
import os
from pathlib import Path

import pytest

from termalign.cli import main
from termalign.formats import write_pairs

Output = pytest.CaptureFixture[str]
PAIRS = [("3台のサーバー", "five servers"), ("ユーザーを消す。", "Removes the user."), ("設定", "")]


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tmx"
    write_pairs(path, PAIRS)
    return path


def test_text_and_exit_code(memory: Path, capsys: Output) -> None:
    assert main(["check", str(memory)]) == 1
    out, err = capsys.readouterr()
    assert "⟦3台⟧のサーバー\n  ⟦five⟧ servers" in out
    assert err == "termalign: 2 errors\n"


def test_nothing_found_is_zero(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "good.tsv"
    write_pairs(path, [("3台", "3 units")])
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr() == ("", "termalign: nothing found in 1 pair\n")
    assert main(["check", "--quiet", str(path)]) == 0
    assert capsys.readouterr() == ("", "")


def test_two_files(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.ja").write_text("3台\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("5 units\n", encoding="utf-8")
    assert main(["check", "--format", "jsonl", str(tmp_path / "a.ja"), str(tmp_path / "a.en")]) == 1
    assert json.loads(capsys.readouterr().out)["kind"] == "number"


@pytest.mark.parametrize("names", [("ja.txt", "no.txt"), ("no.json", "ja.json"), ("ja.arb", "no.arb")])
def test_the_file_that_is_missing_is_named(names: tuple[str, str], tmp_path: Path, capsys: Output) -> None:
    for name in names:
        if name.startswith("ja"):
            (tmp_path / name).write_text("{}\n", encoding="utf-8")
    assert main(["check", *[str(tmp_path / name) for name in names]]) == 2
    missing = next(name for name in names if name.startswith("no"))
    assert capsys.readouterr().err == f"termalign: {tmp_path / missing}: no such file\n"


def test_several_bitexts(memory: Path, tmp_path: Path, capsys: Output) -> None:
    other = tmp_path / "other.tsv"
    write_pairs(other, [("9個", "8 items")])
    assert main(["check", "--format", "jsonl", str(memory), str(other)]) == 1
    files = [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()]
    assert [Path(file).name for file in files] == ["memory.tmx", "memory.tmx", "other.tsv"]
    assert main(["check", str(memory), str(other)]) == 1
    assert "other.tsv:2  error number" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("m.tsv", "ja\ten\n灰\tash\n3台\t5 units\n", "m.tsv:3"),
        ("m.csv", "id,ja,en\nmenu.add,3台,5 units\n", "m.csv:2 menu.add"),
        ("m.po", '# x\nmsgid "灰"\nmsgstr "ash"\n\n#: a.c:4\nmsgid "3台"\nmsgstr "5 units"\n', "m.po:6"),
        ("m.tmx", '<tmx version="1.4"><body>\n<tu tuid="a"><tuv xml:lang="ja"><seg>3台</seg></tuv>\n<tuv xml:lang="en">'
         "<seg>5 units</seg></tuv></tu></body></tmx>", "m.tmx:2 a"),
    ],
)  # fmt: skip
def test_the_place_of_a_finding(
    name: str, content: str, place: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(content, encoding="utf-8")
    assert main(["check", "--kinds", "number", name]) == 1
    assert capsys.readouterr().out.startswith(f"{place}  error number  ")


def test_the_place_of_a_finding_without_lines(tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_pairs("m.xlsx", [("灰", "ash"), ("3台", "5 units")])
    assert main(["check", "--kinds", "number", "m.xlsx"]) == 1
    assert capsys.readouterr().out.startswith("m.xlsx 2  error number  ")


def test_two_texts(capsys: Output) -> None:
    assert main(["check", "--text", "3台のサーバー", "five servers"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("1  error number")
    assert err == "termalign: 1 error\n"
    assert main(["check", "--text", "3台のサーバー", "three servers"]) == 0


@pytest.mark.parametrize("texts", [["3台"], ["3台", "5 units", "5 units"], ["--from", "tsv", "3台", "5 units"]])
def test_texts_are_two(texts: list[str], capsys: Output) -> None:
    assert main(["check", "--text", *texts]) == 2
    assert "--text" in capsys.readouterr().err


FRENCH = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "5 units"\nmsgstr "3 pièces"\n'
XLIFF = (
    '<xliff version="1.2"><file source-language="ja" target-language="{}"><body><trans-unit id="a"><source>{}</source>\
<target>5 units</target></trans-unit></body></file></xliff>'
)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("fr.po", FRENCH, "expected the header's Language to be ja or en, found 'fr'"),
        ("de.po", 'msgid "5 units"\nmsgstr "3 Teile"\n', "expected a header with Language: ja or en"),
        ("en_GB.po", FRENCH.replace("fr", "en_GB"), "no Japanese in 1 unit"),
        ("m.xlf", XLIFF.format("ko", "3台"), "line 1: expected source-language"),
        ("m.tsv", "a 3\ta 5\n" * 1001, "no Japanese in 1,000 units"),
    ],
)
def test_other_languages_are_skipped(
    name: str, content: str, why: str, memory: Path, tmp_path: Path, capsys: Output
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    assert main(["check", str(file)]) == 0
    err = capsys.readouterr().err.splitlines()
    assert err[0].startswith(f"termalign: skipped: {file}")
    assert why in err[0]
    assert err[1] == "termalign: no pair to check"
    assert main(["check", "--format", "jsonl", str(file), str(memory)]) == 1
    assert {json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()} == {os.path.relpath(memory)}


def test_japanese_after_many_other_units(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "m.tsv"
    file.write_text("ja\ten\n" + "A\tA\n" * 900 + "3台\t5 units\n", encoding="utf-8")
    assert main(["check", "--format", "jsonl", "--kinds", "number", str(file)]) == 1
    assert json.loads(capsys.readouterr().out)["unit"] == "901"


def test_findings_have_the_names_of_a_column(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "m.csv"
    file.write_text("key,ja,en\nmenu.add,3台,5 units\n,4台,6 units\n", encoding="utf-8")
    assert main(["check", "--format", "jsonl", str(file)]) == 1
    assert [json.loads(line)["unit"] for line in capsys.readouterr().out.splitlines()] == ["menu.add", "2"]


def test_the_wrong_order_of_two_files_is_an_error(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.ja").write_text("3台\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("5 units\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.en"), str(tmp_path / "a.ja")]) == 1
    assert capsys.readouterr() == ("", f"termalign: {tmp_path / 'a.en'}: no Japanese in 1 unit\n")


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ([], 1, "2 errors"),
        (["--fail-on", "never"], 0, "2 errors"),
        (["--fail-on", "never", "--kinds", "date"], 0, "nothing found in 3 pairs"),
        (["--min-score", "0.1", "--fail-on", "error", "--kinds", "date"], 0, "nothing found in 3 pairs"),
        *(([option, "1"], 0, "nothing found in 3 pairs") for option in ("--min-score", "--min-chance")),
        *((["--format", form, "-o", "report"], 1, "report: 2 errors") for form in ("html", "sarif", "jsonl", "xlsx")),
        (["-o", "report", "--kinds", "date"], 0, "report: nothing found in 3 pairs"),
        (["-q", "--fail-on", "never", "-o", "report"], 0, None),
    ],
)
def test_there_is_always_a_summary(
    options: list[str], code: int, said: str | None, memory: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(memory.parent)
    assert main(["check", *options, str(memory)]) == code
    assert capsys.readouterr().err == (f"termalign: {said}\n" if said else "")


@pytest.mark.parametrize("form", ["html", "sarif", "prompt", "jsonl", "text"])
def test_into_a_file(memory: Path, tmp_path: Path, form: str, capsys: Output) -> None:
    out = tmp_path / "report"
    assert main(["check", "-q", "--format", form, "-o", str(out), str(memory)]) == 1
    assert "five" in out.read_text(encoding="utf-8")
    assert capsys.readouterr() == ("", "")


def test_a_workbook(memory: Path, tmp_path: Path, capsys: Output) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    out = tmp_path / "report.xlsx"
    assert main(["check", "--format", "xlsx", "-o", str(out), str(memory)]) == 1
    cells = list(openpyxl.load_workbook(out).active.values)
    assert cells[0][1:5] == ("Unit", "Kind", "Severity", "Probability")
    assert [row[2] for row in cells[1:]] == ["number", "untranslated"]
    assert [row[1] for row in cells[1:]] == [1, 3]
    assert all(isinstance(row[4], float) and row[4] >= 0.8 for row in cells[1:])
    sheet = openpyxl.load_workbook(out).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:M3")
    widths = {column: sheet.column_dimensions[column].width for column in "DFJ"}
    assert widths["D"] < widths["F"] == widths["J"]
    assert main(["check", "--format", "xlsx", str(memory)]) == 2
    assert main(["check", "--write-baseline", "-", str(memory)]) == 2


def test_a_page_says_what_was_checked(memory: Path, tmp_path: Path) -> None:
    glossary, out = tmp_path / "house.tsv", tmp_path / "report.html"
    glossary.write_text("火山\tvolcano\n", encoding="utf-8")
    os.utime(memory, (1_700_000_000, 1_700_000_000))  # the 14th or 15th of November 2023, wherever this runs
    command = ["check", "-q", "-o", str(out), "--glossary", str(glossary), str(memory)]
    for options, date in (([], "2023-11-1"), (["--date", "May 3"], "May 3</span>"), (["--date", ""], "Source")):
        assert main([*command, *options]) == 1
        header = out.read_text(encoding="utf-8").partition("<header>")[2].partition("</header>")[0]
        assert header.partition("<span>")[2].startswith(date)
        assert (
            "<span>Source: Japanese</span><span>Glossary: house.tsv</span><span>3 pairs of Japanese and English</span>"
            "<span>2 errors</span>" in header
        )
        assert "Looked for: missing, forbidden, inconsistent, number, " in header


def test_a_page_names_the_kinds_that_were_looked_for(memory: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    for options, named in (([], "inconsistent, number, date"), (["--kinds", "date,number"], "date, number</p>")):
        main(["check", "-q", "-o", str(out), *options, str(memory)])
        assert f"Looked for: {named}" in out.read_text(encoding="utf-8")


def test_baseline_then_only_new(memory: Path, tmp_path: Path, capsys: Output) -> None:
    known = str(tmp_path / "baseline.tsv")
    assert main(["check", "--write-baseline", known, str(memory)]) == 1
    capsys.readouterr()
    assert main(["check", "--baseline", known, str(memory)]) == 0
    assert capsys.readouterr() == ("", "termalign: nothing new found in 3 pairs\n")


def test_a_baseline_is_updated_in_place(memory: Path, tmp_path: Path, capsys: Output) -> None:
    known = str(tmp_path / "baseline.tsv")
    assert main(["check", "--write-baseline", known, str(memory)]) == 1
    write_pairs(memory, [*PAIRS[:2], ("9個", "8 items")])  # one is mended, one is new
    capsys.readouterr()
    assert main(["check", "--format", "jsonl", "--baseline", known, "--write-baseline", known, str(memory)]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["unit"] for line in out.splitlines()] == ["3"]
    assert err == f"termalign: {known}: 2 findings\ntermalign: 1 error\n"
    assert main(["check", "--baseline", known, str(memory)]) == 0


def test_what_is_suppressed_is_counted_if_nothing_else_is_found(memory: Path, tmp_path: Path, capsys: Output) -> None:
    rules = tmp_path / "known.tsv"
    rules.write_text("number:\tcounted by the client\n", encoding="utf-8")
    assert main(["check", "--kinds", "number", "--suppress", str(rules), str(memory)]) == 0
    assert capsys.readouterr().err == "termalign: nothing found in 3 pairs (1 suppressed)\n"


def test_suppressions_that_nothing_needs_are_named(memory: Path, tmp_path: Path, capsys: Output) -> None:
    rules = tmp_path / "known.tsv"
    rules.write_text("number:\tcounted by the client\ndate:\tagreed\n0123\tmended\n", encoding="utf-8")
    command = ["check", "--fail-on", "never", "--suppress", str(rules), str(memory)]
    assert main(command) == 0
    assert capsys.readouterr().err.startswith(f"termalign: {rules}: 2 suppressions not used: date:, 0123\n")
    rules.write_text("number:\tcounted by the client\nuntranslated:\tnot yet\n", encoding="utf-8")
    assert main(command) == 0
    assert "not used" not in capsys.readouterr().err


def test_suppressed_and_severity(memory: Path, tmp_path: Path, capsys: Output) -> None:
    rules = tmp_path / "known.tsv"
    rules.write_text("number:\tcounted by the client\n", encoding="utf-8")
    assert main(["check", "--suppress", str(rules), str(memory)]) == 1
    assert capsys.readouterr().err == "termalign: 1 error (1 suppressed)\n"
    assert main(["check", "--fail-on", "never", str(memory)]) == 0


def test_a_glossary(memory: Path, tmp_path: Path, capsys: Output) -> None:
    terms = tmp_path / "terms.tsv"
    terms.write_text("ja\ten\nユーザー\taccount holder\n", encoding="utf-8")
    assert main(["check", "--glossary", str(terms), "--kinds", "missing", str(memory)]) == 1
    assert "Use “account holder”" in capsys.readouterr().out


def test_a_table_of_weblate(tmp_path: Path, capsys: Output) -> None:
    table = tmp_path / "m.csv"
    rows = (
        '"a.c:1","3台","5 units","","","menu.add"\n"","4台","6 units","","True","x"\n"","5台","7 units","n7","","y"\n'
    )
    table.write_text('"location","source","target","id","fuzzy","context"\n' + rows, encoding="utf-8")
    assert main(["check", "--format", "jsonl", str(table)]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["unit"] for line in out.splitlines()] == ["menu.add", "n7"]
    assert err.endswith("; 1 fuzzy unit not checked; columns ja=source, en=target, id=id\n")


@pytest.mark.parametrize("content", ["", "ja\ten\n", "# ours\n"])
def test_an_empty_glossary(content: str, memory: Path, tmp_path: Path, capsys: Output) -> None:
    terms = tmp_path / "terms.tsv"
    terms.write_text(content, encoding="utf-8")
    main(["check", "--glossary", str(terms), str(memory)])
    assert f"termalign: {terms}: no entry read\n" in capsys.readouterr().err
    assert main(["check", "--strict", "--glossary", str(terms), str(memory)]) == 1
    assert capsys.readouterr().err == f"termalign: {terms}: expected an entry, found none\n"


@pytest.mark.parametrize("wrong", [["--kinds", "terms"], ["--min-score", "2"], ["--baseline", "nowhere.tsv"]])
def test_wrong_usage(memory: Path, wrong: list[str], capsys: Output) -> None:
    try:
        code = main(["check", *wrong, str(memory)])
    except SystemExit as stop:
        code = int(str(stop.code))
    assert code == 2
    assert capsys.readouterr().err
