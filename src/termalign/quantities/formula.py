"""Values written in tables, with the letters a, b and c for the numbers of a text."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

Formula: TypeAlias = Callable[[Sequence[Any]], Any]

_JOINED: dict[str, Callable[[list[Any]], Any]] = {
    ",": tuple, ";": tuple, ".": tuple, "/": lambda terms: Fraction(terms[0]) / Fraction(terms[1]), "+": sum,
}  # fmt: skip
"""What the sign between two terms makes of their values. The sign that binds most loosely comes first."""


def formula(written: str) -> Formula:
    """Return the function of some numbers for which a formula in a table stands.

    A sum, a fraction, a pair, and the fields of a date or a clock time are written 60a+b, a/b, a,b and .10.a or 12.0.

    >>> [formula(written)([35, 41]) for written in ("60a+b", "a/b", "a,a+9", ".10.a", "12.0")]
    [2141, Fraction(35, 41), (35, 44), (None, 10, 35), (12, 0)]
    """
    for sign, joined in _JOINED.items():
        if sign in written:
            terms = [formula(term) for term in written.split(sign)]
            return lambda numbers: joined([term(numbers) for term in terms])
    factor = written.rstrip("abc")
    if factor == written:
        fixed = int(written) if written else None
        return lambda numbers: fixed
    times, letter = int(f"{factor}1" if factor in ("", "-") else factor), "abc".index(written[-1])
    return (lambda numbers: numbers[letter]) if times == 1 else (lambda numbers: times * numbers[letter])
