"""The symbols of a short form that a word can supply, and the score of each way of supplying them."""

from functools import lru_cache
from typing import Final

import termalign.abbreviations.letter_weights as w
from termalign.abbreviations.formants import boundaries
from termalign.abbreviations.number_words import NUMBER_PREFIXES, NUMBER_WORDS, SIGN_WORDS

_LONGEST_WORD: Final = 40


@lru_cache(4096)
def lending(symbols: tuple[str, ...], form: str, kind: str) -> tuple[tuple[int, float], ...]:
    """Return each number of leading `symbols` that the word can supply, with its best score; empty if none."""
    first = symbols[0]
    if first.isdecimal():
        return _number_takes(symbols, form, kind)
    if kind == "number":
        return ()
    if not first.isalpha():
        return ((1, w.INITIAL),) if form in SIGN_WORDS.get(first, ()) else ()
    if form[0] != first:
        return _sound_takes(first, form)
    if kind == "function":
        spelled = 1
        while spelled < min(len(symbols), len(form)) and symbols[spelled] == form[spelled]:
            spelled += 1
        return tuple((k, w.FUNCTION_INITIAL + (k - 1) * w.CONTIGUOUS) for k in range(1, spelled + 1))
    return tuple(_inside(symbols, form, kind, 0, w.INITIAL))


def _sound_takes(first: str, form: str) -> tuple[tuple[int, float], ...]:
    """Return the match of X with ex-, trans- or cross- at the beginning of a word (XML, Xfer, X-ing)."""
    if first == "x" and form.startswith(("ex", "trans", "cross", "christ", "every")):
        return ((1, w.INITIAL - 0.6),)
    return ()


def _number_takes(symbols: tuple[str, ...], form: str, kind: str) -> tuple[tuple[int, float], ...]:
    number = symbols[0]
    if kind == "number":
        if form == number:
            return ((1, w.NUMBER_AS_DIGITS),)
        return ((1, w.NUMBER_AS_WORD),) if len(number) > 1 and form.endswith(number) else ()
    if form in NUMBER_WORDS.get(number, ()):
        return ((1, w.NUMBER_AS_WORD),)
    for prefix in NUMBER_PREFIXES.get(number, ()):
        if kind == "word" and form.startswith(prefix):
            return tuple(_inside(symbols, form, kind, len(prefix) - 1, w.NUMBER_AS_PREFIX))
    return ()


def _inside(symbols: tuple[str, ...], form: str, kind: str, at: int, value: float) -> list[tuple[int, float]]:
    """Return the scores of supplying 1, 2, … symbols if the first is the letter at `at`."""
    found = [(1, value)]
    ends = {at: value}
    borders = boundaries(form) if kind == "word" else frozenset()
    limit = min(len(form), _LONGEST_WORD)
    for k in range(1, len(symbols)):
        symbol = symbols[k]
        new: dict[int, float] = {}
        for last, score in ends.items():
            if symbol.isdecimal():
                for prefix in NUMBER_PREFIXES.get(symbol, ()):
                    here = form.find(prefix, last)
                    if here >= 0:
                        _keep(new, here + len(prefix) - 1, score + w.NUMBER_AS_PREFIX)
                continue
            here = form.find(symbol, last + 1, limit)
            while here >= 0:
                _keep(new, here, score + _move(form, kind, last, here, borders))
                here = form.find(symbol, here + 1, limit)
        if not new:
            break
        ends = new
        found.append((k + 1, max(new.values())))
    return found


def _keep(scores: dict[int, float], at: int, score: float) -> None:
    if at not in scores or score > scores[at]:
        scores[at] = score


def _move(form: str, kind: str, last: int, here: int, borders: frozenset[int]) -> float:
    if kind == "acronym":
        return w.ACRONYM_LETTER if here == last + 1 else w.VOWEL
    if here in borders:
        return w.FORMANT
    if here == last + 1:
        return w.CONTIGUOUS
    return w.VOWEL if form[here] in "aeiou" else w.CONSONANT
