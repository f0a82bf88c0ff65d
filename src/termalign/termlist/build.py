"""Making the index: each term is analysed once, and what it may be rendered by is filed."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from itertools import accumulate

from termalign.cached import forget
from termalign.evidence.full_forms import full_forms
from termalign.evidence.naming.legal_form import has_form
from termalign.evidence.organisation import names_organisation
from termalign.evidence.part_places import LONGEST_PART
from termalign.evidence.part_weights import part_weights
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon
from termalign.phonetics import coded
from termalign.termlist.filing import (
    append,
    columns,
    compound_arrays,
    half_arrays,
    key_arrays,
    phrase_arrays,
    whole_number,
)
from termalign.termlist.index import MOST_MORPHEMES, Index
from termalign.termlist.postings import key_hash
from termalign.termlist.triggers import Half, Keyed, Phrase, triggers

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
        self._worded = array("B")
        self._organisation = array("B")
        self._heard: dict[int, bytes] = {}
        self._pending: list[Term] = []
        self._uncomposed: list[tuple[int, Term]] = []
        self._whole: set[int] = set()
        self._halves: dict[tuple[str, str], int] = {}
        self._half_keys: list[array[int]] = []
        self._full: list[tuple[int, int]] = []
        #: How many nodes have a stem among their glosses.
        self._frequency: Counter[int] = Counter()
        self._keyed = columns("keys", "nodes", "asks", "bound")
        self._phrase = columns("phrase_node", "phrase_words", "phrase_whole", "phrase_core", "phrase_asks", "words")
        self._phrase["phrase_words"].append(0)
        self._pairs = columns("pair_first", "pair_second", "pair_node", "pair_asks", "pair_alone", "given_alone")
        self._compounds = columns(
            "compound_node",
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
            self._worded.append(bool(self._terms.lexicon.words(term.surface)))
            self._organisation.append(names_organisation(term))
            self._pending.append(term)
        if whole and found not in self._whole:
            self._whole.add(found)
            self._uncomposed.append((found, term))
        return found

    def _file(self, node: int, term: Term) -> None:
        if term.katakana and len(term.surface) > 1:
            self._heard[node] = coded(term.surface)
        for trigger in dict.fromkeys(triggers(term)):
            if isinstance(trigger, Keyed):
                hashed = key_hash(trigger.key)
                if trigger.key.startswith("s:"):
                    self._frequency[hashed] += 1
                append(self._keyed, hashed, node, trigger.asks, whole_number(trigger.bound))
            elif isinstance(trigger, Phrase):
                hashes = [key_hash(f"s:{key}") for key in trigger.keys]
                self._frequency.update(hashes)
                self._phrase["words"].extend(hashes)
                values = (node, len(self._phrase["words"]), whole_number(trigger.bound), trigger.core, trigger.asks)
                append(self._phrase, *values)
            else:
                halves = self._half(trigger.first), self._half(trigger.second)
                alone = map(whole_number, (trigger.first_alone, trigger.second_alone))
                append(self._pairs, *halves, node, trigger.asks, *alone)

    def _half(self, half: Half) -> int:
        found = self._halves.get((half.role, half.text))
        if found is None:
            found = self._halves[half.role, half.text] = len(self._half_keys)
            hashes = {key_hash(f"{half.role}:{key}") for key in half.spellings(self._terms.lexicon)}
            self._half_keys.append(array("I", sorted(hashes)))
        else:
            more = {key_hash(f"{half.role}:{key}") for key in half.keys}
            self._half_keys[found].extend(sorted(more.difference(self._half_keys[found])))
        return found

    def _compose(self, node: int, term: Term) -> None:
        n = len(term.morphemes)
        if not 1 < n <= MOST_MORPHEMES:
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
            compounds["part_starts"].append(len(compounds["part_node"]))
            top = max(weights)
            compounds["weights"].extend(round(w / top * 100) for w in weights)
            compounds["weight_starts"].append(len(compounds["weights"]))

    def index(self) -> Index:
        """The arrays of all that was filed; the builder is used up, so that no more than one column is there twice."""
        size = len(self.surfaces)
        self._terms = TermCache(self._terms.lexicon, 1)
        self._nodes, self._whole, self._halves = {}, set(), {}
        phrases = phrase_arrays(self._phrase, self._frequency)
        self._frequency = Counter()
        halves = half_arrays(self._half_keys, self._pairs)
        self._half_keys = []
        heard_starts = array("I", accumulate([len(self._heard.get(node, b"")) for node in range(size)], initial=0))
        heard = array("B", b"".join(self._heard[node] for node in sorted(self._heard)))
        company = [
            bool(named and has_form(text)) for named, text in zip(self._organisation, self.surfaces, strict=True)
        ]
        compounds = compound_arrays(self._compounds, self._full, self._organisation, company, size)
        return Index(
            recut=self._recut,
            worded=self._worded,
            heard_starts=heard_starts,
            heard=heard,
            **key_arrays(self._keyed),
            **phrases,
            **halves,
            **compounds,
        )


def _said(cut: Sequence[Morpheme]) -> list[str]:
    """What of its morphemes tells a term from another that is written alike."""
    return [m.pos + m.reading for m in cut]


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
