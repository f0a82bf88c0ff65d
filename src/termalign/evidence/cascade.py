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

Numbered = tuple[tuple[int, Matcher], ...]

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


@lru_cache(maxsize=16)
def numbered(matchers: tuple[Matcher, ...]) -> Numbered:
    """The matchers, each with a bit of its own; always the same object for the same matchers."""
    return tuple([(1 << k, matcher) for k, matcher in enumerate(matchers)])


@lru_cache(maxsize=16)
def by_needs(matchers: Numbered) -> tuple[tuple[str, int], ...]:
    """What matchers need of a text, each once, with the bits of those that need it."""
    found: dict[str, int] = {}
    for bit, matcher in matchers:
        found[matcher.needs] = found.get(matcher.needs, 0) | bit
    return tuple(found.items())


@lru_cache(maxsize=16)
def guessing(matchers: Numbered) -> int:
    """The bits of the matchers that others may outdo."""
    return sum([bit for bit, matcher in matchers if isinstance(matcher, _GUESSING)])


def outdone(matchers: Numbered, term: Term, matches: Iterable[Match]) -> int:
    """The bits of the matchers that have nothing to add to `matches`, which others have found for the term."""
    bits = 0
    for _, _, kind, strength, coverage, _, _, rule in matches:
        if strength * coverage >= _WHOLE and kind in _OUTDONE and not (kind == "gloss" and (rule or term.proper)):
            bits |= _bits_outdone(matchers)[kind]
    return bits


@lru_cache(maxsize=16)
def _bits_outdone(matchers: Numbered) -> dict[str, int]:
    return {
        kind: sum([bit for bit, matcher in matchers if isinstance(matcher, kinds)]) for kind, kinds in _OUTDONE.items()
    }
