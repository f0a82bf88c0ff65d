"""Words around English numerals: units and labels."""

import re
from functools import cache
from typing import NamedTuple

from termalign.quantities.quantity import Edge
from termalign.quantities.units import PRODUCT, prefixed_units
from termalign.tables import read_table

_UNIT_WORD = re.compile(
    r"[ -]?(U\.S\.|cmH2O|r(?:ev)?/min|min(?:⁻¹|\^?-1\b)|"
    r"[A-Za-zµμ°℃℉ΩΩÅÅåö]+(?:[²³]|\^?[23]|(?P<by>[·⋅・･∙•*‐-](?:[cm]?m|h|s|A|ft|in|lb[fs]?)\b))?\.?)"
)
_MORE_WORDS = re.compile(r"([ -][A-Za-z]+\.?)(?:([ -][A-Za-z]+)([ -][A-Za-z]+)?)?")
_LABEL = re.compile(
    r"(?:^|[^A-Za-z])((?:[A-Z][a-z]+|[Nn]o|pp?|[Vv]ol|ch|art|number|chapter|volume|page|article|section|paragraph"
    r"|item|episode|poem|verse|platform|track|line|type|phase|stage|grade|day|week|month|visit)\.?) ?$|(#)$"
)
_VERBS = frozenset({"place"})  # not labels, although ordinals count them: *Place three servers in the rack*
_FITS = [
    r"[A-Za-z](?!['’-])(?=[/·][a-zµΩ(])",  # any letter before a bar: 5 S/m
    r"[mgLl](?!['’-])",  # 5m, 5 m
    r"(?<![ -])[JNUVWhtvw](?!['’-])",  # directly behind the figures: 5V
    r"(?<=[ -])[AGJKMNTUVWhs](?![\w'’+-])(?! (?!(?:AC|DC)\b)[A-Z])",  # behind a space: 5 V
    r"(?:(?<=[0-9]\.[0-9])|(?<=[0-9]\.[0-9]{2})|(?<=[0-9]\.[0-9]{3}))s(?!['’-])",  # 9.98s
    r"(?<![ -])in",
    r"us(?=\s*(?:$|[.,;:)\]/]))|(?<![ -])us",  # 5 us, but not *these 5 gave us*
    "second(?!-)",  # not *three second-round games*
    r"won(?! (?:the|a|an|in|by|his|her|their|at|over|and)\b)",  # not *they won the cup*
]
"""Letters and words that are units, and where."""
_IS_UNIT = re.compile("|".join(_FITS))
_CHECKED = re.compile("[A-Za-z]|in|us|second|won")


class UnitWord(NamedTuple):
    """One row of ``english_units.tsv``."""

    kind: str
    unit: str


class _UnitTables(NamedTuple):
    """Words for units of amounts, and for numbered things (chapters, floors), singular and plural; symbols in their capitals."""

    amounts: dict[str, UnitWord]
    ranks: dict[str, UnitWord]
    symbols: dict[str, UnitWord]


def preceding(text: str, position: int) -> str:
    """Return the word before a number in lower case, if one space or hyphen separates them; otherwise ''.

    >>> preceding("the Last 5", 9), preceding("x, 5", 3)
    ('last', '')
    """
    if position == 0 or text[position - 1] not in " -":
        return ""
    start = position - 1
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start : position - 1].lower()


@cache
def _unit_tables() -> _UnitTables:
    amounts: dict[str, UnitWord] = {}
    ranks: dict[str, UnitWord] = {}
    symbols: dict[str, UnitWord] = {}
    for word, kind, unit in read_table(__package__, "english_units.tsv", header=True):
        table = ranks if kind == "rank" else amounts
        is_symbol = kind == "symbol" or len(word) == 1  # has is not the plural of ha, nor ms of m
        for form in (word,) if is_symbol else (word, f"{word}s", f"{word[:-1]}ies"):
            table.setdefault(form, UnitWord("measure" if kind == "symbol" else kind, unit))
    for name, one in prefixed_units().items():
        known = UnitWord(one.kind, name)
        symbols |= dict.fromkeys(one.symbols, known)
        for word in set(one.english) - symbols.keys():
            amounts.setdefault(word, known)
            amounts.setdefault(f"{word}s", known)
    return _UnitTables(amounts, ranks, symbols)


def unit_after(text: str, position: int, ranks: bool = False) -> Edge | None:
    """Return the unit that up to four words after a number name, or None.

    With `ranks`, units that ordinals count (*floor*) take precedence.

    >>> unit_after("110 billion cubic meters of gas", 11), unit_after("5 apples", 1)
    (Edge(start=12, end=24, value=UnitWord(kind='measure', unit='cubic metre')), None)
    """
    first = _UNIT_WORD.match(text, position)
    if first is None:
        return None
    tables = _unit_tables()
    order = (tables.ranks, tables.amounts) if ranks else (tables.amounts, tables.ranks)
    start = first.start(1)
    more = _MORE_WORDS.match(text, first.end())
    ends = (more.end(3), more.end(2), more.end(1)) if more else ()
    for end in (*ends, first.end(), first.start("by")):
        said = text[start:end] if end >= 0 else ""
        if end == first.end():
            said = said.translate(PRODUCT) if first["by"] else said
            stop = start + len(sign := said.rstrip("."))
            if (symbol := tables.symbols.get(sign)) is not None and _fits(text, start, stop):
                return Edge(start, stop, symbol)
        words = said.lower()
        for table in order:
            forms = said, words, said.rstrip(".")  # mW, MW
            word = next((form for form in forms if form in table), words.rstrip("."))
            unit, stop = table.get(word), start + len(word)
            if unit is not None and _fits(text, start, stop):
                return Edge(start, stop, unit)
    return None


def _fits(text: str, start: int, end: int) -> bool:
    """Return whether an apparent unit is one."""
    return _CHECKED.fullmatch(text, start, end) is None or _IS_UNIT.match(text, start) is not None


def label_before(text: str, start: int) -> Edge | None:
    """Return the label before a number (Article 9, Chapter 3, No. 5, #5) with its unit, or None.

    >>> label_before("under Article 9", 14), label_before("about 9", 6)
    (Edge(start=6, end=14, value='article'), None)
    """
    if start == 0 or text[start - 1] not in " .#":
        return None
    found = _LABEL.search(text, max(0, start - 14), start)
    if found is None:
        return None
    if found[2]:
        return Edge(found.start(2), start, "number")
    word = found[1].lower()
    if word in _VERBS:
        return None
    ranks = _unit_tables().ranks
    unit = ranks.get(word) or (ranks.get(word.rstrip(".")) if len(word) > 3 else None)
    return None if unit is None else Edge(found.start(1), start, unit.unit)
