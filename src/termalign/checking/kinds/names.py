"""The kinds ``name`` and ``acronym``: words in Latin letters in the Japanese that are missing in the English."""

import re
from collections.abc import Iterator

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.preceding import preceding
from termalign.checking.segment import LINKED, Segment
from termalign.checking.sizes import without_sizes
from termalign.english.datelines import datelines
from termalign.kana import is_japanese
from termalign.model import FindingKind, Link

_WORD = re.compile(r"(?<![A-Za-z0-9_.@\\/:`*~!<-])[A-Z][A-Za-z]+(?![A-Za-z0-9_.(@\\/:`*>-]*[A-Za-z0-9_(`*>])")
_SENTENCE = re.compile(r"(?:^|[.!?:;][)\]\"'”’]*|\n|--|[-–—]|[\"“(*])\s*$")


class LatinNames(Checker):
    """A checker for names (*Python*) or acronyms (*HTTP*) that both texts should share unchanged."""

    def __init__(self, kind: FindingKind) -> None:
        self.kind = kind

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja_text, en_text = without_sizes(*segment.without_shortcuts)
        fewer = self._fewer(ja_text, en_text)
        others = self._others(segment, en_text) if fewer else []
        for k, word in enumerate(fewer):
            other = others[k] if k < len(others) else None
            if (other is None and _said(word[0], segment.en)) or self._expanded(word[0], segment):
                continue
            lost, instead = segment.direction.ordered(word[0], other[0]) if other else (word[0], "")
            lacking = segment.direction.translation if other else "English"
            said = f", which has “{instead}”" if other else ""
            yield self.finding(
                segment,
                scores.LATIN_NAME_CHANGED if other else scores.LATIN_NAME_LOST,
                f"{lost} is not in the {lacking}{said}.",
                ja=word.span(),
                en=other.span() if other else None,
                expected=[word[0]],
                japanese=[other[0]] if other else (),
            )

    def _fewer(self, ja_text: str, en_text: str) -> list[re.Match[str]]:
        """Return the first occurrence of each word that is more frequent in the Japanese than in the English."""
        ja = [word for word in _WORD.finditer(ja_text) if self._mine(word[0])]
        there, here = en_text.lower(), ja_text.lower()
        rarer = {name for name in {word[0].lower() for word in ja} if there.count(name) < here.count(name)}
        found: dict[str, re.Match[str]] = {}
        for word in ja:
            if word[0].lower() in rarer:
                found.setdefault(word[0], word)
        return list(found.values())

    def _others(self, segment: Segment, en_text: str) -> list[re.Match[str]]:
        """Return names in the English that are not in the Japanese and do not render a Japanese word."""
        new = [word for word in _WORD.finditer(en_text) if self._mine(word[0]) and _new(word, segment, en_text)]
        explained = _rendering(segment) | _in_datelines(en_text) if new else set()
        return [word for word in new if explained.isdisjoint(range(*word.span()))]

    def _mine(self, word: str) -> bool:
        return word.isupper() == (self.kind == "acronym") and len(word) > 1

    def _expanded(self, word: str, segment: Segment) -> bool:
        """Return whether the English spells out an acronym."""
        initials = "".join(form.replace(".", "") if "." in form else form[:1] for form in segment.english.forms)
        return word.isupper() and word in initials.upper()  # U.S. Geological Survey: USGS


def _said(word: str, text: str) -> bool:
    """Return whether a text contains a word in any case, even inside another word: ASCII in ascii_letters."""
    return word.lower() in text.lower() or (word.endswith("s") and word[:-1].lower() in text.lower())


def _new(word: re.Match[str], segment: Segment, text: str) -> bool:
    """Return whether a capitalised English word is a name that is not in the Japanese."""
    if _said(word[0], segment.ja):
        return False
    return word[0].isupper() or preceding(_SENTENCE, text, word.start()) is None


def _rendering(segment: Segment) -> set[int]:
    """Return the code points of English words that render Japanese words and so are not names, such as *English*."""
    return {
        k
        for link in segment.links
        if link.score >= LINKED and any(map(is_japanese, link.ja.text)) and _has_the_names(link)
        for k in range(link.en.start, link.en.end)
    }


def _in_datelines(text: str) -> set[int]:
    """Return the code points of datelines: TOKYO -- does not stand for SNS."""
    return {k for line in datelines(text) for k in range(line.start, line.end)}


def _has_the_names(link: Link) -> bool:
    """Return whether the English of a link has the Latin names of its Japanese: not Python のコード, *Harrison code*."""
    return all(_said(name[0], link.en.text) for name in _WORD.finditer(link.ja.text))
