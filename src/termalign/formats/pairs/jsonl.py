"""JSON Lines with an object on each line.

In reading, objects may be ``{"ja": …, "en": …}``, ``{"translation": {"ja": …, "en": …}}`` as in Hugging Face datasets,
``{"source": …, "target": …}`` with Japanese as the source, or have any names that the header of a table may have. Other
members are ignored. A text that is null (or NaN, as Python writes it) is read as an empty one, so that there are as many
pairs as lines. In writing, objects have the first form.
"""

import json
import os
from collections.abc import Iterable, Iterator

from termalign.formats.characters import encodable
from termalign.formats.errors import FormatError
from termalign.formats.languages import header_of
from termalign.formats.opening import Source, name_of, text_lines
from termalign.formats.pairs.unit import Unit
from termalign.formats.writing import created

_EXPECTED = 'expected an object with "ja" and "en", "source" and "target", or "translation"'


def read(source: Source) -> Iterator[Unit]:
    """Read the pairs of a JSON Lines file."""
    name = name_of(source)
    for number, line in text_lines(source):
        if line.isspace():
            continue
        try:
            value = json.loads(line, parse_int=float)  # int() refuses numbers with thousands of digits
        except ValueError as error:
            raise FormatError(name, number, f"{_EXPECTED}: {error}") from None
        except RecursionError:
            raise FormatError(name, number, f"{_EXPECTED}, found values nested too deeply") from None
        if isinstance(value, dict) and isinstance(value.get("translation"), dict):
            value = value["translation"]
        texts = _texts(value)
        if texts is None:
            raise FormatError(name, number, f"{_EXPECTED}, each a string or null; found {line.strip()[:80]!r}")
        yield Unit(*texts, line=number)


def _texts(value: object) -> tuple[str, str] | None:
    if not isinstance(value, dict):
        return None
    named = {key: text if isinstance(text, str) else "" for key, text in value.items() if _may_be_text(text)}
    columns = header_of(named)
    if columns is None:
        return ("", "") if value.get("translation", "") is None else None
    texts = list(named.values())
    return texts[columns.ja[0]], texts[columns.en[0]]


def _may_be_text(value: object) -> bool:
    """Return whether a value is a text, or null or NaN for a missing text."""
    return isinstance(value, str) or value is None or value != value


def write(path: str | os.PathLike[str], pairs: Iterable[tuple[str, str]]) -> None:
    with created(path) as file:
        for ja, en in pairs:
            file.write(json.dumps({"ja": encodable(ja), "en": encodable(en)}, ensure_ascii=False) + "\n")
