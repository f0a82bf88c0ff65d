"""A few things that threads share in turn."""

import multiprocessing
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Thread

import pytest

from termalign import tokenize
from termalign.pool import Pool


class Counted:
    """Knows how many hands it is in."""

    def __init__(self) -> None:
        self.hands = 0
        self.most = 0


def use(pool: Pool[Counted]) -> Counted:
    with pool.lent() as one:
        one.hands += 1
        one.most = max(one.most, one.hands)
        one.hands -= 1
        return one


def test_one_thread_needs_one() -> None:
    pool = Pool(Counted, most=3)
    assert len({id(use(pool)) for _ in range(50)}) == 1


def test_however_many_threads_there_are_no_more_are_made() -> None:
    made: list[Counted] = []

    def make() -> Counted:
        made.append(Counted())
        return made[-1]

    pool = Pool(make, most=3)
    together = Barrier(12)

    def work() -> None:
        together.wait()
        for _ in range(200):
            use(pool)

    threads = [Thread(target=work) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= len(made) <= 3
    assert all(one.most == 1 and one.hands == 0 for one in made)


def test_what_is_raised_in_a_block_gives_it_back() -> None:
    pool = Pool(Counted, most=1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), pool.lent():
            raise ZeroDivisionError
    assert use(pool).hands == 0


def test_what_cannot_be_made_is_tried_again() -> None:
    tries = iter([False, True])

    def make() -> Counted:
        if not next(tries):
            raise OSError("no room")
        return Counted()

    pool = Pool(make, most=1)
    with pytest.raises(OSError, match="no room"):
        pool.take()
    assert use(pool).most == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX")
def test_a_forked_process_has_its_own() -> None:
    pool = Pool(Counted, most=1)
    use(pool)
    with pool.lent():  # which the other process must not wait for
        child = multiprocessing.get_context("fork").Process(target=use, args=(pool,))
        child.start()
        child.join(30)
        assert child.exitcode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_threads_that_come_and_go_leave_no_dictionary_open() -> None:
    def opened() -> int:
        return Path("/proc/self/maps").read_text(encoding="utf-8").count("sys.dic")

    with ThreadPoolExecutor(16) as together:
        assert len(set(together.map(lambda k: tuple(tokenize("警察庁は詐欺を調べた。")), range(200)))) == 1
    before = opened()
    for _ in range(60):
        thread = Thread(target=tokenize, args=("警察庁は詐欺を調べた。",))
        thread.start()
        thread.join()
    assert 1 <= opened() == before
    assert before <= 4
