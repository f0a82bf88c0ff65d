"""No file fills the memory, however small it is: reading ends with an error that says how to go on, and how to read it all."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from programs import program

from termalign.formats import FormatError, read_pairs, size_limit
from termalign.formats.limits import VARIABLE
from termalign.termbase import Glossary

MEGABYTE = 1 << 20
LONG = b"ash " * (MEGABYTE * 5 // 16)  # longer than 1 MB
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
UNIT = b'<tu><tuv xml:lang="ja"><seg>%s</seg></tuv><tuv xml:lang="en"><seg>ash</seg></tuv></tu>'


def row(number: int, ja: str = "灰", en: str = "ash") -> str:
    cells = "".join(
        f'<c r="{c}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for c, text in (("A", ja), ("B", en))
    )
    return f'<row r="{number}">{cells}</row>'


def workbook(sheet: str = "", strings: str = "") -> bytes:
    """A workbook of one sheet, with these rows and shared strings."""
    book, made = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(book)
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = f'<worksheet xmlns="{SHEET}"><sheetData>{sheet}</sheetData></worksheet>'.encode()
            new.writestr(name, content)
        if strings:
            new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{SHEET}">{strings}</sst>')
    return made.getvalue()


# What is too much for a limit of 1 MB: label, name, content, what the error says.
TOO_MUCH: list[tuple[str, str, bytes, str]] = [
    ("a line", "m.tsv", "灰\tash\n火\t".encode() + LONG, "line 2: expected at most 1 MB in a line"),
    ("a line of gzip", "m.tsv.gz", gzip.compress("灰\tash\n火\t".encode() + LONG), "line 2: expected at most 1 MB in a line"),
    ("a line", "m.jsonl", b'{"ja": "a", "en": "' + LONG + b'"}', "line 1: expected at most 1 MB in a line"),
    ("a record of lines", "m.csv", '灰,ash\n"火\n'.encode() + b"x\n" * 100_000, "line 2: expected at most 1 MB in a record"),
    ("an open quotation mark", "m.csv", b'"' + b"ash\n" * (MEGABYTE // 4), "line 1: expected at most 1 MB in a record"),
    ("a text", "m.tmx", b"<tmx><body>\n" + UNIT % LONG + b"</body></tmx>", "line 2: expected at most 1 MB in an element"),
    ("elements", "m.tmx", b"<tmx>\n<tu>" + b"<a/>" * 20_000 + b"</tu></tmx>", "line 2: expected at most 1 MB in an element"),
    ("a comment", "m.xlf", b"<xliff><!--" + LONG + b"--></xliff>", "line 1: expected at most 1 MB in an element"),
    ("a comment of lines", "m.tmx", b"<tmx><!--" + b"x\n" * MEGABYTE + b"-->", "expected at most 1 MB in an element"),
    ("space", "m.tmx", b"<tmx><body>" + b"   \n" * MEGABYTE + b"</body></tmx>", "expected at most 1 MB in an element"),
    ("a PO file", "m.po", b'msgid ""\nmsgstr ""\n' + b'"%s"\n' % (b"ash " * 10) * 30_000, "expected at most 1 MB in a PO file"),
    ("lines of a PO file", "m.po", b'msgid "a"\nmsgstr "b"\n' + b"#\n" * 70_000, "expected at most 65,536 lines in a PO file"),
    ("columns", "m.tsv", "灰\tash".encode() + b"\tx" * 600 + b"\n", "line 1: expected at most 512 columns, found 602"),
    ("columns of commas", "m.csv", "灰,ash\n火,fire".encode() + b",x" * 600, "line 2: expected at most 512 columns, found 602"),
    ("entries of a PO file", "m.po", b'msgid "a"\nmsgstr "b"\n' * 9000,
     "line 16385: expected at most 16,384 lines in a PO file, without comments and lines that continue a string"),
    ("a row of Excel's last but many", "m.xlsx", workbook(row(1) + row(2_000_000_000)), "found row 2,000,000,000"),
    ("a row whose number is no decimal", "m.xlsx", workbook(row(1) + '<row r="2e9"/>'), "found row 2,000,000,000"),
    ("a row within what is no row", "m.xlsx", workbook('<a><row r="2000000000"/></a>'), "found row 2,000,000,000"),
    ("rows without numbers", "m.xlsx", workbook("<row/>" * 40_000), "32,768 rows in xl/worksheets/sheet1.xml"),
    ("cells", "m.xlsx", workbook(row(1) + '<row r="2">' + "<c/>" * 140_000 + "</row>"), "row 2: expected at most 16,384 cells"),
    ("wide rows", "m.xlsx", workbook('<row><c r="XFD1"/></row>' * 200), "cells in a sheet"),
    ("shared strings", "m.xlsx", workbook(row(1), f"<si><t>{'a' * 5 * MEGABYTE}</t></si>"),
     "at most 4 MB in xl/sharedStrings.xml, found 5 MB"),
    ("very many shared strings", "m.xlsx", workbook(row(1), "<si/>" * 70_000), "65,536 elements in xl/sharedStrings.xml"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "content", "message"), TOO_MUCH, ids=[f"{name}: {label}" for label, name, *_ in TOO_MUCH]
)
def test_too_much(label: str, name: str, content: bytes, message: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with size_limit(1), pytest.raises(FormatError) as caught:
        list(read_pairs(file))
    assert message in str(caught.value)
    assert str(file) in str(caught.value)
    assert f"to read it anyway, raise {VARIABLE} (now 1) or use termalign.formats.size_limit" in str(caught.value)


ENOUGH: list[tuple[str, str, bytes, int]] = [
    ("a line", "m.tsv", "灰\t".encode() + LONG, 1),
    ("a record of lines", "m.csv", '"灰\n'.encode() + b"x\n" * 4_000 + b'",ash\n', 1),
    ("a text", "m.tmx", b"<tmx><body>" + UNIT % LONG + b"</body></tmx>", 1),
    ("many records", "m.tmx", b"<tmx><body>" + UNIT % b"x" * 15_000 + b"</body></tmx>", 15_000),
    ("a comment of lines", "m.tmx", b"<tmx><!--" + b"x\n" * 300_000 + b"--><body>" + UNIT % b"x" + b"</body></tmx>", 1),
    ("a PO file", "m.po", b'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "a"\nmsgstr ""\n' + b'"ash"\n' * 20_000, 1),
    (
        "short entries of PO",
        "m.po",
        b'msgid ""\nmsgstr "Language: en\\n"\n' + b'\n# c\nmsgid "a"\nmsgstr "b"\n' * 160_000,
        160_000,
    ),
    ("a late row", "m.xlsx", workbook(row(1) + row(40_000)), 2),
    ("Excel's last row", "m.xlsx", workbook(row(1) + row(MEGABYTE)), 2),
    ("shared strings", "m.xlsx", workbook(row(1), f"<si><t>{'a' * 5 * MEGABYTE}</t></si>"), 1),
]


@pytest.mark.parametrize(
    ("label", "name", "content", "pairs"), ENOUGH, ids=[f"{name}: {label}" for label, name, *_ in ENOUGH]
)
def test_what_is_long_is_read_all_the_same(label: str, name: str, content: bytes, pairs: int, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert sum(1 for _ in read_pairs(tmp_path / name)) == pairs


def test_the_pairs_before_are_given(tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_bytes("灰\tash\n火\t".encode() + LONG)
    found: list[tuple[str, str]] = []
    with size_limit(1), pytest.raises(FormatError):
        found.extend(read_pairs(tmp_path / "m.tsv"))
    assert found == [("灰", "ash")]


def test_a_glossary_is_held_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "g.tsv").write_text("".join(f"灰{k}\tash {k}\n" for k in range(20_000)), encoding="utf-8")
    assert len(Glossary.read(tmp_path / "g.tsv")) == 20_000
    with size_limit(1), pytest.raises(FormatError, match="expected at most 1 MB of terms"):
        Glossary.read(tmp_path / "g.tsv")


def test_the_forms_of_a_record_are_counted_before_they_are_divided(tmp_path: Path) -> None:
    (tmp_path / "g.tsv").write_text("灰\tash" + "; cinder" * 20_000, encoding="utf-8")
    with size_limit(1), pytest.raises(FormatError, match="line 1: expected at most 16,384 forms in a line"):
        Glossary.read(tmp_path / "g.tsv")
    assert [len(entry.en) for entry in Glossary.read(tmp_path / "g.tsv")] == [2]


@pytest.mark.parametrize(("length", "read"), [(10_000, 2), (10_001, 1)])
def test_what_is_too_long_for_a_term_is_left_out(length: int, read: int, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(f"{'灰' * length},ash\n火山,volcano\n", encoding="utf-8")
    glossary = Glossary.read(tmp_path / "g.csv")
    assert len(glossary) == read
    assert glossary.reading is not None
    assert [error.problem for error in glossary.reading.skipped] == [
        "expected a term of at most 10,000 characters, found 10,001"
    ] * (2 - read)


@pytest.mark.parametrize("limit", [1, 2, 64])
def test_limits_within_limits(limit: int, tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_bytes("灰\t".encode() + LONG)
    with size_limit(1):
        with size_limit(2):
            assert len(list(read_pairs(tmp_path / "m.tsv"))) == 1
        with pytest.raises(FormatError):
            list(read_pairs(tmp_path / "m.tsv"))


@pytest.mark.parametrize("limit", [0, -1])
def test_what_is_no_limit(limit: int) -> None:
    with pytest.raises(ValueError, match="at least 1"), size_limit(limit):
        pass


COMMANDS: list[tuple[str, Callable[[str], list[str]]]] = [
    ("a text", lambda file: ["align", file, file]),
    ("a line", lambda file: ["romanize", "-"]),
    ("a bitext", lambda file: ["convert", "--from", "tsv", file, f"{file}.tmx"]),
]


@pytest.mark.parametrize(("label", "command"), COMMANDS, ids=[label for label, _ in COMMANDS])
def test_on_the_command_line(
    label: str, command: Callable[[str], list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "m"
    file.write_bytes(b"x\t" + LONG)
    monkeypatch.setenv(VARIABLE, "1")
    with file.open("rb") as stdin:
        run = program(*command(str(file)), stdin=stdin)
    assert run.returncode == 1
    assert run.stdout == b""
    assert b"expected at most 1 MB" in run.stderr
    assert b"raise TERMALIGN_MAX_MB (now 1)" in run.stderr


@pytest.mark.parametrize("said", ["0", "x", "-1", "1.5", "１"])
def test_a_variable_that_is_no_number(said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "m.tsv").write_text("灰\tash\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, said)
    with pytest.raises(ValueError, match=r"TERMALIGN_MAX_MB must be a number of megabytes, not"):
        list(read_pairs(tmp_path / "m.tsv"))


def test_a_variable_that_is_no_number_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "m.tsv").write_text("灰\tash\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, "1.5")
    run = program("convert", tmp_path / "m.tsv", tmp_path / "m.tmx")
    assert run.returncode == 2
    assert b"TERMALIGN_MAX_MB must be a number" in run.stderr


def test_variants_of_a_unit_are_bounded(tmp_path: Path) -> None:
    variants = "".join([f'<tuv xml:lang="{code}"><seg>{n}</seg></tuv>' for code in ("ja", "en") for n in range(40)])
    content = f'<?xml version="1.0"?><tmx version="1.4"><body><tu>{variants}</tu></body></tmx>'
    (tmp_path / "m.tmx").write_text(content, encoding="utf-8")
    with pytest.raises(FormatError, match="line 1: expected at most 1,000 pairs of variants in a <tu>"):
        list(read_pairs(tmp_path / "m.tmx"))
