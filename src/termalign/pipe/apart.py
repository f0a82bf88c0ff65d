"""Workers that start as new Python processes, for programs with threads.

A forked process has a copy of every lock, but only the thread that forked it. A lock that another thread held at that moment
(the import of a module, a stream, SQLite's memory) is then held forever. Python's own ways to start a new process run the
caller's script again, which only works if the script is written for it. The processes here run only termalign, and get the
aligner's settings when they ask for them.
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

HERE = b"?"  # message with which a process asks for the aligner


def threads_forbid_fork() -> bool:
    """Return whether Python would fork although other threads run Python code in this process.

    Threads of libraries that do not use Python do not count, because they are idle unless we call the library.
    """
    return get_start_method() == "fork" and max(active_count(), len(sys._current_frames())) > 1


def start(there: "Connection") -> "Popen[bytes] | None":
    """Start a process with that end of a connection, or return None if there is no Python to start."""
    program = os.fsdecode(spawn.get_executable() or "")
    if getattr(sys, "frozen", False) or "py" not in Path(program).name.lower():
        return None  # a program that embeds Python, which would start again
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
    """Run a process that `start` has started."""
    from multiprocessing.connection import Connection

    ignore_interrupts()
    connection = Connection(handle)
    try:
        connection.send_bytes(HERE)
        settings = connection.recv_bytes()
    except (EOFError, OSError):  # all work is done already
        return
    try:
        aligner = pickle.loads(settings)
    except Exception:  # the class of an encoder exists only in the first process
        return
    work(connection, aligner)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # end without freeing the memory object by object, because the first process waits
