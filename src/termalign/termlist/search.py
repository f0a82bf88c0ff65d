"""Which terms of a list may be rendered in an English text, found by its keys.

The work follows the keys of the text and what is filed under them, not the length of the list. What is found here is put
before the matchers, which decide; what is not found could not have reached the threshold.
"""

from collections.abc import Callable, Iterable
from typing import Final

from termalign.evidence.bitext import Bitext
from termalign.phonetics import similarity
from termalign.termlist import asks
from termalign.termlist.build import worth
from termalign.termlist.ceiling import Least
from termalign.termlist.document import firm_keys, halves, outlines
from termalign.termlist.index import UNIT, Index
from termalign.termlist.postings import Keys, key_hash
from termalign.termlist.spellings import outline_keys

_SYNONYM: Final = 0.8  # termalign.evidence.related
_MOST_OF_MEAN: Final = 0.99
_FEW_PARTS_DO: Final = 73  # 255ths: a compound of ordinary words worth less may lack any part of it


class Search:
    """The search of one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    bitext : Bitext
        The text.
    least : Least
        What evidence must be worth.
    surface : callable
        The text of a node, by its number.

    Attributes
    ----------
    found : dict of int to int
        Nodes that may be rendered as a whole → the costlier matchers to ask.
    parts : dict of int to int
        Nodes of which there is anything in the text that a compound could be made of → the same.
    """

    def __init__(self, index: Index, bitext: Bitext, least: Least, surface: Callable[[int], str]) -> None:
        self._index = index
        self._bitext = bitext
        self._least = least
        self._surface = surface
        self.parts: dict[int, int] = {}
        self.found: dict[int, int] = {}
        self._stems = {key_hash(f"s:{stem}"): stem for stem in bitext.english.by_stem}
        self._look_up_words()
        self._look_up_phrases()
        self._look_up_synonyms()
        self._look_up_keys(map(key_hash, firm_keys(bitext)))
        self._look_up_sounds()
        self._look_up_names()
        self._follow_full_forms()
        self._follow_compounds()

    def _reach(self, node: int, reason: int) -> None:
        self.found[node] = self.found.get(node, 0) | reason
        self.parts[node] = self.parts.get(node, 0) | reason

    def _look_up_words(self) -> None:
        index, least = self._index, self._least
        low = min(least.word, least.kanji, least.part)
        nodes, reasons, bounds = index.nodes, index.asks, index.bound
        found, parts = self.found, self.parts
        for hashed in self._stems:
            for row in index.rows(hashed):
                bound = bounds[row]
                if bound < low:
                    break
                node, reason = nodes[row], reasons[row]
                if not reason:
                    if bound >= least.word:
                        found.setdefault(node, 0)
                    if bound >= least.part:
                        parts.setdefault(node, 0)
                elif reason == asks.KANJI:
                    if bound >= least.kanji:
                        found.setdefault(node, 0)
                    if bound >= least.part:
                        parts.setdefault(node, 0)
                else:
                    self._reach(node, reason)

    def _look_up_phrases(self) -> None:
        index, least, there = self._index, self._least, self._stems.keys()
        low = min(least.phrase, least.partial, least.part)
        keys = Keys(index.phrase_keys, index.phrase_starts)
        words, starts = index.words, index.phrase_words
        for hashed in self._stems:
            for row in keys.rows(hashed):
                if index.phrase_bound[row] < low:
                    break
                phrase = index.phrases[row]
                own = words[starts[phrase] : starts[phrase + 1]]
                whole = index.phrase_whole[phrase]
                bound = worth(whole, own, index.phrase_core[phrase], there)
                node, reason = index.phrase_node[phrase], index.phrase_asks[phrase]
                if reason:
                    if bound == whole:
                        self._reach(node, reason)
                    continue
                if bound >= (least.phrase if bound == whole else least.partial):
                    self.found.setdefault(node, 0)
                if bound >= least.part:
                    self.parts.setdefault(node, 0)

    def _look_up_synonyms(self) -> None:
        index, least = self._index, self._least
        low = min(least.synonym, least.part) / (_SYNONYM * UNIT)
        for via, places in self._bitext.related.items():
            weight = max(w for _, w, _ in places)
            if weight < low:
                continue
            whole = _SYNONYM * weight * UNIT >= least.synonym - 1
            for row in index.rows(key_hash(f"s:{via}")):
                if not index.asks[row]:
                    if whole:
                        self.found.setdefault(index.nodes[row], 0)
                    self.parts.setdefault(index.nodes[row], 0)

    def _look_up_keys(self, hashes: Iterable[int]) -> None:
        index = self._index
        for hashed in set(hashes):
            for row in index.rows(hashed):
                self._reach(index.nodes[row], index.asks[row])

    def _look_up_sounds(self) -> None:
        """Katakana words that the text may have by sound: the same consonants but for one, then the same sound."""
        index = self._index
        least = min(self._least.loanword, self._least.part) / UNIT
        places: dict[str, set[str]] = {}
        for outline, phrase in outlines(self._bitext):
            places.setdefault(outline, set()).add(phrase)
        by_key: dict[int, list[str]] = {}
        for outline in places:
            for key in outline_keys(outline):
                by_key.setdefault(key_hash(f"x:{key}"), []).append(outline)
        candidates: dict[int, set[str]] = {}
        for hashed, found in by_key.items():
            for row in index.rows(hashed):
                candidates.setdefault(index.nodes[row], set()).update(found)
        for node, found_outlines in candidates.items():
            kana = self._surface(node)
            if any(similarity(kana, phrase) >= least for outline in found_outlines for phrase in places[outline]):
                self._reach(node, asks.LOANWORD)

    def _look_up_names(self) -> None:
        index, least = self._index, self._least
        if not index.pair_node:
            return
        keys = Keys(index.half_keys, index.half_starts)
        there: set[int] = set()
        for role, key in set(halves(self._bitext)):
            rows = keys.rows(key_hash(f"{role}:{key}"))
            there.update(index.halves[rows.start : rows.stop])
        initials = any(len(form) == 1 and form.isupper() for form in self._bitext.english.forms)
        for half in there:
            for row in range(index.pair_starts[half], index.pair_starts[half + 1]):
                alone = index.pair_alone[row]
                if index.pair_second[row] in there or alone >= least.family or (alone and initials):
                    self._reach(index.pair_node[row], index.pair_asks[row])
                elif alone >= least.part:
                    node = index.pair_node[row]
                    self.parts[node] = self.parts.get(node, 0) | index.pair_asks[row]
            for row in range(index.given_starts[half], index.given_starts[half + 1]):
                if index.given_alone[row] >= least.given:
                    self._reach(index.given_node[row], asks.NAME)

    def _follow_full_forms(self) -> None:
        """What is short for a node that is there, or whose parts are."""
        index = self._index
        for node in list(self.parts):
            for row in range(index.full_starts[node], index.full_starts[node + 1]):
                self._reach(index.full_owner[row], asks.CLIP)
        # A full form that is a compound: its owner first, or the compounds the owner is part of would be missed.
        for compound in self._candidates():
            node = index.compound_node[compound]
            owners = range(index.full_starts[node], index.full_starts[node + 1])
            if owners and self._enough(compound):
                for row in owners:
                    self._reach(index.full_owner[row], asks.CLIP)

    def _follow_compounds(self) -> None:
        enough = [compound for compound in self._candidates() if self._enough(compound)]
        for compound in enough:
            self._reach(self._index.compound_node[compound], asks.CHEAP)

    def _candidates(self) -> set[int]:
        """Compounds that may have enough of their parts in the text."""
        index = self._index
        few = self._least.part < _FEW_PARTS_DO
        found: set[int] = set()
        for node, reason in self.parts.items():
            if few or reason & asks.DISTINCT:
                found.update(index.parents[index.parent_starts[node] : index.parent_starts[node + 1]])
            else:
                found.update(index.rare[index.rare_starts[node] : index.rare_starts[node + 1]])
        return found

    def _enough(self, compound: int) -> bool:
        """Whether the parts that are there may make the compound worth enough."""
        index, parts = self._index, self.parts
        covered = distinct = 0
        for row in range(index.part_starts[compound], index.part_starts[compound + 1]):
            reason = parts.get(index.part_node[row])
            if reason is not None:
                covered |= index.part_mask[row]
                distinct |= reason & asks.DISTINCT
        weights = index.weights[index.weight_starts[compound] : index.weight_starts[compound + 1]]
        share = sum(w for k, w in enumerate(weights) if covered >> k & 1) / (sum(weights) or 1)
        bounds = self._least.composed
        bound = bounds[min(len(weights), len(bounds)) - 1]
        return _MOST_OF_MEAN * UNIT * share ** (0.5 if distinct else 3.0) >= bound - 1
