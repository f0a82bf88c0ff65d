"""Recognition of encodings other than UTF-8 by a byte order mark, a declaration, or the bytes."""

import codecs
import re

from termalign.formats.opening import marked_encoding
from termalign.text.scripts import JAPANESE

_JAPANESE = re.compile(f"[{JAPANESE}]")
_CP932 = "cp932"  # the Windows variant of Shift_JIS
# A declaration, followed by ASCII that some Python codecs treat as escapes.
_ASCII = b"<?xml version='1.0' encoding=\"A-Za_z0:9.\"?> \\n\\u0041 +AGE- .xn--wgv71a"
_WON_AND_YEN = {0x20A9: "\\", 0xA5: "\\"}  # signs that replace the backslash in national variants of ASCII
_OF_NO_FILE = frozenset({"charmap", "mbcs", "oem"})  # a base for other codecs, and the encodings of the local machine
_CHARSET = re.compile(rb"^\"Content-Type:[^\n]*?charset=([A-Za-z0-9._:-]+)", re.M | re.I)


def of_text(start: bytes) -> str | None:
    """Return the encoding of a table or list by its first bytes, or None for UTF-8 or if they do not show it.

    A byte order mark shows UTF-16. Code page 932, which Japanese Excel and Notepad write, has no mark. A file counts as code
    page 932 if all of `start` is valid in it and has Japanese characters, hardly any non-ASCII line is valid UTF-8, and
    `start` is not valid EUC-JP. (A damaged line of a UTF-8 file can be valid in other encodings.)
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
    """Return the encoding that the header of a PO file declares, or None for UTF-8 or an unknown encoding."""
    declared = _CHARSET.search(start)
    if declared is None:
        return None
    return of_declaration(declared[1].decode("ascii"))  # None for the placeholder CHARSET of templates


def of_declaration(name: str) -> str | None:
    """Return the Python name of a declared encoding, or None if it is unknown or cannot be the encoding of a file.

    The declaration was read as ASCII, so its encoding must agree with ASCII. The function tests this by decoding, because
    Python also registers codecs that are not encodings of files, such as escapes.
    """
    try:
        found = codecs.lookup(name).name
        read = _ASCII.decode(name)
    except (LookupError, UnicodeError):
        return None
    return found if found not in _OF_NO_FILE and read.translate(_WON_AND_YEN) == _ASCII.decode("ascii") else None


def decoded(start: bytes, encoding: str) -> str | None:
    """Return the text of the first bytes of a file without a truncated last character, or None if they are invalid."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(start)
    except UnicodeDecodeError:
        return None
