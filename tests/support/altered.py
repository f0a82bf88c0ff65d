"""The package as a contributor would change it: a copy with files of their own, and a script that runs with it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import termalign

PACKAGE = Path(termalign.__file__).parent
DICTIONARY = "lexicon/data/lexicon.sqlite"


def answers(script: str, folder: Path, new: Mapping[str, str], changed: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The lines that a script prints with an altered package.

    Parameters
    ----------
    script : str
        The script.
    folder : Path
        Where to copy the package.
    new : mapping
        The text of each new file, by its path in the package.
    changed : mapping
        What is replaced in each of its files, once each.
    """
    copy = folder / "termalign"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("lexicon.sqlite", "__pycache__"))
    (copy / DICTIONARY).parent.mkdir(exist_ok=True)
    (copy / DICTIONARY).symlink_to(PACKAGE / DICTIONARY)
    for path, text in new.items():
        (copy / path).write_text(text, encoding="utf-8")
    for path, replaced in changed.items():
        text = (copy / path).read_text(encoding="utf-8")
        for old, better in replaced.items():
            assert old in text, f"{path} has no {old!r}"
            text = text.replace(old, better, 1)
        (copy / path).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()
