"""Candidates for given terms: all names in the English text.

Capitals show the names; in a text without capitals, most ranges of words may be names. Features measure how much of the
name and of the term explain each other.
"""

import math
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from termalign.english.capitals import Capitals, Join
from termalign.english.function_words import ARTICLES
from termalign.english.text import EnglishText
from termalign.kinds.kind import Features
from termalign.once import once
from termalign.propose.candidate import HOPELESS, Candidate
from termalign.propose.nearby import nearest

_JOINED = frozenset(Join) - {Join.NONE}
_MOST_PIECES = 7  # pieces of one name
_LONGEST, _LONGEST_TEXT = 9, 40  # words of a name, and of a text, without capitals
_MOST = 16  # names in capitals compared with one term: the closest to its position


Name = tuple[int, int, Features]
"""English words, half-open, and how they look like a name."""


def names_near(middle: float, english: EnglishText) -> Sequence[Name]:
    """Return the names that a text may have near a place, 0 to 1; all of them if they are few or the text has no capitals."""
    names = _names_of(english)
    if not english.cased or len(names) <= _MOST:
        return names
    return names[nearest([(i + j) / 2 for i, j, _ in names], middle * len(english), _MOST)]


@once
def _names_of(english: EnglishText) -> list[Name]:
    found = _in_capitals(english) if english.cased else _in_small_letters(english)
    return sorted(found, key=lambda name: name[0] + name[1])


def whole_names(
    given: tuple[int, int], middle: float, inside: Sequence[Candidate], english: EnglishText, widths: Sequence[int]
) -> Iterator[Candidate]:
    """Yield a candidate for each name near a given term, whose ``middle`` is its position in the Japanese, 0 to 1.

    ``inside`` are the candidates of the term's parts.
    """
    a, b = given
    size = sum(widths[a:b])
    able = [c for c in inside if c.odds > HOPELESS]
    for i, j, features in names_near(middle, english):
        own = [c for c in able if i <= c.i and c.j <= j]
        words, sure = _words_of(own), _words_of(c for c in own if c.odds > 0)
        content = [k for k in range(i, j) if not english.lexemes[k].function] or list(range(i, j))
        characters = sum(widths[k] for k in {k for c in own for k in range(c.a, c.b)})
        share = _share(content, words)
        f: Features = {
            **features,
            "named": 1.0,
            "named words": share,
            "named sure words": _share(content, sure),
            "named characters": characters / size,
            "named both": characters / size * share,
            "named by nothing": float(not own),
            "named whole text": float(i == 0 and j == len(english)),
            "named several": math.log(j - i),
            "named in quotation marks": float(english.quotes and english.quoted(i, j)),
        }
        odds = max([c.odds for c in own], default=-1.0)
        yield Candidate(a, b, i, j, "context", f, odds=odds, covered=characters)


def _words_of(candidates: Iterable[Candidate]) -> set[int]:
    return {k for c in candidates for k in range(c.i, c.j)}


def _share(words: Sequence[int], explained: Set[int]) -> float:
    return sum(k in explained for k in words) / len(words)


def _in_capitals(english: EnglishText) -> Iterator[Name]:
    """Yield capitalised words joined by spaces, and the longer names that other joints make of them.

    Examples are *Sarah Connor*, *Terminator 2*, *Terminator 2: Judgment Day*, *Sarah Connor in Terminator 2*.
    """
    capitals = Capitals(english)
    firm = capitals.names({Join.CLOSE})
    among = math.log(len(firm) or 1)
    whole = capitals.names(_JOINED)
    for name in whole:
        pieces = [piece for piece in firm if name.i <= piece.i and piece.j <= name.j]
        joints = [capitals.joint(x.j - 1, y.i) for x, y in pairwise(pieces)]
        for first in range(len(pieces)):
            for last in range(first, min(len(pieces), first + _MOST_PIECES)):
                f: Features = {"named among": among, "named only": float(len(whole) == 1)}
                if last > first:
                    f[f"named over {min(joints[first:last]).name}"] = 1.0
                if first:
                    f[f"named after {joints[first - 1].name}"] = 1.0
                if last + 1 < len(pieces):
                    f[f"named before {joints[last].name}"] = 1.0
                yield pieces[first].i, pieces[last].j, f


def _in_small_letters(english: EnglishText) -> Iterator[Name]:
    """Yield any words of one sentence, without articles at the ends, unless all are small words."""
    if len(english) > _LONGEST_TEXT:
        return
    for i in range(len(english)):
        if english.lexemes[i].lower in ARTICLES:
            continue
        for j in range(i + 1, min(len(english), i + _LONGEST) + 1):
            if english.sentences[j - 1] != english.sentences[i]:
                break
            if english.lexemes[j - 1].lower in ARTICLES or all(english.lexemes[k].function for k in range(i, j)):
                continue
            f: Features = {"named in small letters": 1.0}
            if i == 0 or not english.tight[i - 1]:
                f["named from a mark"] = 1.0
            if j == len(english) or not english.tight[j - 1]:
                f["named up to a mark"] = 1.0
            yield i, j, f
