"""Pipes on several processes in programs that have threads. A test that hangs fails after ten."""

import os
from pathlib import Path

import pytest
from scripts import CHILDREN, script

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")

# No test for `__main__`: where processes are forked, none is needed.
START = """
import os, sys, threading
from itertools import repeat
from termalign import Aligner

JA = "警察の犬は走り、馬が野原で草を食べ、議長が怒った。"
EN = "The constable's spaniel ran, the mare grazed on grass in the meadow, and the chairman raged."

def pairs(n, start=0):
    return [(f"{JA}{k}番。", f"{EN} Number {k}.") for k in range(start, start + n)]

def in_threads(*works):
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads: thread.start()
    for thread in threads: thread.join()

def resting():
    threading.Thread(target=threading.Event().wait, daemon=True).start()
"""

# A module beside the script. Of Deadly, only the process that it was made in lives to see an answer.
ENCODERS = """
import os, signal

class Noting:
    def encode(self, texts):
        open(f"met-{os.getpid()}", "w").close()
        return [[1.0, float(len(text))] for text in texts]

class Deadly:
    def __init__(self):
        self.home = os.getpid()

    def encode(self, texts):
        if os.getpid() != self.home:
            os.kill(os.getpid(), signal.SIGKILL)
        return [[1.0, float(len(text))] for text in texts]
"""


@pytest.mark.parametrize(
    ("n", "size", "turns"),
    [pytest.param(3, 30, 3, id="over before the others are there"), pytest.param(2, 100, 1, id="shared")],
)
def test_several_at_once(n: int, size: int, turns: int, tmp_path: Path) -> None:
    # With an aligner that has opened nothing yet, the threads open everything while they start processes.
    said = script(
        f"""{START}
aligner, found = Aligner(), {{}}
def work(n):
    found[n] = list(aligner.pipe(pairs({size}), n_process=2, batch_size=4))
for turn in range({turns}):
    in_threads(*[lambda n=n: work(n) for n in range({n})])
    expected = [aligner.align(*pair) for pair in pairs({size})]
    print(all(found[n] == expected for n in range({n})))
    found.clear()
""",
        tmp_path,
    )
    assert said == "True\n" * turns


def test_beside_a_thread_that_aligns(tmp_path: Path) -> None:
    said = script(
        f"""{START}
aligner, over = Aligner(), threading.Event()
def busy():
    k = 0
    while not over.is_set():
        aligner.align(f"{{JA}}{{k}}", f"{{EN}} {{k}}")
        k += 1
thread = threading.Thread(target=busy)
thread.start()
for turn in range(4):
    given = pairs(20, turn)
    assert list(aligner.pipe(given, n_process=3, batch_size=3)) == [aligner.align(*pair) for pair in given]
over.set()
thread.join()
print("done")
""",
        tmp_path,
    )
    assert said == "done\n"


def test_another_process_takes_part(tmp_path: Path) -> None:
    (tmp_path / "encoders.py").write_text(ENCODERS)
    said = script(
        f"""{START}
from encoders import Noting
os.chdir({str(tmp_path)!r})
resting()
aligner = Aligner(encoder=Noting())
found = aligner.pipe(repeat(("日本の警察庁の発表。", "The unspeakable one.")), n_process=3, batch_size=2)
for alignment in found:
    if len([name for name in os.listdir() if name.startswith("met-")]) == 3:
        break
found.close()
print("all three")
""",
        tmp_path,
    )
    assert said == "all three\n"


def test_what_another_process_cannot_have_is_aligned_here(tmp_path: Path) -> None:
    said = script(
        f"""{START}
class Encoder:
    def encode(self, texts):
        return [[1.0, float(len(text))] for text in texts]
class Unsendable(Encoder):
    def __reduce__(self):
        raise TypeError("not this one")
class Text(str):
    pass
resting()
given = pairs(80)
for aligner in Aligner(encoder=Encoder()), Aligner(encoder=Unsendable()):
    print(list(aligner.pipe(given, n_process=2)) == [aligner.align(*pair) for pair in given])
aligner = Aligner()
texts = [(Text(ja), Text(en)) for ja, en in pairs(150)]
print(list(aligner.pipe(texts, n_process=2)) == [aligner.align(*pair) for pair in texts])
""",
        tmp_path,
    )
    assert said == "True\n" * 3


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="asks Linux for processes")
def test_an_early_end_and_errors_leave_no_process(tmp_path: Path) -> None:
    said = script(
        f"""{START}{CHILDREN}
aligner = Aligner()
def stopped(taken):
    found = aligner.pipe(repeat((JA, EN)), n_process=3, batch_size=2)
    for _ in range(taken): next(found)
    found.close()
def failing():
    try:
        list(aligner.pipe([*pairs(40), (JA, b"bytes"), *pairs(40)], n_process=2, batch_size=2))
    except TypeError as error:
        print("decode first" in str(error))
in_threads(lambda: stopped(1), lambda: stopped(60), failing, failing)
print(children())
""",
        tmp_path,
    )
    assert said == "True\nTrue\n[]\n"


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="asks Linux for processes")
def test_a_process_that_dies_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "encoders.py").write_text(ENCODERS)
    said = script(
        f"""{START}{CHILDREN}
from concurrent.futures.process import BrokenProcessPool
from encoders import Deadly
resting()
try:
    for _ in Aligner(encoder=Deadly()).pipe(repeat(("日本の警察庁の発表。", "The unspeakable one.")), n_process=2): pass
except BrokenProcessPool as error:
    print(error, children())
""",
        tmp_path,
    )
    assert said == "a worker process of pipe() has died: it was killed, or there was no memory left []\n"


@pytest.mark.parametrize("turn", range(4))
def test_a_program_ends_beside_a_thread_that_does_not(turn: int, tmp_path: Path) -> None:
    said = script(
        f"""{START}
aligner = Aligner()
found = aligner.pipe(repeat((JA, EN)), n_process=2)
print(next(found) == aligner.align(JA, EN))
def busy():
    k = {turn}
    while True:
        aligner.lexicon.words(chr(0x4E00 + k % 20000) + chr(0x4E00 + k // 7 % 20000))
        k += 3
for _ in range(2): threading.Thread(target=busy, daemon=True).start()
threading.Event().wait(0.2)
""",
        tmp_path,
    )
    assert said == "True\n"


@pytest.mark.parametrize("threads", [0, 1])
def test_no_warning(threads: int, tmp_path: Path) -> None:
    said = script(
        f"""{START}
import numpy  # has threads of its own
for _ in range({threads}): resting()
print(len(list(Aligner().pipe(pairs(100), n_process=2))))
""",
        tmp_path,
        "-X",
        "dev",
        "-W",
        "error",
    )
    assert said == "100\n"
