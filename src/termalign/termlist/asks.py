"""Which of the costlier matchers a text gives a reason to ask; the others are asked of every term that is looked at."""

from typing import Final

from termalign.evidence.acronym import AcronymMatcher
from termalign.evidence.clip import ClipMatcher
from termalign.evidence.generic import GenericMatcher
from termalign.evidence.listed_name import ListedNameMatcher
from termalign.evidence.loanword import LoanwordMatcher
from termalign.evidence.match import Matcher
from termalign.evidence.name import NameMatcher
from termalign.evidence.number import NumberMatcher
from termalign.evidence.organisation import OrganisationMatcher
from termalign.evidence.romaji import RomajiMatcher
from termalign.evidence.sino_name import SinoNameMatcher
from termalign.evidence.title import TitleMatcher

# One bit each, so that the reasons of several keys add up.
NAME: Final = 1
GENERIC: Final = 2
LOANWORD: Final = 4
CLIP: Final = 8
SINO: Final = 16
ACRONYM: Final = 32
NUMBER: Final = 64
ROMAJI: Final = 128
LISTED: Final = 1024
ORGANISATION: Final = 2048
#: No matcher of those: a reason to look at the term at all (a glossary has it, its own characters stand in the text).
CHEAP: Final = 256
#: What compounds with these kanji usually mean: bounded by a sort of its own.
KANJI: Final = 512
#: A synonym of a gloss; two words for two of its characters.
SYNONYM: Final = 4096
CALQUE: Final = 8192
#: What is one step from a gloss.
RELATED: Final = KANJI | SYNONYM | CALQUE
#: What is found by these counts for more in a compound: `termalign.evidence.composition`.
DISTINCT: Final = NAME | GENERIC | LOANWORD | CLIP | SINO | ROMAJI | LISTED | CHEAP
#: What says nothing of where an organisation's name is laid: `termalign.evidence.naming.agreement`.
NOT_LAID: Final = SINO | NUMBER
#: What lays too little of one by itself: letters are another matcher's.
HARDLY_LAID: Final = NOT_LAID | ACRONYM

_BITS: Final = {
    NameMatcher: NAME,
    GenericMatcher: GENERIC,
    LoanwordMatcher: LOANWORD,
    ClipMatcher: CLIP,
    SinoNameMatcher: SINO,
    AcronymMatcher: ACRONYM,
    NumberMatcher: NUMBER,
    RomajiMatcher: ROMAJI,
    TitleMatcher: ROMAJI,
    ListedNameMatcher: LISTED,
    OrganisationMatcher: ORGANISATION,
}


def asked(matcher: Matcher, asks: int, long: bool) -> bool:
    """Whether a term of a list, a `long` one or not, is to be put before a matcher, given the reasons found."""
    bit = _BITS.get(type(matcher), 0)
    if bit == CLIP and not long:  # among many foreign names, what sounds like a word is no clip
        bit |= LOANWORD
    return not bit or bool(asks & bit)
