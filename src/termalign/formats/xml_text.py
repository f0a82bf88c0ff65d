"""The text of an element with inline markup."""

import re
from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element

from termalign.formats.xml_records import local
from termalign.text import is_placeholder

# Attributes that say that a code breaks the line or the page: ctype in XLIFF 1.2, subType in XLIFF 2, type in TMX.
_KINDS = ("ctype", "subType", "type")
_BREAKS = frozenset({"lb", "pb", "xlf:lb", "xlf:pb"})
_CODE_TAGS = frozenset({"x", "bx", "ex", "ph", "sc", "ec", "it", "ut", "bpt", "ept"})
_STANDALONE = frozenset({"x", "ph"})  # codes that no other code closes
# The content of a code that breaks the line: a tag of HTML, Word or OpenDocument, or the line break itself.
_BREAK_CODE = re.compile(
    r"\s*</?(?:\w+:)?(?:br|cr|line-?break)\d*\b[^<>]*>\s*|[ \t]*(?:\\r)?\\n\s*|[ \t]*[\r\n]\s*", re.I
)


def text_of(element: Element, left_out: Collection[str] = (), data: Mapping[str, str] | None = None) -> str:
    """Return all text of `element` in order, without the content of inline elements named in `left_out`.

    A code that stands for a placeholder (``%s``, ``{name}``) becomes the placeholder, which is read like one without a code.
    A code that breaks the line becomes a line feed, so that the words around it are not joined, unless the text already has a
    line break there. `data` has the codes that XLIFF 2 keeps outside the text, by id.
    """
    runs: list[list[str]] = [[]]
    _collect(element, left_out, data or {}, runs)
    text = ""
    for run in filter(None, map("".join, runs)):
        parted = not text or text.endswith(("\n", "\r")) or run.startswith(("\n", "\r"))
        text += run if parted else "\n" + run
    return text


def _collect(element: Element, left_out: Collection[str], data: Mapping[str, str], runs: list[list[str]]) -> None:
    """Collect the text between line breaks. The last run stays open."""
    runs[-1].append(element.text or "")
    for child in element:
        name = local(child)
        if name == "cp":  # in XLIFF 2, a character that XML cannot represent
            runs[-1].append(_code_point(child.get("hex", "")))
        elif name in _CODE_TAGS and _breaks_line(child, data):
            runs.append([])
        elif name in _STANDALONE and (placeholder := _placeholder(child, data)):
            runs[-1].append(placeholder)
        elif name not in left_out:
            _collect(child, left_out, data, runs)
        runs[-1].append(child.tail or "")


def _breaks_line(code: Element, data: Mapping[str, str]) -> bool:
    if any(code.get(kind, "").lower() in _BREAKS for kind in _KINDS):
        return True
    return any(map(_BREAK_CODE.fullmatch, _contents(code, data)))


def _placeholder(code: Element, data: Mapping[str, str]) -> str:
    return next(filter(is_placeholder, map(str.strip, [*_contents(code, data), code.get("disp", "")])), "")


def _contents(code: Element, data: Mapping[str, str]) -> list[str]:
    """Return what a code has in the text that was translated, as far as the file says it."""
    contents = (code.text, code.get("equiv-text"), code.get("equiv"), data.get(code.get("dataRef", "")))
    return [content for content in contents if content]


def _code_point(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def children(element: Element, *names: str) -> list[Element]:
    """Return the direct children with one of these names, in any namespace."""
    return [child for child in element if local(child) in names]
