"""A term that occurs several times is rendered in turn: the first time first."""

from collections.abc import Sequence

from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.propose.candidate import Candidate


def in_turn(candidates: Sequence[Candidate], ja: JapaneseText, english: EnglishText) -> None:
    """Add to a term's candidates whether its turn among its own occurrences is that of its English."""
    a, b = candidates[0].a, candidates[0].b
    surface = ja.surface(a, b)
    if ja.text.count(surface) < 2:
        return
    turn, turns = ja.text.count(surface, 0, ja.morphemes[a].start), ja.text.count(surface)
    for c in candidates:
        stems = english.stems[c.i : c.j]
        places = [k for k in english.by_stem[stems[0]] if english.stems[k : k + len(stems)] == stems]
        if len(places) == turns:
            c.features["own turn" if places.index(c.i) == turn else "another's turn"] = 1.0
        elif len(places) > 1:
            c.features["off turn"] = abs(places.index(c.i) / (len(places) - 1) - turn / (turns - 1))
