"""Characters that a file cannot represent: each becomes U+FFFD, the replacement character, or in line formats a space."""

import re

REPLACEMENT = "\ufffd"

# What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets), U+FFFE and U+FFFF included.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
_BREAK = re.compile("\r\n|[\r\n]")
_BREAK_OR_TAB = re.compile("\r\n|[\r\n\t]")
_MARKUP = re.compile('[&<>"\r]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}


def xml_text(text: str) -> str:
    """`text` as XML character data or an attribute's value between double quotes."""
    return _MARKUP.sub(lambda found: _ESCAPES[found[0]], storable(text))


def storable(text: str) -> str:
    """`text` without what XML cannot hold."""
    return _NOT_XML.sub(REPLACEMENT, text)


def encodable(text: str) -> str:
    """`text` without lone surrogates, which UTF-8 cannot encode."""
    return _SURROGATE.sub(REPLACEMENT, text)


def plain(text: str) -> str:
    """`text` as a text file holds it: no NUL, no lone surrogate."""
    return _NOT_TEXT.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """`text` on one line of a text file."""
    return _BREAK.sub(" ", plain(text))


def one_cell(text: str) -> str:
    """`text` in one field of a tab-separated line."""
    return _BREAK_OR_TAB.sub(" ", plain(text))


def unmarked(text: str) -> str:
    """`text` as a file without a header may begin with it: there U+FEFF is a byte order mark."""
    return text.lstrip("\ufeff")
