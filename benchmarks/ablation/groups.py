"""Groups of features, by their names: what is switched off together."""

import re

from termalign.kinds.registry import REGISTRY

_AROUND = "(?:(?:capital|hyphen|content) (?:before|after)|(?:begins|ends) with a small word)"
_SORT = "(?:noun|verb|name|place|loan|foreign|latin|number|suffix|prefix)"
_PATTERNS = {
    "headword: length, repetition, capitals": "characters|one kanji|repeated|(own|another.s|off) turn|capital of a .*",
    "place in the text": "off place",
    "the run: what is left of it": "whole run|begins a run|ends a run|left of the run|morphemes|light|prefix",
    "borders that it begins and ends at": "(?:begins|ends) at .*",
    "borders that it crosses": "crosses .*",
    "its last morpheme": "last .*",
    "morphemes before and after": "(?:after|before) .*",
    "rivals for its Japanese": "best rival|beaten by a rival|beats its rivals",
    "rivals for its English": "best of others|(?:a part )?beaten by others|within a word",
    "predicates": "a predicate's|beaten by a predicate",
    "English around": _AROUND,
    "number of words": "words",
    "names that are put together": "(?:generic|listed) name|organisation|person|rank",
    "compound: sorts of parts": rf"composed {_SORT}\+{_SORT}",
    "compound: what is skipped": "composed skip.*|composed (?:head|start) skipped",
    "compound: how sure its parts are": "composed (?:parts|least|mean|of guesses)",
    "compound: order and distance": "composed (?:turned.*|foreign|linkers|marks)",
    "in brackets behind each other": "apposed .*|defined alike",
    "growth": "grown .*",
    "whole names": "named.*",
    "first choice: what it clashes with": "chosen|chosen odds|no foe|(?:beats|beaten by) the chosen",
    "first choice: neighbours": (
        "(?:no neighbour|far from|turned around its neighbour) .*|(?:joined|next|apart).* (?:in order|turned)"
    ),
    "first choice: company": "(?:better |worse )?company",
    "lists: how much of the term is rendered": (
        rf"(?:(?:{_SORT}|quantity) )?covered(?: wholly)?|covered characters|covers less than another"
    ),
    "lists: sort of the term, by kind of link": rf".+ as (?:{_SORT}|quantity)",
    "lists: other mentions": (
        "longer rival|same words|same said|(?:said )?elsewhere|(?:.+ )?part of said.*|part said before|(?:first|last) of said"
    ),
    "lists: other terms": "(?:other|lost other) .*",
    "lists: what the text defines": "short|short .*|said in English.*",
    "given terms: their sort": "given .*",
    "given terms: what explains the words": "left (?!of the run$).*",
    "given terms: titles": "(?:numeral|phrase|single name|subtitle|title) .*",
    "given terms: turns": "(?:own|off|another's) turn",
}

GROUPS = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()} | {
    f"details of {kind.name}": re.compile(rf"{re.escape(kind.name)} .+") for kind in REGISTRY
}
"""Names of groups, and the names of their features."""
