"""``python -m benchmarks fit-given``: the weights of terms that the user gives, and the calibration of what they choose.

They are drawn towards the stage ``together`` of `termalign.decide`: the candidates of a term compete with each other, and
with nothing. Fold by fold, they are fitted without some of the documents, and the terms of those are answered with them:
that is what is printed, and what the calibration is fitted on. What is written is fitted on everything. What the stages
before say of a document always comes from weights that were fitted without it.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.chances import auc, share
from benchmarks.data import Folder
from benchmarks.fitting.analysis import Analyser
from benchmarks.fitting.command import fit_parser
from benchmarks.fitting.given_terms import given_terms
from benchmarks.fitting.heart import ready
from benchmarks.fitting.held import by_document, without
from benchmarks.fitting.rivals import Answered, Rivals
from benchmarks.fitting.scale import AS_IT_IS, Outcome, calibration_table, scale
from benchmarks.fitting.training import Weights
from benchmarks.fitting.written import write
from benchmarks.report import Cell, Table, as_text
from termalign import Lexicon
from termalign.decide.weights import packaged


def main(arguments: list[str], data: Path, package: Path) -> int:
    """The command line; `package` is the folder of termalign."""
    options = fit_parser("fit-given", __doc__, data, package, folds=3, each="term").parse_args(arguments)
    data_folder = Folder(options.data)
    terms = given_terms(data_folder, options.every)
    texts = [term.text for term in terms]
    parts = by_document(texts, options.folds)
    _, trainer = ready(data_folder, options.every)
    stages: dict[int, Weights] = {}
    for n, part in enumerate(parts):
        stages.update(dict.fromkeys(part, trainer.fitted(without(texts, part))))
        print(f"the stages before without part {n + 1} of {options.folds}", file=sys.stderr)
    rivals = Rivals(terms, Analyser(Lexicon.default()), [stages[n] for n in range(len(terms))])
    seen: list[dict[int, Answered]] = []
    before: dict[int, Answered] = {}
    for n, part in enumerate(parts):
        together = stages[min(part)]["together"]
        before |= rivals.answers(together, part)
        seen.append(rivals.answers(rivals.fitted(together, without(texts, part)), part))
        print(f"part {n + 1} of {options.folds}", file=sys.stderr)
    found = {n: outcome for each in seen for n, outcome in each.items()}
    outcomes = [[Outcome(x.odds, x.near) for x in each.values()] for each in seen]
    line = scale([x for each in outcomes for x in each])
    print(as_text(set_table(rivals, before, found)), as_text(calibration_table(outcomes, line)), sep="\n\n")
    if not options.dry:
        write(options.out, {"given": rivals.fitted(packaged()["together"])}, "given", line)
    return 0


def set_table(rivals: Rivals, before: Mapping[int, Answered], found: Mapping[int, Answered]) -> Table:
    """What held-out terms were answered, by set, and what the stage ``together`` answers of them alone."""
    hits = rivals.right, {n for n, x in before.items() if x.right}, {n for n, x in found.items() if x.right}
    scores = [AS_IT_IS.chance(found[n].odds) if n in found else 0.0 for n in range(len(rivals.terms))]
    rows: list[tuple[Cell, ...]] = []
    for name in (*dict.fromkeys(term.set for term in rivals.terms), None):
        chosen = [(n, term) for n, term in enumerate(rivals.terms) if name in (None, term.set)]
        rendered = {n for n, term in chosen if term.rendered}
        left_out = [scores[n] for n, _ in chosen if n not in rendered]
        exact = [share(len(hit & rendered), len(rendered)) if rendered else None for hit in hits]
        said = share(sum(score >= 0.5 for score in left_out), len(left_out)) if left_out else None
        rows.append((name or "all", len(chosen), *exact, said, auc([scores[n] for n in rendered], left_out)))
    columns = ("set", "terms", "a candidate", "exact by together", "exact", "linked though left out", "AUC")
    return Table(columns, tuple(rows), "Given terms that were held out")
