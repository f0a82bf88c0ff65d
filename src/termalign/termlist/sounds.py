"""Katakana of a list by its sound: the same consonants as words of the text but for one, then the same sound.

What begins alike is compared with a phrase once, however many terms begin so; terms written alike are compared once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from termalign.evidence.bitext import Bitext
from termalign.phonetics import alike, coded, first_units
from termalign.termlist.base_rate import as_likely, explaining
from termalign.termlist.index import Index
from termalign.termlist.outlines import asked, phrases
from termalign.termlist.postings import key_hash
from termalign.termlist.room import Room

_MOST_KEPT = 2_000_000  # nodes under all keys: eight bytes each, what is heard of a node being kept once
_MOST_PHRASES = 20_000

Places = Sequence[tuple[int, int]]
"""Words, half-open."""


class Sounds:
    """The katakana nodes of a list by consonants and first sound, worked out where a text first asks for them.

    Parameters
    ----------
    index : Index
        Of the term list.
    surface : callable
        The text of a node, by its number.
    """

    def __init__(self, index: Index, surface: Callable[[int], str]) -> None:
        self._index = index
        self._surface = surface
        self._groups: dict[int, dict[int, list[bytes]]] = {}
        self._nodes: dict[bytes, Sequence[int]] = {}
        self._words: dict[int, bytes] = {}
        self._kept = 0
        #: Those that are parts of compounds, for which less is enough.
        self._parts: set[bytes] = set()
        #: By phrase, for texts to come: the least likeness asked for of parts and of others, and what is so much alike.
        self._heard: dict[str, tuple[float, float, tuple[tuple[bytes, float], ...]]] = {}

    def _by_first(self, hashed: int) -> Mapping[int, Sequence[bytes]]:
        """The words filed under a key, by their first sound."""
        found = self._groups.get(hashed)
        if found is None:
            rows, parents = self._index.keyed.rows(hashed), self._index.parent_starts
            self._kept += len(rows)
            found = self._groups[hashed] = {}
            for row in rows:
                node = self._index.nodes[row]
                word = self._words.get(node)
                if word is None:
                    word = self._words[node] = coded(self._surface(node))
                    if word:
                        self._nodes[word] = (*self._nodes.get(word, ()), node)
                        if parents[node] < parents[node + 1]:
                            self._parts.add(word)
                if word:
                    found.setdefault(word[0], []).append(word)
        return found

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
        words = self._may_be(written, phrase)
        parts = self._parts.intersection(words)
        if not (explained and parts):
            return tuple(alike(words, phrase, whole, parts, enough))
        found = list(alike(parts, phrase, enough))
        if found:  # which a word that is no part may explain
            whole = min(whole, explaining(min([same for _, same in found])))
        found += alike(words - parts, phrase, whole)
        return tuple(sorted(found))

    def _may_be(self, written: Sequence[str], phrase: str) -> set[bytes]:
        """Words that a phrase may be written by."""
        first = first_units(phrase)
        found: set[bytes] = set()
        for key in asked(written):
            groups = self._by_first(key_hash(key))
            for unit in groups.keys() & first:
                found.update(groups[unit])
        return found
