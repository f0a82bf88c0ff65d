"""The few processes that answer requests. They are reused, and ended if the client no longer waits."""

import signal
import socket
from collections.abc import Generator
from contextlib import suppress
from http import HTTPStatus
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from threading import Semaphore

from termalign.lexicon import Lexicon
from termalign.serve.protocol import Head, Question, Refusal
from termalign.serve.tools import Tools
from termalign.termbase import Glossary

_SPAWN = get_context("spawn")  # not "fork", because the fork of a process with threads may hang


class ClientGone(Exception):
    """An error for a client that has closed the connection."""


class Workers:
    """The processes that answer requests, started as needed."""

    def __init__(self, lexicon: Lexicon, glossary: Glossary) -> None:
        self._settings = lexicon, glossary
        self._permits = Semaphore(2)  # enough for one person with a second window
        self._free: list[_Worker] = []

    def start(self) -> None:
        """Start a process, so that its dictionaries are open before the next request."""
        self._free.append(_Worker(*self._settings))

    def ask(self, question: Question, client: socket.socket) -> Generator[Head | bytes, None, None]:
        """Yield the head of the answer, then its bytes.

        If the client closes the connection, it ends the process and raises `ClientGone`. If the process ends unexpectedly, it
        raises `Refusal`.
        """
        while not self._permits.acquire(timeout=0.5):  # s between checks whether a client still waits for a process
            if wait([client], 0):
                raise ClientGone
        try:
            worker = self._free.pop() if self._free else _Worker(*self._settings)
            try:
                yield from worker.ask(question, client)
            except BaseException:  # also GeneratorExit, which means that the answer could not be delivered
                worker.end()
                self.start()
                raise
            else:
                self._free.append(worker)
        finally:
            self._permits.release()

    def end(self) -> None:
        """End the idle processes. The others end with this process."""
        while self._free:
            self._free.pop().end()


class _Worker:
    def __init__(self, lexicon: Lexicon, glossary: Glossary) -> None:
        self._connection, there = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(there, lexicon, glossary), daemon=True)
        self._process.start()
        there.close()

    def ask(self, question: Question, client: socket.socket) -> Generator[Head | bytes, None, None]:
        try:
            self._connection.send(question)
            while True:
                if self._connection not in wait([self._connection, client]):
                    raise ClientGone  # a client sends nothing after its request, so it has closed the connection
                message: Head | bytes | None = self._connection.recv()
                if message is None:
                    return
                yield message
        except (EOFError, BrokenPipeError, ConnectionResetError):
            code = HTTPStatus.INTERNAL_SERVER_ERROR
            raise Refusal(
                code, "ended", "the process that did the work has ended, perhaps for lack of memory"
            ) from None

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(connection: "Connection[Head | bytes | None, Question]", lexicon: Lexicon, glossary: Glossary) -> None:
    """Answer questions one by one until the connection is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the listening process handles Ctrl-C
    tools = Tools(lexicon, glossary)
    tools.warm_up()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            tools.answer(connection.recv(), connection.send)
            connection.send(None)
