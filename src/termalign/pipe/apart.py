"""A process that is started anew from a program with threads.

A forked process has a copy of every lock, but of the threads only the one that forked it: what another held at that moment
(a module that it was importing, a stream it was writing to, SQLite's memory) is held for good. Python's own ways to start a
process anew run the caller's script once more in it, which a script must be written for. This one runs nothing but us, and
is handed the aligner's settings when it asks for them.
"""

import os
import pickle
import sys
from multiprocessing import get_start_method, spawn
from pathlib import Path
from subprocess import DEVNULL, Popen
from subprocess import _args_from_interpreter_flags as interpreter_flags  # type: ignore[attr-defined]
from threading import active_count
from typing import TYPE_CHECKING

from termalign.pipe.work import ignore_interrupts, work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

HERE = b"?"  # what it says when it wants the aligner


def threads_forbid_fork() -> bool:
    """Return whether Python would fork a process although other threads run Python code in this one.

    Threads of libraries that do not use Python do not count: they are idle unless we call the library.
    """
    return get_start_method() == "fork" and max(active_count(), len(sys._current_frames())) > 1


def start(there: "Connection") -> "Popen[bytes] | None":
    """Start a process with that end of a connection, if there is a Python to start."""
    program = os.fsdecode(spawn.get_executable() or "")
    if getattr(sys, "frozen", False) or "py" not in Path(program).name.lower():
        return None  # a program that Python is built into: it would start that once more
    handle = there.fileno()
    code = (
        f"import sys; sys.path[:] = {[*map(str, sys.path)]!r}; from termalign.pipe import apart; apart.main({handle})"
    )
    command = [program, *interpreter_flags(), "-c", code]
    try:
        return Popen(command, stdin=DEVNULL, pass_fds=[handle])
    except OSError:
        return None


def main(handle: int) -> None:
    """Run that process."""
    from multiprocessing.connection import Connection

    ignore_interrupts()
    connection = Connection(handle)
    try:
        connection.send_bytes(HERE)
        settings = connection.recv_bytes()
    except (EOFError, OSError):  # all is done already
        return
    try:
        aligner = pickle.loads(settings)
    except Exception:  # an encoder that only the first process knows
        return
    work(connection, aligner)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # whoever waits for the end need not wait for what is in memory to be taken apart
