"""Writes the page of the rules for quantities: python tools/quantity_rules.py > docs/quantities.md

Each rule stands there with its pattern and its examples, and each unit with its words, as the tables of termalign.quantities
have them. (A test fails where the page is no longer what this writes.)
"""

from collections import defaultdict

from termalign.quantities.english import english_grammar
from termalign.quantities.grammar import Grammar, Rule
from termalign.quantities.japanese import japanese_grammar
from termalign.tables import read_table

PACKAGE = "termalign.quantities"

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
date, a span of time, a count, an ordinal number, money), the unit, the value, or the sign.

## How to read a rule

A rule makes a piece from other pieces. A piece with the name `quantity` is a result; the other pieces are parts of results.
The arrow after the name of a rule shows which piece it makes. The pattern follows in the next line:

- A name in braces stands for a piece. A question mark after it means that the piece may be missing.
- A number may have limits: `{number:1-12}`.
- The rest of a pattern is a regular expression of Python.

Numerals, units and the names of months are pieces that no rule makes: functions (*lexers*) read them from the text. The
words that may stand before a number (第, *fiscal*) are pieces too.

If several quantities can be read at the same place, the longest is used. Of equally long ones, the one whose rule comes
first in this list is used. Some rules read a text without making a quantity, for example a telephone number. Later rules
are then not used for that text.

The last lines of a rule are examples, which are also tests. Brackets mark the quantity if it is not the whole text. An
example without a value must not be read as a quantity.

## How to add a rule

Add a row to `japanese_rules.tsv` or `english_rules.tsv` of `termalign.quantities`. It has the name of the rule, the piece
that it makes, its pattern, how the value is computed, and examples. The value can be computed in these ways:

- `=measure:magnitude` makes a measure with the value of the numeral and the unit `magnitude`.
- `=number=2:times` makes a number with the value 2 and the unit `times`. The value can also be a fraction (`1/2`), a pair
  (`13,19`), or the fields of a date or a clock time (`.12.31`, `12.0`). A `~` before it marks an approximate value.
- `=measure=60a+b:arcminute` computes the value; `a`, `b` and `c` stand for the numerals of the text. A pair is written `a,b`, or
  `a;b` if its numbers are parts of the quantity.
- Another word is the name of a method of `JapaneseChart` or `EnglishChart`. It receives the pieces that filled the pattern.
- `before` means that the row is not a rule, but a word that may stand before a number. If there is a part with the name of the
  row and `after_` before it, the number has to begin with that part.
- An empty field means that the row is not a rule, but a part that other patterns use.

A quantity can begin only where the part `begins` matches, and in English also with a figure, a numeral, a month or a weekday.
If a rule begins with a new word, add the word to `begins`, too. An English word in `NUMBER_WORDS` (`english_numerals.py`)
begins a quantity only if it is a numeral by itself and counts something, which `EnglishChart._counts` decides before any rule
is tried.

A unit that takes decimal prefixes is a row of `prefixed_units.tsv`, with its symbol, its names in both languages, and the
prefixes that occur (`prefixes.tsv`). Each other unit is a row of `units.tsv`. The words for it are rows of
`english_units.tsv` (with the kind `symbol` if they have no plural: kgf, psi) and `japanese_counters.tsv`. If a word
contains a numeral but does not count anything, add it to `japanese_idioms.tsv`.

The examples of a rule are tests. Add real cases to `tests/cases/quantities_japanese.tsv` or `quantities_english.tsv`, a third
of them texts that must not be read so, and pairs of both languages to `quantities_pairs.tsv`. Then write this page anew with
`.venv/bin/python .ci/refresh_pages.py docs/quantities.md`.
"""

UNITS = """
## Units

A unit is listed with its name, the English words for it (in the singular) and the Japanese. A bar separates words for the same
unit. Each of these units takes the decimal prefixes in brackets; the dot stands for the unit without a prefix. Units of length
also have squares and cubes (m², *square metre*, 平方メートル):
"""


def page() -> str:
    """The whole page."""
    return HEAD + section("Japanese", japanese_grammar()) + section("English", english_grammar()) + units()


def section(name: str, grammar: Grammar) -> str:
    """One language: the parts that patterns share, what stands before a number, and the rules."""
    blocks = {
        "Parts of patterns, and cues": "".join(map(named, grammar.words.items())),
        "Before a number": "".join(map(named, grammar.leads.items())),
        "Rules": "\n".join(map(entry, grammar.rules)),
    }
    return f"\n## {name}\n" + "".join(f"\n{title}:\n\n```text\n{lines}```\n" for title, lines in blocks.items())


def units() -> str:
    """The units with the words for them: those with decimal prefixes, then all others."""
    rows = read_table(PACKAGE, "prefixed_units.tsv", header=True)
    prefixed = [f"{signs}: {en}; {ja} ({prefixes})" for signs, en, ja, _, _, prefixes in rows]
    words: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for table in ("english_units.tsv", "japanese_counters.tsv"):
        for word, _, unit, *_ in read_table(PACKAGE, table, header=True):
            words[unit][table].append(word)
    others = [f"{unit}: {'; '.join('|'.join(each) for each in words[unit].values())}" for unit in words if unit]
    return f"{UNITS}\n```text\n{lines(prefixed)}```\n\nAll other units:\n\n```text\n{lines(others)}```\n"


def lines(items: list[str]) -> str:
    return "".join(f"{item}\n" for item in items)


def named(part: tuple[str, str]) -> str:
    """A part of patterns in a line."""
    return f"{{{part[0]}}} = {part[1]}\n"


def entry(rule: Rule) -> str:
    """A rule in lines of its own: its name and what it makes, its pattern, its examples."""
    lines = (f"{rule.name} -> {rule.makes}", rule.pattern, *rule.examples)
    return "\n    ".join(lines) + "\n"


if __name__ == "__main__":
    print(page(), end="")
