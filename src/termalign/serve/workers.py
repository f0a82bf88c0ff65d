"""The processes that answer: a few, kept for the next request, and ended with the request that nobody waits for."""

import signal
import socket
from collections.abc import Generator
from contextlib import suppress
from http import HTTPStatus
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from threading import Semaphore

from termalign.lexicon import Lexicon
from termalign.serve.messages import Head, Question, Refusal
from termalign.serve.tools import Tools
from termalign.termbase import Glossary

_MOST = 2  # requests that are answered at a time: one person, and perhaps another window
_LOOK = 0.5  # s between two looks whether somebody who waits for a process still does
_SPAWN = get_context("spawn")  # a fork of a process with threads may hang


class ClientGone(Exception):
    """Whoever asked has hung up."""


class Workers:
    """The processes, started as they are needed.

    Parameters
    ----------
    lexicon, glossary : Lexicon, Glossary
        As for `Tools`.
    """

    def __init__(self, lexicon: Lexicon, glossary: Glossary) -> None:
        self._settings = lexicon, glossary
        self._permits = Semaphore(_MOST)
        self._free: list[_Worker] = []

    def start(self) -> None:
        """Start the first one, so that its dictionaries are open when the first request comes."""
        self._free.append(_Worker(*self._settings))

    def ask(self, question: Question, client: socket.socket) -> Generator[Head | bytes, None, None]:
        """The head of the answer, then its bytes.

        Raises
        ------
        ClientGone
            Whoever asked has hung up; the process has been ended.
        Refusal
            The process has ended before its time.
        """
        while not self._permits.acquire(timeout=_LOOK):
            if wait([client], 0):
                raise ClientGone
        try:
            worker = self._free.pop() if self._free else _Worker(*self._settings)
            try:
                yield from worker.ask(question, client)
            except BaseException:  # GeneratorExit too: the answer could not be delivered
                worker.end()
                worker = _Worker(*self._settings)
                raise
            finally:
                self._free.append(worker)
        finally:
            self._permits.release()

    def end(self) -> None:
        """End those that have nothing to do; the others end with this process."""
        while self._free:
            self._free.pop().end()


class _Worker:
    """One process."""

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
                    raise ClientGone  # who has asked has nothing more to say
                message: Head | bytes | None = self._connection.recv()
                if message is None:
                    return
                yield message
        except (EOFError, BrokenPipeError, ConnectionResetError):
            code = HTTPStatus.INTERNAL_SERVER_ERROR
            raise Refusal(
                code, "ended", "the process that did the work has ended: perhaps there was no memory left"
            ) from None

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(connection: "Connection[Head | bytes | None, Question]", lexicon: Lexicon, glossary: Glossary) -> None:
    """Answer one question after the other until nobody can ask any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is for the process that listens
    tools = Tools(lexicon, glossary)
    tools.warm_up()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            tools.answer(connection.recv(), connection.send)
            connection.send(None)
