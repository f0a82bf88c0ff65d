"""``python -m benchmarks fit-words``: the weights of pairs of words, and the calibration of what they say.

They are fitted in three looks: each cell by itself, and twice among all the others. Fold by fold, they are fitted without some
of the documents, and the sentences of those are answered with them: that is what is printed, and what the calibration is
fitted on. What is written is fitted on everything.
"""

import argparse
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.fitting.held import by_document
from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.scale import Outcome, Scale, calibration_table, scale
from benchmarks.fitting.training import Weights
from benchmarks.fitting.word_texts import Place, WordText, word_texts
from benchmarks.fitting.written import write
from benchmarks.measures.words import Tally
from benchmarks.report import Cell, Table, as_text
from termalign import Aligner, Lexicon
from termalign.decide.cell_neighbours import look_again
from termalign.decide.weights import log_odds
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.propose.grid import Grid
from termalign.situations.word_pairs import AGAIN, FIRST, filled, hopeful, judged
from termalign.terms.term_cache import TermCache

_STRENGTHS = {FIRST: 2.0, **dict.fromkeys(AGAIN, 3.0)}
_TERMS = 200_000
_DECIMALS = 4


class WordTrainer:
    """Fits the stages on sentence pairs, or on some of them."""

    def __init__(self, texts: Sequence[WordText]) -> None:
        self.texts = texts
        self._terms = TermCache(Lexicon.default(), _TERMS)
        self._grids = [self._grid(text) for text in texts]
        places = [(n, place) for n, grid in enumerate(self._grids) for place in grid.cells]
        self._first = Examples.of(self._example(n, place, self._grids[n].cells[place].features) for n, place in places)

    def fitted(self, numbers: Collection[int]) -> Weights:
        """The weights, fitted on these sentence pairs."""
        weights = {FIRST: _rounded(fit(self._first.among(numbers), _STRENGTHS[FIRST]))}
        hopes = {}
        for n in numbers:
            for cell in self._grids[n].cells.values():
                cell.odds = log_odds(weights[FIRST], cell.features)
            hopes[n] = hopeful(self._grids[n])
        for stage in AGAIN:
            seen = {n: look_again(self._grids[n], cells, self._terms) for n, cells in hopes.items()}
            examples = (self._example(n, place, f) for n, found in seen.items() for place, f in found.items())
            weights[stage] = _rounded(fit(Examples.of(examples), _STRENGTHS[stage]))
            for n, cells in hopes.items():
                for cell in cells:
                    cell.odds = log_odds(weights[stage], seen[n][cell.place])
        return weights

    def answered(self, weights: Weights, numbers: Collection[int]) -> Iterator[tuple[int, Mapping[Place, float]]]:
        """The log odds of the cells of these sentence pairs that may be right."""
        for n in sorted(numbers):
            cells = judged(self._grids[n], weights, self._terms)
            yield n, {cell.place: cell.odds for cell in cells}

    def _grid(self, text: WordText) -> Grid:
        ja, en = JapaneseText(text.ja.text, self._terms.lexicon), EnglishText(text.en.text)
        return filled(ja, en, text.ja, text.en, self._terms)

    def _example(self, n: int, place: Place, features: Mapping[str, float]) -> Example:
        text = self.texts[n]
        return Example(features, place in text.links, text.weight(place), n)


def main(arguments: list[str], data: Path, package: Path) -> int:
    """The command line; `package` is the folder of termalign."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks fit-words", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=data, help="the folder of development data (%(default)s)")
    parser.add_argument(
        "--out", type=Path, default=package / "decide/weights.tsv", help="the table to put them into (%(default)s)"
    )
    parser.add_argument("--folds", type=int, default=4, help="parts that the documents are dealt to (%(default)s)")
    parser.add_argument("--every", type=int, default=1, help="take only every so many'th sentence pair: a trial")
    parser.add_argument("--dry", action="store_true", help="write nothing: only say what the fit is worth")
    options = parser.parse_args(arguments)
    if options.folds < 2 or options.every < 1:
        parser.error("--folds must be at least 2, --every at least 1")
    trainer = WordTrainer(word_texts(Folder(options.data))[:: options.every])
    print("analysed", file=sys.stderr)
    everything = frozenset(range(len(trainer.texts)))
    seen: list[list[Outcome]] = []
    found: dict[int, Mapping[Place, float]] = {}
    for part in by_document(trainer.texts, options.folds):
        answers = dict(trainer.answered(trainer.fitted(everything - part), part))
        seen.append(list(_outcomes(trainer.texts, answers)))
        found.update(answers)
        print(f"part {len(seen)} of {options.folds}", file=sys.stderr)
    line = scale([x for each in seen for x in each])
    print(as_text(set_table(trainer.texts, found, line)), as_text(calibration_table(seen, line)), sep="\n\n")
    if not options.dry:
        write(options.out, trainer.fitted(everything), "words", line)
    return 0


def _outcomes(texts: Sequence[WordText], found: Mapping[int, Mapping[Place, float]]) -> Iterator[Outcome]:
    """The pairs of content words that may be right, and whether they are."""
    for n, odds in found.items():
        for place, each in odds.items():
            if texts[n].is_content(place):
                yield Outcome(each, place in texts[n].links)


def set_table(texts: Sequence[WordText], found: Mapping[int, Mapping[Place, float]], line: Scale) -> Table:
    """The pairs of content words that were found in held-out sentences, by set."""
    least = Aligner().min_score
    rows: list[tuple[Cell, ...]] = []
    for name in (*dict.fromkeys(text.set for text in texts), None):
        tally = Tally()
        chosen = [n for n in sorted(found) if name in (None, texts[n].set)]
        for n in chosen:
            said = [place for place, odds in found[n].items() if line.chance(odds) >= least]
            tally.add(list(filter(texts[n].is_content, said)), texts[n].content)
        rows.append((name or "all", len(chosen), tally.known, tally.error_rate, tally.precision, tally.recall))
    columns = ("set", "sentences", "pairs", "content AER", "precision", "recall")
    return Table(columns, tuple(rows), "Sentences that were held out")


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(w, _DECIMALS) for name, w in sorted(weights.items()) if round(w, _DECIMALS)}
