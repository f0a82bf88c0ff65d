"""What a regular expression can begin with, so that rules are tried only where they can go on."""

import re
from collections.abc import Iterator, Sequence
from typing import Generic, TypeAlias, TypeVar

_TOKEN = re.compile(r"\(\?P=\w+\)|\(\?(?:P<\w+>|<[=!]|i:|[:=!])|\[\^?(?:\\.|[^\]\\])+\]|\{[0-9,]+\}|\\.|.", re.DOTALL)
_RANGE = re.compile(r"\\?(.)(?:-(.))?", re.DOTALL)
_ANY = "\0"
_APART = (" ", "-")  # what says little: the sign behind it counts too
_WIDEST = 128  # of a class of signs that is listed

Heads: TypeAlias = frozenset[str]
"""First signs, a space or hyphen with the sign behind it; '' where nothing has to stand there."""
_EMPTY: Heads = frozenset([""])
_T = TypeVar("_T")


def heads(pattern: str) -> Heads:
    """What the text begins with that a regular expression matches; it may say too much, never too little.

    >>> sorted(heads("(?:(?=ab)|c?)d")), sorted(heads(" (?:to|-)")), sorted(heads("[ -]?x"))
    (['a', 'c', 'd'], [' -', ' t'], [' x', '-x', 'x'])
    """
    return _alternatives(iter(_TOKEN.findall(pattern)), False)


def followed(first: Heads, then: Heads) -> Heads:
    """What one thing and then another begins with."""
    joined = [{head + more[:1] for more in then} for head in first if head in _APART]
    return frozenset().union(
        (head for head in first if head and head not in _APART), then if "" in first else (), *joined
    )


def _alternatives(tokens: Iterator[str], either_case: bool) -> Heads:
    """Of a group, up to its bracket."""
    found: Heads = frozenset()
    sequence = last = _EMPTY
    for token in tokens:
        if token in ("|", ")"):
            found, sequence, last = found | followed(sequence, last), _EMPTY, _EMPTY
            if token == ")":
                return found
        elif token in "?*+" or (token[0] == "{" and len(token) > 1):
            last |= followed(last, last) if token != "?" else last
            last |= _EMPTY if token in "?*" or token[1:2] == "0" else last
        else:
            sequence, last = followed(sequence, last), _atom(token, tokens, either_case)
    return found | followed(sequence, last)


def _atom(token: str, tokens: Iterator[str], either_case: bool) -> Heads:
    """Of a sign, a class of signs or a group."""
    if token[0] == "(" and token[:4] != "(?P=":
        inside = _alternatives(tokens, either_case or token == "(?i:")
        if token in ("(?=", "(?!", "(?<=", "(?<!"):
            return _EMPTY if token != "(?=" or "" in inside else followed(inside, frozenset([_ANY]))
        return inside
    if token in ("^", "$", r"\b"):
        return _EMPTY
    if token[0] == "[" and token[1] != "^":
        signs = "".join(_spelled(token[1:-1]))
    elif len(token) == 1 and token != ".":
        signs = token
    else:
        signs = token[1] if token[0] == "\\" and not token[1].isalpha() else _ANY
    return frozenset(signs + signs.swapcase() if either_case else signs)


def _spelled(signs: str) -> Iterator[str]:
    """The signs of a class, one by one."""
    for first, last in _RANGE.findall(signs):
        codes = range(ord(first), ord(last or first) + 1)
        yield from map(chr, codes) if len(codes) <= _WIDEST else _ANY


class Index(Generic[_T]):
    """Things by what they can begin with."""

    def __init__(self, things: Sequence[tuple[_T, Heads]]) -> None:
        keys = {key for _, begins in things for head in begins for key in (head, head[:1])} | {""}
        self._by = {
            key: tuple([thing for thing, begins in things if begins & {"", _ANY, key, key[:1], key[:1] + _ANY}])
            for key in keys
        }
        self._any = self._by[""]

    def at(self, text: str, position: int) -> tuple[_T, ...]:
        """What can begin at a position."""
        by = self._by
        return by.get(text[position : position + 2]) or by.get(text[position : position + 1], self._any)
