"""Recognition of encodings other than UTF-8 by a byte order mark, by a declaration, or by the bytes."""

import codecs
import re

from termalign.formats.opening import marked_encoding

_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_CP932 = "cp932"  # Shift_JIS as Windows has it
# What a declaration can have in it, and what else is ASCII but has a meaning of its own in some codecs of Python.
_ASCII = b"<?xml version='1.0' encoding=\"A-Za_z0:9.\"?> \\n\\u0041 +AGE- .xn--wgv71a"
_WON_AND_YEN = {0x20A9: "\\", 0xA5: "\\"}  # which national forms of ASCII have in the place of the backslash
_OF_NO_FILE = frozenset({"charmap", "mbcs", "oem"})  # a means to make encodings, and what the machine happens to use
_CHARSET = re.compile(rb"^\"Content-Type:[^\n]*?charset=([A-Za-z0-9._:-]+)", re.M | re.I)


def of_text(start: bytes) -> str | None:
    """Return the encoding of a table or a list by its first bytes; None for UTF-8, or if they do not show it.

    UTF-16 is told by its mark. Code page 932, as Japanese Excel and Notepad write it, has no mark: a file is taken for
    it if hardly a line that is not plain ASCII is UTF-8 (a spoilt line of a file in UTF-8 can be well-formed in other
    encodings), and all of `start` is well-formed, with Japanese in it, and not well-formed EUC-JP as well.
    """
    marked, _ = marked_encoding(start)
    if marked is not None:
        return marked
    lines = [line for line in start.split(b"\n") if not line.isascii()]
    in_utf8 = sum(decoded(line, "utf-8") is not None for line in lines)
    if in_utf8 * 10 > len(lines) or decoded(start, "euc_jp") is not None:
        return None
    text = decoded(start, _CP932)
    return _CP932 if text is not None and _JAPANESE.search(text) else None


def of_po(start: bytes) -> str | None:
    """Return the encoding that the header of a PO file declares; None for UTF-8 or an unknown encoding."""
    declared = _CHARSET.search(start)
    if declared is None:
        return None
    return of_declaration(declared[1].decode("ascii"))  # None for the template's CHARSET, for instance


def of_declaration(name: str) -> str | None:
    """Return the encoding that a file declares; None if there is no such encoding, or no file can be in it.

    The declaration has been read as ASCII, so that the encoding must agree with ASCII. This is tried out: Python calls many
    other things encodings, and further ones can be registered. Its escapes, for instance, are no encodings of files.
    """
    try:
        found = codecs.lookup(name).name
        read = _ASCII.decode(name)
    except (LookupError, UnicodeError):
        return None
    return found if found not in _OF_NO_FILE and read.translate(_WON_AND_YEN) == _ASCII.decode("ascii") else None


def decoded(start: bytes, encoding: str) -> str | None:
    """Return the text of the first bytes of a file, without a truncated last character; None if invalid in `encoding`."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(start)
    except UnicodeDecodeError:
        return None
