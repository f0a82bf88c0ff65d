"""Words that the English text declares to mean the same: *X (Y)*; *X, or Y,*; *X, known as Y,*; *X, the Y,*."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.kinds.kind import Features
from termalign.odds import chance
from termalign.once import once
from termalign.propose.candidate import Candidate, said_as_well

_LONGEST = 8  # words
_QUOTES = "\"'“”‘’"
_OPENING = re.compile(
    rf"(?<=[\w{_QUOTES}.])"
    r"(?:(?P<bracket> \()|(?P<named>,? known as|, (?:called|dubbed|named)) |, (?P<or>or) |, (?P<comma>the) )"
    rf"(?:or |the )?[{_QUOTES}]*(?=\w)"
)
_CLOSING = re.compile(r"[,.;:!?)(\n—–]")
_WITHIN_NAMES = frozenset({"of", "for", "and", "on", "the", "in", "&"})


class Equation(NamedTuple):
    """The words ``start:end`` mean the same as the words ``i:j``; ``how`` says what declares it.

    Where the first phrase starts is a guess: only its end is beside the declaration.
    """

    start: int
    end: int
    i: int
    j: int
    how: str


def equated(candidates: Sequence[Candidate], english: EnglishText) -> Iterator[Candidate]:
    """Yield one term's candidates for words equated with another candidate. Existing candidates get the features instead."""
    at = {(c.i, c.j): c for c in candidates}
    names: dict[tuple[int, int], Candidate] = {}
    for (start, end, i, j, how), left, right in _known(candidates, english):
        for known, place, side in ((left, (i, j), "after"), (right, (start, end), "before")):
            if known is not None and place[0] < place[1]:
                names[place] = known
                yield from said_as_well(known, at, place, "apposition", _features(known, place, side, how, english))
    for use, place in _other_uses(english, names):
        again = {"equated again": 1.0, "equated again of odds": names[place].odds}
        yield from said_as_well(names[place], at, use, "apposition", again)


def judge_equated(candidates: Sequence[Candidate], english: EnglishText) -> None:
    """Add the chances of equated candidates to each other, after a first judgement."""
    at = {(c.i, c.j): c for c in candidates}
    names: dict[tuple[int, int], float] = {}
    for (_, _, i, j, how), left, right in _known(candidates, english):
        if left is not None and right is not None and left is not right:
            names[i, j] = chance(max(left.odds, right.odds))
            for c, other in ((left, right), (right, left)):
                c.features["equated with"] = 1.0
                c.features["equated with chance"] = c.features[f"equated by {how} chance"] = chance(other.odds)
    for use, place in _other_uses(english, names):
        if use in at:
            at[use].features["equated elsewhere chance"] = names[place]


def _known(
    candidates: Sequence[Candidate], english: EnglishText
) -> Iterator[tuple[Equation, Candidate | None, Candidate | None]]:
    """Yield each equation of the text with the best candidate that ends before it and with that for exactly its words ``i:j``."""
    found = equations(english) if candidates else ()
    if not found:
        return
    at = {(c.i, c.j): c for c in candidates}
    by_end = {c.j: c for c in sorted(candidates, key=lambda c: c.odds)}
    for equation in found:
        yield equation, by_end.get(equation.end), at.get((equation.i, equation.j))


def _features(known: Candidate, place: tuple[int, int], side: str, how: str, english: EnglishText) -> Features:
    """Return the features of words equated with a known candidate: *Nichibenren* is no word, and so names something."""
    unknown = not any(x.known for x in english.lexemes[slice(*place)])
    return {
        f"equated {side}": 1.0,
        f"equated {side} of odds": known.odds,
        f"equated {side} by {how}": 1.0,
        "equated unknown": float(unknown),
        "equated unknown of odds": known.odds * unknown,
    }


def _other_uses(
    english: EnglishText, places: Collection[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the other uses of the single capitalised words among these places, each with the first place of its word."""
    first: dict[str, tuple[int, int]] = {}
    for i, j in places:
        if j - i == 1 and english.capitalised[i]:
            first.setdefault(english.lexemes[i].lower, (i, j))
    for word, place in first.items():
        uses = [(k, k + 1) for k in english.by_form[word] if english.capitalised[k]]
        yield from ((use, place) for use in uses if use not in places)


@once
def equations(english: EnglishText) -> tuple[Equation, ...]:
    """Return all places at which a text says what means the same.

    Examples
    --------
    >>> english = EnglishText("The Japan Federation of Bar Associations (Nichibenren) objected.")
    >>> [(english.forms[e.end - 1], english.phrase(e.i, e.j), e.how) for e in equations(english)]
    [('Associations', 'Nichibenren', 'bracket')]
    """
    text, found = english.text, []
    for m in _OPENING.finditer(text):
        closing = _CLOSING.search(text, m.end())
        last = closing.start() if closing else len(text)
        end = english.words_in(0, m.start())[1]
        i, j = english.words_in(m.end(), last)
        how = m.lastgroup or ""
        if 0 < end <= i < j <= i + _LONGEST and (how != "bracket" or text[last : last + 1] == ")"):
            found.append(Equation(_start(english, end), end, i, j, how))
    return tuple(found)


def _start(english: EnglishText, j: int) -> int:
    """Return where the phrase that ends before word `j` starts: a name, or content words side by side."""
    i, name = j, english.capitalised[j - 1]
    while i and j - i < _LONGEST and (i == j or english.gap(i - 1) in (" ", "-")):
        word = english.lexemes[i - 1]
        goes_on = english.capitalised[i - 1] or word.lower in _WITHIN_NAMES if name else not word.function
        if not goes_on:
            break
        i -= 1
    while i < j and english.lexemes[i].function:
        i += 1
    return i
