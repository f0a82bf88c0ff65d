"""The user's own renderings to the letter, names, clips, acronyms, and what a text itself sets beside the Japanese: kinds whose
comparison is a matcher of its own.
"""

from collections.abc import Iterable, Iterator

from termalign.evidence.acronym import AcronymMatcher
from termalign.evidence.apposition import AppositionMatcher
from termalign.evidence.bitext import Bitext
from termalign.evidence.elsewhere import Elsewhere
from termalign.evidence.generic import GenericMatcher
from termalign.evidence.glossary import GlossaryMatcher
from termalign.evidence.listed_name import ListedNameMatcher
from termalign.evidence.name import NameMatcher
from termalign.evidence.organisation import OrganisationMatcher
from termalign.evidence.sino_name import SinoNameMatcher
from termalign.evidence.term import Term
from termalign.evidence.title import TitleMatcher
from termalign.kinds import filed, offered
from termalign.kinds.clip import CLIP
from termalign.kinds.kind import Finding, Kind
from termalign.kinds.matched import finding, kind_of

NAMING: Iterable[Kind] = (
    kind_of("glossary", GlossaryMatcher(), filed.glossary, offered.rendered, "learned"),
    kind_of("person", NameMatcher(), filed.people, offered.names, guess=True),
    kind_of("listed name", ListedNameMatcher(), filed.listed_names, offered.letters),
    kind_of("sino name", SinoNameMatcher(), filed.sino_names, offered.capitalised),
    kind_of("generic name", GenericMatcher(), filed.cores, offered.named),
    kind_of("organisation", OrganisationMatcher(), guess=True),  # brought up by its parts
    kind_of("rank", TitleMatcher(), filed.ranks, offered.romaji, guess=True),
    CLIP,
    kind_of("acronym", AcronymMatcher(), filed.acronyms, offered.acronyms),
    kind_of("apposition", AppositionMatcher(), filed.itself, offered.japanese),
)


def said_elsewhere(elsewhere: Elsewhere) -> Iterator[Kind]:
    """What other passages of a document say, each as the kind of evidence that it is."""
    for name, link_kind in (("acronym", "acronym"), ("person", "name"), ("apposition", "apposition")):

        def compare(term: Term, bitext: Bitext, link_kind: str = link_kind) -> Iterator[Finding]:
            return (finding(m) for m in elsewhere.matches(term, bitext) if m.kind == link_kind)

        yield Kind(name, frozenset({link_kind}), compare, of_unlisted=True)
