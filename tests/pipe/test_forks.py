"""Processes that are forked while pipes are open, by other pipes or by the caller. A test that hangs fails after ten."""

import os
from pathlib import Path

import pytest
from scripts import script

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")

# Python 3.12 and later warn of these forks, which are the script's own.
UNWARNED = "-W", "ignore:This process:DeprecationWarning"

START = """
import os, threading
from itertools import repeat
from termalign import Aligner

PAIR = "桜島が噴火した。", "Sakurajima erupted."
aligner = Aligner()
aligner.align(*PAIR)  # what is open is shared, and need not be opened by each process

def opened():
    found = aligner.pipe(repeat(PAIR), n_process=3, batch_size=2)
    next(found)
    return found
"""


def test_pipes_side_by_side_end_in_any_order(tmp_path: Path) -> None:
    said = script(
        f"""{START}
import gc
given = [(PAIR[0], f"{{PAIR[1]}} {{k}}") for k in range(40)]
ways = zip(*[aligner.pipe(given[: 40 - k], n_process=2, batch_size=3) for k in range(3)])
print(sum(a == b == c == aligner.align(*pair) for (a, b, c), pair in zip(ways, given)))
for order in (0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0):
    pipes = [opened() for _ in range(3)]
    for k in order:
        pipes[k].close()
    print(gc.get_freeze_count())
""",
        tmp_path,
    )
    assert said == "38\n" + "0\n" * 4


def test_a_process_of_the_caller_neither_holds_up_nor_ends_a_pipe(tmp_path: Path) -> None:
    said = script(
        f"""{START}
ours, theirs = os.pipe()
found = opened()
child = os.fork()
if not child:
    os.close(theirs)
    os.read(ours, 1)  # until the other has closed its pipe
    os._exit(0)
found.close()
os.close(theirs)
print(os.waitpid(child, 0)[1])

lists = [["警察庁", "消費税"], aligner.prepare(["警察庁", "特殊詐欺"])]
given = [(lists[k % 2], f"The National Police Agency said so {{k}} times.") for k in range(60)]
expected = list(aligner.pipe(given))
for k in range(2):
    found = aligner.pipe(given, n_process=3, batch_size=2)
    first = [next(found) for _ in range(20)]
    child = os.fork()
    if not child:
        found.close()
        os._exit(0)
    print(os.waitpid(child, 0)[1], [*first, *found] == expected)
    threading.Thread(target=threading.Event().wait, daemon=True).start()  # once without, once with a thread
""",
        tmp_path,
        *UNWARNED,
    )
    assert said == "0\n" + "0 True\n" * 2


def test_a_process_of_the_caller_leaves_the_saved_lists(tmp_path: Path) -> None:
    said = script(
        f"""{START}
import tempfile
tempfile.tempdir = {str(tmp_path)!r}

def saved():
    return sum(name.endswith(".tlist") for _, _, names in os.walk(tempfile.tempdir) for name in names)

terms = aligner.prepare(["桜島", "消費税"])
found = aligner.pipe(((terms, f"Sakurajima erupted {{k}} times.") for k in range(60)), n_process=2, batch_size=2)
next(found)
child = os.fork()
if not child:
    found.close()
    os._exit(0)
print(os.waitpid(child, 0)[1], saved(), len(list(found)))
print(saved(), any(name.startswith("termalign") for name in os.listdir(tempfile.tempdir)))
""",
        tmp_path,
        *UNWARNED,
    )
    assert said == "0 1 59\n0 False\n"


def test_a_process_that_is_forked_while_threads_look_words_up(tmp_path: Path) -> None:
    said = script(
        f"""{START}
over = threading.Event()
def busy(k):
    while not over.is_set():
        aligner.lexicon.words(chr(0x4E00 + k % 20000) + chr(0x4E00 + k // 7 % 20000))
        k += 3
threads = [threading.Thread(target=busy, args=(k,)) for k in range(2)]
for thread in threads: thread.start()
for k in range(10):
    child = os.fork()
    if not child:
        aligner.align(f"会計検査院が{{k}}件を調べた。", f"The Board of Audit looked into {{k}} cases.")
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
over.set()
for thread in threads: thread.join()
print("done")
""",
        tmp_path,
        *UNWARNED,
    )
    assert said == "done\n"
