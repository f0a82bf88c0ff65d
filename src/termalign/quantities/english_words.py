"""Words around English numerals: units and labels."""

import re
from functools import cache
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.tables import read_table

_UNIT_WORD = re.compile(r"[ -]?(U\.S\.|cmH2O|[A-Za-zµμ°℃℉ΩΩ]+[²³23]?(?:[·⋅]m)?\.?)")
_MORE_WORDS = re.compile(r"([ -][A-Za-z]+\.?)(?:([ -][A-Za-z]+)([ -][A-Za-z]+)?)?")
_LABEL = re.compile(
    r"(?:^|[^A-Za-z])((?:[A-Z][a-z]+|[Nn]o|pp?|[Vv]ol|ch|art|number|chapter|volume|page|article|section|paragraph"
    r"|item|episode|poem|verse|platform|track|line)\.?) ?$|(#)$"
)
_LETTER_UNITS = frozenset("mgltvw")
_AMPERE = re.compile(r"[,.;:)]|$| (?:to|or|and|at|max|of)\b")
_WON = re.compile(r" (?:the|a|an|in|by|his|her|their|at|over|and)\b")


class UnitWord(NamedTuple):
    """One row of ``english_units.tsv``."""

    kind: str
    unit: str


class _UnitTables(NamedTuple):
    """Words for units of amounts, and for numbered things (chapters, floors), singular and plural."""

    amounts: dict[str, UnitWord]
    ranks: dict[str, UnitWord]


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
    for word, kind, unit in read_table(__package__, "english_units.tsv", header=True):
        table = ranks if kind == "rank" else amounts
        plurals = (f"{word}s", f"{word[:-1]}ies") if len(word) > 1 else ()  # ms is not the plural of m, nor vs of V
        for form in (word, *plurals):
            table.setdefault(form, UnitWord(kind, unit))
    return _UnitTables(amounts, ranks)


def unit_after(text: str, position: int, ranks: bool = False) -> tuple[Offsets, UnitWord] | None:
    """Return the span and unit of the up to four words after a number that name a unit, or None.

    With `ranks`, units that ordinals count (*floor*) take precedence.

    >>> unit_after("110 billion cubic meters of gas", 11), unit_after("5 apples", 1)
    (((12, 24), UnitWord(kind='measure', unit='cubic metre')), None)
    """
    first = _UNIT_WORD.match(text, position)
    if first is None:
        return None
    tables = _unit_tables()
    order = (tables.ranks, tables.amounts) if ranks else (tables.amounts, tables.ranks)
    start = first.start(1)
    gap = first.start() < start
    more = _MORE_WORDS.match(text, first.end())
    for end in (more.end(3), more.end(2), more.end(1), first.end()) if more else (first.end(),):
        said = text[start:end] if end >= 0 else ""
        words = said.lower()
        for table in order:
            word = next(
                (form for form in (said, words, said.rstrip(".")) if form in table), words.rstrip(".")
            )  # mW, MW
            unit, stop = table.get(word), start + len(word)
            if unit is not None and _fits(text, start, stop, gap):
                return (start, stop), unit
    return None


def _fits(text: str, start: int, end: int, gap: bool) -> bool:
    """Return whether an apparent unit is one.

    True for 5m and 5 kg, but not for the M of 5 M's; *won* is a currency, but not in *they won the cup*.
    """
    unit = text[start:end]
    if len(unit) == 1 and unit.lower() in _LETTER_UNITS:
        written = unit.islower() or unit in "VWL"
        return written and text[end : end + 1] not in ("'", "’", "-") and (not gap or unit in "mgLl")
    if unit == "A":
        return gap and _AMPERE.match(text, end) is not None
    if unit == "second" and text[end : end + 1] == "-":  # three second-round games
        return False
    return unit != "won" or _WON.match(text, end) is None


def label_before(text: str, start: int) -> tuple[int, str] | None:
    """Return the start and unit of the label before a number (Article 9, Chapter 3, No. 5, #5), or None.

    >>> label_before("under Article 9", 14), label_before("about 9", 6)
    ((6, 'article'), None)
    """
    if start == 0 or text[start - 1] not in " .#":
        return None
    found = _LABEL.search(text, max(0, start - 14), start)
    if found is None:
        return None
    if found[2]:
        return found.start(2), "number"
    word = found[1].lower()
    ranks = _unit_tables().ranks
    unit = ranks.get(word) or (ranks.get(word.rstrip(".")) if len(word) > 3 else None)
    return (found.start(1), unit.unit) if unit is not None else None
