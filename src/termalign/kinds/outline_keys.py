"""Blocking keys of katakana by its consonants, for a list and for a text.

The consonants of katakana must equal one of the `outlines` of the English, or lack one consonant; long katakana may
have one consonant too many. If few terms of a list begin alike, or few words of a text, the same beginning is enough. The
terms or words selected in this way are then compared by sound.
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
_LONGER: Final = (3, 4)  # consonants: what tells words apart where many have the same two
_MOST_ALIKE: Final = 8  # words with the same beginning, above which it says nothing
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


def sought(kana: str) -> Iterator[str]:
    """Yield the keys with which katakana is looked up in the `places` of a text: those of `filed`, and longer beginnings.

    Examples
    --------
    >>> sorted(set(sought("グループ")) - set(filed("グループ")))
    ['o:KRP']
    """
    yield from filed(kana)
    yield from _longer_openings(kana_skeleton(kana))


@lru_cache(256)
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


def _openings(outline: str, size: int = _OPENING) -> set[str]:
    """Return the keys for the first consonants, and for those with the next one in place of one of them, but not the first.

    Of two consonants, these are the first two, and the first and the third.
    """
    longer = outline[: size + 1]
    return {f"o:{outline[:size]}", *[f"o:{longer[:k]}{longer[k + 1 :]}" for k in range(1, size)]}


def _longer_openings(outline: str) -> set[str]:
    return set().union(*[_openings(outline, size) for size in _LONGER])


def _without_one(outline: str) -> set[str]:
    return {outline[:k] + outline[k + 1 :] for k in range(len(outline))}


@once
def places(target: Target) -> Mapping[str, Collection[int]]:
    """Return each key that the phrases of a text ask for, with the words at which these phrases begin.

    A beginning that too many different words share is left out; the longer ones tell them apart.
    """
    found: dict[
        str, array[int]
    ] = {}  # arrays, because a set for each of the many keys would slow every garbage collection
    for written, _, i, _ in phrases(target):
        for key in asked(written).union(*map(_longer_openings, written)):
            found.setdefault(key, array("I")).append(i)
    lexemes = target.english.lexemes
    return {
        key: there
        for key, there in found.items()
        if key[0] != "o" or len({lexemes[i].lower for i in there}) <= _MOST_ALIKE
    }


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
