"""What a person at a terminal sees: the terminals are real ones, and where a process of its own matters, so is that."""

import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="terminals of this kind are POSIX")

from programs import TERMALIGN, at_terminal, end, here_at_terminal

PAIR = ("--text", "桜島が噴火した。", "Sakurajima erupted.")
ESCAPE = "\x1b"
STYLE = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def parallel(tmp_path: Path) -> tuple[Path, Path]:
    ja, en = tmp_path / "ja.txt", tmp_path / "en.txt"
    ja.write_text("桜島が噴火した。\n" * 50, encoding="utf-8")
    en.write_text("Sakurajima erupted.\n" * 50, encoding="utf-8")
    return ja, en


@pytest.mark.parametrize(
    "arguments",
    [
        ("align", *PAIR),
        ("align", "--explain", *PAIR),
        ("tokenize", "桜島"),
        ("words", "--format", "text", *PAIR),
        ("abbreviations", "--text", "The National Police Agency (NPA) said so."),
        ("lexicon", "lookup", "詐欺"),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_colour_adds_nothing_but_colour(arguments: tuple[str, ...]) -> None:
    shown = here_at_terminal(arguments)
    plain = here_at_terminal(arguments, terminals="")
    assert ESCAPE in shown.out
    assert ESCAPE not in plain.out
    assert STYLE.sub("", shown.out) == plain.out
    assert shown.err == plain.err == ""


def test_a_process_of_its_own_shows_the_same() -> None:
    arguments = ("lexicon", "lookup", "詐欺")
    assert at_terminal(arguments) == here_at_terminal(arguments)
    assert at_terminal(arguments, terminals="") == here_at_terminal(arguments, terminals="")


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_colour_where_none_is_wanted(env: dict[str, str]) -> None:
    assert ESCAPE not in here_at_terminal(("align", *PAIR), env=env).out


@pytest.mark.parametrize("form", ["tsv", "jsonl"])
def test_formats_for_programs_have_no_colour_anywhere(form: str) -> None:
    assert ESCAPE not in here_at_terminal(("align", "--format", form, *PAIR)).out


def test_a_file_gets_no_colour(tmp_path: Path) -> None:
    file = tmp_path / "links.txt"
    shown = here_at_terminal(("align", "--output", file, *PAIR))
    assert shown == (0, "", "")
    assert file.read_text("utf-8") == here_at_terminal(("align", *PAIR), terminals="").out


def test_progress_is_shown_while_data_goes_elsewhere(parallel: tuple[Path, Path]) -> None:
    shown = at_terminal(("words", *parallel), terminals="err")
    assert shown.out == "0-0 2-1\n" * 50
    assert "sentence pairs: 1, " in shown.err
    assert shown.err.endswith("\r\x1b[K"), "the line is clean again"


@pytest.mark.parametrize(
    ("terminals", "options"),
    [("err", ("--quiet",)), ("out err", ()), ("out", ()), ("", ())],
    ids=["quiet", "data on the same screen", "messages go to a file", "no terminal"],
)
def test_no_progress_otherwise(terminals: str, options: tuple[str, ...], parallel: tuple[Path, Path]) -> None:
    assert here_at_terminal(("words", *options, *parallel), terminals).err == ""


def test_progress_and_messages_do_not_mix(parallel: tuple[Path, Path]) -> None:
    ja, en = parallel
    with en.open("a", encoding="utf-8") as more:
        more.write("One line too many.\n")
    shown = here_at_terminal(("words", ja, en), terminals="err")
    assert shown.code == 1
    assert shown.out.count("\n") == 50, "what was read before is not lost"
    assert shown.err.endswith(f"\r\x1b[Ktermalign: {ja} ends before line 51, but {en} continues\n")


def test_a_person_is_told_what_the_program_waits_for() -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen([*TERMALIGN, "romanize"], stdin=theirs, stdout=subprocess.PIPE, stderr=theirs)
    assert os.read(ours, 100).decode().strip() == "termalign: reading standard input; Ctrl-D ends it"
    os.write(ours, "桜島\n".encode() + b"\x04")
    out, _ = process.communicate()
    os.close(ours)
    os.close(theirs)
    assert (process.returncode, out) == (0, b"Sakurajima\n")


def test_an_interrupted_program_says_nothing() -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*TERMALIGN, "romanize"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        # Tests that a shell runs in the background have it ignored, and so would the program.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    assert b"reading standard input" in os.read(ours, 100)
    end(process, signal.SIGINT)
    out, _ = process.communicate()
    os.set_blocking(ours, False)
    with pytest.raises(BlockingIOError):
        os.read(ours, 100)
    os.close(ours)
    os.close(theirs)
    assert (process.returncode, out) == (130, b"")


_INTERRUPTED = """
import sys
class Interrupted:
    def find_spec(self, name, path=None, target=None):
        if name == "termalign.cli.convert":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
from termalign.cli import main
sys.exit(main(["--version"]))
"""


def test_a_program_that_is_interrupted_as_it_starts_says_nothing() -> None:
    process = subprocess.run([sys.executable, "-c", _INTERRUPTED], capture_output=True)
    assert (process.returncode, process.stdout, process.stderr) == (130, b"", b"")
