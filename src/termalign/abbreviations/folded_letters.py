"""Letters folded so that a short form and its long form can be compared."""

import unicodedata
from functools import lru_cache
from typing import Final

from termalign.text.accents import PLAIN, without_accents

GREEK: Final = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron",
    "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega",
}  # fmt: skip
GREEK_NAMES: Final = frozenset(GREEK.values())
_SPELLED_OUT: Final = PLAIN | GREEK


@lru_cache(8192)
def fold(text: str) -> str:
    """Return `text` in lower case without accents, with Greek letters spelled out.

    >>> fold("TNF-α"), fold("Ｔ３"), fold("Übersee")
    ('tnf-alpha', 't3', 'ubersee')
    """
    if text.isascii():
        return text.lower()
    plain = without_accents(unicodedata.normalize("NFKC", text)).lower()
    return "".join([_SPELLED_OUT.get(char, char) for char in plain])
