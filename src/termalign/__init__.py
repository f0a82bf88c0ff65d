"""Align Japanese terms with the English that renders them.

>>> from termalign import align
>>> for link in align(["特殊詐欺"], "Most often it is special fraud (tokushu sagi)."):
...     print(link.ja.text, "↔", link.en.text, link.kind)
特殊詐欺 ↔ special fraud gloss
特殊詐欺 ↔ tokushu sagi romaji
"""

import importlib
from typing import TYPE_CHECKING, Any

from termalign._version import __version__

if TYPE_CHECKING:
    from termalign.abbreviations import find_abbreviations
    from termalign.aligner import Aligner
    from termalign.alignment import Alignment
    from termalign.formats import Glossary, read_pairs, write_pairs
    from termalign.functions import align, align_mixed, align_words
    from termalign.japanese.romanize import romanizations, romanize
    from termalign.japanese.tagger import tokenize
    from termalign.lexicon import Lexicon
    from termalign.model import Abbreviation, Evidence, Link, Part, Span
    from termalign.quantities import parse_quantities
    from termalign.termlist import TermList

__all__ = [
    "Abbreviation",
    "Aligner",
    "Alignment",
    "Evidence",
    "Glossary",
    "Lexicon",
    "Link",
    "Part",
    "Span",
    "TermList",
    "__version__",
    "align",
    "align_mixed",
    "align_words",
    "find_abbreviations",
    "parse_quantities",
    "read_pairs",
    "romanizations",
    "romanize",
    "tokenize",
    "write_pairs",
]

# Names are fetched when first used, so that `import termalign` opens no dictionary and loads no tagger.
_HOMES = {
    "Abbreviation": "model",
    "Aligner": "aligner",
    "Alignment": "alignment",
    "Evidence": "model",
    "Glossary": "formats",
    "Lexicon": "lexicon",
    "Link": "model",
    "Part": "model",
    "Span": "model",
    "TermList": "termlist",
    "align": "functions",
    "align_mixed": "functions",
    "align_words": "functions",
    "find_abbreviations": "abbreviations",
    "parse_quantities": "quantities",
    "read_pairs": "formats",
    "romanizations": "japanese.romanize",
    "romanize": "japanese.romanize",
    "tokenize": "japanese.tagger",
    "write_pairs": "formats",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'termalign' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"termalign.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
