"""The tables of a lexicon file.

``word``     headword → references to entries        ``entry``    number → senses and glosses ``name``
headword → proper names                 ``kanji``    character → readings and meanings ``related``  stem →
stems that gloss the same words  ``association`` character → stems its compounds are glossed with ``meta``
what the file was made from             ``membership`` which headwords ``word``, ``name`` and ``writing`` may hold, and of
what an entry says that it is short for it (``clipped``)
``writing``  folded headword → other writings of the word, made from ``word``
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

# Which tables hold which part, and are therefore replaced or taken over together.
PARTS = {"words": ("word", "entry", "related", "association"), "names": ("name",), "kanji": ("kanji",)}
