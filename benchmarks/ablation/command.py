"""``python -m benchmarks ablate``: what each kind, feature, proposal and border earns.

Each is switched off by itself, and the links are counted, both spans equal to a known link's, that are gained and lost
by it on each set: the hand-made labels, and the development data where it is there. Weights are those of the package,
which were fitted on the same texts with everything on. With --folds they are fitted anew, and no text is answered with
weights that have seen its document; with --refit they are also fitted without what is switched off.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.ablation.losses import Judged, Losses, f1, judged
from benchmarks.ablation.switches import ALL_ON, Switch, switches
from benchmarks.data import Folder
from benchmarks.fitting.analysis import Analyser
from benchmarks.fitting.answers import decided
from benchmarks.fitting.corpus import linked_texts, located_texts, training_texts
from benchmarks.fitting.held import Part, by_document, fitted_parts
from benchmarks.fitting.texts import Linked, Text
from benchmarks.fitting.training import Trainer, Weights
from benchmarks.report import Cell, Table, as_markdown, as_text
from termalign import Lexicon
from termalign.decide.weights import packaged

_PAGE = """\
# What each part earns

<!-- Written by `python -m benchmarks ablate`: do not edit. -->

Each part of the aligner switched off by itself: {how}. A row says what then changes: right
links of {texts:,} texts *gained* and *lost* (both spans equal to a hand-made link's), *wrong* links more or fewer, and strict
F1 where all links are known ({links:,} links, F1 {f1:.3f} with everything on). Then gained and lost by set. A part is worth its
place if it loses more than it gains where it is off, on texts that nobody wrote it for.

The sets: the hand-made labels, by domain; `news_links` and `domain_links`, development data; `kyoto_terms` and `law_terms`,
where the term is given. Most of these texts are among those that the weights are fitted on.

"""
_AS_THEY_ARE = "the weights are those of the package, fitted with everything on"
_IN_FOLDS = "the weights are fitted with everything on, in folds, without the document they are asked about"
_REFITTED = "the weights are fitted anew without it, in folds, without the document they are asked about"


def main(arguments: list[str], data: Path, docs: Path) -> int:
    """The command line; `docs` is the folder of pages."""
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
    bench = Bench(Folder(options.data), folds, options.every)
    on = bench.answered(ALL_ON, bench.fitted(ALL_ON))
    rows = []
    for n, switch in enumerate(chosen):
        print(f"{n + 1} of {len(chosen)}: {switch.group} {switch.name}", file=sys.stderr)
        with switch.off():
            if options.refit:
                off = bench.answered(switch, bench.fitted(switch))
            else:
                off = bench.answered(switch, bench.fitted(ALL_ON), on)
            rows.append(bench.row(switch, on, off))
    table = Table(("off", "gained", "lost", "wrong", "F1", *bench.sets), tuple(rows))
    print(as_text(table))
    if not options.only:
        how = _REFITTED if options.refit else _IN_FOLDS if folds else _AS_THEY_ARE
        head = _PAGE.format(how=how, texts=len(bench.texts), links=bench.known, f1=bench.f1(on))
        options.out.write_text(f"{head}{as_markdown(table)}\n", encoding="utf-8")
    return 0


class Bench:
    """The texts that everything is held against, and what answers them.

    Parameters
    ----------
    data : Folder
        Development data.
    folds : int
        Parts that weights are fitted in; 0 if those of the package are used.
    every : int
        Every how many'th text is taken.
    """

    def __init__(self, data: Folder, folds: int, every: int) -> None:
        self.data, self.every = data, every
        self.lexicon = Lexicon.default()
        self.linked = linked_texts(data)[::every]
        self.given = located_texts(data, every)
        self.texts: list[Text] = [*self.linked, *(text for _, text in self.given)]
        self.set_of = [*(text.domain.split()[0] for text in self.linked), *(name for name, _ in self.given)]
        self.sets = tuple(dict.fromkeys(self.set_of))
        self.parts = by_document(self.linked, folds) if folds else []
        self.known = sum(len(text.links) for text in self.linked)
        self._analyser = Analyser(self.lexicon)
        self._with_all: list[tuple[Part, Weights]] = []

    def fitted(self, switch: Switch) -> list[tuple[Part, Weights]]:
        """Weights, and which texts they answer."""
        if not self.parts:
            everything = frozenset(range(len(self.texts)))
            return [(everything, {stage: dict(table) for stage, table in packaged().items()})]
        if switch is ALL_ON and self._with_all:
            return self._with_all
        training = training_texts(self.data, self.linked, self.lexicon, self.every)
        trainer = Trainer(training, self.analyser(switch), switch.wants)
        found = list(fitted_parts(trainer, self.linked, self.parts))
        if switch is ALL_ON:
            self._with_all = found
        return found

    def analyser(self, switch: Switch) -> Analyser:
        """What makes pairs while the switch is off; terms that are known stay known."""
        self._analyser.kinds = switch.kinds
        return self._analyser

    def answered(
        self, switch: Switch, fitted: Iterable[tuple[Part, Weights]], on: Mapping[int, Judged] | None = None
    ) -> dict[int, Judged]:
        """The answers for each text, by its number; those known with everything `on` where the switch changes nothing."""
        analyser = self.analyser(switch)
        found: dict[int, Judged] = {}
        for part, stages in fitted:
            weights = switch.weights(stages)
            for n in sorted(part):
                if on and not on[n].touched_by(switch.concerns):
                    found[n] = on[n]
                    continue
                text = self.texts[n]
                done = decided(text, analyser, weights)
                seen = {name for c in done.pair.candidates for name, value in c.features.items() if value}
                found[n] = judged(text, done.answers(text), seen)
        return found

    def row(self, switch: Switch, on: Mapping[int, Judged], off: Mapping[int, Judged]) -> tuple[Cell, ...]:
        """What the switch changes: over all texts, and by set."""
        total, by_set = Losses(), {name: Losses() for name in self.sets}
        for n, before in on.items():
            for count in (total, by_set[self.set_of[n]]):
                count.add(before, off[n])
        change = self.f1(off) - self.f1(on)
        cells = [str(count) for count in by_set.values()]
        return f"{switch.group}: {switch.name}", total.gained, total.lost, f"{total.wrong:+d}", f"{change:+.4f}", *cells

    def f1(self, found: Mapping[int, Judged]) -> float:
        """Strict F1 over the texts all of whose links are known."""
        return f1([each for n, each in found.items() if isinstance(self.texts[n], Linked)], self.known)
