"""Writes the page of the rules for quantities: python tools/quantity_rules.py > docs/quantities.md

Each rule stands there with its pattern and its examples, as the tables of termalign.quantities have them. (A test fails
where the page is no longer what this writes.)
"""

from termalign.quantities.english import english_grammar
from termalign.quantities.grammar import Grammar, Rule
from termalign.quantities.japanese import japanese_grammar

HEAD = """# The rules for quantities

Numbers, dates, amounts and measures are read by a grammar of its own for each language. `parse_quantities` reads a text
with it, by itself:

```python
>>> from termalign import parse_quantities
>>> text = "令和7年10月1日、少なくとも13人が約95億円の被害に遭った。"
>>> for quantity in parse_quantities(text, "ja"):
...     print(text[quantity.start:quantity.end], "=", quantity.display(), quantity.bound or "-")
令和7年10月1日 = 2025-10-01 -
13人 = 13 people least
95億円 = ≈ 9 500 000 000 JPY -

```

`termalign.quantities.compare` says how far a Japanese and an English quantity are the same, and what differs: the sort (a
date, a span of time, a count, an order, money), the unit, the value, the sign.

A rule makes one thing of others. `quantity` is what is read from a text; the other names are pieces that patterns refer
to in braces, with a question mark where the piece may be missing. The rest of a pattern is a regular expression of
Python. A number may have limits: `{number:1-12}`. Lexers read numerals, units and the names of months; what stands before
a number (第, *fiscal*) is a piece too.

Of all readings at a place the longest is taken, then the one that stands first here; a reading as nothing (a telephone
number) rules out what follows it. The examples are tests: the quantity stands in brackets where it is not the whole text,
and nothing is read where no value is given.

To add a rule, write a row into `japanese_rules.tsv` or `english_rules.tsv` of `termalign.quantities`: its name, what it
makes, its pattern, what works the value out, and examples. `=measure:magnitude` makes a measure of the numeral with that
unit, `=number=2:times` one with a value of its own; any other word is a method of the chart of the language, which takes what
filled the pattern. A row without that is a part of patterns, and one with `before` is what may stand before a number. A
quantity begins where `begins` says, so a rule that opens with a new word has it there too. A unit is a row of `units.tsv`; the
words for it are rows of `english_units.tsv` and `japanese_counters.tsv`, and a word with a numeral that counts nothing is one
of `japanese_idioms.tsv`.
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
