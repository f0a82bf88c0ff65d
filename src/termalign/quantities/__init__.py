"""Numbers, dates, money and measures in Japanese and in English, matched by value.

:func:`parse_quantities` finds the quantities of a text and gives each a comparable value. :func:`compare` measures how far a
Japanese and an English quantity agree, and shows what differs. The rules are in two tables (``japanese_rules.tsv``,
``english_rules.tsv``); no dictionary is needed.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, get_args

from termalign.arguments import one_of
from termalign.quantities.bounds import bound_around
from termalign.quantities.calendar import era_year
from termalign.quantities.english import english_grammar, english_quantities
from termalign.quantities.equivalence import Comparison, compare, equivalence, rendered_span
from termalign.quantities.grammar import Rule
from termalign.quantities.japanese import japanese_grammar, japanese_quantities
from termalign.quantities.quantity import Per, Quantity

__all__ = [
    "Comparison",
    "Per",
    "Quantity",
    "compare",
    "english_quantities",
    "equivalence",
    "era_year",
    "japanese_quantities",
    "parse_quantities",
    "quantity_rules",
    "rendered_span",
]

Language = Literal["ja", "en"]


def parse_quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """Find the numbers, dates, amounts and measures in a text.

    Parameters
    ----------
    text : str
        Any text.
    language : {"ja", "en"}
        The language of the text.

    Returns
    -------
    tuple of Quantity
        The quantities in order, without overlaps; their offsets are code points of the text.

    Raises
    ------
    TypeError
        If an argument is not a string.
    ValueError
        For any other language.

    Examples
    --------
    >>> text = "At least 13 people lost 9.5 billion yen on October 1st."
    >>> [(text[q.start : q.end], q.bound, q.display()) for q in parse_quantities(text, "en")]
    [('13 people', 'least', '13 people'), ('9.5 billion yen', '', '9 500 000 000 JPY'), ('October 1st', '', 'October 1')]
    """
    one_of(language, get_args(Language), "language")
    found = japanese_quantities(text) if language == "ja" else english_quantities(text)
    return tuple(replace(q, bound=bound_around(text, q, language)) for q in found)


def quantity_rules(language: Language) -> Iterator[Rule]:
    """Iterate over the rules for the quantities of a language, in order of preference.

    Examples
    --------
    >>> next(rule.examples for rule in quantity_rules("ja") if rule.name == "decade")
    ('1980年代 = 1980s', '80年代 = 1980s', '昭和30年代 = ≈ 1955–1964', '昭和30年代から[40年代] = ≈ 1965–1974')
    """
    one_of(language, get_args(Language), "language")
    yield from (japanese_grammar() if language == "ja" else english_grammar()).rules
