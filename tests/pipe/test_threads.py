"""Pipes on several processes in programs that have threads. A test that hangs fails after ten."""

import os
from pathlib import Path

import pytest
from scripts import CHILDREN, script

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")

# No test for `__main__`: where processes are forked, none is needed.
START = """
import os, sys, threading, time
from itertools import repeat
from termalign import Aligner

JA = "警察の犬は走り、馬が野原で草を食べ、議長が怒った。"
EN = "The constable's spaniel ran, the mare grazed on grass in the meadow, and the chairman raged."

def pairs(n, start=0):
    return [(f"{JA}{k}番。", f"{EN} Number {k}.") for k in range(start, start + n)]

# A process that is started anew takes its time: pairs that come slowly until something has happened, and some more.
def until(happened, text=str):
    while not happened():
        time.sleep(0.01)
        yield text(JA), EN
    yield from pairs(10)

class Noted(str):  # a text that says when another process is sent it, which gets a plain one
    sent = 0
    def __reduce__(self):
        Noted.sent += 1
        return str, (str(self),)

def until_shared():
    before = Noted.sent
    return until(lambda: Noted.sent > before, Noted)

def right(aligner, given, n_process=2, batch_size=2):
    taken = []
    found = list(aligner.pipe((taken.append(pair) or pair for pair in given), n_process=n_process, batch_size=batch_size))
    return found == [aligner.align(*pair) for pair in taken]

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


def test_several_at_once(tmp_path: Path) -> None:
    # With an aligner that has opened nothing yet, the threads open everything while they start processes.
    said = script(
        f"""{START}
aligner, said = Aligner(), []
def work(given):
    said.append(right(aligner, given))
in_threads(*[lambda: work(pairs(12))] * 2)  # over before the others are there
in_threads(*[lambda: work(until_shared())] * 2)
print(*said)
""",
        tmp_path,
    )
    assert said == "True True True True\n"


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
for turn in range(2):
    print(right(aligner, pairs(12, turn), n_process=3))
over.set()
thread.join()
""",
        tmp_path,
    )
    assert said == "True\n" * 2


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="asks Linux for processes")
def test_another_process_takes_part_and_if_it_dies_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "encoders.py").write_text(ENCODERS)
    said = script(
        f"""{START}{CHILDREN}
from concurrent.futures.process import BrokenProcessPool
from encoders import Deadly, Noting
os.chdir({str(tmp_path)!r})
resting()
def endless(encoder):
    return Aligner(encoder=encoder).pipe(until(lambda: False), n_process=2, batch_size=2)
found = endless(Noting())
for alignment in found:
    if len([name for name in os.listdir() if name.startswith("met-")]) == 2:
        break
found.close()
print("both")
try:
    for alignment in endless(Deadly()): pass
except BrokenProcessPool as error:
    print(error, children())
""",
        tmp_path,
    )
    assert said == "both\na worker process of pipe() has died: it was killed, or there was no memory left []\n"


@pytest.mark.skipif(
    not hasattr(os, "waitid"), reason="asks whether a process has ended, and leaves that to be waited for"
)
def test_what_another_process_cannot_have_is_aligned_here(tmp_path: Path) -> None:
    said = script(
        f"""{START}
class Encoder:
    def encode(self, texts):
        return [[1.0, float(len(text))] for text in texts]
class Unsendable(Encoder):
    def __reduce__(self):
        raise TypeError("not this one")
class Unreadable(Noted):  # by a process that does not have this script
    def __reduce__(self):
        Noted.sent += 1
        return Unreadable, (str(self),)
def ended():
    return os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
resting()
for encoder in Encoder(), Unsendable():
    print(right(Aligner(encoder=encoder), until(ended)))
print(right(Aligner(), until(lambda: Noted.sent, Unreadable)))
""",
        tmp_path,
    )
    assert said == "True\n" * 3


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="asks Linux for processes")
def test_an_early_end_and_errors_leave_no_process(tmp_path: Path) -> None:
    said = script(
        f"""{START}{CHILDREN}
aligner = Aligner()
def stopped(given):
    found = aligner.pipe(given, n_process=2, batch_size=2)
    for _ in found:
        if given is endless or Noted.sent:
            break
    found.close()
def failing():
    try:
        list(aligner.pipe([*pairs(20), (JA, b"bytes"), *pairs(20)], n_process=2, batch_size=2))
    except TypeError as error:
        print("decode first" in str(error))
endless = repeat((JA, EN))
in_threads(lambda: stopped(endless), lambda: stopped(until_shared()), failing)
print(children())
""",
        tmp_path,
    )
    assert said == "True\n[]\n"


def test_a_program_ends_beside_a_thread_that_does_not(tmp_path: Path) -> None:
    # Each turn is a process that is forked before there are threads, and ends as a program does.
    said = script(
        f"""{START}
aligner = Aligner()
aligner.align(JA, EN)
for turn in range(8):
    sys.stdout.flush()
    child = os.fork()
    if not child:
        break
    print(os.waitpid(child, 0)[1])
else:
    sys.exit()
found = aligner.pipe(repeat((JA, EN)), n_process=2)
print(next(found) == aligner.align(JA, EN))
def busy():
    k = turn
    while True:  # of more kanji than are kept: at nearly any time, it is in SQLite
        aligner.lexicon.kanji(chr(0x4E00 + k % 20000))
        k += 3
for _ in range(2): threading.Thread(target=busy, daemon=True).start()
threading.Event().wait(0.02)
""",
        tmp_path,
    )
    assert said == "True\n0\n" * 8


def test_no_warning(tmp_path: Path) -> None:
    said = script(
        f"""{START}
import numpy  # has threads of its own
print(right(Aligner(), until_shared()))
resting()
print(right(Aligner(), until_shared()))
""",
        tmp_path,
        "-X",
        "dev",
        "-W",
        "error",
    )
    assert said == "True\n" * 2
