"""Which terms of a list may be rendered in an English text, found by its keys.

The work follows the keys of the text and what is filed under them, not the length of the list. What is found here is put
before the matchers, which decide; what is not found could not have reached the threshold.
"""

import functools
import operator
from typing import Final, Protocol

from termalign.evidence.term import written_in_katakana
from termalign.termlist import asks
from termalign.termlist.base_rate import as_likely
from termalign.termlist.bounds import Bounds
from termalign.termlist.calques import Characters
from termalign.termlist.compounds import Compounds
from termalign.termlist.document import firm_keys
from termalign.termlist.filing import in_part
from termalign.termlist.hints import REACH, Hints, around
from termalign.termlist.index import UNIT, Index
from termalign.termlist.people import People
from termalign.termlist.postings import key_hash
from termalign.termlist.sounds import Places, Sounds, bits

_PAIR: Final = 2
_SYNONYM: Final = 0.8  # termalign.evidence.related
_SPELLED: Final = frozenset("vlrtn")  # keys of letters: termalign.termlist.document
_SURE_SOUND: Final = 204  # 255ths: how an ordinary word must sound like a part of a compound in a long list
_FULL_FORM: Final = 153  # 255ths: what a full form must be worth to speak for what is short for it


class Listed(Protocol):
    """What is asked of a term list but for its index."""

    @property
    def sounds(self) -> Sounds: ...

    @property
    def characters(self) -> Characters: ...

    def surface(self, node: int) -> str:
        """The text of a node."""
        ...

    def is_listed(self, node: int) -> bool:
        """Whether a node is a term of the list, not only a part of one."""
        ...


class Search:
    """The search of one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    bounds : Bounds
        Of the text.
    listed : Listed
        The texts of its nodes.

    Attributes
    ----------
    found : set of int
        Nodes that may be rendered as a whole.
    hints : Hints
        What was found of nodes, whole or part of a compound.
    compounds : Compounds
        The compounds among what may be rendered, for whose parts the matchers have to be asked.
    """

    def __init__(self, index: Index, bounds: Bounds, listed: Listed) -> None:
        self._bounds = bounds
        self._rarity = bounds.rate.rarity
        self._index = index
        self._bitext = bitext = bounds.bitext
        self._surface = listed.surface
        #: Words that a name may be rendered by: in a long list not those of grammar.
        self._words = bounds.room.words if bounds.room else -1
        self._is_listed = listed.is_listed
        self._rivals: dict[int, int] = {}
        self.found: set[int] = set()
        self.hints = Hints()
        self.compounds = Compounds(index, bounds, self.hints, listed.surface)
        english = bitext.english
        #: By the hash of a stem, a bit for each place.
        self._stems = {key_hash(f"s:{stem}"): sum(1 << i for i in places) for stem, places in english.by_stem.items()}
        self._look_up_words()
        self._look_up_phrases()
        self._look_up_synonyms()
        self._look_up_firm_keys()
        self._look_up_sounds(listed.sounds)
        self._look_up_calques(listed.characters)
        People(index, bounds, self._whole, self.hints.note).look_up()
        self._follow_full_forms()

    def _whole(self, node: int, reason: int, bound: int, where: int) -> None:
        """What was found of a node may be enough for a link."""
        self.found.add(node)
        self.hints.note(node, reason, bound, where)

    def _look_up_words(self) -> None:
        index = self._index
        nodes, reasons, bounds = index.nodes, index.asks, index.bound
        for hashed, where in self._stems.items():
            least = self._bounds.at(where)
            part = least.part
            low = min(least.word, least.kanji, part)
            enough = self._rival(hashed)
            small = not where & self._words
            for row in index.keyed.rows(hashed):
                bound = bounds[row]
                if bound < low:
                    break
                reason = reasons[row]
                if small and (reason == asks.LOANWORD or written_in_katakana(self._surface(nodes[row]))):
                    continue
                if not reason & ~asks.KANJI and (
                    bound < enough
                    or (least.word <= bound < least.katakana and written_in_katakana(self._surface(nodes[row])))
                ):
                    if bound >= part:
                        self.hints.note(nodes[row], reason, bound, where)
                elif bound >= (least.word if not reason else least.kanji if reason == asks.KANJI else 0):
                    self._whole(nodes[row], reason, bound, where)
                elif bound >= part:
                    self.hints.note(nodes[row], reason, bound, where)

    def _rival(self, hashed: int) -> int:
        """What a gloss must be worth to be a rival to the best gloss that the word is of a term of the list, in 255ths."""
        if not self._rarity:
            return 0
        found = self._rivals.get(hashed)
        if found is None:
            index = self._index
            rows = index.keyed.rows(hashed)
            best = next((index.bound[r] for r in rows if not index.asks[r] and self._is_listed(index.nodes[r])), 0)
            found = self._rivals[hashed] = int(as_likely(min(best, UNIT - 1) / UNIT) * UNIT)
        return found

    def _look_up_phrases(self) -> None:
        index, stems = self._index, self._stems
        keys = index.phrased
        words, starts, bounds, phrases = index.words, index.phrase_words, index.phrase_bound, index.phrases
        nodes, asked, wholes, cores = index.phrase_node, index.phrase_asks, index.phrase_whole, index.phrase_core
        for hashed, where in stems.items():
            rows = keys.rows(hashed)
            if not rows:
                continue
            near = around(where, REACH)
            reach = {_PAIR: near}
            least = self._bounds.at(near)
            part = least.part
            low = min(least.phrase, least.partial, part)
            for row in rows:
                if bounds[row] < low:
                    break
                phrase = phrases[row]
                start, size, core, whole = (
                    starts[phrase],
                    starts[phrase + 1] - starts[phrase],
                    cores[phrase],
                    wholes[phrase],
                )
                if size == _PAIR:  # nearly all, mostly without their other word
                    one, other = words[start], words[start + 1]
                    beside = stems.get(one if other == hashed else other, 0) & near
                    there = where | beside
                    bound = whole if beside else in_part(whole, 1, _PAIR, words[start + core - 1] == hashed)
                else:
                    if size not in reach:
                        reach[size] = around(where, REACH * (size - 1))
                    wide = reach[size]
                    places = [stems.get(word, 0) & wide for word in words[start : start + size]]
                    missing = places.count(0)
                    if not missing or (1 < core < size and all(places[:core])):
                        bound = whole
                    else:
                        bound = in_part(whole, size - missing, size, places[core - 1] > 0)
                    there = functools.reduce(operator.or_, places)
                reason = asked[phrase]
                if reason and bound != whole:
                    continue
                if bound >= (least.phrase if bound == whole else least.partial):
                    self._whole(nodes[phrase], reason, bound, there)
                elif bound >= part:
                    self.hints.note(nodes[phrase], reason, bound, there)

    def _look_up_synonyms(self) -> None:
        index = self._index
        low = min(self._bounds.loosest.synonym, self._bounds.loosest.part) / (_SYNONYM * UNIT)
        english = self._bitext.english
        related: dict[str, tuple[float, int, int]] = {}
        for stem, places in english.by_stem.items():
            if not english.lexemes[places[0]].function:
                hashed = key_hash(f"s:{stem}")
                rival = self._rival(hashed)
                for via, weight in self._bitext.lexicon.relatives(stem).items():
                    if weight >= low:
                        most, where, enough = related.get(via, (0.0, 0, UNIT))
                        related[via] = max(most, weight), where | self._stems[hashed], min(enough, rival)
        for via, (weight, where, enough) in related.items():
            bound = min(UNIT, int(_SYNONYM * weight * UNIT) + 1)
            least = self._bounds.at(where)
            if bound < min(least.synonym, least.part):
                continue
            note = self._whole if bound >= max(least.synonym, enough) else self.hints.note
            for row in index.keyed.rows(key_hash(f"s:{via}")):
                if not index.asks[row]:
                    note(index.nodes[row], asks.SYNONYM, bound, where)

    def _look_up_firm_keys(self) -> None:
        index = self._index
        places: dict[int, tuple[int, float]] = {}
        words = self._words
        for said in firm_keys(self._bitext):
            if said.key[0] in _SPELLED and not words >> said.i & (1 << said.j - said.i) - 1:
                continue
            hashed = key_hash(said.key)
            where, bound = places.get(hashed, (0, 0.0))
            places[hashed] = where | ((1 << said.j) - (1 << said.i)), max(bound, said.bound)
        for hashed, (where, bound) in places.items():
            most = int(bound * UNIT)
            least = self._bounds.at(where)
            for row in index.keyed.rows(hashed):
                reason, worth_most = index.asks[row], min(most, index.bound[row])
                if reason == asks.ACRONYM and self._has_no_initials(index.nodes[row]):
                    continue
                if reason != asks.NUMBER or worth_most >= least.number:
                    self._whole(index.nodes[row], reason, worth_most, where)
                elif worth_most >= least.part or not self._rarity:  # else 一 of ten thousand names
                    self.hints.note(index.nodes[row], reason, worth_most, where)

    def _has_no_initials(self, node: int) -> bool:
        """Whether it is katakana of a long list without a dictionary's English, which has nothing to take initials from."""
        if not self._rarity:
            return False
        return not self._index.worded[node] and written_in_katakana(self._surface(node))

    def _look_up_sounds(self, sounds: Sounds) -> None:
        """Katakana words that the text may have by sound."""

        def least(places: Places) -> int:
            return min(self._bounds.circumstances.least_loanword(i, j) for i, j in places)

        room = self._bounds.room

        def useful(places: Places) -> tuple[float, float]:
            whole, part = least(places), self._bounds.at(bits(places)).part
            if room and all(room.is_ordinary(i, j) for i, j in places):
                part = max(part, _SURE_SOUND)
            return (min(whole, part) - 1) / UNIT, (whole - 1) / UNIT

        parents = self._index.parent_starts
        for node, same, places in sounds.heard_in(self._bitext, useful, self._rarity > 0.0, room):
            bound = int(same * UNIT) + 1
            if bound >= least(places):
                self._whole(node, asks.LOANWORD, bound, bits(places))
            elif parents[node] < parents[node + 1]:
                self.hints.note(node, asks.LOANWORD, bound, bits(places))

    def _look_up_calques(self, characters: Characters) -> None:
        """Words of few characters, two of which neighbouring words render."""
        index = self._index
        low = min(self._bounds.loosest.calque, self._bounds.loosest.part)
        places: dict[str, tuple[float, int]] = {}
        for key, strength, i, j in characters.heard_in(self._bitext, (low - 1) / UNIT):
            most, where = places.get(key, (0.0, 0))
            places[key] = max(most, strength), where | ((1 << j) - (1 << i))
        for key, (strength, where) in places.items():
            least = self._bounds.at(where)
            part, most = least.part, int(strength * UNIT) + 1
            low = min(least.calque, part)
            for row in index.keyed.rows(key_hash(f"c:{key}")):
                if index.bound[row] < low:
                    break
                node = index.nodes[row]
                bound = min(index.bound[row], most * 2 // len(self._surface(node)) + 1)
                if bound >= least.calque:
                    self._whole(node, asks.CALQUE, bound, where)
                elif bound >= part:
                    self.hints.note(node, asks.CALQUE, bound, where)

    def _follow_full_forms(self) -> None:
        """What is short for a node that is there, or whose parts all are."""
        index = self._index
        if not index.full_owner:
            return
        strong = {node for node in self.found if self.hints.worth[node] >= _FULL_FORM}
        strong.update(self.compounds.full_forms(_FULL_FORM))
        for node in strong:
            for owner in index.full_owner[index.full_starts[node] : index.full_starts[node + 1]]:
                if len(self._surface(owner)) > 1:  # a single character is short for too much
                    self._whole(owner, asks.CLIP, self.hints.worth.get(node, UNIT), self.hints.where.get(node, -1))
