"""Renderings that a term has only as a part of compounds: 室 Office, 流動 fluid."""

import importlib.resources
from functools import cache

from termalign.english import lexeme
from termalign.evidence.term import Term, once_a_term

_AFFIX_GLOSS = 0.9
_ADJECTIVE = 0.85


@once_a_term
def within_compounds(term: Term) -> tuple[tuple[str, str, float], ...]:
    """One-word renderings the term has as a part of compounds: (key, word, strength).

    Those of an affix (室 Office), and those of the adjective made of a noun (流動 by way of 流動的 fluid).
    """
    found = [(lexeme(word).stem, word, _AFFIX_GLOSS) for word in affixes().get(term.surface, ())]
    if len(term.morphemes) == 1 and len(term.surface) > 1 and term.has_kanji and not term.proper:
        for entry in term.lexicon.words(term.surface + "的"):
            found += [(g.keys[0], g.text, _ADJECTIVE) for g in entry.glosses if len(g.keys) == 1]
    return tuple(found) if found else ()


@cache
def affixes() -> dict[str, tuple[str, ...]]:
    """The table of affixes: affix → English words."""
    table = importlib.resources.files("termalign.evidence").joinpath("affixes.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    found: dict[str, tuple[str, ...]] = {}
    for affix, words in rows:
        found[affix] = (*found.get(affix, ()), *words.split())
    return found
