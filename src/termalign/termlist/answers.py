"""What the matchers say of the nodes of a term list in one text."""

from collections.abc import Sequence
from typing import Protocol

from termalign.evidence.match import Match


class Answers(Protocol):
    """The answers of the matchers, asked about nodes."""

    def matches(self, node: int) -> Sequence[Match]:
        """What speaks for a node as one piece."""
        ...

    def as_part(self, node: int) -> Sequence[Match]:
        """What speaks for a node as the part of compounds that it is, which may be another word by itself."""
        ...

    def laid(self, node: int, words: int) -> Sequence[Match]:
        """Where a node is laid over some words of the text, a bit each, as an organisation's name."""
        ...
