"""The English glosses of an entry, and the compact text in which a lexicon file has them.

A line is a sense: its note and its glosses, with tabs between them. The stems of a gloss follow it after U+001F, unless they
equal the gloss. Stems are interned (`sys.intern`), like those of `termalign.english.lexis`: there are few of them, and each
occurs in many rows. This saves memory, and makes comparing them fast.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

_KEYS = "\x1f"


class Gloss(NamedTuple):
    """One English gloss of a word."""

    text: str
    """The gloss as the dictionary writes it, such as ``"to defraud (of money)"``."""
    keys: tuple[str, ...]
    """The stems of its content words in order, without function words and text in parentheses."""
    sense: int
    """The number of its sense in the entry, from 0."""
    note: str
    """Comma-separated register and field codes of the sense (``"abbr"``, ``"arch"``, ``"obs"``, ``"law"``), or ``""``.
    """


def encode_gloss(text: str, keys: Sequence[str]) -> str:
    """Encode a gloss and its stems as one field."""
    joined = " ".join(keys)
    return text if joined == text else f"{text}{_KEYS}{joined}"


def decode_gloss(field: str) -> tuple[str, tuple[str, ...]]:
    """Decode a field that `encode_gloss` encoded."""
    text, separator, joined = field.partition(_KEYS)
    return text, _keys(joined if separator else text)


@lru_cache(16384)
def _keys(joined: str) -> tuple[str, ...]:
    """Return the stems of a gloss as a tuple that equal glosses share.

    In a typical text, more than half of the glosses share their stems with another gloss.
    """
    return tuple(map(intern, joined.split()))


def encode_senses(senses: Iterable[tuple[str, Iterable[tuple[str, Sequence[str]]]]]) -> list[str]:
    """Encode senses (note, glosses), one line each."""
    return ["\t".join((note, *(encode_gloss(*gloss) for gloss in glosses))) for note, glosses in senses]


def decode_senses(senses: str) -> list[tuple[str, tuple[str, ...], int, str]]:
    """Return the fields of the glosses of encoded senses. An empty line stands for a sense that is left out."""
    found: list[tuple[str, tuple[str, ...], int, str]] = []
    for sense, line in enumerate(senses.split("\n")):
        note, *fields = line.split("\t")
        for field in fields:
            text, separator, joined = field.partition(_KEYS)
            found.append((text, _keys(joined if separator else text), sense, note))
    return found


def without_glosses(senses: str, pattern: re.Pattern[str]) -> str:
    """Return encoded senses without the glosses in which a pattern is found.

    >>> without_glosses("\\tfraud\\t(suffix) -like\\x1flike", re.compile("suffix"))
    '\\tfraud'
    """
    lines = [line.split("\t") for line in senses.split("\n")]
    kept = [
        [note, *[field for field in fields if not pattern.search(field.partition(_KEYS)[0])]] for note, *fields in lines
    ]
    return "\n".join(map("\t".join, kept))
