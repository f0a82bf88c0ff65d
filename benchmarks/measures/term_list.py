"""A long list of terms against a document: what preparing it costs, and what a document costs after that."""

import cProfile
import gc
import multiprocessing
import pstats
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.measures.long_lists import SORTS, bare, katakana, real, renderings
from benchmarks.memory import peak
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Aligner, Alignment, TermList

_REAL = 1_000  # terms of every list, and all of the list that the others are held against
_A_CASE = 100  # terms of a long list for each case of the limit
_DOCUMENTS, _SHORTEST, _LONGEST = 5, 1_500, 4_500  # characters
_PLAIN = 300  # characters of plain lines that are worth measuring
_ROUNDS = 2
_SAMPLE = 400  # terms that are put before the matchers unprepared, too
#: Functions by what they do in an alignment, each without those before it that it calls.
_STAGES = {
    "look-up": ("lists/index.py", "found"),
    "candidates": ("situations/listed.py", "mentioned"),
    "choice": ("situations/mentions.py", "judge"),
    "links": ("termalign/linking.py", "link"),
}


def run(folder: Folder, limit: int) -> Report:
    """Lists of `_A_CASE` terms for each case of the `limit`, each in a process of its own, so that its memory is its own."""
    size = max(2 * _REAL, min(100_000, _A_CASE * limit))
    folder.file("news_text.tsv")  # said to be missing here rather than by the processes below
    figures: dict[str, float] = {}
    costs: list[tuple[Cell, ...]] = []
    times: list[tuple[Cell, ...]] = []
    rights: list[tuple[Cell, ...]] = []
    stages: list[tuple[Cell, ...]] = []
    for sort in SORTS:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as own:
            found, shares = own.submit(measured, folder, sort, size).result()
        figures |= {f"{sort}/{key}": value for key, value in found.items()}
        costs.append((sort, *(found[key] for key in ("terms", "preparing_ms", "rss_mb", "file_mb", "load_s"))))
        keys = ("ms", "ratio", "first_ms", "first_ratio", "links", "real_links", "ms_a_link", "kept")
        times.append((sort, *(found[key] for key in keys)))
        keys_of_rights = (
            "confirmed_kept", "real_precision", "short_precision", "name_precision",
            "plain_ratio", "plain_links", "plain_real_links",
        )  # fmt: skip
        rights.append((sort, *(found.get(key) for key in keys_of_rights)))
        stages.append((sort, *shares))
    return Report(
        figures,
        [
            Table(("list", "terms", "ms a term", "peak memory (RSS), MB", "file, MB", "loading, s"), tuple(costs)),
            Table(
                ("list", "ms a document", "× real terms", "first time, ms", "× real terms", "links a document",
                 "of real terms alone", "ms a link", "links of a sample alone that stay"),
                tuple(times),
            ),
            Table(
                ("list", "confirmed links kept", "confirmed of links of real terms", "the same of real terms alone",
                 "confirmed of links of foreign names", "plain lines: × real terms", "links", "of real terms alone"),
                tuple(rights),
                "Confirmed: the data have this English for this term, somewhere. Plain lines: those of the documents in which "
                "the list has no more links than its real terms alone; none where it has more in every line.",
            ),
            Table(("list", *_STAGES), tuple(stages), "Where the time of a document goes, as shares, under a profiler."),
        ],
    )  # fmt: skip


def measured(folder: Folder, sort: str, size: int) -> tuple[dict[str, float], list[float]]:
    """One long list and the real terms of it against the same documents."""
    few = real(folder, _REAL)
    terms = list(dict.fromkeys([*few, *SORTS[sort](folder, size - len(few))]))
    aligner = Aligner()
    began = time.process_time()
    prepared = aligner.prepare(terms)
    preparing, most = time.process_time() - began, peak()
    with tempfile.TemporaryDirectory() as kept:
        path = Path(kept, "terms.tlist")
        prepared.save(path)
        began = time.process_time()
        prepared = TermList.load(path)
        loading, written = time.process_time() - began, path.stat().st_size
    texts = documents(folder)
    short = aligner.prepare(few)
    aligner.align(short, texts[0][:200])  # dictionaries are opened before the clock runs
    base_first, base = spent(lambda text: aligner.align(short, text), texts)
    first, again = spent(lambda text: aligner.align(prepared, text), texts)
    found = rightness(folder, set(few), [(aligner.align(short, text), aligner.align(prepared, text)) for text in texts])
    found |= plain_lines(folder, aligner, short, prepared)
    links = statistics.median(len(aligner.align(prepared, text).links) for text in texts)
    found |= {
        "terms": len(terms),
        "preparing_ms": 1000 * preparing / len(terms),
        "rss_mb": most,
        "file_mb": written / 1e6,
        "load_s": loading,
        "ms": again,
        "ratio": again / base,
        "first_ms": first,
        "first_ratio": first / base_first,
        "links": links,
        "real_links": statistics.median(len(aligner.align(short, text).links) for text in texts),
        "ms_a_link": again / max(1, links),
        "kept": kept_links(aligner, terms, prepared, texts[:2]),
    }
    return found, shares_of(lambda: [aligner.align(prepared, text) for text in texts[:2]])


def rightness(folder: Folder, few: set[str], pairs: Sequence[tuple[Alignment, Alignment]]) -> dict[str, float]:
    """How many links the data confirm, in alignments of the same texts with real terms alone and with the long list."""
    right = renderings(folder)
    names = set(katakana(folder, 1_000_000)) - few
    kept = before = after = short = long = named = name_links = 0
    for alone, among in pairs:
        mine, theirs = places(alone, few), places(among, few)
        confirmed = {place for place in mine if place[:2] in right}
        kept += len(confirmed & theirs)
        before += len(confirmed)
        after += sum(place[:2] in right for place in theirs)
        short += len(mine)
        long += len(theirs)
        foreign = places(among, names)
        named += sum(place[:2] in right for place in foreign)
        name_links += len(foreign)
    found = {
        "confirmed_kept": kept / max(1, before),
        "real_precision": after / max(1, long),
        "short_precision": before / max(1, short),
    }
    return found | ({"name_precision": named / name_links} if name_links else {})


def places(alignment: Alignment, terms: set[str]) -> set[tuple[str, str, int]]:
    """The links of some terms: the term, the English and where it begins."""
    return {(x.ja.text, bare(x.en.text), x.en.start) for x in alignment if x.ja.text in terms}


def plain_lines(folder: Folder, aligner: Aligner, short: TermList, long: TermList) -> dict[str, float]:
    """What a text costs in which the long list has no more links than its real terms: lines of that sort, joined."""
    lines = [line for lines in _articles(folder) for line in lines]
    plain = [line for line in lines if len(aligner.align(long, line).links) <= len(aligner.align(short, line).links)]
    text = " ".join(plain)
    if len(text) < _PLAIN:
        return {}
    _, base = spent(lambda text: aligner.align(short, text), [text])
    _, again = spent(lambda text: aligner.align(long, text), [text])
    return {
        "plain_ratio": again / base,
        "plain_links": len(aligner.align(long, text).links),
        "plain_real_links": len(aligner.align(short, text).links),
    }


def documents(folder: Folder) -> list[str]:
    """News articles of ordinary length, whole."""
    return list(map(" ".join, _articles(folder)))


def _articles(folder: Folder) -> list[list[str]]:
    """Their lines."""
    found: dict[str, list[str]] = {}
    for document, _, en in folder.running_text():
        found.setdefault(document, []).append(en)
    texts = [lines for lines in found.values() if _SHORTEST < len(" ".join(lines)) < _LONGEST]
    return texts[:: max(1, len(texts) // _DOCUMENTS)][:_DOCUMENTS]


def spent(align: Callable[[str], Alignment], texts: Sequence[str]) -> tuple[float, float]:
    """Median processor time of a text, in ms: the first time, when its terms are new, and the best of later times."""
    first, again = [], []
    for text in texts:
        first.append(_spent(align, text))
        again.append(min(_spent(align, text) for _ in range(_ROUNDS)))
    return statistics.median(first), statistics.median(again)


def _spent(align: Callable[[str], Alignment], text: str) -> float:
    gc.collect()
    began = time.process_time()
    _ = align(text).links
    return 1000 * (time.process_time() - began)


def kept_links(aligner: Aligner, terms: Sequence[str], prepared: TermList, texts: Sequence[str]) -> float:
    """The share of links that the list gives among those that some of its terms have in a short list of their own.

    It lacks what the base rate of its length refuses, and what no matcher was asked about.
    """
    some = random.Random(9).sample(terms, min(_SAMPLE, len(terms)))
    expected = total = 0
    for text in texts:
        linked = {(link.ja.text, link.en.start, link.en.end) for link in aligner.align(prepared, text)}
        own = {
            (link.ja.text, link.en.start, link.en.end) for link in aligner.align(some, text)
        }  # too short to be prepared
        total += len(own)
        expected += len(own & linked)
    return expected / max(1, total)


def shares_of(work: Callable[[], object]) -> list[float]:
    """The share of each of `_STAGES` in some work."""
    profile = cProfile.Profile()
    profile.runcall(work)
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    total = sum(own for _, _, own, _, _ in stats.values())
    return [
        max(
            (cum for (file, _, name), (_, _, _, cum, _) in stats.items() if file.endswith(path) and name == wanted),
            default=0.0,
        )
        / total
        for path, wanted in _STAGES.values()
    ]


MEASURE = Measure(
    "term-list",
    "Long lists of terms",
    f"A list of {_REAL:,} terms is aligned with whole news articles, first alone and then among many other terms: "
    "company names made from the parts of real ones, foreign names, dictionary words, random compounds, and a mixture. A list "
    "is prepared once. After that, the time for an article should depend on the article, not on the list. It includes the time "
    f"for the links of the other terms, right or wrong. *Links kept*: each of {_SAMPLE} terms is also aligned by itself; this is "
    "the share of its links that it keeps in the list. Long lists drop some weak links.",
    run,
    "KFTT, law and news terms, EDINET names, NETransliteration, headwords of JMdict in the packaged lexicon; NTREX-128 news.",
)
