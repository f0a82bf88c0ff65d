"""Recognition of English and of other languages by the share of English words."""

import re
from functools import lru_cache
from unicodedata import normalize

from termalign.english.lexis import in_dictionary
from termalign.text import CODE

_FEWEST = 5  # distinct words that tell something
_MOST_OF_ANOTHER, _LEAST_OF_ENGLISH = 0.4, 0.7  # share of English words. Other languages share some: *die*, *de*, *in*
# A word without capitals, as names have them, and not part of code. Scripts without capitals count.
_WORD = re.compile(r"(?<![\w'’.(:=*/<-])[^\W\d_A-ZÀ-Þ][^\W\d_]+(?![\w(=*/-])")


def is_english(text: str) -> bool:
    """Return whether a text is certainly English, not a name or code.

    Examples
    --------
    >>> is_english("Save the file before you close the program."), is_english("git commit -m"), is_english("Speichern")
    (True, False, False)
    """
    share = _share(text)
    return share is not None and share >= _LEAST_OF_ENGLISH


def is_of_another_language(text: str) -> bool:
    """Return whether a text is certainly not English.

    Examples
    --------
    >>> is_of_another_language("Bitte speichern Sie die Datei, bevor Sie das Programm verlassen.")
    True
    >>> is_of_another_language("Save the file before you close the program."), is_of_another_language("Speichern")
    (False, False)
    """
    share = _share(text)
    return share is not None and share <= _MOST_OF_ANOTHER


def _share(text: str) -> float | None:
    """Return the share of English words among the distinct words of a text, or None if they are too few."""
    words = set(_WORD.findall(CODE.sub(" ", normalize("NFKC", text))))  # full-width letters are letters
    return sum(map(_known, words)) / len(words) if len(words) >= _FEWEST else None


_known = lru_cache(maxsize=4096)(in_dictionary)
