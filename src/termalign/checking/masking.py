"""Replacement of markup and of placeholders in program messages by blanks, which keeps offsets the same."""

import re

from termalign.text import blanked, without_markup

_PLACEHOLDERS = re.compile(
    r"%(?:\d+\$)?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|j|z|t|L)?[diouxXeEfFgGcsSpn@](?![A-Za-z])"  # printf
    r"|%\(\w+\)[-+ #0]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]"  # %(name)s
    r"|%\d+(?![\d.,]*\s?[\d%])(?=\W|$)"  # Qt's %1
    r"|\$\{[^{}]*\}|\{\{[^{}]*\}\}|\{[A-Za-z_]?[\w.]*(?:![rsa])?(?::[^{}\s]*)?\}"  # ${name} {{name}} {0} {name:>10}
    r"|</?[A-Za-z][^<>]*>|<!--.*?-->|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);"  # markup
    r"|\b[a-z][a-z0-9+.-]{1,40}://[^\s<>`\"'、。（）「」]+"  # addresses
    r"|\\[ntr\\](?![a-z])|\\[ux][0-9A-Fa-f]{2,8}",  # escapes
    re.DOTALL,
)
_ICU = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal|number|date|time)\b\s*,?(?:\s*offset:\d+)?")
#: A translator's note and everything after it. The other text has no counterpart of a note.
NOTE = re.compile(r"[(（\[【]\s*-*訳[者]?注.*", re.DOTALL)
BRANCH = re.compile(r"(?:=\d+|\b(?:zero|one|two|few|many|other|male|female))\s*(?=\{)")


def prose(text: str) -> str:
    """Return the text with blanks in place of untranslatable parts, code point for code point.

    Examples
    --------
    >>> prose("%d 個の<b>ファイル</b>を{0}へ")
    '   個の   ファイル    を   へ'
    """
    if _ICU.search(text):
        text = blanked(BRANCH, blanked(_ICU, text)).replace("#", " ")
    return blanked(_PLACEHOLDERS, without_markup(text))
