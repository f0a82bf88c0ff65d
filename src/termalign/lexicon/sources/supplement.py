"""Words with renderings that JMdict lacks: the tables of the folder ``supplement``, one for each subject field.

A row has a word, its reading in kana, and its renderings, likeliest first. ``;`` separates renderings and ``|`` separates
senses: ``善意 ⇥ ぜんい ⇥ good faith; without knowledge | goodwill``. Rows that begin with ``#`` describe the table.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from termalign.lexicon.records import Form, Sense, WordRecord
from termalign.lexicon.sources.files import DictionaryError, text_lines

_FOLDER = Path(__file__).parent.parent / "supplement"
_KANA = re.compile(r"[ぁ-ゖァ-ヺー・]+")


def supplementary_words(folder: Path = _FOLDER) -> Iterator[WordRecord]:
    """Yield the words of all tables, sorted by file name.

    A malformed row, or one that repeats a word of its file, raises a `DictionaryError` that names the file and the line.
    """
    for table in sorted(folder.glob("*.tsv")):
        yield from _words(table)


def _words(table: Path) -> Iterator[WordRecord]:
    lines: dict[str, int] = {}
    for number, line in text_lines(table):
        if not line or line.startswith("#"):
            continue
        where = f"{table}, line {number}"
        fields = line.split("\t")
        if len(fields) != 3:
            raise DictionaryError(f"{where}: expected word, reading and renderings, not {len(fields)} columns")
        word, reading, renderings = fields
        if not word or word != word.strip():
            raise DictionaryError(f"{where}: expected a word, not {word!r}")
        if not _KANA.fullmatch(reading):
            raise DictionaryError(f"{where}: expected a reading in kana, not {reading!r}")
        if first := lines.get(word):
            raise DictionaryError(f"{where}: {word} is already in line {first}")
        lines[word] = number
        written = [] if word == reading else [Form(word)]
        yield WordRecord(written, [Form(reading)], list(_senses(renderings, where)))


def _senses(renderings: str, where: str) -> Iterator[Sense]:
    for part in renderings.split(" | "):
        glosses = part.split("; ")
        if any(not gloss or gloss != gloss.strip(" ;|") for gloss in glosses):
            raise DictionaryError(f"{where}: expected renderings separated by '; ', and senses by ' | ', not {part!r}")
        if len(set(glosses)) < len(glosses):
            raise DictionaryError(f"{where}: a rendering is given twice in {part!r}")
        yield Sense(glosses)
