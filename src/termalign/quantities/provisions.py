"""Provisions of laws by their numbers: 第二十三条の二第一項第三号, *Article 23-2, paragraph (1), item (iii)*.

What was put between two provisions later is numbered behind the first of them: 第二十三条の二 follows 第二十三条. English writes
paragraphs and items in parentheses, and items in small Roman numerals, as Japan's Ministry of Justice has it in its guide to
the translation of laws.
"""

import re
from typing import Final

from termalign.quantities.build import plain, with_unit
from termalign.quantities.english_context import label_before
from termalign.quantities.japanese_words import counter_at
from termalign.quantities.japanese_numerals import read_numeral
from termalign.quantities.quantity import Amount, Quantity, Value

_BRANCHING: Final = frozenset({"article", "chapter", "section", "number"})  # 号 is a number
_BRANCH: Final = re.compile("の(?=[0-9０-９一二三四五六七八九十])")
_BRANCHES: Final = re.compile(r"[0-9]{1,6}(?:-[0-9]{1,6})+(?![0-9-])")
_IN_BRACKETS: Final = re.compile(r"([0-9]{1,6})\)((?:-[0-9]{1,6}(?![0-9]))*)")
_ROMAN: Final = re.compile(r"(?<=\()([ivxlc]{1,12})\)((?:-[0-9]{1,6}(?![0-9]))*)")
_LETTERS: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PLAIN: Final = 2  # letters that are surely a numeral
_BRACKETED: Final = frozenset({"paragraph", "section", "number"})


def japanese_branches(text: str, end: int, unit: str, value: Amount) -> tuple[Value, int]:
    """The number of a provision that ends at `end`, with the one put behind it, and where that ends.

    >>> japanese_branches("第二十三条の二の規定", 5, "article", 23), japanese_branches("第二条の二人", 3, "article", 2)
    (((23, 2), 7), (2, 3))
    """
    branch = _BRANCH.match(text, end) if unit in _BRANCHING else None
    numeral = read_numeral(text, branch.end()) if branch else None
    if numeral is None or numeral.vague or counter_at(text, numeral.end):
        return value, end
    return (value, numeral.low), numeral.end


def english_provision(text: str, at: int) -> Quantity | None:
    """A provision whose figures begin at `at`: *Article 23-2*, *paragraph (1)*; None for a number that is written as any other.

    >>> text = "Article 23-2, paragraph (1)"
    >>> [provision.display() for at in (8, 25) if (provision := english_provision(text, at))]
    ['23–2 article', '1st paragraph']
    """
    found = _IN_BRACKETS.match(text, at) if text[at - 1 : at] == "(" else None
    if found is not None:
        return _labelled(text, found.span(1), found.end(), _numbers(f"{found[1]}{found[2]}"))
    found = _BRANCHES.match(text, at)
    label = label_before(text, at) if found else None
    if found is None or label is None or label[1] not in _BRANCHING - {"number"}:
        return None
    span, unit = (label[0], found.end()), (label[0], at)
    return with_unit(span, found.span(), unit, "ordinal", _value(_numbers(found[0])), label[1])


def english_item(text: str, at: int) -> Quantity | None:
    """An item whose Roman numeral begins at `at`, in brackets: *item (iii)*.

    >>> english_item("under item (iii)", 12).display()
    '3rd number'
    """
    found = _ROMAN.match(text, at)
    if found is None:
        return None
    head = found.span(1)
    numbers = [_roman(found[1]), *_numbers(found[2])]
    item = _labelled(text, head, found.end(), numbers)
    return plain(*head, "ordinal", numbers[0]) if item is None and len(found[1]) >= _PLAIN else item


def _labelled(text: str, head: tuple[int, int], end: int, numbers: list[int]) -> Quantity | None:
    """What stands in brackets, as an ordinal of what is named before them; None if that is nothing: *(1837)*, *(v)*."""
    label = label_before(text, head[0] - 1)
    if label is None or label[1] not in _BRACKETED:
        return None
    return with_unit((label[0], end), head, (label[0], head[0] - 1), "ordinal", _value(numbers), label[1])


def _numbers(joined: str) -> list[int]:
    return [int(number) for number in joined.split("-") if number]


def _roman(letters: str) -> int:
    """The value of a Roman numeral in small letters."""
    values = [_LETTERS[letter] for letter in letters]
    return sum(-value if value < max(values[k:]) else value for k, value in enumerate(values))


def _value(numbers: list[int]) -> Value:
    return numbers[0] if len(numbers) == 1 else (numbers[0], numbers[1])
