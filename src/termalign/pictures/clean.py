"""Escaping of markup, and replacement of characters that XML or UTF-8 cannot represent."""

import re

from termalign.model import Span

# Characters that XML 1.0 does not allow or that are parse errors in HTML, such as C1 controls and noncharacters.
_REPLACED = re.compile("[\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x1f]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def shown(text: str) -> str:
    """Return `text` with unprintable characters replaced one by one, so that offsets stay the same.

    Tabs and line ends become spaces, and other control characters their pictures (␀). Characters that UTF-8 or XML cannot
    represent become ``U+FFFD``.

    Examples
    --------
    >>> shown("a\\tb\\x00c\\ud800")
    'a b␀c�'
    """
    return _REPLACED.sub("\ufffd", _CONTROL.sub(_picture, text))


def _picture(found: re.Match[str]) -> str:
    return " " if found[0] in "\t\n\v\f\r" else chr(0x2400 + ord(found[0]))


def escaped(text: str) -> str:
    """Return `text` escaped for the content or a quoted attribute of HTML and XML.

    Examples
    --------
    >>> escaped('<script>"')
    '&lt;script&gt;&quot;'
    """
    return shown(text).translate(_ESCAPES)


def highlighted(text: str, span: Span | None) -> str:
    """Return `text` escaped, with the HTML element ``mark`` around a span.

    Examples
    --------
    >>> highlighted("a < b", Span(4, 5, "b"))
    'a &lt; <mark>b</mark>'
    """
    if span is None:
        return escaped(text)
    return f"{escaped(text[: span.start])}<mark>{escaped(span.text)}</mark>{escaped(text[span.end :])}"
