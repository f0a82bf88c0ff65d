"""What fitted models are worth on documents that they were fitted on, and on documents that were held out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

import termalign.calibration as calibration
import termalign.score as score
from benchmarks.chances import auc, calibration_error, log_loss, share
from benchmarks.fitting.outcomes import Outcome, outcomes
from benchmarks.fitting.stages import Stages, Weights
from benchmarks.measures.links import Counts
from benchmarks.measures.words import Tally, content
from benchmarks.report import Cell, Table
from termalign import Aligner
from termalign.calibration import Scale, Way

AS_IT_IS = {way: Scale(1.0, 0.0) for way in get_args(Way)}
MIN_SCORES = (0.2, 0.3, 0.35, 0.4, 0.5, 0.6)
Held = Callable[[str], bool]
"""Whether a document is one to ask about."""


class Part(NamedTuple):
    """Weights, the documents to ask about, and what they say of them before calibration."""

    weights: Weights
    held: Held
    links: list[Outcome]
    claims: dict[str, list[tuple[float, float]]]  # by stage: chance, and how right it is


def part(stages: Stages, kept: Held, held: Held) -> Part:
    """Fit on the documents that are `kept`, ask about those that are `held`."""
    weights, examples = stages.fitted(kept)
    calibration.use(AS_IT_IS)
    claims = {
        stage: [(score.probability(x.numbers), x.right) for x in among if held(x.document)]
        for stage, among in examples.items()
    }
    return Part(weights, held, outcomes(stages, held), claims)


def stage_table(seen: Part, unseen: Sequence[Part]) -> Table:
    """Each stage's model, by itself: does it tell right from wrong, and are its chances as large as they say."""
    rows: list[tuple[Cell, ...]] = []
    for stage, before in seen.claims.items():
        after = [pair for each in unseen for pair in each.claims[stage]]
        rows.append((stage, len(after), *_worth(before), *_worth(after)))
    columns = ("stage", "examples", "AUC", "log loss", "ECE", "AUC held out", "log loss held out", "ECE held out")
    return Table(columns, tuple(rows), "Models, on what they were fitted on and held out")


def _worth(pairs: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    chances, right = [chance for chance, _ in pairs], [right for _, right in pairs]
    halves = [c for c, r in pairs if r >= 0.5], [c for c, r in pairs if r < 0.5]
    return auc(*halves), log_loss(chances, right), calibration_error(chances, right)


def way_table(unseen: Sequence[Part], cross: Sequence[Mapping[str, Scale]], fitted: Mapping[str, Scale]) -> Table:
    """Links of held-out documents before calibration, and after one that was fitted on the other folds."""
    rows: list[tuple[Cell, ...]] = []
    for way in get_args(Way):
        links = [
            (x, scales[way]) for each, scales in zip(unseen, cross, strict=True) for x in each.links if x.way == way
        ]
        right = [float(x.right) for x, _ in links]
        raw, after = [x.score for x, _ in links], [scale.chance(x.score) for x, scale in links]
        errors = calibration_error(raw, right), calibration_error(after, right)
        losses = log_loss(raw, right), log_loss(after, right)
        rows.append((way, len(links), share(sum(right), len(right)), *fitted[way], *errors, *losses))
    columns = ("way", "links", "right", "slope", "shift", "ECE as is", "ECE", "log loss as is", "log loss")
    return Table(columns, tuple(rows), "Links of held-out documents, as scored and as calibrated on the other folds")


def threshold_table(stages: Stages, parts: Sequence[Part], cross: Sequence[Mapping[str, Scale]], caption: str) -> Table:
    """News links and word pairs of the parts' documents at each `min_score`."""
    rows: list[tuple[Cell, ...]] = []
    counts = {least: Counts() for least in MIN_SCORES}
    tallies = {least: Tally() for least in MIN_SCORES}
    for each, scales in zip(parts, cross, strict=True):
        score.use(each.weights)
        calibration.use(scales)
        for least in MIN_SCORES:
            aligner = Aligner(min_score=least)
            for pair in stages.located.news:
                if each.held(pair.document):
                    counts[least].add(pair, aligner.align(pair.ja, pair.en).links)
            for ja, en, known in _words(stages, each.held):
                tallies[least].add(content(aligner.align_words(ja, en), ja, en), content(known, ja, en))
    for least in MIN_SCORES:
        c, t = counts[least], tallies[least]
        rows.append((least, c.predicted, c.f1("strict"), c.f1("loose"), c.ece, t.error_rate, t.precision, t.recall))
    columns = ("min_score", "links", "strict F1", "loose F1", "ECE", "content AER", "word precision", "word recall")
    return Table(columns, tuple(rows), caption)


def _words(stages: Stages, held: Held) -> Iterator[tuple[list[str], list[str], list[tuple[int, int]]]]:
    """The word-aligned sentences of the documents held."""
    documents = (text.document for text in stages.texts if text.predicates)
    for document, record in zip(documents, stages.words, strict=True):
        if held(document):
            yield record["ja_tokens"], record["en_tokens"], [(i, j) for i, j in record["links"]]
