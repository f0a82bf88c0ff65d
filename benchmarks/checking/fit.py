"""``python -m benchmarks fit-check``: the weights of ``checking/chances.tsv``, from errors planted into real translations.

What `missing` suspects where no error was planted is held to be none, what it suspects of a planted one to be one. Each text is
taken with glossaries that it keeps more and less strictly, and again with only those pairs that keep one wholly.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.checking.command import Text, planned, texts_in
from termalign import Aligner
from termalign.checking.kinds.missing import Missing, Suspicion
from termalign.checking.segment import Segment
from termalign.formats.pairs import Unit

_KEPT = (0.97, 0.97, 0.9, 0.8)
_VETTED = (True, False, True, False)
_PENALTY = 1.0  # on squared weights
_AGAINST = (
    "verb", "again", "compound", "compound again", "compound unlinked", "deviates", "absent too", "unlinked",
    "pronoun",
)  # fmt: skip
_HEAD = (
    "# What speaks for and against a finding being an error, in log odds; fitted by `python -m benchmarks fit-check`.\n"
)

Row = tuple[Mapping[str, float], bool]


def main(arguments: list[str], data: Path, package: Path) -> int:
    """The command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks fit-check", description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", default=[data / "parallel"], help="bitexts, or folders of them")
    parser.add_argument("--pairs", type=int, default=1000, help="of each file and glossary (%(default)s)")
    parser.add_argument("--skip", type=int, default=0, help="pairs at the beginning of each file (%(default)s)")
    parser.add_argument("--dry", action="store_true", help="print the weights, and write nothing")
    options = parser.parse_args(arguments)
    rows: list[Row] = []
    for name, every in texts_in(options.data):
        pairs = every[options.skip :]
        for k, (kept, vetted) in enumerate(zip(_KEPT, _VETTED, strict=True)):
            part = pairs[k // 2 * options.pairs : (k // 2 + 1) * options.pairs]
            asked = argparse.Namespace(seed=k + 1, terms=600, kept=kept, vetted=vetted, errors=options.pairs // 10)
            rows += suspected(planned(name, part, asked))
    weights = fitted(rows)
    path = package / "checking" / "chances.tsv"
    others = [line for line in path.read_text(encoding="utf-8").splitlines(True) if line.startswith("missing in ")]
    table = "".join([_HEAD, *(f"missing\t{name}\t{weight:.2f}\n" for name, weight in weights.items()), *others])
    print(table)
    if not options.dry:
        path.write_text(table, encoding="utf-8")
    return 0


def suspected(text: Text) -> Iterator[Row]:
    """The features of all that `missing` suspects in a text: without its errors, and of its errors."""
    aligner = Aligner(min_score=0.0)
    for pairs, errors in ((text.pairs, False), (text.spoilt, True)):
        checker = Missing()
        held: list[Suspicion] = []
        for number, (ja, en) in enumerate(pairs, 1):
            held += checker.look(Segment(Unit(ja, en), number, "", text.glossary, aligner))
        for suspicion in held:
            number, term = suspicion.finding.number - 1, suspicion.finding.term
            planted = number in text.plan and text.plan[number][1].term == term
            if planted or not errors:
                yield suspicion.features(), errors and planted


def fitted(rows: Sequence[Row]) -> dict[str, float]:
    """Weights by regularised logistic regression, of which none but the bias may speak for an error."""
    matrix = np.array([[1.0, *(features.get(name, 0.0) for name in _AGAINST)] for features, _ in rows])
    signs = np.array([1.0 if error else -1.0 for _, error in rows])

    def loss(weights: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
        return float(np.logaddexp(0, -signs * (matrix @ weights)).sum() + _PENALTY * (weights[1:] ** 2).sum())

    bounds = [(None, None), *((None, 0.0) for _ in _AGAINST)]
    found = minimize(loss, np.zeros(matrix.shape[1]), method="L-BFGS-B", bounds=bounds).x
    return {name: float(weight) for name, weight in zip(("bias", *_AGAINST), found, strict=True)}
