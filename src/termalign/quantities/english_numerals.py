"""English numerals: in digits, in words, and in both."""

import re
from decimal import Decimal
from typing import TypeAlias

from termalign.english.text import BARE_POINT
from termalign.quantities.figures import read_figures as read_digits
from termalign.quantities.quantity import Amount, Numeral

_BELOW_TEN = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
SMALL = {word: number for number, word in enumerate(f"{_BELOW_TEN} {_TEENS}".split())}
TENS = {word: 10 * k for k, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
LARGE = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def _ordinal(word: str) -> str:
    return _IRREGULAR.get(word, f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th")


UNITS = SMALL | TENS
ORDINALS = {_ordinal(word): number for word, number in UNITS.items() if number}
_CARDINAL_OF = {_ordinal(word): word for word in (*UNITS, "hundred", *LARGE) if word != "zero"}
_SCORES = {"dozen": 12, "score": 20}
PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100} | {f"{word}s": n for word, n in LARGE.items()}
_VAGUE = {"several": 9, "few": 9, "handful": 9, "couple": 3}  # at most, and at least two
NUMBER_WORDS = frozenset([*UNITS, *LARGE, "hundred", *_CARDINAL_OF, *PLURALS, *_VAGUE, *_SCORES])

_DIGITS = re.compile("[0-9]+")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_MAGNITUDES = "|".join(["hundred", *LARGE, "dozen"])
_MAGNITUDE = re.compile(rf"[ -]?({_MAGNITUDES}|(?-i:bn|mn|mln|trn|tn|k|(?<=[0-9])K))\b(?!['-]?(?:th)\b)", re.IGNORECASE)
_MONEY_MAGNITUDE = re.compile(r" ?(m|b|k|M|B|K|bil|mil)\b")
_AND_A_HALF = re.compile(rf"[ -]and[ -]a[ -]half\b(?:[ -]({_MAGNITUDES})\b)?", re.IGNORECASE)
POWERS = {
    "hundred": 100, "dozen": 12, "score": 20, **LARGE, "bn": 10**9, "mn": 10**6, "mln": 10**6, "trn": 10**12,
    "tn": 10**12, "k": 1000, "m": 10**6, "b": 10**9, "bil": 10**9, "mil": 10**6,
}  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(r"[ -](?:(?P<and>and[ -])(?=[A-Za-z])|(?P<of>of )|(?!and[ -]))")
_AGAIN = re.compile(r" ?\(([0-9][0-9,]*)\)(?=[ -][A-Za-z])")
_OF_PLURAL = re.compile(r" of (thousands|millions|billions|trillions)\b", re.IGNORECASE)
_Pair: TypeAlias = tuple[int, int]
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def read_figures(text: str, position: int, money: bool = False) -> Numeral | None:
    """Read a number in digits: 4,400, 9.5 billion, 25th, 2.8bn, 5m after a currency sign, .325.

    >>> [read_figures(text, 0).low for text in ("4,400 m", "25th", "9.5 billion")]
    [4400, 25, Decimal('9500000000.0')]
    """
    read = read_digits(text, position)
    if read is None:
        return None
    value, plain = read
    if position and (digits := _DIGITS.fullmatch(text, position, plain)) and BARE_POINT.match(text, position - 1):
        rate = Decimal(f"0.{digits[0]}")
        return Numeral(position - 1, plain, rate, rate, True)
    ordinal = _ORDINAL_END.match(text, plain) if isinstance(value, int) else None
    if ordinal is not None:
        return Numeral(position, ordinal.end(), value, value, True, True)
    value, end = _magnitude(text, plain, value, money)
    more = _AND_A_HALF.match(text, end)
    if more is not None and (end == plain or more[1] is None):
        value, end = _and_a_half(value, more), more.end()
    return Numeral(position, end, value, value, True)


def _magnitude(text: str, end: int, value: Amount, money: bool) -> tuple[Amount, int]:
    found = _MAGNITUDE.match(text, end) or (_MONEY_MAGNITUDE.match(text, end) if money else None)
    if found is None or text.startswith("-th", found.end()):
        return value, end
    word = found[1].lower()
    value, end = value * POWERS[word], found.end()
    return _magnitude(text, end, value, money) if word in ("hundred", "thousand", "lakh") else (value, end)


def _and_a_half(value: Amount, half: re.Match[str]) -> Amount:
    return (Decimal(value) + Decimal("0.5")) * (POWERS[half[1].lower()] if half[1] else 1)


def read_words(text: str, position: int) -> Numeral | None:
    """Read the number words that start at a position; *a* and *an* before them are left to the caller.

    >>> words = "twenty-five", "nine hundred thousand", "two and a half million"
    >>> [read_words(text, 0).low for text in words]
    [25, 900000, Decimal('2500000.0')]
    >>> read_words("tens of thousands", 0)[1:4]
    (17, 20000, 90000)
    """
    words = _read_words(text, position)
    if words is None or words.low != words.high:
        return words
    half = None if words.ordinal else _AND_A_HALF.match(text, words.end)
    if half is not None:
        value = _and_a_half(words.low, half)
        return Numeral(position, half.end(), value, value, False)
    again = _AGAIN.match(text, words.end)  # five (5) years
    return words._replace(end=again.end()) if again and int(again[1].replace(",", "")) == words.low else words


def _read_words(text: str, position: int) -> Numeral | None:
    """Read words until one does not continue the number, which is ``total + current``, each a pair of bounds."""
    total: _Pair = (0, 0)
    current: _Pair | None = None
    least, at, end, ordinal = 10**15, position, position, False
    while not ordinal and (found := _WORD.match(text, at)) is not None:
        word = found[0].lower()
        if word in PLURALS:
            return None if total[1] else _plural(text, position, current, word, found.end())
        cardinal = _CARDINAL_OF.get(word, word)
        count = _below_thousand(current, cardinal, at == position)
        if LARGE.get(cardinal, least) < least:
            least, (low, high) = LARGE[cardinal], current or (1, 1)
            total, current = (total[0] + low * least, total[1] + high * least), None
        elif count is not None and not (cardinal in _SCORES and total[1]):
            current = count
        else:
            break
        end, ordinal = found.end(), cardinal != word
        at = _after_joint(text, end, total, current)
        if at < 0:
            break
    low, high = (a + b for a, b in zip(total, current or (0, 0), strict=True))
    return Numeral(position, end, low, high, False, ordinal) if end > position else None


def _after_joint(text: str, end: int, total: _Pair, current: _Pair | None) -> int:
    """Return where the next word may begin, or -1: *and* comes after hundreds or thousands, *of* after a couple."""
    joint = _JOINT.match(text, end)
    hundreds = total[1] > 0 if current is None else current[0] >= 100 and current[0] % 100 == 0
    if joint is None or (joint["and"] and not hundreds) or (joint["of"] and current != (2, 3)):
        return -1
    return joint.end()


def _below_thousand(current: _Pair | None, word: str, first: bool) -> _Pair | None:
    """Return a number below a thousand with one more word, or None if the word does not continue it."""
    if word in _VAGUE:
        return (2, _VAGUE[word]) if first else None
    low, high = current or (0, 0)
    if word in UNITS:
        room = 100 if low % 100 == 0 else 10 if low % 100 >= 20 and low % 10 == 0 else 0
        fits = current is None or (0 < low == high and 0 < UNITS[word] < room)
        return (low + UNITS[word], high + UNITS[word]) if fits else None
    factor = 100 if word == "hundred" else _SCORES.get(word)
    if factor is None or high >= 100 or (current is None and word == "score"):
        return None
    return (low * factor, high * factor) if current else (factor, factor)


def _plural(text: str, position: int, count: _Pair | None, word: str, end: int) -> Numeral | None:
    """Return hundreds or tens of thousands as two to nine of them, or None after an exact number (*two hundreds*)."""
    if count is not None and count[0] == count[1]:
        return None
    power = PLURALS[word]
    chain = _OF_PLURAL.match(text, end)
    if chain is not None:
        power, end = power * PLURALS[chain[1].lower()], chain.end()
    return Numeral(position, end, 2 * power, 9 * power, False)


def roman(letters: str) -> int:
    """Return the value of a Roman numeral in small letters.

    >>> roman("xiv")
    14
    """
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if value < max(values[k:]) else value for k, value in enumerate(values))
