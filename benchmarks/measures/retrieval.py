"""Retrieval: of many English names, the one that is the Japanese name's own must score highest."""

import random
import time
from collections.abc import Sequence

from benchmarks.chances import share
from benchmarks.data import Folder
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Aligner

_NAMES = 300  # at most: each is scored against many


def ranked(pairs: Sequence[tuple[str, str]], pool: Sequence[tuple[str, str]], among: int) -> Report:
    """How often each pair's own English scores strictly above `among` − 1 others of the pool."""
    aligner = Aligner(min_score=0.0)
    rng = random.Random(1)
    first = 0
    wrong: list[tuple[Cell, ...]] = []
    began = time.perf_counter()
    for ja, en in pairs:
        others = [other for _, other in rng.sample(pool, among - 1) if other != en]
        own, *scores = [max((x.score for x in aligner.align([ja], c)), default=0.0) for c in [en, *others]]
        best = max(range(len(scores)), key=scores.__getitem__)
        first += own > scores[best]
        if own <= scores[best]:
            wrong.append((ja, en, own, others[best], scores[best]))
    spent = time.perf_counter() - began
    top = share(first, len(pairs))
    milliseconds = share(1000 * spent, len(pairs) * among)
    figures = {"names": len(pairs), "among": among, "first": top, "ms": milliseconds}
    table = Table(("names", "among", "right one first", "ms a candidate"), ((len(pairs), among, top, milliseconds),))
    return Report(figures, [table], wrong)


def katakana(folder: Folder, limit: int) -> Report:
    """Names in katakana among 50 in Latin letters."""
    rows = [(row["katakana"], row["latin"]) for row in folder.rows("katakana_names.tsv")]
    return ranked(random.Random(2).sample(rows, min(limit, _NAMES, len(rows))), rows, 50)


def companies(folder: Folder, limit: int) -> Report:
    """Companies' Japanese names among 20 English ones."""
    rows = [(row["ja"].replace("　", " "), row["en"]) for row in folder.rows("company_names.tsv")]
    return ranked(random.Random(2).sample(rows, min(limit, _NAMES, len(rows))), rows, 20)


KATAKANA = Measure(
    "katakana",
    "Foreign names in katakana",
    "A name in katakana is scored against its own spelling in Latin letters and 49 spellings of other names. The "
    "figure is the share of names whose own spelling alone scores highest. The names are from many languages, and the "
    "source contains errors.",
    katakana,
    "Names of Wikidata, from NETransliteration. The sound model is fitted on a part of it.",
    in_sample=True,
)
COMPANIES = Measure(
    "companies",
    "Company names",
    "A company's Japanese name is scored against its own English name and 19 others.",
    companies,
    "The EDINET code list of Japan's Financial Services Agency. The curve of the kind `organisation` is fitted on names of "
    "such companies.",
    in_sample=True,
)
