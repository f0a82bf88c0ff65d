"""The text of an element with inline markup."""

from collections.abc import Collection
from xml.etree.ElementTree import Element

from termalign.formats.xml_records import local


def text_of(element: Element, left_out: Collection[str] = ()) -> str:
    """All text in `element`, in its order, without what is in the inline elements called one of `left_out`."""
    parts: list[str] = []
    _collect(element, left_out, parts)
    return "".join(parts)


def _collect(element: Element, left_out: Collection[str], parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        name = local(child)
        if name == "cp":  # XLIFF 2: a character that XML cannot hold
            parts.append(_code_point(child.get("hex", "")))
        elif name not in left_out:
            _collect(child, left_out, parts)
        parts.append(child.tail or "")


def _code_point(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def children(element: Element, *names: str) -> list[Element]:
    """The direct children called one of `names`, whatever their namespace."""
    return [child for child in element if local(child) in names]
