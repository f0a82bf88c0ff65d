"""inconsistent: a Japanese text that the file translates in another way elsewhere."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker, Pending
from termalign.checking.segment import Segment
from termalign.english import gloss_keys
from termalign.model import Span
from termalign.text import normalise
from termalign.text.accents import without_accents

_SCORE = 0.5
_SHORTEST = 12  # code points: what is shorter is often a label, which each place may need in another form
_SHOWN = 80  # code points of the other translation in a message


@dataclass(frozen=True, slots=True)
class _Translation:
    """The first unit that has a translation of a text."""

    number: int
    unit: str
    en: str


@dataclass(frozen=True, slots=True)
class _Difference:
    """A unit whose translation differs from an earlier one of the same text, which may be a finding."""

    finding: Finding  # without its message and the other translation
    ways: Mapping[int, _Translation]  # all translations of the text, in order

    def __call__(self, faulty: Container[int]) -> Finding | None:
        """Return the finding, or None if another finding in this unit or in the earlier one explains the difference."""
        if self.finding.number in faulty:
            return None
        first = next((way for way in self.ways.values() if way.number not in faulty), None)
        if first is None or first.number >= self.finding.number or _words(first.en) == _words(self.finding.found):
            return None
        shown = first.en if len(first.en) <= _SHOWN else first.en[:_SHOWN].rstrip() + "…"
        message = f"Unit {first.unit} has another translation of the same Japanese: “{shown}”."
        return replace(self.finding, expected=(first.en,), message=message)


class Repeated(Checker):
    """A checker for texts that a file translates in several ways: with other words, not just with other forms of them.

    The order of the words, accents and macrons make no difference (*Ōkubo Toshimichi*, *Toshimichi Okubo*).

    Of each text, only a hash and its different translations are kept.
    """

    kind = "inconsistent"

    def __init__(self) -> None:
        self._ways: defaultdict[int, dict[int, _Translation]] = defaultdict(dict)

    def look(self, segment: Segment) -> Iterator[Pending]:
        text = segment.ja.strip()
        if len(text) < _SHORTEST:
            return
        ways = self._ways[hash(normalise(text).text)]
        ways.setdefault(_words(segment.en), _Translation(segment.number, segment.name, segment.en.strip()))
        if len(ways) > 1:
            ja, en = Span.of(segment.ja, 0, len(segment.ja)), Span.of(segment.en, 0, len(segment.en))
            yield _Difference(self.finding(segment, _SCORE, "", ja=ja, en=en), ways)


def _words(english: str) -> int:
    """Return a hash of the words of a translation, whatever their forms and accents."""
    return hash(frozenset(gloss_keys(without_accents(english))))
