"""Numbers in short forms, and the words that express them (general knowledge of English)."""

from typing import Final

#: A number and the words for it: B2B (business to business), 5G (fifth generation), 4x4, NF2 (type II).
NUMBER_WORDS: Final[dict[str, frozenset[str]]] = {
    "1": frozenset(("one", "first", "i", "1st", "single", "primary")),
    "2": frozenset(("two", "second", "ii", "to", "too", "double", "dual", "twin", "secondary", "squared")),
    "3": frozenset(("three", "third", "iii", "triple", "cubed")),
    "4": frozenset(("four", "fourth", "iv", "for", "quadruple")),
    "5": frozenset(("five", "fifth", "v")),
    "6": frozenset(("six", "sixth", "vi")),
    "7": frozenset(("seven", "seventh", "vii")),
    "8": frozenset(("eight", "eighth", "viii")),
    "9": frozenset(("nine", "ninth", "ix")),
    "10": frozenset(("ten", "tenth", "x")),
    "20": frozenset(("twenty", "twentieth")),
    "24": frozenset(("twenty",)),
    "100": frozenset(("hundred", "hundredth")),
}
#: Signs and the words for them: R&D, M+ (M protein-positive), M- (M protein-negative).
SIGN_WORDS: Final[dict[str, frozenset[str]]] = {
    "&": frozenset(("&", "and")),
    "+": frozenset(("+", "plus", "and", "positive")),
    "-": frozenset(("minus", "negative", "deficient", "null")),
}
#: Multiplying prefixes inside a word: T3 (triiodothyronine), 2M (dimethyl).
NUMBER_PREFIXES: Final[dict[str, tuple[str, ...]]] = {
    "1": ("mono", "uni"),
    "2": ("di", "bi"),
    "3": ("tri",),
    "4": ("tetra", "quadri"),
    "5": ("penta",),
    "6": ("hexa",),
    "7": ("hepta",),
    "8": ("octa",),
    "10": ("deca",),
}
