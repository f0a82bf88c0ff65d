"""Any words after ``termalign``: an answer, or a message with a documented exit code, never a traceback."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from drawing import HALF_AS_MANY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termalign.cli import main
from termalign.cli.program import parser

EXAMPLES = Path(__file__).parents[2] / "examples"
#: These converse with a program or a browser, and this copies the packaged lexicon, which takes seconds.
LEFT_OUT = {("mcp",), ("serve",), ("lexicon", "build")}


def commands(above: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yield the words that call each command, with its options."""
    inner = [action.choices for action in above._actions if isinstance(action, argparse._SubParsersAction)]
    for choices in inner:
        for name, below in choices.items():
            yield from commands(below, (*path, name))
    if not inner:
        yield path, [option for action in above._actions for option in action.option_strings]


COMMANDS = {path: options for path, options in commands(parser()) if path not in LEFT_OUT}
FILES = ["article.ja.txt", "article.en.txt", "memory.tmx", "house_style.tsv", "terms.txt", "draft.tsv", "known.tsv"]
NO_FILES = [
    "",
    " ",
    ".",
    "none",
    "none/x.tsv",
    "article.ja.txt/x",
    "loop",
    "x" * 300,
    "a\nb",
    "警察\udcff.tsv",
    os.devnull,
]
TEXTS = [
    "警察庁",
    "fraud",
    "㍿ﾀﾅｶ",
    "\ud800",
    "\u202e",
    "-",
    "--",
    "-x",
    "0.5",
    "1",
    "nan",
    "9" * 30,
    "ja=x,en=y",
    "gloss,number",
]
VALUES = st.sampled_from([*FILES, *NO_FILES, *TEXTS, "tsv", "jsonl", "html", "xlsx", "tbx", "out.tmx"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the examples, with a link that leads back to itself."""
    made = copytree(EXAMPLES, tmp_path_factory.mktemp("fuzz") / "examples")
    if os.name == "posix":
        (made / "loop").symlink_to("loop")
    return made


def words(options: list[str]) -> st.SearchStrategy[list[str]]:
    """Arguments with options among them, some of which have a value."""
    option = st.sampled_from(options)
    piece = st.one_of(
        VALUES.map(lambda value: [value]),
        option.map(lambda name: [name]),
        st.tuples(option, VALUES).map(list),
        st.tuples(option, VALUES).map(lambda both: ["=".join(both)]),
    )
    return st.lists(piece, max_size=5).map(lambda pieces: [word for piece in pieces for word in piece])


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
@settings(HALF_AS_MANY, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_words(path: tuple[str, ...], data: st.DataObject, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sys.stdin", None)
    assert main([*path, *data.draw(words(COMMANDS[path]))]) in (0, 1, 2)
