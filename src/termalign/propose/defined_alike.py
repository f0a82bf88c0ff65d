"""Terms for which both texts define the same short form: 四分位範囲（IQR）, *the interquartile range (IQR)*.

The English text says how many words the short form stands for, so that they render the term whatever dictionaries say.
"""

import re
from collections.abc import Iterable, Iterator

from termalign.japanese.text import JapaneseText
from termalign.propose.proposed_runs import Range
from termalign.propose.said_twice import BRACKETS
from termalign.target.target import Target

_SHORT = re.compile(r"\s*([A-Z][^\s()（）、,;；:：]+)")


def defined_alike(runs: Iterable[Range], ja: JapaneseText, target: Target) -> Iterator[tuple[Range, Range]]:
    """Yield the runs before a short form in brackets, and the words for which the English has the same short form."""
    known = _short_forms(runs, ja)
    if not known:
        return
    for short, long, _ in target.definitions:
        for run in known.get(target.english.phrase(*short), ()):
            yield run, long


def _short_forms(runs: Iterable[Range], ja: JapaneseText) -> dict[str, list[Range]]:
    """Return the runs before a bracket by the short form that the bracket begins with."""
    found: dict[str, list[Range]] = {}
    for a, b in runs:
        if b < len(ja.morphemes) and ja.morphemes[b].surface in BRACKETS:
            short = _SHORT.match(ja.text, ja.morphemes[b].end)
            if short:
                found.setdefault(short[1], []).append((a, b))
    return found
