"""Finding phrases in English words: by key in any order, or word by word."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from termalign.cached import cached
from termalign.english import EnglishText, lexeme
from termalign.english.function_words import ARTICLES, LINKERS

#: What stands between two words of one phrase that are next to each other.
BESIDE = frozenset({" ", "-", "‐", "."})  # J.League
FURTHEST = 3  # words between two parts of one phrase, all of them linkers
_BREAKING = frozenset("from at that which who is are was were".split())  # no stray words of a noun phrase
_TURNING = frozenset({"of", "for", "in", "on", "to", "against", "between"})
_ASIDE = 0.25  # words: what tips the balance between two that are as near
_LISTED = 2  # keys: Economy, Trade and Industry
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
    """Whether words ``left`` and ``right`` (positions, left < right) may belong to one phrase.

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


@cached(65536)
def own_linkers(text: str) -> frozenset[str]:
    """What may stand between the words of a phrase: of *indicted without arrest* also *without*."""
    small = frozenset([word for word in text.lower().split() if lexeme(word).function])
    return LINKERS if small <= LINKERS else LINKERS | small


def following(english: EnglishText, left: int, stray: int = 0, linkers: Container[str] = LINKERS) -> Iterator[int]:
    """The words after word ``left`` that are `linked` with it, in order."""
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


def windows(
    english: EnglishText, keys: Sequence[str], bare: bool = False, linkers: Container[str] = LINKERS
) -> Iterator[tuple[int, int, int]]:
    """Ranges of words that hold every key of a phrase, in any order, with linkers between.

    Parameters
    ----------
    english : EnglishText
        The text.
    keys : sequence of str
        Of the phrase.
    bare : bool
        The phrase has no small words: nothing stands between its words in their order, and *of* or the like where they are
        turned round (court costs, costs of the court; no penalty *or* imprisonment).
    linkers : container of str
        Words that may stand between.

    Yields
    ------
    tuple of (int, int, int)
        Words ``i:j`` and how many neighbouring keys stand in another order than in the phrase.
    """
    by_stem = english.by_stem
    if len(keys) == 1:
        for i in by_stem.get(keys[0], ()):
            yield i, i + 1, 0
        return
    places: list[Sequence[int]] = []
    for key in keys:
        found = by_stem.get(key)
        if not found:
            return
        places.append(found)
    seen = set()
    anchor = min(places, key=len)
    if len(set(keys)) < len(keys):  # year on year
        choices: Iterable[list[int]] = _in_order(places)
    elif len(anchor) == len(max(places, key=len)) == 1:
        choices = [[p[0] for p in places]]
    else:
        choices = (_nearest_to(at, anchor, places) for at in anchor)
    for chosen in choices:
        if len(set(chosen)) < len(chosen):
            continue
        order = sorted(chosen)
        window = (order[0], order[-1] + 1)
        if window in seen:
            continue
        listing = len(keys) > _LISTED
        if all(linked(english, a, b, 0, linkers, listing) for a, b in itertools.pairwise(order)):
            seen.add(window)
            if bare and order[-1] - order[0] >= len(order) and not _turned(english, chosen):
                continue
            yield *window, sum(a > b for a, b in itertools.pairwise(chosen))


def _in_order(places: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The place of each word, the next one after that of the word before it."""
    for first in places[0]:
        chosen = [first]
        for p in places[1:]:
            k = bisect_right(p, chosen[-1])
            if k == len(p):
                return
            chosen.append(p[k])
        yield chosen


def _nearest_to(at: int, anchor: Sequence[int], places: Sequence[Sequence[int]]) -> list[int]:
    """The place of each word nearest to `at`, one of `anchor`; of two as near the one on the side where the phrase has it."""
    chosen, before = [], True
    for p in places:
        if p is anchor:
            chosen.append(at)
            before = False
        elif len(p) == 1:
            chosen.append(p[0])
        else:
            aim = at - _ASIDE if before else at + _ASIDE
            behind = bisect_left(p, aim)
            before_aim = p[max(0, behind - 1)]
            chosen.append(before_aim if behind == len(p) or aim - before_aim < p[behind] - aim else p[behind])
    return chosen


def _turned(english: EnglishText, chosen: Sequence[int]) -> bool:
    """Whether what stands between the words of a bare phrase is what turning them round asks for."""
    for a, b in itertools.pairwise(sorted(chosen)):
        between = {english.lexemes[k].lower for k in range(a + 1, b)} - ARTICLES
        if between and (chosen.index(a) < chosen.index(b) or not between <= _TURNING):
            return False
    return True


def literal(english: EnglishText, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Ranges of words that are `words` one by one, by lower-case form or by lemma."""
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
