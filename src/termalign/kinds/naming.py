"""The user's own renderings to the letter, names, clips, acronyms, and what a text itself sets beside the Japanese: kinds whose
comparison is a matcher of its own.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Set

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
from termalign.kinds import filed, offered
from termalign.kinds.kind import ANY, NONE, Filed, Finding, Kind, Offered, nothing

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


def _kind(
    name: str,
    matcher: Matcher,
    by: Callable[[Term], Iterable[Filed]] = nothing,
    asked: Callable[[Bitext], Iterable[Offered]] = nothing,
    *others: str,
    guess: bool = False,
) -> Kind:
    """A kind that finds what a matcher does.

    Parameters
    ----------
    by, asked : callable
        What a list files a term by, and what a text asks for.
    others : str
        Kinds of links that it speaks for beside the matcher's own.
    guess : bool
        Whether it is asked only of what nothing surer is known of.
    """

    def compare(term: Term, bitext: Bitext) -> Iterator[Finding]:
        return map(_finding, matcher.match(term, bitext))

    def term_keys(term: Term) -> Set[str]:
        return ANY if matcher.applies(term) else NONE

    def text_keys(bitext: Bitext) -> Set[str]:
        return ANY if getattr(bitext, matcher.needs) else NONE

    says = frozenset({matcher.kind, *others})
    return Kind(name, says, compare, term_keys, text_keys, of_unlisted=True, guess=guess, filed=by, offered=asked)


NAMING: Iterable[Kind] = (
    _kind("glossary", GlossaryMatcher(), filed.glossary, offered.rendered, "learned"),
    _kind("person", NameMatcher(), filed.people, offered.names, guess=True),
    _kind("listed name", ListedNameMatcher(), filed.listed_names, offered.letters),
    _kind("sino name", SinoNameMatcher(), filed.sino_names, offered.capitalised),
    _kind("generic name", GenericMatcher(), filed.cores, offered.named),
    _kind("organisation", OrganisationMatcher(), guess=True),  # brought up by its parts
    _kind("rank", TitleMatcher(), filed.ranks, offered.romaji, guess=True),
    _kind("clip", ClipMatcher(), filed.clips, offered.clips, guess=True),
    _kind("acronym", AcronymMatcher(), filed.acronyms, offered.acronyms),
    _kind("apposition", AppositionMatcher(), filed.itself, offered.japanese),
)


def said_elsewhere(elsewhere: Elsewhere) -> Iterator[Kind]:
    """What other passages of a document say, each as the kind of evidence that it is."""
    for name, link_kind in (("acronym", "acronym"), ("person", "name"), ("apposition", "apposition")):

        def compare(term: Term, bitext: Bitext, link_kind: str = link_kind) -> Iterator[Finding]:
            return (_finding(m) for m in elsewhere.matches(term, bitext) if m.kind == link_kind)

        yield Kind(name, frozenset({link_kind}), compare, of_unlisted=True)
