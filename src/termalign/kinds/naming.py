"""The user's own renderings to the letter, names, clips, acronyms, and what a text itself sets beside the Japanese: kinds whose
comparison is a matcher of its own.
"""

import math
from collections.abc import Iterable, Iterator, Set

from termalign.evidence.acronym import AcronymMatcher
from termalign.evidence.apposition import AppositionMatcher
from termalign.evidence.bitext import Bitext
from termalign.evidence.clip import ClipMatcher
from termalign.evidence.elsewhere import Elsewhere
from termalign.evidence.generic import GenericMatcher
from termalign.evidence.glossary import GlossaryMatcher
from termalign.evidence.listed_name import ListedNameMatcher
from termalign.evidence.match import Match, Matcher
from termalign.evidence.name import NameMatcher
from termalign.evidence.organisation import OrganisationMatcher
from termalign.evidence.sino_name import SinoNameMatcher
from termalign.evidence.term import Term
from termalign.evidence.title import TitleMatcher
from termalign.kinds.kind import ANY, NONE, Finding, Kind

_SUREST = 0.99


def _finding(m: Match) -> Finding:
    """What a match says, in features."""
    sure = min(_SUREST, max(1 - _SUREST, m.strength))
    features = {
        m.rule or "whole": 1.0,
        "odds": math.log(sure / (1 - sure)) / 2,
        "left over": 1 - m.coverage,
        "several": math.log(max(1, m.j - m.i)),
    }
    return Finding(m.i, m.j, m.kind, features, m.forms, tuple([part[:5] for part in m.parts]))


def _kind(name: str, matcher: Matcher, *others: str, guess: bool = False) -> Kind:
    """A kind that finds what a matcher does; `others` are kinds of links that it speaks for beside its own."""

    def compare(term: Term, bitext: Bitext) -> Iterator[Finding]:
        return map(_finding, matcher.match(term, bitext))

    def term_keys(term: Term) -> Set[str]:
        return ANY if matcher.applies(term) else NONE

    def text_keys(bitext: Bitext) -> Set[str]:
        return ANY if getattr(bitext, matcher.needs) else NONE

    return Kind(name, frozenset({matcher.kind, *others}), compare, term_keys, text_keys, of_unlisted=True, guess=guess)


NAMING: Iterable[Kind] = (
    _kind("glossary", GlossaryMatcher(), "learned"),
    _kind("person", NameMatcher(), guess=True),
    _kind("listed name", ListedNameMatcher()),
    _kind("sino name", SinoNameMatcher()),
    _kind("generic name", GenericMatcher()),
    _kind("organisation", OrganisationMatcher(), guess=True),
    _kind("rank", TitleMatcher(), guess=True),
    _kind("clip", ClipMatcher(), guess=True),
    _kind("acronym", AcronymMatcher()),
    _kind("apposition", AppositionMatcher()),
)


def said_elsewhere(elsewhere: Elsewhere) -> Iterator[Kind]:
    """What other passages of a document say, each as the kind of evidence that it is."""
    for name, link_kind in (("acronym", "acronym"), ("person", "name"), ("apposition", "apposition")):

        def compare(term: Term, bitext: Bitext, link_kind: str = link_kind) -> Iterator[Finding]:
            return (_finding(m) for m in elsewhere.matches(term, bitext) if m.kind == link_kind)

        yield Kind(name, frozenset({link_kind}), compare, of_unlisted=True)
