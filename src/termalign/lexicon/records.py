"""The records that dictionary readers yield, and from which a lexicon is compiled.

Readers of JMdict, JMnedict, KANJIDIC2, EDICT and ENAMDICT all come down to these; the compiler knows nothing
else. Parts of speech, register and field are already the codes of `tags.tsv`.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class Form(NamedTuple):
    """One way to write or to read a word.

    Attributes
    ----------
    text : str
        As in the dictionary.
    common : bool
        It carries a priority tag.
    irregular : bool
        Marked as outdated, rare or irregular.
    kanji_only : tuple of str
        For a reading: the kanji forms it belongs to; empty for all.
    no_kanji : bool
        For a reading: it belongs to no kanji form.
    """

    text: str
    common: bool = False
    irregular: bool = False
    kanji_only: tuple[str, ...] = ()
    no_kanji: bool = False


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
    """One entry of JMdict or EDICT.

    Attributes
    ----------
    kanji, kana : list of Form
        How it is written and read.
    senses : list of Sense
        Its senses in order.
    counted : bool
        Its glosses join the statistics over the dictionary. A table of one field would tilt them.
    """

    kanji: list[Form]
    kana: list[Form]
    senses: list[Sense]
    counted: bool = True


class NameRecord(NamedTuple):
    """One translation of JMnedict or ENAMDICT: the same kinds and glosses for all forms."""

    kanji: tuple[str, ...]
    kana: tuple[str, ...]
    kinds: frozenset[str]
    glosses: tuple[str, ...]


class KanjiRecord(NamedTuple):
    """One character of KANJIDIC2, readings as it writes them (``-あ.い``)."""

    literal: str
    on: tuple[str, ...]
    kun: tuple[str, ...]
    nanori: tuple[str, ...]
    meanings: tuple[str, ...]


class Source(NamedTuple):
    """The origin of a part."""

    part: str  # "words", "names" or "kanji"
    name: str
    version: str
    date: str
