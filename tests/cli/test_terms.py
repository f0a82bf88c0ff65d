"""termalign terms."""

import io
from argparse import Namespace
from pathlib import Path

import pytest

from termalign import Glossary, write_pairs
from termalign.cli import main
from termalign.cli.inputs import listed_terms

Output = pytest.CaptureFixture[str]
GLOSSARY = Glossary.of({"桜島": ["Sakurajima", "Cherry Island"], "消費税": "consumption tax"})
TEXT = ["--text", "Sakurajima erupted. Ash from Sakurajima fell."]


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.txt"
    path.write_text("# a comment\n桜島\n消費税\n", encoding="utf-8")
    return path


def test_prepare_and_align(terms: Path, capsys: Output) -> None:
    prepared = str(terms.with_suffix(".tlist"))
    assert main(["terms", "prepare", str(terms), "-o", prepared]) == 0
    assert capsys.readouterr() == ("", f"termalign: {prepared}: 2 terms\n")
    assert main(["align", "--terms", prepared, *TEXT]) == 0
    with_prepared = capsys.readouterr()
    assert main(["align", "--terms", str(terms), *TEXT]) == 0
    assert capsys.readouterr() == with_prepared


def test_with_a_parallel_text(terms: Path, capsys: Output) -> None:
    prepared = str(terms.with_suffix(".tlist"))
    assert main(["terms", "prepare", str(terms), "-o", prepared]) == 0
    assert main(["align", "--terms", prepared, "--text", "桜島が噴火した。", "Sakurajima erupted."]) == 0
    assert "Sakurajima" in capsys.readouterr().out


def test_with_a_bitext(terms: Path, tmp_path: Path, capsys: Output) -> None:
    prepared = str(terms.with_suffix(".tlist"))
    memory = tmp_path / "memory.tsv"
    memory.write_text(
        "桜島が噴火した。\tSakurajima erupted.\n消費税が上がる。\tThe consumption tax rises.\n", encoding="utf-8"
    )
    assert main(["terms", "prepare", str(terms), "-o", prepared]) == 0
    capsys.readouterr()
    assert main(["align", "--from", "tsv", "--terms", prepared, str(memory)]) == 0
    with_prepared = capsys.readouterr()
    assert main(["align", "--from", "tsv", "--terms", str(terms), str(memory)]) == 0
    assert capsys.readouterr() == with_prepared


BASES = [
    ("terms.tbx", GLOSSARY), ("terms.xlsx", GLOSSARY), ("terms.utx", GLOSSARY), ("terms.csv", GLOSSARY), ("terms.tsv", GLOSSARY),
    ("terms.tmx", GLOSSARY),
    ("terms.tsv", "日本語\t英語\n桜島\tSakurajima\n消費税、御岳\t\n"),
    ("terms.csv", "ID,日本語\n1,桜島\n2,消費税\n"),
    ("terms.tsv", "桜島\n消費税\n"),
    ("terms.txt", "桜島\tcherry\n消費税\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), BASES, ids=[f"{k}: {name}" for k, (name, _) in enumerate(BASES)])
def test_the_japanese_of_a_term_base(name: str, content: str | Glossary, tmp_path: Path, capsys: Output) -> None:
    """Neither a header nor a line of XML is a term."""
    base = tmp_path / name
    if isinstance(content, str):
        base.write_text(content, encoding="utf-8")
    elif base.suffix == ".tmx":
        write_pairs(base, content.pairs())
    else:
        content.write(base)
    assert main(["align", "--terms", str(base), *TEXT]) == 0
    found = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in found[:-1]] == ["桜島"]
    assert set(found[-1].removeprefix("not found in the English: ").split(" · ")) <= {"消費税", "御岳"}
    assert main(["terms", "prepare", str(base), "-o", str(tmp_path / "out.tlist")]) == 0
    assert capsys.readouterr().err.endswith((": 2 terms\n", ": 3 terms\n"))


LISTS = [
    ("自民党; 自由民主党\n", ["自民党", "自由民主党"]),
    ("自民党；自由民主党、自民\t x; y\n", ["自民党", "自由民主党", "自民"]),
    ("春闘（しゅんとう）\n", ["春闘"]),
    ("検討(する)|顧客（こきゃく）\n", ["検討", "顧客"]),
    ("社員（アルバイト）\n", ["社員（アルバイト）"]),
    ("、\n桜島・御岳\n", ["、", "桜島・御岳"]),
    ("# 自民党; 自由民主党\n", []),
]


@pytest.mark.parametrize(("content", "terms"), LISTS)
@pytest.mark.parametrize("name", ["terms.txt", "terms.tsv", "terms.csv"])
def test_a_list_has_the_terms_that_a_glossary_would_have(
    name: str, content: str, terms: list[str], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert listed_terms(str(path), Namespace(quiet=True)) == terms
    rows = [f"{line.partition(chr(9))[0]}\tx\n" for line in content.splitlines()]
    glossary = Glossary.read(io.BytesIO("".join(rows).encode()), "tsv")
    assert [entry.ja for entry in glossary] == terms


TABLES = [
    ("用語,読み,分野\n桜島,さくらじま,山\n灰,はい,火山\n", "用語", ["桜島", "灰"]),
    ("分類\t用語\n山\t桜島\n火山\t灰\n", "用語", ["桜島", "灰"]),
    ("term;reading\nAI;えーあい\n桜島;さくらじま\n", "term", ["AI", "桜島"]),
    ('読み,用語\nはい,"灰, 火山"\n', "用語", ["灰, 火山"]),
    ("用語,読み\n桜島,さくらじま\n灰\n", "", ["用語,読み", "桜島,さくらじま", "灰"]),  # no table
    ("1,1-ジクロロエタン\n1,2-ジクロロエタン\n", "", ["1,1-ジクロロエタン", "1,2-ジクロロエタン"]),
    ("用語\n分野\n", "", ["用語", "分野"]),
]


@pytest.mark.parametrize(("content", "column", "terms"), TABLES)
def test_a_list_that_is_a_table_is_read_as_one_whatever_its_name(
    content: str, column: str, terms: list[str], tmp_path: Path, capsys: Output
) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(content, encoding="utf-8")
    said = f"termalign: {path}: a table; its terms are those of the column {column}\n" if column else ""
    assert listed_terms(str(path), Namespace(quiet=False)) == terms
    assert capsys.readouterr().err == said


def test_the_column_of_a_table(tmp_path: Path, capsys: Output) -> None:
    table, glossary = tmp_path / "list.csv", tmp_path / "glossary.tsv"
    table.write_text("番号,旧見出し,新見出し\n1,桜岳,桜島\n2,火の山,火山\n", encoding="utf-8")
    glossary.write_text("ja\ten\n桜岳\tSakurajima\n", encoding="utf-8")
    command = ["align", "--format", "tsv", "--terms", str(table), "--columns", "ja=新見出し", *TEXT]
    assert main(command) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("桜島\tSakurajima")
    assert main(["align", "--terms", str(table), "--columns", "ja=見出し", *TEXT]) == 1
    assert "expected columns called 見出し, found '番号 | 旧見出し | 新見出し'" in capsys.readouterr().err
    assert main([*command, "--glossary", str(glossary)]) == 2  # for which they are then
    assert "columns must name 'ja' and 'en'" in capsys.readouterr().err
    assert main(["align", "--columns", "en=訳語", *TEXT]) == 2


def test_sheets_that_are_not_read_are_named(tmp_path: Path, capsys: Output) -> None:
    book = pytest.importorskip("openpyxl").Workbook()
    for sheet, term in ((book.active, "桜島"), (book.create_sheet("地名"), "消費税")):
        sheet.append([term])
        sheet.append(["火山"])
    book.save(tmp_path / "terms.xlsx")
    assert main(["align", "--terms", str(tmp_path / "terms.xlsx"), *TEXT]) == 0
    out, err = capsys.readouterr()
    assert err == f"termalign: {tmp_path / 'terms.xlsx'}: only the sheet “Sheet” is read, not “地名”\n"
    assert "消費税" not in out
    assert main(["align", "-q", "--terms", str(tmp_path / "terms.xlsx"), *TEXT]) == 0
    assert capsys.readouterr().err == ""


def test_a_term_base_that_is_none(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "terms.tbx").write_text("桜島\n", encoding="utf-8")
    assert main(["align", "--terms", str(tmp_path / "terms.tbx"), *TEXT]) == 1
    assert "expected well-formed XML" in capsys.readouterr().err
    assert main(["align", "--terms", str(tmp_path / "none.tbx"), *TEXT]) == 2
    assert "no such file" in capsys.readouterr().err


def test_another_glossary(terms: Path, tmp_path: Path, capsys: Output) -> None:
    prepared = str(terms.with_suffix(".tlist"))
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("桜島\tCherry Island\n", encoding="utf-8")
    assert main(["terms", "prepare", str(terms), "-o", prepared]) == 0
    assert main(["align", "--glossary", str(glossary), "--terms", prepared, *TEXT]) == 1
    assert "another glossary: prepare it again" in capsys.readouterr().err


def test_a_damaged_list(terms: Path, capsys: Output) -> None:
    prepared = terms.with_suffix(".tlist")
    assert main(["terms", "prepare", str(terms), "-o", str(prepared)]) == 0
    prepared.write_bytes(prepared.read_bytes()[:-1])
    assert main(["align", "--terms", str(prepared), *TEXT]) == 1
    assert "is damaged: prepare it again" in capsys.readouterr().err


def test_a_line_that_is_too_long_for_a_cell(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("灰" * 200_000 + "\n", encoding="utf-8")
    assert main(["align", "--terms", str(path), "--text", "Ash fell."]) == 1
    assert capsys.readouterr().err.endswith("200,000 characters: a list must have one term per line\n")


def test_no_terms(tmp_path: Path, capsys: Output) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("# nothing\n", encoding="utf-8")
    assert main(["terms", "prepare", str(empty), "-o", str(tmp_path / "out")]) == 1
    assert "contains no terms" in capsys.readouterr().err


def test_no_such_folder(terms: Path, tmp_path: Path, capsys: Output) -> None:
    assert main(["terms", "prepare", str(terms), "-o", str(tmp_path / "none" / "out")]) == 2
    assert "no such folder" in capsys.readouterr().err


PAIRED = [
    ("転入届\tmoving-in notification\n実印\tregistered seal\n住民課\n", True),
    ("転入届=moving-in notification\n実印＝registered seal\n住民課\n", True),
    ("転入届: moving-in notification\n・実印(じついん)：registered seal\n住民課\n", True),
    ("# 届: notes\n転入届\tmoving-in notification\n実印\n住民課\n", True),
    ("転入届\t届出\n実印\t印鑑\n住民課\n", False),
    ("転入届\n実印\n住民課\n", False),
]


@pytest.mark.parametrize(("content", "paired"), PAIRED)
def test_a_plain_list_with_english_is_a_glossary_too(
    content: str, paired: bool, tmp_path: Path, capsys: Output
) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(content, encoding="utf-8")
    en = "Bring a moving-in notification."
    assert listed_terms(str(path), Namespace(quiet=True)) == ["転入届", "実印", "住民課"]
    main(["align", "--terms", str(path), "--format", "tsv", "--text", en])
    found = capsys.readouterr()
    assert ("\tmoving-in notification\tglossary\t" in found.out) is paired
    assert found.err.count("its renderings count as a glossary") == paired


@pytest.mark.parametrize("content", ["機動戦士ガンダム: The Origin\n転入届\n実印\n", "範囲:全体\n転入届=届出\n実印\n"])
def test_what_else_has_a_colon_is_a_term(content: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(content, encoding="utf-8")
    assert listed_terms(str(path), Namespace(quiet=True)) == content.splitlines()


def test_a_message_says_how_many_terms_have_several_names(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("・ハザードマップ/防災地図\n国民健康保険(国保)\nTCP/IP\n", encoding="utf-8")
    said = "2 terms with several names, each of which is looked for, such as ハザードマップ/防災地図\n"
    assert main(["align", "--terms", str(path), "--text", "See the hazard map."]) == 0
    assert capsys.readouterr().err == f"termalign: {path}: {said}"
    assert main(["terms", "prepare", str(path), "-o", str(tmp_path / "out.tlist")]) == 0
    assert said in capsys.readouterr().err
    assert main(["align", "--quiet", "--terms", str(path), "--text", "See the hazard map."]) == 0
    assert capsys.readouterr().err == ""


def test_a_page_has_the_reading_of_the_list(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("・愛宕山(あたごやま)\n・内堀\n", encoding="utf-8")
    assert main(["align", "--format", "html", "--terms", str(path), "--text", "Mount Atago and the inner moat"]) == 0
    assert "<ruby>愛宕<rt>あたご</rt></ruby><ruby>山<rt>やま</rt></ruby>" in capsys.readouterr().out


def test_a_list_may_be_as_large_as_a_glossary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERMALIGN_MAX_MB", "1")
    terms = tmp_path / "terms.txt"
    terms.write_text("".join(f"用語{k}\n" for k in range(20_000)), encoding="utf-8")
    assert main(["terms", "prepare", str(terms), "-o", str(tmp_path / "prepared.tlist")]) == 1
    said = capsys.readouterr().err
    assert "expected at most 1 MB of terms, found 20,000 terms" in said
    assert "TERMALIGN_MAX_MB" in said
    assert not (tmp_path / "prepared.tlist").exists()


def test_comments_and_empty_lines_do_not_make_a_list_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERMALIGN_MAX_MB", "1")
    terms = tmp_path / "terms.txt"
    terms.write_text("# 用語\n\n \t\n" * 20_000 + "警察庁\n", encoding="utf-8")
    assert main(["terms", "prepare", str(terms), "-o", str(tmp_path / "prepared.tlist")]) == 0
    assert "1 term" in capsys.readouterr().err
