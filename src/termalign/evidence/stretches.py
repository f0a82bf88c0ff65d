"""The stretches of morphemes that a term has: always the same pairs, since many of them are kept with very many terms."""

from collections.abc import Iterable, Iterator
from functools import cache

_FEW = 12  # morphemes: of a longer term the pairs are made anew


def stretches(size: int, longest: int) -> Iterable[tuple[int, int]]:
    """Every ``a:b`` within ``0:size`` that has no more than so many, by where they begin and then by where they end.

    Examples
    --------
    >>> list(stretches(3, 2))
    [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)]
    """
    return _shared(size, min(longest, size)) if size <= _FEW else _each(size, longest)


@cache
def _shared(size: int, longest: int) -> tuple[tuple[int, int], ...]:
    if longest < size:
        return tuple([pair for pair in _shared(size, size) if pair[1] - pair[0] <= longest])
    return tuple([_pairs.setdefault(pair, pair) for pair in _each(size, size)])


def _each(size: int, longest: int) -> Iterator[tuple[int, int]]:
    return ((a, b) for a in range(size) for b in range(a + 1, min(size, a + longest) + 1))


_pairs: dict[tuple[int, int], tuple[int, int]] = {}
