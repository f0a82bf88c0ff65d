"""What the command line does where a stream is closed, a disk is full, or somebody wants it to end."""

import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from programs import TERMALIGN, end

from termalign.cli import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX shells, signals and devices")
LINUX = sys.platform.startswith("linux")
OLD = b"what stood there"
PAIR = '--text 桜島が噴火した。 "Sakurajima erupted."'
SHELL = f'"{sys.executable}" -m termalign'

# What a command gives is written by the same lines, whichever it is: short and long answers, and what argparse itself writes.
ANSWERS = ["lexicon info", "completion bash", f"align --format html {PAIR}"]
COMMANDS = [*ANSWERS, "align --help", "--version"]
MORE_THAN_A_PIPE_HOLDS = f"lexicon lookup --format jsonl {'詐欺 ' * 200}"


def _heeding_all_signals() -> None:
    """Undo what a job in the background, or one that outlives its terminal, hands on."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def shell(line: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(["sh", "-c", line], capture_output=True, **options)  # type: ignore[call-overload, no-any-return]


def test_a_reader_that_has_seen_enough() -> None:
    """What is written is more than a pipe holds; there is no word of it."""
    whole = shell(f"{SHELL} {MORE_THAN_A_PIPE_HOLDS} | head -c 100000")
    assert (len(whole.stdout), whole.stderr) == (100_000, b"")
    run = shell(f"{SHELL} {MORE_THAN_A_PIPE_HOLDS} | head -c 1")
    assert (run.stdout, run.stderr) == (b"{", b"")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_is_gone(command: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run([*TERMALIGN, *shlex.split(command)], stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize("command", ANSWERS)
def test_a_closed_standard_output(command: str) -> None:
    run = shell(f"{SHELL} {command} >&-")
    assert (run.returncode, run.stderr) == (1, b"termalign: cannot write: Bad file descriptor\n")


def test_closed_streams_that_are_not_needed(tmp_path: Path) -> None:
    file = tmp_path / "out"
    run = shell(f'{SHELL} romanize 桜島 --output "{file}" <&- >&- 2>&-')
    assert (run.returncode, run.stderr, file.read_bytes()) == (0, b"", b"Sakurajima\n")


@pytest.mark.parametrize("command", ["romanize", "abbreviations", "align --mixed -", "convert --from tsv - m.tmx"])
def test_a_closed_standard_input(command: str) -> None:
    run = shell(f"{SHELL} {command} <&-")
    assert (run.returncode, run.stderr) == (2, b"termalign: standard input is closed\n")


def test_a_closed_standard_error() -> None:
    assert shell(f"{SHELL} align no-such-file no-such-file 2>&-").returncode == 2


@pytest.mark.skipif(not LINUX, reason="a device of Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["lexicon info", f"align --format html {PAIR}", "align --help", "--version"])
def test_a_full_disk_behind_standard_output(command: str, unbuffered: str) -> None:
    run = shell(f"PYTHONUNBUFFERED={unbuffered} {SHELL} {command} > /dev/full")
    assert (run.returncode, run.stderr) == (1, b"termalign: cannot write: No space left on device\n")


def memory(folder: Path, size: int) -> Path:
    """A file of so many pairs."""
    lines = (f"第{k}桜島\tSakurajima {k}\n" for k in range(size))
    (folder / "m.tsv").write_text("".join(lines), encoding="utf-8")
    return folder / "m.tsv"


def errors(folder: Path, size: int) -> Path:
    """A file of so many pairs with a wrong number."""
    lines = (f"桜島が{k}回噴火した。\tSakurajima erupted {k + 1} times.\n" for k in range(3, size + 3))
    (folder / "e.tsv").write_text("".join(lines), encoding="utf-8")
    return folder / "e.tsv"


CONVERSIONS = {
    "tmx": "convert --to tmx {memory} {out}",
    "xlsx": "convert --to xlsx {memory} {out}",
    "tbx": "convert --from tsv --to tbx {memory} {out}",
}


CHECKS = [
    *(f"check --kinds number --format {name} -o {{out}} {{errors}}" for name in ("text", "xlsx", "html")),
    "check --kinds number --write-baseline {out} -o /dev/null {errors}",
]


@pytest.mark.parametrize(
    "command",
    [
        "tokenize --format tsv -o {out} < {memory}",
        *CONVERSIONS.values(),
        *CHECKS,
        "terms prepare {memory} -o {out}",
        "extract --limit 400 --format jsonl -o {out} {memory}",
    ],
)
def test_a_full_disk(command: str, tmp_path: Path) -> None:
    """A disk of 16 kB, where the system lets us have one; a limit on the size of files elsewhere."""
    folder = tmp_path / "disk"
    folder.mkdir()
    files = {"memory": memory(tmp_path, 1000), "errors": errors(tmp_path, 400), "out": folder / "out"}
    line = f"{SHELL} {command.format(**files)}"
    mount = f'mount -t tmpfs -o size=16k none "{folder}" && printf %s "{OLD.decode()}" > "{folder}/out"'
    look = f'code=$?; ls -A "{folder}"; cat "{folder}/out"; exit $code'
    if LINUX and shutil.which("unshare") and shell(f"unshare -m sh -c '{mount}'").returncode == 0:
        run = subprocess.run(["unshare", "-m", "sh", "-c", f"{mount} || exit; {line}; {look}"], capture_output=True)
        assert b"out: cannot be written: No space left on device" in run.stderr
    else:
        (folder / "out").write_bytes(OLD)
        run = shell(f"ulimit -f 8; {line}; {look}")
        assert b"out: cannot be written: File too large" in run.stderr
    assert run.returncode == 1
    assert run.stdout == b"out\n" + OLD
    assert run.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "command",
    [
        "align --from tsv --format jsonl --pair 1 {memory} -o {out}",
        "terms prepare {memory} -o {out}",
        *CONVERSIONS.values(),
    ],
)
def test_a_device_is_written_to(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*shlex.split(command.format(memory=memory(tmp_path, 10), out=os.devnull)), "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.skipif(not LINUX, reason="/dev/stdout")
def test_standard_output_by_its_name_is_added_to(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"before\n")
    run = shell(f'{SHELL} romanize 桜島 -o /dev/stdout >> "{tmp_path}/log"')
    assert (run.returncode, run.stderr) == (0, b"")
    assert (tmp_path / "log").read_bytes() == b"before\nSakurajima\n"


@pytest.mark.skipif(not LINUX, reason="/dev/stdout")
@pytest.mark.parametrize(
    "command",
    ["convert {memory} - --to tmx", "romanize 桜島 -o /dev/stdout", "check --format jsonl {errors} -o /dev/stdout"],
)
def test_standard_output_goes_on_where_it_was(command: str, tmp_path: Path) -> None:
    line = command.format(memory=memory(tmp_path, 3), errors=errors(tmp_path, 3))
    shell(f'{{ echo before; {SHELL} {line}; echo after; }} > "{tmp_path}/log"')
    lines = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("before", "after")
    assert len(lines) > 2


MADE = [
    *CONVERSIONS.values(),
    "convert --to jsonl {memory} {out}",
    "convert --from tsv --to deepl {memory} {out}",
    "extract --format tbx -o {out} {memory}",
    "learn -o {out} {memory}",
    "terms prepare {memory} -o {out}",
    "check --fail-on never --format xlsx -o {out} {errors}",
]


def content(data: bytes) -> bytes | list[bytes]:
    """What is in a file: a workbook that goes to a pipe is packed differently."""
    if not data.startswith(b"PK"):
        return data
    with ZipFile(BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist()]


@pytest.mark.skipif(not LINUX, reason="/dev/stdout")
@pytest.mark.parametrize("command", MADE)
def test_standard_output_has_only_the_result(command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """How much was written is a message, which --quiet hides."""
    files = {"memory": memory(tmp_path, 10), "errors": errors(tmp_path, 10)}
    made = tmp_path / "made"
    assert main(shlex.split(command.format(**files, out=made))) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert re.fullmatch(f"termalign: {made}: \\d+ .*\n", err)
    run = shell(f"{SHELL} {command.format(**files, out='/dev/stdout')} | cat")
    assert content(run.stdout) == content(made.read_bytes())
    assert re.fullmatch(rb"termalign: /dev/stdout: \d+ .*\n", run.stderr)
    assert main([*shlex.split(command.format(**files, out=made)), "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not LINUX, reason="/dev/stdout")
@pytest.mark.parametrize(
    "command",
    [
        *CONVERSIONS.values(),
        *(f"convert --to {name} {{memory}} {{out}}" for name in ("xliff", "po", "tsv", "csv", "jsonl")),
        *(f"convert --from tsv --to {name} {{memory}} {{out}}" for name in ("tbx3", "utx", "omegat", "deepl")),
    ],
)
def test_a_reader_of_the_file_that_has_seen_enough(command: str, tmp_path: Path) -> None:
    """The output is standard output by its name, or a named pipe."""
    known = memory(tmp_path, 10_000)
    pipe = tmp_path / "pipe"
    run = shell(f"{{ {SHELL} {command.format(memory=known, out='/dev/stdout')}; echo $? >&2; }} | head -c 1")
    assert (len(run.stdout), run.stderr) == (1, b"0\n")
    run = shell(f"mkfifo {pipe}; head -c 1 {pipe} & {SHELL} {command.format(memory=known, out=pipe)}; echo $? >&2")
    assert (len(run.stdout), run.stderr) == (1, b"0\n")


@pytest.mark.skipif(not LINUX, reason="/dev/stdout")
def test_a_reader_of_the_baseline_does_not_end_the_report(tmp_path: Path) -> None:
    known, pipe = errors(tmp_path, 1500), tmp_path / "pipe"
    command = f"check --kinds number --format jsonl --write-baseline {pipe} {known}"
    run = shell(f"mkfifo {pipe}; head -c 1 {pipe} > {pipe}.head & {SHELL} {command}")
    assert run.returncode == 1
    assert run.stdout.count(b"\n") == 1500
    assert run.stderr == b"termalign: 1,500 errors\n"


@pytest.mark.parametrize(
    ("number", "code", "message"),
    [
        (signal.SIGINT, 130, "termalign: interrupted; {file} is unchanged\n"),
        (signal.SIGTERM, 143, ""),
        (signal.SIGHUP, 129, ""),
    ],
)
def test_a_program_that_is_to_end(number: int, code: int, message: str, tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_bytes(OLD)
    process = subprocess.Popen(
        [*TERMALIGN, "tokenize", "--output", str(file)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heeding_all_signals,
    )
    assert process.stdin is not None
    process.stdin.write("桜島\n".encode() * 20_000)  # more than a pipe holds: it has begun
    process.stdin.flush()
    assert len(list(tmp_path.iterdir())) == 2  # the file, and what is to replace it
    end(process, number)
    _, err = process.communicate()
    assert (process.returncode, err.decode()) == (code, message.format(file=file))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out": OLD}


def test_a_list_of_terms_for_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terms, file = tmp_path / "terms.txt", tmp_path / "out"
    terms.write_text("警察庁\n", encoding="utf-8")
    file.write_bytes(OLD)
    assert main(["terms", "prepare", str(terms), "-o", str(tmp_path / "none" / "out")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "no such folder" in err
    assert file.read_bytes() == OLD
