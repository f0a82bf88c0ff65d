"""The English words with which names of organisations are aligned: runs of capitalised words around their parts.

Many names share pieces, so the words that match a piece, and the run around each word, are looked up only once.
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

Words = frozenset[int]


class Ground:
    """The words of a text with which names of organisations are aligned."""

    def __init__(self, target: Target) -> None:
        self._target: Target = proxy(target)  # a proxy, because the target refers to this: no cycle
        self._over: dict[tuple[tuple[str, ...], tuple[str, ...]], Run] = {}
        self._around: dict[int, tuple[int, int]] = {}
        self._standing: dict[Term, tuple[Words, Words]] = {}

    def over(self, i: int, j: int) -> Run:
        """Return the units of the words ``i:j``, which count words from ``i``; the same words have the same run."""
        english = self._target.english
        words = tuple(english.forms[i:j]), tuple(english.gap(k) for k in range(i, j - 1))
        if words not in self._over:
            self._over[words] = Run(units(*words))
        return self._over[words]

    def runs(self, name: OrganisationName) -> list[tuple[int, int]]:
        """Return runs of capitalised words that contain a piece of the name."""
        forms = self._target.english.forms
        found = dict.fromkeys(self._run(k) for k in sorted(self._anchors(name)) if forms[k][:1].isupper())
        return [(i, j) for i, j in found if i < j]

    def _anchors(self, name: OrganisationName) -> set[int]:
        """Return the words that spell or translate a piece.

        Translations of common nouns count only in names that consist of common nouns.
        """
        plain = all(s.common for s in name.singles)
        found: set[int] = set()
        for segment in (*name.singles, name.segment(0, len(name.pieces))):
            spelled, told = self._standing.get(segment.part) or self._stands(segment)
            found |= spelled | told if plain or not segment.common else spelled
        return found

    def _stands(self, segment: Segment) -> tuple[Words, Words]:
        """Return the words that spell a piece, and the capitalised words that translate it."""
        english, romaji = self._target.english, self._target.romaji
        spelled: set[int] = set()
        if not segment.openings.isdisjoint(self._target.openings):
            spelled.update(i for key in segment.keys for i, _ in romaji.get(key, ()))
        if segment.latin:
            spelled.update(k for k, x in enumerate(english.lexemes) if x.plain == segment.latin)
        if segment.kana:
            spelled.update(self._alike(segment.kana))
        told = {k for stem in segment.single_keys for k in english.by_stem.get(stem, ()) if english.capitalised[k]}
        found = self._standing[segment.part] = frozenset(spelled), frozenset(told)
        return found

    def _alike(self, kana: str) -> Iterator[int]:
        """Yield the capitalised words most of whose consonants match the beginning of `kana`."""
        heard = kana_skeleton(kana)
        for k, skeleton in self._heard_from.get(heard[:1], ()):
            if LCSseq.similarity(heard[: len(skeleton)], skeleton) >= _SHARED * len(skeleton):
                yield k

    @cached_property
    def _heard_from(self) -> Mapping[str, list[tuple[int, str]]]:
        """The capitalised words with their consonant classes, by the first class."""
        found: dict[str, list[tuple[int, str]]] = {}
        for k, skeleton in enumerate(self._target.skeletons):
            if skeleton and self._target.english.capitalised[k]:
                found.setdefault(skeleton[0], []).append((k, skeleton))
        return found

    def _run(self, k: int) -> tuple[int, int]:
        """Return the words around word `k` that may be part of the same name.

        They are capitalised or linking words, with at most one mark between two of them.
        """
        if k not in self._around:
            self._around[k] = _run(k, self._target)
        return self._around[k]


def _run(k: int, target: Target) -> tuple[int, int]:
    i = k
    while i > 0 and k - i < _LONGEST_RUN and _goes_on(i - 1, target):
        i -= 1
    j = k + 1
    while j < len(target.english) and j - k < _LONGEST_RUN and _goes_on(j - 1, target):
        j += 1
    forms, lexemes = target.english.forms, target.english.lexemes
    while i < k and lexemes[i].function:
        i += 1
    while j > k + 1 and lexemes[j - 1].function and not forms[j - 1][0].isupper():
        j -= 1
    return i, j


def _goes_on(k: int, target: Target) -> bool:
    """Return whether word ``k + 1`` may continue a name that word `k` is part of."""
    english = target.english
    return english.gap(k) in _GAPS and all(_bears(english.forms[w]) for w in (k, k + 1))


def _bears(form: str) -> bool:
    return form[0].isupper() or form[0].isdigit() or form in _LINKS
