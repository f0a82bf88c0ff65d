"""What is worked out when it is first asked for, and is an ordinary attribute from then on."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

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
