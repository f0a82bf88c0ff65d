"""The processes that answer requests."""

import pickle
import socket

import pytest

from termalign import Glossary, Lexicon
from termalign.serve.protocol import Question
from termalign.serve.workers import ClientGone, Workers


class Unsent(Lexicon):
    """A lexicon that no process can be started with."""

    def __reduce__(self) -> str:
        raise pickle.PicklingError("not today")


@pytest.mark.parametrize(("lexicon", "error"), [(Lexicon(), ClientGone), (Unsent(), pickle.PicklingError)])
def test_an_ended_process_is_never_asked_again(lexicon: Lexicon, error: type[Exception]) -> None:
    workers = Workers(Lexicon(), Glossary())
    workers.start()
    (first,) = workers._free
    workers._settings = lexicon, Glossary()
    client, other = socket.socketpair()
    other.close()
    with client, pytest.raises(error):
        list(workers.ask(Question("/api/align", {}, b""), client))
    assert first not in workers._free
    assert len(workers._free) == (error is ClientGone)
    workers.end()
