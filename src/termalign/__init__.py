"""Align Japanese terms with the English that renders them.

>>> from termalign import align
>>> for link in align(["特殊詐欺"], "Most often it is special fraud (tokushu sagi)."):
...     print(link.ja.text, "↔", link.en.text, link.kind)
特殊詐欺 ↔ special fraud gloss
特殊詐欺 ↔ tokushu sagi romaji
"""

import importlib
from typing import TYPE_CHECKING

from termalign._version import __version__

if TYPE_CHECKING:
    from termalign.abbreviations import find_abbreviations
    from termalign.aligner import Aligner
    from termalign.alignment import Alignment
    from termalign.annotation import annotate
    from termalign.checking import Finding, check
    from termalign.extraction import Termbase, extract
    from termalign.formats import read_pairs, write_pairs
    from termalign.functions import align, align_mixed, align_words
    from termalign.japanese.romanize import romanizations
    from termalign.japanese.tagger import tokenize
    from termalign.lexicon import Lexicon
    from termalign.lists import TermList
    from termalign.model import Abbreviation, Evidence, Link, Part, Span
    from termalign.projection import Projection, project
    from termalign.quantities import parse_quantities
    from termalign.termbase import Glossary, select
    from termalign.termbase.romanized import romanize

__all__ = [
    "Abbreviation",
    "Aligner",
    "Alignment",
    "Evidence",
    "Finding",
    "Glossary",
    "Lexicon",
    "Link",
    "Part",
    "Projection",
    "Span",
    "TermList",
    "Termbase",
    "__version__",
    "align",
    "align_mixed",
    "align_words",
    "annotate",
    "check",
    "extract",
    "find_abbreviations",
    "parse_quantities",
    "project",
    "read_pairs",
    "romanizations",
    "romanize",
    "select",
    "tokenize",
    "write_pairs",
]

# Names are fetched when first used, so that `import termalign` opens no dictionary and loads no tagger.
_HOMES = {
    "Abbreviation": "model",
    "Aligner": "aligner",
    "Alignment": "alignment",
    "Evidence": "model",
    "Finding": "checking",
    "Glossary": "termbase",
    "Lexicon": "lexicon",
    "Link": "model",
    "Part": "model",
    "Projection": "projection",
    "Span": "model",
    "TermList": "lists",
    "Termbase": "extraction",
    "align": "functions",
    "align_mixed": "functions",
    "align_words": "functions",
    "annotate": "annotation",
    "check": "checking",
    "extract": "extraction",
    "find_abbreviations": "abbreviations",
    "parse_quantities": "quantities",
    "project": "projection",
    "read_pairs": "formats",
    "romanizations": "japanese.romanize",
    "romanize": "termbase.romanized",
    "select": "termbase",
    "tokenize": "japanese.tagger",
    "write_pairs": "formats",
}


if not TYPE_CHECKING:  # which would take a module that answers to any name at its word

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module 'termalign' has no attribute {name!r}")
        value = getattr(importlib.import_module(f"termalign.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)
