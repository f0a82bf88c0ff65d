"""The program in a process of its own, at a terminal or not."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from termalign.cli import main

TERMALIGN = (sys.executable, "-m", "termalign")
_END = b"\x04"


def program(*arguments: str | Path, **options: Any) -> "subprocess.CompletedProcess[bytes]":
    """``termalign ARGUMENTS``, with what it wrote."""
    return subprocess.run([*TERMALIGN, *arguments], capture_output=True, **options)


def end(process: "subprocess.Popen[bytes]", number: int) -> None:
    """Send a signal until a program has ended, as somebody presses Ctrl-C again: Python misses one right before it reads."""
    while process.poll() is None:
        process.send_signal(number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)


class Seen(NamedTuple):
    """How a program at a terminal ended, and what it wrote where; line ends are those of the program."""

    code: int
    out: str
    err: str


def at_terminal(
    arguments: Sequence[str | Path], terminals: str = "out err", env: dict[str, str] | None = None, stdin: bytes = b""
) -> Seen:
    """``termalign ARGUMENTS``, with terminals for standard output (``out``), standard error (``err``) or both."""
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    streams = {name: Listener(name in terminals.split()) for name in ("out", "err")}
    process = subprocess.Popen(
        [*TERMALIGN, *arguments],
        stdin=subprocess.PIPE,
        stdout=streams["out"].written_to,
        stderr=streams["err"].written_to,
        env={**clean, "TERM": "xterm", **(env or {})},
    )
    assert process.stdin is not None
    process.stdin.write(stdin)
    process.stdin.close()
    code = process.wait()
    return Seen(code, streams["out"].heard(), streams["err"].heard())


def here_at_terminal(
    arguments: Sequence[str | Path], terminals: str = "out err", env: dict[str, str] | None = None
) -> Seen:
    """As `at_terminal`, without the start of a process: this one's `sys.stdout` and `sys.stderr` are at the terminals."""
    streams = {name: Listener(name in terminals.split()) for name in ("out", "err")}
    with pytest.MonkeyPatch.context() as patch, ExitStack() as until_the_end:
        for name in ("NO_COLOR", "FORCE_COLOR"):
            patch.delenv(name, raising=False)
        for name, value in {"TERM": "xterm", **(env or {})}.items():
            patch.setenv(name, value)
        for name, stream in streams.items():
            file = until_the_end.enter_context(open(stream.written_to, "w", closefd=False))
            patch.setattr(sys, f"std{name}", file)
        code = main([str(argument) for argument in arguments])
    return Seen(code, streams["out"].heard(), streams["err"].heard())


class Listener:
    """Takes what is written to a pipe or a terminal, as it comes.

    The end is a character that the listener writes itself, behind all else: a terminal whose last
    writer closes it can lose what nobody has read yet.

    Parameters
    ----------
    terminal : bool
        Whether the writer finds a terminal.
    """

    def __init__(self, terminal: bool) -> None:
        import pty  # not on Windows

        self._end, self.written_to = pty.openpty() if terminal else os.pipe()
        self._pieces: list[bytes] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while not self._pieces or not self._pieces[-1].endswith(_END):
            self._pieces.append(os.read(self._end, 65536))

    def heard(self) -> str:
        """All that was written, once the writer has ended."""
        os.write(self.written_to, _END)
        self._thread.join()
        os.close(self.written_to)
        os.close(self._end)
        return b"".join(self._pieces).removesuffix(_END).decode("utf-8").replace("\r\n", "\n")
