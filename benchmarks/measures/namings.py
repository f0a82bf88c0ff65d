"""Namings: what encyclopedias put in brackets after a name, said in a sentence; gloss and romaji are both to be found."""

from benchmarks.chances import share
from benchmarks.data import Folder
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Aligner


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` names."""
    aligner = Aligner()
    rows = [row for row in folder.rows("namings.tsv") if row["ja"] and row["romaji"]][:limit]
    gloss = romaji = 0
    wrong: list[tuple[Cell, ...]] = []
    for row in rows:
        en = f"The report describes {row['romaji']} as it is known there, and {row['en']} in English."
        said = {link.en.text.lower() for link in aligner.align([row["ja"]], en)}
        gloss += row["en"].lower() in said
        romaji += row["romaji"].lower() in said
        wrong += [("missed", row["ja"], row[key]) for key in ("romaji", "en") if row[key].lower() not in said]
    n = len(rows)
    figures = {"names": n, "gloss": share(gloss, n), "romaji": share(romaji, n)}
    return Report(
        figures, [Table(("names", "gloss found", "romaji found"), ((n, share(gloss, n), share(romaji, n)),))], wrong
    )


MEASURE = Measure(
    "namings",
    "Names with gloss and romaji",
    "A term listed alone, and an English sentence that has both its romaji and its English name, as “English name "
    "(漢字, *rōmaji*)” in encyclopedias: the share of each that is found as it stands.",
    run,
    "A table `namings.tsv` of names (columns ja, romaji, en), such as the first lines of Wikipedia articles give. "
    "Nothing is fitted on it.",
)
