"""A test of whether a Latin word can be read as Japanese syllables."""

import re
import unicodedata
from functools import lru_cache

from termalign.arguments import checked

# One mora, with a doubled consonant before it, in Hepburn, Kunrei, Nihon or an older spelling.
_MORA = re.compile(
    r"""
    (?:
        (?: ([kstpgzdbjf])(?=\1) | t(?=ch) | c(?=ch) )?
        (?: (?: [kgnhbpmr]y | sh | sy | ch | ty | j | jy | zy | dy ) [auo]
          | [kgsztdnhbpmr] [aueo] | [kgstnhbpmrzdj] i | (?: sh | ch ) [ie] | je
          | tsu | dzu | f [aiueo] | y [auoe] | w [aoie] | [kg]wa | v [aiueo]
          | [aiueo]
        )
        (?: (?<=[ou]) h (?![aiueoy]) )?
      | n ['\-]? | m (?=[bmp])
    )+
    """,
    re.VERBOSE,
)
_LAST = frozenset("aiueohn")  # final letters of a mora: most English words end in other letters
_ACCENTS = frozenset("\u0304\u0302\u0303")
_INNER = str.maketrans("", "", "-–‐'’ʼ`")


@lru_cache(4096)
def is_romaji(word: str) -> bool:
    """Return whether `word` can be read as Japanese syllables, in any system of romanisation.

    English words that happen to fit (made, to, some) also pass.

    Parameters
    ----------
    word : str
        One word. Hyphens and apostrophes inside it, case, and the marks of ō and ô are ignored.

    Examples
    --------
    >>> [is_romaji(word) for word in ("Tōkyō", "Kurama-dera", "Jun'ichi", "SATOH", "Shimbashi", "Botchan")]
    [True, True, True, True, True, True]
    >>> [is_romaji(word) for word in ("police", "crime", "Anonymous", "", "T3", "made")]
    [False, False, False, False, False, True]
    """
    checked(word, "word")
    plain = word.lower().translate(_INNER)
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFD", plain) if char not in _ACCENTS)
    return plain[-1:] in _LAST and _MORA.fullmatch(plain) is not None
