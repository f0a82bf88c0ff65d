"""What the documentation says is true: examples run, commands print what is shown, links lead somewhere."""

import doctest
import importlib
import io
import math
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

import termalign
from termalign.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [
    *(ROOT / name for name in ("README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
PACKAGE = Path(termalign.__file__).parent
MODULES = sorted(
    ".".join(("termalign", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.name != "__main__.py"
)
SCRIPTS = Path(sys.executable).parent
# In a shown answer "..." stands for anything, and a long line may be wrapped.
SHOWN = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
# What a reader has anyway; all else that a page tells them to run is in the repository or its environment.
ON_ANY_MACHINE = {"cat", "cd", "curl", "echo", "git", "head", "pip", "printf", "python", "python3"}


class Block(NamedTuple):
    """A fenced block: its page, the line its code starts on (1-based), its language, and the code."""

    page: Path
    line: int
    language: str
    code: str


class Command(NamedTuple):
    """A shell command that a page shows, where it stands, and the answer below it (None in an ``sh`` block)."""

    where: str
    command: str
    answer: str | None


def blocks(page: Path, *languages: str) -> Iterator[Block]:
    fence = re.compile(r"^(?P<indent> *)```(?P<language>[\w-]+)\n(?P<code>.*?)^(?P=indent)```$", re.M | re.S)
    text = page.read_text(encoding="utf-8")
    for match in fence.finditer(text):
        if match["language"] in languages:
            code = re.sub(f"^{match['indent']}", "", match["code"], flags=re.M)
            yield Block(page, text.count("\n", 0, match.start("code")) + 1, match["language"], code)


def commands(page: Path) -> Iterator[Command]:
    """The commands of ``sh`` blocks, one a line, and of ``console`` blocks: "$ ", a command, its answer."""
    for block in blocks(page, "sh", "console"):
        code = re.sub(r"\\\n", " ", block.code)
        where = f"{page.relative_to(ROOT)}:{block.line}"
        if block.language == "sh":
            yield from (Command(where, line, None) for line in code.splitlines() if line and line[0] != "#")
        else:
            assert code.startswith("$ "), f"{where}: a console block starts with '$ ' and a command"
            for shown in re.split(r"^\$ ", code, flags=re.M)[1:]:
                command, _, answer = shown.partition("\n")
                yield Command(where, command, answer)


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


COMMANDS = [command for page in PAGES for command in commands(page)]


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings(module: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(module), optionflags=SHOWN)
    assert failed == 0


OF_SPARK = (
    pytest.mark.skipif(shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs Java"),
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),  # PySpark 4.0 leaves its own open
)


@pytest.mark.parametrize(
    "page", [pytest.param(page, marks=OF_SPARK if page.stem == "spark" else ()) for page in PAGES], ids=name_of
)
def test_examples_on_pages(page: Path) -> None:
    """A page is read from top to bottom: what one block defines, the next ones have."""
    examples = []
    for block in blocks(page, "python"):
        found = doctest.DocTestParser().get_examples(block.code, name_of(page))
        if not found:  # a block without prompts is a program: run it whole
            found = [doctest.Example(f"exec({block.code!r})\n", "...\n")]
        for example in found:
            example.lineno += block.line - 1
        examples += found
    test = doctest.DocTest(examples, {"__name__": "__main__"}, name_of(page), name_of(page), 0, None)
    failed, _ = doctest.DocTestRunner(optionflags=SHOWN).run(test)
    assert failed == 0


def steps(command: str) -> Iterator[list[str]]:
    """The words of each program that a command line runs: "a && b | c" has three."""
    lexer = shlex.shlex(command, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    step: list[str] = []
    for word in lexer:
        if set(word) <= set("&|;"):
            yield step
            step = []
        elif step or not re.match(r"[A-Z_]+=", word):  # an assignment before the program is for the shell
            step.append(word)
    yield step


def ran(arguments: Sequence[str], given: bytes = b"") -> tuple[int, bytes]:
    """How ``termalign ARGUMENTS`` ends, and what it writes on both streams, as a terminal shows it.

    In this process: a new one would spend most of its time on its start.
    """
    both = io.BytesIO()
    screen = io.TextIOWrapper(both, write_through=True)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(screen), redirect_stderr(screen):
        patch.chdir(ROOT)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main(arguments)
        screen.flush()
    return code, both.getvalue()


@cache
def help_of(*words: str) -> str:
    """What ``termalign WORDS… --help`` prints."""
    code, shown = ran([*words, "--help"])
    assert code == 0, f"termalign {' '.join(words)} --help: {shown.decode()}"
    return shown.decode()


@pytest.mark.parametrize("shown", COMMANDS, ids=lambda shown: f"{shown.where} {shown.command}")
def test_commands_on_pages_exist(shown: Command) -> None:
    for program, *arguments in steps(shown.command):
        if program.startswith((".venv/bin/", "termalign")):
            assert (SCRIPTS / Path(program).name).exists(), f"{program} is not in the environment"
        else:
            assert program in ON_ANY_MACHINE or os.access(ROOT / program, os.X_OK), f"{program} is not there"
        for path in arguments:
            folder = path.partition("/")[0] if "/" in path else ""
            if folder not in ("", ".venv") and (ROOT / folder).is_dir():
                assert (ROOT / path).exists(), f"{path} is not in the repository"
        if Path(program).name == "termalign":
            known = help_of(*takewhile(lambda word: word[0] != "-", arguments))
            options = {word.partition("=")[0] for word in arguments if word.startswith("--")}
            assert {option for option in options if option not in known} == set()


@cache
def answer_of(command: str) -> str:
    """What a command line prints: a pipe of termalign and programs of the system."""
    passed = b""
    for step in command.split(" | "):
        if step.startswith("termalign "):
            _, passed = ran(shlex.split(step)[1:], passed)
        else:
            passed = subprocess.run(
                ["sh", "-c", step], input=passed, stdout=subprocess.PIPE, cwd=ROOT, check=True
            ).stdout
    return passed.decode()


@pytest.mark.parametrize(
    "shown",
    [shown for shown in COMMANDS if shown.answer is not None and re.search(r"(^|\| *)termalign ", shown.command)],
    ids=lambda shown: f"{shown.where} {shown.command}",
)
@pytest.mark.skipif(shutil.which("sh") is None, reason="shown commands are for a POSIX shell")
def test_commands_on_pages_print_what_is_shown(shown: Command) -> None:
    answer = answer_of(shown.command)
    checker, example = doctest.OutputChecker(), doctest.Example("", shown.answer or "")
    if not checker.check_output(example.want, answer, SHOWN):
        pytest.fail(f"$ {shown.command}\n" + checker.output_difference(example, answer, SHOWN))


@pytest.mark.skipif(shutil.which("sh") is None, reason="shown commands are for a POSIX shell")
def test_a_shell_finds_the_program() -> None:
    """The commands of pages, typed where the environment is active, run what the other tests call."""
    run = subprocess.run(
        ["sh", "-c", "printf '桜島\\n' | termalign romanize | head -n 1"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"},
    )
    assert (run.stdout, run.stderr) == ("Sakurajima\n", "")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^ *```.*?^ *```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:|#", target):
            assert (page.parent / target.partition("#")[0]).exists(), f"{name_of(page)} links to {target}"


def test_the_pages_are_a_site_without_a_warning(tmp_path: Path) -> None:
    """A public class that the reference leaves out is such a warning."""
    pytest.importorskip("sphinx")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(ROOT / "docs"), str(tmp_path)]
    made = subprocess.run(command, stderr=subprocess.PIPE, check=False)
    assert (made.returncode, made.stderr.decode()) == (0, "")


def test_the_japanese_readme_keeps_step_with_the_english_one() -> None:
    english, japanese = (ROOT / name for name in ("README.md", "README.ja.md"))
    shown = [
        [(block.language, block.code) for block in blocks(page, "sh", "console", "python", "text")]
        for page in (english, japanese)
    ]
    assert shown[0]
    assert shown[0] == shown[1], "README.ja.md has other commands or examples"
    figures = [
        re.findall(r"(?<![\d.])0\.\d\d+|\d+,\d{3}", page.read_text(encoding="utf-8")) for page in (english, japanese)
    ]
    assert figures[0] == figures[1], "README.ja.md has other figures"
    assert "](README.ja.md)" in english.read_text(encoding="utf-8")
    assert "](README.md)" in japanese.read_text(encoding="utf-8")


def test_the_readme_says_of_check_what_its_own_page_says() -> None:
    page = (ROOT / "docs" / "check-accuracy.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| documentation \|(.*)\|$", page, re.M)
    _, errors, share, plain_share, alarms, plain_alarms = (cell.strip() for cell in row.split("|"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"with {errors} planted errors | share found | {share} | string matching {plain_share} |" in readme
    assert f"| false alarms in 200 pairs | {alarms} | string matching {plain_alarms} |" in readme


def _numbers() -> list[tuple[str, str, float]]:
    """Pages, what they say with {} for a number, and the number that the code or the fitted weights have."""
    from termalign.decide import inference
    from termalign.decide.calibration import USUAL
    from termalign.decide.weights import packaged
    from termalign.lists import index
    from termalign.propose import nearby

    rarity = -packaged()["calibration"]["listed rarity"]
    of_700, of_1000 = (rarity * math.log1p((listed - 45) / (45 + 2)) for listed in (700, 1_000))
    return [
        ("docs/score.md", "Its default is {}:", USUAL),
        ("docs/how-it-works.md", "how far each score is above {}, the usual `min_score`", USUAL),
        ("docs/term-lists.md", "{:.3f} · ln(1 + terms not mentioned", rarity),
        ("docs/term-lists.md", "the log odds fall by {:.2f} with a list of 700 terms", of_700),
        ("docs/term-lists.md", "and by {:.2f} with a list of a thousand", of_1000),
        ("docs/term-lists.md", "are then divided by {:.1f} and", math.exp(of_700)),
        ("docs/term-lists.md", "and {:.1f}. In a single sentence", math.exp(of_1000)),
        ("docs/limits.md", "only the {} English places", nearby.MOST_PLACES),
        ("docs/limits.md", "with at most {} words of similar meaning", nearby.MOST_PLACES),
        ("docs/limits.md", "only the {} likeliest terms", inference._MOST_RIVALS),
        ("docs/trace.md", "{} likelier candidates", inference._MOST_RIVALS),
        ("docs/trace.md", "in a list of more than {} terms", index._SHORT),
        ("docs/term-lists.md", "In a list of at most {} terms, every term is examined", index._SHORT),
        ("docs/evidence/name.md", "a list of more than {} terms does not compare", index._SHORT),
        ("CONTRIBUTING.md", "In a list of up to {} terms", index._SHORT),
    ]


@pytest.mark.parametrize(("page", "said", "number"), _numbers())
def test_a_number_in_prose_is_that_of_the_code(page: str, said: str, number: float) -> None:
    assert said.format(number) in " ".join((ROOT / page).read_text(encoding="utf-8").split())
