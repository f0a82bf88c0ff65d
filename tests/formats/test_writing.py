"""Whatever goes wrong while a file is written, what stood there is whole, and nothing is left beside it."""

import ast
import gzip
import os
import stat
import sys
import tempfile
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from faults import as_nobody, full_disk, interrupted, nobody_may_read, open_to_all
from known_formats import bitext_files, glossary_files

import termalign
from termalign import Aligner, Alignment, align, read_pairs, write_pairs
from termalign.formats import FormatError
from termalign.formats import writing as writing_module
from termalign.formats.alignments import write_alignments
from termalign.formats.writing import created, written
from termalign.lexicon.build import build_lexicon
from termalign.termbase import Glossary

SAMPLES = Path(__file__).parent.parent / "lexicon" / "samples"
PAIRS = [("灰", "ash"), ("火山", "volcano")]
OLD = b"what stood there"

Write = Callable[[Path, "Iterable[Any]"], object]


def many() -> Iterator[tuple[str, str]]:
    """More than a disk that is full soon can take, packed or not."""
    numbers = array("Q", os.urandom(80_000))
    for number in numbers:
        yield f"第{number}文である。", f"This is sentence {number}."


def _alignments(format: str) -> Write:
    found = align("桜島が噴火した。", "Sakurajima erupted.")
    return lambda path, pairs: write_alignments(path, (found for _ in pairs), format)


# The endings of names, and what writes the file of this name.
BITEXTS = [*bitext_files("m"), "m.tmx.gz"]
STREAMED: dict[str, Write] = {
    **dict.fromkeys(BITEXTS, write_pairs),
    "a.jsonl": _alignments("jsonl"),
    "a.json": _alignments("label-studio"),
    "a.ann": _alignments("brat"),
    "a.pharaoh": _alignments("pharaoh"),
}
GLOSSARIES = [*glossary_files("g"), "g.tbx.gz"]
WHOLE: dict[str, Write] = {
    **dict.fromkeys(GLOSSARIES, lambda path, pairs: Glossary.from_pairs(pairs).write(path)),
    "t.tlist": lambda path, pairs: Aligner().prepare([f"第{k}警察庁" for k in range(200)]).save(path),
    "l.sqlite": lambda path, pairs: build_lexicon(
        path, jmdict=SAMPLES / "JMdict_e.xml", jmnedict=SAMPLES / "JMnedict.xml", kanjidic=SAMPLES / "kanjidic2.xml"
    ),
}
WRITERS = STREAMED | WHOLE
needs_posix = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions, limits and devices")
needs_open_checkout = pytest.mark.skipif(
    os.name == "posix" and not nobody_may_read(SAMPLES / "JMdict_e.xml"), reason="only root may read this checkout"
)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for all that anything keeps elsewhere meanwhile."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def unharmed(path: Path, temporary: Path | None = None) -> bool:
    """Whether the file is the old one, and the only one."""
    left = [file.name for file in path.parent.iterdir() if file.is_file()]
    return path.read_bytes() == OLD and left == [path.name] and not (temporary and list(temporary.iterdir()))


@needs_posix
@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(OLD)
    with pytest.raises(OSError, match="File too large") as caught, full_disk():
        WRITERS[name](file, many())
    assert Path(caught.value.filename).with_suffix("") == file.with_suffix("")
    assert unharmed(file)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a device of Linux")
def test_no_space_left_on_a_device() -> None:
    with pytest.raises(OSError, match=r"No space left on device: '/dev/full'"):
        write_pairs("/dev/full", PAIRS, "tmx")
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


@needs_posix
@pytest.mark.parametrize("name", WRITERS)
@needs_open_checkout
def test_a_folder_that_may_not_be_written_to(name: str) -> None:
    with open_to_all() as folder:
        WRITERS[name](folder / name, PAIRS)  # what it imports is imported before the rights of root are given up
    with open_to_all() as folder:
        file = folder / name
        file.write_bytes(OLD)
        file.chmod(0o666)
        folder.chmod(0o555)
        with pytest.raises(PermissionError) as caught, as_nobody():
            WRITERS[name](file, PAIRS)
        assert Path(caught.value.filename).with_suffix("") == file.with_suffix("")
        assert unharmed(file)


@needs_posix
@needs_open_checkout
def test_a_file_that_may_not_be_written_to() -> None:
    with open_to_all() as folder:
        file = folder / "m.tmx"
        file.write_bytes(OLD)
        file.chmod(0o444)
        with pytest.raises(PermissionError), as_nobody():
            write_pairs(file, PAIRS)
        assert unharmed(file)


@pytest.mark.parametrize("name", STREAMED)
def test_an_interrupt(name: str, tmp_path: Path, temporary: Path) -> None:
    file = tmp_path / name
    file.write_bytes(OLD)
    with pytest.raises(KeyboardInterrupt):
        STREAMED[name](file, interrupted(PAIRS))
    assert unharmed(file, temporary)


@pytest.mark.parametrize("name", STREAMED)
@pytest.mark.parametrize("error", [RuntimeError, ValueError, OSError, MemoryError])
def test_an_error_in_what_is_written(name: str, error: type[Exception], tmp_path: Path, temporary: Path) -> None:
    def failing() -> Iterator[tuple[str, str]]:
        yield from PAIRS
        raise error("mine")

    file = tmp_path / name
    file.write_bytes(OLD)
    with pytest.raises(error, match="mine"):
        STREAMED[name](file, failing())
    assert unharmed(file, temporary)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of a file that is open for a line
def test_an_interrupt_at_any_line_of_what_writes(tmp_path: Path) -> None:
    """The old file or the new one, never another, never both, wherever Ctrl-C comes in between."""
    file = tmp_path / "file"
    outcomes = []

    def attempt(stop: int) -> bool:
        """Write, with an interrupt at the line that is met as the `stop`-th; whether it was met."""
        lines = 0

        def trace(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal lines
            if frame.f_code.co_filename != writing_module.__file__:
                return None
            if event == "line":
                lines += 1
                if lines == stop:
                    raise KeyboardInterrupt
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            with written(file) as out:
                out.write(b"new")
        except KeyboardInterrupt:
            return True
        finally:
            sys.settrace(before)
        return False

    stop = 0
    met = True
    while met:
        stop += 1
        file.write_bytes(OLD)
        met = attempt(stop)
        outcomes.append(file.read_bytes())
        assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert set(outcomes) == {OLD, b"new"}
    assert outcomes.count(OLD) > 10


def test_both_of_two_files_or_neither(tmp_path: Path) -> None:
    def lines() -> Iterator[tuple[str, str]]:
        yield "灰" * 1000, "ash"
        yield "火" * 1000, "fire"

    for name in ("m.ja", "m.en"):
        (tmp_path / name).write_bytes(OLD)
    with pytest.raises(OSError, match="File too large"), full_disk():
        write_pairs(tmp_path / "m", lines(), "text")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"m.ja": OLD, "m.en": OLD}


@pytest.mark.parametrize("name", BITEXTS)
def test_what_stood_before_a_fault_in_the_data_takes_the_place(name: str, tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, str]]:
        yield from PAIRS
        raise FormatError("x", 2, "spoilt")

    file = tmp_path / name
    file.write_bytes(OLD)
    with pytest.raises(FormatError, match="spoilt"):
        write_pairs(file, broken())
    assert list(read_pairs(file)) == PAIRS


def test_a_format_that_cannot_hold_a_term_leaves_the_old_glossary(tmp_path: Path) -> None:
    file = tmp_path / "g.csv"
    file.write_bytes(OLD)
    with pytest.raises(FormatError, match="at most 1024 bytes"):
        Glossary.from_pairs([*PAIRS, ("灰" * 400, "x")]).write(file, "deepl")
    assert unharmed(file)


# Modes, owners, links


@needs_posix
@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_of_the_umask(name: str, umask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        WRITERS[name](tmp_path / name, PAIRS)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == mode


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o604, 0o660, 0o755, 0o444])
def test_a_file_that_is_replaced_keeps_its_mode(mode: int, tmp_path: Path) -> None:
    if mode == 0o444 and os.geteuid():
        pytest.skip("only root may write to it")
    file = tmp_path / "m.tmx"
    file.write_bytes(OLD)
    file.chmod(mode)
    write_pairs(file, PAIRS)
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert list(read_pairs(file)) == PAIRS


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_is_replaced_keeps_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    file.write_bytes(OLD)
    os.chown(file, 65534, 12345)
    file.chmod(0o4755)
    write_pairs(file, PAIRS)
    found = file.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (65534, 12345, 0o4755)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root makes files of others")
def test_a_file_of_somebody_else_is_not_run_as_another(tmp_path: Path) -> None:
    with open_to_all() as folder:
        file = folder / "m.tmx"
        file.write_bytes(OLD)
        file.chmod(0o6777)
        with as_nobody():
            write_pairs(file, PAIRS)
        assert (file.stat().st_uid, stat.S_IMODE(file.stat().st_mode)) == (65534, 0o777)


@needs_posix
@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("there", [True, False], ids=["", "dangling"])
def test_a_symbolic_link_is_followed(name: str, there: bool, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "links").mkdir()
    if there:
        (tmp_path / "real" / name).write_bytes(OLD)
    (tmp_path / "links" / name).symlink_to(Path("..", "real", name))
    (tmp_path / name).symlink_to(tmp_path / "links" / name)
    WRITERS[name](tmp_path / name, PAIRS)
    assert (tmp_path / name).is_symlink()
    assert (tmp_path / "links" / name).is_symlink()
    assert (tmp_path / "real" / name).read_bytes() != OLD
    assert name in {path.name for path in (tmp_path / "real").iterdir()}


@needs_posix
@pytest.mark.parametrize("target", ["loop", "other"])
def test_a_symbolic_link_that_leads_back_to_itself(target: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(target)
    (tmp_path / "other").symlink_to("loop")
    with pytest.raises(OSError, match="symbolic links") as caught:
        write_pairs(tmp_path / "loop", PAIRS, "tmx")
    assert caught.value.filename == str(tmp_path / "loop")


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    file = tmp_path / ("a" * 250 + ".tmx")
    write_pairs(file, PAIRS)
    assert list(read_pairs(file)) == PAIRS


@pytest.mark.parametrize("name", ["", "none/m.tmx", "folder/", "folder"])
def test_what_is_no_name_of_a_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    with pytest.raises(OSError, match=r"No such file|Is a directory|Permission denied") as caught:
        write_pairs(name, PAIRS, "tmx")
    assert caught.value.filename == name
    assert [path.name for path in tmp_path.rglob("*")] == ["folder"]


# Devices and pipes


@needs_posix
@pytest.mark.parametrize("name", WRITERS)
def test_a_device_is_written_to(name: str, tmp_path: Path) -> None:
    link = tmp_path / name
    link.symlink_to(os.devnull)
    if name.endswith(".ann"):
        (tmp_path / name).with_suffix(".txt").symlink_to(os.devnull)
    WRITERS[name](link, islice(many(), 100))  # so few that a workbook would go back to a place, which a device has not
    assert link.is_symlink()
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@needs_posix
@pytest.mark.parametrize("name", BITEXTS)
def test_a_pipe_is_written_to(name: str, tmp_path: Path) -> None:
    pipe = tmp_path / name
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_pairs(pipe, PAIRS)
    reader.join()
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / name).write_bytes(got[0])
    assert list(read_pairs(tmp_path / "copy" / name)) == PAIRS


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_a_file_that_is_open_is_added_to_not_replaced(tmp_path: Path) -> None:
    """``-o /dev/stdout >> log``."""
    log = tmp_path / "log"
    log.write_bytes(b"before\n")
    with log.open("ab") as file, created(f"/proc/self/fd/{file.fileno()}") as out:
        out.write("after\n")
    assert log.read_bytes() == b"before\nafter\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_what_is_written_later_comes_later(tmp_path: Path) -> None:
    """``(echo before; termalign … -o /dev/stdout; echo after) > log``."""
    log = tmp_path / "log"
    with log.open("wb", buffering=0) as file:
        file.write(b"before\n")
        with created(f"/dev/fd/{file.fileno()}") as out:
            out.write("between\n")
        file.write(b"after\n")
    assert log.read_bytes() == b"before\nbetween\nafter\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_an_open_file_that_is_only_read_is_not_written_to(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(OLD)
    with log.open("rb") as file, pytest.raises(OSError, match="/dev/fd/"), created(f"/dev/fd/{file.fileno()}") as out:
        out.write("x")
    assert log.read_bytes() == OLD


def test_a_packed_file_is_called_what_it_is(tmp_path: Path) -> None:
    with created(tmp_path / "m.tsv.gz") as file:
        file.write("灰\tash\n")
    packed = (tmp_path / "m.tsv.gz").read_bytes()
    assert gzip.decompress(packed) == "灰\tash\n".encode()
    assert packed[10:15] == b"m.tsv"


def test_alignments_end_where_the_pairs_do(tmp_path: Path) -> None:
    def broken() -> Iterator[Alignment]:
        yield align("桜島", "Sakurajima")
        raise FormatError("x", 2, "spoilt")

    with pytest.raises(FormatError, match="spoilt"):
        write_alignments(tmp_path / "a.json", broken())
    assert (tmp_path / "a.json").read_text(encoding="utf-8").rstrip().endswith("]")


# One function


_MODES = frozenset("wax+")
_OTHERS = {"write_text", "write_bytes", "mkstemp", "NamedTemporaryFile", "replace", "rename", "touch", "FileIO"}


def _writes(call: ast.Call) -> bool:
    """Whether a call opens a file for writing, or puts one somewhere."""
    called = call.func
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    if name in ("open", "GzipFile", "ZipFile"):
        modes = [*call.args[:2], *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
        texts = [mode.value for mode in modes if isinstance(mode, ast.Constant) and isinstance(mode.value, str)]
        return any(len(text) <= 3 and _MODES & {*text} for text in texts)
    if name in ("replace", "rename"):
        return isinstance(called, ast.Attribute) and ast.unparse(called.value) in ("os", "shutil", "path")
    return name in _OTHERS


def test_nothing_else_opens_a_file_for_writing() -> None:
    package = Path(termalign.__file__).parent
    found = {
        (file.relative_to(package).as_posix(), ast.unparse(node))
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _writes(node)
    }
    elsewhere = {call for file, call in found if file != "formats/writing.py" and "os.devnull" not in call}
    elsewhere -= {
        "ZipFile(file, 'w')",
        "package.open(_part('xl/worksheets/sheet1.xml'), 'w')",
    }  # within what is written so
    assert elsewhere == set()
    assert {call for file, call in found if file == "formats/writing.py"} == {
        "os.replace(beside, target)",
        "gzip.GzipFile(name, 'wb', fileobj=file)",
    }
