"""inconsistent: a Japanese text that the file translates in another way elsewhere."""

from collections.abc import Iterator

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.english import gloss_keys
from termalign.model import Span

_SCORE = 0.5
_SHORTEST = 12  # code points: what is shorter is often a label, which each place may need in another form


class Repeated(Checker):
    """A checker for texts that a file translates in several ways: with other words, not just with other forms of them.

    Of each text, only hashes and the name of the first unit are kept.
    """

    kind = "inconsistent"

    def __init__(self) -> None:
        self._first: dict[int, tuple[int, str]] = {}

    def look(self, segment: Segment) -> Iterator[Finding]:
        text = segment.ja.strip()
        if not segment.is_translated or len(text) < _SHORTEST:
            return
        translation = hash(frozenset(gloss_keys(segment.en)))
        first, unit = self._first.setdefault(hash(text), (translation, segment.name))
        if translation != first:
            yield self.finding(
                segment,
                _SCORE,
                f"Unit {unit} has another translation of the same Japanese.",
                ja=Span.of(segment.ja, 0, len(segment.ja)),
                en=Span.of(segment.en, 0, len(segment.en)),
            )
