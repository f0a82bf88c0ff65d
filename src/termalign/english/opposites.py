"""Words of English that exclude one another: *increase* and *decrease*; *lessor* and *lessee*; *solid*, *liquid* and *gas*."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from termalign.english.lexis import Lexeme, lexeme
from termalign.tables import read_table


class Side(NamedTuple):
    """A side of a group of ``opposites.tsv``: words that may stand for one another, and exclude those of the other sides."""

    group: int
    number: int


def sides_of(word: Lexeme) -> frozenset[Side]:
    """Return the sides that a word is on, in any inflection, or as an adverb: *quickly*.

    >>> sides_of(lexeme("rising")) == sides_of(lexeme("growth")) != sides_of(lexeme("fell"))
    True
    """
    by_word = _sides()
    found = (
        by_word.get(word.lower, _NONE) | by_word.get(word.lemma, _NONE) | by_word.get(f"{_EXACT}{word.lower}", _NONE)
    )
    if not found and word.lower.endswith("ly") and word.lower not in _OTHER_ADVERBS:
        return _families().get(word.stem, _NONE)
    return found


def families_of(word: Lexeme) -> frozenset[Side]:
    """Return the sides that a word may express: those of its family (*decreasingly*), and those of words in brackets: *(she)*."""
    return _families().get(word.stem, _NONE) | _said().get(word.lower, _NONE)


def sides_in_japanese(word: str) -> frozenset[Side]:
    """Return the sides that the table gives a Japanese word, beside those of its English.

    >>> sides_in_japanese("成功") == sides_of(lexeme("success")) != sides_in_japanese("失敗")
    True
    """
    return _japanese().get(word, _NONE)


def is_only_opposite(one: Side, other: Side) -> bool:
    """Return whether what is not on one side is on the other: *invalid* is *not valid*, but an amount may neither rise nor fall.

    >>> def excludes(one, other):
    ...     return any(is_only_opposite(a, b) for a in sides_of(lexeme(one)) for b in sides_of(lexeme(other)))
    >>> excludes("valid", "invalid"), excludes("rise", "fall"), excludes("solid", "gas")
    (True, False, False)
    """
    return one.group == other.group and one != other and len(_rows()[one.group]) == 2


@cache
def first_word(side: Side) -> str:
    """Return the first word of a side, which names it."""
    return _rows()[side.group][side.number].split()[0].removeprefix(_EXACT)


_EXACT = "="  # before a word that counts only in this form: *mean*, not *meaning*
_NONE: frozenset[Side] = frozenset()
#: Adverbs that mean something else than their adjectives, or add to another verb: *increasingly unable*
_OTHER_ADVERBS = frozenset(
    "barely decreasingly hardly highly increasingly largely lately nearly presently roughly shortly".split()
)


@cache
def _rows() -> list[list[str]]:
    return read_table(__package__, "opposites.tsv")


@cache
def _sides() -> Mapping[str, frozenset[Side]]:
    """Return the sides by their words, in the form in which a word is looked up."""
    return _by(_form, _is_plain)


@cache
def _said() -> Mapping[str, frozenset[Side]]:
    """Return the sides by words that express them, but are never reported as wrong."""
    return _by(lambda word: word.strip("()"), lambda word: word.startswith("("))


@cache
def _families() -> Mapping[str, frozenset[Side]]:
    """Return the sides by the families of their words."""
    return _by(lambda word: lexeme(word.removeprefix(_EXACT)).stem, _is_plain)


@cache
def _japanese() -> Mapping[str, frozenset[Side]]:
    """Return the sides by the Japanese words that are on them."""
    return _by(str, lambda word: not word.isascii())


def _is_plain(word: str) -> bool:
    return word.isascii() and not word.startswith("(")


def _form(word: str) -> str:
    """Return the dictionary form of a word; of *left*, or of a word that counts in one form only, the form itself."""
    found = lexeme(word)
    return found.lower if word.startswith(_EXACT) or found.inflected else found.lemma


def _by(key: Callable[[str], str], wanted: Callable[[str], bool]) -> Mapping[str, frozenset[Side]]:
    found: defaultdict[str, set[Side]] = defaultdict(set)
    for group, row in enumerate(_rows()):
        for number, words in enumerate(row):
            for word in filter(wanted, words.split()):
                found[key(word)].add(Side(group, number))
    return {word: frozenset(sides) for word, sides in found.items()}
