"""``python -m benchmarks fit-heart``: the weights of `termalign.decide`, and the calibration of what it chooses.

Fold by fold, the weights are fitted without some of the documents (or domains), and those are answered with them: that is
what is printed, and what the calibration is fitted on. What is written is fitted on everything.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.fitting.analysis import Analyser
from benchmarks.fitting.answers import Answer, Tally
from benchmarks.fitting.command import fit_parser
from benchmarks.fitting.corpus import linked_texts, training_texts
from benchmarks.fitting.held import answered, by_document, by_domain, fitted_parts
from benchmarks.fitting.scale import Scale, calibration_table, of_others, outcomes, scale
from benchmarks.fitting.texts import Linked
from benchmarks.fitting.training import Trainer, nearly_right
from benchmarks.fitting.written import write
from benchmarks.report import Cell, Table, as_text
from termalign import Lexicon
from termalign.decide.calibration import AS_IT_IS, USUAL
from termalign.decide.calibration import Scale as Straight

_LEAST = 0.15  # chance of an exact link: the scale is fitted on answers that are at least as likely


def main(arguments: list[str], data: Path, package: Path) -> int:
    """The command line; `package` is the folder of termalign."""
    parser = fit_parser("fit-heart", __doc__, data, package)
    parser.add_argument(
        "--by", choices=("document", "domain"), default="document", help="what is held out together (%(default)s)"
    )
    options = parser.parse_args(arguments)
    texts, trainer = ready(Folder(options.data), options.every)
    parts = by_domain(texts) if options.by == "domain" else by_document(texts, options.folds)
    fitted, seen = [], []
    for n, (part, weights) in enumerate(fitted_parts(trainer, texts, parts)):
        fitted.append((part, weights))
        likely = answered(trainer, texts, part, weights, AS_IT_IS, _LEAST)
        seen.append([x for n, found in likely.items() for x in outcomes(texts[n], found)])
        print(f"part {n + 1} of {len(parts)}", file=sys.stderr)
    said: dict[int, Sequence[Answer]] = {}
    for (part, weights), line in zip(fitted, of_others(seen), strict=True):
        straight = Straight(line.slope, line.shift)
        said |= answered(trainer, texts, part, nearly_right(weights, line.weights), straight, USUAL)
    line = scale([x for each in seen for x in each])
    print(as_text(domain_table(texts, said)), as_text(calibration_table(seen, line)), sep="\n\n")
    if not options.dry:
        write(options.out, nearly_right(trainer.fitted(), line.weights), "text", Scale(line.slope, line.shift))
    return 0


def ready(data: Folder, every: int = 1) -> tuple[list[Linked], Trainer]:
    """The texts whose links are known, and what fits weights on them and on all else there is to learn from."""
    lexicon = Lexicon.default()
    texts = linked_texts(data)[::every]
    return texts, Trainer(training_texts(data, texts, lexicon, every), Analyser(lexicon))


def domain_table(texts: Sequence[Linked], found: Mapping[int, Sequence[Answer]]) -> Table:
    """What held-out texts were answered, by domain."""
    rows: list[tuple[Cell, ...]] = []
    for domain in (*dict.fromkeys(text.domain for text in texts), None):
        tally = Tally((text, found[n]) for n, text in enumerate(texts) if domain in (None, text.domain))
        rows.append((domain or "all", tally.known, tally.said, *tally.worth("strict"), *tally.worth("loose")))
    worth = [f"{match} {name}" for match in ("strict", "loose") for name in ("precision", "recall", "F1")]
    return Table(("domain", "known", "found", *worth), tuple(rows), "Texts that were held out")
