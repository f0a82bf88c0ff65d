"""The kinds ``date`` and ``opposite``, for words that exclude one another: 翌日, *the previous day*; 兄, *younger brother*."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations
from typing import NamedTuple

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.glossed import glossed, outermost
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.japanese.denials import is_undone
from termalign.model import FindingKind
from termalign.once import once
from termalign.quantities.quantity import Offsets
from termalign.tables import read_table

_SCORES: Mapping[FindingKind, float] = {"date": scores.ANOTHER_DAY, "opposite": scores.OPPOSITE}
_FROM = re.compile("[^、。]{0,4}から[^、。]{0,4}")
_AFTER_FROM = re.compile(r"\bfrom\b[^.,;]{0,20}$", re.IGNORECASE)
_TO = re.compile(r"[^.,;]{0,20}\bto\b[^.,;]{0,20}", re.IGNORECASE)


class _Side(NamedTuple):
    """One row of ``sides.tsv``. `english` says this side; `may` also has words that say it only in some contexts."""

    expected: str
    japanese: re.Pattern[str]
    english: re.Pattern[str]
    may: re.Pattern[str]


@cache
def _sides(wanted: FindingKind) -> dict[str, list[_Side]]:
    """Return the sides of one kind of finding by what is compared. A *part* is a part of the patterns in the rows below it."""
    found: dict[str, list[_Side]] = {}
    parts: dict[str, tuple[str, str]] = {}
    for kind, what, expected, japanese, english, also in read_table(__package__, "sides.tsv", header=True):
        for name, (ja, en) in parts.items():
            japanese = japanese.replace(f"{{{name}}}", ja)
            english, also = (words.replace(f"{{{name}}}", en) for words in (english, also))
        if kind == "part":
            parts[what] = japanese, english
        elif kind == wanted:
            patterns = re.compile(japanese), _words(english), _words(f"{english}|{also}" if also else english)
            found.setdefault(what, []).append(_Side(expected, *patterns))
    return found


def _words(pattern: str) -> re.Pattern[str]:
    """Return a regular expression for whole words, in which capitals do not matter; a space stands for any white space."""
    return re.compile(f"(?:{pattern})[a-z]*".replace(" ", r"\s+"), re.IGNORECASE)


class Sides(Checker):
    """A checker for words on one side in the Japanese, where the English has words on another side instead.

    The English does not mention the side at all, and mentions another one more often than the Japanese does; or it mentions
    two sides, but goes from the second to the first.
    """

    by_block = True

    def __init__(self, kind: FindingKind) -> None:
        self.kind = kind

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja = segment.ja_prose
        for sides in _mentioned(segment.context)[self.kind]:
            ours = [(side, found) for side in sides if (found := side.japanese.search(ja))]
            if not ours:
                continue
            en = segment.own_english  # without code that both texts share
            lost = [
                (side, found) for side, found in ours if not side.may.search(en) and not is_undone(ja, *found.span())
            ]
            if lost:
                side, found = lost[0]
                added = next(filter(None, (_added(each, ja, en, found.start()) for each in sides)), ())
                added = [place for place in added if not _is_explained(place, sides, segment)]
                if added:
                    yield self.finding(
                        segment, _SCORES[self.kind], ja=found.span(), en=added[0], expected=[side.expected]
                    )
            elif "から" in ja:
                for start, end, own, theirs in _turned(ours, ja, en):
                    expected = [f"{start.expected} to {end.expected}"]
                    yield self.finding(segment, _SCORES[self.kind], ja=own, en=theirs, expected=expected)


@once
def _mentioned(segment: Segment) -> Mapping[FindingKind, Sequence[Sequence[_Side]]]:
    """Return the sides of what the Japanese mentions, by kind; its blocks mention nothing else."""
    ja = segment.ja_prose
    return {
        kind: [sides for sides in _sides(kind).values() if any(side.japanese.search(ja) for side in sides)]
        for kind in _SCORES
    }


def _added(side: _Side, ja: str, en: str, start: int) -> list[Offsets]:
    """Return the places of a side that the English mentions more often than the Japanese.

    The Japanese mentions another side at `start`. The English mention with the same number of mentions before it comes first.
    """
    own, theirs = list(side.japanese.finditer(ja)), [found.span() for found in side.english.finditer(en)]
    before = sum(found.start() < start for found in own)
    return [theirs[before], *theirs[:before], *theirs[before + 1 :]] if len(theirs) > len(own) else []


def _is_explained(place: Offsets, sides: Sequence[_Side], segment: Segment) -> bool:
    """Return whether the dictionary renders a Japanese word that is on no side by the English word at a place."""
    english, ja = segment.english, segment.ja_prose
    first, last = english.words_in(*place)
    if last - first != 1:
        return False
    words = [word for word in outermost(glossed(segment)) if english.stems[first] in word.meaning.stems]
    on_a_side = [found.span() for side in sides for found in side.japanese.finditer(ja)] if words else ()
    return any(
        word.is_content and all(word.end <= start or end <= word.start for start, end in on_a_side) for word in words
    )


def _turned(
    ours: Sequence[tuple[_Side, re.Match[str]]], ja: str, en: str
) -> Iterator[tuple[_Side, _Side, Offsets, Offsets]]:
    """Yield two sides of the Japanese that から joins, and their places in both texts, if they change places in the English."""
    for (start, one), (end, other) in permutations(ours, 2):
        theirs = [side.english.search(en) for side in (end, start)]
        if _FROM.fullmatch(ja, one.end(), other.start()) and theirs[0] and theirs[1]:
            first, second = theirs[0], theirs[1]
            if _TO.fullmatch(en, first.end(), second.start()) and _AFTER_FROM.search(en[: first.start()]):
                yield start, end, (one.start(), other.end()), (first.start(), second.end())
