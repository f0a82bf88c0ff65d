"""Documents dealt out to folds, so that each can be held out of a fit once."""

from collections.abc import Callable


class Folds:
    """A number of folds; a document is given the next one when it is first met, and keeps it.

    Parameters
    ----------
    count : int
        At least 2.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._fold_of: dict[str, int] = {}

    def of(self, document: str) -> int:
        """The fold of a document, from 0."""
        return self._fold_of.setdefault(document, len(self._fold_of) % self.count)

    def inside(self, fold: int) -> Callable[[str], bool]:
        """Whether a document is in this fold."""
        return lambda document: self.of(document) == fold

    def outside(self, fold: int) -> Callable[[str], bool]:
        """Whether a document is in another fold."""
        return lambda document: self.of(document) != fold
