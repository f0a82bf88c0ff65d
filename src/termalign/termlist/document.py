"""The keys of an English text, against which the triggers of terms are held.

A key is a letter and a colon before what it stands for:

====  ==========================================================================
s     the family key of a word
v     a word as written, in lower case; without a plural *s* too
l     the letters of up to eight words
r     what can be read as romaji, loosely spelled
t     the same with *no* inside it, left out
n     a capitalised word that can be read as romaji
x     the consonant classes of up to five words, one of them missing or not
a     the letters of an acronym, sorted
q     a number, or ``~`` for a quantity compared by more than its number
j     Japanese
====  ==========================================================================
"""

import re
from collections.abc import Iterator

from termalign.evidence.bitext import Bitext
from termalign.evidence.naming.characters import loose
from termalign.termlist.numbers import quantity_keys

_LISTED_WORDS = 8
_LOAN_WORDS = 5
_LONGEST_OUTLINE = 14
_LONGEST_JAPANESE = 30
_LEAST_SINO = 2
_JA = "\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff・"
_AROUND = re.compile(rf"\S*[{_JA}]\S*")
_ONE = re.compile(rf"[{_JA}]")


def firm_keys(bitext: Bitext) -> Iterator[str]:
    """All keys but those of stems and outlines, which are looked up in other ways."""
    english = bitext.english
    for x in english.lexemes:
        yield f"v:{x.lower}"
        if x.lower.endswith("s"):
            yield f"v:{x.lower[:-1]}"
    plain = [x.plain for x in english.lexemes]
    for i in range(len(plain)):
        joined = "l:"
        for word in plain[i : i + _LISTED_WORDS]:
            joined += word
            yield joined
    yield from (f"r:{loose(key)}" for key in bitext.romaji)
    for key in bitext.romaji_around_no:
        yield f"r:{loose(key)}"
        yield f"t:{loose(key)}"
    yield from (f"n:{key}" for key in {word.key for word in bitext.names})
    for _, short in bitext.acronyms:
        yield from (f"a:{letters}" for letters in _acronym_letters(short))
    yield from quantity_keys(bitext.quantities)
    if not bitext.ascii:
        yield from _japanese(english.text)


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
        borders = [not (0 < k < size and _ONE.match(stretch[k - 1]) and _ONE.match(stretch[k])) for k in range(size + 1)]
        for start in range(size):
            if borders[start]:
                for end in range(start + 1, min(size, start + _LONGEST_JAPANESE) + 1):
                    if borders[end]:
                        yield f"j:{stretch[start:end]}"


def outlines(bitext: Bitext) -> set[tuple[str, str]]:
    """The consonant classes of each word that may begin a loanword, and of it and the words after it, with the words."""
    english, skeletons = bitext.english, bitext.skeletons
    found: set[tuple[str, str]] = set()
    for i in range(len(skeletons)):
        if english.lexemes[i].function or not english.forms[i][0].isalpha():
            continue
        written = ""
        for j in range(i, min(i + _LOAN_WORDS, len(skeletons))):
            if j > i and not bitext.tight(j - 1):
                break
            written += skeletons[j]
            if len(written) > _LONGEST_OUTLINE:
                break
            found.add((written, " ".join(english.forms[i : j + 1])))
    return found


def halves(bitext: Bitext) -> Iterator[tuple[str, str]]:
    """What may be spelled of names: (role, key)."""
    for key in {word.key for word in bitext.names}:
        yield "family", key
        yield "given", key
    for letters in bitext.capitalised:
        for cut in range(_LEAST_SINO - 1, len(letters)):
            head, tail = letters[:cut], letters[cut:]
            yield "sino-family", head
            yield "sino-given", head
            yield "sino-family", tail
            yield "sino-given", tail
