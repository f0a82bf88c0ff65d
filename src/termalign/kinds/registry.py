"""Every kind of evidence there is. The order does not matter: read it as a table of contents."""

from termalign.kinds.gloss import GLOSS
from termalign.kinds.kind import Kind
from termalign.kinds.learned import LEARNED
from termalign.kinds.loanword import LOANWORD
from termalign.kinds.naming import NAMING
from termalign.kinds.number import NUMBER
from termalign.kinds.related import RELATED
from termalign.kinds.romaji import ROMAJI
from termalign.kinds.verbatim import VERBATIM

REGISTRY: tuple[Kind, ...] = (GLOSS, LEARNED, VERBATIM, ROMAJI, LOANWORD, *NAMING, NUMBER, RELATED)
