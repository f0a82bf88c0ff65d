"""Located terms: the term is given with its place in the Japanese, its rendering is to be found in the English."""

import time
from collections.abc import Iterable

from benchmarks.chances import share
from benchmarks.data import Folder, MissingDataError
from benchmarks.report import Cell, Measure, Report, Table
from benchmarks.spans import closeness, exact, right_spans
from termalign import Aligner, Link

SETS = ("kyoto_terms", "law_terms", "entity_terms")  # the last is nobody's development data: it may be missing


def run(folder: Folder, limit: int) -> Report:
    """Every set that is there, at most `limit` terms of each."""
    there = [name for name in SETS if _is_there(folder, name)]
    if not there:
        raise MissingDataError(f"none of {', '.join(SETS)} in {folder.path}")
    return report(folder, there, limit)


def _is_there(folder: Folder, name: str) -> bool:
    try:
        folder.file(f"{name}.jsonl")
    except MissingDataError:
        return False
    return True


def report(folder: Folder, names: Iterable[str], limit: int) -> Report:
    """At most `limit` terms of each of these sets."""
    figures: dict[str, float] = {}
    rows: list[tuple[Cell, ...]] = []
    wrong: list[tuple[Cell, ...]] = []
    for name in names:
        found, misses = measured(folder, name, limit)
        label = name.removesuffix("_terms")
        figures |= {f"{label}/{key}": value for key, value in found.items()}
        rows.append((label, *found.values()))
        wrong += misses
    columns = ("set", "terms", "exact", "char F1", "abstained", "precision", "ms a term")
    return Report(figures, [Table(columns, tuple(rows))], wrong)


def measured(folder: Folder, name: str, limit: int) -> tuple[dict[str, float], list[tuple[Cell, ...]]]:
    """The figures of one set, and what went wrong; terms that the English leaves out are not counted."""
    aligner = Aligner()
    terms = [(pair, *term) for pair in folder.pairs(f"{name}.jsonl") for term in pair.terms]
    tasks = [(pair, place, spans) for pair, place, spans in terms if spans][:limit]
    equal, close, abstained = 0, 0.0, 0
    wrong: list[tuple[Cell, ...]] = []
    began = time.perf_counter()
    for pair, place, spans in tasks:
        link = best_at(place, aligner.align(pair.ja, pair.en, terms=[place]).links)
        near = 0.0
        if link is None:
            abstained += 1
        else:
            near = closeness(pair.en, (link.en.start, link.en.end), right_spans(pair.en, spans))
        equal += exact(near)
        close += near
        if not exact(near):
            said = None if link is None else link.en.text
            wrong.append((name, pair.ja[slice(*place)], said, pair.en[slice(*spans[0])]))
    spent = time.perf_counter() - began
    n = len(tasks)
    return {
        "terms": n,
        "exact": share(equal, n),
        "char_f1": share(close, n),
        "abstained": share(abstained, n),
        "precision": share(equal, n - abstained),
        "ms": share(1000 * spent, n),
    }, wrong


def best_at(place: tuple[int, int], links: tuple[Link, ...]) -> Link | None:
    """The surest link of the term at `place`."""
    return max((x for x in links if (x.ja.start, x.ja.end) == place), key=lambda x: x.score, default=None)


MEASURE = Measure(
    "located",
    "Terms located in a sentence",
    "A term is given with its position in a Japanese sentence, and the aligner finds the words of the translation "
    "that render it. *Exact* is the share of terms whose best span equals a right one, ignoring leading articles; for "
    "“Romaji (gloss)”, the romaji alone is right too. *Char F1* is the overlap of the two spans, or 0 without an "
    "answer. *Abstained* is the share of terms without an answer, and *precision* the share of answers that are "
    "exact.",
    run,
    "NICT Kyoto corpus (terms located by string match, so the reference contains some errors) and Japanese Law "
    "Translation. Weights are fitted on a part of both.",
    in_sample=True,
)
