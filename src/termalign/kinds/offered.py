"""The blocking keys that an English text looks up in a list of terms, each with the position of its word.

A key is a letter, a colon, and what the letter stands for:

====  ==========================================================================
s     the stem of a word
p     the stems of two words close to each other, in alphabetical order
v     a word as written, in lower case; also without a plural *s*
l     the letters of up to eight words
r     words that can be read as romaji, loosely spelled
t     the same with *no* inside, left out
n     a capitalised word that can be read as romaji
z     the letters of up to four capitalised words
x, y  the consonant classes of up to three words (`termalign.kinds.outline_keys`)
o     the first two of them, or the first and the third
a     the letters of an acronym, sorted
q     a number, ``~`` and a size, or only ``~`` for a vague quantity
j     Japanese
====  ==========================================================================
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from termalign.english.text import HYPHENS, EnglishText
from termalign.kana import loose
from termalign.kinds.kind import Offered
from termalign.kinds.outline_keys import asked, phrases
from termalign.target.quantity_keys import quantity_keys
from termalign.target.target import Target
from termalign.text.scripts import JAPANESE

BY_MEANING = frozenset("spqa")
"""Letters of keys that say what a term means; by the others it is found by how it sounds or is written."""
_NEAR = 4  # words: the second word of a pair follows the first within this distance
LISTED_WORDS = 8  # words of the longest English of a listed name
_AROUND = re.compile(rf"\S*[{JAPANESE}]\S*")
_ONE = re.compile(rf"[{JAPANESE}]")
#: Where Japanese may begin that another text has beside its rendering: behind other characters, or a particle (県警は|青狼団).
BEGINS = re.compile(rf"(?<![{JAPANESE}])|(?<=[はがをのにとでもや])[^ぁ-ゖ]")


def pair_key(one: str, other: str) -> str:
    """Return the key of two stems, in either order."""
    return f"p:{one} {other}" if one < other else f"p:{other} {one}"


def stems(target: Target) -> Iterator[Offered]:
    """Yield the stems of content words, and of any two that are close to each other."""
    english = target.english
    content = [k for k in range(len(english)) if not english.is_small_word(k) or _is_tied(english, k)]
    for n, k in enumerate(content):
        stem = english.stems[k]
        near = [english.stems[m] for m in content[n + 1 : n + 1 + _NEAR] if m - k <= _NEAR]
        yield Offered([f"s:{stem}", *[pair_key(stem, other) for other in near]], k)
    for stem, places in english.joined.items():
        yield from (Offered([f"s:{stem}"], k) for k, _ in places)


def _is_tied(english: EnglishText, k: int) -> bool:
    """Return whether a hyphen joins a word to another. The *by* of *by-election* counts as content, as in a gloss."""
    return english.gap(k) in HYPHENS or (k > 0 and english.gap(k - 1) in HYPHENS)


def words(target: Target) -> Iterator[Offered]:
    """Yield words as written, and two words with a hyphen as one."""
    english = target.english
    for k, lexeme in enumerate(english.lexemes):
        found = [f"v:{lexeme.lower}"]
        if lexeme.lower.endswith("s"):
            found.append(f"v:{lexeme.lower[:-1]}")
        if k + 1 < len(english) and english.gap(k) in HYPHENS:
            found.append(f"v:{lexeme.lower}{english.lexemes[k + 1].lower}")
        yield Offered(found, k)


def letters(target: Target) -> Iterator[Offered]:
    """Yield the letters of adjacent words."""
    plain = [lexeme.plain for lexeme in target.english.lexemes]
    for i in range(len(plain)):
        yield Offered(list(accumulate(plain[i : i + LISTED_WORDS], initial="l:"))[1:], i)


def romaji(target: Target) -> Iterator[Offered]:
    """Yield the romaji keys of words that can be read as Japanese."""
    for key, ranges in target.romaji.items():
        yield from (Offered([f"r:{loose(key)}"], i) for i, _ in ranges)
    for key, ranges in target.romaji_around_no.items():
        yield from (Offered([f"r:{loose(key)}", f"t:{loose(key)}"], i) for i, _ in ranges)


def named(target: Target) -> Iterator[Offered]:
    """Yield the romaji keys of words that can be read as Japanese, and the keys of capitalised ones."""
    yield from romaji(target)
    yield from names(target)


def clips(target: Target) -> Iterator[Offered]:
    """Yield the keys of clips: their romaji, and the English of their full forms."""
    yield from romaji(target)
    yield from stems(target)


def rendered(target: Target) -> Iterator[Offered]:
    """Yield words as written, and the stems of words."""
    yield from words(target)
    yield from stems(target)


def names(target: Target) -> Iterator[Offered]:
    """Yield capitalised words that can be read as Japanese."""
    return (Offered([f"n:{word.key}"], word.i) for word in target.names)


def capitalised(target: Target) -> Iterator[Offered]:
    """Yield the letters of capitalised words."""
    return (Offered([f"z:{joined}"], i) for joined, ranges in target.capitalised.items() for i, _ in ranges)


def sounds(target: Target) -> Iterator[Offered]:
    """Yield the keys of words that katakana may represent."""
    return (Offered(asked(written), i, phrase) for written, phrase, i, _ in phrases(target))


def acronyms(target: Target) -> Iterator[Offered]:
    """Yield the letters of acronyms."""
    for i, short in target.acronyms:
        written = "".join(filter(str.isalnum, short.lower()))
        found = {written, written.removesuffix("s")}
        counted = re.fullmatch(r"([a-z])([2-6])", written)
        if counted:  # T3
            found.add(counted[1] * int(counted[2]))
        yield Offered(["a:" + "".join(sorted(each)) for each in found], i)


def quantities(target: Target) -> Iterator[Offered]:
    """Yield numbers, dates and amounts."""
    for quantity, (i, _) in zip(target.quantities, target.quantity_words, strict=True):
        yield Offered(quantity_keys([quantity]), i)


def japanese(target: Target) -> Iterator[Offered]:
    """Yield every stretch with no Japanese next to it but a particle before it, with and without adjacent Latin letters."""
    for found in _AROUND.finditer(target.english.text) if target.japanese else ():
        stretch, (i, _) = found.group(), target.english.words_in(*found.span())
        ends = [k for k in range(1, len(stretch) + 1) if not _within(stretch, k)]
        for start in (k for k in range(len(stretch)) if not _within(stretch, k) or BEGINS.match(stretch, k)):
            # code points of the longest Japanese
            for end in ends[bisect_right(ends, start) : bisect_right(ends, start + 30)]:
                yield Offered([f"j:{stretch[start:end]}"], i)


def _within(stretch: str, k: int) -> bool:
    """Return whether there is Japanese on both sides of a place."""
    return 0 < k < len(stretch) and bool(_ONE.match(stretch[k - 1]) and _ONE.match(stretch[k]))
