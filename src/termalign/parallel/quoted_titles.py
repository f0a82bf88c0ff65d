"""The title that each side has in quotation marks: 『進撃の巨人』, *"Attack on Titan"*.

No dictionary has most of them, and word by word they are often something else in English. Where either side has one title that
no link renders as a whole, the two are the same work.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.evidence.match import Match
from termalign.evidence.part_weights import mass
from termalign.evidence.term_cache import TermCache
from termalign.japanese.quoted_kana import quoted
from termalign.japanese.text import JapaneseText

_QUOTED = re.compile(r'"([^"\n]{2,90}?)[,.!?]?"|“([^“”\n]{2,90}?)[,.!?]?”|‘([^‘’\n]{2,90}?)[,.!?]?’')
_LONGEST = 16  # morphemes
_SENTENCE = re.compile("[。、？]|(?:です|ます|だ|た|ない)$")
_SURE = 0.7  # score of a link that says that a title is another's
TITLE_SCORE: Final = 0.85


def with_quoted_titles(
    chosen: Sequence[Candidate], text: JapaneseText, english: EnglishText, terms: TermCache
) -> list[Candidate]:
    """The links of a text, those of pieces of such a title replaced by the title, and of a title without its subtitle by all of
    it.
    """
    if not english.quotes:
        return list(chosen)
    ours = [place for place in quoted(text.morphemes, _LONGEST) if _SENTENCE.search(text.surface(*place)) is None]
    if not ours:
        return list(chosen)
    ends = {place: _ends(text, *place) for place in ours}
    titles = list(_titles(english))
    chosen = _in_full(chosen, set(ends.values()), titles)
    whole = {(c.start, c.end): (c.i, c.j) for c in chosen}
    open_ours = [place for place in ours if ends[place] not in whole]
    rendered = [whole[each] for each in ends.values() if each in whole]
    theirs = [(i, j) for i, j in titles if not any(x < j and i < y for x, y in rendered)]
    if len(open_ours) != 1 or len(theirs) != 1:
        return list(chosen)
    place, (i, j) = open_ours[0], theirs[0]
    start, end = ends[place]
    inside = [c for c in chosen if start <= c.start and c.end <= end]
    there = [c for c in chosen if c.i < j and i < c.j]
    if any(c not in there and c.score >= _SURE for c in inside) or any(
        c not in inside and c.score >= _SURE for c in there
    ):
        return list(chosen)
    term = terms.at(text, *place)
    match = Match(i, j, "context", TITLE_SCORE, 1.0, (term.surface, english.phrase(i, j)))
    title = Candidate(start, end, i, j, term, (match,), TITLE_SCORE, mass(term))
    return [*[c for c in chosen if c not in inside and c not in there], title]


def _in_full(
    chosen: Sequence[Candidate], ours: Collection[tuple[int, int]], theirs: Sequence[tuple[int, int]]
) -> list[Candidate]:
    """The links, those of our titles with all that stands in the same quotation marks and has no other link."""
    found = []
    for c in chosen:
        if (c.start, c.end) in ours:
            for i, j in theirs:
                alone = not any(o is not c and o.i < j and i < o.j for o in chosen)
                if i <= c.i and c.j <= j and c.j - c.i < j - i and alone:
                    c = c._replace(i=i, j=j)
        found.append(c)
    return found


def _ends(text: JapaneseText, a: int, b: int) -> tuple[int, int]:
    return text.morphemes[a].start, text.morphemes[b - 1].end


def _titles(english: EnglishText) -> Iterator[tuple[int, int]]:
    """The words ``i:j`` of what stands in quotation marks and has the capitals of a title."""
    for found in _QUOTED.finditer(english.text):
        i, j = english.words_in(*found.span(found.lastindex or 0))
        if i < j and english.capitalised[i] and all(_may_be_in_title(english, k) for k in range(i, j)):
            yield i, j


def _may_be_in_title(english: EnglishText, k: int) -> bool:
    return english.capitalised[k] or english.lexemes[k].function or english.forms[k][0].isdigit()
