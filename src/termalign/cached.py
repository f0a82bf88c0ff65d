"""What a function has answered before, kept until it is too much.

`functools.lru_cache` notes the order of use at every hit, in four objects that lie anywhere in memory. A text asks for some
three hundred answers that are known, and in a forked process every page that is written to is copied. Here a hit writes
nothing; a full cache starts anew, since text repeats what it spoke of last.
"""

from collections.abc import Callable
from functools import cache, update_wrapper
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_T = TypeVar("_T")


def cached(most: int) -> Callable[[Callable[..., _T]], "_lru_cache_wrapper[_T]"]:
    """Keep up to so many of a function's answers; as `functools.lru_cache`, but for what goes when there are more: all.

    Parameters
    ----------
    most : int
        Answers.

    Examples
    --------
    >>> @cached(2)
    ... def square(n: int) -> int:
    ...     return n * n
    >>> [square(n) for n in (1, 2, 2)], square.cache_info().hits, square.cache_info().currsize
    ([1, 4, 4], 1, 2)
    >>> square(3), square.cache_info().currsize
    (9, 1)
    """

    def of(work: Callable[..., _T]) -> "_lru_cache_wrapper[_T]":
        answered = 0

        @cache
        def known(*args: Any, **options: Any) -> _T:
            nonlocal answered
            answered += 1
            if answered > most:
                known.cache_clear()
                answered = 1
            return work(*args, **options) if options else work(*args)

        update_wrapper(known, work)
        _all.add(known)
        return known

    return of


def forget() -> None:
    """Empty all these caches: where very many words are each looked up once, they only fill the memory."""
    for known in list(_all):
        known.cache_clear()


_all: "WeakSet[_lru_cache_wrapper[Any]]" = WeakSet()
