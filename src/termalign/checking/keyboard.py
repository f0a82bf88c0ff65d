"""Keyboard shortcuts in a text: Ctrl+S, ⌘S, Ctrl キーを押しながら S."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.tables import read_table
from termalign.text.normalise import HALF_WIDTH

_PLUS = r"\ ?[+-]\ ?"
_HELD = r"\ ?(?:キー)?を押し(?:ながら|たまま)、?\ ?|\ ?キーと\ ?|\ (?:key\ )?(?:and|while)\ press(?:ing)?\ (?:the\ )?"


class _Keys(NamedTuple):
    """Keys by their names, and what finds a shortcut, and its parts."""

    by_name: dict[str, str]
    shortcut: re.Pattern[str]
    part: re.Pattern[str]


@cache
def _keys() -> _Keys:
    rows = [(kind, key, names.split()) for kind, key, names in read_table(__package__, "keys.tsv", header=True)]
    modifiers = [name for kind, _, names in rows for name in names if kind == "modifier"]
    signs = "".join(name for name in modifiers if not name.isascii())
    word = "|".join(sorted(filter(str.isascii, modifiers), reverse=True))
    named = "|".join(name for kind, _, names in rows for name in names if kind == "key")
    key = rf"(?:{named}|F[1-9][0-9]?|[A-Z0-9,./;=\[\]])"
    shortcut = rf"(?<![A-Z0-9_])(?:(?:{word})(?:{_PLUS}|{_HELD})|[{signs}](?:{_PLUS})?)+{key}(?![A-Z0-9_])"
    part = rf"[{signs}]|(?<![A-Z])(?:{word})(?![A-Z])|{key}\Z"
    return _Keys(
        {name: key for _, key, names in rows for name in names},
        *(re.compile(pattern, re.IGNORECASE | re.ASCII) for pattern in (shortcut, part)),
    )


class Shortcut(NamedTuple):
    """Keys that are pressed together, each by one of its names, and where the text says so."""

    keys: frozenset[str]
    written: str  # Alt+F4, even for Altキーを押しながらF4
    span: Offsets


def shortcuts(text: str) -> Iterator[Shortcut]:
    """Yield the keyboard shortcuts of a text in order.

    Examples
    --------
    >>> texts = "Ctrl+S で保存", "⌘S で保存", "Command-S to save", "Ctrl キーを押しながら S を押す", "Shift-JIS"
    >>> found = [shortcut for text in texts for shortcut in shortcuts(text)]
    >>> [(each.written, sorted(each.keys)) for each in found]
    [('Ctrl+S', ['ctrl', 's']), ('⌘S', ['cmd', 's']), ('Command-S', ['cmd', 's']), ('Ctrl+S', ['ctrl', 's'])]
    """
    names, shortcut, part = _keys()
    for found in shortcut.finditer(text.translate(HALF_WIDTH)):
        parts = part.findall(found[0])
        keys = frozenset(names.get(part.lower(), part.lower()) for part in parts)
        yield Shortcut(keys, "+".join(parts) if "キー" in found[0] or "押" in found[0] else found[0], found.span())
