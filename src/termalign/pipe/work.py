"""The work of another process, which aligns the batches that it receives until its connection is closed."""

import pickle
import signal
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from termalign.pipe.exchange import Aligning, Found, align_sent

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: The results before the first pair that failed, and its error. If results are missing without an error, the process could
#: not read the batch.
Done = tuple[list[Found], Exception | None]

READY = b""


def ignore_interrupts() -> None:
    """Ignore Ctrl-C, which was blocked until now, because the first process handles it and ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def work(connection: "Connection", aligner: Aligning) -> None:
    """Report that this process is ready, then answer each batch until the connection is closed."""
    ignore_interrupts()
    batches: SimpleQueue[bytes | None] = SimpleQueue()
    over = Event()
    Thread(target=_listen, args=(connection, batches, over), daemon=True).start()
    try:
        connection.send_bytes(READY)
        while (message := batches.get()) is not None:
            connection.send_bytes(_answer(aligner, message, over))
    except OSError:  # nobody waits for the answer
        return


def _listen(connection: "Connection", batches: "SimpleQueue[bytes | None]", over: Event) -> None:
    """Receive messages at once, so that neither process must wait for the other to read before it can write."""
    try:
        while True:
            batches.put(connection.recv_bytes())
    except (EOFError, OSError):
        over.set()
        batches.put(None)


def _answer(aligner: Aligning, message: bytes, over: Event) -> bytes:
    found: list[Found] = []
    failure = None
    try:
        batch, situation = pickle.loads(message)
    except Exception:  # it has an object of a class that exists only in the first process
        batch, situation = [], None
    try:
        for ja, en in batch:
            if over.is_set():
                break
            found.append(align_sent(aligner, ja, en, situation))
    except Exception as error:
        failure = _portable(error)
    return pickle.dumps((found, failure), pickle.HIGHEST_PROTOCOL)


def _portable(error: Exception) -> Exception:
    """Return the error itself if it can be pickled and unpickled, else one with the same message."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
