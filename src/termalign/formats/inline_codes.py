"""Inline codes of XLIFF and TMX: what stands for formatting, placeholders and other pieces of the original file.

All formats have the same three: a pair of codes around a text, one of its two ends, and a code by itself. An end is an
element of its own (``bpt``) or, in files of some tools, a code that only its content tells apart (``<ph>&lt;b&gt;</ph>``).
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Literal
from xml.etree.ElementTree import Element

from termalign.formats.xml_records import local
from termalign.text import Height, is_placeholder

Role = Literal["pair", "start", "end", "single"]

_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("g", "pc", "hi"), "pair"),
    **dict.fromkeys(("bpt", "bx", "sc"), "start"),
    **dict.fromkeys(("ept", "ex", "ec"), "end"),
    **dict.fromkeys(("x", "ph", "it", "ut"), "single"),
}
_LONGEST = 1_000  # code points of an original that may be text; longer ones are pictures, scripts and the like
# Codes that the header of a file of Trados defines by their ids. Those of XLIFF 2 refer to their originals instead.
_DEFINED_BY_ID = ("g", "x")
_OF_TEXT = ("x", "ph")  # codes that may stand for a piece of the text
# Attributes that say what a code is: ctype in XLIFF 1.2, subType and fs in XLIFF 2, type in TMX.
_KINDS = ("ctype", "subType", "type", "urn:oasis:names:tc:xliff:fs:2.0 fs")
_BREAKS = frozenset({"lb", "pb", "xlf:lb", "xlf:pb"})
# The content of a code that breaks the line: a tag of HTML, Word or OpenDocument, or the line break itself.
_BREAK = re.compile(
    r"\s*</?(?:\w+:)?(?:br|cr|line-?break)\d*\b[^<>]*>\s*|[ \t]*(?:\\r)?\\n\s*|[ \t]*[\r\n]\s*", re.IGNORECASE
)
_HEIGHT = re.compile(r"(?:.*[^a-z])?(su[pb])(?:er)?(?:script)?", re.IGNORECASE)  # x-superscript, fmt:sup
# The content of a code that raises or lowers a text: a tag of HTML, Word or Trados, or RTF
_HEIGHT_CODE = re.compile(r"\s*(?:<|\{?\\)(?:[^<>]*[^<>a-z])?(su[pb])(?:er)?(?:script)?\b[^<>]*>?\s*", re.IGNORECASE)
_END_CODE = re.compile(r"\s*(?:</[^<>]*su[pb][^<>]*>|</cf>|\\nosupersub\b\s*|\})\s*", re.IGNORECASE)
# A character that has no key, such as a space that does not break, or its name in HTML
_CHARACTER = re.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]\w*);|[^\x21-\x7e]", re.IGNORECASE)


class InlineCode:
    """An inline code of a text.

    Attributes
    ----------
    role : str
        Whether it is a pair around a text, the start or the end of one, or a code by itself.
    contents : list of str
        What it has in the text that was translated, as far as the file says it.
    """

    __slots__ = ("_element", "_name", "contents", "role")

    def __init__(self, element: Element, role: Role, data: Mapping[str, str]) -> None:
        self._element, self._name, self.role = element, local(element), role
        own = "" if role == "pair" else element.text
        attributes = ("equiv-text", "equiv", "equivStart")
        references = ("id",) if self._name in _DEFINED_BY_ID else ("dataRef", "dataRefStart")
        found = (own, *map(element.get, attributes), *(data.get(element.get(name, "")) for name in references))
        self.contents = [content for content in found if content and len(content) <= _LONGEST]

    @classmethod
    def of(cls, element: Element, data: Mapping[str, str]) -> "InlineCode | None":
        """Return the inline code that an element is, if it is one. `data` has the originals of codes, by id."""
        role = _ROLES.get(local(element))
        return cls(element, role, data) if role else None

    @property
    def breaks_line(self) -> bool:
        """Whether it breaks the line or the page."""
        return any(kind.lower() in _BREAKS for kind in self._kinds()) or any(map(_BREAK.fullmatch, self.contents))

    @property
    def text(self) -> str:
        """The placeholder or the character that it stands for, or ""."""
        if self._name not in _OF_TEXT:
            return ""
        shown = [*self.contents, self._element.get("disp", "")]
        character = next(filter(_CHARACTER.fullmatch, shown), "")
        return unescape(character) or next(filter(is_placeholder, map(str.strip, shown)), "")

    @property
    def height(self) -> Height | None:
        """Whether it raises or lowers the text within it or behind it."""
        found = [*map(_HEIGHT.fullmatch, self._kinds()), *map(_HEIGHT_CODE.fullmatch, self.contents)]
        name = next((match[1].lower() for match in found if match), None)
        return None if name is None else "sup" if name == "sup" else "sub"

    def ends(self, start: "InlineCode") -> bool:
        """Return whether it ends what another code starts."""
        if self.role == "single":  # tools that know no pairs write two of them
            return any(map(_END_CODE.fullmatch, self.contents)) or (not self.contents and self.height == start.height)
        return self.role == "end" and self._partner() == start._partner()

    @property
    def tag(self) -> str:
        """Its tag with the id that it shares with the same code in the other language, or "" if it has none."""
        name = next((name for name in ("id", "startRef", "i", "x") if self._element.get(name)), "")
        closed = "/" if self.role == "single" else ""
        return f'<{self._name} {name}="{self._element.get(name)}"{closed}>' if name else ""

    def _partner(self) -> str:
        """Return what the two ends of a pair have in common."""
        return next(filter(None, map(self._element.get, ("startRef", "rid", "i", "id"))), "")

    def _kinds(self) -> Iterator[str]:
        return filter(None, map(self._element.get, _KINDS))
