"""Colour on terminals that support it. Colour alone never conveys information."""

import os
from typing import TextIO

# SGR parameters (ECMA-48, 8.3.117). The theme of a terminal keeps the sixteen basic colours legible.
PLAIN = ""
BOLD = "1"
FAINT = "2"
KIND = "36"  # cyan
_SURE = "32"  # green
_LIKELY = "33"  # yellow
_DOUBTFUL = "31"  # red


def wanted(stream: TextIO) -> bool:
    """Return whether a stream is a terminal on which colour is wanted (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def of_score(score: float) -> str:
    return _SURE if score >= 0.8 else _LIKELY if score >= 0.5 else _DOUBTFUL


def painted(text: str, style: str) -> str:
    """Return `text` in a style. `PLAIN` leaves it unchanged."""
    return f"\x1b[{style}m{text}\x1b[0m" if style and text else text
