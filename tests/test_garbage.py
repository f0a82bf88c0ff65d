"""The search for garbage: put off for one short text at a time, and always back afterwards."""

import gc
import os
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from termalign import Aligner
from termalign.garbage import garbage_later


@pytest.fixture(autouse=True)
def _searched() -> Iterator[None]:
    assert gc.isenabled()
    yield
    assert gc.isenabled()


def test_put_off_for_a_short_text_only() -> None:
    with garbage_later(100):
        assert not gc.isenabled()
    with garbage_later(1_000_000):
        assert gc.isenabled()


def test_back_after_an_error() -> None:
    with pytest.raises(KeyError), garbage_later(1):
        raise KeyError


def test_whoever_has_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with garbage_later(1):
            pass
        assert not gc.isenabled()
        Aligner().align("警察庁", "The National Police Agency")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_only_the_first_of_threads_that_overlap_puts_it_off() -> None:
    with garbage_later(1):
        with garbage_later(1):
            assert not gc.isenabled()
        assert not gc.isenabled()


def test_on_again_when_all_threads_are_done() -> None:
    aligner, together = Aligner(), Barrier(4)

    def work() -> None:
        together.wait()
        for _ in range(20):
            aligner.align("警察庁が発表した。", "The National Police Agency said so.")

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gc.isenabled()
    with garbage_later(1):
        assert not gc.isenabled()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_on_in_a_process_that_is_forked_meanwhile() -> None:
    with garbage_later(1):
        child = os.fork()
        if not child:
            os._exit(0 if gc.isenabled() else 1)
        _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
