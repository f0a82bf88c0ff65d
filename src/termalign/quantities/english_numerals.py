"""English numerals: figures, words, and both mixed."""

import re
from decimal import Decimal
from typing import NamedTuple

from termalign.english.text import BARE_POINT
from termalign.quantities.quantity import Amount

SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * tens
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {f"{word[:-1]}ieth": number for word, number in TENS.items()}
LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LARGE_ORDINALS = {"hundredth": "hundred", "thousandth": "thousand", "millionth": "million", "billionth": "billion"}
_SCORES = {"dozen": 12, "score": 20}
PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100} | {f"{word}s": n for word, n in LARGE.items()}
_VAGUE = frozenset(["several", "few", "couple", "handful"])
_MULTIPLIERS = frozenset(["hundred", "dozen", "score", *LARGE])
NUMBER_WORDS = frozenset([*SMALL, *TENS, *ORDINALS, *_LARGE_ORDINALS, *PLURALS, *_VAGUE, *_MULTIPLIERS])

CARDINALS = frozenset([*SMALL, *TENS, *LARGE, "hundred"])

_FIGURES = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(\.[0-9]+(?!\.?[0-9]))?")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_MAGNITUDE = re.compile(
    r"[ -]?(hundred|thousand|million|billion|trillion|dozen|(?-i:bn|mn|mln|trn|tn|k|K(?=\b)))\b"
    r"(?!['-]?(?:th)\b)",
    re.IGNORECASE,
)
_MONEY_MAGNITUDE = re.compile(r" ?(m|b|M|B|bil|mil)\b")
_AND_A_HALF = re.compile(
    r"[ -]and[ -]a[ -]half\b(?:[ -](hundred|thousand|million|billion|trillion|dozen)\b)?", re.IGNORECASE
)
_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_POWERS = {
    "hundred": 100, "dozen": 12, "score": 20, **LARGE, "bn": 10**9, "mn": 10**6, "mln": 10**6, "trn": 10**12,
    "tn": 10**12, "k": 1000, "m": 10**6, "b": 10**9, "bil": 10**9, "mil": 10**6,
}  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+")
_AGAIN = re.compile(r" ?\(([0-9][0-9,]*)\)(?=[ -][A-Za-z])")
_LONGEST = 24


class Numeral(NamedTuple):
    """A numeral in an English text; ``low < high`` for a vague one (*dozens*)."""

    start: int
    end: int
    low: Amount
    high: Amount
    ordinal: bool
    figures: bool

    @property
    def vague(self) -> bool:
        return self.low != self.high


def read_figures(text: str, position: int, money: bool = False) -> Numeral | None:
    """Read figures: 4,400, 9.5 billion, 25th, 2.8bn, 5m after a currency sign, .325 without its nought.

    >>> [read_figures(text, 0).low for text in ("4,400 m", "25th", "9.5 billion")]
    [4400, 25, Decimal('9500000000.0')]
    """
    found = _FIGURES.match(text, position)
    if found is None or found.end() - position > _LONGEST:
        return None
    end = found.end()
    if position and found[2] is None and BARE_POINT.match(text, position - 1):
        rate = Decimal(f"0.{found[1]}")
        return Numeral(position - 1, end, rate, rate, False, True)
    whole = found[1].replace(",", "")
    value: Amount = Decimal(whole + found[2]) if found[2] else int(whole)
    if text[end : end + 1] in _GLYPHS and not found[2]:
        value, end = value + _GLYPHS[text[end]], end + 1
    ordinal = _ORDINAL_END.match(text, end)
    if ordinal is not None and not found[2]:
        return Numeral(position, ordinal.end(), value, value, True, True)
    value, end = _magnitude(text, end, value, money)
    half = _AND_A_HALF.match(text, end)
    if half is not None and (end == found.end() or half[1] is None):
        value, end = _and_a_half(value, half), half.end()
    return Numeral(position, end, value, value, False, True)


def _magnitude(text: str, end: int, value: Amount, money: bool) -> tuple[Amount, int]:
    found = _MAGNITUDE.match(text, end)
    if found is None and money:
        found = _MONEY_MAGNITUDE.match(text, end)
    if found is None:
        return value, end
    following = text[found.end() : found.end() + 1]
    if following == "-" and text[found.end() + 1 : found.end() + 3] == "th":
        return value, end
    value *= _POWERS[found[1].lower()]
    return (
        _magnitude(text, found.end(), value, money)
        if found[1].lower() in ("hundred", "thousand")
        else (value, found.end())
    )


def _and_a_half(value: Amount, half: re.Match[str]) -> Amount:
    return (Decimal(value) + Decimal("0.5")) * (_POWERS[half[1].lower()] if half[1] else 1)


class _Words:
    """One pass over number words: ``total + current``, each with its bounds."""

    __slots__ = ("current", "last_large", "ordinal", "total")

    def __init__(self) -> None:
        self.total: tuple[int, int] = (0, 0)
        self.current: tuple[int, int] | None = None
        self.last_large = 10**15
        self.ordinal = False

    def take(self, word: str, first: bool) -> bool:
        """Add one word; false where it does not go on the number."""
        if word in SMALL or word in TENS:
            return self._add(SMALL.get(word) or TENS.get(word) or 0)
        if word in ORDINALS:
            self.ordinal = True
            return self._add(ORDINALS[word]) or self._undo()
        if word == "hundred":
            return self._multiply(100)
        if word in _SCORES:
            begun = word == "dozen" or self.current is not None
            return self.total == (0, 0) and begun and self._multiply(_SCORES[word])
        if word in LARGE:
            return self._large(LARGE[word])
        if word in _LARGE_ORDINALS:
            self.ordinal = True
            return self.take(_LARGE_ORDINALS[word], False) or self._undo()
        if word in _VAGUE and first:
            self.current = (2, 3) if word == "couple" else (2, 9)
            return True
        return False

    def _undo(self) -> bool:
        self.ordinal = False
        return False

    def _add(self, number: int) -> bool:
        if self.current is None:
            self.current = (number, number)
            return True
        low, high = self.current
        room = 100 if low % 100 == 0 and low else 10 if low % 100 >= 20 and low % 10 == 0 and low % 100 else 0
        if low != high or not 0 < number < room:
            return False
        self.current = (low + number, high + number)
        return True

    def _multiply(self, factor: int) -> bool:
        low, high = self.current or (1, 1)
        if high >= 100:
            return False
        self.current = (low * factor, high * factor)
        return True

    def _large(self, power: int) -> bool:
        if power >= self.last_large:
            return False
        low, high = self.current or (1, 1)
        self.total = (self.total[0] + low * power, self.total[1] + high * power)
        self.current, self.last_large = None, power
        return True

    def accepts_and(self) -> bool:
        """Whether *and* may go on: a hundred and five, two thousand and five."""
        low = self.current[0] if self.current else 0
        return (bool(self.total[1]) and self.current is None) or (low >= 100 and low % 100 == 0)


def read_words(text: str, position: int) -> Numeral | None:
    """Read the number words that start at a position.

    Parameters
    ----------
    text : str
        English text.
    position : int
        Where a word starts; *a* and *an* before hundred, dozen, few … are the caller's.

    Returns
    -------
    Numeral or None

    Examples
    --------
    >>> words = "twenty-five", "nine hundred thousand", "two and a half million"
    >>> [read_words(text, 0).low for text in words]
    [25, 900000, Decimal('2500000.0')]
    >>> read_words("tens of thousands", 0)[1:4]
    (17, 20000, 90000)
    """
    words = _Words()
    end = position
    at = position
    while (found := _WORD.match(text, at)) is not None:
        word = found[0].lower()
        if word in PLURALS:
            return (
                _plural(text, position, words, word, found.end()) if at == position or words.total == (0, 0) else None
            )
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
        return Numeral(position, half.end(), value, value, False, False)
    again = _AGAIN.match(text, end)
    if again is not None and low == high == int(again[1].replace(",", "")):  # five (5) years
        end = again.end()
    return Numeral(position, end, low, high, words.ordinal, False)


def _after_separator(text: str, end: int, words: _Words) -> int:
    """Where the next number word may start, or -1."""
    sign = text[end : end + 1]
    if sign not in ("-", " "):
        return -1
    if text.startswith(("and ", "and-"), end + 1):
        return end + 5 if words.accepts_and() and text[end + 5 : end + 6].isalpha() else -1
    if text.startswith("of ", end + 1) and words.current == (2, 3):
        return end + 4  # a couple of hundred
    return end + 1


def _plural(text: str, position: int, words: _Words, word: str, end: int) -> Numeral | None:
    """Hundreds, tens of thousands: from two to nine of them; "two hundreds" is no such thing."""
    if words.current is not None and words.current[0] == words.current[1]:
        return None
    power = PLURALS[word]
    chain = re.compile(r" of (thousands|millions|billions|trillions)\b", re.IGNORECASE).match(text, end)
    if chain is not None:
        power, end = power * PLURALS[chain[1].lower()], chain.end()
    return Numeral(position, end, 2 * power, 9 * power, False, False)
