"""English abbreviations with their long forms, in abstracts."""

from benchmarks.chances import harmonic, share
from benchmarks.data import Folder
from benchmarks.report import Cell, Measure, Report, Table
from termalign import find_abbreviations


def run(folder: Folder, limit: int) -> Report:
    """All texts, whatever the `limit`: it takes a second."""
    right = said = known = 0
    wrong: list[tuple[Cell, ...]] = []
    records = folder.records("abbreviations.jsonl")
    for record in records:
        gold = {(short.strip().lower(), long.strip().lower()) for short, long in record["pairs"]}
        found = {(a.short.text.lower(), a.long.text.lower()) for a in find_abbreviations(record["text"])}
        right, said, known = right + len(gold & found), said + len(found), known + len(gold)
        wrong += [("false", *pair) for pair in sorted(found - gold)]
        wrong += [("missed", *pair) for pair in sorted(gold - found)]
    p, r = share(right, said), share(right, known)
    figures = {"texts": len(records), "precision": p, "recall": r, "f1": harmonic(p, r)}
    row = (len(records), known, p, r, harmonic(p, r))
    return Report(figures, [Table(("texts", "pairs", "precision", "recall", "F1"), (row,))], wrong)


MEASURE = Measure(
    "abbreviations",
    "English abbreviations",
    "This test applies `find_abbreviations` to abstracts of medical papers. A pair is right if its short form and its "
    "long form equal those of the reference, ignoring case.",
    run,
    "Half of MED1250. The priors and weights of the abbreviation finder are rounded from it.",
    in_sample=True,
)
