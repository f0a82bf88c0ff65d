"""Blocking keys of katakana by its consonants, for a list and for a text.

The consonants of katakana must equal one of the `outlines` of the English, or lack one consonant; long katakana may
have one consonant too many. If few terms begin alike, the same beginning is enough. The terms selected in this way are
then compared by sound (`termalign.lists.index`).
"""

from array import array
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final

from termalign.once import once
from termalign.phonetics import kana_skeleton
from termalign.phonetics.outlines import joined, outlines
from termalign.target.target import Target

_LOAN_WORDS: Final = 3
_LONGEST: Final = 14  # consonants
_MOST_TOGETHER: Final = 6  # outlines kept for several words
_OPENING: Final = 2  # consonants
_SOME: Final = 3  # consonants: none may be missing from fewer
_MANY: Final = 5  # consonants: from here on, one may be too many


def filed(kana: str) -> Iterator[str]:
    """Yield the keys of katakana.

    Examples
    --------
    >>> sorted(filed("グループ")), len(list(filed("マンチェスター")))
    (['o:KP', 'o:KR', 'x:KRP'], 7)
    """
    heard = kana_skeleton(kana)
    yield f"x:{heard}"
    yield from _openings(heard)
    if len(heard) >= _MANY:
        yield from (f"y:{rest}" for rest in _without_one(heard))


@lru_cache(4096)
def asked(written: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of katakana that may represent a phrase with these outlines.

    Examples
    --------
    >>> sorted(asked(("KRP",)))
    ['o:KP', 'o:KR', 'x:KP', 'x:KR', 'x:KRP', 'x:RP']
    """
    found = set()
    for outline in written:
        found.add(f"x:{outline}")
        found.update(_openings(outline))
        if len(outline) >= _SOME:
            found.update(f"x:{rest}" for rest in _without_one(outline))
        if len(outline) >= _MANY - 1:
            found.add(f"y:{outline}")
    return frozenset(found)


def _openings(outline: str) -> set[str]:
    """Return the keys for the first two consonants, and for the first and the third."""
    return {f"o:{outline[:_OPENING]}", f"o:{outline[:1]}{outline[_OPENING:][:1]}"}


def _without_one(outline: str) -> set[str]:
    return {outline[:k] + outline[k + 1 :] for k in range(len(outline))}


@once
def places(target: Target) -> Mapping[str, Collection[int]]:
    """Return each key that the phrases of a text ask for, with the words at which these phrases begin."""
    found: dict[
        str, array[int]
    ] = {}  # arrays, because a set for each of the many keys would slow every garbage collection
    for written, _, i, _ in phrases(target):
        for key in asked(written):
            found.setdefault(key, array("I")).append(i)
    return found


def phrases(target: Target) -> Iterator[tuple[tuple[str, ...], str, int, int]]:
    """Yield the outlines, the text and the range of each phrase of up to three words that may be a loanword."""
    english = target.english
    heard = [outlines(lexeme.plain) for lexeme in english.lexemes]
    for i in range(len(heard)):
        if english.lexemes[i].function or not english.forms[i][0].isalpha():
            continue
        written = heard[i]
        for j in range(i, min(i + _LOAN_WORDS, len(heard))):
            if j > i:
                if not english.tight[j - 1]:
                    break
                written = joined(written, heard[j], _MOST_TOGETHER)
            if min(map(len, written)) > _LONGEST:
                break
            yield written, " ".join(english.forms[i : j + 1]), i, j + 1
