"""Tags that only change how a text looks: <b>5</b> mg is read as 5 mg."""

import re

_TAG = re.compile(r"</?(?:b|big|em|font|i|mark|s|small|span|strong|u|[0-9]+)(?:\s[^<>]*)?>", re.IGNORECASE)


def formatting(text: str) -> list[tuple[int, int]]:
    """Return the code point ranges of the tags that only change how a text looks, in order.

    Examples
    --------
    >>> text = '<b>5</b><br>mg, <span class="x">2<td>'
    >>> [text[start:end] for start, end in formatting(text)]
    ['<b>', '</b>', '<span class="x">']
    """
    return [tag.span() for tag in _TAG.finditer(text)] if "<" in text else []
