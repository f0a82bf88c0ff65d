"""Names that are marked in one text and projected to the other, in texts that no weight was fitted on."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from benchmarks.chances import share
from benchmarks.data import Folder, Offsets, Pair
from benchmarks.measures.unseen import UNSEEN
from benchmarks.report import Measure, Report, Table
from benchmarks.spans import Pairing
from termalign import Aligner, project
from termalign.english.function_words import FUNCTION_WORDS
from termalign.projection import Side

_OPENING = re.compile(r"(?:^|[.!?:;])[\s\"'“‘(]*$")
_SIDES: tuple[Side, ...] = "ja", "en"


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` pairs of each kind of text; they are part of the repository, not of the `folder`."""
    texts = Folder(UNSEEN)
    found = measured(pair for path in sorted(UNSEEN.glob("*.jsonl")) for pair in texts.linked(path.name)[:limit])
    return Report(found, [Table(("names", "Japanese to English", "English to Japanese"), (tuple(found.values()),))])


def measured(pairs: Iterable[Pair]) -> dict[str, float]:
    """The number of names, and the share of them that is right from each side."""
    aligner = Aligner()
    names = 0
    right: Counter[Side] = Counter()
    for pair in pairs:
        alignment = aligner.align(pair.ja, pair.en, situation="translation")
        known = list(_names(pair))
        names += len(known)
        for k, side in enumerate(_SIDES):
            found = project(alignment, [link[k] for link in known], side=side, aligner=aligner)
            for link, answer in zip(known, found, strict=True):
                if answer is not None and len(answer.spans) == 1:
                    span = answer.spans[0].start, answer.spans[0].end
                    right[side] += Pairing(pair.en, [link]).strict(*((link[0], span) if k == 0 else (span, link[1])))
    return {"names": names, **{str(side): share(right[side], names) for side in _SIDES}}


def _names(pair: Pair) -> Iterator[tuple[Offsets, Offsets]]:
    """The links whose English is a name by its capitals, which do not merely begin a sentence."""
    for ja, (en, *_) in pair.terms:
        words = [word for word in pair.en[slice(*en)].split() if word not in FUNCTION_WORDS]
        if words and all(word[0].isupper() for word in words) and not _OPENING.search(pair.en[: en[0]]):
            yield ja, en


MEASURE = Measure(
    "projected",
    "Names projected to the other text",
    "Names are marked in one text and [projected](project.md) to the other. The names are the labelled terms of [these "
    "texts](#links-of-texts-that-nothing-was-fitted-on) whose English is written with capitals. An answer is right if it is "
    "exactly the span that the label has.",
    run,
    "The same texts as there.",
)
