"""The tables of a lexicon file.

- ``word``: headword → references to entries
- ``entry``: number → senses and glosses
- ``name``: headword → proper names
- ``kanji``: character → readings and meanings
- ``related``: stem → stems that gloss the same words
- ``association``: character → stems that gloss its compounds
- ``writing``: folded headword → other spellings of the word, derived from ``word``
- ``membership``: the headwords that ``word``, ``name`` and ``writing`` may have, and the full forms that entries give for
  abbreviations (``clipped``)
- ``meta``: the format of the file, its sources and its counts
"""

FORMAT = "6"

TABLES = {
    "meta": "key TEXT PRIMARY KEY, value TEXT NOT NULL",
    "word": "headword TEXT PRIMARY KEY, value TEXT NOT NULL",
    "name": "headword TEXT PRIMARY KEY, value TEXT NOT NULL",
    "kanji": "headword TEXT PRIMARY KEY, value TEXT NOT NULL",
    "related": "headword TEXT PRIMARY KEY, value TEXT NOT NULL",
    "association": "headword TEXT PRIMARY KEY, value TEXT NOT NULL",
    "writing": "headword TEXT PRIMARY KEY, value TEXT NOT NULL",
}

CREATE = "".join(f"CREATE TABLE {name} ({columns}) WITHOUT ROWID;\n" for name, columns in TABLES.items()) + (
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, value TEXT NOT NULL);\n"
    "CREATE TABLE membership (name TEXT PRIMARY KEY, value BLOB NOT NULL);\n"
)

# The tables of each part, which are replaced or copied together.
PARTS = {"words": ("word", "entry", "related", "association"), "names": ("name",), "kanji": ("kanji",)}
