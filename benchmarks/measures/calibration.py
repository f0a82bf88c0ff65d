"""Calibration: whether of links with a score of 0.8 four in five are right."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from benchmarks.chances import calibration_error, reliability, share
from benchmarks.data import Folder, Pair
from benchmarks.report import Measure, Report, Table
from benchmarks.spans import Pairing, closeness, right_spans
from termalign import Aligner

_FEWEST = 5  # links of a kind to say something of it


class Scored(NamedTuple):
    """A link's kind and score, and whether it is right."""

    kind: str
    score: float
    right: bool


def of_text(aligner: Aligner, pairs: list[Pair]) -> Iterator[Scored]:
    """Links of texts all of whose links are known."""
    for pair in pairs:
        known = Pairing(pair.en, [(ja, spans[0]) for ja, spans in pair.terms])
        for x in aligner.align(pair.ja, pair.en):
            yield Scored(x.kind, x.score, known.loose((x.ja.start, x.ja.end), (x.en.start, x.en.end)))


def of_given_terms(aligner: Aligner, pairs: list[Pair], limit: int) -> Iterator[Scored]:
    """Links of terms whose place in their sentence is given."""
    tasks = [(pair, *term) for pair in pairs for term in pair.terms]
    for pair, place, spans in tasks[:limit]:
        right = right_spans(pair.en, spans)
        for x in aligner.align(pair.ja, pair.en, terms=[place]):
            yield Scored(x.kind, x.score, closeness(pair.en, (x.en.start, x.en.end), right) >= 0.5)


def of_listed_terms(aligner: Aligner, pairs: list[Pair], limit: int) -> Iterator[Scored]:
    """Links of terms that are listed without a text: half of them in their translation, half in another sentence."""
    tasks = [(pair, other) for pair, other in zip(pairs, pairs[1:] + pairs[:1], strict=True) if pair.terms][:limit]
    for pair, other in tasks:
        place, spans = pair.terms[0]
        term = pair.ja[slice(*place)]
        right = right_spans(pair.en, spans)
        for x in aligner.align([term], pair.en):
            yield Scored(x.kind, x.score, closeness(pair.en, (x.en.start, x.en.end), right) >= 0.5)
        if term not in other.ja:
            yield from (Scored(x.kind, x.score, False) for x in aligner.align([term], other.en))


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` terms of each set, and all of the news."""
    aligner = Aligner()
    located = folder.pairs("kyoto_terms.jsonl")[:limit] + folder.pairs("law_terms.jsonl")[:limit]
    groups = {
        "news": list(of_text(aligner, folder.news())),
        "given": list(of_given_terms(aligner, located, limit)),
        "listed": list(of_listed_terms(aligner, located, limit)),
    }
    figures: dict[str, float] = {}
    summary, tables = [], []
    for name, scored in groups.items():
        chances, hits = [x.score for x in scored], [float(x.right) for x in scored]
        figures[f"{name}/ece"] = calibration_error(chances, hits)
        summary.append(
            (name, len(scored), share(sum(chances), len(scored)), share(sum(hits), len(scored)), figures[f"{name}/ece"])
        )
        bins = ((f"{b.low:.1f}–{b.high:.1f}", b.size, b.chance, b.right) for b in reliability(chances, hits))
        tables.append(Table(("score", "links", "mean score", "right"), tuple(bins), f"{name}, by score"))
    tables.insert(0, Table(("links", "n", "mean score", "right", "ECE"), tuple(summary)))
    tables.append(by_kind(groups["news"]))
    return Report(figures, tables)


def by_kind(scored: list[Scored]) -> Table:
    """The links of each kind that has a few."""
    rows = []
    for kind, found in groupby(sorted(scored), key=itemgetter(0)):
        links = list(found)
        if len(links) >= _FEWEST:
            chances, hits = [x.score for x in links], [float(x.right) for x in links]
            mean, right = sum(chances) / len(links), sum(hits) / len(links)
            rows.append((kind, len(links), mean, right, calibration_error(chances, hits)))
    return Table(("kind", "links", "mean score", "right", "ECE"), tuple(rows), "news, by kind")


MEASURE = Measure(
    "calibration",
    "What a score is worth",
    "A score should be the probability of being right: of links with a score near 0.8, four in five should be right. "
    "*ECE* (expected calibration error) is the difference between the mean score and the share of right links, "
    "averaged over tenths of the scale and weighted by their links. With a few hundred links, an ECE of about 0.03 "
    "arises by chance. A link counts as right if it is right by the *loose* measure. *News* are links found in "
    "running text. *Given* are terms with their position in a sentence. *Listed* are terms of a list; half of them "
    "are paired with an English sentence that does not render them.",
    run,
    "NTREX-128 news; NICT Kyoto corpus and Japanese Law Translation. Weights and calibration are fitted on all of them.",
    in_sample=True,
)
