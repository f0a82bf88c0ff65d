"""The English words with which names of organisations are aligned: runs of capitalised words around their parts.

Many names share pieces. So the words that match a piece, and the run around each word, are looked up only once.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from weakref import proxy

from rapidfuzz.distance import LCSseq

from termalign.names.english_side import units
from termalign.names.japanese_side import OrganisationName, Segment
from termalign.names.laying import Run
from termalign.phonetics import kana_skeleton
from termalign.target.target import Target
from termalign.terms.term import Term

_SHARED = 0.6
_LONGEST_RUN = 12  # words
_GAPS = frozenset({" ", "-", "&", " & ", "", "‐", "–", "\n", "'", "’", ". "})
_LINKS = frozenset({"of", "and", "the", "for"})


class Ground:
    """The words of a text with which names of organisations are aligned.

    Sets of words are integers with a bit for each word.
    """

    def __init__(self, target: Target) -> None:
        self._bitext: Target = proxy(target)  # a proxy, as the target refers to this: no cycle for garbage collection
        self._over: dict[tuple[int, int], Run] = {}
        self._around: dict[int, tuple[int, int]] = {}
        self._standing: dict[Term, tuple[int, int]] = {}

    def over(self, i: int, j: int) -> Run:
        """Return the words ``i:j``."""
        run = self._over.get((i, j))
        if run is None:
            english = self._bitext.english
            cut = units(english.forms[i:j], [english.gap(k) for k in range(i, j)], i)
            run = self._over[i, j] = Run(cut)
        return run

    def runs(self, name: OrganisationName) -> list[tuple[int, int]]:
        """Return runs of capitalised words that contain a piece of the name."""
        found: dict[tuple[int, int], None] = {}
        rest = self._anchors(name) & self._upper
        while rest:
            low = rest & -rest
            i, j = self._run(low.bit_length() - 1)
            if i < j:
                found[i, j] = None
            rest ^= low
        return list(found)

    def _anchors(self, name: OrganisationName) -> int:
        """Return the words that spell or translate a piece.

        Translations of common nouns count only in names that consist of common nouns.
        """
        whole = name.segment(0, len(name.pieces))
        plain = all(s.common for s in name.singles)
        found = 0
        for segment in (*name.singles, whole):
            spelled, told = self._standing.get(segment.part) or self._stands(segment)
            found |= spelled | told if plain or not segment.common else spelled
        return found

    def _stands(self, segment: Segment) -> tuple[int, int]:
        """Return the words that spell a piece, and those that translate it."""
        english, romaji = self._bitext.english, self._bitext.romaji
        spelled = 0
        if not segment.openings.isdisjoint(self._bitext.openings):
            for key in segment.keys:
                for i, _ in romaji.get(key, ()):
                    spelled |= 1 << i
        if segment.latin:
            spelled |= sum([1 << i for i, x in enumerate(english.lexemes) if x.plain == segment.latin])
        if segment.kana:
            spelled |= sum([1 << k for k in self._alike(segment.kana)])
        told = 0
        for stem in segment.single_keys & self._by_stem.keys():
            told |= self._by_stem[stem]
        found = self._standing[segment.part] = spelled, told
        return found

    def _alike(self, kana: str) -> Iterator[int]:
        """Yield the capitalised words most of whose consonants match the beginning of `kana`."""
        heard = kana_skeleton(kana)
        for k, skeleton in self._heard_from.get(heard[:1], ()):
            if LCSseq.similarity(heard[: len(skeleton)], skeleton) >= _SHARED * len(skeleton):
                yield k

    @cached_property
    def _capitalised(self) -> list[int]:
        return [k for k, capital in enumerate(self._bitext.english.capitalised) if capital]

    @cached_property
    def _upper(self) -> int:
        return sum([1 << k for k, form in enumerate(self._bitext.english.forms) if form[:1].isupper()])

    @cached_property
    def _by_stem(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for k in self._capitalised:
            stem = self._bitext.english.stems[k]
            found[stem] = found.get(stem, 0) | 1 << k
        return found

    @cached_property
    def _heard_from(self) -> Mapping[str, list[tuple[int, str]]]:
        """The capitalised words with their consonant classes, by the first class."""
        skeletons = self._bitext.skeletons
        found: dict[str, list[tuple[int, str]]] = {}
        for k in self._capitalised:
            if skeletons[k]:
                found.setdefault(skeletons[k][0], []).append((k, skeletons[k]))
        return found

    def _run(self, k: int) -> tuple[int, int]:
        """Return the words around word `k` that may be part of the same name.

        They are capitalised or linking words, with at most one mark between two of them.
        """
        found = self._around.get(k)
        if found is None:
            found = self._around[k] = _run(k, self._bitext)
        return found


def _run(k: int, target: Target) -> tuple[int, int]:
    i = k
    while i > 0 and k - i < _LONGEST_RUN and name_goes_on(i - 1, target):
        i -= 1
    j = k + 1
    while j < len(target.english) and j - k < _LONGEST_RUN and name_goes_on(j - 1, target):
        j += 1
    forms, lexemes = target.english.forms, target.english.lexemes
    while i < k and lexemes[i].function:
        i += 1
    while j > k + 1 and lexemes[j - 1].function and not forms[j - 1][0].isupper():
        j -= 1
    return i, j


def name_goes_on(k: int, target: Target) -> bool:
    """Return whether word ``k + 1`` may continue a name that word `k` is part of."""
    english = target.english
    return english.gap(k) in _GAPS and all(_bears(english.forms[w]) for w in (k, k + 1))


def _bears(form: str) -> bool:
    return form[0].isupper() or form[0].isdigit() or form in _LINKS
