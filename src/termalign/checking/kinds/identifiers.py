"""The kind ``number``, for what tells things apart: codes, headings, provisions, reference signs; and what replaces what."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from termalign.checking.corrected import corrected
from termalign.checking.figures import Figure
from termalign.checking.finding import Finding
from termalign.checking.headings import unlike_headings
from termalign.checking.kinds.checker import Checker
from termalign.checking.lettered import unlike_letters
from termalign.checking.reference_signs import moved_signs
from termalign.checking.replacements import turned_replacements
from termalign.checking.segment import Segment
from termalign.model import Span
from termalign.quantities.quantity import Offsets

_SCORE = 0.85
_ITEM = re.compile(r"items?\s*\(", re.IGNORECASE)
_ITEM_IN_JAPANESE = re.compile("第.*号$")


class Identifiers(Checker):
    """A checker for numbers, letters and codes by which things are known."""

    kind = "number"

    def look(self, segment: Segment) -> Iterator[Finding]:
        if not segment.is_translated:
            return
        for code, other in segment.figures.codes:
            yield self._unlike(segment, code.span, other.span, code.text)
        for number, wrong in unlike_headings(segment.ja_prose, segment.en_prose):
            expected = number.in_the_style_of(segment.en[wrong.start : wrong.end])
            yield self._unlike(segment, number[1:], wrong[1:], expected)
        for ja, en in segment.figures.pairs:
            if _at_another_level(ja, en):
                yield self._unlike(segment, (ja.start, ja.end), (en.start, en.end), corrected(ja))
        for mine, theirs in unlike_letters(segment.ja_prose, segment.en_prose):
            yield self._unlike(segment, mine.span, theirs.span, normalize("NFKC", mine.text))
        for sign, instead in dict.fromkeys(moved_signs(segment)):
            yield self._unlike(segment, sign, instead, normalize("NFKC", segment.ja[slice(*sign)]))
        for old, turned_round in turned_replacements(*segment.sides):
            yield self._unlike(segment, old.span, turned_round.span)

    def _unlike(self, segment: Segment, ja: Offsets, en: Offsets, *expected: str) -> Finding:
        own, theirs = Span.of(segment.ja, *ja), Span.of(segment.en, *en)
        said = " ".join(theirs.text.split())
        message = f"“{own.text}” is “{said}” in the English."
        return self.finding(segment, _SCORE, message, ja=own, en=theirs, expected=expected)


def _at_another_level(ja: Figure, en: Figure) -> bool:
    """Return whether one of two equal numbers is of a paragraph and the other of an item: 第二項, *item (ii)*."""
    if ja.quantity.unit == "paragraph":
        return _ITEM.match(en.text) is not None
    return en.quantity.unit == "paragraph" and _ITEM_IN_JAPANESE.match(ja.text) is not None
