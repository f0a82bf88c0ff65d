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
Python. Lexers read numerals, units and the names of months; words before a number (*Article*, 第, a currency) are pieces
too.

Of all readings at a place the longest is taken, then the one that stands first here; a reading as nothing (a telephone
number) rules out what follows it. The examples are tests: the quantity stands in brackets where it is not the whole text,
and nothing is read where no value is given.
"""


def page() -> str:
    """The whole page."""
    return HEAD + section("Japanese", japanese_grammar()) + section("English", english_grammar())


def section(name: str, grammar: Grammar) -> str:
    """One language: the parts that patterns share, and the rules."""
    parts = "".join(f"{{{word}}} = {pattern}\n" for word, pattern in grammar.words.items())
    rules = "\n".join(map(entry, grammar.rules))
    return f"\n## {name}\n\nParts of patterns:\n\n```text\n{parts}```\n\nRules:\n\n```text\n{rules}```\n"


def entry(rule: Rule) -> str:
    """A rule in lines of its own: its name and what it makes, its pattern, its examples."""
    lines = (f"{rule.name} -> {rule.makes}", rule.pattern, *rule.examples)
    return "\n    ".join(lines) + "\n"


if __name__ == "__main__":
    print(page(), end="")
