"""The origin of a lexicon: its sources, counts and licence."""

from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files

from termalign.learned import Model
from termalign.lexicon.store import open_store

ATTRIBUTION = """\
This lexicon is made from JMdict, JMnedict and KANJIDIC2 (or EDICT and ENAMDICT), the property of the
Electronic Dictionary Research and Development Group (EDRDG), used in conformance with its licence, CC BY-SA:
  https://www.edrdg.org/edrdg/licence.html
The files and their documentation:
  https://www.edrdg.org/wiki/index.php/JMdict-EDICT_Dictionary_Project
  https://www.edrdg.org/enamdict/enamdict_doc.html
  https://www.edrdg.org/wiki/index.php/KANJIDIC_Project
They are updated daily; `termalign lexicon build` makes a lexicon from fresher ones.
The packaged lexicon also has translations of the English Wiktionary, by way of WikDict and FreeDict, CC BY-SA 3.0."""

_PARTS = {"words": "word", "names": "name", "kanji": "kanji"}


def metadata(path: str, layer_sizes: Mapping[str, int], model: Model | None) -> dict[str, object]:
    """Return the sources, counts and licence of the lexicon in a file with these layers, as plain types for JSON.

    Returns
    -------
    dict
        ``path``; ``sources`` (part → name, version, date, number of headwords); ``entries`` (distinct dictionary entries),
        ``related`` and ``associations`` (counts); ``glossary`` and ``learned`` (numbers of terms); ``model``, if there is one
        (its size, and its source); ``attribution`` and ``licence`` (the notice that ships with the lexicon).
    """
    meta = open_store(path).metadata()

    def count(table: str) -> int:
        return int(meta.get(f"count.{table}", 0))

    sources = {}
    for part, table in _PARTS.items():
        name, version, date = (*meta.get(f"source.{part}", "").split("\t"), "", "")[:3]
        sources[part] = {"name": name, "version": version, "date": date, "headwords": count(table)}
    made = {} if model is None else {"model": {"headwords": len(model), **asdict(model.source)}}
    return {
        "path": path,
        "sources": sources,
        "entries": count("entry"),
        "related": count("related"),
        "associations": count("association"),
        **layer_sizes,
        **made,
        "attribution": ATTRIBUTION,
        "licence": files(__package__).joinpath("NOTICE.txt").read_text("utf-8"),
    }
