"""English numerals: in digits, in words, and in both."""

import re
from decimal import Decimal

from termalign.english.text import BARE_POINT
from termalign.quantities.powers import read_power, with_power
from termalign.quantities.quantity import GLYPHS, LONGEST, Amount, Numeral

_BELOW_TEN = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
SMALL = {word: number for number, word in enumerate(f"{_BELOW_TEN} {_TEENS}".split())}
TENS = {word: 10 * k for k, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
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
_VAGUE = frozenset(["several", "few", "couple", "handful"])
CARDINALS = frozenset([*UNITS, *LARGE, "hundred"])
NUMBER_WORDS = frozenset([*CARDINALS, *_CARDINAL_OF, *PLURALS, *_VAGUE, *_SCORES])
MULTIPLIERS = frozenset(["hundred", *LARGE, "dozen"])

# Six groups are already more than LONGEST: of a long run of groups, no more need to be read.
_FIGURES = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])|[0-9]+)(\.[0-9]+(?!\.?[0-9]))?")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_MAGNITUDES = "|".join(["hundred", *LARGE, "dozen"])
_MAGNITUDE = re.compile(rf"[ -]?({_MAGNITUDES}|(?-i:bn|mn|mln|trn|tn|k|(?<=[0-9])K))\b(?!['-]?(?:th)\b)", re.IGNORECASE)
_MONEY_MAGNITUDE = re.compile(r" ?(m|b|k|M|B|K|bil|mil)\b")
_AND_A_HALF = re.compile(rf"[ -]and[ -]a[ -]half\b(?:[ -]({_MAGNITUDES})\b)?", re.IGNORECASE)
POWERS = {
    "hundred": 100, "dozen": 12, "score": 20, **LARGE, "bn": 10**9, "mn": 10**6, "mln": 10**6, "trn": 10**12,
    "tn": 10**12, "k": 1000, "m": 10**6, "b": 10**9, "bil": 10**9, "mil": 10**6,
}  # fmt: skip
_SHARE = re.compile(r"[ -](1|3)/(2|4|8)(?![0-9/])")
_WORD = re.compile(r"[A-Za-z]+")
_AGAIN = re.compile(r" ?\(([0-9][0-9,]*)\)(?=[ -][A-Za-z])")
_OF_PLURAL = re.compile(r" of (thousands|millions|billions|trillions)\b", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def read_figures(text: str, position: int, money: bool = False) -> Numeral | None:
    """Read a number in digits: 4,400, 9.5 billion, 25th, 2.8bn, 5m after a currency sign, .325.

    >>> [read_figures(text, 0).low for text in ("4,400 m", "25th", "9.5 billion")]
    [4400, 25, Decimal('9500000000.0')]
    """
    if text[position] in GLYPHS:
        half = GLYPHS[text[position]]
        return Numeral(position, position + 1, half, half, True)
    if power := read_power(text, position):
        return Numeral(position, power[1], power[0], power[0], True)
    found = _FIGURES.match(text, position)
    if found is None or found.end() - position > LONGEST:
        return None
    if position and found[2] is None and BARE_POINT.match(text, position - 1):
        rate = Decimal(f"0.{found[1]}")
        return Numeral(position - 1, found.end(), rate, rate, True)
    value, end = _with_fraction(text, found)
    ordinal = _ORDINAL_END.match(text, end)
    if ordinal is not None and not found[2]:
        return Numeral(position, ordinal.end(), value, value, True, True)
    value, end = with_power(text, value, end)
    value, end = _magnitude(text, end, value, money)
    more = _AND_A_HALF.match(text, end)
    if more is not None and (end == found.end() or more[1] is None):
        value, end = _and_a_half(value, more), more.end()
    return Numeral(position, end, value, value, True)


def _with_fraction(text: str, figures: re.Match[str]) -> tuple[Amount, int]:
    """Return the value of digits with the fraction behind them, and its end: 9.5, 9½, 2 1/2 cups."""
    whole, end = figures[1].replace(",", ""), figures.end()
    if figures[2]:
        return Decimal(whole + figures[2]), end
    if text[end : end + 1] in GLYPHS:
        return int(whole) + GLYPHS[text[end]], end + 1
    share = _SHARE.match(text, end)
    return (int(whole) + Decimal(share[1]) / Decimal(share[2]), share.end()) if share else (int(whole), end)


def _magnitude(text: str, end: int, value: Amount, money: bool) -> tuple[Amount, int]:
    found = _MAGNITUDE.match(text, end) or (_MONEY_MAGNITUDE.match(text, end) if money else None)
    if found is None or text.startswith("-th", found.end()):
        return value, end
    word = found[1].lower()
    value, end = value * POWERS[word], found.end()
    return _magnitude(text, end, value, money) if word in ("hundred", "thousand") else (value, end)


def _and_a_half(value: Amount, half: re.Match[str]) -> Amount:
    return (Decimal(value) + Decimal("0.5")) * (POWERS[half[1].lower()] if half[1] else 1)


class _Words:
    """One pass over number words. The number is ``total + current``, each a pair of bounds."""

    def __init__(self) -> None:
        self.total: tuple[int, int] = (0, 0)
        self.current: tuple[int, int] | None = None
        self.last_large = 10**15
        self.ordinal = False

    def take(self, word: str, first: bool) -> bool:
        """Add one word to the number, or return False if the word does not continue it."""
        cardinal = _CARDINAL_OF.get(word)
        if cardinal is not None:
            self.ordinal = self.take(cardinal, False)
            return self.ordinal
        if word in UNITS:
            return self._add(UNITS[word])
        if word == "hundred":
            return self._multiply(100)
        if word in _SCORES:
            begun = word == "dozen" or self.current is not None
            return self.total == (0, 0) and begun and self._multiply(_SCORES[word])
        if word in LARGE:
            return self._large(LARGE[word])
        if word in _VAGUE and first:
            self.current = (2, 3) if word == "couple" else (2, 9)
            return True
        return False

    def _add(self, number: int) -> bool:
        low, high = self.current or (0, 0)
        if self.current is not None:
            room = 100 if low % 100 == 0 and low else 10 if low % 100 >= 20 and low % 10 == 0 and low % 100 else 0
            if low != high or not 0 < number < room:
                return False
        self.current = low + number, high + number
        return True

    def _multiply(self, factor: int) -> bool:
        low, high = self.current or (1, 1)
        if high >= 100:
            return False
        self.current = low * factor, high * factor
        return True

    def _large(self, power: int) -> bool:
        if power >= self.last_large:
            return False
        low, high = self.current or (1, 1)
        self.total = self.total[0] + low * power, self.total[1] + high * power
        self.current, self.last_large = None, power
        return True

    def accepts_and(self) -> bool:
        """Return whether *and* may follow: a hundred and five, two thousand and five."""
        low = self.current[0] if self.current else 0
        return (bool(self.total[1]) and self.current is None) or (low >= 100 and low % 100 == 0)


def read_words(text: str, position: int) -> Numeral | None:
    """Read the number words that start at a position; *a* and *an* before them are left to the caller.

    >>> words = "twenty-five", "nine hundred thousand", "two and a half million"
    >>> [read_words(text, 0).low for text in words]
    [25, 900000, Decimal('2500000.0')]
    >>> read_words("tens of thousands", 0)[1:4]
    (17, 20000, 90000)
    """
    words = _Words()
    at = end = position
    while (found := _WORD.match(text, at)) is not None:
        word = found[0].lower()
        if word in PLURALS:
            able = at == position or words.total == (0, 0)
            return _plural(text, position, words, word, found.end()) if able else None
        if words.ordinal or not words.take(word, at == position):
            break
        end = found.end()
        at = _after_separator(text, end, words)
        if at < 0:
            break
    if end == position:
        return None
    low, high = (a + b for a, b in zip(words.total, words.current or (0, 0), strict=True))
    half = _AND_A_HALF.match(text, end)
    if half is not None and low == high and not words.ordinal:
        value = _and_a_half(low, half)
        return Numeral(position, half.end(), value, value, False)
    again = _AGAIN.match(text, end)
    if again is not None and low == high == int(again[1].replace(",", "")):  # five (5) years
        end = again.end()
    return Numeral(position, end, low, high, False, words.ordinal)


def _after_separator(text: str, end: int, words: _Words) -> int:
    """Return the possible start of the next number word, or -1."""
    sign = text[end : end + 1]
    if sign not in ("-", " "):
        return -1
    if text.startswith(("and ", "and-"), end + 1):
        return end + 5 if words.accepts_and() and text[end + 5 : end + 6].isalpha() else -1
    if text.startswith("of ", end + 1) and words.current == (2, 3):
        return end + 4  # a couple of hundred
    return end + 1


def _plural(text: str, position: int, words: _Words, word: str, end: int) -> Numeral | None:
    """Return hundreds or tens of thousands as two to nine of them, or None after an exact number (*two hundreds*)."""
    if words.current is not None and words.current[0] == words.current[1]:
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
