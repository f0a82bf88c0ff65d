"""What stands right before a place in a text."""

import re

_NEAR = 100  # code points to search, which keeps long texts fast


def preceding(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    """Return the match of a pattern, which must end with ``$``, in what precedes a place.

    Examples
    --------
    >>> bool(preceding(re.compile("再$"), "再起動", 1)), bool(preceding(re.compile("再$"), "再起動", 2))
    (True, False)
    """
    return pattern.search(text, max(0, place - _NEAR), place)
