"""Two files of a program's strings, one for each language, in which equal keys name the same text.

They are string resources of Android (``strings.xml``), JSON with any nesting, ARB, or properties of Java
(https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)) in UTF-8. A key
that only the Japanese file has is an untranslated unit; one that only the English file has is skipped. Each form of an English
plural is a pair with the form ``other`` of the Japanese. Values that are no texts are ignored.
"""

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from termalign.formats.catalogue import suffix_of
from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, name_of, text_lines
from termalign.formats.pairs.unit import Unit
from termalign.formats.xml_records import local, records
from termalign.formats.xml_text import children, text_of

_Path = str | os.PathLike[str]

_BACKSLASHES = re.compile(r"\\+$")
_PROPERTY = re.compile(r"((?:[^\\=:\s]|\\.)*)\s*[=:]?\s*(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_QUOTED = re.compile(r'(?<!\\)"')
_SPACES = re.compile(r"\s+")
#: The key of a form of a plural, in Android (files:one), i18next (files_one) and Rails (files.one)
_FORM = re.compile("(.+[:._])(?:zero|one|two|few|many)")


class _String(NamedTuple):
    """A text of a file, with its line, or 0 if that is not known."""

    text: str
    line: int = 0


_Strings = Iterator[tuple[str, _String]]  # with their keys


def are_strings(*paths: object) -> bool:
    """Return whether the names of files all have the ending of one format of strings.

    Examples
    --------
    >>> are_strings("ja.json", "en.json"), are_strings("ja.json", "en.arb"), are_strings("ja.txt", "en.txt")
    (True, False, False)
    """
    suffixes = {suffix_of(path) for path in paths if isinstance(path, str | os.PathLike)}
    return len(suffixes) == 1 and suffixes <= set(_READERS)


def read(ja_path: _Path, en_path: _Path) -> Iterator[Unit]:
    """Read the pairs of two files of strings in the order of the Japanese file."""
    japanese, english = (dict(_READERS[suffix_of(path)](path)) for path in (ja_path, en_path))
    forms: dict[str, list[str]] = {}  # of plurals in the English only, by the key of the form that stands for them
    for key in english:
        form = _FORM.fullmatch(key)
        if form and key not in japanese:
            forms.setdefault(f"{form[1]}other", []).append(key)
    for key, (ja, _) in japanese.items():
        for other in [*forms.get(key, ()), key]:
            en = english.get(other)
            yield Unit(ja, en.text, other, line=en.line) if en else Unit(ja, "", other, state="untranslated")


def _android(source: Source) -> _Strings:
    for record in records(source, ("resources",), ("string", "plurals", "string-array")):
        element, line = record.element, record.line
        name = element.get("name", "")
        if element.get("translatable") == "false":
            continue
        if local(element) == "string":
            yield name, _String(_resource(element), line)
            continue
        for k, item in enumerate(children(element, "item")):
            yield name + (f":{form}" if (form := item.get("quantity")) else f"[{k}]"), _String(_resource(item), line)


def _resource(element: Element) -> str:
    """Return the text of a resource: outside quotation marks, white space is one space."""
    parts = _QUOTED.split(text_of(element))
    parts[::2] = [_SPACES.sub(" ", part) for part in parts[::2]]
    return _unescaped("".join(parts).strip())


def _json(source: Source) -> _Strings:
    text = _whole(source)
    try:
        value = json.loads(text, parse_int=float)  # int() refuses numbers with thousands of digits
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise FormatError(name_of(source), line, f"expected a JSON object: {error}") from None
    if not isinstance(value, dict):
        raise FormatError(name_of(source), 1, f"expected a JSON object, found {text.strip()[:80]!r}")
    waiting: list[tuple[str, object]] = [("", value)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += reversed([(f"{key}.{name}" if key else name, inner) for name, inner in value.items()])
        elif isinstance(value, list):
            waiting += reversed([(f"{key}[{k}]", inner) for k, inner in enumerate(value)])
        elif isinstance(value, str):
            yield key, _String(value)


def _arb(source: Source) -> _Strings:
    return ((key, text) for key, text in _json(source) if not key.startswith("@"))


def _properties(source: Source) -> _Strings:
    lines = text_lines(source)
    for number, line in lines:
        logical = line.strip()
        if not logical or logical[0] in "#!":
            continue
        while (open_end := _BACKSLASHES.search(logical)) and len(open_end[0]) % 2:
            logical = logical[:-1] + next(lines, (0, ""))[1].strip()
            if len(logical) > (longest := most()):
                raise too_much(name_of(source), number, f"{megabytes(longest)} in a line")
        found = _PROPERTY.fullmatch(logical)
        assert found is not None
        yield _unescaped(found[1]), _String(_unescaped(found[2]), number)


def _unescaped(text: str) -> str:
    def character(found: re.Match[str]) -> str:
        code = found[1]
        return chr(int(code[1:], 16)) if len(code) > 1 else _CONTROLS.get(code, code)

    # Two escapes may stand for one character.
    return _ESCAPE.sub(character, text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _whole(source: Source) -> str:
    held, size, longest = [], 0, most()
    for number, line in text_lines(source):
        size += len(line)
        if size > longest:
            raise too_much(name_of(source), number, f"{megabytes(longest)} in a JSON file")
        held.append(line)
    return "".join(held)


_READERS: Mapping[str, Callable[[Source], _Strings]] = {
    ".xml": _android,
    ".json": _json,
    ".arb": _arb,
    ".properties": _properties,
}
