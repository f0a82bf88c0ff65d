"""The positions at which brackets open and close, including unclosed ones."""

import re
from typing import Final, NamedTuple

_PAIRS: Final = dict(zip("([{<（［｛「『【〔〈《", ")]}>）］｝」』】〕〉》", strict=True))
_OPENER_OF: Final = {close: opener for opener, close in _PAIRS.items()}
_BRACKET = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_OPENER_OF)) + "]")
#: The length of the longest bracket, in code points, and the number of open ones that a closing bracket may skip.
_LONGEST: Final = 400
_DEEPEST: Final = 4


class Bracket(NamedTuple):
    """A bracket with the content ``text[begin:end]``; `closed` says whether it is closed."""

    begin: int
    end: int
    closed: bool


def brackets(text: str) -> list[Bracket]:
    """Return all brackets of `text`, by the beginning of their content.

    The content of an unclosed bracket is the rest of its line, up to a limit.
    """
    found: list[Bracket] = []
    pending: list[tuple[str, int]] = []
    for hit in _BRACKET.finditer(text):
        char, at = hit.group(), hit.start()
        if char in _PAIRS:
            pending.append((char, len(found)))
            found.append(Bracket(at + 1, min(at + 1 + _LONGEST, len(text)), False))
            continue
        depth = _closed_by(char, pending)
        if depth is not None:
            index = pending[depth][1]
            if at - found[index].begin <= _LONGEST:
                found[index] = Bracket(found[index].begin, at, True)
            del pending[depth:]
    return [bracket if bracket.closed else _to_line_end(text, bracket) for bracket in found]


def _closed_by(char: str, pending: list[tuple[str, int]]) -> int | None:
    """Return the open bracket that `char` closes: the last of its kind, or else the last one, as a typing error."""
    for depth in range(len(pending) - 1, max(len(pending) - 1 - _DEEPEST, -1), -1):
        if pending[depth][0] == _OPENER_OF[char]:
            return depth
    return len(pending) - 1 if pending else None


def _to_line_end(text: str, bracket: Bracket) -> Bracket:
    stop = text.find("\n", bracket.begin, bracket.end)
    return bracket if stop < 0 else bracket._replace(end=stop)
