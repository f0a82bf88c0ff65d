"""Two halves of a name in capitals are one: 銀獅子賞, *Silver Lion*.

Where no dictionary has a name, its halves may be found and not it: 銀 *Silver*, 獅子賞 *Lion*.
"""

from collections.abc import Sequence

from termalign.choice import Candidate, place_of
from termalign.english import EnglishText
from termalign.evidence.borders import borders
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.merged import merged

_MEANT = frozenset({"gloss", "composed", "loanword", "name", "romaji"})


def joined_in_capitals(
    chosen: Sequence[Candidate], text: JapaneseText, english: EnglishText, terms: TermCache
) -> list[Candidate]:
    """The links of a text; two that touch on both sides, in capitals, are one if nothing parts their Japanese.

    Parameters
    ----------
    chosen : sequence of Candidate
        Links of the text, no two of which share a word.
    """
    if not english.cased:
        return list(chosen)
    found: list[Candidate] = []
    for c in sorted(chosen, key=place_of):
        before = found[-1] if found else None
        whole = _whole(before, c, text, english, terms) if before is not None else None
        if whole is None:
            found.append(c)
        else:
            found[-1] = whole
    return found


def _whole(
    one: Candidate, other: Candidate, text: JapaneseText, english: EnglishText, terms: TermCache
) -> Candidate | None:
    """The two as one link; None if they are not one name."""
    if one.end != other.start or one.j != other.i or english.gaps[one.j - 1] != " ":
        return None
    if not all(english.capitalised[one.i : other.j]) or one.term.quantities or other.term.quantities:
        return None
    if one.matches[0].kind not in _MEANT or other.matches[0].kind not in _MEANT:
        return None
    whole = merged([one, other], one.i, other.j, text, terms)
    if whole is None or borders(whole.term):
        return None
    return whole if any(start <= whole.start and whole.end <= end for start, end in text.run_spans) else None
