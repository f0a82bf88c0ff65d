"""A long list of terms against a document: what preparing it costs, and what a document costs after that."""

import multiprocessing
import random
import sqlite3
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from itertools import islice

from benchmarks.data import Folder
from benchmarks.measures.speed import seconds
from benchmarks.memory import peak
from benchmarks.report import Measure, Report, Table
from termalign import Aligner, Lexicon

_SIZES = (1_000, 10_000, 100_000)
_DOCUMENTS, _SENTENCES = 5, 20


def run(folder: Folder, limit: int) -> Report:
    """Lists of up to 200 terms for each case of the `limit`, each in a process of its own, so that its memory is its own."""
    folder.file("news_text.tsv")  # said to be missing here rather than by the processes below
    figures: dict[str, float] = {}
    rows = []
    for size in _SIZES:
        if size > 200 * limit:
            break
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as own:
            found = own.submit(measured, folder, size).result()
        figures |= {f"{size}/{key}": value for key, value in found.items()}
        rows.append((size, *found.values()))
    columns = ("terms", "preparing, s", "ms a document", "links a document", "peak memory (RSS), MB")
    return Report(figures, [Table(columns, tuple(rows))])


def measured(folder: Folder, size: int) -> dict[str, float]:
    """One list against a few documents."""
    terms = headwords(size)
    sentences = [en for _, _, en in islice(folder.running_text(), _DOCUMENTS * _SENTENCES)]
    documents = [" ".join(sentences[k : k + _SENTENCES]) for k in range(0, len(sentences), _SENTENCES)]
    aligner = Aligner()
    began = time.perf_counter()
    prepared = aligner.prepare(terms)
    preparing = time.perf_counter() - began
    links = len(aligner.align(prepared, documents[0]))  # and dictionaries are opened before the clock runs
    spent = seconds(lambda: [aligner.align(prepared, document) for document in documents])
    return {"preparing_s": preparing, "ms": 1000 * spent / len(documents), "links": links, "rss_mb": peak()}


def headwords(size: int) -> list[str]:
    """Words of the packaged dictionary, of two characters and more, always the same ones."""
    with closing(sqlite3.connect(f"file:{Lexicon.default().path}?mode=ro", uri=True)) as lexicon:
        rows = lexicon.execute("SELECT headword FROM word WHERE length(headword) > 1 ORDER BY headword")
        words = [word for (word,) in rows]
    random.Random(1).shuffle(words)
    return words[:size]


MEASURE = Measure(
    "term-list",
    "Long lists of terms",
    f"Dictionary headwords, drawn at random, as a list of terms against English documents of {_SENTENCES} sentences. "
    "Preparing is done once for a list; what a document costs after that should follow the document, not the list.",
    run,
    "Headwords of JMdict in the packaged lexicon; NTREX-128 news.",
)
