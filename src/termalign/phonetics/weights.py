"""The learned table: how much more often than by chance a sound unit and some letters stand for each other."""

import math
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LONGEST = 5
"""Most letters (boundaries among them) that one sound unit takes."""


class Weights(NamedTuple):
    """The table ``weights.tsv``, ready for use."""

    spelled: dict[str, dict[str, float]]
    silent: dict[str, float]


def parse_weights(table: str) -> Weights:
    """Read a table of ``unit⇥letters⇥natural log of the odds ratio``; lines that begin with ``#`` are comment."""
    spelled: dict[str, dict[str, float]] = {}
    for line in table.splitlines():
        if line[0] != "#":
            unit, letters, weight = line.split("\t")
            spelled.setdefault(unit, {})[letters] = math.exp(float(weight))
    silent = spelled.pop("", {})
    return Weights(spelled, silent)


@cache
def weights() -> Weights:
    """The shipped table, read once."""
    return parse_weights(files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8"))
