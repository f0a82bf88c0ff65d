"""English words that deny another one by their prefix: *mismatch*, *unstable*, *illegal*."""

import re

from termalign.english.lexis import Lexeme, in_dictionary, lexeme

_PREFIX = re.compile("un|dis|mis|non|il(?=l)|ir(?=r)|im(?=[bmp])|in(?![blmpr])")
#: Words whose prefix says where or how much.
_OTHERS = frozenset(
    "inborn income incoming indebted indoor indoors inflammable inflow inhabit inland inlet input inside insider intake "
    "invaluable immigrant immigrate immigration implant import imprint imprison imprisonment unloosen unravel".split()
)
_SHORTEST = 4  # letters of the word behind the prefix


def denied(word: Lexeme) -> str | None:
    """Return the stem of the word that `word` denies by its prefix, or None.

    Examples
    --------
    >>> from termalign.english import lexeme
    >>> [denied(lexeme(form)) for form in ("mismatches", "unknown", "illegal", "inside", "unity", "display")]
    ['match', 'know', 'law', None, None, 'play']
    """
    found = _PREFIX.match(word.lemma)
    if found is None or word.lemma in _OTHERS:
        return None
    rest = word.lemma[found.end() :]
    if len(rest) < _SHORTEST or not in_dictionary(rest):
        return None
    return lexeme(rest).stem
