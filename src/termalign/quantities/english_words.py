"""Words around English numerals (units, labels, *about*), and numerals that count nothing: *at first*, *the one who*."""

import re
from functools import cache
from typing import NamedTuple

from termalign.quantities.english_numerals import PLURALS, SMALL, Numeral
from termalign.quantities.quantity import Offsets
from termalign.quantities.units import read_table

_APPROX_BEFORE = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|circa|ca\.|c\."
    r"|an estimated|estimated|close to|more or less|in the region of|on the order of|somewhere around"
    r"|an average of)(?: the| a| an)? |~ ?|≈ ?)$",
    re.IGNORECASE,
)
_APPROX_AFTER = re.compile(r"(?: or so\b| or thereabouts\b|-odd\b|-ish\b|-some\b| or more or less\b|\+)", re.IGNORECASE)
_APPROX_LAST = frozenset(
    "about around roughly approximately approx some nearly almost circa estimated to less of the a an".split()
)
_APPROX_ENDS = frozenset([*(sign for word in _APPROX_LAST for sign in (word[-1], word[-1].upper())), ".", "~", "≈"])
"""How what stands before the space can end."""
_UNIT_WORD = re.compile(r"[ -]?(U\.S\.|[A-Za-zµμ°℃℉]+[²³23]?(?:/(?:[hs]|min|kg|d?[lL])|[·⋅]m)?\.?)")
_TWO_MORE_WORDS = re.compile(r"([ -][A-Za-z]+\.?)([ -][A-Za-z]+)?")
_LABEL = re.compile(
    r"(?:^|[^A-Za-z])((?:[A-Z][a-z]+|[Nn]o|pp?|[Vv]ol|ch|art|number|chapter|volume|page|article|section|paragraph"
    r"|item|episode|poem|verse|platform|track)\.?) ?$|(#)$"
)
_LETTER_UNITS = frozenset("mgltvw")
_WON = re.compile(r" (?:the|a|an|in|by|his|her|their|at|over|and)\b")
_PRONOUN_BEFORE = frozenset(
    "no any every each this that the which another other last next right wrong new old big good a an".split()
)
_AFTER_ONE = re.compile(
    r"(?:-(?!(?:off|sided|liner?|upmanship|piece|stop|size|another|on-one)\b)| )"
    r"(?!(?:another|who|that|which|is|was|has|had|should|would|could|can|must|may|might|will|does|did|said"
    r"|says|but|by|as|if|when|than|off|way|thing|knows?|thinks?|and|(?:or|to)"
    r"(?! (?:two|three|[0-9])))\b)[A-Za-z0-9]"
)
"""What may follow the number *one*: of its own, a one-week break, one or two."""
_ORDINAL_IDIOMS = re.compile(
    r" (?:of all|name|lady|aid|hand|class|thought|nature|language)\b|[- ]hand\b|-rate\b",
    re.IGNORECASE,
)
_NEXT_FEW = frozenset(["the", "next", "last", "past", "first", "these", "those", "every"])
_SCORES_AFTER = frozenset(
    ["", "and", "in", "with", "by", "for", "many", "were", "are", "have", "to", "from", "of", "killed"]
)
_COUPLE_OF = (" of", " hundred", " thousand", " years", " days", " weeks", " months", " hours")
_MULTIPLIERS = frozenset(["hundred", "thousand", "million", "billion", "trillion", "dozen"])


class UnitWord(NamedTuple):
    """One row of ``english_units.tsv``."""

    kind: str
    unit: str


class _UnitTables(NamedTuple):
    """Words for units of amounts, and for what is numbered (chapters, floors), singular and plural."""

    amounts: dict[str, UnitWord]
    ranks: dict[str, UnitWord]
    first_words: frozenset[str]


def preceding(text: str, position: int) -> str:
    """The word before a number, lower case, with one space or hyphen between; '' where there is none.

    >>> preceding("the Last 5", 9), preceding("x, 5", 3)
    ('last', '')
    """
    if position == 0 or text[position - 1] not in " -":
        return ""
    end = position - 1
    word = text[end - 15 if end > 15 else 0 : end].rpartition(" ")[2]
    if not word.isalpha():
        start = end
        while start and text[start - 1].isalpha():
            start -= 1
        word = text[start:end]
    return word.lower()


@cache
def _unit_tables() -> _UnitTables:
    amounts: dict[str, UnitWord] = {}
    ranks: dict[str, UnitWord] = {}
    for word, kind, unit in read_table("english_units.tsv"):
        table = ranks if kind == "rank" else amounts
        for form in (word, f"{word}s", f"{word[:-1]}ies" if word.endswith("y") else word):
            table.setdefault(form, UnitWord(kind, unit))
    first_words = (re.split("[ -]", word)[0] for word in (*amounts, *ranks))
    return _UnitTables(amounts, ranks, frozenset(first_words))


def unit_after(text: str, position: int, ranks: bool = False) -> tuple[Offsets, UnitWord] | None:
    """The unit after a number, up to three words long, with its span.

    Parameters
    ----------
    text : str
        English text.
    position : int
        Where the number ends.
    ranks : bool
        Look first for what ordinals count (*floor*, *chapter*).

    Examples
    --------
    >>> unit_after("110 billion cubic meters of gas", 11), unit_after("5 apples", 1)
    (((12, 24), UnitWord(kind='measure', unit='cubic metre')), None)
    """
    first = _UNIT_WORD.match(text, position)
    if first is None:
        return None
    tables = _unit_tables()
    if first[1].lower() not in tables.first_words and first[1][:-1].lower() not in tables.first_words:
        return None
    order = (tables.ranks, tables.amounts) if ranks else (tables.amounts, tables.ranks)
    start = first.start(1)
    gap = first.start() < start
    more = _TWO_MORE_WORDS.match(text, first.end())
    for end in (more.end(2), more.end(1), first.end()) if more else (first.end(),):
        if end < 0:
            continue
        words = text[start:end].lower()
        bare = words.rstrip(".")
        for table in order:
            unit = table.get(words)
            if unit is None and bare != words:
                unit, end = table.get(bare), end - (len(words) - len(bare)) * (bare in table)
            if unit is not None and _fits(text, start, end, gap):
                return (start, end), unit
    return None


def _fits(text: str, start: int, end: int, gap: bool) -> bool:
    """5m and 5 kg, but not the I of Part I or the M of 5 M's; won is a currency, but they won the cup."""
    unit = text[start:end]
    if len(unit) == 1 and unit.lower() in _LETTER_UNITS:
        written = unit.islower() or unit in "VWL"
        return written and text[end : end + 1] not in ("'", "’", "-") and (not gap or unit in "mgLl")
    if unit == "second" and text[end : end + 1] == "-":  # three second-round games
        return False
    return unit != "won" or _WON.match(text, end) is None


def label_before(text: str, start: int) -> tuple[int, str] | None:
    """The label of a numbered thing before its number: Article 9, Chapter 3, No. 5, #5.

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


def approximate(text: str, start: int, end: int) -> Offsets | None:
    """The words of approximation around a quantity.

    >>> approximate("about 70", 6, 8), approximate("70 or so", 0, 2), approximate("just 70", 5, 7)
    ((0, 5), (3, 8), None)
    """
    if start and text[start - 1] in " ~≈" and (before := _approximate_before(text, start)):
        return before
    if text[end : end + 1] not in ("-", " ", "+"):
        return None
    found = _APPROX_AFTER.match(text, end)
    return (found.start() + (found[0][0] == " "), found.end()) if found else None


def _approximate_before(text: str, start: int) -> Offsets | None:
    if text[start - 1] == " ":
        last = text[start - 2 : start - 1]
        if last not in _APPROX_ENDS or (last not in ".~≈" and preceding(text, start) not in _APPROX_LAST):
            return None
    found = _APPROX_BEFORE.search(text, max(0, start - 20), start)
    return (found.start(), found.end() - (text[found.end() - 1] == " ")) if found else None


def counts(text: str, numeral: Numeral, article: bool) -> bool:
    """Whether number words are a number where they stand; `article`: *a* stands before them.

    >>> from termalign.quantities.english_numerals import read_words
    >>> [counts(text, read_words(text, 0), False) for text in ("one week", "one who", "first of all", "few people")]
    [True, False, False, False]
    """
    start, end = numeral.start, numeral.end
    words = text[start:end].lower()
    if words == "one":
        return _is_one(text, start, end)
    if words in ("few", "handful", "couple"):
        few = article or preceding(text, start) in _NEXT_FEW
        return few and (words != "couple" or text.startswith(_COUPLE_OF, end))
    if words == "zero":
        return text[end : end + 1] != "-"
    if words in _MULTIPLIERS:
        return not (start and text[start - 1] == "-")
    if numeral.ordinal:
        return _ORDINAL_IDIOMS.match(text, end) is None and preceding(text, start) != "at"
    if words in ("tens", "scores") and not (text.startswith(" of ", end) and preceding(text, start) in _SCORES_AFTER):
        return False
    return words not in PLURALS or preceding(text, start) not in SMALL  # two hundreds


def _is_one(text: str, start: int, end: int) -> bool:
    """*One* the number, not the pronoun."""
    if text[end : end + 1] in ("'", "’") or (start and text[start - 1] == "-"):
        return False
    before = preceding(text, start)
    if before == "number":
        return True
    of = text.startswith((" of ", " hundred", " thousand", " million"), end)
    if text[end : end + 1] != "-" and not of and before in _PRONOUN_BEFORE:
        return False
    if text[start].isupper() and label_before(text, start) is not None:
        return True  # World War One
    return _AFTER_ONE.match(text, end) is not None
