"""inconsistent: a text that the file translates in another way elsewhere."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker, Pending
from termalign.checking.segment import Segment
from termalign.english import gloss_keys
from termalign.text import normalise
from termalign.text.accents import without_accents

#: Code points of an original: what is shorter is often a label, which each place may need in another form
_SHORTEST = {"ja": 12, "en": 24}
_CONTENT = ("名詞", "動詞", "形容詞", "形状詞", "副詞")
_SHOWN = 80  # code points of the other translation in a message


@dataclass(frozen=True, slots=True)
class _Translation:
    """The first unit that has a translation of a text."""

    number: int
    unit: str
    text: str
    words: int  # a hash


@dataclass(frozen=True, slots=True)
class _Difference:
    """A unit whose translation differs from an earlier one of the same text, which may be a finding."""

    finding: Finding  # without its message and the other translation
    words: int  # a hash of its words
    ways: Mapping[int, _Translation]  # all translations of the text, in order

    def __call__(self, faulty: Container[int]) -> Finding | None:
        """Return the finding, or None if another finding in this unit or in the earlier one explains the difference."""
        if self.finding.number in faulty:
            return None
        first = next((way for way in self.ways.values() if way.number not in faulty), None)
        if first is None or first.number >= self.finding.number or first.words == self.words:
            return None
        shown = first.text if len(first.text) <= _SHOWN else first.text[:_SHOWN].rstrip() + "…"
        original = self.finding.direction.original
        message = f"Unit {first.unit} has another translation of the same {original}: “{shown}”."
        return replace(self.finding, expected=(first.text,), message=message)


class Repeated(Checker):
    """A checker for texts that a file translates in several ways: with other words, not just with other forms of them.

    The order of the words, accents and macrons make no difference (*Ōkubo Toshimichi*, *Toshimichi Okubo*), nor do particles
    and auxiliaries in Japanese.

    Of each text, only a hash and its different translations are kept.
    """

    kind = "inconsistent"

    def __init__(self) -> None:
        self._ways: defaultdict[int, dict[int, _Translation]] = defaultdict(dict)

    def look(self, segment: Segment) -> Iterator[Pending]:
        original, translation = segment.direction.ordered(segment.ja.strip(), segment.en.strip())
        if len(original) < _SHORTEST[segment.direction.source]:
            return
        ways = self._ways[hash(normalise(original).text)]
        words = _words(segment)
        ways.setdefault(words, _Translation(segment.number, segment.name, translation, words))
        if len(ways) > 1:
            whole = self.finding(segment, scores.TEXT_IN_TWO_WAYS, ja=(0, len(segment.ja)), en=(0, len(segment.en)))
            yield _Difference(whole, words, ways)


def _words(segment: Segment) -> int:
    """Return a hash of the words of a translation, whatever their forms and accents."""
    if segment.direction.source == "en":
        return hash(
            frozenset(m.lemma for m in segment.morphemes if m.pos.startswith(_CONTENT) and "非自立" not in m.pos)
        )
    return hash(frozenset(gloss_keys(without_accents(segment.en))))
