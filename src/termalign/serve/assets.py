"""The files of the web page, and the language in which it is first shown."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Template

from termalign.checking.kinds.registry import KINDS
from termalign.pictures.clean import escaped
from termalign.pictures.style import style

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
_NUMBERS, _ROWS = 200, 400  # link numbers and rows that respond to the pointer; the keyboard reaches all links


def asset(name: str) -> tuple[str, bytes] | None:
    """Return the media type and the bytes of a file, or None if there is no such file."""
    if name == "picture.css":
        return _TYPES[".css"], style(_NUMBERS, _ROWS).encode()
    if name == "words.json":
        return _TYPES[".json"], json.dumps(_words(), ensure_ascii=False).encode()
    return _packaged().get(name)


def index(language: str) -> bytes:
    """Return the page with its text in ``en`` or ``ja``."""
    words = {name: escaped(said[language]) for name, said in _words().items()}
    return Template(_text("index.html")).substitute(words, language=language).encode()


def preferred(accepted: str) -> str:
    """Return the language, ``en`` or ``ja``, that a reader prefers according to ``Accept-Language``.

    Examples
    --------
    >>> preferred("de, ja;q=0.8, en;q=0.5"), preferred("fr"), preferred("en-GB,en;q=0.9,ja;q=0.8")
    ('ja', 'en', 'en')
    """
    wishes: dict[str, float] = {}
    for wish in accepted.lower().split(","):
        tag, _, weight = wish.strip().partition(";q=")
        language = tag.partition("-")[0]
        try:
            wishes[language] = max(float(weight or 1), wishes.get(language, 0.0))
        except ValueError:
            continue
    return "ja" if wishes.get("ja", 0.0) > wishes.get("en", 0.0) else "en"


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """Return the text of the page in both languages. In English, a kind of finding has its name in the library."""
    kinds = {f"kind_{kind.name}": {"en": kind.name, "ja": kind.ja} for kind in KINDS.values()}
    words: dict[str, dict[str, str]] = json.loads(_text("words.json"))
    return words | kinds


@cache
def _packaged() -> dict[str, tuple[str, bytes]]:
    """Return all files that are sent unchanged, by name."""
    found = [file for file in files(__package__).joinpath("static").iterdir() if file.name != "index.html"]
    return {file.name: (_TYPES[f".{file.name.rpartition('.')[2]}"], file.read_bytes()) for file in found}


def _text(name: str) -> str:
    return files(__package__).joinpath("static", name).read_text(encoding="utf-8")
