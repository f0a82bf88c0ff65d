"""Many pairs on several processes, however Python starts them and wherever it is asked to."""

import gc
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ARTICLE, PAIRS, TERMS
from scripts import CHILDREN

from termalign import Aligner, Alignment

START_METHODS = multiprocessing.get_all_start_methods()


ALIGNER = Aligner()


class Unspeakable(Exception):
    """An error that is pickled, but not made anew."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what} in {where}")


class Encoder:
    """Knows of no text more than its length; of some nothing at all."""

    def encode(self, texts: list[str]) -> list[list[float]]:
        if any("unspeakable" in text for text in texts):
            raise Unspeakable("words", "a text")
        return [[1.0, float(len(text))] for text in texts]


class Unsendable(str):
    """A text that cannot be pickled."""

    __slots__ = ()

    def __reduce__(self) -> str:
        raise pickle.PicklingError("not this one")


@pytest.fixture
def start_method(request: pytest.FixtureRequest) -> Iterator[None]:
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method(request.param, force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


@pytest.mark.parametrize("start_method", START_METHODS, indirect=True)
@pytest.mark.usefixtures("start_method")
def test_any_start_method_gives_what_one_process_gives() -> None:
    aligner = Aligner(glossary={"闇バイト": "yami baito", "灰": "ash"}, min_score=0.2, encoder=Encoder())
    lists = (aligner.prepare(TERMS), TERMS)
    given: list[tuple[Any, str]] = []
    for k in range(4):
        given += [(terms, f"{ARTICLE} {k}") for terms in lists] + [(ja, f"{en} {k}") for ja, en in PAIRS]
    assert list(aligner.pipe(given, n_process=2, batch_size=3)) == list(aligner.pipe(given))


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 40), st.integers(2, 4), st.integers(1, 20))
def test_order_is_kept_at_any_number(size: int, n_process: int, batch_size: int) -> None:
    pairs = [(PAIRS[k % len(PAIRS)][0], f"{PAIRS[k % len(PAIRS)][1]} {k}") for k in range(size)]
    before = set(active_children())
    found = list(ALIGNER.pipe(iter(pairs), n_process=n_process, batch_size=batch_size))
    assert found == [ALIGNER.align(*pair) for pair in pairs]
    assert set(active_children()) <= before


def _in_daemon(answers: "multiprocessing.SimpleQueue[list[Alignment]]") -> None:
    answers.put(list(Aligner().pipe(PAIRS, n_process=2)))


@pytest.mark.parametrize("n_process", [1, 3])
def test_a_context_comes_back_with_its_alignment(n_process: int) -> None:
    contexts = [object() for _ in range(40)]
    named = [(*PAIRS[k % len(PAIRS)], context) for k, context in enumerate(contexts)]
    found = list(ALIGNER.pipe(named, as_context=True, n_process=n_process, batch_size=3))
    assert [context for _, context in found] == contexts
    assert [alignment for alignment, _ in found] == list(ALIGNER.pipe([pair[:2] for pair in named]))


@pytest.mark.parametrize("wrong", [("桜島", "Sakurajima"), ("桜島", "Sakurajima", 1, 2), "桜島灰", None])
def test_a_pair_without_its_context_is_an_error_after_the_others(wrong: Any) -> None:
    found = ALIGNER.pipe([("桜島", "Sakurajima", 1), wrong], as_context=True)
    assert next(found)[1] == 1
    with pytest.raises(TypeError, match=r"pair 1 must be \(ja, en, context\)"):
        next(found)


@pytest.mark.parametrize("n_process", [1, 2])
def test_going_on_behind_what_is_no_pair(n_process: int) -> None:
    wrong: list[Any] = [None, ("桜島",), ("桜島", 7), (["桜島", 3], "Sakurajima"), "桜島灰"]
    mixed = [pair for both in zip(PAIRS, wrong, strict=False) for pair in both] + PAIRS[len(wrong) :]
    errors: dict[int, Exception] = {}
    found = list(ALIGNER.pipe(mixed, n_process=n_process, batch_size=2, on_error=errors.__setitem__))
    assert found == list(ALIGNER.pipe(PAIRS))
    assert all(mixed[number] in wrong and f"pair {number}" in str(error) for number, error in errors.items())
    assert len(errors) == len(mixed) - len(PAIRS)


@pytest.mark.parametrize("n_process", [1, 2])
def test_contexts_stay_with_their_pairs_behind_what_is_no_pair(n_process: int) -> None:
    items: list[Any] = [("桜島", "Sakurajima", "a"), ("桜島", "Sakurajima"), ("桜島", None, "c"), ("灰", "ash", "d")]
    errors: list[int] = []
    found = ALIGNER.pipe(
        items, as_context=True, n_process=n_process, batch_size=1, on_error=lambda number, _: errors.append(number)
    )
    assert [(alignment.ja, context) for alignment, context in found] == [("桜島", "a"), ("灰", "d")]
    assert errors == [1, 2]


def test_an_error_of_the_handler_is_raised() -> None:
    def refuse(number: int, error: Exception) -> None:
        raise LookupError(number) from error

    with pytest.raises(LookupError):
        list(ALIGNER.pipe([("桜島", 7)], on_error=refuse))  # type: ignore[list-item]


def test_in_a_daemonic_process_there_is_one_process() -> None:
    answers: multiprocessing.SimpleQueue[list[Alignment]] = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=_in_daemon, args=(answers,), daemon=True)
    process.start()
    assert answers.get() == list(ALIGNER.pipe(PAIRS))
    process.join()


def test_in_a_thread() -> None:
    found: list[Alignment] = []
    thread = threading.Thread(target=lambda: found.extend(ALIGNER.pipe(PAIRS * 5, n_process=2, batch_size=2)))
    thread.start()
    thread.join()
    assert found == list(ALIGNER.pipe(PAIRS * 5))


def test_large_batches_go_both_ways_at_once() -> None:
    pairs = [(TERMS, f"{k} {ARTICLE}" + "\n" * 300_000) for k in range(8)]  # more than a connection holds
    found = ALIGNER.pipe(pairs, n_process=2, batch_size=2)
    assert [len(alignment) for alignment in found] == [len(ALIGNER.align(TERMS, ARTICLE))] * len(pairs)


@pytest.mark.parametrize("n_process", [1, 2])
def test_a_source_that_fails_does_so_after_the_pairs_before(n_process: int) -> None:
    def pairs() -> Iterator[tuple[str, str]]:
        yield from PAIRS
        raise LookupError("no more")

    found: list[Alignment] = []
    with pytest.raises(LookupError, match="no more") as raised:
        found.extend(ALIGNER.pipe(pairs(), n_process=n_process, batch_size=3))
    assert not hasattr(raised.value, "__notes__")  # it is of no pair
    assert found == [ALIGNER.align(*pair) for pair in PAIRS]


@pytest.mark.parametrize("n_process", [1, 2])
def test_an_error_names_its_pair(n_process: int) -> None:
    pairs = [*PAIRS, ("日本の警察庁の発表。", "The unspeakable one."), *PAIRS]
    with pytest.raises((Unspeakable, RuntimeError)) as raised:
        list(Aligner(encoder=Encoder()).pipe(pairs, n_process=n_process, batch_size=2))
    assert raised.value.__notes__ == [f"pair {len(PAIRS)}, counted from 0"]


def test_an_error_that_does_not_travel_is_described() -> None:
    encoding = Aligner(encoder=Encoder())
    pairs = [*PAIRS * 8, ("日本の警察庁の発表。", "The unspeakable one.")] * 3
    with pytest.raises((Unspeakable, RuntimeError), match="words in a text"):
        list(encoding.pipe(pairs, n_process=2, batch_size=2))


def test_what_cannot_be_sent_is_aligned_here() -> None:
    pairs = [(Unsendable(ja), en) for ja, en in PAIRS * 6]
    assert list(ALIGNER.pipe(pairs, n_process=2, batch_size=2)) == [ALIGNER.align(*pair) for pair in PAIRS * 6]


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("threads", [0, 1])
def test_ctrl_c_ends_all(threads: int) -> None:
    program = (
        f"import threading\nfor _ in range({threads}): threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
        "import signal; from itertools import repeat; from multiprocessing import active_children\n"
        "from termalign import Aligner\n"
        # A shell has it ignored in what runs in the background.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "if __name__ == '__main__':\n"
        "    pair = '桜島が噴火した。', 'Sakurajima erupted.'\n"
        "    aligner = Aligner()\n"
        "    aligner.align(*pair)\n"
        "    found = aligner.pipe(repeat(pair), n_process=3)\n"
        "    try:\n"
        "        for k, _ in enumerate(found):\n"
        "            if k == 20: print('begun', flush=True)\n"
        "    except KeyboardInterrupt:\n"
        "        found.close()  # it may have come between two pairs\n"
        "        print('left', len(active_children()), flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    os.killpg(process.pid, signal.SIGINT)  # to all, as a terminal does
    out, err = process.communicate(timeout=600)
    assert (out, err, process.returncode) == ("left 0\n", "", 0)


# Two processes that are forked before there are threads: one ends as a program does, the other has no time for that.
FORGETFUL = """
import signal, sys, threading
from termalign import Aligner
aligner = Aligner()
aligner.align('桜島が噴火した。', 'Sakurajima erupted.')
for end in sys.exit, lambda: os.kill(os.getpid(), signal.SIGKILL):
    child = os.fork()
    if not child: break
    print(os.waitpid(child, 0)[1], flush=True)
else:
    sys.exit()
for _ in range(int(sys.argv[1])): threading.Thread(target=threading.Event().wait, daemon=True).start()
found = aligner.pipe([('桜島が噴火した。', 'Sakurajima erupted.')] * 900, n_process=3)
for _ in range(300): next(found)
print(*children(), flush=True)
end()
"""


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="asks Linux for processes")
@pytest.mark.parametrize("threads", [0, 1])
def test_workers_do_not_outlive_a_process_that_forgot_them(threads: int) -> None:
    program = [sys.executable, "-c", CHILDREN + FORGETFUL, str(threads)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=600, check=False)
    assert done.stderr == ""
    first, exited, second, killed = done.stdout.splitlines()
    assert (exited, killed) == ("0", str(int(signal.SIGKILL)))
    workers = [int(pid) for pid in f"{first} {second}".split()]
    assert len(workers) == 4
    until = time.monotonic() + 600
    while any(map(_runs, workers)):
        assert time.monotonic() < until
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"  # dead, and nobody asks how
    except OSError:
        return False


@pytest.mark.parametrize("taken", [0, 1, len(PAIRS)], ids=["none", "one", "all"])
def test_garbage_is_collected_as_before(taken: int) -> None:
    assert gc.get_freeze_count() == 0
    before = gc.get_threshold()
    found = ALIGNER.pipe(PAIRS, n_process=2, batch_size=1)
    for _ in range(taken):
        next(found)
    assert gc.get_freeze_count() == 0
    found.close()  # type: ignore[attr-defined]
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == before


def test_what_the_caller_has_frozen_stays_so() -> None:
    gc.freeze()
    before = gc.get_threshold()
    try:
        found = ALIGNER.pipe(PAIRS, n_process=2)
        next(found)
        assert gc.get_threshold() == before
        list(found)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_thresholds_that_the_caller_sets_meanwhile_stay_so() -> None:
    before = gc.get_threshold()
    try:
        found = ALIGNER.pipe(PAIRS, n_process=2)
        next(found)
        gc.set_threshold(777)
        list(found)
        assert gc.get_threshold()[0] == 777
    finally:
        gc.set_threshold(*before)


def test_texts_come_back_as_they_were_given() -> None:
    pairs = [("".join(ja), "".join(en)) for ja, en in PAIRS * 8]
    for pair, alignment in zip(pairs, ALIGNER.pipe(pairs, n_process=2, batch_size=2), strict=True):
        assert (id(alignment.ja), id(alignment.en)) == tuple(map(id, pair))


@pytest.mark.parametrize("sizes", [{"n_process": 10**6}, {"n_process": 0}, {"batch_size": 10**30}, {"batch_size": 0}])
def test_sizes_have_limits(sizes: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(sizes))):
        list(Aligner().pipe([("警察庁", "the NPA")], **sizes))  # type: ignore[call-overload]


def test_a_script_without_its_protection_is_told_of_it(tmp_path: Path) -> None:
    call = """
import multiprocessing
from termalign import Aligner
multiprocessing.set_start_method("spawn", force=True)
{}
    # Pairs for seconds: a process must be started and die before this one has aligned them all by itself.
    found = list(Aligner().pipe([("桜島", "Sakurajima")] * 3999, n_process=2, batch_size=1))
    print(len(found), {{found[0].links[0].en.text}})
"""
    run = {}
    for line in ("if True:", 'if __name__ == "__main__":'):
        path = tmp_path / "script.py"
        path.write_text(call.format(line), encoding="utf-8")
        run[line] = subprocess.run([sys.executable, path], capture_output=True, encoding="utf-8")
    bare, protected = run.values()
    error = next(line for line in bare.stderr.splitlines() if "has died: it ended before it was ready" in line)
    assert 'only under `if __name__ == "__main__":`' in error  # what the processes say may come behind it
    assert (protected.stdout, protected.stderr) == ("3999 {'Sakurajima'}\n", "")
