"""The list of all kinds of evidence. The order does not matter."""

from collections.abc import Collection

from termalign.kinds.acronym import ACRONYM
from termalign.kinds.apposition import APPOSITION
from termalign.kinds.clip import CLIP
from termalign.kinds.elsewhere import Elsewhere, said_elsewhere
from termalign.kinds.generic_name import GENERIC_NAME
from termalign.kinds.gloss import GLOSS
from termalign.kinds.glossary import GLOSSARY
from termalign.kinds.kind import Kind
from termalign.kinds.learned import LEARNED
from termalign.kinds.listed_name import LISTED_NAME
from termalign.kinds.loanword import LOANWORD
from termalign.kinds.number import NUMBER
from termalign.kinds.organisation import ORGANISATION
from termalign.kinds.person import PERSON
from termalign.kinds.rank import RANK
from termalign.kinds.related import RELATED
from termalign.kinds.remembered import REMEMBERED
from termalign.kinds.romaji import ROMAJI
from termalign.kinds.sino_name import SINO_NAME
from termalign.kinds.verbatim import VERBATIM

REGISTRY: tuple[Kind, ...] = (
    GLOSSARY,
    GLOSS,
    VERBATIM,
    ROMAJI,
    LOANWORD,
    PERSON,
    LISTED_NAME,
    SINO_NAME,
    GENERIC_NAME,
    ORGANISATION,
    RANK,
    CLIP,
    ACRONYM,
    APPOSITION,
    NUMBER,
    LEARNED,
    REMEMBERED,
    RELATED,
)


def asked(kinds: Collection[str] | None, elsewhere: Elsewhere | None = None) -> tuple[Kind, ...]:
    """Return the kinds of evidence for links of these kinds (all by default), with those from other passages if given."""
    every = REGISTRY if elsewhere is None else (*REGISTRY, *said_elsewhere(elsewhere))
    return every if kinds is None else tuple([kind.only(kinds) for kind in every if not kind.says.isdisjoint(kinds)])
