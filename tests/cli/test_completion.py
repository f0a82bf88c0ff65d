"""termalign completion, with the shells that are here."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from termalign.cli import main
from termalign.cli.completion import SHELLS

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_that_its_shell_accepts(shell: str, tmp_path: Path, capsys: Output) -> None:
    script = tmp_path / "script"
    assert main(["completion", shell, "--output", str(script)]) == 0
    assert capsys.readouterr() == ("", "")
    for word in ("align", "abbreviations", "lookup", "min-score"):
        assert word in script.read_text(encoding="utf-8")
    if shutil.which(shell):
        subprocess.run([shell, "-n", script], check=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["al"], ["align"]),
        (["lexicon", ""], ["build", "info", "lookup"]),
        (["align", "--gl"], ["--glossary"]),
        (["align", "--format", "j"], ["jsonl"]),
        (["align", "--terms", "pypr"], ["pyproject.toml"]),
        (["align", "CONTR"], ["CONTRIBUTING.md"]),
    ],
    ids=str,
)
def test_bash_completes(words: list[str], offered: list[str], tmp_path: Path) -> None:
    script = tmp_path / "script"
    assert main(["completion", "bash", "--output", str(script)]) == 0
    ask = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _shtab_termalign; printf "%s\\n" "${COMPREPLY[@]}"'
    run = subprocess.run(
        ["bash", "-c", ask, "bash", script, "termalign", *words],
        capture_output=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    assert sorted(run.stdout.split()) == offered


def test_without_shtab_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert 'in a clone, ./install completion; elsewhere, pip install "termalign[completion]"' in err


def test_an_unknown_shell_is_exit_code_2(capsys: Output) -> None:
    assert main(["completion", "elvish"]) == 2
    assert "bash" in capsys.readouterr().err
