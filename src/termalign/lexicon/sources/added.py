"""The user's own words, which are added to those of a dictionary: an EDICT or EDICT2 file, or a table with readings."""

from collections.abc import Iterator
from pathlib import Path

from termalign.formats.catalogue import suffix_of
from termalign.formats.glossaries import GlossaryEntry, read_entries
from termalign.kana import is_kana
from termalign.lexicon.records import Form, Sense, WordRecord
from termalign.lexicon.sources.edict import edict_words
from termalign.lexicon.sources.files import DictionaryError

_TABLES = (".csv", ".tsv", ".xlsx")


def added_words(path: Path) -> Iterator[WordRecord]:
    """Yield the words of a table (``.csv .tsv .xlsx``) or of an EDICT file (any other name).

    A malformed line raises a `DictionaryError`, and so does a word with kanji that has no reading.
    """
    if suffix_of(path) not in _TABLES:
        yield from edict_words(path)
        return
    entries, _ = read_entries(path)
    yield from (_word(entry, path) for entry in entries if entry.en)


def _word(entry: GlossaryEntry, path: Path) -> WordRecord:
    reading = entry.reading.strip() or entry.ja
    if not all(letter in "・･" or is_kana(letter) for letter in reading):
        raise DictionaryError(
            f"{path}: {entry.ja} has no reading in kana. Add a column “reading”, or use the file as a glossary, which needs none"
        )
    written = [] if reading == entry.ja else [Form(entry.ja)]
    return WordRecord(written, [Form(reading)], [Sense([en]) for en in entry.en])
