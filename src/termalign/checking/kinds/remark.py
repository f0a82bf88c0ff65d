"""The kind ``untranslated``: remarks about the translation, such as language models write before and after it."""

import re
from collections.abc import Iterator

import termalign.checking.scores as scores
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import TAKEN, Segment

#: Words about a translation; before a capital, a nationality belongs to a name (*Japanese Patent Office*)
_ABOUT = re.compile(r"\b(?:translat\w*|(?:english|japanese)(?! (?-i:[A-Z])))\b", re.IGNORECASE)
#: Japanese that such words may render; English says of which country a publication of the patent office is (特開2020-1234)
_ABOUT_IN_JAPANESE = re.compile("[訳翻英和邦]|日本|国[内産]|[我わ]が国|特[開願公許表]|実[開願公用]|公報")
_BORDER = re.compile(r"(?<=[.!?:])[*\"”’)]*\s+|\n+")  # after a sentence, a line, or a colon


class Remarks(Checker):
    """A checker for sentences before and after the translation that speak of it, and render nothing of the Japanese."""

    kind = "untranslated"

    def look(self, segment: Segment) -> Iterator[Finding]:
        text = segment.en_prose
        if not segment.ja.strip() or not _ABOUT.search(text) or _ABOUT_IN_JAPANESE.search(segment.ja_prose):
            return
        links = [link.en for link in segment.links if link.score >= TAKEN]
        first = min((span.start for span in links), default=len(text))
        last = max((span.end for span in links), default=len(text))
        borders = [0, *(border.end() for border in _BORDER.finditer(text)), len(text)]
        before = max(border for border in borders if border <= first)
        after = min(border for border in borders if border >= last)
        for start, end in ((0, before), (after, len(text))):
            said = text[start:end].strip()
            if _ABOUT.search(said):
                at = text.index(said, start)
                message = "This is about the translation, and renders nothing of the Japanese."
                yield self.finding(segment, scores.REMARK, message, en=(at, at + len(said)))
