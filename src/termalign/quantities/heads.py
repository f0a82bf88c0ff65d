"""The characters with which a match of a regular expression can begin, so that only possible rules are tried."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Generic, TypeAlias, TypeVar

_TOKEN = re.compile(r"\(\?P=\w+\)|\(\?(?:P<\w+>|<[=!]|i:|[:=!])|\[\^?(?:\\.|[^\]\\])+\]|\{[0-9,]+\}|\\.|.", re.DOTALL)
_RANGE = re.compile(r"\\?(.)(?:-(.))?", re.DOTALL)
_ANY = "\0"  # for any sign
_FEW = 20  # signs of a class for each of which the next sign counts too
_MANY = 512  # signs of a class that are not listed
_KEPT = 4096  # signs and pairs for which an index remembers what they begin

Heads: TypeAlias = frozenset[str]
"""The first two signs, fewer where anything may follow them."""
_NOTHING: Heads = frozenset([""])
_ANYTHING: Heads = frozenset([_ANY + _ANY])
_T = TypeVar("_T")


@cache
def heads(pattern: str) -> Heads:
    """Return the possible beginnings of texts that a regular expression matches; there may be too many, never too few.

    >>> sorted(heads("(?:(?=ab)|c?)de")), sorted(heads(" (?:to|-)")), sorted(heads("(?i:a)[bc]?"))
    (['ab', 'cd', 'de'], [' -', ' t'], ['A', 'Ab', 'Ac', 'a', 'ab', 'ac'])
    """
    return _alternatives(iter(_TOKEN.findall(pattern)), False)


def followed(first: Heads, then: Heads) -> Heads:
    """Return the possible beginnings of one item followed by another."""
    short = [head for head in first if len(head) < 2]
    return first.difference(short).union(*[{head + more[:1] for more in then} if head else then for head in short])


def _alternatives(tokens: Iterator[str], either_case: bool) -> Heads:
    """Of a group, up to its bracket."""
    found: Heads = frozenset()
    sequence = last = _NOTHING
    for token in tokens:
        if token in ("|", ")"):
            found, sequence, last = found | followed(sequence, last), _NOTHING, _NOTHING
            if token == ")":
                return found
        elif token in "?*+" or (token[0] == "{" and len(token) > 1):
            if token != "?":
                last |= followed(last, last)
            if token in "?*" or token.startswith("{0"):
                last |= _NOTHING
        else:
            sequence, last = followed(sequence, last), _atom(token, tokens, either_case)
    return found | followed(sequence, last)


def _atom(token: str, tokens: Iterator[str], either_case: bool) -> Heads:
    """Of a sign, a class of signs or a group."""
    if token[0] == "(" and token[:4] != "(?P=":
        inside = _alternatives(tokens, either_case or token == "(?i:")
        if token in ("(?=", "(?!", "(?<=", "(?<!"):
            return _NOTHING if token != "(?=" or inside & {"", _ANY + _ANY} else followed(inside, _ANYTHING)
        return inside
    if token in ("^", "$", r"\b"):
        return _NOTHING
    if token == "." or token[:2] in ("[^", "(?") or (token[0] == "\\" and token[1].isalpha()):
        return _ANYTHING
    signs = _signs(token[1:-1]) if token[0] == "[" else token[-1]
    signs += signs.swapcase() if either_case else ""
    if _ANY in signs:
        return _ANYTHING
    return frozenset(signs if len(signs) <= _FEW else [sign + _ANY for sign in signs])


def _signs(spelled: str) -> str:
    """Return the signs of a class."""
    ranges = [range(ord(first), ord(last or first) + 1) for first, last in _RANGE.findall(spelled)]
    return "".join(chr(code) for codes in ranges for code in codes) if sum(map(len, ranges)) <= _MANY else _ANY


class Index(Generic[_T]):
    """Things by what they can begin with."""

    def __init__(self, things: Sequence[tuple[_T, Heads]]) -> None:
        self._things = things
        self._pairs = {head for _, begins in things for head in begins}
        self._by: dict[str, tuple[_T, ...]] = {}

    def at(self, text: str, position: int) -> tuple[_T, ...]:
        """Return what can begin at a position."""
        signs = text[position : position + 2]
        if signs not in self._pairs:
            signs = signs[:1]
        found = self._by.get(signs)
        return self._sought(signs) if found is None else found

    def _sought(self, signs: str) -> tuple[_T, ...]:
        """Return what can begin with a pair of signs, or with a sign that forms no such pair with the next."""
        able = {"", _ANY + _ANY, signs, signs[:1], signs[:1] + _ANY}
        found = tuple([thing for thing, begins in self._things if begins & able])
        if len(self._by) < _KEPT:
            self._by[signs] = found
        return found
