"""What is worked out when it is first asked for, and is an ordinary attribute from then on."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, Self, TypeVar, overload

_S = TypeVar("_S")
_T = TypeVar("_T")


class lazy(Generic[_T]):
    """`functools.cached_property` without its lock and its checks, at a third of the cost.

    Two threads that ask at the same time may both do the work: it must give the same whoever does it.

    Parameters
    ----------
    work : callable
        A method without arguments.

    Examples
    --------
    >>> class Word:
    ...     def __init__(self, form: str) -> None:
    ...         self.form = form
    ...
    ...     @lazy
    ...     def lower(self) -> str:
    ...         return self.form.lower()
    >>> word = Word("Crime")
    >>> word.lower, vars(word)
    ('crime', {'form': 'Crime', 'lower': 'crime'})
    """

    def __init__(self, work: Callable[[Any], _T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type | None = None) -> _T: ...
    def __get__(self, instance: object | None, owner: type | None = None) -> Self | _T:
        if instance is None:
            return self
        found: _T = self._work(instance)
        instance.__dict__[self._name] = found
        return found


def once(work: Callable[[_S], _T]) -> Callable[[_S], _T]:
    """Keep with an object what a function finds out about it: `lazy` for what is worked out elsewhere than in its class.

    Parameters
    ----------
    work : callable
        A function of one object, which has a ``__dict__``.

    Examples
    --------
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
