"""termalign annotate."""

from pathlib import Path

import pytest

from termalign import align, annotate, write_pairs
from termalign.cli import main

Output = pytest.CaptureFixture[str]
JA, EN = "警察庁は桜島を調べた。", "The National Police Agency looked into Sakurajima.\n"
TEXTS = ["--text", JA, EN]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "a.ja.txt").write_text(JA, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(EN, encoding="utf-8")
    return [str(tmp_path / "a.ja.txt"), str(tmp_path / "a.en.txt")]


def test_files(files: list[str], capsys: Output) -> None:
    assert main(["annotate", *files]) == 0
    assert capsys.readouterr().out == annotate(align(JA, EN))


def test_options_are_those_of_the_library(capsys: Output) -> None:
    assert main(["annotate", "--names", *TEXTS]) == 0
    assert capsys.readouterr().out == annotate(align(JA, EN), names=True)
    assert main(["annotate", "--all", "--min-score", "0.9", *TEXTS]) == 0
    assert capsys.readouterr().out == annotate(align(JA, EN), first=False, min_score=0.9)


def test_terms(tmp_path: Path, files: list[str], capsys: Output) -> None:
    (tmp_path / "terms.txt").write_text("桜島\n", encoding="utf-8")
    assert main(["annotate", "--terms", str(tmp_path / "terms.txt"), files[1]]) == 0
    assert capsys.readouterr().out == "The National Police Agency looked into Sakurajima (桜島).\n"


@pytest.mark.parametrize(
    ("name", "table", "counts"),
    [
        ("g.csv", "用語,英語,備考\n匿流,Shadow Net,\n", True),
        ("g.tsv", "匿流\tShadow Net\n", True),
        ("g.txt", "匿流\tShadow Net\n", True),
        ("g.txt", "匿流=Shadow Net\n詐欺=fraud\n", True),
        ("g.txt", "匿流\t影の網\n", False),  # other text behind a tab is ignored
        ("g.csv", "用語,備考\n匿流,Shadow Net\n", False),
        ("g.csv", "用語,読み\n匿流,とくりゅう\n", False),
    ],
)
def test_a_glossary_of_terms_has_renderings(
    name: str, table: str, counts: bool, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / name).write_text(table, encoding="utf-8")
    (tmp_path / "other.csv").write_text("桜島,Cherry Isle\n", encoding="utf-8")
    listed = ["--terms", str(tmp_path / name), "--text", "Police pursue the Shadow Net."]
    assert main(["annotate", *listed]) == (0 if counts else 1)
    out, err = capsys.readouterr()
    assert ("Shadow Net (匿流)" in out, "its renderings count as a glossary" in err) == (counts, counts)
    assert main(["align", *listed]) == (0 if counts else 1)
    assert main(["align", "--glossary", str(tmp_path / "other.csv"), *listed]) == 1


def test_terms_of_a_text(tmp_path: Path, files: list[str], capsys: Output) -> None:
    (tmp_path / "terms.txt").write_text("桜島\n富士山\n", encoding="utf-8")
    assert main(["annotate", "--terms", str(tmp_path / "terms.txt"), *files]) == 0
    out, err = capsys.readouterr()
    assert out == "The National Police Agency looked into Sakurajima (桜島).\n"
    assert "not in the Japanese text: 富士山" in err


def test_kinds(capsys: Output) -> None:
    assert main(["annotate", "--kinds", "romaji", *TEXTS]) == 0
    assert capsys.readouterr().out == "The National Police Agency looked into Sakurajima (桜島).\n"


def test_html_is_a_page(capsys: Output) -> None:
    assert main(["annotate", "--format", "html", *TEXTS]) == 0
    out = capsys.readouterr().out
    assert out.startswith("<!doctype html>")
    assert out.count("<main>") == out.count("</main></body>") == 1
    assert "<title>The National Police Agency looked into Sakurajima.</title>" in out
    assert "<rt>さくらじま</rt>" in out


def test_a_long_paragraph_gives_the_page_a_short_title(capsys: Output) -> None:
    assert main(["annotate", "--format", "html", "--text", JA, f"{EN} {'It rained. ' * 20}"]) == 0
    title = capsys.readouterr().out.partition("<title>")[2].partition("</title>")[0]
    assert title.startswith("The National Police Agency looked into Sakurajima.")
    assert len(title) <= 80


def test_markdown(capsys: Output) -> None:
    assert main(["annotate", "--format", "markdown", *TEXTS]) == 0
    assert capsys.readouterr().out == annotate(align(JA, EN), style="markdown")


@pytest.mark.parametrize("name", ["m.tmx", "m.xlf", "m.xliff2", "m.po", "m.tsv", "m.csv", "m.xlsx", "m.jsonl"])
def test_a_bitext(name: str, tmp_path: Path, capsys: Output) -> None:
    write_pairs(tmp_path / name, [(JA, EN.strip()), ("桜島が噴火した。", "Sakurajima erupted.")])
    assert main(["annotate", "--names", str(tmp_path / name)]) == 0
    first = "The National Police Agency (警察庁) looked into Sakurajima (桜島).\n"
    assert capsys.readouterr().out == f"{first}Sakurajima erupted.\n"
    assert main(["annotate", "--names", "--all", str(tmp_path / name)]) == 0
    assert capsys.readouterr().out == f"{first}Sakurajima (桜島) erupted.\n"


def test_bitexts_in_other_ways(files: list[str], tmp_path: Path, capsys: Output) -> None:
    assert main(["annotate", "--from", "text", *files]) == 0
    assert capsys.readouterr().out == annotate(align(JA, EN))
    for name in ("a.tmx", "b.tmx"):
        write_pairs(tmp_path / name, [("桜島が噴火した。", "Sakurajima erupted.")])
    assert main(["annotate", "--names", "--format", "html", str(tmp_path / "a.tmx"), str(tmp_path / "b.tmx")]) == 0
    out = capsys.readouterr().out
    assert "<title>Sakurajima erupted.</title>" in out
    assert out.count("<p>Sakurajima") == 2
    (tmp_path / "terms.txt").write_text("噴火\n", encoding="utf-8")
    assert main(["annotate", "--terms", str(tmp_path / "terms.txt"), str(tmp_path / "a.tmx")]) == 0
    assert capsys.readouterr().out == "Sakurajima erupted (噴火).\n"


WRONG = [
    (["a.txt"], 2, "expected two texts, JA EN, or a bitext, not 1"),
    (["no.tmx"], 2, "no.tmx: no such file"),
    (["--from", "tmx", "--text", "a"], 2, "--from and --text exclude each other"),
    (["--terms", "t.txt", "a.txt", "b.txt", "c.txt"], 2, "expected [JA] EN with --terms, or a bitext"),
    (["no.ja.txt", "no.en.txt"], 2, "no such file"),
    (["--text", "雨。", "Nothing of the kind."], 1, "nothing to add to the text"),
]


@pytest.mark.parametrize(("words", "code", "message"), WRONG, ids=[case[2] for case in WRONG])
def test_what_is_wrong_is_said(words: list[str], code: int, message: str, capsys: Output) -> None:
    assert main(["annotate", *words]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_a_bitext_is_annotated_pair_by_pair(tmp_path: Path, capsys: Output) -> None:
    bitext = tmp_path / "memory.jsonl"
    bitext.write_text('{"ja": "桜島が噴火した。", "en": "Sakurajima erupted."}\n{"ja": 1}\n', encoding="utf-8")
    assert main(["annotate", str(bitext)]) == 1
    assert capsys.readouterr().out == "Sakurajima (桜島) erupted.\n"
