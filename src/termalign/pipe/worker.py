"""The local end of another process that aligns batches of pairs.

The aligning thread itself polls the connections between two pairs. The threads of an executor would have to wait for the
interpreter lock for each batch, because aligning seldom releases it.
"""

import atexit
import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Process, get_start_method
from typing import TYPE_CHECKING
from warnings import catch_warnings, filterwarnings

import termalign.pipe.apart as apart
import termalign.pipe.ends as ends
from termalign.pipe.exchange import Aligning
from termalign.pipe.work import READY, Done, work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from subprocess import Popen

_KILLED = "it was killed, or there was no memory left"
_UNPROTECTED = (
    "it ended before it was ready. Each new process imports your script, so the script must call pipe() only under "
    '`if __name__ == "__main__":`'
)


class WorkerDied(Exception):
    """An error for a process that has ended unexpectedly. Its message is the likely cause."""


class NoWorker(Exception):
    """An error if a process cannot be started, or cannot get this aligner."""


class Worker:
    """A process and the connection to it.

    The process starts in the way that Python is set to start processes, but is not forked while other threads are alive: see
    `apart`. If there is no other way, it raises `NoWorker`. A forked process also has the cached results of `aligner`.
    """

    def __init__(self, aligner: Aligning) -> None:
        self._aligner = aligner
        self._owner = os.getpid()
        self.connection, there = ends.connected()
        try:
            with _interrupts_held():
                self._process = _beside(there) if apart.threads_forbid_fork() else _ours(there, aligner)
        except BaseException:
            ends.close(self.connection)
            raise
        finally:
            ends.close(there)
        self.ready = False
        self._here = isinstance(self._process, Process)  # a process started by `apart` reports when it is there
        # Otherwise, the interpreter would wait at exit for the process of a generator that was never finished.
        atexit.register(self._forgotten)

    def send(self, message: bytes) -> None:
        """Send a batch: the pickle of pairs as `SavedLists.sent` returns them, with their situation."""
        try:
            self.connection.send_bytes(message)
        except OSError as error:
            raise self._died() from error

    def receive(self) -> Done | None:
        """Return the results of the oldest batch, or None if the process only reports that it is ready."""
        try:
            message = self.connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise self._died() if self.ready or isinstance(self._process, Process) else NoWorker from error
        if message == READY:
            self.ready = True
            return None
        if message == apart.HERE:
            self._here = True
            self._introduce()
            return None
        done: Done = pickle.loads(message)
        return done

    def _died(self) -> WorkerDied:
        imports = isinstance(self._process, Process) and get_start_method() != "fork"
        return WorkerDied(_UNPROTECTED if imports and not self.ready else _KILLED)

    def _introduce(self) -> None:
        """Give the aligner to a process that was started without it."""
        try:
            self.connection.send_bytes(pickle.dumps(self._aligner, pickle.HIGHEST_PROTOCOL))
        except Exception as error:  # an encoder may be any object
            raise NoWorker from error

    def dismiss(self) -> None:
        """Let the process end after the current pair, or at once if it has none."""
        if self._owner != os.getpid():
            return  # this is a fork of the process that owns the worker
        atexit.unregister(self._forgotten)
        ends.close(self.connection)
        if not self._here:
            self._process.kill()

    def join(self) -> None:
        """Wait until the process has ended."""
        if isinstance(self._process, Process):
            self._process.join()
            self._process.close()
        else:
            self._process.wait()

    def _forgotten(self) -> None:
        self.dismiss()
        if not isinstance(self._process, Process):
            self._process.wait()


def _ours(there: "Connection", aligner: Aligning) -> Process:
    """Return a process, started in the way that Python is set to start them."""
    process = Process(target=work, args=(there, aligner), daemon=False)
    if get_start_method() != "fork":
        process.start()
        return process
    ends.hand_on(there)
    with catch_warnings():
        # Python 3.12 and later also warn about threads of other libraries that run no Python code.
        filterwarnings("ignore", r"This process .* is multi-threaded", DeprecationWarning)
        process.start()
    return process


def _beside(there: "Connection") -> "Popen[bytes]":
    process = apart.start(there)
    if process is None:
        raise NoWorker
    return process


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Block Ctrl-C, also in the started process until it ignores Ctrl-C.

    The server of the start method "forkserver" would pass the blocking on to processes that are not ours.
    """
    if not hasattr(signal, "pthread_sigmask") or get_start_method() == "forkserver":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
