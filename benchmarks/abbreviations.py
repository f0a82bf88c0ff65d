"""English abbreviations against a file of texts and their pairs, and what the alignment scores are worth.

    python benchmarks/abbreviations.py ../shared/data/abbreviations.dev.jsonl [--chance] [--show]

A line of the file is ``{"text": ..., "pairs": [[short, long], ...]}``, as MED1250 (Sohn et al. 2008, US
Government work) has them. Pairs are compared as small-letter strings. `--chance` holds each short form
against its own long form and against the text before other brackets, and prints how often either reaches a
score: the pseudo-precision of Sohn et al. that the weights and priors of the package are rounded from.
"""

import argparse
import json
import random
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from termalign.abbreviations import find_abbreviations
from termalign.abbreviations.agreement import best_reading
from termalign.abbreviations.candidate import Side
from termalign.abbreviations.words import parts

SCORES = (-1, 0, 1, 2, 3, 4, 5)
CONTEXTS_A_PAIR = 12


def measure(records: list[dict[str, Any]], show: bool) -> None:
    right = found_count = gold_count = 0
    for record in records:
        gold = {(short.strip().lower(), long.strip().lower()) for short, long in record["pairs"]}
        found = {(a.short.text.lower(), a.long.text.lower()) for a in find_abbreviations(record["text"])}
        right, found_count, gold_count = (
            right + len(gold & found),
            found_count + len(found),
            gold_count + len(gold),
        )
        if show:
            for sign, pairs in (("+", found - gold), ("-", gold - found)):
                for short, long in sorted(pairs):
                    print(sign, short, "|", long)
    precision, recall = right / found_count, right / gold_count
    f1 = 2 * precision * recall / (precision + recall)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def score(short: str, words: str, side: Side) -> float:
    limit = 3 * sum(map(str.isalnum, short)) + 12
    match = best_reading(short, parts(words, 0, len(words))[-limit:], side)
    return match.score if match else float("-inf")


def chance(records: list[dict[str, Any]]) -> None:
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
    print("letters  share of true pairs / of chance pairs with at least this score")
    for letters in sorted(true):
        shares = (
            f"{least}: {sum(s >= least for s in true[letters]) / len(true[letters]):.2f}"
            f"/{sum(s >= least for s in by_chance[letters]) / len(by_chance[letters]):.3f}"
            for least in SCORES
        )
        print(f"{letters}{'+' if letters == 5 else ' '}  ", "  ".join(shares))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--chance", action="store_true")
    parser.add_argument("--show", action="store_true", help="print what is found too much (+) and not found (-)")
    options = parser.parse_args()
    with options.path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    measure(records, options.show)
    if options.chance:
        chance(records)


if __name__ == "__main__":
    main()
