"""Which matchers a text can do without, and which have nothing to add to what the others say of a term."""

from collections.abc import Iterable
from functools import lru_cache

from termalign.evidence.clip import ClipMatcher
from termalign.evidence.generic import GenericMatcher
from termalign.evidence.listed_name import ListedNameMatcher
from termalign.evidence.match import Match, Matcher
from termalign.evidence.name import NameMatcher
from termalign.evidence.organisation import OrganisationMatcher
from termalign.evidence.related import RelatedMatcher
from termalign.evidence.sino_name import SinoNameMatcher
from termalign.evidence.term import Term
from termalign.evidence.title import TitleMatcher
from termalign.lazy import lazy

#: Those whose evidence is a guess beside a dictionary's own English for an ordinary word, or the same once more.
_GUESSING = (
    NameMatcher,
    ListedNameMatcher,
    SinoNameMatcher,
    GenericMatcher,
    OrganisationMatcher,
    TitleMatcher,
    ClipMatcher,
    RelatedMatcher,
)
#: Those that are one beside the whole term by its value, in its own letters or by its sound.
_BESIDE_VALUE = tuple(matcher for matcher in _GUESSING if matcher is not RelatedMatcher)  # 数百人, hundreds *of people*
_BESIDE_SOUND = (ClipMatcher, RelatedMatcher)
#: What kind of evidence for all of a term leaves nothing to guess for which matchers.
_OUTDONE = {
    "gloss": _GUESSING,
    "number": _BESIDE_VALUE,
    "date": _BESIDE_VALUE,
    "loanword": _BESIDE_SOUND,
    "verbatim": _BESIDE_SOUND,
}
_WHOLE = 0.9  # of strength and coverage


class Numbered(tuple[tuple[int, Matcher], ...]):
    """Matchers, each with a bit of its own."""

    @lazy
    def by_needs(self) -> tuple[tuple[str, int], ...]:
        """What they need of a text, each once, with the bits of those that need it."""
        found: dict[str, int] = {}
        for bit, matcher in self:
            found[matcher.needs] = found.get(matcher.needs, 0) | bit
        return tuple(found.items())

    @lazy
    def guessing(self) -> int:
        """The bits of those that others may outdo."""
        return self._bits(_GUESSING)

    @lazy
    def outdone(self) -> dict[str, int]:
        """The bits of those that a kind of evidence for all of a term leaves nothing to guess for."""
        return {kind: self._bits(kinds) for kind, kinds in _OUTDONE.items()}

    @lazy
    def _some(self) -> dict[int, "Numbered"]:
        return {}

    def some(self, bits: int) -> "Numbered":
        """Those that have these bits, in their order."""
        found = self._some.get(bits)
        if found is None:
            found = self._some[bits] = Numbered([pair for pair in self if bits & pair[0]])
        return found

    @lazy
    def _answers(self) -> dict[tuple[int, int], tuple["Numbered", int, int]]:
        return {}

    def answers(self, tried: int, able: int) -> tuple["Numbered", int, int]:
        """These matchers with the bits of those that were asked of a term and of those that apply: one for all such terms."""
        found = self._answers.get((tried, able))
        if found is None:
            found = self._answers[tried, able] = (self, tried, able)
        return found

    def _bits(self, kinds: tuple[type, ...]) -> int:
        return sum([bit for bit, matcher in self if isinstance(matcher, kinds)])


@lru_cache(maxsize=16)
def numbered(matchers: tuple[Matcher, ...]) -> Numbered:
    """The matchers, each with a bit of its own; always the same object for the same matchers."""
    return Numbered([(1 << k, matcher) for k, matcher in enumerate(matchers)])


def outdone(matchers: Numbered, term: Term, matches: Iterable[Match]) -> int:
    """The bits of the matchers that have nothing to add to `matches`, which others have found for the term."""
    bits = 0
    for _, _, kind, strength, coverage, _, _, rule in matches:
        if strength * coverage >= _WHOLE and kind in _OUTDONE and not (kind == "gloss" and (rule or term.proper)):
            bits |= matchers.outdone[kind]
    return bits
