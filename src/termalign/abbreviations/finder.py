"""The search for abbreviations that an English text defines."""

import re
from typing import Final

from termalign.abbreviations.bracketed import bracketed
from termalign.abbreviations.definition import Definition, define
from termalign.abbreviations.phrased import phrased
from termalign.model import Abbreviation

# A text defines an abbreviation only if it has a bracket, two adjacent capitals, a capital and a digit, or one of these phrases.
_BRACKET = re.compile(r"[(\[{（［｛「『【〔〈《]")
_CAPITALS = re.compile(r"[A-Z][&.]?[A-Z\d]|\d[A-Z]")
_OUTRIGHT: Final = ("short for", "stands for", "bbreviat", "cronym", "shortened", "nitials")


def _may_define(text: str) -> bool:
    if _BRACKET.search(text) or _CAPITALS.search(text):
        return True
    return any(map(text.__contains__, _OUTRIGHT))


def find_abbreviations(text: str) -> list[Abbreviation]:
    """Find the abbreviations that an English text defines, with their long forms.

    Parameters
    ----------
    text : str
        English text of any length.

    Returns
    -------
    list of Abbreviation
        Sorted by the position of the short form. Offsets are half-open code points of `text`.

    Raises
    ------
    TypeError
        If `text` is not a string.

    Examples
    --------
    >>> [(a.short.text, a.long.text) for a in find_abbreviations(
    ...     "The National Police Agency (NPA) set up T3, short for Tokuryu Targeting Team.")]
    [('NPA', 'National Police Agency'), ('T3', 'Tokuryu Targeting Team')]
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}; decode bytes first")
    if not _may_define(text):
        return []
    best: dict[tuple[int, int], Definition] = {}
    for source in (bracketed, phrased):
        for candidate in source(text):
            found = define(text, candidate)
            key = (candidate.start, candidate.end)
            if found and found.logit > 0 and (key not in best or found.logit > best[key].logit):
                best[key] = found
    return [best[key].abbreviation for key in sorted(best)]
