"""Who does and to whom it is done: *employer* and *employee* are one family and two people."""

from functools import cache

_DOES = ("er", "or", "ar")
_DONE_TO = "ee"
_LEAST = 3  # letters before the suffix


@cache
def opposite(one: str, other: str) -> bool:
    """Whether two lower-case words of one family name the two sides of a deed: lessor and lessee.

    Examples
    --------
    >>> opposite("employer", "employee"), opposite("employee", "employees"), opposite("worker", "work")
    (True, False, False)
    """
    return (_does(one) and _done_to(other)) or (_done_to(one) and _does(other))


def _does(word: str) -> bool:
    return word.endswith(_DOES) and len(word) - 2 >= _LEAST


def _done_to(word: str) -> bool:
    return word.endswith(_DONE_TO) and len(word) - 2 >= _LEAST
