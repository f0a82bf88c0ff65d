"""What the command line shows of a lexicon: its origin (`metadata`), all it knows of a term (`describe`)."""

from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from termalign.lexicon.entries import KanjiEntry, NameEntry, Rendering, WordEntry
from termalign.lexicon.spelling import headword_key
from termalign.lexicon.store import open_store

if TYPE_CHECKING:
    from termalign.lexicon.lexicon import Lexicon

ATTRIBUTION = """\
This lexicon is made from JMdict, JMnedict and KANJIDIC2 (or EDICT and ENAMDICT), the property of the
Electronic Dictionary Research and Development Group (EDRDG), used in conformance with its licence, CC BY-SA:
  https://www.edrdg.org/edrdg/licence.html
The files and their documentation:
  https://www.edrdg.org/wiki/index.php/JMdict-EDICT_Dictionary_Project
  https://www.edrdg.org/enamdict/enamdict_doc.html
  https://www.edrdg.org/wiki/index.php/KANJIDIC_Project
They are updated daily; `termalign lexicon build` makes a lexicon from fresher ones."""

_PARTS = {"words": "word", "names": "name", "kanji": "kanji"}


class Description(NamedTuple):
    """All that a lexicon knows of a term.

    Attributes
    ----------
    term : str
        As looked up (NFKC).
    renderings : tuple of Rendering
        Of the glossary and learned layers.
    words : tuple of WordEntry
        Of the dictionary.
    names : tuple of NameEntry
        Of the dictionary of names.
    characters : tuple of KanjiEntry
        Each kanji of the term, once.
    """

    term: str
    renderings: tuple[Rendering, ...]
    words: tuple[WordEntry, ...]
    names: tuple[NameEntry, ...]
    characters: tuple[KanjiEntry, ...]

    def __bool__(self) -> bool:
        """Whether the term itself is known, its characters aside."""
        return bool(self.renderings or self.words or self.names)


def describe(term: str, lexicon: "Lexicon") -> Description:
    """Look a term up in every layer.

    Examples
    --------
    >>> from termalign.lexicon import Lexicon
    >>> found = describe("詐欺", Lexicon.default())
    >>> found.words[0].reading, [character.literal for character in found.characters]
    ('サギ', ['詐', '欺'])
    """
    key = headword_key(term)
    characters = (lexicon.kanji(character) for character in dict.fromkeys(key))
    return Description(
        key,
        lexicon.told(key),
        lexicon.words(key),
        lexicon.names(key),
        tuple(entry for entry in characters if entry),
    )


def metadata(lexicon: "Lexicon") -> dict[str, object]:
    """What a lexicon was made from.

    Returns
    -------
    dict
        ``path``; ``sources`` (part → name, version, date, entries); ``entries`` (distinct dictionary
        entries), ``related`` and ``associations`` (counts); ``glossary`` and ``learned`` (numbers of terms);
        ``attribution`` and ``licence`` (the notice that ships with the lexicon). Only plain types, so that it
        can be written as JSON.
    """
    meta = open_store(lexicon.path).metadata()

    def count(table: str) -> int:
        return int(meta.get(f"count.{table}", 0))

    sources = {}
    for part, table in _PARTS.items():
        name, version, date = (*meta.get(f"source.{part}", "").split("\t"), "", "")[:3]
        sources[part] = {"name": name, "version": version, "date": date, "headwords": count(table)}
    return {
        "path": lexicon.path,
        "sources": sources,
        "entries": count("entry"),
        "related": count("related"),
        "associations": count("association"),
        **lexicon.layer_sizes(),
        "attribution": ATTRIBUTION,
        "licence": files(__package__).joinpath("NOTICE.txt").read_text("utf-8"),
    }
