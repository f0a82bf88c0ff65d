"""Keyboard shortcuts in a text: Ctrl+S, ⌘S, Ctrl キーを押しながら S."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.text.normalise import HALF_WIDTH

_MODIFIERS = {
    "ctrl": ("ctrl", "control", "⌃"),
    "cmd": ("cmd", "command", "⌘"),
    "alt": ("alt", "option", "⌥"),
    "shift": ("shift", "⇧"),
    "win": ("win", "windows", "⊞"),
}
_NAMED = {
    "enter": ("enter", "return"),
    "esc": ("esc", "escape"),
    "delete": ("delete", "del"),
    "backspace": ("backspace",),
    "tab": ("tab",),
    "space": ("space", "spacebar"),
    "home": ("home",),
    "end": ("end",),
    "insert": ("insert", "ins"),
    "up": ("up", "↑"),
    "down": ("down", "↓"),
    "left": ("left", "←"),
    "right": ("right", "→"),
}
_ONE_NAME = {name: key for key, names in (_MODIFIERS | _NAMED).items() for name in names}
_SIGNS = "⌃⌘⌥⇧⊞"
_PLUS = r"\ ?[+-]\ ?"
_HELD = r"\ ?(?:キー)?を押し(?:ながら|たまま)、?\ ?|\ ?キーと\ ?|\ (?:key\ )?(?:and|while)\ press(?:ing)?\ (?:the\ )?"
_WORD = "|".join(sorted((name for names in _MODIFIERS.values() for name in names if name.isascii()), reverse=True))
_KEY = rf"(?:{'|'.join(name for names in _NAMED.values() for name in names)}|F[1-9][0-9]?|[A-Z0-9,./;=\[\]])"
_SHORTCUT = re.compile(
    rf"(?<![A-Z0-9_])(?:(?:{_WORD})(?:{_PLUS}|{_HELD})|[{_SIGNS}](?:{_PLUS})?)+{_KEY}(?![A-Z0-9_])",
    re.IGNORECASE | re.ASCII,
)
_PART = re.compile(rf"[{_SIGNS}]|(?<![A-Z])(?:{_WORD})(?![A-Z])|{_KEY}\Z", re.IGNORECASE | re.ASCII)
_IN_JAPANESE = re.compile(r"[(（](&|_)(?:amp;)?[A-Za-z0-9][)）]")
_IN_ENGLISH = {"&": re.compile(r"([A-Za-z]+)&(?:amp;)?([A-Za-z]+)"), "_": re.compile("([A-Za-z]+)_([A-Za-z]+)")}


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
    for found in _SHORTCUT.finditer(text.translate(HALF_WIDTH)):
        parts = _PART.findall(found[0])
        keys = frozenset(_ONE_NAME.get(part.lower(), part.lower()) for part in parts)
        yield Shortcut(keys, "+".join(parts) if "キー" in found[0] or "押" in found[0] else found[0], found.span())


def divided_words(ja: str, en: str) -> Iterator[tuple[str, int, int]]:
    """Yield the English words that the sign of an access key divides, in one piece, with their spans in the text.

    The Japanese has a key with this sign in brackets. Elsewhere, the sign belongs to the word: *R&D*, *read_csv*.

    Examples
    --------
    >>> list(divided_words("終了(&X)", "E&xit")), list(divided_words("研究開発", "R&D"))
    ([('Exit', 0, 5)], [])
    """
    if key := _IN_JAPANESE.search(ja):
        yield from ((found[1] + found[2], *found.span()) for found in _IN_ENGLISH[key[1]].finditer(en))
