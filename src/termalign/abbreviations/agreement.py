"""Agreement of a short form with a row of words, for every way of reading the short form."""

from typing import Final

from termalign.abbreviations.letter_alignment import Match, best_match
from termalign.abbreviations.letter_readings import readings
from termalign.abbreviations.letter_weights import INITIAL, NUMERONYM_COUNT, PERMUTATION
from termalign.abbreviations.reworded import reworded
from termalign.abbreviations.shape import NUMERONYM
from termalign.abbreviations.short_form import Side
from termalign.abbreviations.word_parts import Part

#: Numbers of letters. Fewer letters match in another order too easily by chance; more never do.
_PERMUTED_LETTERS: Final = range(3, 8)


def best_reading(short: str, words: list[Part], side: Side) -> Match | None:
    """Return the best alignment of any reading of `short` with `words`."""
    best = _numeronym(short, words, side) or _permuted(short, words, side) or reworded(short, words, side)
    for reading in readings(short):
        got = best_match(reading.symbols, words, whole=side != "before", open_end=side == "after")
        if got and (best is None or got.score + reading.cost > best.score):
            best = got._replace(score=got.score + reading.cost)
    return best


def _numeronym(short: str, words: list[Part], side: Side) -> Match | None:
    """Return the match of a numeronym: the number in i18n counts the letters between the i and n of internationalization."""
    counted = NUMERONYM.fullmatch(short)
    at = len(words) - 1 if side == "before" else 0
    if not counted or not words or (side == "within" and at != len(words) - 1):
        return None
    form = words[at].form
    first, count, last = counted.groups()
    if len(form) == int(count) + 2 and form[0] == first.lower() and form[-1] == last.lower():
        return Match(NUMERONYM_COUNT, at, (at,))
    return None


def _permuted(short: str, words: list[Part], side: Side) -> Match | None:
    """Return the match of initials in another order: UTC for Coordinated Universal Time.

    Each content word must supply its first letter.
    """
    letters = [char.lower() for char in short if char.isalpha()]
    if side == "after" or len(letters) not in _PERMUTED_LETTERS or not short.isupper():
        return None
    used = [at for at, part in enumerate(words) if part.kind != "function"]
    if side == "within" and len(used) != len(letters):
        return None
    used = used[-len(letters) :]
    if any(words[at].joined for at in used) or sorted(words[at].form[0] for at in used) != sorted(letters):
        return None
    return Match(len(letters) * INITIAL + PERMUTATION, used[0], tuple(used))
