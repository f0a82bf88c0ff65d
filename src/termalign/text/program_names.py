"""The signs of names in programs, files and networks: $user, .NET, C++, *.csv, --verbose, @nhk_news, __init__."""

import re
from typing import Final

#: Patterns of a sign before Latin letters and of one behind them. With it, a name is another word than without it.
SIGN_AHEAD: Final = (
    r"(?<![\w$])\$(?=[A-Za-z])|(?<![\w%])%(?=[A-Z]{3})"
    r"|(?:(?<![!-~])|(?<=[\"'`(\[{]))(?:(?:\*?\.|--)(?=[A-Za-z])|~/\.?(?=\w)|/(?=[a-z]+/))"
)
SIGN_BEHIND: Final = r"(?<=[A-Za-z])\+\+(?![\w+])|(?<=\b[A-Z])#(?!\w)"
#: A pattern of the sign that makes a word the name of an account or a topic.
HANDLE: Final = r"(?<![\w@#])[@#](?=[A-Za-z])"
_UNDERSCORED = re.compile(
    r"(?<!\w)(_{0,2})[A-Za-z0-9]+(?:_+[A-Za-z0-9]+)*(_{0,2})(?!\w)|(?<=[!-/:-@])(_{1,2})(?!\w)", re.ASCII
)


def underscored(text: str) -> list[tuple[int, int]]:
    """Return the names in a text that begin or end with underscores, as half-open code points.

    Underscores around a phrase, or single ones around a word, are emphasis.

    >>> text = "_Note:_ __init__ of _this class_ needs a class_ and a _name."
    >>> [text[slice(*name)] for name in underscored(text)]
    ['__init__', 'class_', '_name']
    """
    found: list[tuple[int, int]] = []
    opened = False  # whether the last name may be the beginning of an emphasised phrase
    for name in _UNDERSCORED.finditer(text):
        before, after = len(name[1] or ""), len(name[2] or name[3] or "")
        if not before and not after:
            continue
        if opened and after and not before:
            found.pop()
        elif name[1] is not None and (before != after or before == 2):
            found.append(name.span())
        opened = before > after
    return found
