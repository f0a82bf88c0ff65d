"""Making the index: each term is analysed once, and what it may be rendered by is filed."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from hashlib import blake2b

from termalign.cached import forget
from termalign.evidence.composed import LONGEST_PART, part_weights
from termalign.evidence.full_forms import full_forms
from termalign.evidence.gloss import HEADLESS, LEAST_SHARE, PARTIAL
from termalign.evidence.organisation import names_organisation
from termalign.evidence.term import Term, TermCache
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon
from termalign.termlist.index import UNIT, Index, typecode
from termalign.termlist.postings import Keys, key_hash, picked, rows_by_number
from termalign.termlist.triggers import Half, Keyed, Phrase, triggers

_MOST_MORPHEMES = 32
_REPORT_EVERY = 1000
_FORGET_EVERY = 1000
_MOST_ANALYSED = 1000  # terms, with their parts

Progress = Callable[[int, int], None]


class Builder:
    """Collects what is filed, node by node.

    Parameters
    ----------
    lexicon : Lexicon
        What the terms are looked up in.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._terms = TermCache(lexicon, _MOST_ANALYSED)
        self._nodes: dict[bytes, int] = {}
        self.surfaces: list[str] = []
        self._recut = array("B")
        self._pending: list[Term] = []
        self._uncomposed: list[tuple[int, Term]] = []
        self._whole: set[int] = set()
        self._halves: dict[tuple[str, str], int] = {}
        self._half_keys: list[array[int]] = []
        self._full: list[tuple[int, int]] = []
        #: How many nodes have a stem among their glosses.
        self._frequency: Counter[int] = Counter()
        self._keyed = _columns("keys", "nodes", "asks", "bound")
        self._phrase = _columns("phrase_node", "phrase_words", "phrase_whole", "phrase_core", "phrase_asks", "words")
        self._phrase["phrase_words"].append(0)
        self._pairs = _columns("pair_first", "pair_second", "pair_node", "pair_asks", "pair_alone", "given_alone")
        self._compounds = _columns(
            "compound_node",
            "compound_organisation",
            "part_starts",
            "part_node",
            "part_mask",
            "weight_starts",
            "weights",
        )
        self._compounds["part_starts"].append(0)
        self._compounds["weight_starts"].append(0)

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
        named = "\0".join((term.surface, *_said(term.morphemes)))
        key = blake2b(named.encode("utf-8", "surrogatepass"), digest_size=12).digest()
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = len(self._nodes)
            self.surfaces.append(term.surface)
            self._recut.append(not whole and _said(term.morphemes) != _said(morphemes(term.surface)))
            self._pending.append(term)
        if whole and found not in self._whole:
            self._whole.add(found)
            self._uncomposed.append((found, term))
        return found

    def _file(self, node: int, term: Term) -> None:
        for trigger in set(triggers(term)):
            if isinstance(trigger, Keyed):
                hashed = key_hash(trigger.key)
                if trigger.key.startswith("s:"):
                    self._frequency[hashed] += 1
                _append(self._keyed, hashed, node, trigger.asks, _whole_number(trigger.bound))
            elif isinstance(trigger, Phrase):
                hashes = [key_hash(f"s:{key}") for key in trigger.keys]
                self._frequency.update(hashes)
                self._phrase["words"].extend(hashes)
                values = (node, len(self._phrase["words"]), _whole_number(trigger.bound), trigger.core, trigger.asks)
                _append(self._phrase, *values)
            else:
                halves = self._half(trigger.first), self._half(trigger.second)
                alone = map(_whole_number, (trigger.first_alone, trigger.second_alone))
                _append(self._pairs, *halves, node, trigger.asks, *alone)

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
        compounds = self._compounds
        size = len(compounds["part_node"])
        for a in range(n):
            for b in range(a + 1, min(n, a + LONGEST_PART) + 1):
                if b - a < n and any(weights[a:b]) and term.is_part(a, b):
                    compounds["part_node"].append(self._node(term.part(a, b), False))
                    compounds["part_mask"].append(sum(1 << k for k in range(a, b)))
        if len(compounds["part_node"]) > size:
            compounds["compound_node"].append(node)
            compounds["compound_organisation"].append(names_organisation(term))
            compounds["part_starts"].append(len(compounds["part_node"]))
            top = max(weights)
            compounds["weights"].extend(round(w / top * 100) for w in weights)
            compounds["weight_starts"].append(len(compounds["weights"]))

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
        size, pairs = len(self._half_keys), self._pairs
        starts, rows = rows_by_number(pairs["pair_first"], size)
        given_starts, given_rows = rows_by_number(pairs["pair_second"], size)
        return {
            "half_keys": keys.hashes,
            "half_starts": keys.starts,
            "halves": picked(halves, order),
            "pair_starts": starts,
            **{name: picked(pairs[name], rows) for name in ("pair_node", "pair_asks", "pair_alone")},
            "given_starts": given_starts,
            "given_first": picked(pairs["pair_first"], given_rows),
            "given_node": picked(pairs["pair_node"], given_rows),
            "given_asks": picked(pairs["pair_asks"], given_rows),
            "given_alone": picked(pairs["given_alone"], given_rows),
        }

    def _compound_arrays(self) -> dict[str, "array[int]"]:
        size, compounds = len(self.surfaces), self._compounds
        full_starts, full_rows = rows_by_number([full for full, _ in self._full], size)
        parents = _columns("node", "compound", "parent_share")
        starts, nodes, masks = compounds["part_starts"], compounds["part_node"], compounds["part_mask"]
        full = array("I")
        for k, whole in enumerate(compounds["compound_node"]):
            first, last = starts[k], starts[k + 1]
            weights = compounds["weights"][compounds["weight_starts"][k] : compounds["weight_starts"][k + 1]]
            covered: dict[int, int] = {}
            for node, mask in zip(nodes[first:last], masks[first:last], strict=True):
                covered[node] = covered.get(node, 0) | mask
            for node, mask in covered.items():
                share = sum(w for at, w in enumerate(weights) if mask >> at & 1) / sum(weights)
                _append(parents, node, k, _whole_number(share))
            if full_starts[whole] < full_starts[whole + 1]:
                full.append(k)
        _, falling = rows_by_number([UNIT - share for share in parents["parent_share"]], UNIT + 1)
        parent_starts, order = rows_by_number(picked(parents["node"], falling), size)
        rows = picked(falling, order)
        return {
            "recut": self._recut,
            "full_starts": full_starts,
            "full_owner": array("I", [self._full[row][1] for row in full_rows]),
            "full_compounds": full,
            **compounds,
            "parent_starts": parent_starts,
            "parents": picked(parents["compound"], rows),
            "parent_share": picked(parents["parent_share"], rows),
        }


def _said(cut: Sequence[Morpheme]) -> list[str]:
    """What of its morphemes tells a term from another that is written alike."""
    return [m.pos + m.reading for m in cut]


def _columns(*names: str) -> dict[str, "array[int]"]:
    return {name: array(typecode(name)) for name in names}


def _append(columns: dict[str, "array[int]"], *values: int) -> None:
    """A row; a column that rows do not go into stands last."""
    for column, value in zip(columns.values(), values, strict=False):
        column.append(value)


def _whole_number(share: float) -> int:
    """A strength or share in 255ths, rounded up."""
    return min(UNIT, int(share * UNIT) + (share > 0))


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
        if done % _FORGET_EVERY == 0:
            forget()
        if progress is not None and (done % _REPORT_EVERY == 0 or done == size):
            progress(done, size)
    forget()
    return nodes, builder.surfaces, builder.index()
