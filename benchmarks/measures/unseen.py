"""Links end to end, in texts that no weight was fitted on."""

from pathlib import Path

from benchmarks.data import Folder
from benchmarks.measures.links import Counts
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Aligner

UNSEEN = Path(__file__).parents[1] / "labels/unseen"


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` pairs of each domain; they are part of the repository, not of the `folder`."""
    aligner = Aligner()
    figures: dict[str, float] = {}
    rows: list[tuple[Cell, ...]] = []
    wrong: list[tuple[Cell, ...]] = []
    for path in sorted(UNSEEN.glob("*.jsonl")):
        counts = Counts()
        for pair in Folder(UNSEEN).linked(path.name)[:limit]:
            counts.add(pair, aligner.align(pair.ja, pair.en, situation="translation").links)
        found = {
            "known": float(counts.known),
            "predicted": float(counts.predicted),
            "strict_f1": counts.f1("strict"),
            "loose_precision": counts.precision("loose"),
            "loose_recall": counts.recall("loose"),
            "loose_f1": counts.f1("loose"),
            "ece": counts.ece,
        }
        figures |= {f"{path.stem}/{name}": value for name, value in found.items()}
        rows.append((path.stem, counts.known, counts.predicted, *list(found.values())[2:]))
        wrong += [(path.stem, *case) for case in counts.wrong]
    columns = (
        "domain",
        "links known",
        "links found",
        "strict F1",
        "loose precision",
        "loose recall",
        "loose F1",
        "ECE",
    )
    return Report(figures, [Table(columns, tuple(rows))], wrong)


MEASURE = Measure(
    "unseen",
    "Links of texts that nothing was fitted on",
    "The aligner receives a text and its translation and finds the terms itself. The texts are in the repository, in "
    "`benchmarks/labels/unseen`, so that anybody can repeat the measurement. They were written and labelled after the "
    "weights had been fitted, and no weight is fitted on them. For *strict*, both spans of a link must be exact. For "
    "*loose*, the Japanese spans must overlap and the English spans share at least half.",
    run,
    "Texts of nine kinds, written and annotated by hand for this project: games, statutes and contracts, world news, "
    "news, business, encyclopaedia, fiction, software documentation, medicine.",
)
