"""Katakana of a list by its sound: the same consonants as words of the text but for one, then the same sound.

What begins alike is compared with a phrase once, however many terms begin so; terms written alike are compared once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from termalign.evidence.bitext import Bitext
from termalign.phonetics import alike, first_units, heard
from termalign.termlist.base_rate import as_likely, explaining
from termalign.termlist.document import outlines
from termalign.termlist.index import Index
from termalign.termlist.postings import key_hash
from termalign.termlist.spellings import outline_keys

_MOST_KEPT = 2_000_000  # nodes under all keys: eight bytes each, what is heard of a node being kept once
_MOST_PHRASES = 20_000

Units = tuple[str, ...]
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
        self._groups: dict[int, dict[str, list[Units]]] = {}
        self._nodes: dict[Units, Sequence[int]] = {}
        self._units: dict[int, Units] = {}
        self._kept = 0
        #: Those that are parts of compounds, for which less is enough.
        self._parts: set[Units] = set()
        #: By phrase, for texts to come: the least likeness asked for of parts and of others, and what is so much alike.
        self._heard: dict[str, tuple[float, float, tuple[tuple[Units, float], ...]]] = {}

    def _by_first(self, hashed: int) -> Mapping[str, Sequence[Units]]:
        """The words filed under a key, by their first sound."""
        found = self._groups.get(hashed)
        if found is None:
            rows, parents = self._index.rows(hashed), self._index.parent_starts
            self._kept += len(rows)
            found = self._groups[hashed] = {}
            for row in rows:
                node = self._index.nodes[row]
                units = self._units.get(node)
                if units is None:
                    units = self._units[node] = heard(self._surface(node))
                    if units:
                        self._nodes[units] = (*self._nodes.get(units, ()), node)
                        if parents[node] < parents[node + 1]:
                            self._parts.add(units)
                if units:
                    found.setdefault(units[0], []).append(units)
        return found

    def heard_in(
        self, bitext: Bitext, least: Callable[[Places], tuple[float, float]], explained: bool = False, able: int = -1
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
        able : int
            A bit for each word that may be heard by itself; all by default.
        """
        if self._kept > _MOST_KEPT or len(self._heard) > _MOST_PHRASES:
            self._groups, self._nodes, self._units, self._heard, self._kept = {}, {}, {}, {}, 0
            self._parts = set()
        places: dict[tuple[tuple[str, ...], str], list[tuple[int, int]]] = {}
        for written, phrase, i, j in outlines(bitext):
            if able >> i & (1 << j - i) - 1:
                places.setdefault((written, phrase), []).append((i, j))
        for (written, phrase), where in places.items():
            enough, whole = least(where)
            known = self._heard.get(phrase)
            if known is None or known[0] > enough or known[1] > whole:
                words = self._words(written, phrase)
                parts = self._parts.intersection(words)
                if explained and parts:  # which a word that is no part may explain
                    whole = min(whole, explaining(enough))
                asked = ((units, enough if units in parts else whole) for units in words)
                known = self._heard[phrase] = (enough, whole, tuple(alike(asked, phrase)))
            if explained and known[2]:
                enough = max(enough, as_likely(max(same for _, same in known[2])))
            for units, same in known[2]:
                if same >= enough:
                    for node in self._nodes[units]:
                        yield node, same, where

    def _words(self, written: Sequence[str], phrase: str) -> list[Units]:
        """Words that a phrase may be written by, in order."""
        first = first_units(phrase)
        found: set[Units] = set()
        for key in {key for outline in written for key in outline_keys(outline)}:
            groups = self._by_first(key_hash(f"x:{key}"))
            for unit in groups.keys() & first:
                found.update(groups[unit])
        return sorted(found)
