"""The command line of a fit: what all of them are asked."""

import argparse
from collections.abc import Callable
from pathlib import Path


def fit_parser(
    name: str, doc: str | None, data: Path, package: Path, *, folds: int = 4, each: str | None = "text"
) -> argparse.ArgumentParser:
    """The arguments of a fit.

    Parameters
    ----------
    name : str
        Its command, such as ``fit-heart``.
    doc : str
        What it does.
    data : Path
        The folder of development data.
    package : Path
        The folder of termalign.
    folds : int
        Parts that the documents are dealt to, if nothing else is said.
    each : str, optional
        What ``--every`` takes some of; none, and there is no such option.
    """
    parser = argparse.ArgumentParser(
        prog=f"python -m benchmarks {name}", description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=data, help="the folder of development data (%(default)s)")
    parser.add_argument(
        "--out", type=Path, default=package / "decide/weights.tsv", help="the table to put them into (%(default)s)"
    )
    parser.add_argument(
        "--folds", type=_at_least(2), default=folds, help="parts that the documents are dealt to (%(default)s)"
    )
    if each:
        parser.add_argument("--every", type=_at_least(1), default=1, help=f"take only every so many'th {each}: a trial")
    parser.add_argument("--dry", action="store_true", help="write nothing: only say what the fit is worth")
    return parser


def _at_least(least: int) -> Callable[[str], int]:
    """Reads a whole number that is no smaller."""

    def number(text: str) -> int:
        if int(text) < least:
            raise argparse.ArgumentTypeError(f"must be at least {least}")
        return int(text)

    return number
