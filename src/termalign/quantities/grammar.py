"""A small engine for grammars of quantities.

A grammar is a table of rules (``japanese_rules.tsv``, ``english_rules.tsv``). A rule has the name of what it makes, a
pattern, the production that computes the value, and examples, which are also its tests. A pattern is a regular expression in
which ``{name}`` stands for a reading by other rules or by a lexer, ``{name:1-12}`` for a whole number from 1 to 12, and
``{name}?`` for an optional reading. Productions are methods of the chart of the language. A row without a production is a part
of other patterns, or a cue that productions look for. A row with the production ``before`` is an expression that may come
before a number; patterns begin with its name. A cue ``after_…`` with that name is what the number has to begin with.

The chart of a text holds the readings found at each position that was asked for. Readings grow from left to right: a reading
by a lexer or a rule can become the first piece of a longer one. The longest reading is preferred; of equally long ones, the
one whose rule comes first. If a rule reads a text as no quantity (a telephone number), rules after it in the table are not used
for that text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple, TypeAlias

from termalign.quantities.formula import formula
from termalign.quantities.quantity import LONGEST, Edge, Numeral, Offsets, Per, Quantity, with_unit
from termalign.tables import read_table

_NEED = re.compile(r"\{([a-z_]+)(?::([0-9]+)-([0-9]+))?\}(\??)")


Limits: TypeAlias = tuple[int, int]


class Need(NamedTuple):
    """A place in a pattern that another reading fills. `limits` are the bounds of a whole number."""

    makes: str
    optional: bool
    limits: Limits | None


Edges: TypeAlias = tuple[Edge, ...]
Item: TypeAlias = re.Pattern[str] | Need
Production: TypeAlias = Callable[..., object]
Lexer: TypeAlias = Callable[[str, int], Edge | None]
Reading: TypeAlias = tuple[str, Edge, int]  # the name of the reading, and the rank of its rule


class Rule(NamedTuple):
    """One row of a table of rules.

    Patterns refer to a rule by `makes`; readings named ``quantity`` are results. `produce` takes the readings and matches
    that fill the items of the pattern. It returns the value, or None if the reading does not hold. An example is ``text =
    value``, with the quantity in brackets if it is not the whole text. An example without a value must not be read.
    """

    name: str
    makes: str
    pattern: str
    items: tuple[Item, ...]
    produce: Production
    examples: tuple[str, ...]
    rank: int

    @property
    def begins_with(self) -> str:
        """The name of the reading at its beginning; '' for a regular expression."""
        return self.items[0].makes if isinstance(self.items[0], Need) else ""

    @property
    def opening(self) -> re.Pattern[str] | None:
        """The regular expression at the beginning, or directly after the reading at the beginning."""
        behind = self.items[1 if self.begins_with else 0 :]
        return behind[0] if behind and isinstance(behind[0], re.Pattern) else None

    @property
    def is_alias(self) -> bool:
        """Whether the rule only gives a reading a second name: an amount is a quantity."""
        return self.produce is Chart.itself


def _written(cell: str) -> Production:
    """Return a production for the kind, value and unit written in a table.

    ``number=2:times`` has a fixed value, ``measure:magnitude`` the value of its numeral, and ``measure=60a+b:arcminute`` one
    computed from its numerals; ``~`` marks an approximate value. An amount with a unit has its number and its unit as parts; of a
    pair, the numbers are parts if it is written a;b.
    """
    said, _, unit = cell.partition(":")
    kind, _, value = said.partition("=")
    approx, written = value.startswith("~"), value.removeprefix("~") or "a"
    fixed, result_of = re.search("[abc]", written) is None, formula(written)

    def produce(chart: "Chart", *edges: Edge) -> Quantity | None:
        start, end = edges[0].start, edges[-1].end
        numerals = [edge.value for edge in edges if isinstance(edge.value, Numeral)]
        if kind == "date" or fixed or len(numerals) > 1:
            if any(numeral.vague for numeral in numerals):
                return None
            result = result_of([numeral.low for numeral in numerals])
            numbers = tuple([(n.start, n.end, "number", n.low, "") for n in numerals]) if ";" in written else ()
            head = numerals[0] if kind == "date" and numerals else Edge(start, end, None)
            return Quantity(start, end, kind, result, unit, approx, (head.start, head.end), numbers)
        (number,) = numerals
        vague = approx or number.vague
        result = (number.low, number.high) if number.vague else result_of([number.low])
        if not unit and kind != "percent":
            return Quantity(start, end, kind, result, unit, vague, (number.start, number.end))
        behind = number.end + chart.text.startswith((" ", "-"), number.end)
        word = Edge(behind, end, None) if behind < end else Edge(start, number.start, None)
        return with_unit(number, word, kind, result, unit, vague, edges)

    return produce


class _Stage(NamedTuple):
    """The uses of a reading with a certain name.

    `wanted` is true if the reading is itself a result. The rules in `alone` apply to it as it is, if nothing longer is read.
    The rules in `after` also need text after it; each comes with its first regular expression, which most texts fail.
    """

    wanted: bool
    alone: Sequence[Rule]
    after: Sequence[tuple[re.Pattern[str] | None, Rule]]


class _Plan:
    """The rules to try when reading one goal: the rules that make it, those that make their first items, and so on."""

    def __init__(self, grammar: "Grammar", goal: str) -> None:
        names = _needed(grammar.rules, goal)
        rules = [rule for rule in grammar.rules if rule.makes in names]
        single = [rule for rule in rules if rule.makes == goal and rule.begins_with and len(rule.items) == 1]
        wanted = {goal, *(rule.begins_with for rule in single if rule.is_alias)}
        self.opening = [(rule.opening, rule) for rule in rules if not rule.begins_with]
        lexed = dict.fromkeys(grammar.whole.get(name, name) for name in names)
        self.lexed = [name for name in lexed if name in grammar.lexers]
        self.stages: dict[str, _Stage] = {}
        begun = [(rule.begins_with, rule) for rule in rules]
        for name in (*names, *grammar.whole):
            # a rule that starts with any numeral also starts with one of each sort
            on = [rule for begins_with, rule in begun if begins_with in (name, grammar.whole.get(name))]
            alone = [rule for rule in on if rule in single and not rule.is_alias]
            self.stages[name] = _Stage(
                name in wanted, alone, [(rule.opening, rule) for rule in on if rule not in single]
            )


def _needed(rules: Sequence[Rule], goal: str) -> list[str]:
    """Return the names of possible first items of a reading, of the first items of those, and so on."""
    names = [goal]
    for makes in names:
        firsts = [rule.begins_with for rule in rules if rule.makes == makes and rule.begins_with]
        names += dict.fromkeys(first for first in firsts if first not in names)
    return names


class Grammar:
    """The rules of one language, from the table of its chart."""

    def __init__(self, chart: type["Chart"]) -> None:
        self.lexers = chart.lexers
        self.whole = {sort: whole for whole, sorts in chart.sorts.items() for sort in sorts}
        self.words: dict[str, str] = {}
        self.leads: dict[str, str] = {}
        self.rules: list[Rule] = []
        for row in read_table(__package__, chart.table, header=True):
            self._add(chart, *row)
        leads = "|".join(f"(?P<{name}>{pattern})" for name, pattern in self.leads.items())
        self.lead = re.compile(f"(?:{leads}){chart.apart}$")
        self.cues = {name: re.compile(pattern) for name, pattern in self.words.items()}
        self._plans: dict[str, _Plan] = {}

    def _add(self, chart: type["Chart"], name: str, makes: str, pattern: str, produce: str, examples: str) -> None:
        """Add a row of the table: a shared pattern, a lead or a rule."""
        written = _NEED.sub(self._shared, pattern)
        if not produce:
            self.words[makes] = f"(?:{written})"
        elif produce == "before":
            self.leads[makes] = f"(?:{written})"
        else:
            production = _written(produce[1:]) if produce[0] == "=" else getattr(chart, produce)
            shown = tuple(examples.split(" ; ")) if examples else ()
            self.rules.append(Rule(name, makes, pattern, _items(written), production, shown, len(self.rules)))

    def _shared(self, found: re.Match[str]) -> str:
        """Return the shared pattern that a name in braces stands for, or the text unchanged if there is none."""
        part = self.words.get(found[1])
        return found[0] if part is None else part + found[4]

    def plan(self, goal: str) -> _Plan:
        """Return the plan for parsing `goal`: the patterns and lexers to try."""
        if goal not in self._plans:
            self._plans[goal] = _Plan(self, goal)
        return self._plans[goal]


def _items(pattern: str) -> tuple[Item, ...]:
    """Return a pattern split at the places that other readings fill.

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
    """The readings of one text. `taken` has the quantities that are kept; `floor` is the end of the last of them.

    A language defines its rules in `table`, and in `lexers` what reads from the text itself. `sorts` gives the names of the
    sorts of such readings: a numeral may be a cardinal or an ordinal.
    """

    table: ClassVar[str]
    apart: ClassVar[str] = ""
    """What may stand between a number and what leads up to it."""
    lexers: ClassVar[Mapping[str, Lexer]]
    sorts: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.text, self.cues = text, grammar.cues
        self.taken: list[Quantity] = []
        self.floor = 0
        self._grammar = grammar
        self._found: dict[tuple[str, int], Edges] = {}

    def before(self, cue: str, at: int) -> re.Match[str] | None:
        """Return the cue that ends at a position, or None."""
        return self.cues[cue].search(self.text, max(0, at - LONGEST), at)

    def after(self, cue: str, at: int) -> re.Match[str] | None:
        """Return the cue that begins at a position, or None."""
        return self.cues[cue].match(self.text, at)

    def around(self, quantity: Quantity) -> Offsets | None:
        """Return the span of the words before or after a quantity that make it approximate."""
        found = self.before("approx_before", quantity.start) or self.after("approx_after", quantity.end)
        return found.span(found.lastindex or 0) if found is not None else None

    def per_around(self, quantity: Quantity) -> Per | None:
        """Return what a quantity is for, by the words around it: 週3回, *three times a week*."""
        raise NotImplementedError

    def is_code(self, at: int) -> bool:
        """Return whether letters before digits make them a code: T3, ISO-9001; but not *p.* 3, FY2025."""
        if self.text[at - 1 : at] in ("", " "):
            return False
        return self.before("letter_before", at) is not None and self.before("letter_allowed", at) is None

    def lead(self, at: int, longest: int) -> tuple[str, Edge] | None:
        """Return the part of a quantity before its number, with the name of its rule."""
        found = self._grammar.lead.search(self.text, max(self.floor, at - longest), at)
        if found is None:
            return None
        name = str(found.lastgroup)
        needed = f"after_{name}"
        return None if needed in self.cues and not self.after(needed, at) else (name, Edge(found.start(), at, found))

    def keep(self, edge: Edge) -> None:
        """Keep a reading as one or several quantities, and mark those that words around them make approximate."""
        for quantity in edge.value if isinstance(edge.value, tuple) else (edge.value,):
            span = self.around(quantity)
            if span is not None and span[0] >= self.floor:
                quantity = replace(quantity, approx=True, approx_span=span)
            # A weekday is no amount, so nothing is per day in *daily except Thursdays*.
            if quantity.kind != "weekday" and (per := self.per_around(quantity)) is not None:
                quantity = replace(quantity, per=per)
            self.taken.append(quantity)
            self.floor = quantity.end
        self.floor = max(self.floor, edge.end)

    def itself(self, edge: Edge, *rest: Edge) -> object:
        """Return the value already read, for a rule that only gives a reading a second name."""
        return edge.value

    def nothing(self, *edges: Edge) -> tuple[Quantity, ...]:
        """Return no quantities, for a text that must be skipped: a code, a telephone number."""
        return ()

    def read(self, goal: str, position: int) -> Edges:
        """Return the readings of `goal` that start at a position, the preferred one first."""
        key = goal, position
        found = self._found.get(key)
        if found is None:
            lexer = self._grammar.lexers.get(goal)
            if lexer is not None:
                lexed = lexer(self.text, position) if position < len(self.text) else None
                found = () if lexed is None else (lexed,)
            elif goal in self._grammar.whole:
                whole = self.read(self._grammar.whole[goal], position)
                found = tuple([edge for edge in whole if edge.value.sort == goal])
            else:
                found = tuple([edge for _, edge, _ in self._grown(goal, position)])
            self._found[key] = found
        return found

    def preferred(self, position: int, lead: tuple[str, Edge] | None, weak: bool = False) -> Edge | None:
        """Return the preferred quantity at a position, with `lead` before it.

        With `weak`, a reading without the lead is preferred if it ends later.
        """
        led = self._grown("quantity", position, lead) if lead is not None else None
        if led and not weak:
            return led[0][1]
        found = self._grown("quantity", position)
        if led and not (found and found[0][1].end > led[0][1].end):
            return led[0][1]
        return found[0][1] if found else None

    def _grown(self, goal: str, position: int, lead: tuple[str, Edge] | None = None) -> list[Reading]:
        """Return all readings of `goal` that start here, or that begin with `lead`, the preferred one first."""
        plan = self._grammar.plan(goal)
        agenda: list[Reading] = [(*lead, 0)] if lead is not None else self._begun(plan, position)
        found: list[Reading] = []
        last: list[tuple[Rule, Edge]] = []
        longest = position
        for makes, edge, rank in agenda:
            stage = plan.stages[makes]
            if stage.wanted:
                found.append((makes, edge, rank))
                longest = max(longest, edge.end)
            last += [(rule, edge) for rule in stage.alone]
            for opening, rule in stage.after:
                if opening is None or opening.match(self.text, edge.end):
                    agenda += self._applied(rule, (edge,), edge.end)
        for rule, edge in last:  # readings of a number alone, if nothing longer was read
            if edge.end >= longest:
                found += self._applied(rule, (edge,), edge.end)
        if len(found) > 1:
            stop = min((rank for _, edge, rank in found if edge.value == ()), default=len(self._grammar.rules))
            found = [reading for reading in found if reading[2] <= stop]
            found.sort(key=lambda reading: (-reading[1].end, reading[2]))
        return found

    def _begun(self, plan: _Plan, position: int) -> list[Reading]:
        """Return what patterns and lexers read at a position."""
        agenda: list[Reading] = []
        for opening, rule in plan.opening:
            if opening is None or opening.match(self.text, position):
                agenda += self._applied(rule, (), position)
        for name in plan.lexed:
            agenda += [(edge.value.sort if name in self.sorts else name, edge, 0) for edge in self.read(name, position)]
        return agenda

    def _applied(self, rule: Rule, edges: Edges, position: int) -> Sequence[Reading]:
        """Return the readings that a rule makes if `edges` fill its first items, for all ways to fill the others."""
        first = rule.items[0]
        if isinstance(first, Need) and not _within(edges[0], first.limits):
            return ()
        for item in rule.items[len(edges) :]:
            if isinstance(item, Need):
                readings = [edge for edge in self.read(item.makes, position) if _within(edge, item.limits)]
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
        return ((rule.makes, Edge(edges[0].start, _end(value, position), value), rule.rank),)


def _within(edge: Edge, limits: Limits | None) -> bool:
    """Return whether a reading is a whole number within limits; True without limits."""
    if limits is None:
        return True
    numeral: Numeral = edge.value
    return numeral.exact and limits[0] <= numeral.low <= limits[1]


def _end(value: object, end: int) -> int:
    """Return the end of a reading. A quantity may leave out text that was read only to recognise it."""
    last = value[-1] if isinstance(value, tuple) and value else value
    return last.end if isinstance(last, Quantity) else end
