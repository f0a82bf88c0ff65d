"""Lists of terms against articles that no weight was fitted on."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from benchmarks.chances import calibration_error, harmonic, share
from benchmarks.data import Folder
from benchmarks.report import Cell, Measure, Report, Table
from benchmarks.spans import bare
from termalign import Aligner

UNSEEN = Path(__file__).parents[1] / "labels/unseen_lists"


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` articles; they are part of the repository, not of the `folder`."""
    unseen = Folder(UNSEEN)
    records, short = (unseen.records(f"{name}.jsonl")[:limit] for name in ("articles", "short_forms"))
    everybody = list(dict.fromkeys(term["ja"] for record in records for term in record["terms"]))
    figures: dict[str, float] = {}
    rows: list[tuple[Cell, ...]] = []
    wrong: list[tuple[Cell, ...]] = []
    for name, articles, others in (
        ("its own list", records, ()),
        ("the lists of all articles", records, everybody),
        ("a list of full forms", short, ()),
    ):
        counts = _Counts()
        for record in articles:
            counts.add(record, others)
        found = counts.figures()
        figures |= {f"{name}/{column}": value for column, value in found.items()}
        times = found.pop("ms") / figures["its own list/ms"]
        rows.append((name, counts.known, len(counts.chances), *found.values(), times))
        wrong += [(name, *case) for case in counts.wrong]
    columns = ("each article with", "mentions", "links", "precision", "recall", "F1", "ECE", "time")
    return Report(figures, [Table(columns, tuple(rows))], wrong)


class _Counts:
    def __init__(self) -> None:
        self._aligner = Aligner()
        self.known = self._hits = 0
        self.chances: list[float] = []
        self._right: list[float] = []
        self._times: list[float] = []
        self.wrong: list[tuple[Cell, ...]] = []

    def add(self, record: Mapping[str, Any], others: Sequence[str]) -> None:
        """Align an article with its own terms and those of others that it is not known to mention."""
        en = str(record["en"])
        known = {term["ja"]: {bare(en, tuple(span)) for span in term["en"]} for term in record["terms"]}
        also = record.get("also", ())
        terms = [*known, *(ja for ja in others if ja not in known and ja not in also)]
        start = process_time()
        links = self._aligner.align(terms, en).links
        self._times.append(1000 * (process_time() - start))
        said = {(link.ja.text, bare(en, (link.en.start, link.en.end))): link.score for link in links}
        wanted = {(ja, span) for ja, spans in known.items() for span in spans}
        self.known, self._hits = self.known + len(wanted), self._hits + len(wanted & said.keys())
        self.chances += said.values()
        self._right += [float(place in wanted) for place in said]
        self.wrong += [("missed", ja, en[slice(*span)]) for ja, span in sorted(wanted - said.keys())]
        self.wrong += [("false", ja, en[slice(*span)]) for ja, span in sorted(said.keys() - wanted)]

    def figures(self) -> dict[str, float]:
        precision, recall = share(sum(self._right), len(self._right)), share(self._hits, self.known)
        error = calibration_error(self.chances, self._right)
        f1 = harmonic(precision, recall)
        return {"precision": precision, "recall": recall, "f1": f1, "ece": error, "ms": median(self._times)}


MEASURE = Measure(
    "lists",
    "Lists of terms and articles that nothing was fitted on",
    "The aligner receives a list of Japanese terms and an English news article, and finds every mention. A fifth of "
    "the terms are not mentioned in their article. In the second row, each article is aligned with the terms of all "
    "fifteen articles. The third row is of fourteen other articles: their lists have the full names of people, "
    "companies, teams and offices, and the articles mostly the short ones, as in headlines (*Takaichi*, *Nissan*, "
    "*Tigers*). A quarter of these terms are not mentioned, and half of those are traps, such as somebody else of the "
    "same family name. A link counts only if its words are exactly those of the label. The articles are in the "
    "repository, in `benchmarks/labels/unseen_lists`. They were written and labelled by people who did not know the "
    "program, and no weight is fitted on them. *Time* is the processor time for an article, where that in the first row is 1.",
    run,
    "Twenty-nine news articles with 1,286 terms, written and annotated by hand for this project.",
)
