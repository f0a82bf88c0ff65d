"""What the alignment scores of English abbreviations are worth.

    python -m benchmarks.fitting.abbreviations --data FOLDER

holds each short form against its own long form and against the text before other brackets, and prints how often
either reaches a score: the pseudo-precision of Sohn et al. (2008), from which the weights and priors of
`termalign.abbreviations` are rounded.
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import Folder
from termalign.abbreviations.agreement import best_reading
from termalign.abbreviations.short_form import Side
from termalign.abbreviations.word_parts import parts

SCORES = (-1, 0, 1, 2, 3, 4, 5)
CONTEXTS_A_PAIR = 12

ByLetters = Mapping[int, Sequence[float]]
"""Scores by the number of letters in the short form, 5 standing for more."""


def score(short: str, words: str, side: Side) -> float:
    """The score of the best way to read `short` out of `words`."""
    limit = 3 * sum(map(str.isalnum, short)) + 12
    match = best_reading(short, parts(words, 0, len(words))[-limit:], side)
    return match.score if match else float("-inf")


def scored(records: Sequence[Mapping[str, Any]]) -> tuple[ByLetters, ByLetters]:
    """Scores against their own long forms, and against what stands before other brackets."""
    rng = random.Random(1)
    contexts = [
        record["text"][max(0, bracket.start() - 200) : bracket.start()]
        for record in records
        for bracket in re.finditer(r"\(", record["text"])
    ]
    true: dict[int, list[float]] = defaultdict(list)
    by_chance: dict[int, list[float]] = defaultdict(list)
    for short, long in (pair for record in records for pair in record["pairs"]):
        letters = min(5, sum(map(str.isalpha, short)))
        true[letters].append(score(short, long, "within"))
        for context in rng.sample(contexts, CONTEXTS_A_PAIR):
            if long.strip() not in context:
                by_chance[letters].append(score(short, context, "before"))
    return true, by_chance


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    true, by_chance = scored(Folder(parser.parse_args().data).records("abbreviations.jsonl"))
    print("letters  share of true pairs / of chance pairs with at least this score")
    for letters in sorted(true):
        shares = (
            f"{least}: {sum(s >= least for s in true[letters]) / len(true[letters]):.2f}"
            f"/{sum(s >= least for s in by_chance[letters]) / len(by_chance[letters]):.3f}"
            for least in SCORES
        )
        print(f"{letters}{'+' if letters == 5 else ' '}  ", "  ".join(shares))


if __name__ == "__main__":
    main()
