"""Abstention: whether the score tells a term that the English renders from one that it does not."""

import random

from benchmarks.chances import auc
from benchmarks.data import Folder
from benchmarks.report import Measure, Report, Table
from termalign import Aligner


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` terms, each scored in its own translation and in another sentence's."""
    aligner = Aligner(min_score=0.0)
    pairs = [p for p in folder.pairs("kyoto_terms.jsonl") + folder.pairs("law_terms.jsonl") if p.terms]
    random.Random(5).shuffle(pairs)
    pairs = pairs[:limit]
    rendered, absent = [], []
    for pair, other in zip(pairs, pairs[1:] + pairs[:1], strict=True):
        term = pair.ja[slice(*pair.terms[0][0])]
        rendered.append(max((x.score for x in aligner.align([term], pair.en)), default=0.0))
        absent.append(max((x.score for x in aligner.align([term], other.en)), default=0.0))
    area = auc(rendered, absent)
    threshold = Aligner().min_score
    kept = sum(s >= threshold for s in rendered) / len(pairs)
    false = sum(s >= threshold for s in absent) / len(pairs)
    figures = {"terms": len(pairs), "auc": area, "kept": kept, "false": false}
    columns = ("terms", "AUC", "linked where rendered", "linked where not")
    return Report(figures, [Table(columns, ((len(pairs), area, kept, false),))])


MEASURE = Measure(
    "abstention",
    "Telling that a term is not rendered",
    "A list with a single term is scored in the translation of the term's own sentence and in that of another sentence. AUC "
    "is the probability that the first score is higher. The other columns are the shares of links that reach the default "
    "`min_score`.",
    run,
    "NICT Kyoto corpus and Japanese Law Translation. Weights are fitted on a part of both.",
    in_sample=True,
)
