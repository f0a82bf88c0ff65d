"""Namings: what encyclopedias put in brackets after a name, said in a sentence; gloss and romaji are both to be found."""

from benchmarks.chances import share
from benchmarks.data import Folder
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Aligner


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` names."""
    aligner = Aligner()
    rows = [row for row in folder.rows("namings.tsv") if row["ja"] and row["romaji"]][:limit]
    gloss = romaji = unsaid = 0
    wrong: list[tuple[Cell, ...]] = []
    for row in rows:
        en = f"The report describes {row['romaji']} as it is known there, and {row['en']} in English."
        said = {link.en.text.lower() for link in aligner.align([row["ja"]], en)}
        gloss += row["en"].lower() in said
        romaji += row["romaji"].lower() in said
        plain = (
            f"The report describes {row['romaji']} at length, and {row['en']} was what most readers wanted to hear of."
        )
        unsaid += row["en"].lower() in {link.en.text.lower() for link in aligner.align([row["ja"]], plain)}
        wrong += [("missed", row["ja"], row[key]) for key in ("romaji", "en") if row[key].lower() not in said]
    n = len(rows)
    figures = {"names": n, "gloss": share(gloss, n), "gloss unsaid": share(unsaid, n), "romaji": share(romaji, n)}
    header = ("names", "gloss found", "not said to be English", "romaji found")
    return Report(figures, [Table(header, (tuple(figures.values()),))], wrong)


MEASURE = Measure(
    "namings",
    "Names with gloss and romaji",
    "A list has a single name. The English sentence has the name both in English and in romaji, as encyclopedias "
    "write it: “English name (漢字, *rōmaji*)”. Some sentences say which is the Japanese name and which the English "
    "one. For these, the columns give the share of English names and the share of romaji that are found. For the "
    "other sentences, the share of English names is given separately.",
    run,
    "A table `namings.tsv` of names (columns ja, romaji, en), as in the first lines of Wikipedia articles. Nothing is "
    "fitted on it.",
)
