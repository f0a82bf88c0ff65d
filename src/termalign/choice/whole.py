"""A name that the user points at, and the whole of its English: what capitals join, and nothing else in the Japanese explains.

Matchers find what they know of a name: of 『パーシー・ジャクソンとオリンポスの神々』 *Percy Jackson*. Where the rest of the
capitalised phrase, *& the Olympians*, renders nothing else, it belongs to the same name. And where nothing is known of a name
(バイオハザード), the one name that is left over in the English renders it (Resident Evil).
"""

from collections.abc import Sequence
from typing import NamedTuple

from termalign.choice.candidate import Candidate
from termalign.english.capitals import Capitals, Join
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.japanese.text import JapaneseText

_BRACKETS = {"『": "』", "「": "」", "《": "》", "〈": "〉", "“": "”", '"': '"'}
_WHOLE = 0.95  # coverage of a match that leaves nothing of the term over
_NUMERALS = frozenset("0123456789一二三四五六七八九十IVX")
_ONLY = 0.85  # the chance that the one name left over renders the one name left over
_MOST_NAMES = 2


class Rest(NamedTuple):
    """What a text's links leave over beside the given terms.

    Attributes
    ----------
    names : bool
        Names are among it.
    anything : bool
        Something that may be rendered is.
    """

    names: bool
    anything: bool


def rest_of(left: Sequence[Term]) -> Rest:
    """What is left over, from the terms that no link covers."""
    names = any((t.proper or t.katakana) and not t.words for t in left)
    return Rest(names, bool(left))


def is_title(text: str, start: int, end: int) -> bool:
    """Whether brackets stand around the term, and around nothing else."""
    closing = _BRACKETS.get(text[start - 1 : start]) if start else None
    return closing is not None and text[end : end + 1] == closing


def stands_alone(text: JapaneseText, start: int, end: int) -> bool:
    """Whether the term is a whole noun run, or several: no noun goes on it on either side."""
    return not any(
        (first < start < last) or (first < end < last)
        for first, last in ((text.morphemes[a].start, text.morphemes[b - 1].end) for a, b in text.runs)
    )


def may_be_name(term: Term) -> bool:
    """Whether the term may be a name at all: proper, katakana, or Latin letters."""
    return term.proper or term.katakana or term.surface[0].isascii()


def grown(c: Candidate, text: JapaneseText, capitals: Capitals, free: frozenset[int], rest: Rest) -> Candidate:
    """The candidate, with the free words around its English that belong to one name with it."""
    title = is_title(text.text, c.start, c.end)
    if not title and not stands_alone(text, c.start, c.end):
        return c
    partial = c.matches[0].coverage < _WHOLE
    if title or partial:
        least = Join.TITLE if rest.names else Join.LOOSE
        if not title:
            least = max(least, Join.TITLE)
    elif not rest.anything:
        least = Join.CLOSE
    else:
        return _with_number(c, capitals, free)
    i, j = capitals.grown(c.i, c.j, least, free)
    return c if (i, j) == (c.i, c.j) else c._replace(i=i, j=j)


def left_over(
    start: int, end: int, term: Term, text: JapaneseText, bitext: Bitext, free: frozenset[int], rest: Rest
) -> list[Candidate]:
    """Names that are left over in the English, as renderings of a name that is left over in the Japanese."""
    if not (is_title(text.text, start, end) or (may_be_name(term) and stands_alone(text, start, end))):
        return []
    names = Capitals(bitext.english).names(Join.TITLE if rest.names else Join.LOOSE, free)
    if not 0 < len(names) <= _MOST_NAMES:
        return []
    chance = _ONLY / len(names)
    found = []
    for i, j in names:
        match = Match(i, j, "context", chance, 1.0, (term.surface, bitext.english.phrase(i, j)))
        found.append(Candidate(start, end, i, j, term, (match,), chance, 1.0))
    return found


def _with_number(c: Candidate, capitals: Capitals, free: frozenset[int]) -> Candidate:
    """The candidate with the number that ends its English, if the Japanese has one: 第一次世界大戦, World War *I*."""
    if _NUMERALS.isdisjoint(c.term.surface) or c.j not in free or not capitals.numbers(c.j):
        return c
    return c._replace(j=c.j + 1)
