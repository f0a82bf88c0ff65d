"""Names of people in a text: halves of names of a list that stand side by side, or alone where that may be enough."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from termalign.english.personal_titles import titled
from termalign.evidence.bitext import NameWord
from termalign.termlist.bounds import Bounds
from termalign.termlist.document import sino_halves
from termalign.termlist.index import UNIT, Index
from termalign.termlist.postings import key_hash

ALONE: Final = 154  # 255ths: a family name without anything beside it

Note = Callable[[int, int, int, int], None]
"""What is done with a node: the reasons to ask matchers, what it is worth at most, and where."""


class People:
    """The names of one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    bounds : Bounds
        Of the text.
    whole, part : callable
        Told of each node for which what was found may be enough by itself, or not.
    """

    def __init__(self, index: Index, bounds: Bounds, whole: Note, part: Note) -> None:
        self._index = index
        self._bitext = bounds.bitext
        self._bounds = bounds
        self._note_whole = whole
        self._note_part = part

    def look_up(self) -> None:
        """Japanese names, then Chinese and Korean ones."""
        if self._index.pair_node:
            self._names()
            self._sino()

    def _names(self) -> None:
        """Names of people: both halves side by side, or one of them where that may be enough."""
        names = self._bitext.names
        if not names:
            return
        english = self._bitext.english
        families = {key: self._halves("family", key) for key in {word.key for word in names}}
        givens = {key: self._halves("given", key) for key in families}
        by_start: dict[int, list[NameWord]] = {}
        for word in names:
            by_start.setdefault(word.i, []).append(word)
        accompanied: dict[str, bool] = dict.fromkeys(families, False)
        initials = {k for k, form in enumerate(english.forms) if len(form) == 1 and form.isupper()}
        for word in names:
            where = (1 << word.j) - (1 << word.i)
            beside = [*by_start.get(word.j, ()), *by_start.get(word.j + 1, ())]
            for other in beside:
                both = where | ((1 << other.j) - (1 << other.i))
                self._join(families[word.key], givens[other.key], both)
                self._join(families[other.key], givens[word.key], both)
                accompanied[word.key] = accompanied[other.key] = True
            if not initials.isdisjoint((word.i - 1, word.j)) or titled(english, word.i):
                accompanied[word.key] = True
        for word in names:
            where = (1 << word.j) - (1 << word.i)
            self._alone(families[word.key], givens[word.key], accompanied[word.key], where)

    def _alone(self, families: Iterable[int], givens: Iterable[int], accompanied: bool, where: int) -> None:
        index, least = self._index, self._bounds.at(where)
        for half in families:
            for row in range(index.pair_starts[half], index.pair_starts[half + 1]):
                alone = index.pair_alone[row]
                if alone == UNIT and not accompanied:
                    alone = ALONE
                if alone >= least.family or (accompanied and alone):
                    self._note_whole(index.pair_node[row], index.pair_asks[row], alone, where)
                elif alone >= least.part:
                    self._note_part(index.pair_node[row], index.pair_asks[row], alone, where)
        for half in givens:
            for row in range(index.given_starts[half], index.given_starts[half + 1]):
                alone = index.given_alone[row]
                if alone >= least.given:
                    self._note_whole(index.given_node[row], index.given_asks[row], alone, where)
                elif alone >= least.part:
                    self._note_part(index.given_node[row], index.given_asks[row], alone, where)

    def _sino(self) -> None:
        """Chinese and Korean names, family and given name in either order."""
        found: dict[str, Sequence[int]] = {}  # a half stands in many pairs
        for family, given in set(sino_halves(self._bitext)):
            seconds = found.get(given)
            if seconds is None:
                seconds = found[given] = self._halves("sino-given", given)
            if seconds:
                self._join(self._halves("sino-family", family), seconds, -1)

    def _halves(self, role: str, key: str) -> Sequence[int]:
        rows = self._index.halved.rows(key_hash(f"{role}:{key}"))
        return self._index.halves[rows.start : rows.stop]

    def _join(self, firsts: Sequence[int], seconds: Sequence[int], where: int) -> None:
        """Names that one of the first halves makes with one of the second."""
        index = self._index
        if not firsts or not seconds:
            return
        wanted = set(firsts)
        for half in seconds:
            for row in range(index.given_starts[half], index.given_starts[half + 1]):
                if index.given_first[row] in wanted:
                    self._note_whole(index.given_node[row], index.given_asks[row], UNIT, where)
