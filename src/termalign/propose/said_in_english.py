"""apposition, by words that say so: *ikebana*, or flower arrangement *in English*; *Kojiki*, *known in English as* Records of …

Where the romaji of a term stands, and the same sentence goes on to say what that is in English, the phrase so marked
renders the term, whatever dictionaries say of it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from termalign.bitext.bitext import Bitext
from termalign.english.function_words import AUXILIARIES, PREPOSITIONS, PRONOUNS
from termalign.kinds.match import Match
from termalign.propose.candidate import Candidate, said_as_well

_STRENGTH = 0.95
_SOUND = frozenset({"romaji", "name"})
_LEAST = 0.7  # of a claim by sound, for the term to have been named
_REACH = 120  # characters from the romaji to the English
_LONGEST = 12  # words
_QUOTES = "\"'“”‘’«»"
_NAMED = r"known|called|named|termed|dubbed|translated|rendered|referred to|glossed"
_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Co|St|Mt|Dr|Mr|No))(?<!\bMrs)(?<!\b(?:Inc|Ltd))[.;:!?]\s|\n")
_BEHIND = re.compile(r"\bin English\b(?!-)")
#: What may follow, if no *in Japanese* comes before: no word that makes it the name of something else (in English literature).
_ENDS = re.compile(r"\s*(?:$|[^\w\s-]|(?:and|or|but)\b)")
_NAMING = re.compile(rf"\b(?:{_NAMED}|in Japanese|literally|means?|meaning|or)\b", re.IGNORECASE)
#: What stands before the phrase, the surest first: a word that says that a name comes; a second name; a mark.
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
    """English words ``i:j`` that are said to be the English for something named at the code points ``first:last``."""

    first: int
    last: int
    i: int
    j: int


def said_in_english(bitext: Bitext, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the phrases that the text declares to be the English for a term whose romaji is among its `matches`."""
    if not bitext.says_in_english:
        return
    english = bitext.english
    named = [m for m in matches if m.kind in _SOUND and m.coverage >= 0.99 and m.strength >= _LEAST]
    found: set[tuple[int, int]] = set()
    for m in named:
        for ways in _all_said(bitext) if _whole(bitext, m) else ():
            said = next((s for s in ways if s.first <= english.ends[m.j - 1] <= s.last and m.j <= s.i), None)
            if said is None or (said.i, said.j) in found:
                continue
            found.add((said.i, said.j))
            within = (x.strength * x.coverage for x in matches if said.i <= x.i and x.j <= said.j)
            sure = 1 - (1 - _STRENGTH) * (1 - max(within, default=0.0))
            forms = (english.phrase(m.i, m.j), english.phrase(said.i, said.j))
            yield Match(said.i, said.j, "apposition", sure, 1.0, forms, (), "in-english")


def _whole(bitext: Bitext, m: Match) -> bool:
    """Return whether the romaji is no part of a longer name (*Tōkaidō* Shinkansen, *saba* kaidō)."""
    english = bitext.english

    def goes_on(k: int, gap: str) -> bool:
        word = english.lexemes[k]
        return gap in (" ", "-") and not word.function and (english.forms[k][0].isupper() or not word.known)

    before = m.i > 0 and english.gap(m.i - 1) != " " and goes_on(m.i - 1, english.gap(m.i - 1))
    return not before and not (m.j < len(english) and goes_on(m.j, english.gap(m.j - 1)))


@lru_cache(maxsize=8)
def _all_said(bitext: Bitext) -> tuple[tuple[Said, ...], ...]:
    """Return for each *in English* the phrases that it may refer to, the likeliest first."""
    text = bitext.english.text
    behind = (tuple(_behind(bitext, m.start(), m.end())) for m in _BEHIND.finditer(text))
    before = (_phrase(bitext, _first(text, m.start()), m.start(), *m.span("name")) for m in _BEFORE.finditer(text))
    return (*behind, *((said,) for said in before if said))


def _first(text: str, at: int) -> int:
    """Return the beginning of the sentence, or of the part of it that is near enough."""
    borders = [m.end() for m in _SENTENCE.finditer(text, max(0, at - 2 * _REACH), at)]
    return borders[-1] if borders else max(0, at - 2 * _REACH)


def _behind(bitext: Bitext, start: int, end: int) -> Iterator[Said]:
    """Y *in English*: where Y begins, the openings say."""
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
    """Return the phrase at these code points, if it is one and no clause; a name without the article that is no part of it."""
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
    """Return whether a phrase after its article says what something is and is no name: the way of the bow, but the
    Pillow Book.
    """
    return all(form[0].islower() for form in forms)


_SURE = 0.85  # log odds of a candidate by sound, for the term to have been named


def named_in_english(candidates: Sequence[Candidate], bitext: Bitext) -> Iterator[Candidate]:
    """Yield candidates for the phrases that the text marks so; what is there already gets the feature too.

    Parameters
    ----------
    candidates : sequence of Candidate
        Those of one term.
    bitext : Bitext
        The English.
    """
    if not bitext.says_in_english:
        return
    at = {(c.i, c.j): c for c in candidates}
    heard = [(c, _kind(c)) for c in candidates if c.single_odds > _SURE]
    named = max((c for c, kind in heard if kind in _SOUND), key=lambda c: c.single_odds, default=None)
    if named is None:
        return
    features = {"said in English": 1.0, "said in English of": named.single_odds}
    for said in said_in_english(bitext, [Match(c.i, c.j, kind, 1.0, 1.0, ()) for c, kind in heard]):
        yield from said_as_well(named, at, (said.i, said.j), "apposition", features)


def _kind(c: Candidate) -> str:
    """Return the kind of a candidate: how it sounds, if that is found too; a gloss of 侘寂 is *wabi-sabi*."""
    return next((finding.kind for finding in c.findings if finding.kind in _SOUND), c.kind)
