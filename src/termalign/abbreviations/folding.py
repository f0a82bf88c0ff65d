"""Letters folded so that a short form and its long form can be compared."""

import unicodedata
from functools import lru_cache
from typing import Final

GREEK: Final = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron",
    "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega",
}  # fmt: skip
GREEK_NAMES: Final = frozenset(GREEK.values())
# Latin letters that Unicode does not take apart.
_LETTERS: Final = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}


@lru_cache(8192)
def fold(text: str) -> str:
    """Return `text` in lower case without accents, with Greek letters spelled out.

    Examples
    --------
    >>> fold("TNF-α"), fold("Ｔ３"), fold("Übersee")
    ('tnf-alpha', 't3', 'ubersee')
    """
    if text.isascii():
        return text.lower()
    out = []
    for char in unicodedata.normalize("NFKD", text).lower():
        if not unicodedata.combining(char):
            out.append(GREEK.get(char) or _LETTERS.get(char) or char)
    return "".join(out)
