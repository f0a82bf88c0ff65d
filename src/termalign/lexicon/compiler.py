"""The compiler of dictionary records into one lexicon file."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from sqlite3 import Connection

import termalign.lexicon.codec as codec
from termalign.lexicon.associations import Compound, kanji_associations
from termalign.lexicon.clips import clip_sources
from termalign.lexicon.headword_spelling import headword_key, katakana
from termalign.lexicon.membership import packed
from termalign.lexicon.records import Form, KanjiRecord, NameRecord, Sense, WordRecord
from termalign.lexicon.schema import CREATE, FORMAT, PARTS
from termalign.lexicon.synonyms import related_stems
from termalign.lexicon.universities import with_short_names
from termalign.lexicon.writings import packed_rows, writings

_SUPPLEMENT = "supplement"  # the row of the meta table with the number of the first entry of the supplement
_UNCLASSIFIED = frozenset({"unclass"})

_Keys = tuple[str, ...]
GlossKeys = Callable[[str], _Keys]

# The first bracket and all that follows it: "Tokugawa Ieyasu (1543.1.31-1616.6.1), Shougun 1603-1605". A bracket that is
# part of the name is recognised by what follows it, which is neither a comma nor the end.
_NAME_NOTE = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)(?:,\s*(.*))?$")


class Compiler:
    """A compiler that writes one lexicon file, part by part; missing parts are copied from a base.

    `database` is an empty SQLite database. `gloss_keys` returns the stems of a gloss's content words, in order.
    """

    def __init__(self, database: Connection, gloss_keys: GlossKeys) -> None:
        self._db = database
        self._keys = lru_cache(1 << 19)(gloss_keys)  # many glosses recur
        database.executescript(CREATE)

    def words(self, records: Iterable[WordRecord]) -> None:
        """Write words, and what is learned from their glosses: related stems, and the stems of each kanji.

        Characters must be written first, because their meanings are used as well.
        """
        learned = _Learned()
        self._db.executemany("INSERT INTO entry VALUES (?, ?)", self._entries(records, learned, 1))
        rows = ((head, "\n".join(_in_order(lines))) for head, lines in sorted(learned.references.items()))
        self._db.executemany("INSERT INTO word VALUES (?, ?)", rows)
        self._weights("related", related_stems(learned.senses))
        characters = (codec.decode_kanji(*row) for row in self._db.execute("SELECT headword, value FROM kanji"))
        meanings = {character.literal: character.keys for character in characters}
        self._weights("association", kanji_associations(learned.compounds, meanings))

    def supplement(self, records: Iterable[WordRecord]) -> None:
        """Add words after those of the dictionary.

        They do not count in the statistics of glosses, because words of a single subject field would bias these.
        """
        self._db.execute("INSERT INTO meta VALUES (?, ?)", (_SUPPLEMENT, str(self._free())))
        self.add(records)

    def add(self, records: Iterable[WordRecord]) -> None:
        """Add words after those written so far. They do not count in the statistics of glosses."""
        first = self._free()
        learned = _Learned()
        self._db.executemany("INSERT INTO entry VALUES (?, ?)", self._entries(records, learned, first))
        if learned.references:
            self._db.execute("DELETE FROM writing")
        for head, added in sorted(learned.references.items()):
            row = self._db.execute("SELECT value FROM word WHERE headword = ?", (head,)).fetchone()
            lines = [(codec.reference_rank(line), line) for line in (row[0].split("\n") if row else ())]
            self._db.execute("REPLACE INTO word VALUES (?, ?)", (head, "\n".join(_in_order(lines + added))))

    def _free(self) -> int:
        """Return the first number that no entry has."""
        first: int = self._db.execute("SELECT coalesce(max(id), 0) + 1 FROM entry").fetchone()[0]
        return first

    def without_supplement(self, base: Mapping[str, str]) -> None:
        """Remove the supplement that `take_over` copied from a lexicon; `base` is the meta table of that lexicon."""
        if _SUPPLEMENT not in base:
            return
        first = int(base[_SUPPLEMENT])
        self._db.execute("DELETE FROM writing")
        self._db.execute("DELETE FROM entry WHERE id >= ?", (first,))
        changed: list[tuple[str, str]] = []
        for head, value in self._db.execute("SELECT headword, value FROM word"):
            kept = "\n".join(line for line in value.split("\n") if int(line.partition("\t")[0]) < first)
            if kept != value:
                changed.append((kept, head))
        self._db.executemany("UPDATE word SET value = ? WHERE headword = ?", changed)
        self._db.execute("DELETE FROM word WHERE value = ''")

    def names(self, records: Iterable[NameRecord]) -> None:
        """Write proper names, one line for each headword, reading and spelling, with all kinds merged."""
        # SQLite holds and sorts the lines in a fraction of the memory that objects would take.
        lines = chain.from_iterable(map(_name_lines, with_short_names(records)))
        self._db.execute("CREATE TEMP TABLE line (headword TEXT, value TEXT)")
        self._db.executemany("INSERT INTO line VALUES (?, ?)", lines)
        ordered = self._db.execute("SELECT headword, value FROM line ORDER BY headword, rowid")
        merged = (
            (head, _merge_names("\n".join([value for _, value in rows])))
            for head, rows in groupby(ordered, key=itemgetter(0))
        )
        self._db.executemany("INSERT INTO name VALUES (?, ?)", merged)
        self._db.execute("DROP TABLE line")

    def kanji(self, records: Iterable[KanjiRecord]) -> None:
        """Write characters."""
        rows = {
            headword_key(record.literal): codec.encode_kanji(
                _readings(record.on),
                _readings(record.kun),
                _readings(record.nanori),
                [(_clean(meaning), self._keys(meaning)) for meaning in record.meanings],
            )
            for record in records
        }
        self._db.executemany("INSERT INTO kanji VALUES (?, ?)", sorted(rows.items()))

    def take_over(self, base: Path, parts: Collection[str]) -> None:
        """Copy whole parts from another lexicon file."""
        self._db.commit()
        self._db.execute("ATTACH ? AS base", (f"{base.resolve().as_uri()}?mode=ro&immutable=1",))
        for table in (table for part in parts for table in PARTS[part]):
            self._db.execute(f"INSERT INTO {table} SELECT * FROM base.{table} ORDER BY 1")
        if "words" in parts:
            self._db.execute("INSERT INTO writing SELECT * FROM base.writing ORDER BY 1")
        self._db.commit()
        self._db.execute("DETACH base")

    def finish(self, meta: Mapping[str, str]) -> None:
        """Write the counts, `meta`, and the tables that are derived from others; then compact the file.

        The other spellings of the words are not computed if they were copied from another lexicon together with the words.
        """
        if not self._db.execute("SELECT EXISTS (SELECT 1 FROM writing)").fetchone()[0]:
            spelled = writings(self._db.execute("SELECT headword, value FROM word"))
            self._db.executemany("INSERT INTO writing VALUES (?, ?)", packed_rows(spelled))
        tables = {table for part in PARTS.values() for table in part}
        counts = {
            f"count.{table}": str(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables
        }
        for table in ("word", "name", "writing"):
            headwords = (row[0] for row in self._db.execute(f"SELECT headword FROM {table}"))
            self._db.execute("INSERT INTO membership VALUES (?, ?)", (table, packed(headwords)))
        entries = self._db.execute("SELECT value FROM entry")
        clipped = (full for (entry,) in entries for full in codec.decode_clip_of(entry))
        self._db.execute("INSERT INTO membership VALUES (?, ?)", ("clipped", packed(clipped)))
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", sorted({"format": FORMAT, **counts, **meta}.items()))
        self._db.commit()
        self._db.execute("VACUUM")

    def _entries(self, records: Iterable[WordRecord], learned: "_Learned", first: int) -> Iterator[tuple[int, str]]:
        """Yield the rows of the entries, numbered from `first`, and add to `learned` what is learned from the words."""
        headwords: set[str] = set()
        abbreviations: list[tuple[int, WordRecord, list[list[_Keys]]]] = []
        for number, record in enumerate(records, first):
            headwords.update([form.text for form in (*record.kanji, *record.kana)])
            keys = [[self._keys(gloss) for gloss in sense.glosses] for sense in record.senses]
            learned.word(number, record, keys)
            if any("abbr" in sense.notes for sense in record.senses):
                abbreviations.append((number, record, keys))
            else:
                yield number, _entry(record, keys, ())
        for number, record, keys in abbreviations:  # last, because their cross-references need all headwords
            forms = [form.text for form in (*record.kanji, *record.kana)]
            yield number, _entry(record, keys, clip_sources(forms, record.senses, headwords))

    def _weights(self, table: str, found: Mapping[str, Iterable[tuple[str, float]]]) -> None:
        rows = ((head, codec.encode_weights(pairs)) for head, pairs in sorted(found.items()))
        self._db.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)


class _Learned:
    """Data collected while entries are written: the headwords of each word, and the glosses that occur together."""

    def __init__(self) -> None:
        self.references: dict[str, list[tuple[int, str]]] = {}
        self.senses: list[list[list[_Keys]]] = []
        self.compounds: list[Compound] = []

    def word(self, number: int, record: WordRecord, keys: list[list[_Keys]]) -> None:
        """Add an entry; `keys` are the keys of its glosses, sense by sense."""
        lines: dict[str, tuple[int, str]] = {}
        for head, rank, line in _references(number, record):
            lines.setdefault(head, (rank, line))
        for head, ranked in lines.items():
            self.references.setdefault(head, []).append(ranked)
        self.senses.append(keys)
        if record.kanji:
            written = record.kanji[0]
            glosses = [gloss for sense in keys[:3] for gloss in sense]
            self.compounds.append(Compound(written.text, glosses, written.common))


def _in_order(lines: list[tuple[int, str]]) -> list[str]:
    """Return the lines of one headword sorted by rank; lines of the same rank keep their order."""
    return [line for _, line in (sorted(lines, key=itemgetter(0)) if len(lines) > 1 else lines)]


def _entry(record: WordRecord, keys: Sequence[Sequence[_Keys]], clip_of: tuple[str, ...]) -> str:
    pos = sorted({code for sense in record.senses for code in sense.pos})
    loan = next((f"{lang}:{_clean(word)}" for sense in record.senses for lang, word in sense.sources), "")
    senses = [
        (",".join(_notes(sense)), list(zip(map(_clean, sense.glosses), stems, strict=True)))
        for sense, stems in zip(record.senses, keys, strict=True)
    ]
    return codec.encode_entry(pos, loan, clip_of, senses)


def _clean(text: str) -> str:
    return " ".join(text.split())  # this also removes U+001F, tab and newline, which the file format uses


def _notes(sense: Sense) -> list[str]:
    # "usually in kana" and "four-character word" concern the spelling of a word, not its rendering.
    return [code for code in dict.fromkeys(sense.notes) if code not in ("uk", "yoji")]


def _readings(readings: Iterable[str]) -> list[str]:
    """Return distinct readings in katakana, without the hyphens of prefixes and suffixes."""
    return list(dict.fromkeys(katakana(reading.strip("-－〜")) for reading in readings))


def _references(number: int, record: WordRecord) -> Iterator[tuple[str, int, str]]:
    """Yield (headword, rank, line) for every form. Kanji forms come first, and so take precedence over an equal kana form."""
    usually_kana = any("uk" in sense.notes for sense in record.senses[:1])
    kana_texts = {form.text for form in record.kana}
    for form in record.kanji:
        spoken = [
            kana for kana in record.kana if not kana.no_kanji and (not kana.kanji_only or form.text in kana.kanji_only)
        ]
        readings = [kana.text for kana in sorted(spoken, key=lambda kana: kana.irregular)]
        yield _reference(number, record, form, readings, kana_texts, usual=not form.irregular)
    for form in record.kana:
        usual = not form.irregular and (usually_kana or form.no_kanji or not record.kanji)
        yield _reference(number, record, form, [], kana_texts, usual=usual)


def _reference(
    number: int, record: WordRecord, form: Form, readings: list[str], kana: set[str], *, usual: bool
) -> tuple[str, int, str]:
    only: list[int] = []
    if any(sense.only for sense in record.senses):
        applies = [_applies(sense, form.text, readings, kana) for sense in record.senses]
        only = [] if all(applies) else [index for index, applied in enumerate(applies) if applied]
    spoken = dict.fromkeys(katakana(reading) for reading in readings)
    line = codec.encode_reference(number, common=form.common, usual=usual, senses=only, readings=spoken)
    return headword_key(form.text), codec.reference_rank(line), line


def _applies(sense: Sense, text: str, readings: list[str], kana: set[str]) -> bool:
    if not sense.only or text in sense.only:
        return True
    return any(reading in sense.only for reading in readings) or (text in kana and kana.isdisjoint(sense.only))


def _name_lines(record: NameRecord) -> Iterator[tuple[str, str]]:
    readings = [katakana(reading) for reading in record.kana]
    for gloss in record.glosses:
        romaji, note = _clean(gloss), ""
        if "(" in romaji and (match := _NAME_NOTE.search(romaji)) and match.start():
            romaji, note = romaji[: match.start()], "; ".join(filter(None, match.groups()))
        for head in map(headword_key, record.kanji or record.kana):
            for reading in readings if record.kanji else (katakana(head),):
                yield head, codec.encode_name(head, reading, romaji, record.kinds or _UNCLASSIFIED, note)


def _merge_names(lines: str) -> str:
    """Return the lines of one headword, merging lines that differ only in their kinds.

    The dictionary has no frequencies, so a reading with more kinds (羽田 Haneda, surname and place) comes first.
    """
    if "\n" not in lines:
        return lines
    kinds: dict[str, str] = {}
    for line in lines.split("\n"):
        letters, tab, rest = line.partition("\t")
        kinds[tab + rest] = kinds.get(tab + rest, "") + letters
    merged = sorted(kinds.items(), key=lambda item: -len(set(item[1])))
    return "\n".join("".join(sorted(set(letters))) + rest for rest, letters in merged)
