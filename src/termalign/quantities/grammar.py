"""A small engine for grammars of quantities.

A grammar is a table of rules (``japanese_rules.tsv``, ``english_rules.tsv``): what a rule makes, the pattern it makes it
of, the production that works out the value, and examples that are its tests. A pattern is a regular expression in which
``{name}`` stands for what other rules or a lexer have read there, ``{name:1-12}`` for a whole number from 1 to 12, and
``{name}?`` for what may be missing. Productions and lexers are methods of the chart of the language. A row without a
production is a part of patterns, or a cue that productions look for; one that produces ``before`` is what may stand before a
number, and patterns begin with its name.

The chart of a text holds the readings found at each place where one was asked for. They grow from the left: what a lexer
or a rule has read at a place is the first piece of longer readings. Before any rule is tried, one regular expression
says which of them can go on at all. The longest reading is preferred, then the one whose rule stands first. A reading
as nothing (a telephone number) rules out what stands behind it in the table.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import compress
from typing import Any, ClassVar, NamedTuple, TypeAlias

from termalign.quantities.quantity import Edge, Quantity, Value, with_unit
from termalign.quantities.units import read_table

_GROUP = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?P=\w+\)|\(\?P<\w+>|\((?!\?)")
_NEED = re.compile(r"\{([a-z_]+)(?::([0-9]+)-([0-9]+))?\}(\??)")


class Need(NamedTuple):
    """A place in a pattern for what others have read; `limits`: of a whole number."""

    makes: str
    optional: bool
    limits: tuple[int, int] | None

    def takes(self, edge: Edge) -> bool:
        """Whether a reading keeps to the limits."""
        if self.limits is None:
            return True
        number = edge.value.low
        return isinstance(number, int) and not edge.value.vague and self.limits[0] <= number <= self.limits[1]


Edges: TypeAlias = tuple[Edge, ...]
Item: TypeAlias = re.Pattern[str] | Need
Production: TypeAlias = Callable[..., object]
Reading: TypeAlias = tuple[str, Edge, int]  # what it is, and the rank of its rule


class Rule(NamedTuple):
    """One row of a table of rules.

    `makes` is the name under which patterns refer to it; what is called ``quantity`` is read from a text. `produce` takes what
    filled each item of the pattern, and gives the value, or None where the reading does not hold. An example is ``text =
    value``, the quantity in brackets where it is not the whole text; nothing is read where there is no value.
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

    def takes(self, edge: Edge) -> bool:
        """Whether a reading may be the first item."""
        first = self.items[0]
        return not isinstance(first, Need) or first.takes(edge)

    @property
    def is_alias(self) -> bool:
        """Whether the rule only says that one thing is another: an amount is a quantity."""
        return self.produce is Chart.itself


def _literal(written: str) -> Value:
    """The value written in a table: 2, 1/2, 12.00 of a clock, 13-19.

    >>> _literal("2"), _literal("1/2"), _literal("12.00"), _literal("13-19")
    (2, Fraction(1, 2), (12, 0), (13, 19))
    """
    numbers = [int(number) for number in re.split("[-./]", written)]
    return numbers[0] if len(numbers) == 1 else Fraction(*numbers) if "/" in written else (numbers[0], numbers[1])


def _written(cell: str) -> Production:
    """What makes a quantity of the kind, value and unit written in a table.

    ``number=2:times`` has a value of its own, ``measure:magnitude`` that of its numeral, ``-century`` that below zero.
    """
    said, _, unit = cell.partition(":")
    kind, _, literal = said.partition("=")
    fixed = _literal(literal) if literal else None
    kind, below = kind.lstrip("-"), kind.startswith("-")
    parted = unit != "" or kind == "percent"

    def produce(chart: "Chart", *edges: Edge) -> Quantity:
        start, end = edges[0].start, edges[-1].end
        if fixed is not None:
            return Quantity(start, end, kind, fixed, unit, "-" in literal, (start, end))
        numeral = next(edge.value for edge in edges if hasattr(edge.value, "low"))
        head, start = (numeral.start, numeral.end), min(start, numeral.start)
        value = (numeral.low, numeral.high) if numeral.vague else -numeral.low if below else numeral.low
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
        wanted = _needed(goal, grammar.rules)
        rules = [rule for rule in grammar.rules if rule.makes in wanted]
        alone = [rule for rule in rules if rule.makes == goal and rule.first is not None and len(rule.items) == 1]
        self.goals = {goal, *(rule.first for rule in alone if rule.is_alias)}
        # What goes on from any numeral goes on from one of each sort.
        named = {name: grammar.whole.get(name, name) for name in (*wanted, *grammar.whole)}
        self.lexed = tuple(dict.fromkeys(named[name] for name in wanted if named[name] in grammar.lexers))
        last = {name: [r for r in alone if r.first in (name, any_) and not r.is_alias] for name, any_ in named.items()}
        self.last = {makes: of for makes, of in last.items() if of}
        more = [rule for rule in rules if rule not in alone]
        after = {name: [rule for rule in more if rule.first in (name, any_)] for name, any_ in named.items()}
        self.opening = _Guard([rule for rule in more if rule.first is None], 0, grammar.openings)
        self.after = {makes: _Guard(of, 1, grammar.openings) for makes, of in after.items() if of}


def _needed(goal: str, rules: Sequence[Rule]) -> list[str]:
    """The goal, what its rules begin with, what is needed to make that, and so on."""
    wanted = [goal]
    for makes in wanted:
        first = dict.fromkeys(rule.first for rule in rules if rule.makes == makes and rule.first is not None)
        wanted += [name for name in first if name not in wanted]
    return wanted


class Grammar:
    """The rules of one language, from the table of its chart."""

    def __init__(self, chart: type["Chart"]) -> None:
        self.lexers: dict[str, Callable[[Any, int], tuple[int, object] | None]] = {
            name: getattr(chart, f"lex_{name}") for name in chart.lexers
        }
        self.openings, self.sorts = chart.openings(), chart.sorts
        self.whole = {sort: whole for whole, sorts in chart.sorts.items() for sort in sorts}
        self.words: dict[str, str] = {}
        self.leads: dict[str, str] = {}
        self.rules: list[Rule] = []
        for name, makes, pattern, produce, examples in read_table(chart.table):
            written = _NEED.sub(self._shared, pattern)
            if produce in ("", "before"):  # a part of patterns, or what may stand before a number
                (self.leads if produce else self.words)[makes] = f"(?:{written})"
                continue
            shown = tuple(examples.split(" ; ")) if examples else ()
            production = _written(produce[1:]) if produce[0] == "=" else getattr(chart, produce)
            self.rules.append(Rule(name, makes, pattern, _items(written), production, shown, len(self.rules)))
        leads = "|".join(f"(?P<{name}>{pattern})" for name, pattern in self.leads.items())
        self.lead = re.compile(f"(?:{leads}){chart.apart}$")
        self.cues = {name: re.compile(pattern) for name, pattern in self.words.items()}
        self._plans: dict[str, _Plan] = {}

    def _shared(self, found: re.Match[str]) -> str:
        """What stands for a name in a pattern: a part that patterns share, or the name."""
        part = self.words.get(found[1])
        return found[0] if part is None else part + found[4]

    def plan(self, goal: str) -> _Plan:
        """What has to be tried to read `goal`."""
        plan = self._plans.get(goal)
        if plan is None:
            plan = self._plans[goal] = _Plan(self, goal)
        return plan


def _items(pattern: str) -> tuple[Item, ...]:
    """A pattern cut at what others fill.

    >>> _items("第{number:1-9}{counter}?")[1:]
    (Need(makes='number', optional=False, limits=(1, 9)), Need(makes='counter', optional=True, limits=None))
    """
    items: list[Item] = []
    at = 0
    for found in _NEED.finditer(pattern):
        if at < found.start():
            items.append(re.compile(pattern[at : found.start()]))
        limits = (int(found[2]), int(found[3])) if found[2] else None
        items.append(Need(found[1], found[4] == "?", limits))
        at = found.end()
    return (*items, re.compile(pattern[at:])) if at < len(pattern) else tuple(items)


class Chart:
    """The readings of one text; what is kept of them is `taken`, and `floor` is where the last of these ended.

    A language says in `table` which rules it has, in `lexers` what its methods ``lex_…`` read from the text itself, and
    in `sorts` of what sort that may be, each the name of a property: a numeral is a cardinal or an ordinal.
    """

    table: ClassVar[str]
    apart: ClassVar[str] = ""
    """What may stand between a number and what leads up to it."""
    lexers: ClassVar[tuple[str, ...]]
    sorts: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.text, self.cues = text, grammar.cues
        self.taken: list[Quantity] = []
        self.floor = 0
        self._grammar = grammar
        self._found: dict[tuple[str, int], Edges] = {}

    @classmethod
    def openings(cls) -> dict[str, str]:
        """By name of a piece, a regular expression that matches wherever it can begin."""
        raise NotImplementedError

    def around(self, quantity: Quantity) -> tuple[int, int] | None:
        """Where the words stand that make a quantity approximate."""
        raise NotImplementedError

    def lead(self, at: int, longest: int) -> tuple[str, Edge] | None:
        """What stands before a number as part of a quantity, by the name of its rule."""
        found = self._grammar.lead.search(self.text, max(self.floor, at - longest), at)
        return (str(found.lastgroup), Edge(found.start(), at, found)) if found is not None else None

    def keep(self, edge: Edge) -> None:
        """Keep what was read as one or several quantities, with the words of approximation around them."""
        for quantity in edge.value if isinstance(edge.value, tuple) else (edge.value,):
            span = self.around(quantity)
            if span is not None and span[0] >= self.floor:
                quantity = replace(quantity, approx=True, approx_span=span)
            self.taken.append(quantity)
            self.floor = quantity.end
        self.floor = max(self.floor, edge.end)

    def itself(self, edge: Edge) -> object:
        """What was read already: the rule says only that one thing is another, an amount a quantity."""
        return edge.value

    def nothing(self, *edges: Edge) -> tuple[Quantity, ...]:
        """A code, a telephone number: read over."""
        return ()

    def read(self, goal: str, position: int) -> Edges:
        """The readings of `goal` that start at a position, the preferred one first."""
        key = goal, position
        found = self._found.get(key)
        if found is None:
            lexer, whole = self._grammar.lexers.get(goal), self._grammar.whole.get(goal)
            if whole is not None:
                found = tuple([edge for edge in self.read(whole, position) if getattr(edge.value, goal)])
            elif lexer is None:
                found = tuple(self._grown(goal, position))
            else:
                lexed = lexer(self, position) if position < len(self.text) else None
                found = (Edge(position, *lexed),) if lexed is not None else ()
            self._found[key] = found
        return found

    def preferred(self, position: int, lead: tuple[str, Edge] | None, weak: bool = False) -> Edge | None:
        """The preferred quantity at a position, with what leads up to it; `weak`: unless it ends later without."""
        led = self._grown("quantity", position, lead) if lead is not None else ()
        if led and not weak:
            return led[0]
        found = self._grown("quantity", position)
        if led and not (found and found[0].end > led[0].end):
            return led[0]
        return found[0] if found else None

    def _grown(self, goal: str, position: int, lead: tuple[str, Edge] | None = None) -> list[Edge]:
        """All readings of `goal` from the left, the preferred one first: those of a lead, or all that start here."""
        plan = self._grammar.plan(goal)
        agenda: list[Reading] = [(*lead, 0)] if lead is not None else self._begun(plan, position)
        found: list[Reading] = []
        last: list[tuple[Sequence[Rule], Edge]] = []
        longest = position
        for reading in agenda:
            makes, edge, _ = reading
            if makes in plan.goals:
                found.append(reading)
                longest = max(longest, edge.end)
            if makes in plan.last:
                last.append((plan.last[makes], edge))
            if makes in plan.after:
                for rule in plan.after[makes].able(self.text, edge.end):
                    if rule.takes(edge):
                        agenda += self._applied(rule, (edge,), edge.end)
        for rules, edge in last:  # a number by itself, where nothing longer was read
            if edge.end >= longest:
                for rule in rules:
                    if rule.takes(edge):
                        found += self._applied(rule, (edge,), edge.end)
        if len(found) > 1:
            stop = min((rank for _, edge, rank in found if edge.value == ()), default=len(self._grammar.rules))
            found = [reading for reading in found if reading[2] <= stop]
            found.sort(key=lambda reading: (-reading[1].end, reading[2]))
        return [edge for _, edge, _ in found]

    def _begun(self, plan: _Plan, position: int) -> list[Reading]:
        """What lexers and patterns read at a position."""
        agenda = [made for rule in plan.opening.able(self.text, position) for made in self._applied(rule, (), position)]
        for makes in plan.lexed:
            for edge in self.read(makes, position):
                sort = next((sort for sort in self.sorts.get(makes, ()) if getattr(edge.value, sort)), makes)
                agenda.append((sort, edge, 0))
        return agenda

    def _applied(self, rule: Rule, edges: Edges, position: int) -> Sequence[Reading]:
        """What a rule makes of its first items and what follows, in all ways to fill the others."""
        for item in rule.items[len(edges) :]:
            if isinstance(item, Need):
                readings = self.read(item.makes, position)
                if item.limits is not None:
                    readings = tuple(filter(item.takes, readings))
                if len(readings) > 1:
                    return [made for e in readings for made in self._applied(rule, (*edges, e), e.end)]
                if not readings and not item.optional:
                    return ()
                edge = readings[0] if readings else Edge(position, position, None)
            else:
                found = item.match(self.text, position)
                if found is None:
                    return ()
                edge = Edge(position, found.end(), found)
            edges, position = (*edges, edge), edge.end
        value = rule.produce(self, *edges)
        if value is None:
            return ()
        end = value.end if isinstance(value, Quantity) else _end(value, position)
        return ((rule.makes, Edge(edges[0].start, end, value), rule.rank),)


def _end(value: object, end: int) -> int:
    """Where a reading ends: quantities may leave out what was read to tell them."""
    return value[-1].end if isinstance(value, tuple) and value and isinstance(value[-1], Quantity) else end
