"""The kind ``number``, for what tells things apart: codes, headings, provisions, reference signs; and what replaces what."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from termalign.checking.corrected import corrected
from termalign.checking.figures import Figure
from termalign.checking.finding import Finding
from termalign.checking.formulas import unlike_formulas
from termalign.checking.headings import unlike_headings
from termalign.checking.kinds.checker import Checker
from termalign.checking.lettered import unlike_letters
from termalign.checking.numbers_in_words import unlike_numbers_in_words
from termalign.checking.reference_signs import moved_signs
from termalign.checking.replacements import turned_replacements
from termalign.checking.segment import Segment
from termalign.checking.single_letters import unlike_single_letters

_SCORE = 0.85
_ITEM = re.compile(r"items?\s*\(", re.IGNORECASE)
_ITEM_IN_JAPANESE = re.compile("第.*号$")


class Identifiers(Checker):
    """A checker for numbers, letters and codes by which things are known."""

    kind = "number"

    def look(self, segment: Segment) -> Iterator[Finding]:
        for code, other in segment.figures.codes:
            yield self.differs(segment, _SCORE, code.span, other.span, [code.text], [other.text])
        codes = {k for code, _ in segment.figures.codes for k in range(*code.span)}
        for formula, other_formula in unlike_formulas(segment.ja_prose, segment.en_prose):
            if codes.isdisjoint(range(*formula.span)):
                yield self.differs(segment, _SCORE, formula.span, other_formula.span)
                codes.update(range(*formula.span))
        for letter, other_letter in unlike_single_letters(segment.ja_prose, segment.en_prose):
            if codes.isdisjoint(range(*letter)):
                yield self.differs(segment, _SCORE, letter, other_letter)
        for number, wrong in unlike_headings(segment.ja_prose, segment.en_prose):
            expected = number.in_the_style_of(segment.en[wrong.start : wrong.end])
            yield self.differs(segment, _SCORE, number[1:], wrong[1:], [expected])
        for ja, en in segment.figures.pairs:
            if _at_another_level(ja, en):
                yield self.differs(segment, _SCORE, ja.span, en.span, [corrected(ja)])
        for mine, theirs in unlike_letters(segment.ja_prose, segment.en_prose):
            yield self.differs(segment, _SCORE, mine.span, theirs.span, [normalize("NFKC", mine.text)])
        for counted, word in unlike_numbers_in_words(segment.ja_prose, segment.en_prose):
            yield self.differs(segment, _SCORE, counted, word)
        for sign, instead in dict.fromkeys(moved_signs(segment)):
            yield self.differs(segment, _SCORE, sign, instead, [normalize("NFKC", segment.ja[slice(*sign)])])
        for old, turned_round in turned_replacements(*segment.sides):
            yield self.differs(segment, _SCORE, old.span, turned_round.span)


def _at_another_level(ja: Figure, en: Figure) -> bool:
    """Return whether one of two equal numbers is of a paragraph and the other of an item: 第二項, *item (ii)*."""
    if ja.quantity.unit == "paragraph":
        return _ITEM.match(en.text) is not None
    return en.quantity.unit == "paragraph" and _ITEM_IN_JAPANESE.match(ja.text) is not None
