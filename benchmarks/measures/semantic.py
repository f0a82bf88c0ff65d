"""Links with a sentence encoder, in texts that no weight was fitted on."""

from benchmarks.data import Folder, MissingDataError
from benchmarks.measures.links import Counts, Match
from benchmarks.measures.unseen import UNSEEN
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Aligner

_MATCHES: tuple[Match, ...] = "strict", "loose"


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` pairs of each kind of text; they are part of the repository, not of the `folder`."""
    try:
        aligners = {"without": Aligner(), "with": Aligner(semantic=True)}
    except ImportError as error:
        raise MissingDataError(str(error)) from None
    figures: dict[str, float] = {}
    rows: list[tuple[Cell, ...]] = []
    columns: tuple[str, ...] = ()
    for name, aligner in aligners.items():
        counts = Counts()
        for path in sorted(UNSEEN.glob("*.jsonl")):
            for pair in Folder(UNSEEN).linked(path.name)[:limit]:
                counts.add(pair, aligner.align(pair.ja, pair.en, situation="translation").links)
        found = {"links": float(counts.predicted)}
        for match in _MATCHES:
            found[f"{match} precision"] = counts.precision(match)
            found[f"{match} recall"] = counts.recall(match)
            found[f"{match} F1"] = counts.f1(match)
        found["ECE"] = counts.ece
        figures |= {f"{name}/{figure}": value for figure, value in found.items()}
        rows.append((name, counts.predicted, *list(found.values())[1:]))
        columns = ("encoder", *found)
    return Report(figures, [Table(columns, tuple(rows))])


MEASURE = Measure(
    "semantic",
    "Links with a sentence encoder",
    "All [these texts](#links-of-texts-that-nothing-was-fitted-on) together, without and with [the sentence "
    "encoder](semantic.md) of the extra `semantic`.",
    run,
    "The same texts as there.",
)
