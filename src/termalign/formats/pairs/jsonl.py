"""JSON Lines with an object on each line.

In reading, objects may be ``{"ja": …, "en": …}``, ``{"translation": {"ja": …, "en": …}}`` as in Hugging Face datasets,
``{"source": …, "target": …}`` with Japanese as the source, or have any names that the header of a table may have, also for
the name of the pair (``"id"``) and a note. Other members are ignored. A text that is null (or NaN, as Python writes it) is
read as an empty one, so that there are as many pairs as lines. In writing, objects have the first form.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.formats.characters import encodable
from termalign.formats.errors import FormatError
from termalign.formats.languages import header_of, id_of
from termalign.formats.opening import Source, name_of, text_lines
from termalign.formats.pairs.unit import Unit
from termalign.formats.writing import created

_EXPECTED = 'expected an object with "ja" and "en", "source" and "target", or "translation"'


class Line(NamedTuple):
    """A line of a file with its value."""

    name: str  # of the file
    number: int
    text: str
    value: object


def lines(source: Source) -> Iterator[Line]:
    """Yield the lines of a JSON Lines file that are not blank."""
    name = name_of(source)
    for number, line in text_lines(source):
        if line.isspace():
            continue
        try:
            # int() refuses numbers with thousands of digits.
            yield Line(name, number, line, json.loads(line, parse_int=_Number))
        except ValueError as error:
            raise FormatError(name, number, f"{_EXPECTED}: {error}") from None
        except RecursionError:
            raise FormatError(name, number, f"{_EXPECTED}, found values nested too deeply") from None


def read(source: Source) -> Iterator[Unit]:
    """Read the pairs of a JSON Lines file."""
    return map(unit_of, lines(source))


def unit_of(line: Line) -> Unit:
    """Return the pair on a line."""
    value = whole = line.value
    if isinstance(value, dict) and isinstance(value.get("translation"), dict):
        value = value["translation"]
    unit = _unit(value)
    if unit is None:
        raise FormatError(
            line.name, line.number, f"{_EXPECTED}, each a string or null; found {line.text.strip()[:80]!r}"
        )
    return unit._replace(id=_name(value) or _name(whole), line=line.number)


class _Number(NamedTuple):
    """A whole number, which may be the name of a unit."""

    digits: str


def _unit(value: object) -> Unit | None:
    if not isinstance(value, dict):
        return None
    named = {key: text if isinstance(text, str) else "" for key, text in value.items() if _may_be_text(text)}
    columns = header_of(named)
    if columns is None:
        return Unit("", "") if value.get("translation", "") is None else None
    texts = list(named.values())
    return Unit(texts[columns.ja[0]], texts[columns.en[0]], note=texts[columns.note[0]] if columns.note else None)


def _name(value: object) -> str:
    if not isinstance(value, dict):
        return ""
    column = id_of(value)
    found = list(value.values())[column] if column is not None else ""
    return found.digits if isinstance(found, _Number) else found if isinstance(found, str) else ""


def _may_be_text(value: object) -> bool:
    """Return whether a value is a text, or null or NaN for a missing text."""
    return isinstance(value, str) or value is None or value != value


def write(path: str | os.PathLike[str], rows: Iterable[Sequence[str]], columns: Sequence[str] = ("ja", "en")) -> None:
    with created(path) as file:
        for row in rows:
            value = dict(zip(columns, map(encodable, row), strict=True))
            file.write(json.dumps(value, ensure_ascii=False) + "\n")
