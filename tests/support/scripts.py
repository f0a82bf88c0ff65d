"""Scripts that are run in a process of their own, and ended with all that they have started if they take too long."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from textwrap import dedent

#: A function of a script's, on Linux: the pids of the processes that it has started and not waited for.
CHILDREN = """
import os
def children():
    while True:
        try:
            return [int(pid) for task in os.listdir("/proc/self/task")
                    for pid in open(f"/proc/self/task/{task}/children").read().split()]
        except (FileNotFoundError, ProcessLookupError):
            pass  # a thread has ended since the tasks were listed
"""


def script(text: str, folder: Path, *options: str, timeout: float = 600) -> str:
    """What a script says that runs by itself, on POSIX; it must end well, in time and without a word on standard error.

    Parameters
    ----------
    text : str
        The script.
    folder : Path
        Where to put it. It is run from a file, as those of the library's users are.
    *options : str
        Python's options.
    timeout : float
        Seconds.
    """
    path = folder / "script.py"
    path.write_text(dedent(text), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, *options, path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        out, err = process.communicate(timeout=timeout)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert (err, process.returncode) == ("", 0), f"exit status {process.returncode}: {err}"
    return out
