"""Short forms that do not follow the long form letter by letter: Treg for regulatory T cell, MEXT, MOFA."""

import re
from typing import Final

import termalign.abbreviations.letter_weights as w
from termalign.abbreviations.letter_alignment import Match
from termalign.abbreviations.letter_readings import singular
from termalign.abbreviations.short_form import Side
from termalign.abbreviations.word_parts import Part

_LETTER_FIRST: Final = re.compile(r"[A-Z][a-z]{2,}")
_LEFT_OUT: Final = re.compile(r"([A-Z]{2,})X([A-Z]+)")
_LEAST_LEFT_OUT: Final = 2  # words
_MINISTRY: Final = "ministry"
_OF_MINISTRY: Final = re.compile(r"MO?([A-Z]+)")
_AFFAIRS: Final = "A"


def reworded(short: str, words: list[Part], side: Side) -> Match | None:
    """Return the alignment of `short` with the end of `words`, or with all of them if `side` is "within"."""
    if side == "after" or not words:
        return None
    found = letter_first(short, words) or _left_out(short, words, side) or _ministry(short, words)
    return None if found is None or (side == "within" and found.start) else found


def letter_first(short: str, words: list[Part]) -> Match | None:
    """Return the match of a short form with the letter before its qualifier: Treg for regulatory T cells."""
    stem = singular(short).removesuffix("s") if short.endswith("s") else short
    if not _LETTER_FIRST.fullmatch(stem):
        return None
    letter, kind = stem[0].lower(), stem[1:].lower()
    for at in range(max(1, len(words) - 2), len(words)):
        if words[at].form == letter and not words[at].joined and words[at - 1].form.startswith(kind):
            score = 2 * w.INITIAL + (len(kind) - 1) * w.CONTIGUOUS + w.REORDERED
            return Match(score, at - 1, (at - 1, at))
    return None


def _left_out(short: str, words: list[Part], side: Side) -> Match | None:
    """Return the match of an X that stands for the rest of a list.

    MEXT is the Ministry of Education, Culture, Sports, Science and Technology.
    """
    found = _LEFT_OUT.fullmatch(short)
    if found is None:
        return None
    head, tail = found[1].lower(), found[2].lower()
    content = [at for at, part in enumerate(words) if part.kind != "function"]
    last = content[len(content) - len(tail) :]
    if [words[at].form[0] for at in last] != list(tail):
        return None
    for first in range(len(content) - len(tail) - _LEAST_LEFT_OUT - len(head), -1, -1):
        begin, between = content[first : first + len(head)], content[first + len(head) : len(content) - len(tail)]
        listed = all("," in words[at].between for at in between)
        if listed and [words[at].form[0] for at in begin] == list(head):
            return Match((len(head) + len(tail)) * w.INITIAL + w.REORDERED, begin[0], (*begin, *last))
    return None


def _ministry(short: str, words: list[Part]) -> Match | None:
    """Return the match of a short form of *Ministry of …* with *… Ministry*: MOFA and MFA for the Foreign Ministry, MOD."""
    found = _OF_MINISTRY.fullmatch(short)
    if found is None or words[-1].form != _MINISTRY:
        return None
    for letters in (found[1], found[1].removesuffix(_AFFAIRS)):
        at = len(words) - 1 - len(letters)
        if not letters or at < 0 or len(short) <= len(letters) + 1:
            continue
        if [part.form[0] for part in words[at:-1]] == list(letters.lower()):
            return Match((len(letters) + 1) * w.INITIAL + w.FUNCTION_INITIAL, at, tuple(range(at, len(words))))
    return None
