"""Words that may render a person's name with a title: the name carries, and only a title before it may join it."""

from collections.abc import Collection, Mapping, Sequence

from termalign.english.personal_titles import is_personal_title
from termalign.english.text import EnglishText
from termalign.kinds.related import RELATED
from termalign.propose.candidate import HOPELESS, Candidate
from termalign.propose.proposed_runs import Range


def places_of_name(name: Range, found: Mapping[Range, Sequence[Candidate]]) -> set[tuple[int, int]]:
    """Return the English words, half-open, that may be a name or a part of it."""
    first, last = name
    inside = [there for (a, b), there in found.items() if first <= a and b <= last]
    return {(c.i, c.j) for there in inside for c in there if c.odds > HOPELESS}


def is_name_with_title(c: Candidate, named: Collection[tuple[int, int]], english: EnglishText) -> bool:
    """Return whether a candidate ends with the name of the person, and has nothing but words of a title before it.

    ``named`` are the English words, half-open, that may be the name or its half. For 大谷翔平選手, *Shohei Ohtani* and *slugger
    Shohei Ohtani* are such candidates; *Shohei Ohtani hit* and *slugger* are not.
    """
    rendered = {k for part in c.parts if RELATED.name not in part.features for k in range(part.i, part.j)}
    titles = {k for k in range(c.i, c.j) if k in rendered or is_personal_title(english.lexemes[k].lower)}

    def is_title(before: range) -> bool:
        """Return whether words have a title, and besides only small words and capitals (*Foreign* Minister)."""
        each = [k in titles or english.capitalised[k] or english.lexemes[k].function for k in before]
        return english.tight[before.stop - 1] and all(each) and not titles.isdisjoint(before)

    return any(i == c.i or (c.i < i and is_title(range(c.i, i))) for i, j in named if j == c.j)
