"""The matchers, asked about the nodes of a term list."""

from collections.abc import Sequence

from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.termlist.gatherer import ListGatherer
from termalign.termlist.prepared import TermList


class Asked:
    """`termalign.termlist.answers.Answers` of the gatherer of one text.

    Parameters
    ----------
    terms : TermList
        Whose nodes they are.
    gatherer : ListGatherer
        Of the text.
    cache : TermCache
        Where analyses are kept.
    """

    def __init__(self, terms: TermList, gatherer: ListGatherer, cache: TermCache) -> None:
        self._terms = terms
        self._gatherer = gatherer
        self._cache = cache

    def term(self, node: int) -> Term:
        """The term of a node."""
        return self._terms.analysed(node, self._cache)

    def matches(self, node: int) -> Sequence[Match]:
        """What speaks for a node as one piece."""
        return self._gatherer.matches(self.term(node))

    def as_part(self, node: int) -> Sequence[Match]:
        """What speaks for a node as the part of compounds that it is, which may be another word by itself."""
        index = self._terms.arrays
        if not index.recut[node]:
            return self.matches(node)
        compound = index.parents[index.parent_starts[node]]
        row = index.part_node.index(node, index.part_starts[compound], index.part_starts[compound + 1])
        mask = index.part_mask[row]
        whole = self.term(index.compound_node[compound])
        return self._gatherer.matches(whole.part((mask & -mask).bit_length() - 1, mask.bit_length()))

    def laid(self, node: int, words: int) -> Sequence[Match]:
        """Where a node is laid over some words of the text, a bit each, as an organisation's name."""
        return self._gatherer.laid(self.term(node), words)
