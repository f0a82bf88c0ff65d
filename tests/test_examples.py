"""The examples run, and say what their pages say of them."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))

Run = Callable[[str], str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(script: str) -> str:
        runpy.run_path(str(EXAMPLES / script), run_name="__main__")
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return run


def test_there_are_examples() -> None:
    assert {script.name for script in SCRIPTS} == {
        "align_article.py",
        "mixed_text.py",
        "pandas_links.py",
        "project_annotations.py",
        "spacy_terms.py",
    }


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_an_example_is_quiet_when_imported(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(runpy.run_path(str(script))["main"])
    assert capsys.readouterr() == ("", "")


def test_the_article(run: Run) -> None:
    out = run("align_article.py")
    assert "匿名・流動型犯罪グループ: " in out
    assert "Tokuryu" in out
    assert "森永健二: Kenji Morinaga" in out
    missing = next(line for line in out.splitlines() if line.startswith("not in the article: "))
    assert "消費税" in missing


def test_projected_annotations(run: Run) -> None:
    rows = [line.split(maxsplit=1) for line in run("project_annotations.py").splitlines()]
    assert [label for label, _ in rows] == ["ORGANIZATION", "LOCATION", "DATE"]
    assert rows[2][1].endswith("November 3rd")


def test_mixed_text(run: Run) -> None:
    assert "匿名・流動型犯罪グループ ↔ Tokuryu" in run("mixed_text.py")


def test_pandas(run: Run) -> None:
    pytest.importorskip("pandas")
    header, *rows = run("pandas_links.py").splitlines()
    assert header.split() == ["row", "ja", "en", "kind", "score"]
    assert len(rows) == 10


def test_spacy(run: Run) -> None:
    pytest.importorskip("spacy")
    lines = run("spacy_terms.py").splitlines()
    assert "sentence 1: National Police Agency = 警察庁 (gloss)" in lines
    assert len({line.partition(":")[0] for line in lines}) > 1


def test_the_article_defines_what_it_says() -> None:
    """The term list is about the article: each term but the last three is in its Japanese."""
    terms = [line for line in (EXAMPLES / "terms.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    japanese = (EXAMPLES / "article.ja.txt").read_text(encoding="utf-8")
    assert [term for term in terms if term not in japanese] == terms[-3:]
