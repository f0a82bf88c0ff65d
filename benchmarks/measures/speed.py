"""Speed on running news, beside the least that any aligner has to do: cut the Japanese, split the English."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice

from benchmarks.data import Folder
from benchmarks.memory import own, peak
from benchmarks.report import Measure, Report, Table
from termalign import Aligner

_WORD = re.compile(r"\w+|[^\w\s]")
_IMPORT = "import time; began = time.perf_counter(); import termalign; print(time.perf_counter() - began)"


def run(folder: Folder, limit: int) -> Report:
    """Twice `limit` sentence pairs."""
    import fugashi

    pairs = [(ja, en) for _, ja, en in islice(folder.running_text(), 2 * limit)]

    def least(tagger: fugashi.Tagger) -> None:
        for ja, en in pairs:
            _ = [(w.surface, w.feature.lemma, w.feature.kana) for w in tagger(ja)]
            _WORD.findall(en)

    def shortest(tagger: fugashi.Tagger) -> float:  # a tagger that ends with it: another holds the dictionary again
        least(tagger)
        return min(seconds(lambda: least(tagger)) for _ in range(3))

    def align() -> None:
        for pair in pairs:
            aligner.align(*pair)

    floor = shortest(fugashi.Tagger())
    loading = float(subprocess.run([sys.executable, "-c", _IMPORT], capture_output=True, check=True, text=True).stdout)
    aligner = Aligner()
    first = seconds(lambda: aligner.align(*pairs[0]))
    cold, warm = seconds(align), seconds(align)
    held, private = peak(), own()
    one, two = (piped(aligner, pairs, n_process) for n_process in (1, 2))
    figures = {
        "pairs": len(pairs),
        "floor_ms": 1000 * floor / len(pairs),
        "align_ms": 1000 * cold / len(pairs),
        "ratio": cold / floor,
        "warm_ratio": warm / floor,
        "two_processes": one / two,
        "import_ms": 1000 * loading,
        "first_ms": 1000 * first,
        "rss_mb": held,
        "own_mb": private,
    }
    rows = (
        ("the least work: fugashi splits the Japanese and a regex the English, ms a pair", figures["floor_ms"]),
        ("`align`, terms met for the first time, ms a pair", figures["align_ms"]),
        ("`align`, terms met for the first time, times the least work", figures["ratio"]),
        ("`align`, the same pairs again, times the least work", figures["warm_ratio"]),
        ("two processes, times as fast as one", figures["two_processes"]),
        ("`import termalign`, ms", figures["import_ms"]),
        ("the first pair, dictionaries opened, ms", figures["first_ms"]),
        (
            f"peak memory (RSS) of one process after {len(pairs):,} different pairs, each aligned twice, MB",
            figures["rss_mb"],
        ),
        (
            "the part of this memory that belongs to the process alone, without shared pages of the dictionary, MB",
            figures["own_mb"],
        ),
    )
    return Report(figures, [Table(("what", "measured"), rows)])


def piped(aligner: Aligner, pairs: list[tuple[str, str]], n_process: int) -> float:
    """The shortest of three runs on so many processes: a run is also as long as somebody else's work makes it."""
    return min(seconds(lambda: list(aligner.pipe(pairs, n_process=n_process))) for _ in range(3))


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


MEASURE = Measure(
    "speed",
    "Speed",
    "Sentence pairs of running news are aligned, all in one run. One process is used unless the table states "
    "otherwise. For comparison, the first row has the time for merely splitting both texts into words.",
    run,
    "NTREX-128 news.",
)
