"""termalign lexicon."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import termalign
from termalign.cli import main

Output = pytest.CaptureFixture[str]
SAMPLES = Path(__file__).parents[1] / "lexicon" / "samples"
JMDICT = """<?xml version="1.0" encoding="UTF-8"?>
<JMdict>
<entry><ent_seq>1</ent_seq><k_ele><keb>匿流</keb></k_ele><r_ele><reb>とくりゅう</reb></r_ele>
<sense><pos>noun (common) (futsuumeishi)</pos><gloss>fluid crime</gloss></sense></entry>
</JMdict>
"""


def test_info_names_sources_and_licence(capsys: Output) -> None:
    assert main(["lexicon", "info"]) == 0
    out = capsys.readouterr().out
    owner = "Electronic Dictionary Research and Development Group"
    for wanted in ("JMdict", "JMnedict", "KANJIDIC2", owner, "CC BY-SA"):
        assert wanted in out


def test_info_for_programs(capsys: Output) -> None:
    assert main(["lexicon", "info", "--format", "jsonl"]) == 0
    known = json.loads(capsys.readouterr().out)
    assert set(known["sources"]) == {"words", "names", "kanji"}
    assert all(source["headwords"] > 10_000 for source in known["sources"].values())


def test_the_whole_licence(capsys: Output) -> None:
    assert main(["lexicon", "info", "--licence"]) == 0
    assert "CC BY-SA" in capsys.readouterr().out


def test_lookup_shows_words_names_and_characters(capsys: Output) -> None:
    assert main(["lexicon", "lookup", "詐欺", "羽田"]) == 0
    out = capsys.readouterr().out
    for wanted in ("サギ", "1. fraud; swindle", "詐  on サ", "ハネダ  Haneda  place, surname"):
        assert wanted in out


def test_lookup_for_programs(capsys: Output) -> None:
    assert main(["lexicon", "lookup", "--format", "jsonl", "詐欺", "羽田"]) == 0
    fraud, haneda = map(json.loads, capsys.readouterr().out.splitlines())
    assert (fraud["term"], haneda["term"]) == ("詐欺", "羽田")
    assert fraud["words"][0]["glosses"][0]["text"] == "fraud"
    assert "Haneda" in {name["romaji"] for name in haneda["names"]}


def test_lookup_of_what_a_glossary_says(tmp_path: Path, capsys: Output) -> None:
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("匿流\tTokuryu\tclipped\n", encoding="utf-8")
    assert main(["lexicon", "lookup", "--glossary", str(glossary), "匿流"]) == 0
    assert "glossary: Tokuryu (clipped)" in capsys.readouterr().out


def test_lookup_of_a_term_list(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its comments, empty lines and what follows a tab are no terms."""
    given = "# fraud\n詐欺\tfraud\n\n羽田\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert main(["lexicon", "lookup", "--format", "jsonl"]) == 0
    assert [json.loads(line)["term"] for line in capsys.readouterr().out.splitlines()] == ["詐欺", "羽田"]


def test_lookup_of_an_unknown_term_is_exit_code_1(capsys: Output) -> None:
    assert main(["lexicon", "lookup", "詐欺", "ぬるぽぽぽ"]) == 1
    out, err = capsys.readouterr()
    assert "fraud" in out
    assert err == "termalign: not in the lexicon: ぬるぽぽぽ\n"


def test_lookup_of_english_says_that_terms_are_japanese(capsys: Output) -> None:
    assert main(["lexicon", "lookup", "fraud"]) == 1
    assert capsys.readouterr().err == "termalign: not in the lexicon: fraud (look up terms in Japanese)\n"


def test_without_a_lexicon_one_line_says_what_to_do(tmp_path: Path) -> None:
    """The package has not been built: a checkout's source alone, whose commands are run by one start of Python."""
    ignored = shutil.ignore_patterns("lexicon.sqlite*", "__pycache__")
    shutil.copytree(Path(termalign.__file__).parent, tmp_path / "termalign", ignore=ignored)
    commands = [
        "align --text 警察庁 NPA",
        "align --mixed --text 警察庁(NPA)",
        "words --text 警察庁 NPA",
        "romanize 警察庁",
        "lexicon info",
    ]
    code = "import sys; from termalign.cli import main; print([main(line.split()) for line in sys.argv[1:]])"
    run = subprocess.run(
        [sys.executable, "-c", code, *commands],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert run.stdout == f"{[1] * len(commands)}\n"
    lines = run.stderr.splitlines()
    assert len(lines) == len(commands)
    for line in lines:
        assert line.startswith(f"termalign: no lexicon at {tmp_path}")
        assert "pip install" in line


def test_a_lexicon_is_built_and_used(tmp_path: Path, capsys: Output) -> None:
    source, lexicon = tmp_path / "JMdict_e", tmp_path / "fresh.sqlite"
    source.write_text(JMDICT, encoding="utf-8")
    files = ["--jmdict", str(source), "--jmnedict", str(SAMPLES / "JMnedict.xml")]
    assert main(["lexicon", "build", "--output", str(lexicon), *files]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "JMdict_e" in err
    assert main(["lexicon", "lookup", "--lexicon", str(lexicon), "匿流"]) == 0
    assert "fluid crime" in capsys.readouterr().out
    assert main(["align", "--lexicon", str(lexicon), "--text", "匿流が増えた。", "There is more fluid crime."]) == 0
    assert capsys.readouterr().out.startswith("匿流  fluid crime  gloss")
    assert main(["lexicon", "build", "--output", os.devnull, *files]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build"], 2, "--output FILE is required"),
        (["build", "-o", "out"], 2, "no dictionary file"),
        (["build", "-o", "out", "--jmdict", "no-such-file"], 2, "no-such-file: no such file"),
        (["build", "-o", "out", "--jmdict", __file__, "--edict", __file__], 2, "not from both"),
        (["build", "-o", "out", "--jmdict", __file__], 1, "line 1"),
        (["build", "-o", "out", "--add", __file__], 1, "test_lexicon.py, line 1"),
        (["build", "-o", "out", "--add", "no-such-file.tsv"], 2, "no-such-file.tsv: no such file"),
        (["info", "--lexicon", __file__], 1, "not a termalign lexicon"),
        (["info", "--lexicon", "no-such-file"], 2, "no-such-file: no such file"),
        (["info", "too much"], 2, "too much"),
    ],
)
def test_what_goes_wrong(
    arguments: list[str], code: int, message: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lexicon", *arguments]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert not (tmp_path / "out").exists()
