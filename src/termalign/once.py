"""A cache of a function's result in the object that is its argument."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_S = TypeVar("_S")
_T = TypeVar("_T")


def once(work: Callable[[_S], _T]) -> Callable[[_S], _T]:
    """Cache the result of a function in its argument, like a `cached_property` outside the class.

    The function takes one object, which must have a ``__dict__``.

    >>> class Word:
    ...     pass
    >>> @once
    ... def letters(word: Word) -> list[str]:
    ...     return []
    >>> word = Word()
    >>> letters(word) is letters(word), letters(word) is letters(Word())
    (True, False)
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(owner: _S) -> _T:
        known: dict[str, _T] = owner.__dict__
        if name in known:
            return known[name]
        found = known[name] = work(owner)
        return found

    return kept
