"""What the English text declares to mean the same: *X (Y)*; *X, or Y,*; *X, known as Y,*; *X, or Y in English*."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.english.function_words import AUXILIARIES, PREPOSITIONS, PRONOUNS
from termalign.once import once

_QUOTES = "\"'“”‘’«»"
_LONGEST = 8  # words
_OPENING = re.compile(
    rf"(?<=[\w{_QUOTES}.])"
    r"(?:(?P<bracket> \()|(?P<named>,? known as|, (?:called|dubbed|named)) |, (?P<or>or) |, (?P<comma>the) )"
    rf"(?:or |the )?[{_QUOTES}]*(?=\w)"
)
_CLOSING = re.compile(r"[,.;:!?)(\n—–]")
_WITHIN_NAMES = frozenset({"of", "for", "and", "on", "the", "in", "&"})

_REACH = 120  # characters between the romaji and the English
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


class Equation(NamedTuple):
    """The words ``start:end`` mean the same as the words ``i:j``; ``how`` says what declares it.

    Where the first phrase starts is a guess: only its end is beside the declaration.
    """

    start: int
    end: int
    i: int
    j: int
    how: str


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


class Said(NamedTuple):
    """English words ``i:j`` that the text declares to be the English for something named at the code points ``first:last``."""

    first: int
    last: int
    i: int
    j: int


def said_in_english(english: EnglishText, named: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the English words ``(i, j)`` that the text declares to be the English for the romaji at the words ``named``."""
    ends = english.ends
    found: set[tuple[int, int]] = set()
    for i, j in named:
        for ways in _all_said(english) if _whole(english, i, j) else ():
            said = next((s for s in ways if s.first <= ends[j - 1] <= s.last and j <= s.i), None)
            if said is not None and (said.i, said.j) not in found:
                found.add((said.i, said.j))
                yield said.i, said.j


def _whole(english: EnglishText, i: int, j: int) -> bool:
    """Return whether the romaji is not part of a longer name (*Tōkaidō* Shinkansen, *saba* kaidō)."""

    def goes_on(k: int, gap: str) -> bool:
        word = english.lexemes[k]
        return gap in (" ", "-") and not word.function and (english.forms[k][0].isupper() or not word.known)

    before = i > 0 and english.gap(i - 1) != " " and goes_on(i - 1, english.gap(i - 1))
    return not before and not (j < len(english) and goes_on(j, english.gap(j - 1)))


@once
def _all_said(english: EnglishText) -> tuple[tuple[Said, ...], ...]:
    """Return, for each *in English*, the phrases that it may refer to, best first."""
    text = english.text
    behind = (tuple(_behind(english, m.start(), m.end())) for m in _BEHIND.finditer(text))
    before = (_phrase(english, _first(text, m.start()), m.start(), *m.span("name")) for m in _BEFORE.finditer(text))
    return (*behind, *((said,) for said in before if said))


def _first(text: str, at: int) -> int:
    """Return where the sentence begins, or the earliest code point that is close enough."""
    borders = [m.end() for m in _SENTENCE.finditer(text, max(0, at - 2 * _REACH), at)]
    return borders[-1] if borders else max(0, at - 2 * _REACH)


def _behind(english: EnglishText, start: int, end: int) -> Iterator[Said]:
    """Yield the phrases that may come before *in English*. The openings show where a phrase begins."""
    text = english.text
    first = _first(text, start)
    if not (_ENDS.match(text, end) or "in Japanese" in text[first:start]):
        return
    if not (_NAMING.search(text, first, start) or text.startswith(")", end)):
        return
    for opening in _OPENINGS:
        for m in opening.finditer(text, first, start):
            said = _phrase(english, first, m.start(), m.end(), start)
            if said:
                yield said


def _phrase(english: EnglishText, first: int, opening: int, start: int, end: int) -> Said | None:
    """Return the phrase at these code points, or None if it is a clause. Drop the article before a name."""
    i, j = english.words_in(start, end)
    if j - i > 1 and english.forms[i] in ("the", "a", "an") and not _describes(english.forms[i + 1 : j]):
        i += 1
    if i >= j or english.forms[j - 1] in _CLAUSE:
        return None
    if any(form in _CLAUSE for form in english.forms[i:j]) or english.forms[i] in _NEVER_FIRST:
        return None
    if _NAMING.search(english.text, english.starts[i], english.ends[j - 1]):
        return None
    return Said(max(first, opening - _REACH), opening, i, j)


def _describes(forms: Sequence[str]) -> bool:
    """Return whether a phrase after its article is a description (the way of the bow), not a name (the Pillow Book)."""
    return all(form[0].islower() for form in forms)
