"""The index of a term list: from keys to the terms, parts of terms and halves of names that they are triggers of.

Everything is kept in flat arrays, so that a hundred thousand terms cost tens of megabytes and are read from a file in no
time. A *node* is a distinct term: the listed ones first, then parts of them and what they are short for.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from termalign.lazy import lazy
from termalign.termlist.postings import Keys

#: Strengths, shares and weights are kept in 255ths.
UNIT = 255
#: Of a compound that is looked at by its parts.
MOST_MORPHEMES: Final = 32

_TYPECODES: Final = {
    "asks": "H", "bound": "B", "phrase_bound": "B", "phrase_whole": "B", "phrase_core": "B", "phrase_asks": "H",
    "pair_asks": "H", "pair_alone": "B", "given_alone": "B", "given_asks": "H", "weights": "B",
    "heard": "B", "organisation": "B", "recut": "B", "worded": "B", "part_share": "B", "parent_share": "B",
}  # fmt: skip


@dataclass(frozen=True)
class Index:
    """The arrays.

    Attributes
    ----------
    keys, key_starts, nodes, asks, bound
        Key hash → nodes, with the matchers to ask and the most that the evidence is worth; the strongest first.
    phrase_keys, phrase_starts, phrases, phrase_bound
        Key hash → phrases, with the most that they are worth if this is the rarest of their words that is there.
    phrase_node, phrase_words, phrase_whole, phrase_core, phrase_asks, words
        Of each phrase: its node, where its word hashes stand in `words`, what it is worth as a whole, how many of the
        first words are as good as all, the matchers to ask.
    half_keys, half_starts, halves
        Key hash → halves of names.
    pair_starts, pair_node, pair_asks, pair_alone
        First half → names, the matchers to ask, and what the first alone is worth.
    given_starts, given_first, given_node, given_asks, given_alone
        Second half → first halves, the name that both make, the matchers to ask, and what the second alone is worth.
    recut
        Of each node: whether its text by itself is cut into other morphemes than as the part that it is.
    worded
        Of each node: whether the dictionary has it as a word.
    heard_starts, heard
        Of each node that is katakana: its sound units, a byte each.
    full_starts, full_owner
        Node → the nodes that are short for it.
    organisation, compound_of
        Of each node: whether it names an organisation, and one more than its number as a compound, 0 for none.
    compound_node, part_starts, part_node, part_mask, part_share, weight_starts, weights
        Of each compound: its node, its parts with the morphemes they cover and their share of its weight, and the weight of its
        morphemes.
    parent_starts, organisation_starts, company_starts, parents, parent_share
        Node → the compounds of which it is a part, and the share that it is of their weight: names of organisations behind the
        others, those that state a legal form last; of each sort the largest share first.
    full_compounds
        Compounds that nodes are short for.
    """

    keys: "array[int]"
    key_starts: "array[int]"
    nodes: "array[int]"
    asks: "array[int]"
    bound: "array[int]"
    phrase_keys: "array[int]"
    phrase_starts: "array[int]"
    phrases: "array[int]"
    phrase_bound: "array[int]"
    phrase_node: "array[int]"
    phrase_words: "array[int]"
    phrase_whole: "array[int]"
    phrase_core: "array[int]"
    phrase_asks: "array[int]"
    words: "array[int]"
    half_keys: "array[int]"
    half_starts: "array[int]"
    halves: "array[int]"
    pair_starts: "array[int]"
    pair_node: "array[int]"
    pair_asks: "array[int]"
    pair_alone: "array[int]"
    given_starts: "array[int]"
    given_first: "array[int]"
    given_node: "array[int]"
    given_asks: "array[int]"
    given_alone: "array[int]"
    recut: "array[int]"
    worded: "array[int]"
    heard_starts: "array[int]"
    heard: "array[int]"
    full_starts: "array[int]"
    full_owner: "array[int]"
    organisation: "array[int]"
    compound_of: "array[int]"
    compound_node: "array[int]"
    part_starts: "array[int]"
    part_node: "array[int]"
    part_mask: "array[int]"
    part_share: "array[int]"
    weight_starts: "array[int]"
    weights: "array[int]"
    parent_starts: "array[int]"
    organisation_starts: "array[int]"
    company_starts: "array[int]"
    parents: "array[int]"
    parent_share: "array[int]"
    full_compounds: "array[int]"

    def arrays(self) -> Iterator[tuple[str, "array[int]"]]:
        """Each array by name."""
        for field in fields(self):
            yield field.name, getattr(self, field.name)

    def ready(self) -> "Index":
        """The same, its keys laid out for being looked up: else the first text would wait for it."""
        for keys in (self.keyed, self.phrased, self.halved):
            keys.rows(0)
        return self

    @lazy
    def short_for(self) -> dict[int, list[int]]:
        """Of parts, the compounds of theirs that nodes are short for."""
        found: dict[int, list[int]] = {}
        for compound in self.full_compounds:
            for node in self.part_node[self.part_starts[compound] : self.part_starts[compound + 1]]:
                found.setdefault(node, []).append(compound)
        return found

    @lazy
    def keyed(self) -> Keys:
        """The rows of `nodes`, by their keys."""
        return Keys(self.keys, self.key_starts)

    @lazy
    def phrased(self) -> Keys:
        """The rows of `phrases`, by the stems of the phrases."""
        return Keys(self.phrase_keys, self.phrase_starts)

    @lazy
    def halved(self) -> Keys:
        """The rows of `halves`, by their spellings."""
        return Keys(self.half_keys, self.half_starts)


def typecode(name: str) -> str:
    """The type of an array."""
    return _TYPECODES.get(name, "I")
