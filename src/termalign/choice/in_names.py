"""A common noun is no word of a longer name where it stands by itself as well: 目標 *target*, in the *Science Based Targets
initiative*; 子ども *children*, and the Children and Families Agency.
"""

from collections.abc import Sequence

from termalign.choice.candidate import Candidate
from termalign.english import EnglishText

_AS_GOOD = 0.85  # of its score
_COMMON = "gloss"


def without_words_of_names(candidates: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The candidates without those of a common noun at a capitalised word beside another, where it has the word in small letters
    too.

    Parameters
    ----------
    candidates : sequence of Candidate
        All of a text.
    english : EnglishText
        The English side.
    """
    if not english.cased:
        return list(candidates)
    inside = [c for c in candidates if c.j - c.i == 1 and c.matches[0].kind == _COMMON and _in_name(c.i, english)]
    if not inside:
        return list(candidates)
    places = {c[:2] for c in inside}
    small: dict[tuple[int, int, str], float] = {}
    for o in candidates:
        if o.j - o.i == 1 and o[:2] in places and english.forms[o.i].islower():
            key = (o.start, o.end, english.stems[o.i])
            small[key] = max(o.score, small.get(key, 0.0))
    dropped = {
        id(c) for c in inside if small.get((c.start, c.end, english.stems[c.i]), 0.0) >= _AS_GOOD * c.score > 0.0
    }
    return [c for c in candidates if id(c) not in dropped] if dropped else list(candidates)


def _in_name(k: int, english: EnglishText) -> bool:
    """Whether word `k` and one right beside it begin with capitals."""
    capital, gaps = english.capitalised, english.gaps
    if not capital[k]:
        return False
    before = k > 0 and capital[k - 1] and gaps[k - 1] == " "
    after = k + 1 < len(capital) and capital[k + 1] and gaps[k] == " "
    return before or after
