"""``python -m benchmarks fit-encoded``: the weights of what a sentence encoder says, and their calibration.

They judge what the links of all other evidence leave over. Fold by fold, they are fitted without some of the documents, and
those are answered with them: that is what is printed, and what the calibration is fitted on. What is written is fitted on
everything.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.data import Folder
from benchmarks.fitting.analysis import Analyser, places
from benchmarks.fitting.answers import decided
from benchmarks.fitting.command import fit_parser
from benchmarks.fitting.corpus import linked_texts
from benchmarks.fitting.held import by_document
from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.scale import Outcome, calibration_table, scale
from benchmarks.fitting.texts import Linked
from benchmarks.fitting.written import write
from benchmarks.report import Table, as_text
from benchmarks.spans import Pairing, bare
from termalign import Lexicon
from termalign.decide.calibration import fitted_scale
from termalign.decide.inference import choose
from termalign.decide.weights import Table as Weights
from termalign.decide.weights import log_odds, packaged
from termalign.meaning.encoder import Semantics
from termalign.meaning.encoder import packaged as encoder
from termalign.odds import chance
from termalign.propose.candidate import Candidate
from termalign.situations.encoded import left_over
from termalign.situations.pair import Pair
from termalign.situations.scored import scored

_STRENGTH = 2.0
_LEAST = 0.2  # chance: of what is less likely no link is made


class _Text:
    """A text, what its links leave over, and which of that is right."""

    def __init__(self, text: Linked, analyser: Analyser, semantics: Semantics) -> None:
        found = decided(text, analyser, packaged())
        self.pair: Pair = found.pair
        chosen = scored(found.chosen, found.pair, fitted_scale("text"))
        self.candidates: Sequence[Candidate] = left_over(found.pair, chosen, semantics)
        known = Pairing(text.en, text.links)
        spans = [places(self.pair, c) for c in self.candidates]
        self.right = [known.loose(ja, bare(text.en, en)) for ja, en in spans]

    def answers(self, weights: Weights) -> list[Outcome]:
        """The links that would be added with these weights, and whether they are right."""
        odds = [log_odds(weights, c.features) for c in self.candidates]
        right = {c.place: one for c, one in zip(self.candidates, self.right, strict=True)}
        at = {c.place: one for c, one in zip(self.candidates, odds, strict=True)}
        best = choose(self.candidates, [chance(one) - _LEAST for one in odds], self.pair.english)
        return [Outcome(at[c.place], right[c.place]) for c in best]


def main(arguments: list[str], data: Path, package: Path) -> int:
    """The command line; `package` is the folder of termalign."""
    options = fit_parser("fit-encoded", __doc__, data, package).parse_args(arguments)
    texts = linked_texts(Folder(options.data))[:: options.every]
    analyser, semantics = Analyser(Lexicon.default()), encoder()
    looked = [_Text(text, analyser, semantics) for text in texts]
    examples = Examples.of(
        Example(c.features, right, 1.0, n)
        for n, text in enumerate(looked)
        for c, right in zip(text.candidates, text.right, strict=True)
    )
    everything = frozenset(range(len(texts)))
    seen = []
    for part in by_document(texts, options.folds):
        weights = fit(examples.among(everything - part), _STRENGTH)
        seen.append([x for n in sorted(part) for x in looked[n].answers(weights)])
    line = scale([x for each in seen for x in each])
    print(as_text(_worth(seen)), as_text(calibration_table(seen, line)), sep="\n\n")
    if not options.dry:
        write(options.out, {"encoded": _rounded(fit(examples, _STRENGTH))}, "encoded", line)
    return 0


def _rounded(weights: Weights) -> Weights:
    return {name: round(weight, 4) for name, weight in sorted(weights.items())}


def _worth(seen: Sequence[Sequence[Outcome]]) -> Table:
    """How many links an encoder adds in held-out texts, and how many of those are right."""
    added = [x for part in seen for x in part]
    return Table(
        ("added", "right"),
        ((len(added), sum(x.right for x in added)),),
        "Links by an encoder in texts that were held out",
    )
