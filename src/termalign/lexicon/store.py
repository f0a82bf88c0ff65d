"""Look-ups in one lexicon file, with a read-only connection for each thread and bounded caches."""

import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from sqlite3 import Connection, Cursor, DatabaseError, connect
from typing import Any, TypeVar

import termalign.lexicon.codec as codec
from termalign.arguments import checked
from termalign.forking import no_fork, no_fork_to_the_end
from termalign.lexicon.entries import KanjiEntry, NameEntry, WordEntry
from termalign.lexicon.headword_spelling import headword_key
from termalign.lexicon.membership import Membership
from termalign.lexicon.schema import CREATE, FORMAT, TABLES
from termalign.lexicon.seal import is_whole
from termalign.lexicon.variants import standard_form

PACKAGED = Path(__file__).parent / "data" / "lexicon.sqlite"
"""The lexicon that comes with the package."""

_Weights = Mapping[str, float]
_Found = TypeVar("_Found")


_CURE = (
    "build it again with `termalign lexicon build`; to restore the packaged lexicon, use "
    "`pip install --force-reinstall --no-deps termalign`"
)


_TABLES = frozenset(CREATE.strip().rstrip(";").split(";\n"))
_NOT_PLAIN = (
    "SELECT name FROM sqlite_master WHERE type NOT IN ('table', 'index')"
    " OR sql LIKE '%VIRTUAL%' OR sql LIKE '%GENERATED%' OR sql LIKE '% AS (%'"
)
"""Finds views, triggers and computed columns: reading from these could run code that the author of the file wrote."""


class LexiconError(Exception):
    """An error for a lexicon file that is missing, damaged, or of another version; the message says what to do."""


class Store:
    """The tables of one lexicon file, decoded and cached.

    Connections are opened at the first look-up and belong to their process and thread; threads share the caches. No process
    is forked while a thread is in SQLite, because SQLite's locks would never be released in the new process.

    The file at `path` is opened as immutable: it must not change while it is in use.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._local = threading.local()
        self._memberships: dict[str, Membership] = {}
        self.words: Callable[[str], tuple[WordEntry, ...]] = _kept(16384, self._words, path)
        self.names: Callable[[str], tuple[NameEntry, ...]] = _kept(16384, self._names, path)
        self.kanji: Callable[[str], KanjiEntry | None] = _kept(4096, self._kanji, path)
        self.related: Callable[[str], _Weights] = _kept(8192, self._related, path)
        self.associations: Callable[[str], _Weights] = _kept(4096, self._associations, path)
        self.writings: Callable[[str], tuple[str, ...]] = _kept(16384, self._writings, path)

    def metadata(self) -> dict[str, str]:
        """Return the ``meta`` table as a dictionary."""
        return dict(self._rows("SELECT key, value FROM meta"))

    def _words(self, term: str) -> tuple[WordEntry, ...]:
        key = headword_key(term)
        row = self._row("word", key) if self._may_hold("word", key) else None
        if row is None:
            return ()
        references, text = row
        first, *others = references.split("\n")
        numbers = [int(reference[: reference.index("\t")]) for reference in others]
        entries = self._entries(numbers) if numbers else {}
        return (
            codec.decode_word(key, first, text),
            *[codec.decode_word(key, line, entries[number]) for line, number in zip(others, numbers, strict=True)],
        )

    def _entries(self, numbers: Sequence[int]) -> dict[int, str]:
        """Return entries by their numbers."""
        found: dict[int, str] = dict(
            self._rows(f"SELECT id, value FROM entry WHERE id IN ({', '.join('?' * len(numbers))})", *numbers)
        )
        if missing := set(numbers) - found.keys():
            raise LexiconError(f"{self.path} is damaged (no entry {min(missing)}): {_CURE}")
        return found

    def _names(self, term: str) -> tuple[NameEntry, ...]:
        key = headword_key(term)
        row = self._row("name", key) if self._may_hold("name", key) else None
        return () if row is None else codec.decode_names(key, row[0])

    def _kanji(self, character: str) -> KanjiEntry | None:
        key = headword_key(character)
        row = self._row("kanji", key)
        return None if row is None else codec.decode_kanji(key, row[0])

    def _writings(self, key: str) -> tuple[str, ...]:
        """Return other spellings of a word by its `folded` form, as in `termalign.lexicon.writings`."""
        known = self._memberships.get("writing") or self._membership("writing")
        row = self._row("writing", key) if known.may_hold(key) else None
        return () if row is None else tuple(row[0].split("\t"))

    def has(self, term: str) -> bool:
        """Return whether `term` is a word or a name."""
        return bool(self.words(term) or self.names(term))

    def may_be_clipped(self, term: str) -> bool:
        """Return False only if it is certain that no word is short for `term`."""
        known = self._memberships.get("clipped") or self._membership("clipped")
        checked(term, "term")
        return known.may_hold(term)

    def _related(self, stem: str) -> _Weights:
        return self._weights("related", headword_key(stem))

    def _associations(self, character: str) -> _Weights:
        return self._weights("association", headword_key(character))

    def _weights(self, table: str, key: str) -> _Weights:
        row = self._row(table, key)
        return codec.decode_weights("" if row is None else row[0])

    def _may_hold(self, table: str, key: str) -> bool:
        """Return False only if it is certain that a table has no row for `key`; no query is needed."""
        known = self._memberships.get(table) or self._membership(table)
        if known.may_hold(key):
            return True
        standard = standard_form(key)
        return standard != key and known.may_hold(standard)

    def _row(self, table: str, key: str) -> tuple[str, ...] | None:
        """Return the value of a headword; for the table ``word``, also the first entry that the value refers to."""
        try:
            row: tuple[str, ...] | None = self._asked(_SELECT[table], key)
        except UnicodeEncodeError:  # a lone surrogate, which SQLite cannot hold
            return None
        if row is None and (standard := standard_form(key)) != key:
            row = self._asked(_SELECT[table], standard)
        return row

    def _asked(self, query: str, value: object) -> tuple[Any, ...] | None:
        found = self._rows(query, value)
        return found[0] if found else None

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with no_fork:
            try:
                return self._cursor().execute(query, values).fetchall()
            except (DatabaseError, UnicodeDecodeError) as error:
                raise LexiconError(f"{self.path} is damaged ({error}): {_CURE}") from error

    def _membership(self, name: str) -> Membership:
        row = self._asked("SELECT value FROM membership WHERE name = ?", name)
        if row is None:
            raise LexiconError(f"{self.path} was made by an earlier version: {_CURE}")
        (data,) = row
        if not isinstance(data, bytes) or len(data).bit_count() != 1:  # the size is a power of two
            raise LexiconError(f"{self.path} is damaged (the membership of {name}): {_CURE}")
        known = self._memberships[name] = Membership(data)
        return known

    def _cursor(self) -> Cursor:
        # A connection must cross neither threads nor a fork.
        handle: _Handle | None = getattr(self._local, "handle", None)
        if handle is None or handle.process is not _process[-1]:
            if handle is not None:
                _inherited.append(handle.connection)
            handle = self._local.handle = _Handle(opened(self.path))
        return handle.cursor


def _kept(size: int, look_up: Callable[[str], _Found], path: str) -> Callable[[str], _Found]:
    """Return a look-up with a cache of `size` results, which raises the usual error for a term that is not a string.

    A row that cannot be decoded raises a `LexiconError`: someone may have altered the file and computed a new checksum.
    """

    @lru_cache(size)
    def known(term: str) -> _Found:
        checked(term, "term")
        try:
            return look_up(term)
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            raise LexiconError(f"{path} is damaged ({error}): {_CURE}") from error

    def kept(term: str) -> _Found:
        try:
            return known(term)
        except TypeError:  # the cache's own error for an unhashable term, such as a list, says less
            checked(term, "term")
            raise

    return kept


class _Connection(Connection):
    """A connection that is closed when its thread ends or when it is no longer used.

    It closes itself, because Python may finalise a connection before an object that was to close it.
    """

    opened_by = thread = 0

    # A forked process deletes the connections of threads that only its parent has, before any of our code runs.
    def __del__(self) -> None:
        if not self.opened_by:
            return  # it could not be opened
        if self.opened_by != os.getpid():
            _inherited.append(self)
            return
        if sys.is_finalizing() and self.thread != threading.get_ident():
            return  # that thread may still run a statement in SQLite, which closing would abort
        with no_fork_to_the_end():
            self.close()


class _Handle:
    """A connection of a thread of this process."""

    def __init__(self, connection: _Connection) -> None:
        self.connection = connection
        self.cursor = connection.cursor()  # one cursor for all look-ups, as each ends before the next begins
        self.process = _process[-1]


_inherited: list[Connection] = []  # closing a connection of the parent process would write to memory shared with it
_process = [object()]  # its last object identifies this process; a forked process adds its own
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: _process.append(object()))

_SELECT = {table: f"SELECT value FROM {table} WHERE headword = ?" for table in TABLES if table != "meta"}
# A reference begins with the number of its entry. One query for both costs less than two.
_SELECT["word"] = (
    "SELECT word.value, entry.value FROM word LEFT JOIN entry ON entry.id = CAST(word.value AS INTEGER) WHERE headword = ?"
)


def opened(path: str) -> _Connection:
    """Open a read-only connection to a lexicon file, after checking that it is complete and of this version."""
    file = Path(path)
    if not file.is_file():
        raise LexiconError(
            f"no lexicon at {path}; `pip install termalign` installs one, in a checkout `pip install -e .` "
            "compiles it, and `termalign lexicon build` makes one from dictionary files"
        )
    # Each connection is used by one thread only, but another may close it when its store leaves the cache.
    uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = connect(uri, uri=True, check_same_thread=False, factory=_Connection)
        connection.opened_by, connection.thread = os.getpid(), threading.get_ident()
    except DatabaseError as error:
        raise LexiconError(f"{path} cannot be opened: {error}") from error
    try:
        # Without memory mapping, reading is no slower, and the file's pages do not count as this process's memory.
        connection.execute("PRAGMA mmap_size = 0")
        if connection.execute(_NOT_PLAIN).fetchone() is not None:
            raise LexiconError(f"{path} is not a termalign lexicon: {_CURE}")
        written = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        if written is None or written[0] != FORMAT:
            raise LexiconError(f"{path} does not have format {FORMAT}: {_CURE}")
        tables = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")}
        if tables != _TABLES or not is_whole(path):
            raise LexiconError(f"{path} is damaged: {_CURE}")
    except (DatabaseError, UnicodeDecodeError) as error:  # SQLite quotes the schema, which may have any bytes
        connection.close()
        raise LexiconError(f"{path} is not a termalign lexicon, or is damaged ({error}): {_CURE}") from error
    except OSError as error:
        connection.close()
        raise LexiconError(f"{path} cannot be read: {error.strerror}") from error
    except LexiconError:
        connection.close()
        raise
    return connection


@lru_cache(32)
def open_store(path: str) -> Store:
    """Return the store of a file, which all lexicons with this file share in a process."""
    return Store(path)
