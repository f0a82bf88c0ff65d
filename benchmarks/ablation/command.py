"""``python -m benchmarks ablate``: what each kind, feature, proposal and border earns.

Each is switched off by itself, and the links are counted, both spans equal to a known link's, that are gained and lost
by it on each set: the hand-made labels, and the development data where it is there. Weights are those of the package,
which were fitted on the same texts with everything on. With --folds they are fitted anew, and no text is answered with
weights that have seen its document; with --refit they are also fitted without what is switched off.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.ablation.bench import DEVELOPMENT, Bench
from benchmarks.ablation.switches import ALL_ON, switches
from benchmarks.data import Folder
from benchmarks.report import Cell, Table, as_markdown, as_text
from termalign.decide.weights import packaged

_PAGE = """\
# What each part contributes

<!-- Written by `python -m benchmarks ablate`: do not edit. -->

This page shows what each part of the aligner contributes. Each part is switched off by itself, and the results are
compared with those of the complete aligner. {how}. The columns of the tables:

- *gained* and *lost*: the right links that appear or disappear when the part is switched off, in {texts:,} texts. A link is
  right if both of its spans equal those of a hand-made link.
- *wrong*: the change in the number of wrong links when the part is switched off.
- *F1*: the change in strict F1 when the part is switched off, on the {links:,} links of the texts whose links are all
  known. With everything switched on, F1 is {f1:.3f} on these texts, on which the weights were fitted;
  [Accuracy](accuracy.md) has the figures on other text.
- the other columns: gained (+) and lost (−) links in each set. A dot means none. A row of dots means that the part makes no
  difference in these sets.

A part is worth keeping if more links are lost than gained without it, on texts that it was not written for. The sets
are the hand-made labels by domain, the development data `news_links` and `domain_links`, and `kyoto_terms` and
`law_terms`, in which the terms are given by their positions.

"""
_AS_THEY_ARE = (
    "The weights are those of the package, fitted with everything switched on. A group of features may therefore look\n"
    "more important than it is, because the other weights depend on it"
)
_IN_FOLDS = "The weights are fitted with everything switched on, in folds, without the document in question"
_REFITTED = "The weights are fitted without the part, in folds, without the document in question"


def main(arguments: list[str], data: Path, docs: Path) -> int:
    """The command line; `docs` is the folder of pages. Gives 1 if the page cannot be written for want of data."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks ablate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=data, help="the folder of development data (%(default)s)")
    parser.add_argument("--folds", type=int, default=0, help="fit anew, in so many parts (0: the package's weights)")
    parser.add_argument("--refit", action="store_true", help="fit without what is switched off (4 folds if not said)")
    parser.add_argument("--only", default="", help="switches whose group or name has this in it; writes no page")
    parser.add_argument("--every", type=int, default=1, help="take only every so many'th text")
    parser.add_argument("--out", type=Path, default=docs / "ablation.md", help="the page to write (%(default)s)")
    options = parser.parse_args(arguments)
    folds = options.folds or (4 if options.refit else 0)
    if folds == 1 or folds < 0 or options.every < 1:
        parser.error("--folds must be 0 or at least 2, --every at least 1")
    chosen = [s for s in switches(packaged()) if options.only in f"{s.group} {s.name}"]
    if not chosen:
        parser.error(f"no switch has {options.only!r} in it")
    folder = Folder(options.data)
    if not options.only and (missing := [name for name in DEVELOPMENT if not folder.has(name)]):
        print(
            f"no {', '.join(missing)} in {options.data}: the page needs every set (--only writes none)", file=sys.stderr
        )
        return 1
    bench = Bench(folder, folds, options.every)
    on = bench.answered(ALL_ON, bench.fitted(ALL_ON))
    rows: dict[str, list[tuple[Cell, ...]]] = {}
    for n, switch in enumerate(chosen):
        print(f"{n + 1} of {len(chosen)}: {switch.group} {switch.name}", file=sys.stderr)
        with switch.off():
            if options.refit:
                off = bench.answered(switch, bench.fitted(switch))
            else:
                off = bench.answered(switch, bench.fitted(ALL_ON), on)
            rows.setdefault(switch.group, []).append(bench.row(switch, on, off))
    columns = ("gained", "lost", "wrong", "F1", *bench.sets)
    tables = [Table((group, *columns), tuple(of_group)) for group, of_group in rows.items()]
    print(*map(as_text, tables), sep="\n\n")
    if not options.only:
        how = _REFITTED if options.refit else _IN_FOLDS if folds else _AS_THEY_ARE
        head = _PAGE.format(how=how, texts=len(bench.texts), links=bench.known, f1=bench.f1(on))
        options.out.write_text(head + "\n\n".join(map(as_markdown, tables)) + "\n", encoding="utf-8")
    return 0
