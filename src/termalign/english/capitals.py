"""Names as English capitals show them: Attack on Titan, The Lord of the Rings: The Return of the King, Half-Life 2.

What joins two capitalised words into one name is certain in different degrees: a space or a hyphen nearly always does, *of* or
a colon mostly, *and*, *in* or a possessive only where nothing else is named beside (Jon Snow *in* Game of Thrones).
"""

import re
from collections.abc import Container, Sequence
from enum import IntEnum
from typing import NamedTuple

from termalign.english.function_words import ARTICLES
from termalign.english.text import EnglishText


class Join(IntEnum):
    """How firmly two neighbouring capitalised words belong together."""

    NONE = 0
    LOOSE = 1
    TITLE = 2
    CLOSE = 3


class Name(NamedTuple):
    """The words ``i:j`` of a name; it begins and ends with a capital or a number."""

    i: int
    j: int


_CLOSE_GAPS = frozenset({" ", "-", "‐", "–", "", "/", "'", "’", ". "})
_TITLE_GAPS = frozenset({": ", " - ", " – ", " — ", " & ", " + ", " / ", " 'n' "})
_LOOSE_GAPS = frozenset({", ", "'s ", "’s ", "' ", "’ "})
_FIRM = frozenset({"of", "de", "la", "le", "du", "des", "von", "van", "der", "den", "del", "della", "di", "da", "dos", "no", "el"})
_LOOSE = frozenset({"and", "in", "on", "to", "for", "with", "at", "from", "into", "n", "y", "und", "et"})
_LONGEST_LINK = 3  # words: in the, of the
_OPENERS = frozenset({"how", "when", "where", "why", "whats", "name", "list", "please", "besides", "excluding", "tell"})
_ROMAN = re.compile(r"[IVX]+")


class Capitals:
    """The capitalised words of a text, and how each is joined to the next.

    Parameters
    ----------
    english : EnglishText
        The text; one without capitals has no names.

    Examples
    --------
    >>> english = EnglishText("Who played Jon Snow in Game of Thrones?")
    >>> [english.phrase(*name) for name in Capitals(english).names(Join.TITLE)]
    ['Jon Snow', 'Game of Thrones']
    >>> [english.phrase(*name) for name in Capitals(english).names(Join.LOOSE)]
    ['Jon Snow in Game of Thrones']
    """

    def __init__(self, english: EnglishText) -> None:
        self._english = english
        self._words = [k for k in range(len(english)) if self._in_name(k)]
        self._joins = [self._join(a, b) for a, b in zip(self._words, self._words[1:], strict=False)]

    def names(self, least: Join, free: Container[int] | None = None) -> Sequence[Name]:
        """Names whose words are joined at least so firmly; of `free` words alone, where these are given."""
        found: list[Name] = []
        before = Join.NONE
        for at, k in enumerate(self._words):
            able = free is None or k in free
            if able and found and before >= least and found[-1].j == self._words[at - 1] + 1:
                found[-1] = found[-1]._replace(j=k + 1)
            elif able:
                found.append(Name(k, k + 1))
            before = self._joins[at] if at < len(self._joins) else Join.NONE
        return [name for name in found if self._is_name(name)]

    def grown(self, i: int, j: int, least: Join, free: Container[int]) -> tuple[int, int]:
        """The words ``i:j`` with the free words on both sides that belong to one name with them."""
        words = self._words
        inside = [at for at, k in enumerate(words) if i <= k < j]
        if not inside:
            return i, j
        first, last = inside[0], inside[-1]
        if words[first] == i or self._lowercase_before(i, words[first]):
            while first and self._joins[first - 1] >= least and words[first - 1] in free:
                first -= 1
        while last < len(self._joins) and self._joins[last] >= least and words[last + 1] in free:
            last += 1
        return min(i, words[first]), max(j, words[last] + 1)

    def _lowercase_before(self, i: int, k: int) -> bool:
        return all(self._english.lexemes[w].lower in ARTICLES for w in range(i, k))

    def _in_name(self, k: int) -> bool:
        english = self._english
        form = english.forms[k]
        if form[0].isdigit():
            return form.isdigit()
        if not form[0].isupper() or (form == "I" and not self._begins_or_numbers(k)):
            return False
        x = english.lexemes[k]
        opens = k == 0 or english.sentences[k] != english.sentences[k - 1]
        return not (opens and (x.function or x.lower in _OPENERS) and x.lower not in ARTICLES)

    def numbers(self, k: int) -> bool:
        """Whether the word ``k`` numbers the capitalised word before it: Apollo *11*, Henry *VIII*."""
        form = self._english.forms[k]
        after = k > 0 and self._english.gap(k - 1) == " " and self._english.forms[k - 1][0].isupper()
        return after and (form.isdigit() or _ROMAN.fullmatch(form) is not None)

    def _begins_or_numbers(self, k: int) -> bool:
        """Whether the *I* at ``k`` is a numeral after a name (World War I), or begins a title (I Have a Dream)."""
        forms, gap = self._english.forms, self._english.gap
        after = k and forms[k - 1][0].isupper() and not self._english.lexemes[k - 1].function and gap(k - 1) == " "
        before = k + 1 < len(forms) and gap(k) == " " and forms[k + 1][0].isupper()
        return bool(after or before)

    def _is_name(self, name: Name) -> bool:
        """Whether the words are more than a number or an article."""
        english = self._english
        return any(
            english.forms[k][0].isupper() and english.lexemes[k].lower not in ARTICLES for k in range(name.i, name.j)
        )

    def _join(self, a: int, b: int) -> Join:
        """How the capitalised words ``a`` and ``b`` are joined, with only small words between."""
        english = self._english
        if b - a > _LONGEST_LINK:
            return Join.NONE
        found = Join.CLOSE
        for k in range(a, b):
            gap = english.gap(k)
            if gap in _TITLE_GAPS:
                found = min(found, Join.TITLE)
            elif gap in _LOOSE_GAPS:
                found = Join.LOOSE
            elif gap not in _CLOSE_GAPS:
                return Join.NONE
        for k in range(a + 1, b):
            word = english.lexemes[k].lower
            if word in _FIRM:
                found = min(found, Join.TITLE)
            elif word in _LOOSE or (k == a + 1 and word in ARTICLES):
                found = Join.LOOSE
            elif word not in ARTICLES:
                return Join.NONE
        if english.forms[b][0].isdigit() and found < Join.CLOSE and english.gap(b - 1) not in _TITLE_GAPS:
            return Join.NONE
        return found
