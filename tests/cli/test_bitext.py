"""termalign align --from."""

import io
import json
import sys
from pathlib import Path

import pytest
from known_formats import glossary_files

from termalign import Aligner, Glossary, write_pairs
from termalign.cli import main

Output = pytest.CaptureFixture[str]
PAIRS = [("桜島が噴火した。", "Sakurajima erupted."), ("", "Nothing."), ("鹿児島空港", "Kagoshima Airport")]


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    write_pairs(tmp_path / "memory.tmx", PAIRS)
    return tmp_path / "memory.tmx"


def _line(number: int) -> dict[str, object]:
    alignment = Aligner().align(*PAIRS[number - 1])
    return {"pair": number, "coverage": round(alignment.coverage, 4), **alignment.to_dict()}


def test_json_lines_are_those_of_the_pairs(memory: Path, capsys: Output) -> None:
    assert main(["align", "--from", "tmx", "--format", "jsonl", str(memory)]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found == [_line(k) for k in (1, 2, 3)]


def test_several_processes_give_the_same(memory: Path, capsys: Output) -> None:
    assert main(["align", "--jobs", "2", "--pair", "3", "--pair", "1", "--format", "jsonl", str(memory)]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [_line(1), _line(3)]


def test_tsv_says_which_pair(memory: Path, capsys: Output) -> None:
    assert main(["align", "--from", "tmx", "--format", "tsv", str(memory)]) == 0
    header, *links = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert header[:3] == ["pair", "ja", "en"]
    assert [(link[0], link[1]) for link in links if link[1] in ("桜島", "鹿児島空港")] == [
        ("1", "桜島"),
        ("3", "鹿児島空港"),
    ]
    for link in links:
        a, b, i, j = map(int, link[5:])
        ja, en = PAIRS[int(link[0]) - 1]
        assert (ja[a:b], en[i:j]) == (link[1], link[2])


def test_text_has_a_heading_for_each_pair(memory: Path, capsys: Output) -> None:
    assert main(["align", "--from", "tmx", str(memory)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("pair")] == ["pair 1", "pair 2", "pair 3"]
    assert main(["align", "--from", "tmx", "--explain", str(memory)]) == 0
    assert "pair 3\n鹿児島空港 ↔ Kagoshima Airport" in capsys.readouterr().out


def test_terms_that_no_pair_has_are_named(memory: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "terms.txt").write_text("消費税\n鹿児島空港\n", encoding="utf-8")
    assert main(["align", "--from", "tmx", "--terms", str(tmp_path / "terms.txt"), "--format", "tsv", str(memory)]) == 0
    said = capsys.readouterr()
    assert [line.split("\t")[:3] for line in said.out.splitlines()[1:]] == [["3", "鹿児島空港", "Kagoshima Airport"]]
    assert said.err == "termalign: not in the Japanese text: 消費税\n"


PICKED: list[tuple[list[str], list[int]]] = [
    (["--pair", "3"], [3]),
    (["--pair", "3", "--pair", "1"], [1, 3]),
    (["--from", "tmx", "--pair", "2"], [2]),
    (["--pair", "1", "--pair", "1"], [1]),
]


@pytest.mark.parametrize(("options", "numbers"), PICKED, ids=[" ".join(options) for options, _ in PICKED])
def test_single_pairs(options: list[str], numbers: list[int], memory: Path, capsys: Output) -> None:
    """They keep their numbers."""
    main(["align", *options, "--format", "jsonl", str(memory)])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found == [_line(k) for k in numbers]
    main(["align", *options, str(memory)])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("pair")] == [f"pair {k}" for k in numbers]


@pytest.mark.parametrize("form", ["svg", "html"])
def test_the_picture_of_a_single_pair(form: str, memory: Path, capsys: Output) -> None:
    assert main(["align", "--format", form, "--pair", "3", str(memory)]) == 0
    out = capsys.readouterr().out
    assert "鹿児島空港" in out
    assert "桜島" not in out
    if form == "svg":
        assert main(["align", "--from", "tmx", "--format", "svg", str(memory)]) == 2
        assert "--pair N" in capsys.readouterr().err


def test_a_pair_that_is_not_there(memory: Path, capsys: Output) -> None:
    assert main(["align", "--pair", "1", "--pair", "7", "--pair", "4", "--format", "tsv", str(memory)]) == 1
    out, err = capsys.readouterr()
    assert "Sakurajima" in out
    assert err == f"termalign: {memory}: no pair 4, 7: there are 3\n"


@pytest.mark.parametrize(
    ("pairs", "numbers"), [(["b.2"], [2]), (["1", "b.2"], [1, 2]), (["3"], [1]), (["b.2", "b.2"], [2])]
)
def test_pairs_by_their_names(pairs: list[str], numbers: list[int], tmp_path: Path, capsys: Output) -> None:
    rows = zip(["3", "b.2", "b.2"], PAIRS, strict=True)
    lines = [json.dumps({"id": name, "ja": ja, "en": en}) for name, (ja, en) in rows]
    (tmp_path / "m.jsonl").write_text("\n".join(lines), encoding="utf-8")
    chosen = [argument for pair in pairs for argument in ("--pair", pair)]
    main(["align", "--format", "jsonl", *chosen, str(tmp_path / "m.jsonl")])
    assert [json.loads(line)["pair"] for line in capsys.readouterr().out.splitlines()] == numbers
    assert main(["align", "--pair", "c", "--pair", "0", str(tmp_path / "m.jsonl")]) == 1
    assert capsys.readouterr().err.endswith("m.jsonl: no pair 0, c: there are 3\n")


def test_json_lines_have_what_the_file_calls_a_pair(tmp_path: Path, capsys: Output) -> None:
    units = "".join(
        f'<tu{name}><tuv xml:lang="ja"><seg>桜島</seg></tuv><tuv xml:lang="en"><seg>Sakurajima</seg></tuv></tu>'
        for name in (' tuid="menu.7"', "")
    )
    (tmp_path / "m.tmx").write_text(f"<tmx><body>{units}</body></tmx>", encoding="utf-8")
    assert main(["align", "--from", "tmx", "--format", "jsonl", str(tmp_path / "m.tmx")]) == 0
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(first)[:3] == ["pair", "unit", "coverage"]
    assert first["unit"] == "menu.7"
    assert list(second)[:3] == ["pair", "coverage", "ja"]


def test_a_workbook(tmp_path: Path, capsys: Output) -> None:
    write_pairs(tmp_path / "m.xlsx", PAIRS)
    assert main(["align", "--from", "xlsx", "--format", "tsv", str(tmp_path / "m.xlsx")]) == 0
    assert "\t鹿児島空港\tKagoshima Airport\t" in capsys.readouterr().out


def test_two_files_and_terms(tmp_path: Path, capsys: Output) -> None:
    write_pairs((tmp_path / "a.ja", tmp_path / "a.en"), PAIRS)
    (tmp_path / "terms.txt").write_text("桜島\n", encoding="utf-8")
    terms = ["--terms", str(tmp_path / "terms.txt"), "--format", "tsv"]
    files = [str(tmp_path / "a.ja"), str(tmp_path / "a.en")]
    assert main(["align", "--from", "text", *terms, *files]) == 0
    _, *links = capsys.readouterr().out.splitlines()
    assert [link.split("\t")[:3] for link in links] == [["1", "桜島", "Sakurajima"]]


def test_standard_input(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("桜島\tSakurajima\n".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["align", "--from", "tsv", "--format", "jsonl", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["ja"] == "桜島"


@pytest.mark.parametrize("format", ["text", "tsv", "jsonl"])
def test_what_stands_before_a_fault_is_aligned(format: str, tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text("桜島\tSakurajima\nx\n", encoding="utf-8")
    assert main(["align", "--from", "tsv", "--format", format, str(file)]) == 1
    out, err = capsys.readouterr()
    assert "Sakurajima" in out
    assert err.startswith(f"termalign: {file}, line 2: expected 2 tab-separated fields")


@pytest.mark.parametrize("name", ["m.tmx", "m.xlf", "m.jsonl", "m.tsv.gz"])
def test_the_name_of_a_bitext_tells_what_it_is(tmp_path: Path, name: str, capsys: Output) -> None:
    write_pairs(tmp_path / name, [("桜島", "Sakurajima"), ("灰", "ash")])
    assert main(["align", str(tmp_path / name)]) == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line.startswith("pair")] == ["pair 1", "pair 2"]


def test_a_bitext_is_a_text_where_a_text_is_wanted(tmp_path: Path, capsys: Output) -> None:
    write_pairs(tmp_path / "m.jsonl", [("桜島", "Sakurajima")])
    assert main(["align", "--mixed", str(tmp_path / "m.jsonl")]) in (0, 1)
    assert "pair 1" not in capsys.readouterr().out


def test_pairs_without_a_link(tmp_path: Path, capsys: Output) -> None:
    write_pairs(tmp_path / "m.tmx", [("消費税", "A bear.")])
    assert main(["align", "--from", "tmx", str(tmp_path / "m.tmx")]) == 1
    assert capsys.readouterr().err == "termalign: no link found\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from", "docx", "a"], "invalid choice: 'docx'"),
        (["--from", "tmx"], "expected one file, not 0"),
        (["--from", "tmx", "a", "b"], "expected one file, not 2"),
        (["--from", "text", "a", "b", "c"], "expected two files, JA EN, not 3"),
        (["--from", "text", "-"], "standard input"),
        (["--from", "tmx", "--mixed", "a"], "--from and --mixed exclude each other"),
        (["--from", "tmx", "--text", "a"], "--from and --text exclude each other"),
        (["--from", "tmx", "--terms", "-", "-"], "only once"),
        (["--from", "tmx", "--explain", "--format", "tsv", "a"], "--explain"),
        (["--from", "tmx", "no-such-file"], "no-such-file: no such file"),
        (["--from", "text", "no-such-file"], "no such file"),
        (["--from", "tmx", "--jobs", "2", "--terms", "a", "b"], "--jobs applies only to a bitext without --terms"),
        (["--jobs", "2", "a", "b"], "--jobs applies only to a bitext without --terms"),
        (["--from", "tmx", "--jobs", "999999", "a"], "--jobs: expected at most"),
        (["--pair", "1", "a.txt"], "give --from"),
        (["--pair", "1", "a.ja", "a.en"], "give --from"),
        (["--pair", "1", "--mixed", "a"], "--pair and --mixed exclude each other"),
        (["--pair", "1", "--text", "a", "b"], "--pair and --text exclude each other"),
        (["--pair", "1", "no-such-file.tmx"], "no-such-file.tmx: no such file"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], message: str, capsys: Output) -> None:
    assert main(["align", *arguments]) == 2
    out, err = capsys.readouterr()
    assert message in err
    assert out == ""


@pytest.mark.parametrize("name", glossary_files("g"))
def test_a_glossary_of_any_format(tmp_path: Path, name: str, capsys: Output) -> None:
    Glossary.of({"匿流": "Shadow Net"}).write(tmp_path / name)
    arguments = ["--glossary", str(tmp_path / name), "--format", "jsonl", "--text", "匿流を追う。", "The Shadow Net."]
    assert main(["align", *arguments]) == 0
    assert json.loads(capsys.readouterr().out)["links"][0]["kind"] == "glossary"


def test_a_library_that_a_glossary_needs(tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "g.xlsx").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert main(["align", "--glossary", str(tmp_path / "g.xlsx"), "--text", "灰", "ash"]) == 2
    assert 'in a clone, ./install formats; elsewhere, pip install "termalign[formats]"' in capsys.readouterr().err
