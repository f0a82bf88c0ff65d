"""``python -m benchmarks growth``: ten times the input, how many times the time, for entry points × shapes of text.

Each shape of text is long in a way of its own. Each run has a process of its own, which has not seen the words of the text
before; processor time counts. Without --only it takes hours, and writes docs/growth.md with its plot after each combination:
a run that is stopped after N leaves the page that --sample N makes. The exit code is 1 if something grows faster than it should.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.growth.entries import LARGEST, OF_SIZES, OF_TEXTS, Work
from benchmarks.growth.plot import plot
from benchmarks.growth.shapes import SHAPES, Pair
from benchmarks.growth.timing import MOST_PIECES, SLOWEST, TOO_LONG, Growth, WorkOf, grown
from benchmarks.machine import described
from benchmarks.report import Table, as_markdown

LIMIT = 13.0
"""Times: what grows by more is not near-linear."""
COMBINATIONS = [(name, shape) for name in OF_TEXTS for shape in SHAPES] + [(name, "") for name in OF_SIZES]
"""Entry points with shapes of text, or without one."""
_PAGE = """\
# How time grows

<!-- Written by `python -m benchmarks growth`: do not edit. -->

Ten times as much input should take ten times as long, for any text. This page tests whether it does. Each function of
termalign (an *entry point*) receives texts of many shapes, in one size and in ten times that size: different sentences,
repeated sentences, one term repeated, runs of katakana, prices, brackets, lines without words. For files and pictures,
the size is the number of records or links.

The longer text has new words where the shape does not say that they repeat: nouns of the lexicon (up to 4,096), invented
names, numbers. Each run has a process of its own, which has opened the dictionaries but has not seen the words of the
text. termalign looks up each word once, so a text whose words repeat may take less than ten times as long.

The smaller size takes at least a twentieth of a second, unless the largest text that is tried takes less. Some figures in
the table are high because the smaller size is still too short: up to about two hundred words, the longer a sentence is,
the more words each of its terms is compared with. From then on, a sentence is cut, and the time grows in proportion.
`project` runs the aligner only for marked words that no link covers, of which the smaller size often has none. For such a
word, it compares up to 30 terms within 300 characters before and behind, so its time grows in proportion only for texts that
are longer than that.

A dash means that the measurement was stopped because it took longer than five seconds, and than {slowest:.0f} times the time of
the smaller size.

![A dot for each entry point and shape of text: how many times as long ten times the input takes](pictures/growth.svg)

{summary}
{slow}
Processor time on {machine}. `python -m benchmarks growth{sample}` repeats the measurement.
"""


def main(arguments: list[str], docs: Path) -> int:
    """The command line; `docs` is the folder of pages."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks growth", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="combinations that have this in their names; writes no page")
    parser.add_argument(
        "--sample", type=int, metavar="N", help="N of the combinations, drawn at random, the same each time"
    )
    options = parser.parse_args(arguments)
    wanted = [combination for combination in COMBINATIONS if options.only in ", ".join(filter(None, combination))]
    if options.sample is not None:
        Random(0).shuffle(wanted)  # so that a smaller sample is the beginning of a larger one
        wanted = wanted[: options.sample]
    found = []
    for growth in measured(wanted):
        found.append(growth)
        print(_line(growth), flush=True)
        if not options.only:
            (docs / "growth.md").write_text(page(found), encoding="utf-8")
            (docs / "pictures" / "growth.svg").write_text(plot(found, LIMIT), encoding="utf-8")
    if not found:
        parser.error(f"no combination has {options.only!r} in its names")
    return int(any(growth.factor > LIMIT for growth in found))


def measured(wanted: Sequence[tuple[str, str]]) -> Iterator[Growth]:
    """What each combination of an entry point and a shape of text takes, one after the other."""
    for name, shape in wanted:
        largest = LARGEST.get(name, MOST_PIECES)
        yield grown(
            name, shape, _of_text(OF_TEXTS[name], shape) if shape else _of_size(OF_SIZES[name]), largest=largest
        )


def _of_text(entry: Callable[[Pair], Work], shape: str) -> WorkOf:
    return lambda pieces: entry(SHAPES[shape](pieces))


def _of_size(entry: Callable[[int], Work]) -> WorkOf:
    return lambda pieces: entry(len(pieces))


def _line(growth: Growth) -> str:
    took = f"over {max(TOO_LONG, SLOWEST * growth.once):.0f} s" if growth.tenfold is None else f"{growth.tenfold:.2f} s"
    slow = "  <<<" if growth.factor > LIMIT else ""
    times = f"{growth.size:>5} pieces: {growth.once:.3f} s → {took}, ×{growth.factor:.1f}{slow}"
    return f"{growth.entry:28} {growth.shape:30} {times}"


def page(found: list[Growth]) -> str:
    """The page of what was measured."""
    slow = sorted((growth for growth in found if growth.factor > LIMIT), key=lambda growth: -growth.factor)
    is_sample = len(found) < len(COMBINATIONS)
    drawn = f", drawn at random from {len(COMBINATIONS)}," if is_sample else ""
    summary = f"{len(found) - len(slow)} of {len(found)} combinations{drawn} take at most {LIMIT:.0f} times as long."
    rows = tuple((g.entry, g.shape, 10 * g.size, None if g.tenfold is None else g.factor) for g in slow)
    table = Table(("entry point", "shape of text", "pieces", "times as long"), rows)
    machine = described()
    return _PAGE.format(
        slowest=SLOWEST,
        sample=f" --sample {len(found)}" if is_sample else "",
        summary=summary + (" The others:" if slow else ""),
        slow=f"\n{as_markdown(table)}\n" if slow else "",
        machine=f"{machine['processor']}, {machine['python']}",
    )
