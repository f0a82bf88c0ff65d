"""Candidates for definitions with a bracket: ``long (short)``, ``short (long)``, ``(long, short)``."""

import re
from collections.abc import Iterator
from typing import Final

from termalign.abbreviations.brackets import Bracket, brackets
from termalign.abbreviations.shape import is_short_form, may_be_short
from termalign.abbreviations.short_form import REACH, Candidate, back, trimmed

_MOST_SEGMENTS: Final = 4  # examined inside a bracket
_LONGEST_TOKEN: Final = 40
#: Words before the short or long form inside a bracket that are not part of it.
_LEAD_IN = re.compile(
    r"(?:(?:or|and|also|often|sometimes|usually|commonly|simply|then|now|hereafter|hereinafter|henceforth|thereafter|"
    r"subsequently|abbreviated|abbreviation|abbr\.?|abbrev\.?|shortened|short|for|stands|standing|acronym|called|named|"
    r"known|termed|dubbed|referred|designated|denoted|defined|a\.k\.a\.?|aka|as|to|by|in|full|i\.e\.?|the|its|an?|"
    r"initials|of|from)(?:[\s,:]+|(?=[\"“‘「])))+",
    re.IGNORECASE,
)
_SEGMENT = re.compile(
    r"\s*(?:[;,:=；，：、]|\s(?:or|and|aka|a\.k\.a\.|i\.e\.)\s|\s[-–—]\s|—|\s(?=[(\[（]))\s*", re.IGNORECASE
)
_LIKE_VALUE = re.compile(r"\s*[=<>≤≥:]\s*[-−+.]?\s*[\d.<>]")
_BRACKETED = re.compile(r"[(\[（].*[)\]）]$")
#: A bracket between a long form and the bracket with its short form.
_ASIDE = re.compile(r"\s+[(\[（][^()\[\]（）]{1,60}[)\]）]\s*$")
_FOR_SHORT = re.compile(r"[\"”’」,]*\s+for short$")
_LAST_TOKEN = re.compile(r"[^\s()\[\]（）「」]+$")
#: The rest of a list of capitalised names: Ministry of Land, Infrastructure |, Transport and Tourism.
_LIST_GOES_ON = re.compile(r"(?:,\s+[A-Z][\w-]*)*,?\s+(?:and|&)\s+[A-Z]")
_FIRST_TOKEN = re.compile(r"\s*[^\s,;:()\[\]]+")


def bracketed(text: str) -> Iterator[Candidate]:
    """Yield the candidates of every bracket of `text`, in order."""
    for bracket in brackets(text):
        if bracket.closed and _part_of_word(text, bracket):
            continue
        if not bracket.closed:
            yield from _never_closed(text, bracket)
            continue
        segments = _segments(text, bracket)
        yield from _short_inside(text, bracket, segments)
        yield from _long_inside(text, bracket, segments)


def _part_of_word(text: str, bracket: Bracket) -> bool:
    """Return whether the bracket is notation inside a word: FiO(2), A(2A)antagonist, (SO3H)GHMRF."""
    opening = bracket.begin - 1
    if not opening or text[opening] not in "([{" or text[opening - 1].isspace():
        return False
    if not text[opening - 1].isalnum():
        return _joins(text, bracket)
    if len(text[max(0, opening - 3) : opening].rstrip("0123456789")) < 3 or not text[opening - 2].isalpha():
        return True
    return _joins(text, bracket) and not text[bracket.begin : bracket.end].isupper()


def _joins(text: str, bracket: Bracket) -> bool:
    return text[bracket.end + 1 : bracket.end + 2].isalnum()


def _segments(text: str, bracket: Bracket) -> list[tuple[int, int]]:
    found, at = [], bracket.begin
    for cut in _SEGMENT.finditer(text, bracket.begin, bracket.end):
        found.append((at, cut.start()))
        at = cut.end()
        if len(found) == _MOST_SEGMENTS:
            break
    return [*found, (at, bracket.end)]


def _never_closed(text: str, bracket: Bracket) -> Iterator[Candidate]:
    """Yield the candidate for the acronym directly after an unclosed bracket."""
    token = _FIRST_TOKEN.match(text, bracket.begin, bracket.end)
    if token:
        start, end = trimmed(text, *token.span())
        end = start + len(text[start:end].rstrip(".!?"))
        if is_short_form(text[start:end]):
            yield Candidate(start, end, back(text, bracket.begin - 1, REACH), bracket.begin - 1, "before", -0.5)


def _short_inside(text: str, bracket: Bracket, segments: list[tuple[int, int]]) -> Iterator[Candidate]:
    right = bracket.begin - 1
    left = back(text, right, REACH)
    for nth, (start, end) in enumerate(segments[:_MOST_SEGMENTS]):
        start, end = _short_span(text, start, end)
        if not may_be_short(text[start:end]) or _LIKE_VALUE.match(text, end) or _BRACKETED.match(text, start, end):
            continue
        if nth:
            yield Candidate(start, end, bracket.begin, segments[nth - 1][1], "before", -0.5)
        prior = -1.0 if nth else 0.0
        yield Candidate(start, end, left, right, "before", prior)
        aside = _ASIDE.search(text, left, right)
        if aside:
            yield Candidate(start, end, left, aside.start(), "before", prior)
        if nth + 1 < len(segments) and not _BRACKETED.match(text, *segments[nth + 1]):
            yield Candidate(start, end, *_without_lead_in(text, *segments[nth + 1]), "within", -1.0)


def _short_span(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = trimmed(text, start, end)
    closing = _FOR_SHORT.search(text, start, end)
    if closing:
        end = closing.start()
    start, end = trimmed(text, *_without_lead_in(text, start, end))
    if text[start:end].count(".") == 1 and end - start > 2:
        end = start + len(text[start:end].rstrip("."))
    return start, end


def _without_lead_in(text: str, start: int, end: int) -> tuple[int, int]:
    lead_in = _LEAD_IN.match(text, start, end)
    return (lead_in.end() if lead_in and lead_in.end() < end else start), end


def _long_inside(text: str, bracket: Bracket, segments: list[tuple[int, int]]) -> Iterator[Candidate]:
    begin, stop = bracket.begin, trimmed(text, max(0, bracket.begin - _LONGEST_TOKEN), bracket.begin - 1)[1]
    token = _LAST_TOKEN.search(text, max(0, stop - _LONGEST_TOKEN), stop)
    if not token or begin == bracket.end:
        return
    start, end = trimmed(text, *token.span())
    short = text[start:end]
    left, _ = _without_lead_in(text, begin, bracket.end)
    # A lower-case word can be a short form (laser, radar) only of words with the same first letter.
    if not may_be_short(short) or (short.islower() and text[left : left + 1].lower() != short[0]):
        return
    prior = -1.0 if is_short_form(short) else -2.0
    # An apparent lead-in may be the beginning of the long form: ASAP (as soon as possible).
    for right in sorted({right for _, right in segments if right > left}):
        if "," in text[left:right] and right < bracket.end and _LIST_GOES_ON.match(text, right, bracket.end):
            continue
        for first in {begin, left}:
            yield Candidate(start, end, first, right, "within", prior)
