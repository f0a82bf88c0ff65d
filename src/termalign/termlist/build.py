"""Making the index: each term is analysed once, and what it may be rendered by is filed."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from typing import NamedTuple

from termalign.evidence.composed import LONGEST_PART, part_weights
from termalign.evidence.full_forms import full_forms
from termalign.evidence.gloss import HEADLESS, LEAST_SHARE, PARTIAL
from termalign.evidence.term import Term, TermCache
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon
from termalign.termlist.index import UNIT, Index, typecode
from termalign.termlist.postings import Keys, key_hash, picked, rows_by_number
from termalign.termlist.triggers import Half, Keyed, Pair, Phrase, triggers

_LEAST_SHARE = 0.4  # of a compound's weight: a text that misses more of it renders something else
_MOST_MORPHEMES = 32
_REPORT_EVERY = 1000
_MOST_ANALYSED = 2000  # terms, with their parts

Progress = Callable[[int, int], None]


class Compound(NamedTuple):
    """A node made of several morphemes: its parts with the morphemes they cover, and the morphemes' weights."""

    node: int
    parts: tuple[tuple[int, int], ...]
    weights: tuple[int, ...]


class Builder:
    """Collects what is filed, node by node.

    Parameters
    ----------
    lexicon : Lexicon
        What the terms are looked up in.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._terms = TermCache(lexicon, _MOST_ANALYSED)
        self._nodes: dict[tuple[str, ...], int] = {}
        self._pending: list[Term] = []
        self._uncomposed: list[tuple[int, Term]] = []
        self._whole: set[int] = set()
        self._halves: dict[tuple[str, str], int] = {}
        self._half_keys: list[array[int]] = []
        self._pairs: list[tuple[int, int, int, int, int, int]] = []
        self._full: list[tuple[int, int]] = []
        self._compounds: list[Compound] = []
        self._frequency: Counter[int] = Counter()
        self._node_stems: list[array[int]] = []
        self._keyed = {name: array(typecode(name)) for name in ("keys", "nodes", "asks", "bound")}
        self._phrase = {
            name: array(typecode(name))
            for name in ("phrase_node", "phrase_words", "phrase_whole", "phrase_core", "phrase_asks", "words")
        }
        self._phrase["phrase_words"].append(0)

    def add(self, surface: str) -> int:
        """The node of a listed term, folded; -1 for one that has nothing in it."""
        cut = morphemes(surface)
        return self._node(self._terms.get(surface, cut), True) if cut else -1

    def work_off(self) -> None:
        """File the triggers of every node not yet filed, and of the nodes that this brings up."""
        while self._pending or self._uncomposed:
            while self._uncomposed:
                self._compose(*self._uncomposed.pop())
            while self._pending:
                term = self._pending.pop()
                node = self._node(term, False)
                self._file(node, term)
                self._full += [(self._node(full, True), node) for full in full_forms(term)]

    def _node(self, term: Term, whole: bool) -> int:
        """The node of a term; of a `whole` one the parts count too."""
        key = (term.surface, *[m.pos + m.reading for m in term.morphemes])
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = len(self._nodes)
            self._node_stems.append(array("I"))
            self._pending.append(term)
        if whole and found not in self._whole:
            self._whole.add(found)
            self._uncomposed.append((found, term))
        return found

    def _file(self, node: int, term: Term) -> None:
        stems = self._node_stems[node]
        for trigger in set(triggers(term)):
            if isinstance(trigger, Keyed):
                hashed = key_hash(trigger.key)
                if trigger.key.startswith("s:"):
                    stems.append(hashed)
                    self._frequency[hashed] += 1
                for name, value in zip(
                    self._keyed, (hashed, node, trigger.asks, int(trigger.bound * UNIT) + 1), strict=True
                ):
                    self._keyed[name].append(min(value, UNIT) if name == "bound" else value)
            elif isinstance(trigger, Phrase):
                hashes = [key_hash(f"s:{key}") for key in trigger.keys]
                stems.extend(hashes)
                self._frequency.update(hashes)
                phrase = self._phrase
                phrase["words"].extend(hashes)
                phrase["phrase_words"].append(len(phrase["words"]))
                phrase["phrase_node"].append(node)
                phrase["phrase_whole"].append(min(UNIT, int(trigger.bound * UNIT) + 1))
                phrase["phrase_core"].append(min(UNIT, trigger.core))
                phrase["phrase_asks"].append(trigger.asks)
            else:
                self._pair(node, trigger)

    def _pair(self, node: int, pair: Pair) -> None:
        first, second = self._half(pair.first), self._half(pair.second)
        alone, given_alone = (min(UNIT, int(share * UNIT) + (share > 0)) for share in pair[3:])
        self._pairs.append((first, second, node, pair.asks, alone, given_alone))

    def _half(self, half: Half) -> int:
        found = self._halves.get((half.role, half.text))
        if found is None:
            found = self._halves[half.role, half.text] = len(self._half_keys)
            hashes = {key_hash(f"{half.role}:{key}") for key in half.spellings(self._terms.lexicon)}
            self._half_keys.append(array("I", hashes))
        else:
            more = {key_hash(f"{half.role}:{key}") for key in half.keys}
            self._half_keys[found].extend(more.difference(self._half_keys[found]))
        return found

    def _compose(self, node: int, term: Term) -> None:
        n = len(term.morphemes)
        if not 1 < n <= _MOST_MORPHEMES:
            return
        weights = part_weights(term)
        parts = []
        for a in range(n):
            for b in range(a + 1, min(n, a + LONGEST_PART) + 1):
                if b - a < n and any(weights[a:b]) and term.is_part(a, b):
                    parts.append((self._node(term.part(a, b), False), sum(1 << k for k in range(a, b))))
        if parts:
            top = max(weights)
            self._compounds.append(Compound(node, tuple(parts), tuple(round(w / top * 100) for w in weights)))

    @property
    def surfaces(self) -> list[str]:
        """The folded text of each node."""
        return [key[0] for key in self._nodes]

    def index(self) -> Index:
        """The arrays of all that was filed."""
        return Index(**self._key_arrays(), **self._phrase_arrays(), **self._half_arrays(), **self._compound_arrays())

    def _key_arrays(self) -> dict[str, "array[int]"]:
        keyed = self._keyed
        keys, order = Keys.of(keyed["keys"], keyed["bound"])
        return {
            "keys": keys.hashes,
            "key_starts": keys.starts,
            **{name: picked(keyed[name], order) for name in ("nodes", "asks", "bound")},
        }

    def _phrase_arrays(self) -> dict[str, "array[int]"]:
        """Each phrase under all its words, the rarest first: under a commoner one with what is left without the rarer."""
        phrase = self._phrase
        hashes, phrases, bounds = array("I"), array("I"), array("B")
        starts, words = phrase["phrase_words"], phrase["words"]
        for k, whole in enumerate(phrase["phrase_whole"]):
            own = words[starts[k] : starts[k + 1]]
            ordered = sorted(own, key=lambda h: (self._frequency[h], h))
            core = phrase["phrase_core"][k]
            for rank, hashed in enumerate(ordered):
                if rank and phrase["phrase_asks"][k]:
                    break
                hashes.append(hashed)
                phrases.append(k)
                bounds.append(worth(whole, own, core, set(ordered[rank:])))
        keys, order = Keys.of(hashes, bounds)
        return {
            "phrase_keys": keys.hashes,
            "phrase_starts": keys.starts,
            "phrases": picked(phrases, order),
            "phrase_bound": picked(bounds, order),
            **phrase,
        }

    def _half_arrays(self) -> dict[str, "array[int]"]:
        hashes, halves = array("I"), array("I")
        for half, spelled in enumerate(self._half_keys):
            hashes.extend(spelled)
            halves.extend([half] * len(spelled))
        keys, order = Keys.of(hashes, array("B", bytes(len(hashes))))
        size = len(self._half_keys)
        starts, rows = rows_by_number([p[0] for p in self._pairs], size)
        given_starts, given_rows = rows_by_number([p[1] for p in self._pairs], size)
        columns = {
            name: array(typecode(name), [self._pairs[row][k] for row in rows])
            for name, k in (("pair_node", 2), ("pair_asks", 3), ("pair_alone", 4))
        }
        return {
            "half_keys": keys.hashes,
            "half_starts": keys.starts,
            "halves": picked(halves, order),
            "pair_starts": starts,
            **columns,
            "given_starts": given_starts,
            "given_first": array("I", [self._pairs[row][0] for row in given_rows]),
            "given_node": array("I", [self._pairs[row][2] for row in given_rows]),
            "given_asks": array("H", [self._pairs[row][3] for row in given_rows]),
            "given_alone": array("B", [self._pairs[row][5] for row in given_rows]),
        }

    def _compound_arrays(self) -> dict[str, "array[int]"]:
        size = len(self._nodes)
        full_starts, full_rows = rows_by_number([full for full, _ in self._full], size)
        part_starts, part_node, part_mask = array("I", [0]), array("I"), array("I")
        weight_starts, weights = array("I", [0]), array("B")
        rare: list[tuple[int, int]] = []
        parents: list[tuple[int, int]] = []
        usual = [sum(self._frequency[h] for h in stems) for stems in self._node_stems]
        for k, compound in enumerate(self._compounds):
            for node, mask in compound.parts:
                part_node.append(node)
                part_mask.append(mask)
            part_starts.append(len(part_node))
            weights.extend(compound.weights)
            weight_starts.append(len(weights))
            needed = _needed(compound, usual)
            parents += dict.fromkeys((node, k) for node, _ in compound.parts)
            rare += dict.fromkeys((node, k) for node, mask in compound.parts if mask & needed)
        rare_starts, rare_rows = rows_by_number([node for node, _ in rare], size)
        parent_starts, parent_rows = rows_by_number([node for node, _ in parents], size)
        return {
            "full_starts": full_starts,
            "full_owner": array("I", [self._full[row][1] for row in full_rows]),
            "compound_node": array("I", [c.node for c in self._compounds]),
            "part_starts": part_starts,
            "part_node": part_node,
            "part_mask": part_mask,
            "weight_starts": weight_starts,
            "weights": weights,
            "rare_starts": rare_starts,
            "rare": array("I", [rare[row][1] for row in rare_rows]),
            "parent_starts": parent_starts,
            "parents": array("I", [parents[row][1] for row in parent_rows]),
        }


def _needed(compound: Compound, usual: Sequence[int]) -> int:
    """The rarest morphemes of which a text has at least one, if it has enough of the compound."""
    total = sum(compound.weights)
    common = [sum(usual[node] for node, mask in compound.parts if mask >> k & 1) for k in range(len(compound.weights))]
    found, share = 0, 0
    for k in sorted((k for k, w in enumerate(compound.weights) if w), key=lambda k: common[k]):
        found |= 1 << k
        share += compound.weights[k]
        if share > _LEAST_SHARE * total:
            break
    return found


def worth(whole: int, words: Sequence[int], core: int, there: Set[int]) -> int:
    """What a phrase is worth at most with only some of its words there; 0 if those are too few."""
    if all(word in there for word in (words[:core] if 1 < core < len(words) else words)):
        return whole
    share = sum(word in there for word in words) / len(words)
    if share <= LEAST_SHARE:
        return 0
    found = whole * (PARTIAL + (1 - PARTIAL) * share)
    return min(UNIT, int(found if words[core - 1] in there else found * HEADLESS) + 1)


def build(
    surfaces: Iterable[str], size: int, lexicon: Lexicon, progress: Progress | None
) -> tuple["array[int]", list[str], Index]:
    """The node of each term (2³²−1 for none), the folded text of each node, and the index."""
    builder = Builder(lexicon)
    nodes = array("I")
    for done, surface in enumerate(surfaces, 1):
        nodes.append(builder.add(surface) & 0xFFFFFFFF)
        builder.work_off()
        if progress is not None and (done % _REPORT_EVERY == 0 or done == size):
            progress(done, size)
    return nodes, builder.surfaces, builder.index()
