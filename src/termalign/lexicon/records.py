"""The records that dictionary readers yield, and from which a lexicon is compiled.

The readers of JMdict, JMnedict, KANJIDIC2, EDICT and ENAMDICT all yield these records, and the compiler knows no other input.
Parts of speech, register and field are already codes from `tags.tsv`.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class Form(NamedTuple):
    """One way to write or to read a word."""

    text: str  # as in the dictionary
    common: bool = False  # whether it has a priority tag
    irregular: bool = False  # whether it is marked as outdated, rare or irregular
    kanji_only: tuple[str, ...] = ()  # for a reading, the kanji forms that it belongs to; empty for all
    no_kanji: bool = False  # for a reading, whether it belongs to no kanji form


@dataclass(slots=True)
class Sense:
    """One sense: its glosses and their tags."""

    glosses: list[str] = field(default_factory=list)
    pos: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    info: tuple[str, ...] = ()
    xrefs: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()  # (language, word)
    only: tuple[str, ...] = ()  # the kanji forms or readings it is restricted to


@dataclass(slots=True)
class WordRecord:
    """One entry of JMdict or EDICT."""

    kanji: list[Form]
    kana: list[Form]
    senses: list[Sense]


class NameRecord(NamedTuple):
    """One translation of JMnedict or ENAMDICT, with the same kinds and glosses for all its forms."""

    kanji: tuple[str, ...]
    kana: tuple[str, ...]
    kinds: frozenset[str]
    glosses: tuple[str, ...]


class KanjiRecord(NamedTuple):
    """One character of KANJIDIC2, with readings as KANJIDIC2 writes them (``-あ.い``)."""

    literal: str
    on: tuple[str, ...]
    kun: tuple[str, ...]
    nanori: tuple[str, ...]
    meanings: tuple[str, ...]


class Source(NamedTuple):
    """The origin of a part of a lexicon."""

    part: str  # "words", "names" or "kanji"
    name: str
    version: str
    date: str
