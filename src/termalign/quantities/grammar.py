"""A small engine for grammars of quantities.

A grammar is a table of rules (``japanese_rules.tsv``, ``english_rules.tsv``): what a rule makes, the pattern it makes it
of, the function that works out the value, and examples that are its tests. A pattern is a regular expression in which
``{name}`` stands for what other rules or a lexer have read there, ``{name}?`` for what may be missing.

The chart of a text holds the readings found at each place where one was asked for. They grow from the left: what a lexer
or a rule has read at a place is the first piece of longer readings. Before any rule is tried, one regular expression
says which of them can go on at all. The longest reading is preferred, then the one whose rule stands first. A reading
as nothing (a telephone number) rules out what stands behind it in the table.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import compress
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias

from termalign.quantities.quantity import Quantity, Value, with_unit
from termalign.quantities.units import read_table

_GROUP = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?P=\w+\)|\(\?P<\w+>|\((?!\?)")
_NEED = re.compile(r"\{([a-z_]+)\}(\??)")


class Edge(NamedTuple):
    """What was read of a stretch of text: a match of a regular expression, a numeral, a unit, a quantity …"""

    start: int
    end: int
    value: Any


class Need(NamedTuple):
    """A place in a pattern for what others have read."""

    makes: str
    optional: bool


Edges: TypeAlias = tuple[Edge, ...]
Item: TypeAlias = re.Pattern[str] | Need
Production: TypeAlias = Callable[["Chart", Any], object]
Lexer: TypeAlias = Callable[["Chart", int], tuple[int, object] | None]


class Rule(NamedTuple):
    """One row of a table of rules.

    Attributes
    ----------
    name : str
        What the rule reads, in words.
    makes : str
        The name under which patterns refer to it; what is called ``quantity`` is read from a text.
    pattern : str
        What it is made of, as the table has it.
    items : tuple
        The pattern, cut at the places that others fill.
    produce : callable
        The function named in the table, or what makes a quantity as it is written there (``=measure:magnitude``). Takes
        the chart and what filled each item; gives the value, or None where the reading does not hold.
    examples : tuple of str
        ``text = value`` each, the quantity in brackets where it is not the whole text; no value: nothing is read there.
    rank : int
        The place in the table.
    """

    name: str
    makes: str
    pattern: str
    items: tuple[Item, ...]
    produce: Production
    examples: tuple[str, ...]
    rank: int

    @property
    def first(self) -> str | None:
        """The name of the first item; None for a regular expression."""
        return self.items[0].makes if isinstance(self.items[0], Need) else None

    @property
    def is_alias(self) -> bool:
        """Whether the rule only says that one thing is another: an amount is a quantity."""
        return self.produce is itself


def itself(chart: "Chart", edges: Edges) -> object:
    """What was read already: the rule says only that one thing is another, an amount a quantity."""
    return edges[0].value


_LITERALS: dict[str, Value] = {str(n): n for n in range(100)} | {
    "1/2": Fraction(1, 2), "12.00": (12, 0), "0.00": (0, 0), "13-19": (13, 19),
}  # fmt: skip


def _written(cell: str) -> Production:
    """What makes a quantity of the kind, value and unit written in a table.

    ``number=2:times`` has a value of its own, ``measure:magnitude`` that of its numeral.
    """
    said, _, unit = cell.partition(":")
    kind, _, literal = said.partition("=")
    parted = unit != "" or kind == "percent"

    def produce(chart: Chart, edges: Edges) -> Quantity:
        start, end = edges[0].start, edges[-1].end
        numeral = next((edge.value for edge in edges if hasattr(edge.value, "low")), None)
        if numeral is None:
            return Quantity(start, end, kind, _LITERALS[literal], unit, "-" in literal, (start, end))
        head, start = (numeral.start, numeral.end), min(start, numeral.start)
        value = (numeral.low, numeral.high) if numeral.vague else numeral.low
        if not parted:
            return Quantity(start, end, kind, value, unit, numeral.vague, head)
        gap = chart.text.startswith((" ", "-"), head[1])
        beside = (start, head[0]) if start < head[0] else (head[1] + gap, end)
        return with_unit((start, end), head, beside, kind, value, unit, numeral.vague)

    return produce


class _Guard:
    """Rules that have come as far as their item `k`, and which of them can go on at a place."""

    __slots__ = ("_always", "_pattern", "_rules")

    def __init__(self, rules: Sequence[Rule], k: int, openings: Mapping[str, str]) -> None:
        begins = {rule: _begins(rule.items[k:], openings) for rule in rules}
        self._rules = [r for r, p in begins.items() if not p.startswith("(?<") and re.compile(p).match("") is None]
        self._always = [rule for rule in rules if rule not in self._rules]
        # A group that matched something for each rule that can go on: what it looks ahead to counts.
        groups = (f"(?:(?=({_uncaptured(begins[rule])}(?s:.?)))|)" for rule in self._rules)
        self._pattern = re.compile("".join(groups))

    def able(self, text: str, position: int) -> list[Rule]:
        """The rules whose next item begins at the position."""
        found = self._pattern.match(text, position)
        return [*compress(self._rules, found.groups()), *self._always] if found else self._always


def _uncaptured(pattern: str) -> str:
    """A regular expression without groups of its own, which matches wherever it did."""
    return _GROUP.sub(
        lambda found: "." if found[0][:4] == "(?P=" else "(?:" if found[0][0] == "(" else found[0], pattern
    )


def _begins(items: Sequence[Item], openings: Mapping[str, str]) -> str:
    """A regular expression that matches wherever the items can begin; '' for anywhere."""
    begins = ""
    for item in items[:2]:
        if isinstance(item, Need):
            return begins + ("" if item.optional else openings.get(item.makes, ""))
        begins += item.pattern
    return begins


class _Plan:
    """What has to be tried to read one thing: the rules that it is made by, and those that make their first item."""

    def __init__(self, grammar: "Grammar", goal: str) -> None:
        wanted = [goal]
        rules: list[Rule] = []
        for makes in wanted:
            for rule in grammar.by_result.get(makes, ()):
                rules.append(rule)
                if rule.first is not None and rule.first not in wanted:
                    wanted.append(rule.first)
        rules.sort(key=lambda rule: rule.rank)
        names = [grammar.whole.get(name, name) for name in wanted if name in grammar.lexers]
        self.lexed = tuple(dict.fromkeys(names))
        alone = [rule for rule in rules if rule.makes == goal and rule.first is not None and len(rule.items) == 1]
        self.goals = {goal, *(rule.first for rule in alone if rule.is_alias)}
        self.last = {makes: [r for r in alone if r.first == makes and not r.is_alias] for makes in wanted}
        first = {makes: [r for r in rules if r.first == makes and r not in alone] for makes in (None, *wanted)}
        self.opening = _Guard(first.pop(None), 0, grammar.openings)
        self.after = {makes: _Guard(of, 1, grammar.openings) for makes, of in first.items() if of}


class Grammar:
    """The rules of one language.

    Parameters
    ----------
    table : str
        The file name of the rules.
    modules : iterable of module
        Where the functions are that the rules name.
    lexers : mapping
        By name, what reads a piece from the text itself: numerals, units.
    openings : mapping
        By name of a piece, a regular expression that matches wherever it can begin.
    sorts : mapping
        By name of a piece, what tells its sort from its value: a numeral is a cardinal or an ordinal. A lexer reads each
        sort too, by its own name.
    """

    def __init__(
        self,
        table: str,
        modules: Iterable[ModuleType],
        lexers: Mapping[str, Lexer],
        openings: Mapping[str, str],
        sorts: Mapping[str, tuple[Callable[[Any], str], Sequence[str]]],
    ) -> None:
        self.lexers, self.openings, self.sorts = lexers, openings, sorts
        functions = {name: value for module in modules for name, value in vars(module).items()} | {"itself": itself}
        self.words: dict[str, str] = {}
        self.rules: list[Rule] = []
        for name, makes, pattern, produce, examples in read_table(table):
            written = _NEED.sub(self._shared, pattern)
            if produce == "":  # a part of patterns
                self.words[makes] = f"(?:{written})"
                continue
            shown = tuple(examples.split(" ; ")) if examples else ()
            production = _written(produce[1:]) if produce[0] == "=" else functions[produce]
            self.rules.append(Rule(name, makes, pattern, _items(written), production, shown, len(self.rules)))
        self.by_result: dict[str, list[Rule]] = {}
        for rule in self.rules:
            self.by_result.setdefault(rule.makes, []).append(rule)
        self.whole = {sort: whole for whole, (_, names) in sorts.items() for sort in names}
        self._plans: dict[str, _Plan] = {}

    def _shared(self, found: re.Match[str]) -> str:
        """What stands for a name in a pattern: a part that patterns share, or the name."""
        part = self.words.get(found[1])
        return found[0] if part is None else part + found[2]

    def plan(self, goal: str) -> _Plan:
        """What has to be tried to read `goal`."""
        plan = self._plans.get(goal)
        if plan is None:
            plan = self._plans[goal] = _Plan(self, goal)
        return plan


def _items(pattern: str) -> tuple[Item, ...]:
    """A pattern cut at what others fill.

    >>> _items("第{number}{counter}?")[1:]
    (Need(makes='number', optional=False), Need(makes='counter', optional=True))
    """
    pieces = _NEED.split(pattern)
    items: list[Item] = []
    for k in range(0, len(pieces), 3):
        if pieces[k]:
            items.append(re.compile(pieces[k]))
        if k + 1 < len(pieces):
            items.append(Need(pieces[k + 1], pieces[k + 2] == "?"))
    return tuple(items)


class Chart:
    """The readings of one text.

    Attributes
    ----------
    text : str
        The text.
    era : str
        The Japanese era that was read last, for years without one (同4年).
    """

    __slots__ = ("_found", "_grammar", "era", "text")

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.text, self.era = text, ""
        self._grammar = grammar
        self._found: dict[tuple[str, int], tuple[Edge, ...]] = {}

    def read(self, goal: str, position: int) -> tuple[Edge, ...]:
        """The readings of `goal` that start at a position, the preferred one first."""
        key = goal, position
        found = self._found.get(key)
        if found is None:
            lexer = self._grammar.lexers.get(goal)
            found = self._lexed(lexer, position) if lexer else tuple(self._grown(goal, position))
            self._found[key] = found
        return found

    def quantities(self, position: int, lead: tuple[str, Edge] | None, weak: bool = False) -> Edge | None:
        """The preferred reading of what is at a position, with what leads up to it; `weak`: unless it ends later without."""
        led = self._grown("quantity", position, lead) if lead is not None else ()
        if led and not weak:
            return led[0]
        found = self._grown("quantity", position)
        if led and not (found and found[0].end > led[0].end):
            return led[0]
        return found[0] if found else None

    def _lexed(self, lexer: Lexer, position: int) -> tuple[Edge, ...]:
        found = lexer(self, position) if position < len(self.text) else None
        return (Edge(position, *found),) if found is not None else ()

    def _grown(self, goal: str, position: int, lead: tuple[str, Edge] | None = None) -> list[Edge]:
        """All readings of `goal` from the left: those of a lead, or all that start at the position."""
        text, plan = self.text, self._grammar.plan(goal)
        agenda = [(*lead, 0)] if lead is not None else self._begun(plan, position)
        found: list[tuple[str, Edge, int]] = []
        last: list[tuple[Rule, Edge]] = []
        for item in agenda:
            makes, edge, _ = item
            if makes in plan.goals:
                found.append(item)
            last += [(rule, edge) for rule in plan.last.get(makes, ())]
            guard = plan.after.get(makes)
            if guard is not None:
                for rule in guard.able(text, edge.end):
                    agenda += self._applied(rule, (edge,), edge.end)
        longest = max((edge.end for _, edge, _ in found), default=position)
        for rule, edge in last:  # a number by itself, where nothing longer was read
            if edge.end >= longest:
                found += self._applied(rule, (edge,), edge.end)
        return [edge for _, edge, _ in _preferred(found)]

    def _begun(self, plan: _Plan, position: int) -> list[tuple[str, Edge, int]]:
        """What lexers and patterns read at a position."""
        agenda = [made for rule in plan.opening.able(self.text, position) for made in self._applied(rule, (), position)]
        for makes in plan.lexed:
            for edge in self.read(makes, position):
                agenda.append((makes, edge, 0))
                if makes in self._grammar.sorts:
                    agenda.append((self._grammar.sorts[makes][0](edge.value), edge, 0))
        return agenda

    def _applied(self, rule: Rule, first: tuple[Edge, ...], position: int) -> list[tuple[str, Edge, int]]:
        """What a rule makes of its first item and what follows."""
        made = []
        for edges in self._filled(rule.items, len(first), position, first):
            value = rule.produce(self, edges)
            if value is not None:
                end = value.end if value.__class__ is Quantity else _end(value, edges[-1].end)
                made.append((rule.makes, Edge(edges[0].start, end, value), rule.rank))
        return made

    def _filled(self, items: Sequence[Item], k: int, position: int, edges: Edges) -> Sequence[Edges]:
        """All ways to fill the items from the k-th on."""
        for at in range(k, len(items)):
            item = items[at]
            if isinstance(item, Need):
                readings = self.read(item.makes, position)
                if len(readings) > 1:
                    return [f for e in readings for f in self._filled(items, at + 1, e.end, (*edges, e))]
                if not readings and not item.optional:
                    return ()
                edge = readings[0] if readings else Edge(position, position, None)
            else:
                found = item.match(self.text, position)
                if found is None:
                    return ()
                edge = Edge(position, found.end(), found)
            edges, position = (*edges, edge), edge.end
        return (edges,)


def _preferred(found: list[tuple[str, Edge, int]]) -> list[tuple[str, Edge, int]]:
    """Readings by preference, without those that a reading as nothing rules out."""
    if len(found) < 2:
        return found
    stops = [rank for _, edge, rank in found if edge.value == ()]
    if stops:
        found = [item for item in found if item[2] <= stops[0]]
    return sorted(found, key=lambda item: (-item[1].end, item[2]))


def _end(value: object, end: int) -> int:
    """Where a reading ends: quantities may leave out what was read to tell them."""
    return value[-1].end if isinstance(value, tuple) and value and isinstance(value[-1], Quantity) else end
