"""The signs of names in programs, files and networks: $user, .NET, C++, *.csv, --verbose, ~/.bashrc, @nhk_news."""

from typing import Final

#: Patterns of a sign before Latin letters and of one behind them. With it, a name is another word than without it.
SIGN_AHEAD: Final = (
    r"(?<![\w$])\$(?=[A-Za-z])|(?<![\w%])%(?=[A-Z]{3})"
    r"|(?:(?<![!-~])|(?<=[\"'`(\[{]))(?:(?:\*?\.|--)(?=[A-Za-z])|~/\.?(?=\w)|/(?=[a-z]+/))"
)
SIGN_BEHIND: Final = r"(?<=[A-Za-z])\+\+(?![\w+])|(?<=\b[A-Z])#(?!\w)"
#: A pattern of the sign that makes a word the name of an account or a topic.
HANDLE: Final = r"(?<![\w@#])[@#](?=[A-Za-z])"
