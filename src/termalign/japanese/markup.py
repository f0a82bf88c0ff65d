"""What stands in a text and is none of its words: placeholders, tags, addresses, mnemonics, and legal forms in brackets."""

import re
from collections.abc import Iterator

_FORMS = "株有合資社財独学医"  # 株式会社, 有限会社, 合同会社 …
_SIGNS = re.compile(rf"[%{{<&@\\_]|://|www\.|\([{_FORMS}]\)")
_MARKUP = re.compile(
    r"(?:https?|ftp)://[^\s\u3000-\u303f\u3040-\u30ff\u4e00-\u9fff]+|\bwww\.[\w.-]+"  # addresses
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![0-9])%(?:[0-9]+\$)?[-+#0]*[0-9]*(?:\.[0-9]+)?(?:hh|h|ll|l|z)?[sdiufxXcpeEgG@](?![A-Za-z])"  # printf
    r"|%\([A-Za-z_]\w*\)[sdf]|\$?\{\{?[\w.$:\- ]*\}\}?"  # format strings
    r"|</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+);"  # HTML
    r"|\([&_][A-Za-z0-9]\)"  # keys of a menu
    r"|\b[A-Za-z]:\\[\w\\.$-]+"  # paths
    rf"|\([{_FORMS}]\)",
    re.ASCII,
)


def markup_spans(text: str) -> Iterator[tuple[int, int]]:
    """The code points of such a thing each, in order, in a folded text.

    Examples
    --------
    >>> text = "%s を<b>保存</b>(&S)。50%増、詳細は https://example.com/help を参照"
    >>> [text[start:end] for start, end in markup_spans(text)]
    ['%s', '<b>', '</b>', '(&S)', 'https://example.com/help']
    """
    if _SIGNS.search(text):
        yield from (found.span() for found in _MARKUP.finditer(text))
