"""JMdict, JMnedict and KANJIDIC2, read from the SQLite tables of the `jamdict-data` package.

The tables are read in bulk. All are in the order of the entries, so parallel cursors can be merged without look-ups, and
nothing is held in memory.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from math import inf
from operator import itemgetter
from pathlib import Path
from sqlite3 import Connection, connect
from typing import Any

from termalign.lexicon.records import Form, KanjiRecord, NameRecord, Sense, Source, WordRecord
from termalign.lexicon.tags import codes_of, name_kinds

# Priority tags that make a form "common"; nfXX only ranks forms that already have news1 or news2.
COMMON = frozenset({"news1", "news2", "ichi1", "ichi2", "spec1", "spec2", "gai1", "gai2"})
_GIKUN = "gikun (meaning as reading) or jukujikun (special kanji reading)"
_ATEJI = "ateji (phonetic) reading"


class _Grouped:
    """The rows of one table, grouped by the key in their first column; call it with keys in ascending order."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._key: float = -1
        self._rows: tuple[tuple[Any, ...], ...] = ()

    def __call__(self, key: int) -> tuple[tuple[Any, ...], ...]:
        while self._key < key:
            self._key, rows = next(self._groups, (inf, ()))
            self._rows = tuple(rows)
        return self._rows if self._key == key else ()

    def texts(self, key: int) -> tuple[str, ...]:
        """Return the second column of the rows of a key, without nulls."""
        if key < self._key:  # most keys have no row in most tables
            return ()
        return tuple([row[1] for row in self(key) if row[1] is not None])


class JamdictData:
    """The database of `jamdict-data`, by default that of the installed package."""

    def __init__(self, path: Path | str | None = None) -> None:
        if path is None:
            from jamdict_data import JAMDICT_DB_PATH

            path = JAMDICT_DB_PATH
        self._path = Path(path)

    def sources(self) -> list[Source]:
        """Return the dictionaries in the database."""
        with closing(self._open()) as db:
            meta = dict(db.execute("SELECT key, value FROM meta"))
        via = "jamdict-data"
        return [
            Source("words", f"JMdict ({via})", meta.get("jmdict.version", ""), meta.get("jmdict.date", "")),
            Source("names", f"JMnedict ({via})", meta.get("jmnedict.version", ""), meta.get("jmnedict.date", "")),
            Source(
                "kanji",
                f"KANJIDIC2 ({via})",
                meta.get("kanjidic2.version", ""),
                meta.get("kanjidic2.date", ""),
            ),
        ]

    def words(self) -> Iterator[WordRecord]:
        """Yield all entries of JMdict."""
        with closing(self._open()) as db:

            def table(name: str, columns: str) -> _Grouped:
                return _Grouped(db.execute(f"SELECT {columns} FROM {name} ORDER BY rowid"))

            kanji, kana = table("Kanji", "idseq, ID, text"), table("Kana", "idseq, ID, text, nokanji")
            kanji_info, kanji_rank = table("KJI", "kid, text"), table("KJP", "kid, text")
            kana_info, kana_rank = table("KNI", "kid, text"), table("KNP", "kid, text")
            kana_only = table("KNR", "kid, text")
            senses = table("Sense", "idseq, ID")
            read_sense = _SenseReader(db)
            for (entry,) in db.execute("SELECT idseq FROM Entry ORDER BY idseq"):
                kanji_forms = [
                    Form(text, not COMMON.isdisjoint(kanji_rank.texts(key)), _irregular(kanji_info.texts(key)))
                    for _, key, text in kanji(entry)
                ]
                kana_forms = [
                    Form(
                        text,
                        not COMMON.isdisjoint(kana_rank.texts(key)),
                        _irregular(kana_info.texts(key)),
                        kana_only.texts(key),
                        bool(no_kanji),
                    )
                    for _, key, text, no_kanji in kana(entry)
                ]
                yield WordRecord(kanji_forms, kana_forms, [read_sense(key) for _, key in senses(entry)])

    def names(self) -> Iterator[NameRecord]:
        """Yield all translations of JMnedict."""
        with closing(self._open()) as db:
            kanji = _Grouped(db.execute("SELECT idseq, text FROM NEKanji ORDER BY rowid"))
            kana = _Grouped(db.execute("SELECT idseq, text FROM NEKana ORDER BY rowid"))
            kinds = _Grouped(db.execute("SELECT tid, text FROM NETransType ORDER BY rowid"))
            glosses = _Grouped(db.execute("SELECT tid, text FROM NETransGloss ORDER BY rowid"))
            for entry, key in db.execute("SELECT idseq, ID FROM NETranslation ORDER BY rowid"):
                yield NameRecord(
                    kanji.texts(entry), kana.texts(entry), name_kinds(kinds.texts(key)), glosses.texts(key)
                )

    def kanji(self) -> Iterator[KanjiRecord]:
        """Yield all characters of KANJIDIC2."""
        with closing(self._open()) as db:
            readings = "FROM reading JOIN rm_group ON gid = ID WHERE r_type = ? ORDER BY reading.rowid"
            on, kun = (_Grouped(db.execute(f"SELECT cid, value {readings}", (kind,))) for kind in ("ja_on", "ja_kun"))
            nanori = _Grouped(db.execute("SELECT cid, value FROM nanori ORDER BY rowid"))
            meant = "FROM meaning JOIN rm_group ON gid = ID WHERE m_lang IN ('', 'en') ORDER BY meaning.rowid"
            meanings = _Grouped(db.execute(f"SELECT cid, value {meant}"))
            for key, literal in db.execute("SELECT ID, literal FROM character ORDER BY ID"):
                yield KanjiRecord(literal, on.texts(key), kun.texts(key), nanori.texts(key), meanings.texts(key))

    def _open(self) -> Connection:
        return connect(f"{self._path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


class _SenseReader:
    def __init__(self, db: Connection) -> None:
        def table(name: str, columns: str = "sid, text") -> _Grouped:
            return _Grouped(db.execute(f"SELECT {columns} FROM {name} ORDER BY rowid"))

        self._glosses, self._pos, self._misc = table("SenseGloss"), table("pos"), table("misc")
        self._field, self._info, self._xref = table("field"), table("SenseInfo"), table("xref")
        self._sources = table("SenseSource", "sid, lang, text")
        self._only_kanji, self._only_kana = table("stagk"), table("stagr")

    def __call__(self, key: int) -> Sense:
        return Sense(
            glosses=list(self._glosses.texts(key)),
            pos=codes_of("pos", self._pos.texts(key)),
            notes=codes_of("misc", self._misc.texts(key)) + codes_of("field", self._field.texts(key)),
            info=self._info.texts(key),
            xrefs=self._xref.texts(key),
            sources=tuple((lang, text) for _, lang, text in self._sources(key) if text),
            only=self._only_kanji.texts(key) + self._only_kana.texts(key),
        )


def _irregular(info: tuple[str, ...]) -> bool:
    return any(tag not in (_GIKUN, _ATEJI) for tag in info)
