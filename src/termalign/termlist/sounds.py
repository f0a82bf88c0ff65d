"""Katakana of a list by its sound: the same consonants as words of the text but for one, then the same sound.

What begins alike is compared with a phrase once, however many terms begin so; terms written alike are compared once.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from termalign.evidence.bitext import Bitext
from termalign.phonetics import alike, first_units
from termalign.termlist.base_rate import as_likely, explaining
from termalign.termlist.index import Index
from termalign.termlist.outlines import asked, phrases
from termalign.termlist.postings import key_hash
from termalign.termlist.room import Room

_MOST_KEPT = 2_000_000  # nodes under all keys: eight bytes each, what is heard of a node being kept once
_MOST_PHRASES = 20_000

Places = Sequence[tuple[int, int]]
"""Words, half-open."""
Group = dict[int, list[bytes]]
"""What is heard, by its first sound."""
_NOTHING: tuple[Group, Group] = {}, {}


class Sounds:
    """The katakana nodes of a list by consonants and first sound, worked out where a text first asks for them.

    Parameters
    ----------
    index : Index
        Of the term list.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        #: Under each key, parts of compounds, for which less is enough, and others, by their first sounds.
        self._groups: dict[int, tuple[Group, Group]] = {}
        self._nodes: dict[bytes, Sequence[int]] = {}
        self._words: dict[int, bytes] = {}
        self._parts: set[bytes] = set()
        self._kept = 0
        #: By phrase, for texts to come: the least likeness asked for of parts and of others, and what is so much alike.
        self._heard: dict[str, tuple[float, float, tuple[tuple[bytes, float], ...]]] = {}

    def _by_first(self, hashed: int) -> tuple[Group, Group]:
        """The words filed under a key."""
        found = self._groups.get(hashed)
        if found is None:
            rows, known = self._index.keyed.rows(hashed), self._words
            if not rows:
                self._groups[hashed] = _NOTHING
                return _NOTHING
            self._kept += len(rows)
            words = [known.get(node) or self._word(node) for node in self._index.nodes[rows.start : rows.stop]]
            found = self._groups[hashed] = {}, {}
            for word in words:
                if word:
                    found[word not in self._parts].setdefault(word[0], []).append(word)
        return found

    def _word(self, node: int) -> bytes:
        """What is heard of a node, which is met for the first time."""
        starts, parents = self._index.heard_starts, self._index.parent_starts
        word = self._words[node] = self._index.heard[starts[node] : starts[node + 1]].tobytes()
        if word:
            self._nodes[word] = (*self._nodes.get(word, ()), node)
            if parents[node] < parents[node + 1]:
                self._parts.add(word)
        return word

    def heard_in(
        self,
        bitext: Bitext,
        least: Callable[[Places], tuple[float, float]],
        explained: bool = False,
        room: Room | None = None,
    ) -> Iterator[tuple[int, float, Places]]:
        """Each node that a phrase of the text sounds like, how much so, and where the phrase stands.

        Parameters
        ----------
        bitext : Bitext
            The text.
        least : callable
            The least likeness that is of use at some places: of parts of compounds, and of others.
        explained : bool
            Whether words that another term of the list sounds much more like are explained by that, and leave the others
            nothing.
        room : Room, optional
            What may be heard in a text of a long list; everything by default.
        """
        if self._kept > _MOST_KEPT or len(self._heard) > _MOST_PHRASES:
            self._groups, self._nodes, self._words, self._heard, self._kept = {}, {}, {}, {}, 0
            self._parts = set()
        places: dict[tuple[tuple[str, ...], str], list[tuple[int, int]]] = {}
        for written, phrase, i, j in phrases(bitext):
            if room is None or room.may_be_heard(i, j):
                places.setdefault((written, phrase), []).append((i, j))
        for (written, phrase), where in places.items():
            enough, whole = least(where)
            known = self._heard.get(phrase)
            if known is None or known[0] > enough or known[1] > whole:
                known = self._heard[phrase] = (enough, whole, self._hear(written, phrase, enough, whole, explained))
            if explained and known[2]:
                enough = max(enough, as_likely(max(same for _, same in known[2])))
            for word, same in known[2]:
                if same >= enough:
                    for node in self._nodes[word]:
                        yield node, same, where

    def _hear(
        self, written: Sequence[str], phrase: str, enough: float, whole: float, explained: bool
    ) -> tuple[tuple[bytes, float], ...]:
        """Words that a phrase is so much alike: parts of compounds `enough`, the `whole` of others, or what explains a part."""
        filed = [self._by_first(key_hash(key)) for key in asked(written)]
        groups = [group for group in filed if group is not _NOTHING]
        if not groups:
            return ()
        first = first_units(phrase)
        parts = _beginning([parts for parts, _ in groups], first)
        if not explained:
            others = _beginning([others for _, others in groups], first)
            return tuple(alike(parts | others, phrase, whole, parts, enough))
        found = list(alike(parts, phrase, enough))
        if found:  # which a word that is no part may explain
            whole = min(whole, explaining(min([same for _, same in found])))
        if whole < 1.0:
            found += alike(_beginning([others for _, others in groups], first), phrase, whole)
        return tuple(sorted(found))


def _beginning(groups: Iterable[Group], first: Collection[int]) -> set[bytes]:
    """What begins with one of some sounds."""
    found: set[bytes] = set()
    for group in groups:
        for unit in group.keys() & first:
            found.update(group[unit])
    return found


def bits(places: Places) -> int:
    """One bit a word."""
    found = 0
    for i, j in places:
        found |= (1 << j) - (1 << i)
    return found
