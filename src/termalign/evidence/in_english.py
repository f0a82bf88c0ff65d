"""apposition, by words that say so: *ikebana*, or flower arrangement *in English*; *Kojiki*, *known in English as* Records of …

Where the romaji of a term stands, and the same sentence goes on to say what that is in English, the phrase so marked
renders the term, whatever dictionaries say of it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from termalign.english.function_words import AUXILIARIES, PRONOUNS
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match

_STRENGTH = 0.95
_SOUND = frozenset({"romaji", "name"})
_LEAST = 0.7  # of a claim by sound, for the term to have been named
_REACH = 120  # characters from the romaji to the English
_LONGEST = 12  # words
_QUOTES = "\"'“”‘’«»"
_NAMED = r"known|called|named|termed|dubbed|translated|rendered|referred to|glossed"
_SENTENCE = re.compile(r"[.;:!?]\s|\n")
#: … in English, and then no word that makes it the name of something else (in English literature).
_BEHIND = re.compile(r"\bin English\b(?=\s*(?:$|[^\w\s-]|(?:and|or|but)\b))")
_NAMING = re.compile(rf"\b(?:{_NAMED}|in Japanese|literally|means?|meaning|or)\b", re.IGNORECASE)
#: What stands before the phrase, the surest first: a word that says that a name comes; a second name; a mark.
_OPENINGS = tuple(
    re.compile(rf"{opening}[{_QUOTES}]*(?=\w)")
    for opening in (rf"\b(?:(?:{_NAMED})(?: as)?|or|literally|means|meaning) |\(", r", and ", r"\bas |\band |, ")
)
_BEFORE = re.compile(
    rf"\b(?:{_NAMED}) in English(?: as)?:? (?P<a>[{_QUOTES}]?)(?P<name>[^,.;:!?()\n—–\"“”]+)(?P<end>$|, (?=[a-z])|[.;:!?)\"”])"
)
_CLAUSE = (PRONOUNS | AUXILIARIES) - {"who", "which", "that", "her", "his", "its", "their", "one's"}


class Said(NamedTuple):
    """English words ``i:j`` that are said to be the English for something named at the code points ``first:last``."""

    first: int
    last: int
    i: int
    j: int


def said_in_english(bitext: Bitext, matches: Sequence[Match]) -> Iterator[Match]:
    """What the text says is the English for a term whose romaji is among its `matches`."""
    if "in English" not in bitext.english.text:
        return
    english = bitext.english
    named = [
        m for m in matches if m.kind in _SOUND and m.coverage >= 0.99 and m.strength >= _LEAST and _whole(bitext, m)
    ]
    found: set[tuple[int, int]] = set()
    for m in named:
        for said in _all_said(bitext):
            if said.first <= english.ends[m.j - 1] <= said.last and (said.i, said.j) not in found:
                found.add((said.i, said.j))
                within = (x.strength * x.coverage for x in matches if said.i <= x.i and x.j <= said.j)
                sure = 1 - (1 - _STRENGTH) * (1 - max(within, default=0.0))
                forms = (english.phrase(m.i, m.j), english.phrase(said.i, said.j))
                yield Match(said.i, said.j, "apposition", sure, 1.0, forms, (), "in-english")


def _whole(bitext: Bitext, m: Match) -> bool:
    """Whether the romaji is no part of a longer name (*Tōkaidō* Shinkansen, *saba* kaidō)."""
    english = bitext.english

    def goes_on(k: int, gap: str) -> bool:
        word = english.lexemes[k]
        return gap in (" ", "-") and not word.function and (english.forms[k][0].isupper() or not word.known)

    before = m.i > 0 and english.gap(m.i - 1) != " " and goes_on(m.i - 1, english.gap(m.i - 1))
    return not before and not (m.j < len(english) and goes_on(m.j, english.gap(m.j - 1)))


@lru_cache(maxsize=8)
def _all_said(bitext: Bitext) -> tuple[Said, ...]:
    return (*_behind(bitext), *_before(bitext))


def _behind(bitext: Bitext) -> Iterator[Said]:
    """Y *in English*: where Y begins, the openings say."""
    text = bitext.english.text
    for cue in _BEHIND.finditer(text):
        borders = [m.end() for m in _SENTENCE.finditer(text, 0, cue.start())]
        first = max(borders[-1] if borders else 0, cue.start() - 2 * _REACH)
        if not _NAMING.search(text, first, cue.start()):
            continue
        for opening in _OPENINGS:
            able = (m for m in opening.finditer(text, first, cue.start()))
            said = next((s for m in able if (s := _phrase(bitext, first, m.start(), m.end(), cue.start()))), None)
            if said:
                yield said
                break


def _before(bitext: Bitext) -> Iterator[Said]:
    """Known *in English as* Y."""
    text = bitext.english.text
    for m in _BEFORE.finditer(text):
        borders = [x.end() for x in _SENTENCE.finditer(text, 0, m.start())]
        said = _phrase(bitext, borders[-1] if borders else 0, m.start(), m.start("name"), m.end("name"))
        if said:
            yield said


def _phrase(bitext: Bitext, first: int, opening: int, start: int, end: int) -> Said | None:
    """The phrase at these code points without its article, if it is one and no clause."""
    english = bitext.english
    i, j = english.words_in(start, end)
    while i < j and english.forms[i] in ("the", "a", "an"):
        i += 1
    if not i < j <= i + _LONGEST or english.forms[j - 1] in _CLAUSE:
        return None
    if any(form in _CLAUSE for form in english.forms[i:j]) or english.forms[i] in ("to", "who", "which", "that"):
        return None
    if _NAMING.search(english.text, english.starts[i], english.ends[j - 1]):
        return None
    return Said(max(first, opening - _REACH), opening, i, j)
