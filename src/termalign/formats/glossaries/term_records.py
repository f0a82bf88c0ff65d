"""Glossaries in JSON Lines: what `termalign extract` and `termalign select` write, and pairs.

The renderings of a term are a list of strings, or of objects with the member ``text``. A line with two strings is a pair.
"""

from collections.abc import Iterator
from typing import Any

from termalign.formats.glossaries.entry import TEXTS, Form, status_of
from termalign.formats.opening import Source
from termalign.formats.pairs.jsonl import Line, lines, unit_of


def read(source: Source) -> Iterator[Form]:
    """Read the terms of a JSON Lines file."""
    for line in lines(source):
        yield from _forms(line)


def _forms(line: Line) -> Iterator[Form]:
    value = line.value
    ja, approved = (value.get("ja"), value.get("en")) if isinstance(value, dict) else (None, None)
    if not (isinstance(value, dict) and isinstance(ja, str) and isinstance(approved, list)):
        unit = unit_of(line)
        yield Form(unit.ja, unit.en)
        return
    fields: dict[str, Any] = {name: _text(value.get(name)) for name in TEXTS}
    status = status_of(_text(value.get("status")))
    shared = Form(ja, "", ja_status=status, translate=value.get("translate") is not False, **fields)
    said = filter(None, map(_text, approved))
    yield from (shared._replace(en=en) for en in said)
    forbidden = value.get("forbidden")
    banned = filter(None, map(_text, forbidden if isinstance(forbidden, list) else []))
    yield from (shared._replace(en=en, status="forbidden") for en in banned)
    if not shared.translate and not approved:
        yield shared


def _text(value: object) -> str:
    """Return a string, or the text of a rendering; ``""`` for any other value."""
    text = value.get("text") if isinstance(value, dict) else value
    return text.strip() if isinstance(text, str) else ""
