"""Links end to end: the aligner is given a news sentence and its translation, and finds the terms itself."""

from collections.abc import Sequence
from typing import Literal

from benchmarks.chances import calibration_error, harmonic, share
from benchmarks.data import Folder, Offsets, Pair
from benchmarks.report import Cell, Measure, Report, Table
from benchmarks.spans import Pairing
from termalign import Aligner, Link

Match = Literal["strict", "loose"]


class Counts:
    """Links of many sentences, against those that are known."""

    def __init__(self) -> None:
        self.known = self.predicted = 0
        self.found = {"strict": 0, "loose": 0}  # known links that were found
        self.right = {"strict": 0, "loose": 0}  # predicted links that are right
        self.chances: list[float] = []
        self.hits: list[float] = []  # 1 for a link that is loosely right
        self.wrong: list[tuple[Cell, ...]] = []

    def add(self, pair: Pair, links: Sequence[Link]) -> None:
        """Count the links of one sentence pair."""
        known = Pairing(pair.en, [(ja, spans[0]) for ja, spans in pair.terms])
        spans: list[tuple[Offsets, Offsets]] = [((x.ja.start, x.ja.end), (x.en.start, x.en.end)) for x in links]
        strict, loose = known.found(spans)
        self.known += len(known.links)
        self.predicted += len(links)
        self.found["strict"] += strict
        self.found["loose"] += loose
        for link, (ja, en) in zip(links, spans, strict=True):
            hit = known.loose(ja, en)
            self.right["strict"] += known.strict(ja, en)
            self.right["loose"] += hit
            self.chances.append(link.score)
            self.hits.append(hit)
            if not hit:
                self.wrong.append(("false", link.ja.text, link.en.text, link.kind, link.score))
        for ja, en in known.links:
            if Pairing(pair.en, [(ja, en)]).found(spans) == (0, 0):
                self.wrong.append(("missed", pair.ja[slice(*ja)], pair.en[slice(*en)]))

    def precision(self, match: Match) -> float:
        return share(self.right[match], self.predicted)

    def recall(self, match: Match) -> float:
        return share(self.found[match], self.known)

    def f1(self, match: Match) -> float:
        return harmonic(self.precision(match), self.recall(match))

    @property
    def ece(self) -> float:
        """Expected calibration error of the scores, loosely right links being right."""
        return calibration_error(self.chances, self.hits)


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` sentence pairs."""
    aligner = Aligner()
    counts = Counts()
    pairs = folder.news()[:limit]
    for pair in pairs:
        counts.add(pair, aligner.align(pair.ja, pair.en).links)
    figures: dict[str, float] = {"sentences": len(pairs), "known": counts.known, "predicted": counts.predicted}
    rows = []
    matches: tuple[Match, ...] = ("strict", "loose")
    for match in matches:
        worth = {"precision": counts.precision(match), "recall": counts.recall(match), "f1": counts.f1(match)}
        figures |= {f"{match}/{name}": value for name, value in worth.items()}
        rows.append((match, counts.known, counts.predicted, *worth.values()))
    figures["ece"] = counts.ece
    columns = ("match", "links known", "links found", "precision", "recall", "F1")
    return Report(figures, [Table(columns, tuple(rows))], counts.wrong)


MEASURE = Measure(
    "links",
    "Links of running news, end to end",
    "The aligner receives a sentence and its translation and finds the terms itself. The reference has every term "
    "that the English renders: general nouns, names, numbers, compounds. *Strict*: both spans equal those of a known "
    "link, ignoring leading articles. *Loose*: the Japanese spans overlap, and the English spans share at least half "
    "of their characters.",
    run,
    "NTREX-128 news with links annotated by hand. Two annotators agree at a strict F1 of 0.946.",
    in_sample=True,
)
