"""``python -m benchmarks fit``: the weights, then the calibration of what the aligner makes of them.

Weights are fitted on all development documents. Then, fold by fold, they are fitted without a part of the documents
and the aligner is asked about that part: what it says there says how far the weights are overfit, and, over all folds,
what a score is worth on documents that were not fitted on. That is what the scales of `termalign.calibration` are fitted
to, as the last stage. The tables that are printed are kept in benchmarks/heldout.json, for docs/accuracy.md.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.fitting.folds import Folds
from benchmarks.fitting.heldout import part, stage_table, threshold_table, way_table
from benchmarks.fitting.platt import scales
from benchmarks.fitting.stages import Stages, Weights
from benchmarks.report import as_text, rounded
from termalign.calibration import Scale

HELD_OUT = Path(__file__).parent.parent / "heldout.json"
"""The tables of the last fit, which the page shows."""
_SCORE_HEADER = (
    "# Weights of the logistic score (termalign.score), fitted by `python -m benchmarks fit`: feature, weight.\n"
)
_SCALE_HEADER = """\
# From score to chance (termalign.calibration), fitted by `python -m benchmarks fit`: way, slope and shift of the log odds.
"""


def main(arguments: list[str], data: Path, package: Path) -> int:
    """The command line; `package` is the folder that the tables belong in."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks fit", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=data, help="the folder of development data (%(default)s)")
    parser.add_argument(
        "--out", type=Path, default=package, help="where score.tsv and calibration.tsv go (%(default)s)"
    )
    parser.add_argument("--folds", type=int, default=5, help="parts that the documents are dealt to (%(default)s)")
    parser.add_argument("--dry", action="store_true", help="write nothing: only say what the fit is worth")
    options = parser.parse_args(arguments)
    if options.folds < 2:
        parser.error("--folds must be at least 2")
    stages, folds = Stages(Folder(options.data)), Folds(options.folds)
    seen = part(stages, lambda document: True, lambda document: True)
    unseen = []
    for fold in range(options.folds):
        print(f"fold {fold + 1} of {options.folds}", file=sys.stderr)
        unseen.append(part(stages, folds.outside(fold), folds.inside(fold)))
    fitted = scales([link for each in unseen for link in each.links])
    cross = [scales([link for other in unseen if other is not each for link in other.links]) for each in unseen]
    tables = [
        stage_table(seen, unseen),
        way_table(unseen, cross, fitted),
        threshold_table(stages, [seen], [fitted], "By `min_score`, of the text that all was fitted on"),
        threshold_table(stages, unseen, cross, "By `min_score`, of text that was held out"),
    ]
    print(*map(as_text, tables), sep="\n\n")
    if not options.dry:
        write(options.out, seen.weights, fitted)
        HELD_OUT.write_text(
            json.dumps(rounded([t.as_dict() for t in tables]), ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
    return 0


def write(package: Path, weights: Weights, fitted: dict[str, Scale]) -> None:
    """The two tables that the package carries."""
    rows = "".join(f"{name}\t{weights[name]:.4f}\n" for name in sorted(weights))
    (package / "score.tsv").write_text(_SCORE_HEADER + rows, encoding="utf-8")
    lines = "".join(f"{way}\t{scale.slope:.3f}\t{scale.shift:.3f}\n" for way, scale in fitted.items())
    (package / "calibration.tsv").write_text(_SCALE_HEADER + lines, encoding="utf-8")
