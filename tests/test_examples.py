"""The examples run, and say what their pages say of them; where they cannot run, they say which lines to type."""

import json
import os
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from importlib.util import find_spec
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
# What each of them imports, and the extra of pyproject.toml that brings it.
NEEDS = {
    "align_article.py": {"termalign": ""},
    "mixed_text.py": {"termalign": ""},
    "pandas_links.py": {"termalign": "pandas", "pandas": "pandas"},
    "project_annotations.py": {"termalign": ""},
    "spacy_terms.py": {"termalign": "spacy", "spacy": "spacy"},
}
# Runs each as a program would be run, and writes what they end with.
EACH = """
import json
import runpy
import sys

ends = {}
for script in sys.argv[1:]:
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        ends[script] = end.code
json.dump(ends, sys.stdout)
"""

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
    assert {script.name for script in SCRIPTS} == set(NEEDS)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_an_example_is_quiet_when_imported(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for module in NEEDS[script.name]:
        pytest.importorskip(module)
    assert callable(runpy.run_path(str(script))["main"])
    assert capsys.readouterr() == ("", "")


class NotInstalled(MetaPathFinder):
    """Python's answer to an import of a module that is not installed."""

    def __init__(self, missing: str) -> None:
        self._missing = missing

    def find_spec(self, name: str, path: object, target: object = None) -> None:
        if name == self._missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def lines_to_type(message: str) -> list[str]:
    return [line.strip() for line in message.splitlines() if line.startswith("    ")]


@pytest.mark.parametrize(
    ("script", "module", "extra"),
    [(script, module, extra) for script, needs in NEEDS.items() for module, extra in needs.items()],
)
def test_an_example_without_what_it_needs_says_which_lines_to_type(
    script: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if f"{name}.".startswith(f"{module}.")]:  # what other tests have imported
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NotInstalled(module), *sys.meta_path])
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(EXAMPLES / script), run_name="__main__")
    message = str(end.value.code)  # Python writes it on standard error
    install, start = lines_to_type(message)
    assert message.startswith(f"Cannot run yet: No module named '{module}'.\n\n")
    assert install.partition(" && ")[2] == ".venv/bin/pip install --editable " + (f'".[{extra}]"' if extra else ".")
    assert start == f".venv/bin/python examples/{script}"


def test_an_example_without_a_lexicon_says_which_lines_to_type(tmp_path: Path) -> None:
    """The package is as in a checkout that nobody has installed: without the lexicon that an installation compiles."""
    source = EXAMPLES.parent / "src" / "termalign"
    shutil.copytree(source, tmp_path / source.name, ignore=shutil.ignore_patterns("*.sqlite", "__pycache__"))
    scripts = [str(script) for script in SCRIPTS if all(map(find_spec, NEEDS[script.name]))]
    run = subprocess.run(
        [sys.executable, "-c", EACH, *scripts],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert (run.returncode, run.stderr) == (0, "")
    ends = json.loads(run.stdout)
    assert list(ends) == scripts
    for script, message in ends.items():
        assert message.startswith(f"Cannot run yet: no lexicon at {tmp_path}")
        assert lines_to_type(message)[-1] == f".venv/bin/python examples/{Path(script).name}"


def test_the_extras_of_examples_bring_what_is_missing() -> None:
    project = tomllib.loads((EXAMPLES.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        (module, extra) for needs in NEEDS.values() for module, extra in needs.items() if module != project["name"]
    }
    assert wanted
    for module, extra in wanted:
        assert any(requirement.startswith(module) for requirement in project["optional-dependencies"][extra])


def test_the_article(run: Run) -> None:
    out = run("align_article.py")
    assert "匿名・流動型犯罪グループ: " in out
    assert "Tokuryu" in out
    assert "森永健二: Kenji Morinaga" in out
    missing = next(line for line in out.splitlines() if line.startswith("not in the article: "))
    assert "消費税" in missing


def test_projected_annotations(run: Run) -> None:
    rows = [line.split(maxsplit=1) for line in run("project_annotations.py").splitlines()]
    assert [label for label, _ in rows] == ["ORGANIZATION", "DATE", "LOCATION"]
    assert rows[1][1].endswith("November 3rd")


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
    assert any(line.startswith("sentence 1: National Police Agency = 警察庁 (gloss, 0.") for line in lines)
    assert len({line.partition(":")[0] for line in lines}) > 1


def test_the_article_defines_what_it_says() -> None:
    """The term list is about the article: each term but the last three is in its Japanese."""
    terms = [line for line in (EXAMPLES / "terms.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    japanese = (EXAMPLES / "article.ja.txt").read_text(encoding="utf-8")
    assert [term for term in terms if term not in japanese] == terms[-3:]
