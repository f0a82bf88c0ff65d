"""Search for phrases in English words: by key in any order, or word by word."""

from collections.abc import Container, Iterator, Sequence

from termalign.english import EnglishText, lexeme
from termalign.english.function_words import LINKERS

FURTHEST = 3  # words between two parts of one phrase, all of them linkers
_BREAKING = frozenset("from at that which who is are was were".split())  # no stray words of a noun phrase
_TURNING = frozenset({"of", "for", "in", "on", "to", "against", "between"})
_LINKING = frozenset(
    {" ", "-", "‐", ".", "–", " - ", "'", "’", "'s ", "’s ", "' ", "’ ", "/", " & ", "&", "", "\n", " '", ", and "}
)
_LOOSE = frozenset({", ", "・", " · "})  # may also separate two phrases: counts as a stray word


def linked(
    english: EnglishText,
    left: int,
    right: int,
    stray: int = 0,
    linkers: Container[str] = LINKERS,
    listing: bool = False,
) -> bool:
    """Return whether words ``left`` and ``right`` (positions, left < right) may belong to one phrase.

    Only `linkers` (of, the, for, and …) and at most `stray` other words may stand between them, and no punctuation that
    ends a phrase; a comma counts as a stray word, but for a phrase that is a `listing`.
    """
    if right - left - 1 > FURTHEST + stray:
        return False
    gaps = english.gaps
    for k in range(left, right):
        if k > left and english.lexemes[k].lower not in linkers:
            stray -= 1
            if stray < 0 or english.forms[k][0].isupper() or english.lexemes[k].lower in _BREAKING:  # another name
                return False
            if english.lexemes[k].lower.endswith("ed") and english.lexemes[k + 1].lower in _TURNING:  # reported in
                return False
        gap = gaps[k]
        if gap not in _LINKING and not (listing and gap in _LOOSE):
            stray -= 1
            if stray < 0 or gap not in _LOOSE:
                return False
    return True


def following(english: EnglishText, left: int, stray: int = 0, linkers: Container[str] = LINKERS) -> Iterator[int]:
    """Yield the words after word ``left`` that are `linked` with it, in order."""
    gaps = english.gaps
    for k in range(left, min(len(english) - 1, left + FURTHEST + stray + 1)):
        if k > left and english.lexemes[k].lower not in linkers:
            stray -= 1
            if stray < 0 or english.forms[k][0].isupper():
                return
        if gaps[k] not in _LINKING:
            stray -= 1
            if stray < 0 or gaps[k] not in _LOOSE:
                return
        yield k + 1


def literal(english: EnglishText, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield ranges of words that are `words` one by one, by lower-case form or by lemma."""
    wanted = [lexeme(w) for w in words]
    if not wanted:
        return
    for i in english.by_stem.get(wanted[0].stem, ()):
        j = i + len(wanted)
        found = english.lexemes[i:j]
        if len(found) == len(wanted) and all(
            f.plain == w.plain or f.lemma == w.lemma for f, w in zip(found, wanted, strict=True)
        ):
            yield i, j
