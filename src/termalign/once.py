"""Caches of functions' results in the object that is their argument, which end with the object."""

from collections.abc import Callable
from functools import lru_cache, wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

_S = TypeVar("_S")
_T = TypeVar("_T")
_P = ParamSpec("_P")


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


def cached_in_lexicon(size: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Cache the last results of a function in its argument `lexicon`, as `functools.lru_cache` does for a whole process.

    A cache of the process would keep every lexicon that it was given, with its glossary. This one ends with the lexicon.
    """

    def decorated(work: Callable[_P, _T]) -> Callable[_P, _T]:
        place = list(signature(work).parameters).index("lexicon")
        name = f"{work.__module__}.{work.__qualname__}"

        @wraps(work)
        def kept(*args: _P.args, **kwargs: _P.kwargs) -> _T:
            lexicon: Any = args[place] if place < len(args) else kwargs["lexicon"]
            known: dict[str, Any] = lexicon.__dict__
            if name not in known:
                known.setdefault(name, lru_cache(size)(work))
            found: _T = known[name](*args, **kwargs)
            return found

        return kept

    return decorated
