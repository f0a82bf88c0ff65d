"""Marks in the terms of term bases that say how a term is searched for, as memoQ writes them: 搬送|する, *convey\\**."""

import re

_STEM = re.compile(r"(?<=\w)\|(?=\w|$)")  # behind the part that does not change
_ANYTHING = re.compile(r"(?<=\w\w)\*+$")


def without_wildcards(term: str) -> str:
    """Return a term without a bar behind its stem, and without asterisks at its end. *A\\** keeps its asterisk.

    Examples
    --------
    >>> [without_wildcards(term) for term in ("搬送|", "搬送|する", "convey*", "A*", "p | q", "***")]
    ['搬送', '搬送する', 'convey', 'A*', 'p | q', '***']
    """
    return _ANYTHING.sub("", _STEM.sub("", term))
