"""What the command line reads, whatever the locale."""

import io
import sys
from pathlib import Path

import pytest

from termalign.cli import main

Output = pytest.CaptureFixture[str]
TEXT = "桜島が噴火した。\r\n鹿児島空港に灰が降った。"


@pytest.fixture
def en(tmp_path: Path) -> str:
    path = tmp_path / "en.txt"
    path.write_text("Sakurajima erupted, and ash fell on Kagoshima Airport.", encoding="utf-8")
    return str(path)


def links(out: str) -> list[list[str]]:
    return [line.split("\t") for line in out.splitlines()[1:]]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_line_ends_count_and_the_mark_does_not(mark: bytes, en: str, tmp_path: Path, capsys: Output) -> None:
    ja = tmp_path / "ja.txt"
    ja.write_bytes(mark + TEXT.encode())
    assert main(["align", "--format", "tsv", str(ja), en]) == 0
    found = links(capsys.readouterr().out)
    assert found
    for ja_text, _, _, _, start, end, *_ in found:
        assert TEXT[int(start) : int(end)] == ja_text


def test_standard_input(en: str, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="ascii"))
    assert main(["align", "--format", "tsv", "-", en]) == 0
    assert "桜島" in [link[0] for link in links(capsys.readouterr().out)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("桜島\n灰".encode("cp932"), "not UTF-8: byte 0x8d at offset 0 (line 1); it may be cp932"),
        ("ash\n灰".encode("euc_jp"), "at offset 4 (line 2); it may be euc_jp"),
        ("灰".encode("utf-16"), "UTF-16: convert it with iconv -f utf-16 -t utf-8 FILE > NEW"),
        ("It’s ash.".encode("cp1252"), "byte 0x92 at offset 2 (line 1); it may be cp1252"),
        ("“Ash”—at the café.".encode("cp1252"), "byte 0x93 at offset 0 (line 1); it may be cp1252"),
        (b"PK\x03\x04\x14\x00\x06\x00\xff", "a Word or Excel file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF: save its content as plain text"),
        (b"\xef\xbb\xbfash\n\xff\xff", "byte 0xff at offset 7 (line 2)"),
        ("灰".encode()[:2], "not UTF-8: byte 0xe7 at offset 0"),
    ],
)
def test_what_is_not_utf8_is_refused_with_its_place(
    data: bytes, message: str, en: str, tmp_path: Path, capsys: Output
) -> None:
    ja = tmp_path / "ja.txt"
    ja.write_bytes(data)
    assert main(["align", str(ja), en]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert str(ja) in err
    assert message in err


def test_a_file_with_nul_and_controls_is_read(en: str, tmp_path: Path, capsys: Output) -> None:
    ja = tmp_path / "ja.txt"
    ja.write_bytes("\0桜島\x07\ufeff".encode())
    assert main(["align", "--format", "tsv", str(ja), en]) == 0
    assert links(capsys.readouterr().out)[0][4:6] == ["1", "3"]


def test_an_empty_file_has_no_links(en: str, tmp_path: Path, capsys: Output) -> None:
    ja = tmp_path / "ja.txt"
    ja.touch()
    assert main(["align", str(ja), en]) == 1
    assert capsys.readouterr() == ("", "termalign: no link found\n")
