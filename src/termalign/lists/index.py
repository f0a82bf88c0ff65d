"""The index of a term list. It finds the terms that a text may render by shared blocking keys.

A *piece* is a stretch of characters with its keys: a term, a word in it, half a name. The rarer a piece is in the list,
the more weight its characters have: among 100,000 companies, 株式会社 does not distinguish any.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property, reduce
from itertools import islice, pairwise
from operator import lt, or_
from typing import NamedTuple
from weakref import WeakKeyDictionary

from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Offered
from termalign.kinds.offered import BY_MEANING
from termalign.kinds.registry import REGISTRY
from termalign.lists.postings import Keys, are_starts, key_hash, picked, rows_by_number
from termalign.names.legal_form import core_span
from termalign.phonetics import alike, coded, first_units
from termalign.phonetics.coded import units
from termalign.propose.lookups import look_ups_of_listed
from termalign.terms.term import Term, written_in_katakana
from termalign.terms.term_cache import TermCache

LONGEST = 64  # characters of a term that are weighed
ENOUGH, ENOUGH_OF_NAME = 0.65, 0.4
"""The least share of a term's weight that found characters must have. A part often suffices for a name (*Toyota*)."""
_COMMON = 1_000  # terms: a piece of more terms selects only the term that it is the whole of
_LOOSE, _MOST_ALIKE = frozenset("o"), 8  # weak keys, and the number of pieces above which a weak key selects none
_NEAR = 6  # words: the greatest distance between the words that match the parts of a term
_ALIKE = 0.1  # odds: katakana that sounds less like the words is ignored
_SOME = 90  # pieces in katakana of which one sounds like a phrase by coincidence with even odds
_SHORT = 64  # terms: in a list this short, every term is compared with every text
_UNIT = 255
_NO_TERM = 0xFFFFFFFF

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Index:
    """The arrays of an index.

    Attributes
    ----------
    keys, key_starts, pieces
        Key hash → pieces.
    piece_starts, terms, masks
        Piece → the terms that contain it, and a bit mask of the characters that it covers in each term.
    whole
        For each piece, the term that it is the whole of; 2³²−1 if there is none.
    weight_starts, weights
        For each term, the weight of each character, in 255ths of the highest weight.
    undivided
        For each term, 1 if it is one word in katakana, of which a part means nothing by itself (カーネマン is no car).
    heard_starts, heard
        For each piece in katakana, its sound, one byte for each sound unit (`termalign.phonetics.coded`).
    """

    keys: "array[int]"
    key_starts: "array[int]"
    pieces: "array[int]"
    piece_starts: "array[int]"
    terms: "array[int]"
    masks: "array[int]"
    whole: "array[int]"
    weight_starts: "array[int]"
    weights: "array[int]"
    undivided: "array[int]"
    heard_starts: "array[int]"
    heard: "array[int]"

    def is_sound(self, listed: int) -> bool:
        """Return whether the arrays fit each other, and a list with this number of distinct terms."""
        pieces = len(self.whole)
        meant = max((term for term in self.whole if term != _NO_TERM), default=0)
        return (
            are_starts(self.key_starts, len(self.keys), len(self.pieces))
            and are_starts(self.piece_starts, pieces, len(self.terms))
            and are_starts(self.weight_starts, listed, len(self.weights))
            and are_starts(self.heard_starts, pieces, len(self.heard))
            and len(self.masks) == len(self.terms)
            and len(self.undivided) == listed
            and max(self.pieces, default=-1) < pieces
            and max(self.heard, default=-1) < len(units())
            and max(meant, max(self.terms, default=0)) < max(1, listed)
            and all(map(lt, self.keys, islice(self.keys, 1, None)))
        )

    def arrays(self) -> Iterator[tuple[str, "array[int]"]]:
        """Yield each array by name."""
        for field in fields(self):
            yield field.name, getattr(self, field.name)

    @cached_property
    def _keyed(self) -> Keys:
        return Keys(self.keys, self.key_starts)

    @cached_property
    def _is_short(self) -> bool:
        return len(self.weight_starts) - 1 <= _SHORT

    @cached_property
    def _alike(self) -> float:
        """Return the minimum chance that katakana represents the words. With more pieces, more sound similar by chance.

        It rises ever more slowly, because few names are written so that their sound leaves no doubt.
        """
        pieces = sum(start < end for start, end in pairwise(self.heard_starts))
        odds = max(_ALIKE, min(pieces / _SOME, math.cbrt(pieces)))
        return odds / (1 + odds)

    def ready(self) -> "Index":
        """Return the index with its look-up tables built, because otherwise the first text would wait for them."""
        self._keyed.rows(0)
        list(self._keyed.present(()))
        return self

    def found(self, offered: Iterable[Offered]) -> dict[int, Collection[int]]:
        """Return, in order, the terms that share enough keys with a text, close to each other; all terms of a short list.

        A term that shares keys only by its parts has the words of these keys: it is not looked for elsewhere.
        """
        if self._is_short:
            return dict.fromkeys(range(len(self.weight_starts) - 1), ())
        found: dict[int, Collection[int]] = {}
        parts: dict[int, list[_Part]] = {}
        for piece, met in self._met(offered).items():
            if self.whole[piece] != _NO_TERM:
                found[self.whole[piece]] = ()
            first, last = self.piece_starts[piece], self.piece_starts[piece + 1]
            for row in range(first, last) if last - first <= _COMMON else ():
                parts.setdefault(self.terms[row], []).append(_Part(self.masks[row], met))
        for term, there in parts.items():
            if term not in found and (enough := self._enough(term, there)):
                found[term] = enough
        return dict(sorted(found.items()))

    def _met(self, offered: Iterable[Offered]) -> "dict[int, list[_Met]]":
        """Return the pieces with any of these keys, each with these keys."""
        by_key: dict[str, list[int]] = {}
        sounds: dict[str, tuple[Collection[str], set[int]]] = {}
        for keys, at, words in offered:
            if words:
                sounds.setdefault(words, (keys, set()))[1].add(at)
            else:
                for key in keys:
                    by_key.setdefault(key, []).append(at)
        found: list[tuple[Iterable[int], _Met]] = [
            (pieces, _Met(by_key[key], key[0] not in BY_MEANING)) for key, pieces in self._filed(by_key)
        ]
        alike = dict(self._filed(set().union(*[keys for keys, _ in sounds.values()])))
        for words, (keys, places) in sounds.items():
            alike_in_consonants = set().union(*[alike[key] for key in alike.keys() & keys])
            if alike_in_consonants:
                found.append((self._heard_in(words, alike_in_consonants), _Met(places, True)))
        met: dict[int, list[_Met]] = {}
        for pieces, shared in found:
            for piece in pieces:
                met.setdefault(piece, []).append(shared)
        return met

    def _filed(self, keys: Iterable[str]) -> Iterator[tuple[str, Sequence[int]]]:
        """Yield the keys that have pieces, each with its pieces."""
        for key, rows in self._keyed.present(keys):
            if len(rows) <= _MOST_ALIKE or key[0] not in _LOOSE:
                yield key, self.pieces[rows.start : rows.stop]

    def _heard_in(self, words: str, pieces: Collection[int]) -> Iterable[int]:
        """Return the pieces that sound like the words."""
        starts, heard, first = self.heard_starts, self.heard, first_units(words)
        by_sound: dict[bytes, list[int]] = {}
        for piece in pieces:
            start, end = starts[piece], starts[piece + 1]
            if start < end and heard[start] in first:
                by_sound.setdefault(heard[start:end].tobytes(), []).append(piece)
        return [piece for sound, _ in alike(by_sound, words, self._alike) for piece in by_sound[sound]]

    def _enough(self, term: int, parts: Sequence["_Part"]) -> set[int]:
        """Return the words of these parts that cover enough of a term, alone or with the parts close behind them."""
        weights = self.weights[self.weight_starts[term] : self.weight_starts[term + 1]]
        everything = sum(weights)
        least, least_of_name = (1.0, 1.0) if self.undivided[term] else (ENOUGH, ENOUGH_OF_NAME)

        @cache
        def enough(mask: int, share: float) -> bool:
            return sum([weight for k, weight in enumerate(weights) if mask >> k & 1]) >= share * everything

        found: set[int] = set()
        masks: defaultdict[int, int] = defaultdict(int)  # by word
        for mask, met in parts:
            if enough(mask, least_of_name if any(key.named for key in met) else least):
                found.update(*[key.places for key in met])
            for at in set().union(*[key.places for key in met]):
                masks[at] |= mask
        if enough(reduce(or_, [mask for mask, _ in parts]), least):
            near = {at: reduce(or_, [masks.get(k, 0) for k in range(at, at + _NEAR + 1)]) for at in masks}
            found.update([at for at, mask in near.items() if enough(mask, least)])
        return found


class _Met(NamedTuple):
    """A key that a text shares with a piece: the words that have it, and whether it is of sound or spelling."""

    places: Collection[int]
    named: bool


class _Part(NamedTuple):
    """Some characters of a term, and the keys that match them."""

    mask: int
    met: Sequence[_Met]


class Builder:
    """Collects the pieces of a list, term by term. The lexicon of ``terms`` analyses them."""

    def __init__(self, terms: TermCache) -> None:
        self._terms = terms
        self._numbers: dict[str, int] = {}
        self._pieces: dict[str, int] = {}
        #: Pieces of recent terms, as long as their analyses are cached. Names of companies share most of their pieces.
        self._known: WeakKeyDictionary[Term, list[tuple[int, int, int]]] = WeakKeyDictionary()
        self._keys, self._filed = array("I"), array("I")
        self._piece, self._term, self._mask = array("I"), array("I"), array("Q")
        self._whole, self._undivided = array("I"), array("B")
        self._heard_starts, self._heard = array("I", [0]), array("B")

    @property
    def surfaces(self) -> list[str]:
        """Return the distinct terms, in the order of their numbers."""
        return list(self._numbers)

    def add(self, surface: str) -> int:
        """Add a folded term if it is new, and return its number."""
        number = self._numbers.get(surface)
        if number is None:
            number = self._numbers[surface] = len(self._numbers)
            self._undivided.append(surface.isalpha() and written_in_katakana(surface))
            text = JapaneseText(surface, self._terms.lexicon)
            if text.morphemes:
                for start, term in pieces_of(text, self._terms):
                    self._file(number, len(surface), start, term)
        return number

    def _file(self, number: int, size: int, start: int, term: Term) -> None:
        """File a piece that begins at a character of a term, and the pieces within that piece."""
        pieces = self._known.get(term)
        if pieces is None:
            pieces = self._known[term] = list(self._pieces_in(term))
        for first, last, piece in pieces:
            if (start + first, start + last) == (0, size):
                self._whole[piece] = number
            self._piece.append(piece)
            self._term.append(number)
            self._mask.append(mask_of(start + first, start + last))

    def _pieces_in(self, term: Term) -> Iterator[tuple[int, int, int]]:
        """Yield the start, end and number of each piece of a term. New pieces get a number, and their keys are filed."""
        by_place: dict[tuple[int, int], set[str]] = {}
        sounds: dict[tuple[int, int], str] = {}
        for kind in REGISTRY:
            for key, first, last, kana in kind.list_keys(term):
                place = first, len(term.surface) if last is None else last
                by_place.setdefault(place, set()).add(key)
                sounds[place] = kana or sounds.get(place, "")
        for (first, last), keys in by_place.items():
            whole = first == 0 and last == len(term.surface)
            name = term.surface if whole else f"{term.surface}\t{first}\t{last}"
            name = f"{name}\t{' '.join(m.pos for m in term.morphemes)}"
            piece = self._pieces.get(name)
            if piece is None:
                piece = self._pieces[name] = len(self._pieces)
                self._whole.append(_NO_TERM)
                hashes = sorted({key_hash(key) for key in keys})
                self._keys.extend(hashes)
                self._filed.extend([piece] * len(hashes))
                self._heard.extend(coded(sounds[first, last]))
                self._heard_starts.append(len(self._heard))
            yield first, last, piece

    def index(self) -> Index:
        """Return the index of all that was added."""
        keys, order = Keys.of(self._keys, array("B", bytes(len(self._keys))))
        piece_starts, rows = rows_by_number(self._piece, len(self._pieces))
        weight_starts, weights = self._weights(piece_starts)
        return Index(
            keys.hashes,
            keys.starts,
            picked(self._filed, order),
            piece_starts,
            picked(self._term, rows),
            picked(self._mask, rows),
            self._whole,
            weight_starts,
            weights,
            self._undivided,
            self._heard_starts,
            self._heard,
        )

    def _weights(self, piece_starts: "array[int]") -> tuple["array[int]", "array[int]"]:
        """Return the weight of each character of each term: that of its most common piece; 0 in a legal form."""
        most = math.log(1 + max(1, len(self._numbers)))
        found = [bytearray([_UNIT] * min(len(surface), LONGEST)) for surface in self._numbers]
        for piece, term, mask in zip(self._piece, self._term, self._mask, strict=True):
            times = piece_starts[piece + 1] - piece_starts[piece]
            worth = max(1, int(_UNIT * math.log(1 + len(self._numbers) / times) / most))
            weights = found[term]
            for k in range(len(weights)):
                if mask >> k & 1:
                    weights[k] = min(weights[k], worth)
        for surface, weights in zip(self._numbers, found, strict=True):
            start, end = core_span(surface)
            for k in (*range(min(start, LONGEST)), *range(end, len(weights))):
                weights[k] = 0
        starts, at = array("I", [0]), 0
        for each in found:
            at += len(each)
            starts.append(at)
        return starts, array("B", b"".join(found))


def mask_of(start: int, end: int) -> int:
    """Return a mask with a bit for each of these characters up to `LONGEST`.

    Examples
    --------
    >>> bin(mask_of(1, 3))
    '0b110'
    """
    return (1 << min(end, LONGEST)) - (1 << min(start, LONGEST))


def pieces_of(text: JapaneseText, terms: TermCache) -> Iterator[tuple[int, Term]]:
    """Yield the pieces of a term that are looked up, each with its first character. A quantity is one piece.

    Examples
    --------
    >>> from termalign.lexicon import Lexicon
    >>> text = JapaneseText("特殊詐欺")
    >>> [(start, term.surface) for start, term in pieces_of(text, TermCache(Lexicon.default()))]
    [(0, '特殊'), (0, '特殊詐欺'), (2, '詐欺')]
    """
    run = 0, len(text.morphemes)
    whole = terms.at(text, *run)
    for look_up in look_ups_of_listed(text, whole.quantities, terms):
        if not whole.is_quantity or (look_up.a, look_up.b) == run:
            yield text.morphemes[look_up.a].start, look_up.term


def build(
    names_of_terms: Iterable[Iterable[str]], size: int, terms: TermCache, progress: Progress | None
) -> tuple["array[int]", "array[int]", list[str], Index]:
    """Return the number of each name of each term, the term of each, the distinct names, and the index.

    ``names_of_terms`` has the folded names of each term.
    """
    builder = Builder(terms)
    numbers, owners = array("I"), array("I")
    for done, names in enumerate(names_of_terms, 1):
        for name in names:
            numbers.append(builder.add(name))
            owners.append(done - 1)
        if progress is not None and (done % 1_000 == 0 or done == size):
            progress(done, size)
    return numbers, owners, builder.surfaces, builder.index()
