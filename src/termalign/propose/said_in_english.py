"""Apposition that a text declares: *ikebana*, or flower arrangement *in English*; *Kojiki*, *known in English as* Records of …

If the text has a term in romaji, and the same sentence says what that is in English, the English phrase renders the
term, whatever dictionaries say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.bitext.bitext import Bitext
from termalign.english.function_words import AUXILIARIES, PREPOSITIONS, PRONOUNS
from termalign.once import once
from termalign.propose.candidate import Candidate, said_as_well

_SOUND = frozenset({"romaji", "name"})
_REACH = 120  # characters between the romaji and the English
_LONGEST = 12  # words
_QUOTES = "\"'“”‘’«»"
_NAMED = r"known|called|named|termed|dubbed|translated|rendered|referred to|glossed"
_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Co|St|Mt|Dr|Mr|No))(?<!\bMrs)(?<!\b(?:Inc|Ltd))[.;:!?]\s|\n")
_BEHIND = re.compile(r"\bin English\b(?!-)")
#: What may follow *in English* unless *in Japanese* came before; *in English literature* names something else.
_ENDS = re.compile(r"\s*(?:$|[^\w\s-]|(?:and|or|but)\b)")
_NAMING = re.compile(rf"\b(?:{_NAMED}|in Japanese|literally|means?|meaning|or)\b", re.IGNORECASE)
#: What introduces the phrase, most reliable first: a word that announces a name, a second name, or a mark.
_OPENINGS = tuple(
    re.compile(rf"{opening}[{_QUOTES}]*(?=\w)")
    for opening in (rf"\b(?:(?:{_NAMED})(?: as)?|or|literally|means|meaning) |\(", r", and ", r"\bas |\band |, ")
)
_BEFORE = re.compile(
    rf"\b(?:{_NAMED}) in English(?: as)?:? (?P<a>[{_QUOTES}]?)(?P<name>[^,.;:!?()\n—–\"“”]+)(?P<end>$|, (?=[a-z])|[.;:!?)\"”])"
)
_CLAUSE = (PRONOUNS | AUXILIARIES) - {"who", "which", "that", "her", "his", "its", "their", "one's", "being", "having"}
_NEVER_FIRST = PREPOSITIONS | {"who", "which", "that"}


class Said(NamedTuple):
    """English words ``i:j`` that the text declares to be the English for something named at the code points ``first:last``."""

    first: int
    last: int
    i: int
    j: int


def said_in_english(bitext: Bitext, named: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the English words ``(i, j)`` that the text declares to be the English for the romaji at the words ``named``."""
    if not bitext.says_in_english:
        return
    ends = bitext.english.ends
    found: set[tuple[int, int]] = set()
    for i, j in named:
        for ways in _all_said(bitext) if _whole(bitext, i, j) else ():
            said = next((s for s in ways if s.first <= ends[j - 1] <= s.last and j <= s.i), None)
            if said is not None and (said.i, said.j) not in found:
                found.add((said.i, said.j))
                yield said.i, said.j


def _whole(bitext: Bitext, i: int, j: int) -> bool:
    """Return whether the romaji is not part of a longer name (*Tōkaidō* Shinkansen, *saba* kaidō)."""
    english = bitext.english

    def goes_on(k: int, gap: str) -> bool:
        word = english.lexemes[k]
        return gap in (" ", "-") and not word.function and (english.forms[k][0].isupper() or not word.known)

    before = i > 0 and english.gap(i - 1) != " " and goes_on(i - 1, english.gap(i - 1))
    return not before and not (j < len(english) and goes_on(j, english.gap(j - 1)))


@once
def _all_said(bitext: Bitext) -> tuple[tuple[Said, ...], ...]:
    """Return, for each *in English*, the phrases that it may refer to, best first."""
    text = bitext.english.text
    behind = (tuple(_behind(bitext, m.start(), m.end())) for m in _BEHIND.finditer(text))
    before = (_phrase(bitext, _first(text, m.start()), m.start(), *m.span("name")) for m in _BEFORE.finditer(text))
    return (*behind, *((said,) for said in before if said))


def _first(text: str, at: int) -> int:
    """Return where the sentence begins, or the earliest code point that is close enough."""
    borders = [m.end() for m in _SENTENCE.finditer(text, max(0, at - 2 * _REACH), at)]
    return borders[-1] if borders else max(0, at - 2 * _REACH)


def _behind(bitext: Bitext, start: int, end: int) -> Iterator[Said]:
    """Yield the phrases that may come before *in English*. The openings show where a phrase begins."""
    text = bitext.english.text
    first = _first(text, start)
    if not (_ENDS.match(text, end) or "in Japanese" in text[first:start]):
        return
    if not (_NAMING.search(text, first, start) or text.startswith(")", end)):
        return
    for opening in _OPENINGS:
        for m in opening.finditer(text, first, start):
            said = _phrase(bitext, first, m.start(), m.end(), start)
            if said:
                yield said


def _phrase(bitext: Bitext, first: int, opening: int, start: int, end: int) -> Said | None:
    """Return the phrase at these code points, or None if it is a clause. Drop the article before a name."""
    english = bitext.english
    i, j = english.words_in(start, end)
    if j - i > 1 and english.forms[i] in ("the", "a", "an") and not _describes(english.forms[i + 1 : j]):
        i += 1
    if not i < j <= i + _LONGEST or english.forms[j - 1] in _CLAUSE:
        return None
    if any(form in _CLAUSE for form in english.forms[i:j]) or english.forms[i] in _NEVER_FIRST:
        return None
    if _NAMING.search(english.text, english.starts[i], english.ends[j - 1]):
        return None
    return Said(max(first, opening - _REACH), opening, i, j)


def _describes(forms: Sequence[str]) -> bool:
    """Return whether a phrase after its article is a description (the way of the bow), not a name (the Pillow Book)."""
    return all(form[0].islower() for form in forms)


_SURE = 0.85  # log odds from which a candidate by sound shows that the text names the term


def named_in_english(candidates: Sequence[Candidate], bitext: Bitext) -> Iterator[Candidate]:
    """Yield one term's candidates for the declared phrases. Candidates that are already there get the features instead."""
    if not bitext.says_in_english:
        return
    at = {(c.i, c.j): c for c in candidates}
    named = [c for c in candidates if c.single_odds > _SURE and _kind(c) in _SOUND]
    if not named:
        return
    surest = max(named, key=lambda c: c.single_odds)
    features = {"said in English": 1.0, "said in English of": surest.single_odds}
    for place in said_in_english(bitext, [(c.i, c.j) for c in named]):
        yield from said_as_well(surest, at, place, "apposition", features)


def _kind(c: Candidate) -> str:
    """Return the kind of a candidate, preferring how it sounds: *wabi-sabi* is also a gloss of 侘寂."""
    return next((finding.kind for finding in c.findings if finding.kind in _SOUND), c.kind)
