"""The data that the command line shows for a lexicon: its origin (`metadata`), and all entries of a term (`describe`)."""

from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from termalign.learned import Model
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


class LearnedPhrase(NamedTuple):
    """A learned rendering of a term, with its counts in sentence pairs."""

    en: str  # the content words of the rendering, each in its commonest form
    times: int  # pairs in which it rendered the term
    seen: int  # pairs that contain the term
    occurrences: int  # pairs that contain the English


class Description(NamedTuple):
    """All entries of a lexicon for a term."""

    term: str  # the term as looked up (NFKC)
    renderings: tuple[Rendering, ...]  # from the glossary and the learned layer
    learned: tuple[LearnedPhrase, ...]  # from the learned model (`Aligner.fit`), with counts
    words: tuple[WordEntry, ...]
    names: tuple[NameEntry, ...]  # from the dictionary of names
    characters: tuple[KanjiEntry, ...]  # entries of the distinct kanji of the term

    def __bool__(self) -> bool:
        """Return whether the lexicon has the term itself, apart from its characters."""
        return bool(self.renderings or self.learned or self.words or self.names)


def describe(term: str, lexicon: "Lexicon") -> Description:
    """Return the entries of a term in every layer.

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
        _learned(key, lexicon.model),
        lexicon.words(key),
        lexicon.names(key),
        tuple(entry for entry in characters if entry),
    )


def _learned(term: str, model: Model | None) -> tuple[LearnedPhrase, ...]:
    found = model.get(term) if model else None
    if model is None or found is None:
        return ()
    known = found.renderings.values()
    return tuple([LearnedPhrase(model.phrase(one.stems), one.times, found.seen, one.occurrences) for one in known])


def metadata(lexicon: "Lexicon") -> dict[str, object]:
    """Return the sources, counts and licence of a lexicon, as plain types that can be written as JSON.

    Returns
    -------
    dict
        ``path``; ``sources`` (part → name, version, date, number of headwords); ``entries`` (distinct dictionary entries),
        ``related`` and ``associations`` (counts); ``glossary`` and ``learned`` (numbers of terms); ``model``, if there is one
        (its size, and its source); ``attribution`` and ``licence`` (the notice that ships with the lexicon).
    """
    meta = open_store(lexicon.path).metadata()

    def count(table: str) -> int:
        return int(meta.get(f"count.{table}", 0))

    sources = {}
    for part, table in _PARTS.items():
        name, version, date = (*meta.get(f"source.{part}", "").split("\t"), "", "")[:3]
        sources[part] = {"name": name, "version": version, "date": date, "headwords": count(table)}
    model = lexicon.model
    made = {} if model is None else {"model": {"headwords": len(model), **asdict(model.source)}}
    return {
        "path": lexicon.path,
        "sources": sources,
        "entries": count("entry"),
        "related": count("related"),
        "associations": count("association"),
        **lexicon.layer_sizes(),
        **made,
        "attribution": ATTRIBUTION,
        "licence": files(__package__).joinpath("NOTICE.txt").read_text("utf-8"),
    }
