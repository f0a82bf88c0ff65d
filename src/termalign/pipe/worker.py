"""Another process that aligns batches of pairs, and the end of it that stays here.

Both ends are plain connections that whoever aligns looks at between two pairs. An executor's threads would have to wait
for the interpreter whenever a batch comes or goes, because aligning seldom lets go of it.
"""

import atexit
import pickle
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import Pipe, Process, get_start_method
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from termalign.garbage import hold_back_search
from termalign.pipe.exchange import Found, align_sent

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from termalign.aligner import Aligner

Done = tuple[list[Found], Exception | None]  # what came before the first pair that failed, and how that failed

_READY = b""


class WorkerDied(Exception):
    """The process has ended without being asked to."""


class Worker:
    """A process and the connection to it.

    Parameters
    ----------
    aligner : Aligner
        What it aligns with; where processes are forked, with all that it has worked out so far.
    others : sequence of Worker
        Those that were started before, whose connections a forked process must let go of.
    """

    def __init__(self, aligner: "Aligner", others: "Sequence[Worker]") -> None:
        self.connection, there = Pipe()
        ends = [self.connection, *[other.connection for other in others]]
        self._process = Process(target=_work, args=(there, ends, aligner), daemon=False)
        try:
            with _interrupts_held():
                self._process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            there.close()
        self.ready = False
        # A process that a forgotten generator has left running would else be waited for when the interpreter exits.
        atexit.register(self.connection.close)

    def send(self, message: bytes) -> None:
        """Hand a batch over: the pickle of pairs as `SavedLists.sent` has them."""
        try:
            self.connection.send_bytes(message)
        except OSError as error:
            raise WorkerDied from error

    def receive(self) -> Done | None:
        """What the oldest batch has come to; nothing where the process only says that it is ready."""
        try:
            message = self.connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise WorkerDied from error
        if message == _READY:
            self.ready = True
            return None
        done: Done = pickle.loads(message)
        return done

    def dismiss(self) -> None:
        """Let it end, after the pair that it is at."""
        atexit.unregister(self.connection.close)
        self.connection.close()

    def join(self) -> None:
        """Wait until it has ended."""
        self._process.join()
        self._process.close()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C waiting, also for the process that is started, until that ignores it.

    The server of forked processes would hand the mask on to processes that are not ours.
    """
    if not hasattr(signal, "pthread_sigmask") or get_start_method() == "forkserver":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: "Connection", ends: "Sequence[Connection]", aligner: "Aligner") -> None:
    """What the other process does until its connection is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process, which ends this one
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for end in ends:
        end.close()
    hold_back_search()  # aligning leaves no cycles behind, and nothing else goes on in the process
    batches: SimpleQueue[bytes | None] = SimpleQueue()
    over = Event()
    Thread(target=_listen, args=(connection, batches, over), daemon=True).start()
    try:
        connection.send_bytes(_READY)
        while (message := batches.get()) is not None:
            connection.send_bytes(_answer(aligner, message, over))
    except OSError:  # nobody waits for it
        return


def _listen(connection: "Connection", batches: "SimpleQueue[bytes | None]", over: Event) -> None:
    """Take what comes at once, so that neither process ever waits for the other to read before it can write."""
    try:
        while True:
            batches.put(connection.recv_bytes())
    except (EOFError, OSError):
        over.set()
        batches.put(None)


def _answer(aligner: "Aligner", message: bytes, over: Event) -> bytes:
    found: list[Found] = []
    failure = None
    try:
        for ja, en in pickle.loads(message):
            if over.is_set():
                break
            found.append(align_sent(aligner, ja, en))
    except Exception as error:
        failure = _portable(error)
    return pickle.dumps((found, failure), pickle.HIGHEST_PROTOCOL)


def _portable(error: Exception) -> Exception:
    """The error itself where it can be pickled and comes back, else one that says the same."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
