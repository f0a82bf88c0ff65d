"""Writes the page of the rules for quantities: python tools/quantity_rules.py > docs/quantities.md

Each rule stands there with its pattern and its examples, as the tables of termalign.quantities have them. (A test fails
where the page is no longer what this writes.)
"""

from termalign.quantities.english import english_grammar
from termalign.quantities.grammar import Grammar, Rule
from termalign.quantities.japanese import japanese_grammar

HEAD = """# The rules for quantities

termalign reads numbers, dates, amounts and measures with a grammar for each language. `parse_quantities` uses it on
any text:

```python
>>> from termalign import parse_quantities
>>> text = "令和7年10月1日、少なくとも13人が約95億円の被害に遭った。"
>>> for quantity in parse_quantities(text, "ja"):
...     print(text[quantity.start:quantity.end], "=", quantity.display(), quantity.bound or "-")
令和7年10月1日 = 2025-10-01 -
13人 = 13 people least
95億円 = ≈ 9 500 000 000 JPY -

```

`termalign.quantities.compare` compares a Japanese and an English quantity, and reports what differs: the sort (a
date, a span of time, a count, an order, money), the unit, the value, or the sign.

A rule builds a piece from other pieces. The result of reading a text is a `quantity`. Patterns refer to pieces in braces,
with a question mark if the piece is optional. A number may have limits: `{number:1-12}`. The rest of a pattern is a
regular expression of Python. Lexers read numerals, units and the names of months. Words before a number (第, *fiscal*)
are pieces too.

At each place, the longest reading is used, and among equally long ones the first in this list. Some rules read a text as
nothing, such as a telephone number, and so exclude later rules. The examples are tests. Brackets mark the quantity if it is
not the whole text, and an example without a value must not be read.

To add a rule, write a row in `japanese_rules.tsv` or `english_rules.tsv` of `termalign.quantities`: its name, what it makes,
its pattern, how its value is computed, and examples. `=measure:magnitude` makes a measure of the numeral with that unit,
`=number=2:times` one with a value of its own. Any other word is a method of the chart of the language, which receives what
filled the pattern. A row without one is a part of patterns, and a row with `before` is what may stand before a number. A
quantity begins where `begins` says, so a rule that opens with a new word needs that word there too. A unit is a row of
`units.tsv`. The words for it are rows of `english_units.tsv` and `japanese_counters.tsv`. A word with a numeral that counts
nothing is a row of `japanese_idioms.tsv`.
"""


def page() -> str:
    """The whole page."""
    return HEAD + section("Japanese", japanese_grammar()) + section("English", english_grammar())


def section(name: str, grammar: Grammar) -> str:
    """One language: the parts that patterns share, what stands before a number, and the rules."""
    blocks = {
        "Parts of patterns, and cues": "".join(map(named, grammar.words.items())),
        "Before a number": "".join(map(named, grammar.leads.items())),
        "Rules": "\n".join(map(entry, grammar.rules)),
    }
    return f"\n## {name}\n" + "".join(f"\n{title}:\n\n```text\n{lines}```\n" for title, lines in blocks.items())


def named(part: tuple[str, str]) -> str:
    """A part of patterns in a line."""
    return f"{{{part[0]}}} = {part[1]}\n"


def entry(rule: Rule) -> str:
    """A rule in lines of its own: its name and what it makes, its pattern, its examples."""
    lines = (f"{rule.name} -> {rule.makes}", rule.pattern, *rule.examples)
    return "\n    ".join(lines) + "\n"


if __name__ == "__main__":
    print(page(), end="")
