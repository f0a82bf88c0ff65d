"""``python -m benchmarks fit-listed``: the weights of terms of a list, and the calibration of what they choose.

They are fitted beside the stage ``single`` of `termalign.decide`, in two looks. Fold by fold, they are fitted without some
of the documents, and the lists of those are answered with them: that is what is printed, and what the calibration is fitted
on. What is written is fitted on everything.
"""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from benchmarks.chances import harmonic, share
from benchmarks.data import Folder, Offsets
from benchmarks.fitting.command import fit_parser
from benchmarks.fitting.held import Part, by_document
from benchmarks.fitting.list_texts import WEIGHTS, ListedTerm, ListText, lemmas_at, list_texts
from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.scale import Outcome, Scale, calibration_table, scale
from benchmarks.fitting.training import Weights
from benchmarks.fitting.written import write
from benchmarks.report import Cell, Table, as_text
from benchmarks.spans import bare
from termalign import Lexicon
from termalign.decide.calibration import AS_IT_IS as UNCALIBRATED
from termalign.decide.weights import Table as Worth
from termalign.decide.weights import log_odds
from termalign.english import EnglishText
from termalign.lists.linked import brought_up
from termalign.lists.term_list import TermList
from termalign.propose.candidate import Candidate
from termalign.situations.listed import PLACED
from termalign.situations.mentions import all_mentioned, chosen, look_again, rarity
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache
from termalign.text import normalise

_STRENGTH = 4.0
_SAID = 0.4  # of calibrated chance: what is counted as said in the table
_TERMS = 200_000
_DECIMALS = 4
_LISTS = (
    "article",
    "full forms",
    "sheet",
)  # sets whose lists are as long as lists are: what the calibration is fitted on
_AGAIN = frozenset({"bias", "odds", "odds squared", "odds above even"})  # what the second look has of the first


_Answer = tuple[Offsets, Outcome, bool | None]


class Judged(NamedTuple):
    """A candidate, its features before it is looked at again, and whether it is right."""

    candidate: Candidate
    features: Mapping[str, float]
    right: bool | None


class Listed(NamedTuple):
    """A text, analysed, with the candidates of each of its terms."""

    text: ListText
    english: EnglishText
    terms: Sequence[tuple[ListedTerm, Sequence[Judged]]]

    def candidates(self) -> dict[str, list[Candidate]]:
        """The candidates of each term, as they were before they were looked at again."""
        for _, found in self.terms:
            for judged in found:
                judged.candidate.features = dict(judged.features)
        return {term.ja: [judged.candidate for judged in found] for term, found in self.terms}


def analysed(texts: Sequence[ListText]) -> Iterator[Listed]:
    """The texts with all candidates that their lists find: the index examines the same terms as when a list is aligned."""
    terms = TermCache(Lexicon.default(), _TERMS)
    for text in texts:
        english = EnglishText(text.en)
        target = Target(english, terms.lexicon)
        listed = TermList.prepare([term.ja for term in text.terms], terms.lexicon, cache=terms)
        _, near = brought_up(listed, target, None)
        pairs = all_mentioned(near, target, terms, None)
        found = []
        for term in text.terms:
            pair = pairs.get(normalise(term.ja).text)
            judged = []
            for c in pair.candidates if pair else ():
                right = term.right(text.en, english.offsets(c.i, c.j), lemmas_at(english, c.i, c.j))
                c.features = {name: value for name, value in c.features.items() if value and name not in PLACED}
                judged.append(Judged(c, c.features, right))
            found.append((term, judged))
        yield Listed(text, english, found)


class ListTrainer:
    """Fits the two stages on texts, or on some of them."""

    def __init__(self, texts: Sequence[ListText]) -> None:
        self.listed = list(analysed(texts))
        self._first = Examples.of(self._examples(range(len(self.listed))))

    def fitted(self, numbers: Collection[int]) -> Weights:
        """The weights, fitted on these texts."""
        first = _rounded(fit(self._first.among(numbers), _STRENGTH))
        for n in numbers:
            look_again(self.listed[n].candidates(), first, self.listed[n].english)
        again = _rounded(fit(Examples.of(self._examples(sorted(numbers), again=True)), _STRENGTH))
        return {"listed": first, "listed again": again}

    def _examples(self, numbers: Collection[int], again: bool = False) -> Iterator[Example]:
        """The candidates of some texts; looked at `again`, by what the first look says of them and of what is beside them."""
        for n in numbers:
            text, _, terms = self.listed[n]
            for _, found in terms:
                for c, before, right in found:
                    if right is not None:
                        new = {name: x for name, x in c.features.items() if name not in before or name in _AGAIN}
                        yield Example(new if again else before, right, WEIGHTS[text.set], n)

    def answered(self, weights: Weights, numbers: Collection[int]) -> Iterator[tuple[int, ListedTerm, list[Candidate]]]:
        """The mentions of each term of these texts."""
        for n in sorted(numbers):
            listed = self.listed[n]
            candidates = listed.candidates()
            look_again(candidates, weights["listed"], listed.english)
            for term, found in listed.terms:
                for judged in found:
                    judged.candidate.odds = log_odds(weights["listed again"], judged.candidate.features)
                yield n, term, chosen(candidates[term.ja], UNCALIBRATED, 0.0)


def main(arguments: list[str], data: Path, package: Path) -> int:
    """The command line; `package` is the folder of termalign."""
    parser = fit_parser("fit-listed", __doc__, data, package)
    parser.add_argument("--show", action="store_true", help="print what held-out articles were answered wrongly")
    options = parser.parse_args(arguments)
    trainer = ListTrainer([text for n, text in enumerate(list_texts(Folder(options.data))) if not n % options.every])
    print("analysed", file=sys.stderr)
    everything = frozenset(range(len(trainer.listed)))
    tally = Tally(trainer, options.show)
    for part in by_list_document(trainer, options.folds):
        tally.add(trainer.fitted(everything - part), part)
        print(f"part {len(tally.seen)} of {options.folds}", file=sys.stderr)
    line = scale([x for each in tally.seen for x in each])
    print(as_text(tally.table(line)), as_text(calibration_table(tally.seen, line)), sep="\n\n")
    if not options.dry:
        write(options.out, trainer.fitted(everything), "listed", line)
    return 0


def by_list_document(trainer: ListTrainer, folds: int) -> list[Part]:
    """Parts of which none shares a document with another."""
    return by_document([listed.text for listed in trainer.listed], folds)


class Tally:
    """What held-out lists were answered, counted by set."""

    def __init__(self, trainer: ListTrainer, show: bool) -> None:
        self._trainer, self._show = trainer, show
        self.seen: list[list[Outcome]] = []
        self._answers: list[tuple[ListText, ListedTerm, list[_Answer]]] = []

    def add(self, weights: Weights, part: Part) -> None:
        """Answer the lists of a part."""
        outcomes = []
        answered = [list(each) for _, each in groupby(self._trainer.answered(weights, part), key=itemgetter(0))]
        for each in answered:
            text, english, _ = self._trainer.listed[each[0][0]]
            rare = rarity([found for _, _, found in each], len(each), len(english))
            for _, term, found in each:
                answers = []
                for c in found:
                    span = english.offsets(c.i, c.j)
                    right = term.right(text.en, span, lemmas_at(english, c.i, c.j))
                    answer = Outcome(c.odds, bool(right), {"rarity": rare})
                    answers.append((bare(text.en, span), answer, right))
                    if right is not None and text.set in _LISTS:
                        outcomes.append(answer)
                self._answers.append((text, term, answers))
        self.seen.append(outcomes)

    def table(self, line: Scale) -> Table:
        """Known mentions and those said, by set."""
        rows: list[tuple[Cell, ...]] = []
        for name in WEIGHTS:
            known = hits = said = wrong = 0
            for text, term, answers in self._answers:
                if text.set == name:
                    places = {bare(text.en, span) for span in term.spans}
                    likely = [answer for answer in answers if line.chance(answer[1].odds, answer[1].features) >= _SAID]
                    found = {span for span, _, _ in likely}
                    bad = [span for span, _, right in likely if right is False]
                    known, hits = known + len(places), hits + len(places & found)
                    said, wrong = said + len(likely), wrong + len(bad)
                    if self._show and name == "article":
                        _print(text, term, places - found, [answer for answer in likely if answer[2] is False])
            precision, recall = share(said - wrong, said), share(hits, known)
            rows.append((name, known, said, wrong, precision, recall, harmonic(precision, recall)))
        return Table(
            ("set", "mentions", "found", "wrong", "precision", "recall", "F1"), tuple(rows), "Lists that were held out"
        )


def _print(text: ListText, term: ListedTerm, missed: Collection[Offsets], wrong: Sequence[_Answer]) -> None:
    for span in sorted(missed):
        print("missed", term.ja, text.en[slice(*span)], sep=" | ")
    for span, answer, _ in wrong:
        print("wrong", term.ja, text.en[slice(*span)], f"{answer.odds:.1f}", sep=" | ")


def _rounded(weights: Worth) -> dict[str, float]:
    return {name: round(w, _DECIMALS) for name, w in sorted(weights.items()) if round(w, _DECIMALS)}
