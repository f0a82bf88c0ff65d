"""The keys of an English text, against which the triggers of terms are held.

A key is a letter and a colon before what it stands for:

====  ==========================================================================
s     the family key of a word
v     a word as written, in lower case; without a plural *s* too
l     the letters of up to eight words
r     what can be read as romaji, loosely spelled
t     the same with *no* inside it, left out
n     a capitalised word that can be read as romaji
x     the consonant classes of up to five words: termalign.termlist.outlines
y     the same of katakana, one of them left out
a     the letters of an acronym, sorted
q     a number, or ``~`` for a quantity compared by more than its number
j     Japanese
c     two characters that neighbouring words render
====  ==========================================================================
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from termalign.evidence.bitext import Bitext
from termalign.evidence.naming.characters import loose
from termalign.quantities.keys import quantity_keys

_LISTED_WORDS = 8
_LONGEST_JAPANESE = 30
_LEAST_SINO = 2
_SHORT, _SHORTEST, _FUNCTION = 0.85, 3, 0.2  # termalign.evidence.romaji
_JA = "\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff・"
_AROUND = re.compile(rf"\S*[{_JA}]\S*")
_ONE = re.compile(rf"[{_JA}]")


class Said(NamedTuple):
    """A key with the words ``i:j`` that it stands for and the most that it is worth, 0 to 1."""

    key: str
    i: int
    j: int
    bound: float = 1.0


def firm_keys(bitext: Bitext) -> Iterator[Said]:
    """All keys but those of stems, outlines and halves of names, which are looked up in other ways."""
    english = bitext.english
    plain = [x.plain for x in english.lexemes]
    for i, x in enumerate(english.lexemes):
        yield Said(f"v:{x.lower}", i, i + 1)
        if x.lower.endswith("s"):
            yield Said(f"v:{x.lower[:-1]}", i, i + 1)
        joined = "l:"
        for j in range(i, min(i + _LISTED_WORDS, len(plain))):
            joined += plain[j]
            yield Said(joined, i, j + 1)
    for key, ranges in bitext.romaji.items():
        for i, j in ranges:
            weak = j - i == 1 and english.lexemes[i].function
            yield Said(f"r:{loose(key)}", i, j, _FUNCTION if weak else _SHORT if len(key) <= _SHORTEST else 1.0)
    for key, ranges in bitext.romaji_around_no.items():
        for i, j in ranges:
            yield Said(f"r:{loose(key)}", i, j)
            yield Said(f"t:{loose(key)}", i, j)
    for word in bitext.names:
        yield Said(f"n:{word.key}", word.i, word.j)
    for i, short in bitext.acronyms:
        for letters in _acronym_letters(short):
            yield Said(f"a:{letters}", i, i + 1)
    for quantity in bitext.quantities:
        i, j = english.words_in(quantity.start, quantity.end)
        for key in quantity_keys([quantity]):
            yield Said(key, i, j)
    if bitext.japanese:
        for key in _japanese(english.text):
            yield Said(key, 0, len(english))


def _acronym_letters(short: str) -> set[str]:
    letters = "".join(filter(str.isalnum, short.lower()))
    found = {letters, letters.removesuffix("s")}
    counted = re.fullmatch(r"([a-z])([2-6])", letters)
    if counted:  # T3
        found.add(counted[1] * int(counted[2]))
    return {"".join(sorted(each)) for each in found}


def _japanese(text: str) -> Iterator[str]:
    """Every stretch of Japanese that no other Japanese adjoins, Latin letters beside it included or not."""
    for found in _AROUND.finditer(text):
        stretch = found.group()
        size = len(stretch)
        borders = [
            not (0 < k < size and _ONE.match(stretch[k - 1]) and _ONE.match(stretch[k])) for k in range(size + 1)
        ]
        for start in range(size):
            if borders[start]:
                for end in range(start + 1, min(size, start + _LONGEST_JAPANESE) + 1):
                    if borders[end]:
                        yield f"j:{stretch[start:end]}"


def sino_halves(bitext: Bitext) -> Iterator[tuple[str, str]]:
    """Every way to part capitalised words into two names, and the two the other way round."""
    for letters in bitext.capitalised:
        for cut in range(_LEAST_SINO - 1, len(letters)):
            head, tail = letters[:cut], letters[cut:]
            yield head, tail
            yield tail, head
