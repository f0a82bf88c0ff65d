"""Markup in a text, which is not part of its words.

Markup is placeholders, tags, addresses, reStructuredText roles and directives, mnemonics, and legal forms in brackets.
"""

import re
from collections.abc import Iterator

_FORMS = "株有合資社財独学医"  # 株式会社, 有限会社, 合同会社 …
_SIGNS = re.compile(rf"[%{{<&@\\_`|]|://|www\.|::|\([{_FORMS}]\)")
_NAME = r"[A-Za-z]\w*(?:[+.:-]\w+)*+"  # of reStructuredText
_ROLE = rf"(?<![\w:]):({_NAME}):(?=`)"
_ROLES = re.compile(_ROLE, re.ASCII)
_MARKUP = re.compile(
    r"(?:https?|ftp)://[^\s\u3000-\u303f\u3040-\u30ff\u4e00-\u9fff]+|\bwww\.[\w.-]+"  # addresses
    r"|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
    r"|%%\w+%%"  # a tool's own protected piece: %%XPP_12%%
    r"|(?<![0-9])%(?:[0-9]+\$)?[-+#0]*+[0-9]*+(?:\.[0-9]+)?(?:hh|h|ll|l|z)?[sdiufxXcpeEgG@](?![A-Za-z])"  # printf
    # Format strings; in \emph{words}, the braces hold words.
    r"|%\([A-Za-z_]\w*\)[sdf]|(?:\$|(?<![A-Za-z]))\{\{?\ ?[\w.$:-]*\ ?\}\}?"
    r"|</?[A-Za-z][\w:.-]*(?:[\s=][^<>]*)?/?>|&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+);"  # HTML, <color=red>
    # reStructuredText: the role of :class:`dict`, not what it is of; |version|, no cell of a table; .. note::
    rf"|{_ROLE}"
    rf"|(?<![\w|`])\|{_NAME}(?<!\|.)\|(?u:(?![^\W_]|[|`]))"
    rf"|(?<!\S)\.\.\ {_NAME}::(?!\S)"
    r"|\([&_][A-Za-z0-9]\)"  # keys of a menu
    r"|\b[A-Za-z]:\\[\w\\.$-]+"  # paths
    rf"|\([{_FORMS}]\)",
    re.ASCII,
)


def markup_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the code point range of each piece of markup in a folded text, in order.

    Examples
    --------
    >>> text = "%s を<b>保存</b>(&S)。50%増、詳細は https://example.com/help か :ref:`help` を参照"
    >>> [text[start:end] for start, end in markup_spans(text)]
    ['%s', '<b>', '</b>', '(&S)', 'https://example.com/help', ':ref:']
    """
    if _SIGNS.search(text):
        yield from (found.span() for found in _MARKUP.finditer(text))


def without_markup(text: str) -> str:
    """Return the text with markup replaced by spaces, so that offsets stay the same.

    Examples
    --------
    >>> without_markup("use :class:`dict`")
    'use        `dict`'
    """
    return blanked(_MARKUP, text) if _SIGNS.search(text) else text


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return the text with spaces in place of what a pattern matches, so that offsets stay the same."""
    return pattern.sub(lambda found: " " * len(found[0]), text)


def roles(text: str) -> list[str]:
    """Return the names of the reStructuredText roles in a text.

    Examples
    --------
    >>> roles("extend :py:class:`dict`; it may raise :exc:`KeyError`")
    ['py:class', 'exc']
    """
    return _ROLES.findall(text) if "`" in text else []
