"""Parts of a text replaced by blanks, so that the offsets of all others stay the same."""

import re
from collections.abc import Iterable


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with spaces in place of what a pattern matches."""
    return pattern.sub(lambda found: " " * len(found[0]), text)


def blanked_at(text: str, spans: Iterable[tuple[int, int]], sign: str = " ") -> str:
    """Return a text with spaces, or another `sign`, in place of these spans.

    >>> blanked_at("Alt+F4 closes", [(0, 6)])
    '       closes'
    """
    characters = list(text)
    for start, end in spans:
        characters[start:end] = sign * (end - start)
    return "".join(characters)
