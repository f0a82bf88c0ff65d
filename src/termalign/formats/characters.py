"""Characters that a file cannot represent. They become U+FFFD, or spaces in line-based formats."""

import re

REPLACEMENT = "\ufffd"

# Characters that XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets), including U+FFFE and U+FFFF.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
_BREAK = re.compile("\r\n|[\r\n]")
_BREAK_OR_TAB = re.compile("\r\n|[\r\n\t]")
_MARKUP = re.compile('[&<>"\r]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}


def xml_text(text: str) -> str:
    """Return `text` as XML character data, or as an attribute value in double quotes."""
    return _MARKUP.sub(lambda found: _ESCAPES[found[0]], storable(text))


def storable(text: str) -> str:
    """Return `text` with replacements for characters that XML cannot represent."""
    return _NOT_XML.sub(REPLACEMENT, text)


def encodable(text: str) -> str:
    """Return `text` with lone surrogates, which UTF-8 cannot encode, replaced one by one, so that offsets stay the same."""
    return _SURROGATE.sub(REPLACEMENT, text)


def has_halves(text: str) -> bool:
    r"""Return whether a text has both surrogates of a character as two code points, as no decoder of UTF-8 leaves them.

    >>> has_halves("\ud83d\ude00"), has_halves("\ude00\ud83d"), has_halves("\U0001f600")
    (True, False, False)
    """
    return _HALVES.search(text) is not None


def escaped(json: str) -> str:
    r"""Return JSON with its lone surrogates escaped, so that UTF-8 can encode it, and its reader gets the same text.

    >>> escaped('["\ud83d"]')
    '["\\ud83d"]'
    """
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def plain(text: str) -> str:
    """Return `text` for a text file, with NUL and lone surrogates replaced."""
    return _NOT_TEXT.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    return _BREAK.sub(" ", plain(text))


def one_cell(text: str) -> str:
    """Return `text` as one field of a tab-separated line."""
    return _BREAK_OR_TAB.sub(" ", plain(text))


def unmarked(text: str) -> str:
    """Return `text` for the start of a file without a header, where U+FEFF would be a byte order mark."""
    return text.lstrip("\ufeff")
