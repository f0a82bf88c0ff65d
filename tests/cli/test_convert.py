"""termalign convert."""

import io
import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from known_formats import bitext_files, glossary_files

from termalign import Glossary, read_pairs, write_pairs
from termalign.cli import main
from termalign.formats import GlossaryEntry
from termalign.formats.pairs import read_units

Output = pytest.CaptureFixture[str]
PAIRS = [("灰", "ash"), ("火山", "a <volcano>"), ("灰", "cinders")]
GLOSSARY = Glossary.from_pairs([("灰", "ash", "grey"), ("灰", "cinders"), ("火山", "volcano")])


@pytest.mark.parametrize("source", [*bitext_files("m"), "m.tmx.gz"])
@pytest.mark.parametrize("target", [*bitext_files("n"), "n.jsonl.gz"])
def test_bitexts(source: str, target: str, tmp_path: Path, capsys: Output) -> None:
    write_pairs(tmp_path / source, PAIRS)
    assert main(["convert", str(tmp_path / source), str(tmp_path / target)]) == 0
    assert list(read_pairs(tmp_path / target)) == PAIRS
    assert capsys.readouterr().err.endswith(f"termalign: {tmp_path / target}: 3 pairs\n")


PO = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n\nmsgid "ash"\nmsgstr "灰"\n\nmsgctxt "menu"\nmsgid "fire"\nmsgstr "火"\n'


@pytest.mark.parametrize("target", ["n.csv", "n.tsv", "n.xlsx", "n.jsonl", "n.tmx", "n.po"])
def test_names_of_pairs_are_kept(target: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "m.po").write_text(PO, encoding="utf-8")
    for source, to in (("m.po", target), (target, "o.csv")):
        assert main(["convert", str(tmp_path / source), str(tmp_path / to)]) == 0
        assert [unit.id for unit in read_units(tmp_path / to)] == ["", "menu"]
        assert capsys.readouterr().err == f"termalign: {tmp_path / to}: 2 pairs\n"


def test_names_that_are_not_unique(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(
        'id,ja,en\n"a ""&""",灰,ash\n"a ""&""",灰,ashes\n,灰,ash\n,灰,dust\n', encoding="utf-8"
    )
    names = {"n.tmx": ['a "&"', 'a "&"', "", ""], "n.po": ['a "&"', 'a "&" 2', "", "2"]}
    for target, ids in names.items():
        assert main(["convert", str(tmp_path / "m.csv"), str(tmp_path / target)]) == 0
        assert [unit.id for unit in read_units(tmp_path / target)] == ids


def test_units_that_are_no_pairs_are_said(tmp_path: Path, capsys: Output) -> None:
    more = '\n#, fuzzy\nmsgid "water"\nmsgstr "木"\n\nmsgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n'
    (tmp_path / "m.po").write_text(PO + more, encoding="utf-8")
    out = tmp_path / "n.xlf"
    assert main(["convert", str(tmp_path / "m.po"), str(out)]) == 0
    said = f"termalign: {out}: left out: 2 untranslated units, 1 fuzzy unit, 1 name\n"
    assert capsys.readouterr().err == f"{said}termalign: {out}: 2 pairs\n"


@pytest.mark.parametrize("target", ["n.xlf2", "n.xlf"])
def test_names_of_pairs_that_are_left_out_are_said(target: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "m.po").write_text(PO, encoding="utf-8")
    assert main(["convert", str(tmp_path / "m.po"), str(tmp_path / target)]) == 0
    out = tmp_path / target
    assert capsys.readouterr().err == f"termalign: {out}: left out: 1 name\ntermalign: {out}: 2 pairs\n"
    (tmp_path / "m.tsv").write_text("灰\tash\n", encoding="utf-8")
    assert main(["convert", str(tmp_path / "m.tsv"), str(out)]) == 0
    assert capsys.readouterr().err == f"termalign: {out}: 1 pair\n"


def test_notes_that_are_left_out_are_said(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "m.csv").write_text("id,ja,en,note\na,灰,ash,x\n,火,fire,y\n,水,water,\n", encoding="utf-8")
    assert main(["convert", str(tmp_path / "m.csv"), str(tmp_path / "n.xlf")]) == 0
    assert "n.xlf: left out: 1 name, 2 notes\n" in capsys.readouterr().err
    assert main(["convert", str(tmp_path / "m.csv"), str(tmp_path / "n.jsonl")]) == 0
    assert main(["convert", str(tmp_path / "n.jsonl"), str(tmp_path / "o.csv")]) == 0
    assert "left out" not in capsys.readouterr().err
    assert (tmp_path / "o.csv").read_text(encoding="utf-8") == (tmp_path / "m.csv").read_text(encoding="utf-8")


def test_names_after_the_first_pairs_of_a_table_are_said(tmp_path: Path, capsys: Output) -> None:
    lines = "".join('{"ja": "灰", "en": "ash"}\n' for _ in range(60)) + '{"id": "a", "ja": "火", "en": "fire"}\n'
    (tmp_path / "m.jsonl").write_text(lines, encoding="utf-8")
    assert main(["convert", str(tmp_path / "m.jsonl"), str(tmp_path / "n.csv")]) == 0
    assert "left out: 1 name\n" in capsys.readouterr().err
    assert (tmp_path / "n.csv").read_text(encoding="utf-8").startswith("ja,en\n")


@pytest.mark.parametrize("source", glossary_files("g"))
@pytest.mark.parametrize("target", glossary_files("h"))
def test_glossaries(source: str, target: str, tmp_path: Path, capsys: Output) -> None:
    GLOSSARY.write(tmp_path / source)
    assert main(["convert", str(tmp_path / source), "--output", str(tmp_path / target)]) == 0
    assert Glossary.read(tmp_path / target) == GLOSSARY
    both_tables = {source[1:], target[1:]} <= {".tsv", ".csv", ".xlsx"}
    count = "3 pairs" if both_tables else "2 terms"
    assert capsys.readouterr() == ("", f"termalign: {tmp_path / target}: {count}\n")


NOTED = [
    ("a header", "ja\ten\tnote\n通知\tnotification\tUI only\n通知\tnotice\t\n"),
    ("no header", "通知\tnotification\tUI only\n通知\tnotice\n"),
    ("a comment", "# ours\nja\ten\tnote\n通知\tnotification\tUI only\n通知\tnotice\n"),
]


@pytest.mark.parametrize(
    "through", [["b.csv"], ["b.xlsx"], ["b.tbx", "c.csv"], ["b.xlsx", "c.utx", "d.tsv"], ["b.csv", "c.tbx"]]
)
@pytest.mark.parametrize(("label", "content"), NOTED, ids=[case[0] for case in NOTED])
def test_notes_are_kept(label: str, content: str, through: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(content, encoding="utf-8")
    for source, target in itertools.pairwise(["a.tsv", *through]):
        assert main(["convert", str(tmp_path / source), str(tmp_path / target)]) == 0
    assert Glossary.read(tmp_path / through[-1]).entries == (
        GlossaryEntry("通知", ("notification", "notice"), "UI only"),
    )


@pytest.mark.parametrize(
    "through", [["m.xlsx", "m.tmx"], ["m.csv", "m.xlsx", "m.jsonl"], ["m.xlsx", "n.xlsx", "m.xliff"]]
)
def test_the_rows_of_a_table_are_pairs_as_they_are(through: list[str], tmp_path: Path) -> None:
    """Nothing is cut at ; or |, and what is the same twice stays twice."""
    pairs = [("灰、火", "ash; fire | so"), ("灰、火", "ash"), ("灰、火", "ash"), (" 火 ", "line 1\nline 2")]
    write_pairs(tmp_path / "a.jsonl", pairs)
    for source, target in itertools.pairwise(["a.jsonl", *through]):
        assert main(["convert", str(tmp_path / source), str(tmp_path / target)]) == 0
    assert list(read_pairs(tmp_path / through[-1])) == pairs


STATUSES = [
    "用語,訳語,ステータス\n顧客,client,推奨\n顧客,customer,禁止\n",
    "用語,訳語,区分\n顧客,client,○\n顧客,customer,使用不可\n",
    "用語,推奨訳,禁止訳\n顧客,client,customer\n",
    "ja,en,definition,forbidden\n顧客,client,,customer\n",
]
CLIENT = GlossaryEntry("顧客", ("client",), forbidden=("customer",))


@pytest.mark.parametrize("target", ["h.csv", "h.tsv", "h.xlsx"])
@pytest.mark.parametrize("content", STATUSES)
def test_a_table_with_statuses_stays_a_glossary(content: str, target: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "g.csv").write_text(content, encoding="utf-8")
    assert main(["convert", str(tmp_path / "g.csv"), str(tmp_path / target)]) == 0
    assert Glossary.read(tmp_path / target).entries == (CLIENT,)
    err = capsys.readouterr().err
    assert "g.csv: read as a glossary, because it has the column" in err
    assert err.endswith(f"{target}: 1 term\n")


@pytest.mark.parametrize("target", ["h.tmx", "h.jsonl"])
def test_forbidden_renderings_are_no_pairs(target: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "g.csv").write_text(STATUSES[0], encoding="utf-8")
    assert main(["convert", str(tmp_path / "g.csv"), str(tmp_path / target)]) == 0
    assert list(read_pairs(tmp_path / target)) == [("顧客", "client")]
    assert "has no place for forbidden renderings: left out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "left_out"),
    [
        ("番号,ja,en,分野\n1,火山、灰,volcano; ash,地学\n", "the column 分野"),
        ("ja,en,status\n火山、灰が降った。,Ash fell; so it did.,approved\n", "the column status"),
        ("ja,en,status\n火山、灰,volcano; ash,translated\n", "the column status"),
        ("ja,en,note\n火山、灰,volcano; ash,x\n", ""),
        ("火山、灰,volcano; ash\n", ""),
    ],
)
def test_what_is_left_out_of_a_bitext_is_said(content: str, left_out: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "m.csv").write_text(content, encoding="utf-8")
    before = list(read_pairs(tmp_path / "m.csv"))
    assert main(["convert", str(tmp_path / "m.csv"), str(tmp_path / "n.tsv")]) == 0
    assert list(read_pairs(tmp_path / "n.tsv")) == before
    said = f"termalign: {tmp_path / 'm.csv'}: read as a bitext, without {left_out}\n" if left_out else ""
    assert capsys.readouterr().err == f"{said}termalign: {tmp_path / 'n.tsv'}: 1 pair\n"


def test_how_a_table_is_read_can_be_said(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "g.csv").write_text(STATUSES[0], encoding="utf-8")
    assert main(["convert", "--as", "bitext", str(tmp_path / "g.csv"), str(tmp_path / "h.csv")]) == 0
    assert len(list(read_pairs(tmp_path / "h.csv"))) == 2
    assert "read as a bitext, without the column ステータス" in capsys.readouterr().err
    (tmp_path / "m.csv").write_text("番号,ja,en\n1,火山、灰,volcano\n", encoding="utf-8")
    assert main(["convert", "--as", "glossary", str(tmp_path / "m.csv"), str(tmp_path / "n.csv")]) == 0
    assert len(Glossary.read(tmp_path / "n.csv")) == 2
    assert "read as a glossary, without the column 番号" in capsys.readouterr().err


def test_what_a_format_has_no_place_for_is_said(tmp_path: Path, capsys: Output) -> None:
    Glossary((GlossaryEntry("顧客", ("client", "account"), "x", ("customer",)),)).write(tmp_path / "g.tbx")
    assert main(["convert", "--to", "deepl", str(tmp_path / "g.tbx"), str(tmp_path / "d.csv")]) == 0
    message = "deepl has no place for renderings after the first, forbidden renderings, notes: left out"
    assert message in capsys.readouterr().err
    assert main(["convert", str(tmp_path / "g.tbx"), str(tmp_path / "g.utx")]) == 0
    assert "no place" not in capsys.readouterr().err


def test_terms_that_lose_that_they_are_not_translated_are_said(tmp_path: Path, capsys: Output) -> None:
    Glossary((GlossaryEntry("ArcVault", (), translate=False),)).write(tmp_path / "g.tbx")
    assert main(["convert", str(tmp_path / "g.tbx"), str(tmp_path / "g.txt")]) == 0
    assert "omegat has no place for which terms are not to be translated: left out" in capsys.readouterr().err
    assert main(["convert", str(tmp_path / "g.tbx"), str(tmp_path / "g.utx")]) == 0
    assert "no place" not in capsys.readouterr().err


def test_formats_by_name(tmp_path: Path) -> None:
    GLOSSARY.write(tmp_path / "g", "tbx3")
    assert main(["convert", "--from", "tbx", "--to", "deepl", str(tmp_path / "g"), str(tmp_path / "h.csv")]) == 0
    assert (tmp_path / "h.csv").read_text(encoding="utf-8") == "灰,ash\n火山,volcano\n"


def test_two_files(tmp_path: Path) -> None:
    write_pairs(tmp_path / "a", PAIRS, "text")
    memory = str(tmp_path / "m.tmx")
    assert main(["convert", "--from", "text", str(tmp_path / "a.ja"), str(tmp_path / "a.en"), memory]) == 0
    assert list(read_pairs(memory)) == PAIRS
    assert main(["convert", "--to", "text", memory, str(tmp_path / "b")]) == 0
    assert (tmp_path / "b.en").read_text(encoding="utf-8") == "ash\na <volcano>\ncinders\n"


def test_a_bitext_becomes_a_glossary_and_back(tmp_path: Path) -> None:
    write_pairs(tmp_path / "m.tmx", PAIRS)
    assert main(["convert", str(tmp_path / "m.tmx"), str(tmp_path / "g.tbx")]) == 0
    assert Glossary.read(tmp_path / "g.tbx").entries[0] == GlossaryEntry("灰", ("ash", "cinders"))
    assert main(["convert", str(tmp_path / "g.tbx"), str(tmp_path / "m.jsonl")]) == 0
    assert list(read_pairs(tmp_path / "m.jsonl")) == [PAIRS[0], PAIRS[2], PAIRS[1]]


DRAFT = (
    '{"ja": "障害", "variants": [], "en": [{"text": "failure", "score": 0.9}, {"text": "outage"}], "count": 2}\n'
    '{"ja": "顧客", "en": ["client"], "forbidden": ["customer"], "translate": true, "note": "law"}\n'
    '{"ja": "桜", "en": "cherry"}\n'
)


def test_a_draft_in_json_lines_is_a_glossary(tmp_path: Path) -> None:
    (tmp_path / "draft.jsonl").write_text(DRAFT, encoding="utf-8")
    assert main(["convert", str(tmp_path / "draft.jsonl"), str(tmp_path / "n.tbx")]) == 0
    assert main(["convert", "--as", "glossary", str(tmp_path / "draft.jsonl"), str(tmp_path / "n.tsv")]) == 0
    client = GlossaryEntry("顧客", ("client",), "law", ("customer",))
    for name in ("draft.jsonl", "n.tbx", "n.tsv"):
        glossary = Glossary.read(tmp_path / name)
        assert glossary["障害"].en == ("failure", "outage")
        assert glossary["桜"].en == ("cherry",)
        assert glossary["顧客"]._replace(concept="") == client


def test_a_draft_in_json_lines_is_no_bitext(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "draft.jsonl").write_text(DRAFT, encoding="utf-8")
    assert main(["convert", str(tmp_path / "draft.jsonl"), str(tmp_path / "n.tmx")]) == 1
    assert 'expected an object with "ja" and "en"' in capsys.readouterr().err


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("灰\tash\n".encode())))
    assert main(["convert", "--from", "tsv", "-", str(tmp_path / "m.tmx")]) == 0
    assert list(read_pairs(tmp_path / "m.tmx")) == [("灰", "ash")]


@pytest.mark.parametrize(("name", "out"), [("m.tsv", "m.tmx"), ("m.tsv", "m.jsonl")])
def test_what_stands_before_a_fault_in_a_bitext_is_written(name: str, out: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / name).write_text("灰\tash\nx\n", encoding="utf-8")
    assert main(["convert", str(tmp_path / name), str(tmp_path / out)]) == 1
    assert capsys.readouterr().err.startswith(f"termalign: {tmp_path / name}, line 2: expected")
    assert list(read_pairs(tmp_path / out)) == [("灰", "ash")]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "FILE"),
        (["m.tmx"], "expected a file to read and a file to write"),
        (["m.tmx", "n.tmx", "o.tmx"], "expected one file, not 2"),
        (["m.doc", "n.tmx"], "m.doc: the file name does not show the format: give --from"),
        (["m.tmx", "n.doc"], "n.doc: the file name does not show the format: give --to"),
        (["--to", "doc", "m.tmx", "n.doc"], "invalid choice: 'doc'"),
        (["-", "n.tmx"], "standard input needs --from FORMAT"),
        (["--columns", "ja=a,en=b", "m.tmx", "n.tbx"], "--columns is for tables (tsv, csv, xlsx), not for tmx"),
        (["--as", "glossary", "m.tmx", "n.tbx"], "--as is for tables (tsv, csv, xlsx) and jsonl, not for tmx"),
        (["--as", "bitext", "--strict", "m.csv", "n.csv"], "exclude each other"),
        (["no-such-file.csv", "n.tmx"], "no-such-file.csv: no such file"),
        (["no-such-file.tmx", "n.tmx"], "no-such-file.tmx: no such file"),
        (["no-such-file.tbx", "n.utx"], "no-such-file.tbx: no such file"),
        (["--columns", "ja=a,en=b", "m.tmx", "n.tmx"], "--columns is for tables (tsv, csv, xlsx), not for tmx"),
        (["m.tmx", "no-such-folder/n.tmx"], "no-such-folder/n.tmx: no such folder: no-such-folder"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2(
    arguments: list[str], message: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pairs("m.tmx", PAIRS)
    assert main(["convert", *arguments]) == 2
    out, err = capsys.readouterr()
    assert message in err
    assert out == ""
    assert not Path("n.tmx").exists()


EMPTY = [
    ("nothing to be read", "a.tbx", "<tbx>", "b.csv"),
    ("nothing that can be written", "a.csv", "ja,en\n" + "灰" * 400 + ",ash\n", "b.csv"),
    ("no pair before a fault", "a.tsv", "x\n", "b.jsonl"),
    ("two files", "a.tsv", "x\n", "b"),
]


@pytest.mark.parametrize(("label", "source", "content", "out"), EMPTY, ids=[case[0] for case in EMPTY])
def test_no_empty_file_is_left(label: str, source: str, content: str, out: str, tmp_path: Path) -> None:
    (tmp_path / source).write_text(content, encoding="utf-8")
    to = {"b": ["--to", "text"], "b.csv": ["--to", "deepl"]}.get(out, [])
    assert main(["convert", *to, str(tmp_path / source), str(tmp_path / out)]) == 1
    assert [path.name for path in tmp_path.iterdir()] == [source]


_BROKEN = (  # after its first entry
    '<martif><text><body><termEntry><langSet xml:lang="ja"><tig><term>灰</term></tig></langSet>'
    '<langSet xml:lang="en"><tig><term>ash</term></tig></langSet></termEntry><termEntry>'
)


@pytest.mark.parametrize(
    ("source", "content", "out", "what"),
    [
        ("m.tsv", "灰\tash\n火\tfire\nx\n", "n.tmx", "2 pairs"),
        ("m.jsonl", '{"ja": "灰", "en": "ash"}\n{\n', "n.csv", "1 pair"),
        ("m.tsv", "灰\tash\nx\n", "n", "1 pair"),
        ("m.tbx", "<tbx>", "n.csv", ""),
        ("g.tsv", "ja\ten\n灰\tash\n火\t\n", "n.tbx", ""),
        ("g.tbx", _BROKEN, "n.csv", ""),
    ],
)
def test_an_old_file_is_not_replaced_by_a_part(
    source: str, content: str, out: str, what: str, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / source).write_text(content, encoding="utf-8")
    new = tmp_path / (out if "." in out else "n.en")
    arguments = [*(["--to", "text"] if out == "n" else []), *(["--strict"] if source == "g.tsv" else [])]
    arguments = ["convert", *arguments, str(tmp_path / source), str(tmp_path / out)]
    assert main(arguments) == 1
    err = capsys.readouterr().err
    assert err.endswith(f"; {tmp_path / out} has only what is before it ({what})\n") == bool(what) == new.exists()
    new.write_text("old", encoding="utf-8")
    assert main(arguments) == 1
    assert capsys.readouterr().err.endswith(f"; {tmp_path / out} is unchanged\n") == bool(what)
    assert new.read_text(encoding="utf-8") == "old"


def test_a_file_is_not_written_over_itself(tmp_path: Path, capsys: Output) -> None:
    write_pairs(tmp_path / "m.tmx", PAIRS)
    assert main(["convert", str(tmp_path / "m.tmx"), f"{tmp_path}/../{tmp_path.name}/m.tmx"]) == 2
    assert "must not be the file that is read" in capsys.readouterr().err
    assert list(read_pairs(tmp_path / "m.tmx")) == PAIRS


def test_standard_output_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pairs(tmp_path / "m.tsv", PAIRS)
    arguments = ["convert", "m.tsv", "-", "--to", "tmx"], ["convert", "m.tsv", "-o", "-", "--to", "tmx"]
    for each in (*arguments, ["extract", "m.tsv", "-o", "-", "--format", "tbx"], ["extract", "m.tsv", "-o", "-"]):
        done = subprocess.run([sys.executable, "-m", "termalign", *each], cwd=tmp_path, capture_output=True, check=True)
        assert "灰" in done.stdout.decode()
    workbook = ["check", "m.tsv", "--format", "xlsx", "--fail-on", "never", "-o", "-"]
    done = subprocess.run([sys.executable, "-m", "termalign", *workbook], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.startswith(b"PK")
    assert [path.name for path in tmp_path.iterdir()] == ["m.tsv"]
