"""``python -m benchmarks growth``: ten times the input, how many times the time, for entry points × shapes of text.

Each shape of text is long in a way of its own; what is timed is processor time, the fastest of a few runs. Without --only it
takes some minutes, and writes docs/growth.md with its plot. The exit code is 1 if something grows faster than it should.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.growth.entries import OF_SIZES, OF_TEXTS, Work
from benchmarks.growth.plot import plot
from benchmarks.growth.shapes import SHAPES
from benchmarks.growth.timing import TOO_LONG, Growth, grown
from benchmarks.machine import described
from benchmarks.report import Table, as_markdown

LIMIT = 13.0
"""Times: what grows by more is not near-linear."""
_PAGE = """\
# How time grows

<!-- Written by `python -m benchmarks growth`: do not edit. -->

Ten times as much should take ten times as long, whatever the text. So each entry point is given texts that are long each in a
way of its own, once and ten times as long: sentences that differ and sentences that repeat, one term again and again, runs of
katakana, prices, brackets, lines without a word. Files and pictures are given so many records, or links.

![For each entry point a dot a shape of text: how many times as long ten times as much takes](pictures/growth.svg)

{summary}
{slow}
Processor time on {machine}. `python -m benchmarks growth` measures it anew.
"""


def main(arguments: list[str], docs: Path) -> int:
    """The command line; `docs` is the folder of pages."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks growth", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="combinations that have this in their names; writes no page")
    options = parser.parse_args(arguments)
    found = []
    for growth in measured(options.only):
        found.append(growth)
        print(_line(growth), flush=True)
    if not found:
        parser.error(f"no combination has {options.only!r} in its names")
    if not options.only:
        (docs / "growth.md").write_text(page(found), encoding="utf-8")
        (docs / "pictures" / "growth.svg").write_text(plot(found, LIMIT), encoding="utf-8")
    return int(any(growth.factor > LIMIT for growth in found))


def measured(only: str = "") -> Iterator[Growth]:
    """What each combination takes, one after the other."""

    def of_text(entry: Callable[[tuple[str, str]], Work], shape: str) -> Callable[[int], Work]:
        return lambda n: entry(SHAPES[shape](n))

    for name, entry in OF_TEXTS.items():
        for shape in SHAPES:
            if only in f"{name}, {shape}":
                yield grown(name, shape, of_text(entry, shape))
    for name, of_size in OF_SIZES.items():
        if only in name:
            yield grown(name, "", of_size)


def _line(growth: Growth) -> str:
    took = f"over {TOO_LONG:.0f} s" if growth.tenfold is None else f"{growth.tenfold:.2f} s"
    slow = "  <<<" if growth.factor > LIMIT else ""
    times = f"{growth.size:>5} pieces: {growth.once:.3f} s → {took}, ×{growth.factor:.1f}{slow}"
    return f"{growth.entry:28} {growth.shape:30} {times}"


def page(found: list[Growth]) -> str:
    """The page of what was measured."""
    slow = sorted((growth for growth in found if growth.factor > LIMIT), key=lambda growth: -growth.factor)
    summary = f"{len(found) - len(slow)} of {len(found)} combinations take at most {LIMIT:.0f} times as long."
    rows = tuple((g.entry, g.shape, 10 * g.size, None if g.tenfold is None else g.factor) for g in slow)
    table = Table(("entry point", "shape of text", "pieces", "times as long"), rows)
    machine = described()
    return _PAGE.format(
        summary=summary + (" The others:" if slow else ""),
        slow=f"\n{as_markdown(table)}\n" if slow else "",
        machine=f"{machine['processor']}, {machine['python']}",
    )
