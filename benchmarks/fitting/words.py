"""``python -m benchmarks fit-words``: the weights of pairs of words, and the calibration of what they say.

They are fitted in three looks: each cell by itself, and twice among all the others, the last time with rules. Fold by fold,
they are fitted without some of the documents, and the sentences of those are answered with them: that is what is printed, and
what the calibration is fitted on. What is written is fitted on everything.
"""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.fitting.command import fit_parser
from benchmarks.fitting.held import by_document
from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.rules import found
from benchmarks.fitting.scale import Outcome, Scale, calibration_table, scale
from benchmarks.fitting.training import Weights
from benchmarks.fitting.word_texts import Place, WordText, word_texts
from benchmarks.fitting.written import write
from benchmarks.measures.words import Tally
from benchmarks.report import Cell, Table, as_text
from termalign import Aligner, Lexicon
from termalign.decide.cell_neighbours import look_again
from termalign.decide.cell_standing import standing
from termalign.decide.rules import kept
from termalign.decide.weights import log_odds
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.propose.grid import Grid
from termalign.situations.word_pairs import AGAIN, FIRST, filled, hopeful, judged
from termalign.terms.term_cache import TermCache

_STRENGTHS = {FIRST: 4.0, **dict.fromkeys(AGAIN, 6.0)}
_RULED = 100.0  # the strength for rules, of which many say nearly the same
_CROSSED = 4  # parts that the sentences are dealt to, so that a look is fitted on what others say of them
_TERMS = 200_000
_DECIMALS = 4


class WordTrainer:
    """Fits the stages on sentence pairs, or on some of them."""

    def __init__(self, texts: Sequence[WordText]) -> None:
        self.texts = texts
        self._terms = TermCache(Lexicon.default(), _TERMS)
        self._grids = [self._grid(text) for text in texts]
        rows = {f" {row.sort}" for grid in self._grids for row in grid.rows.values()}
        columns = {f" {column.sort}" for grid in self._grids for column in grid.columns.values()}
        self._sorts = (*rows, *columns)  # how the names of features end that are of one sort of token
        self._first = Examples.of(
            self._example(n, place, f) for n in range(len(texts)) for place, f in self._by_place(n).items()
        )

    def fitted(self, numbers: Collection[int]) -> Weights:
        """The weights, fitted on these sentence pairs.

        A later look goes by what the one before says. So that it learns how far that can be trusted, it is fitted on what
        weights say that were fitted without the sentence.
        """
        ordered = sorted(numbers)
        parts = [ordered[k::_CROSSED] for k in range(_CROSSED)]
        weights: Weights = {}
        examples, seen = self._first.among(ordered), {n: self._by_place(n) for n in ordered}
        for stage in (FIRST, *AGAIN):
            fitted = fit(examples, _STRENGTHS[stage])
            if stage == AGAIN[-1]:
                weights[stage] = _rounded(fitted | self._of_rules(seen, fitted))
                break
            weights[stage] = _rounded(fitted)
            for part in parts:
                others = fit(examples.among([n for n in ordered if n not in part]), _STRENGTHS[stage])
                for n in part:
                    for place, features in seen[n].items():
                        self._grids[n].cells[place].odds = log_odds(others, features)
            seen = {n: look_again(self._grids[n], hopeful(self._grids[n]), self._terms) for n in ordered}
            examples = Examples.of(self._example(n, place, f) for n in ordered for place, f in seen[n].items())
        return weights

    def _of_rules(self, seen: Mapping[int, Mapping[Place, Features]], weights: Mapping[str, float]) -> dict[str, float]:
        """The weights of the rules that are wanted beside these weights of plain features.

        They speak of all sorts of tokens: rules for nouns, or for figures, do no better on other texts.
        """
        whole: dict[int, dict[Place, Features]] = {}
        for n, features in seen.items():
            figures = standing([self._grids[n].cells[place] for place in features])
            whole[n] = {place: f | figures[place] for place, f in features.items()}
        examples = Examples.of(self._example(n, place, f) for n in whole for place, f in whole[n].items())
        rules = found(examples, weights, lambda name: not name.endswith(self._sorts))
        ruled = (
            self._example(n, place, f | kept(rules, whole[n][place])) for n in seen for place, f in seen[n].items()
        )
        return fit(Examples.of(ruled), _RULED, held=weights)

    def _by_place(self, n: int) -> dict[Place, Features]:
        """What speaks for each cell by itself."""
        return {place: cell.features for place, cell in self._grids[n].cells.items()}

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
    options = fit_parser("fit-words", __doc__, data, package, each="sentence pair").parse_args(arguments)
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
