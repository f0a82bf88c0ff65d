"""Bounds: 以上 *or more*, *at least*; 上旬 *early*; ぶり *first in*.

A bound is an expression near a quantity that says which side or part of it is meant. ``bounds.tsv`` has the Japanese words
after and before a quantity, and regular expressions for the English before, after, and farther from it: *their first title in*
five years is 5年ぶり. It also has the opposite bounds; for a limit, the limit across, which is on the same side and differs
only in whether it includes the limit itself; and the limit of the rest: *18 or older* for 18歳未満. English often blurs the
difference between *at least* and *more than*: 以上 is translated as either.
"""

import re
from functools import cache
from typing import NamedTuple

from termalign.quantities.quantity import OF_TIME, Offsets, Quantity
from termalign.tables import read_table

_NOT = re.compile(
    r"\b(?:not?(?!\.| only)|never|unless|except|cannot|neither|nor|none|nobody)\b|n['’]t\b"
    r"|\b(?:prohibit|forbid|refus|exclud|inelig)",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    "(?<!少)な(?:い|く|け|かっ)|ません|ざる|(?<![必問])(?<!わら)ず(?=[、にと])|ぬ|禁(?![錮固刑])|不可|対象外|お断り|除[くき]"
)
_SIGNS = "≤≥≦≧<>"
_COUNTED = r"(?: years)?(?: of age)?(?: (?!(?:and|at|by|for|from|in|of|or|than|to|with)\b)[a-z]+){0,2}"
"""Between a number and the bound behind it: 10 *items* or more."""
_OF_RANGES = frozenset({"from", "within", "まで"})
"""Words that belong to a range: *from 0 to 100*, 0から100まで."""
_SENTENCE = re.compile("[!?\n]|[.;](?= |$)")
_CLAUSE = re.compile("[^。、]*(?:(?<=[はもば合])、[^。、]*)?")
"""The rest of a Japanese clause, also behind its topic or condition."""
_UNIT = r"[A-Za-zµμΩ%°℃][A-Za-zµμΩ0-9²³⁻¹^]{0,5}"
_SHARED = rf"/(?:[0-9.]{{1,5}} ?)?{_UNIT}"
_TAIL = rf"(?: ?(?:[×·・⋅] ?{_UNIT}|{_SHARED}|[A-Za-z]{{1,4}}[²³23]?(?=[/·・⋅]))(?:[·・⋅]{_UNIT}|{_SHARED}){{0,2}})?"
"""What may stand between a number and its bound, if the unit is not read to its end: 5,000*/µL*未満, 3*×ULN*を超える."""
_LAW = re.compile(r"(?:articles?|paragraphs?|sections?|chapters?|clauses?|items?)\s", re.IGNORECASE)


class Bound(NamedTuple):
    """A bound of a quantity, with the span of the quantity and the words of the bound.

    `names` has several bounds if the words are ambiguous (以上: least, above).
    """

    names: tuple[str, ...]
    start: int
    end: int

    @property
    def name(self) -> str:
        """The first of `names`."""
        return self.names[0]

    @property
    def row(self) -> "Row":
        """What the table says about the first of `names`."""
        return _table()[self.name]

    @property
    def is_inclusive(self) -> bool:
        """Whether the limit itself is meant as well: 以上, but not 未満."""
        return self.name in ("least", "most")


class Row(NamedTuple):
    """One row of the table.

    A limit has a noun phrase (*a minimum*) and plain English to put before a quantity (*at least*). A row has the Japanese words
    behind and ahead of a quantity; patterns of the English before it, after it and apart from it, '' for none; the opposite
    bounds, the limit across and the limit of the rest.
    """

    what: str
    plain: str
    behind: tuple[str, ...]
    ahead: tuple[str, ...]
    before: str
    after: str
    apart: str
    opposite: tuple[str, ...]
    across: str
    rest: str


@cache
def _table() -> dict[str, Row]:
    rows = {}
    for name, what, plain, behind, ahead, before, after, *others in read_table(__package__, "bounds.tsv", header=True):
        apart, opposite, across, rest = others
        japanese = tuple(behind.split()), tuple(ahead.split())
        rows[name] = Row(what, plain, *japanese, before, after, apart, tuple(opposite.split()), across, rest)
    return rows


@cache
def _limits() -> tuple[str, ...]:
    """Return the bounds that limit a quantity: those with a noun phrase."""
    return tuple([name for name, row in _table().items() if row.what])


@cache
def _patterns(bound: str) -> tuple[re.Pattern[str] | None, ...]:
    """Return the patterns of the English before a quantity, after it and apart from it, None for none.

    They are compiled when they are first needed, because compiling those of all bounds takes a tenth of a second.
    """
    row = _table()[bound]
    before = rf"(?:\b|(?=[{_SIGNS}]))(?:{row.before})(?:[ -](?:the |an? )?|(?<=[{_SIGNS}=.]))$" if row.before else ""
    after = rf"{_TAIL}{_COUNTED},? (?:{row.after})\b(?! than or\b| (?:to )?[0-9])" if row.after else ""
    return tuple([_spaced(written) if written else None for written in (before, after, row.apart)])


def _spaced(written: str) -> re.Pattern[str]:
    """Return a case-insensitive regular expression in which a space stands for any white space."""
    any_space = written.replace("[ -]", r"(?: |-)").replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(any_space, re.IGNORECASE)


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for the Japanese after and before a quantity; a kanji behind a space needs a の (10 kg 超の, 第 2 引数)."""
    longest = sorted({word for row in _table().values() for word in row.behind}, key=len, reverse=True)
    ahead = "|".join(word for row in _table().values() for word in row.ahead)
    words, alone = "|".join(longest), "".join(word for word in longest if len(word) == 1)
    behind = rf"(?:{_TAIL}| ?[A-Za-z]{{1,4}}[²³23]?)[ 　]?({words})(?!(?<=[ 　][{alone}])(?!の)|(?<=[^円ルロ][高安弱])[㐀-鿿])"
    return re.compile(behind), re.compile(f"({ahead})[ 　]?$")


def bound_after(text: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """Return the bound that the Japanese directly after a quantity, at `at`, expresses, and the end of that expression.

    >>> bound_after("100人以上", 4), bound_after("100人", 4)
    ((('least', 'above'), 6), None)
    """
    found = _words()[0].match(text, at)
    return found and (tuple([name for name, row in _table().items() if found[1] in row.behind]), found.end())


def bound_before(text: str, at: int) -> tuple[str, int] | None:
    """Return the bound that the Japanese directly before a quantity, at `at`, expresses, and the start of that expression.

    >>> bound_before("最長35年", 2), bound_before("35年", 0)
    (('most', 0), None)
    """
    found = _words()[1].search(text, max(0, at - 5), at)
    return found and (next(name for name, row in _table().items() if found[1] in row.ahead), found.start())


def _widest(text: str, start: int, end: int, bounds: tuple[str, ...]) -> Bound | None:
    """Return, of `bounds`, the one with the longest expression around the English quantity ``start:end``."""
    found: list[Bound] = []
    for bound in bounds:
        ahead, behind, apart = _patterns(bound)
        lawful = _LAW.match(text, start)  # under Article 5
        before = ahead.search(text, max(0, start - 32), start) if ahead and not lawful else None
        after = behind.match(text, end) if behind else None
        if before is not None or after is not None:
            found.append(Bound((bound,), before.start() if before else start, after.end() if after else end))
        elif apart is not None and apart.search(text, max(0, start - 64), start):
            found.append(Bound((bound,), start, end))
    return max(found, key=_width) if found else None


def _width(bound: Bound | None) -> int:
    return -1 if bound is None else bound.end - bound.start


def bounded(text: str, start: int, end: int, bounds: tuple[str, ...]) -> Offsets | None:
    """Return the span of the English quantity ``start:end`` with the words for one of these bounds.

    Return None if there are no such words, or if they are part of a longer expression of the opposite bound.

    >>> text = "more than 100 people aged 70 or older"
    >>> [text[slice(*bounded(text, start, end, ("least", "above")))] for start, end in ((10, 20), (26, 28))]
    ['more than 100 people', '70 or older']
    >>> bounded("not less than 100", 14, 17, ("below",))
    """
    found = _widest(text, start, end, bounds)
    other = _widest(text, start, end, _table()[bounds[0]].opposite) if found is not None else None
    return None if found is None or _width(other) > _width(found) else (found.start, found.end)


def bound_of_japanese(text: str, start: int, end: int) -> Bound | None:
    """Return the bound that the words around the Japanese quantity ``start:end`` express, if they agree.

    >>> bound_of_japanese("最長35年", 2, 5), bound_of_japanese("少なくとも5年まで", 5, 7)
    (Bound(names=('most',), start=0, end=5), None)
    """
    after, before = bound_after(text, end), bound_before(text, start)
    if after is not None and before is not None and after[0][0] in _table()[before[0]].opposite:
        return None
    if after is not None and (before is None or after[0][0] in _limits()):  # 少なくとも三日前
        return Bound(after[0], start, after[1])
    return Bound((before[0],), before[1], end) if before is not None else None


def bound_of_english(text: str, start: int, end: int) -> Bound | None:
    """Return the bound that the words around the English quantity ``start:end`` express.

    >>> bound_of_english("up to 50", 6, 8)
    Bound(names=('most',), start=0, end=8)
    """
    return _widest(text, start, end, _limits())


def turned(japanese: str, own: Offsets, english: str, start: int, end: int) -> Bound | None:
    """Return the bound of the English quantity ``start:end`` if it is the opposite of the bound of the Japanese quantity `own`.

    Return None if it is not, or if a negation in one of the two texts makes up for it: *must be 20 or older* for 20歳未満 …
    できません, *after March 31* for 3月31日までは … できません.

    >>> text = "under 20; not under 20; 20 or older; not more than 20"
    >>> found = [turned("20歳以上", (0, 3), text, at, at + 2) for at in (6, 20, 24, 51)]
    >>> [bound and text[bound.start : bound.end] for bound in found]
    ['under 20', None, None, 'not more than 20']
    """
    said = bound_of_japanese(japanese, *own)
    opposite = said.row.opposite if said is not None else ()
    found = _widest(english, start, end, opposite)
    if said is None or found is None:
        return None
    rivals = tuple(name for name in _limits() if name not in opposite and (name in said.names or name != "from"))
    if _width(_widest(english, start, end, rivals)) >= _width(found):
        return None  # *no more than* is not *more than*; *from* is a rival only if the Japanese has it
    denied = found.name in ("passed", said.row.rest) or _NOT.search(english, found.start, start)
    return None if denied and one_is_denied(japanese, said, english, found) else found


def one_is_denied(japanese: str, said: Bound, english: str, found: Bound) -> bool:
    """Return whether exactly one of the two texts denies what it bounds, outside the words of bounds (*not more than*)."""
    # Negations cancel each other: なければならない. Japanese has them behind a bound, English on either side.
    clause = _CLAUSE.match(japanese, said.end, said.end + 40)
    assert clause is not None
    before = _SENTENCE.split(english[max(0, found.start - 100) : found.start])[-1]
    after = _SENTENCE.split(english[found.end : found.end + 40], maxsplit=1)[0]
    denials = len(_NEGATED.findall(_words()[0].sub("", clause[0])))
    denials += sum(len(_NOT.findall(_english_limits().sub("", " ".join(text.split())))) for text in (before, after))
    return denials % 2 == 1


@cache
def _english_limits() -> re.Pattern[str]:
    """Return a pattern for the English words before a quantity that express a limit."""
    rows = _table().values()
    return re.compile(r"\b(?:" + "|".join(row.before for row in rows if row.what and row.before) + r")(?!\w)", re.I)


def bound_around(text: str, quantity: Quantity, language: str) -> str:
    """Return the name of the first bound that the words around a quantity express; '' for none.

    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> [bound_around(text, *japanese_quantities(text), "ja") for text in ("18歳未満", "3人まで", "3月まで")]
    ['below', 'most', 'until']
    >>> bound_around("up to 50", *english_quantities("up to 50"), "en")
    'most'
    """
    found = (bound_of_japanese if language == "ja" else bound_of_english)(text, quantity.start, quantity.end)
    if found is None:
        return ""
    words = text[found.start : quantity.start] + text[quantity.end : found.end]
    if quantity.kind == "range" and words.strip().lower() in _OF_RANGES:
        return ""
    return "until" if "until" in found.names and quantity.kind in OF_TIME else found.name


def bound_words(text: str, start: int, end: int) -> Offsets:
    """Return the span of the English quantity ``start:end`` with all words around it that limit it.

    >>> text = "not less than three years, at least 60 days"
    >>> [text[slice(*bound_words(text, *span))] for span in ((14, 25), (36, 43))]
    ['not less than three years', 'at least 60 days']
    """
    found = [bound for name in _limits() if (bound := _widest(text, start, end, (name,)))]
    return min((bound.start for bound in found), default=start), max((bound.end for bound in found), default=end)
